//! A status report in, the join state and what to do about it out.
//!
//! The report is read the way an engineer reads it: what the device says of
//! itself, whether its key, certificate and token hold, and what the report
//! cannot prove. The checks and their sentences stand in
//! `wizard/facts/verify.ron`.

mod by_code;
mod checks;
mod merge;
mod state;
mod words;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use merge::merge;
pub use state::JoinState;
pub use words::{CheckResult, VerifyWords};

use crate::read::StatusReport;
use crate::read::dsregcmd::is_known;
use state::Flags;

/// What the device should be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    /// The tenant ID the device should belong to; `None` when any will do.
    pub tenant: Option<String>,
    pub expect: Expect,
    /// What the device may be called; empty when any name will do.
    pub names: Vec<String>,
}

/// The state that is wanted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Expect {
    #[default]
    Entra,
    Hybrid,
}

impl Expect {
    /// The state that is wanted.
    #[must_use]
    pub const fn state(self) -> JoinState {
        match self {
            Self::Entra => JoinState::EntraJoined,
            Self::Hybrid => JoinState::HybridJoined,
        }
    }
}

/// Yes, no, or not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    Yes,
    No,
    Unknown,
}

/// The tenant of a device, and whether it is the right one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tenant {
    /// `None` when the report does not tell.
    pub id: Option<String>,
    /// Often blank although the ID is there.
    pub name: Option<String>,
    pub expected: TenantMatch,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TenantMatch {
    Match,
    Mismatch,
    NotAsked,
    /// A tenant was asked for, and the report names none.
    Unknown,
}

/// One question to the report, answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Check {
    /// A stable id, for example `device-auth`.
    pub id: String,
    pub result: CheckResult,
    pub says: String,
    /// What to do; empty when there is nothing to do.
    pub advice: String,
    /// Where it was read, for example `dsregcmd.txt:8`; empty when nowhere.
    pub from: String,
}

/// What a status report proves; serializes as `verify --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verification {
    /// The number of the JSON's shape.
    pub schema: u32,
    pub state: JoinState,
    /// Joined, and a work account is registered besides.
    pub dual_state: bool,
    /// A status report never proves an enrollment nor its absence.
    pub enrolled: Answer,
    pub tenant: Tenant,
    pub checks: Vec<Check>,
}

impl Verification {
    /// Whether the device is what it should be: the state fits and no check is
    /// bad. The check of the state itself speaks of what was asked and does
    /// not count here.
    #[must_use]
    pub fn as_expected(&self, expect: Expect) -> Answer {
        let checks = self.checks.iter().filter(|check| check.id != by_code::JOIN_STATE);
        let mut results = checks.map(|check| check.result);
        if self.state == JoinState::Unknown {
            Answer::Unknown
        } else if self.state == expect.state() && results.all(|result| result != CheckResult::Bad) {
            Answer::Yes
        } else {
            Answer::No
        }
    }
}

/// Reads a report as of `today`, by the checks in `words`.
#[must_use]
pub fn verify(report: &StatusReport, ask: &Ask, today: Date, words: &VerifyWords) -> Verification {
    let flags = Flags::of(report);
    let tenant = tenant(report, ask);
    let state = flags.state();
    let case = checks::Case { report, ask, today, flags, state, tenant: &tenant };
    let checks = words.checks.iter().filter_map(|check| checks::answer(check, &case)).collect();
    Verification {
        schema: 1,
        state,
        dual_state: flags.is_dual(),
        enrolled: Answer::Unknown,
        tenant,
        checks,
    }
}

fn tenant(report: &StatusReport, ask: &Ask) -> Tenant {
    let text = |key| {
        let row = report.find("Tenant Details", key).filter(|row| is_known(&row.value));
        row.map(|row| row.value.trim().to_owned())
    };
    let id = text("TenantId");
    let wanted = ask.tenant.as_ref().filter(|wanted| !wanted.trim().is_empty());
    let expected = match (wanted, &id) {
        (None, _) => TenantMatch::NotAsked,
        (Some(_), None) => TenantMatch::Unknown,
        (Some(wanted), Some(found)) if same_id(wanted, found) => TenantMatch::Match,
        (Some(_), Some(_)) => TenantMatch::Mismatch,
    };
    Tenant { id, name: text("TenantName"), expected }
}

/// Compares two GUIDs in any spelling.
fn same_id(a: &str, b: &str) -> bool {
    match (uuid::Uuid::try_parse(a.trim()), uuid::Uuid::try_parse(b.trim())) {
        (Ok(a), Ok(b)) => a == b,
        _ => a.trim().eq_ignore_ascii_case(b.trim()),
    }
}

/// What an outcome brings to its sentences, by the name in braces.
type Details = BTreeMap<&'static str, String>;
