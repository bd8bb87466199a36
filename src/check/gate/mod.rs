//! The hardware gate of Windows 11: five items, each with its reason.
//!
//! It gates the upgrade, not the join. Limits and sentences stand in
//! `wizard/facts/gate.ron`; an item is "unknown" rather than a wrong "fail".

mod items;
mod reason;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use reason::Reason;

use super::fact::Facts;
use super::labels::Labels;
use super::processor::Processors;
use super::rule::{Reference, Template};
use crate::wizard::{self, WizardError};

/// One requirement of Windows 11.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    Processor,
    Tpm,
    SecureBoot,
    Memory,
    Storage,
}

impl Item {
    /// Every item, in the order in which they are shown.
    pub const ALL: [Self; 5] =
        [Self::Processor, Self::Tpm, Self::SecureBoot, Self::Memory, Self::Storage];
}

/// The answer for an item or for the gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GateVerdict {
    Pass,
    Unknown,
    Fail,
}

/// The gate with its items.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gate {
    pub verdict: GateVerdict,
    pub items: Vec<GateItem>,
}

/// One item with its reason in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GateItem {
    pub item: Item,
    pub verdict: GateVerdict,
    pub because: String,
}

/// The limits of the gate and its sentences.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateRules {
    limits: Limits,
    sentences: BTreeMap<Reason, Template>,
    pub sources: Vec<Reference>,
}

/// The least that Windows 11 asks for.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct Limits {
    /// GiB, rounded half to even.
    memory_gib: i64,
    /// GiB, rounded half to even.
    storage_gib: i64,
    /// The clock has to be above this.
    above_mhz: i64,
    threads: i64,
}

impl GateRules {
    /// The gate of `wizard/facts/gate.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault; a reason without words is one.
    pub fn built_in() -> Result<Self, WizardError> {
        let source = wizard::built_in("facts/gate.ron")?;
        let rules: Self = wizard::parse(&source)?;
        match Reason::ALL.iter().find(|reason| !rules.sentences.contains_key(reason)) {
            Some(reason) => {
                Err(WizardError::of_file(&source.name, format!("no sentence for {reason:?}")))
            }
            None => Ok(rules),
        }
    }

    /// The reason for each item, in the order of [`Item::ALL`].
    #[must_use]
    pub fn reasons(&self, processors: &Processors, facts: &Facts<'_>) -> [Reason; 5] {
        Item::ALL.map(|item| match item {
            Item::Processor => items::processor(&self.limits, processors, facts),
            Item::Tpm => items::tpm(facts),
            Item::SecureBoot => items::secure_boot(facts),
            Item::Memory => items::memory(&self.limits, facts),
            Item::Storage => items::storage(&self.limits, facts),
        })
    }

    /// The word of the fact `windows11_gate`, if the gate can be decided.
    #[must_use]
    pub fn overall(&self, processors: &Processors, facts: &Facts<'_>) -> Option<&'static str> {
        match whole(self.reasons(processors, facts)) {
            GateVerdict::Pass => Some("pass"),
            GateVerdict::Fail => Some("fail"),
            GateVerdict::Unknown => None,
        }
    }

    /// The gate in words.
    #[must_use]
    pub fn explain(&self, processors: &Processors, facts: &Facts<'_>, labels: &Labels) -> Gate {
        let reasons = self.reasons(processors, facts);
        let items = Item::ALL.into_iter().zip(reasons).map(|(item, reason)| GateItem {
            item,
            verdict: reason.verdict(),
            because: self
                .sentences
                .get(&reason)
                .map_or_else(String::new, |s| s.fill(facts, labels)),
        });
        Gate { verdict: whole(reasons), items: items.collect() }
    }
}

/// The worst of the items.
fn whole(reasons: [Reason; 5]) -> GateVerdict {
    reasons.into_iter().map(Reason::verdict).max().unwrap_or(GateVerdict::Unknown)
}
