//! The outcome of each check.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::state::{Flags, JoinState};
use super::words::{CheckWords, Needs, Reads};
use super::{Ask, Check, Details, Expect, Tenant, TenantMatch};
use crate::read::StatusReport;
use crate::read::dsregcmd::{Row, is_entra_account, is_known, validity, yes_no};

/// The check that compares the state with the expected one.
pub(super) const JOIN_STATE: &str = "join-state";

/// Everything a check may look at.
pub(super) struct Case<'a> {
    pub report: &'a StatusReport,
    pub ask: &'a Ask,
    pub today: Date,
    pub flags: Flags,
    pub state: JoinState,
    pub tenant: &'a Tenant,
}

/// An outcome by its name in RON, the row it was read from, and details.
struct Found<'a> {
    outcome: &'static str,
    row: Option<&'a Row>,
    details: Details,
}

impl<'a> Found<'a> {
    fn new(outcome: &'static str, row: Option<&'a Row>) -> Self {
        Self { outcome, row, details: Details::new() }
    }

    fn with(mut self, name: &'static str, detail: impl Into<String>) -> Self {
        self.details.insert(name, detail.into());
        self
    }
}

/// A check that looks at several rows: its id, how its outcome is found, and
/// every outcome it can have.
type ByCode = (&'static str, for<'a> fn(&Case<'a>) -> Option<Found<'a>>, &'static [&'static str]);

const BY_CODE: &[ByCode] = &[
    (
        JOIN_STATE,
        join_state,
        &[
            "entra-joined",
            "hybrid-joined",
            "entra-instead-of-hybrid",
            "hybrid-instead-of-entra",
            "domain-joined",
            "on-premises-registered",
            "registered",
            "not-joined",
            "unknown",
        ],
    ),
    ("dual-state", dual_state, &["dual"]),
    ("tenant", tenant, &["match", "mismatch", "missing"]),
    ("certificate", certificate, &["valid", "expired", "early", "unclear", "absent"]),
    ("account", account, &["entra", "local", "absent"]),
    ("prt", prt, &["present", "not-entra", "missing", "refused", "absent"]),
    ("service-connection-point", service_connection_point, &["missing", "passed", "failed"]),
    ("object-sync", object_sync, &["pending", "failed"]),
];

/// What a check says of this case; `None` when it has nothing to say.
pub(super) fn answer(check: &CheckWords, case: &Case<'_>) -> Option<Check> {
    let asked = match check.needs {
        Needs::Always => true,
        Needs::Joined => case.state.is_joined(),
        Needs::DomainOnly => case.state == JoinState::DomainJoined,
    };
    if !asked {
        return None;
    }
    if let Some(reads) = &check.reads {
        let (outcome, row) = by_row(reads, case);
        return say(check, case, outcome, row, &Details::new());
    }
    let (_, find, _) = BY_CODE.iter().find(|(id, ..)| *id == check.id)?;
    let found = find(case)?;
    say(check, case, found.outcome, found.row, &found.details)
}

/// Fills the sentences of an outcome; `None` when it has none.
fn say(
    check: &CheckWords,
    case: &Case<'_>,
    outcome: &str,
    row: Option<&Row>,
    details: &Details,
) -> Option<Check> {
    let words = check.outcomes.get(outcome)?;
    let value = row.map(|row| row.value.trim()).unwrap_or_default();
    let fill = |sentence: &str| {
        let start = sentence.replace("{value}", value);
        details
            .iter()
            .fold(start, |text, (name, detail)| text.replace(&format!("{{{name}}}"), detail))
    };
    Some(Check {
        id: check.id.clone(),
        result: words.result,
        says: fill(&words.says),
        advice: fill(&words.advice),
        from: row.map(|row| case.report.origin(row).to_string()).unwrap_or_default(),
    })
}

fn by_row<'a>(reads: &'a Reads, case: &Case<'a>) -> (&'a str, Option<&'a Row>) {
    let Some(row) = case.report.find(&reads.section, &reads.key) else {
        return ("absent", None);
    };
    let fitting = reads.cases.iter().find(|(pattern, _)| pattern.fits(&row.value));
    (fitting.map_or("other", |(_, outcome)| outcome.as_str()), Some(row))
}

fn join_state<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let outcome = match (case.state, case.ask.expect) {
        (JoinState::EntraJoined, Expect::Hybrid) => "entra-instead-of-hybrid",
        (JoinState::HybridJoined, Expect::Entra) => "hybrid-instead-of-entra",
        (state, _) => state.id(),
    };
    let key = match case.state {
        JoinState::DomainJoined => "DomainJoined",
        JoinState::OnPremisesRegistered => "EnterpriseJoined",
        _ => "AzureAdJoined",
    };
    Some(Found::new(outcome, case.report.find("Device State", key)))
}

fn dual_state<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let row = case.report.find("User State", "WorkplaceJoined");
    case.flags.is_dual().then(|| Found::new("dual", row))
}

fn tenant<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let outcome = match case.tenant.expected {
        TenantMatch::Match => "match",
        TenantMatch::Mismatch => "mismatch",
        TenantMatch::Unknown => "missing",
        TenantMatch::NotAsked => return None,
    };
    let id = case.tenant.id.clone().unwrap_or_default();
    let name =
        case.tenant.name.as_ref().map_or_else(|| id.clone(), |name| format!("{name} ({id})"));
    let wanted = case.ask.tenant.clone().unwrap_or_default();
    let row = case.report.find("Tenant Details", "TenantId");
    Some(Found::new(outcome, row).with("tenant", name).with("expected", wanted))
}

/// Whether today is inside the validity, by whole days in UTC.
fn certificate<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let Some(row) = case.report.find("Device Details", "DeviceCertificateValidity") else {
        return Some(Found::new("absent", None));
    };
    let Some((start, end)) = validity(&row.value) else {
        return Some(Found::new("unclear", Some(row)));
    };
    let day = |time: jiff::Timestamp| time.to_zoned(TimeZone::UTC).date();
    let (start, end) = (day(start), day(end));
    let outcome = if case.today < start {
        "early"
    } else if case.today > end {
        "expired"
    } else {
        "valid"
    };
    let found = Found::new(outcome, Some(row));
    Some(found.with("start", start.to_string()).with("end", end.to_string()))
}

fn account<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let (answer, row) = user_is_entra(case);
    Some(match answer {
        Some(true) => Found::new("entra", row),
        Some(false) => Found::new("local", row),
        None => Found::new("absent", None),
    })
}

/// Whether an Entra user ran the command, and the row that tells:
/// `IsUserAzureAD`, else a token that only such a user has, else the account's
/// name. On a hybrid joined device the name is that of the domain and does not
/// tell.
fn user_is_entra<'a>(case: &Case<'a>) -> (Option<bool>, Option<&'a Row>) {
    let said = case.report.find("Ngc Prerequisite Check", "IsUserAzureAD");
    if let Some(answer) = said.and_then(|row| yes_no(&row.value)) {
        return (Some(answer), said);
    }
    let token = case.report.find("SSO State", "AzureAdPrt");
    if token.and_then(|row| yes_no(&row.value)) == Some(true) {
        return (Some(true), token);
    }
    let name = case.report.find("Diagnostic Data", "Executing Account Name");
    let name = name.filter(|row| is_known(&row.value));
    match name.map(|row| is_entra_account(&row.value)) {
        Some(false) if case.state != JoinState::EntraJoined => (None, None),
        answer => (answer, name),
    }
}

fn prt<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let row = case.report.find("SSO State", "AzureAdPrt");
    Some(match row.and_then(|row| yes_no(&row.value)) {
        None => Found::new("absent", row),
        Some(true) => Found::new("present", row),
        Some(false) => match (user_is_entra(case).0, attempt(case)) {
            (Some(false), _) => Found::new("not-entra", row),
            (_, Some(attempt)) => Found::new("refused", row).with("attempt", attempt),
            (_, None) => Found::new("missing", row),
        },
    })
}

/// The status of the last attempt and the server's words, when it failed.
fn attempt(case: &Case<'_>) -> Option<String> {
    let text = |key| {
        let row = case.report.find("SSO State", key).filter(|row| is_known(&row.value))?;
        Some(row.value.trim())
    };
    let status = text("Attempt Status").filter(|status| !is_success(status));
    let server = text("Server Error Description").or_else(|| text("Server Error Code"));
    match (status, server) {
        (Some(status), Some(server)) => Some(format!("{status}: {server}")),
        (status, server) => status.or(server).map(str::to_owned),
    }
}

fn is_success(status: &str) -> bool {
    status.trim_start_matches("0x").chars().all(|digit| digit == '0')
}

/// The pre-join test of Active Directory, on devices in a domain only.
fn service_connection_point<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let row = case.report.find("Diagnostic Data", "AD Configuration Test")?;
    let value = row.value.to_lowercase();
    let missing = error_codes(case).contains("0x801c001d") || value.contains("0x80070002");
    if value.starts_with("fail") {
        Some(Found::new(if missing { "missing" } else { "failed" }, Some(row)))
    } else if value.starts_with("pass") {
        Some(Found::new("passed", Some(row)))
    } else {
        None
    }
}

fn object_sync<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let rows = ["Client ErrorCode", "Server ErrorCode"]
        .into_iter()
        .filter_map(|key| case.report.find("Diagnostic Data", key))
        .filter(|row| is_known(&row.value) && !is_success(&row.value));
    let rows: Vec<&Row> = rows.collect();
    let unsynced = rows.iter().find(|row| row.value.to_lowercase().contains("0x801c03f2"));
    match unsynced {
        Some(row) => Some(Found::new("pending", Some(row))),
        None => {
            let row =
                rows.into_iter().find(|row| !row.value.to_lowercase().contains("801c001d"))?;
            Some(Found::new("failed", Some(row)))
        }
    }
}

/// Every error code of the registration, in lower case.
fn error_codes(case: &Case<'_>) -> String {
    ["Client ErrorCode", "Server ErrorCode"]
        .into_iter()
        .filter_map(|key| case.report.find("Diagnostic Data", key))
        .map(|row| row.value.to_lowercase())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::verify::VerifyWords;

    #[test]
    fn every_outcome_has_its_sentences_and_no_sentence_is_without_an_outcome() {
        let words = VerifyWords::built_in().unwrap();
        for check in &words.checks {
            let written: BTreeSet<&str> = check.outcomes.keys().map(String::as_str).collect();
            let mut possible: BTreeSet<&str> = BTreeSet::new();
            if let Some(reads) = &check.reads {
                possible.extend(reads.cases.iter().map(|(_, outcome)| outcome.as_str()));
                possible.extend(written.intersection(&BTreeSet::from(["other", "absent"])));
            } else {
                let by_code = BY_CODE.iter().find(|(id, ..)| *id == check.id);
                possible.extend(by_code.expect("a check without a row is found by code").2);
            }
            assert_eq!(written, possible, "{}", check.id);
        }
        for (id, ..) in BY_CODE {
            assert!(words.title(id).is_some(), "{id}");
        }
    }

    #[test]
    fn every_braced_name_is_one_that_its_check_brings() {
        let known = ["value", "tenant", "expected", "start", "end", "attempt"];
        for check in VerifyWords::built_in().unwrap().checks {
            for outcome in check.outcomes.values() {
                for piece in outcome.says.split('{').chain(outcome.advice.split('{')).skip(1) {
                    if let Some((name, _)) = piece.split_once('}') {
                        assert!(known.contains(&name), "{}: {name}", check.id);
                    }
                }
            }
        }
    }
}
