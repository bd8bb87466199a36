//! A rule: when it fires, what it does to each join path, and what to say.

mod effect;
mod fault;
mod rules;
mod set;
mod template;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::condition::Condition;
use super::fact::Fact;
use crate::device::Value;

pub use effect::{Effect, Effects};
pub use rules::Rules;
pub use set::RuleSet;
pub use template::{Template, TemplateError};

/// One rule, as it stands in `wizard/rules`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable once shipped, for example `E01`.
    pub id: String,
    /// The finding in a few words.
    pub title: Template,
    /// The title when the rule passes.
    #[serde(default)]
    pub passes: Option<Template>,
    /// Each case is asked for itself; what the firing ones do adds up.
    pub cases: Vec<Case>,
    /// One sentence a technician understands.
    pub why: Template,
    /// What it means for a device in some circumstance; the first that holds
    /// is said behind `why`.
    #[serde(default)]
    pub means: Vec<Meaning>,
    /// Steps, in order.
    pub fix: Vec<Template>,
    /// What has to change.
    pub remedy: Remedy,
    /// What the fix costs.
    pub effort: Effort,
    /// What is so once the fix is done: the rule itself no longer fires, and
    /// other rules may change their answer with it.
    #[serde(default)]
    pub after: BTreeMap<Fact, Value>,
    /// Another way to the goal.
    #[serde(default)]
    pub alternative: Option<String>,
    /// What is taken for granted while the rule cannot be decided. With it, an
    /// undecided block does not count and an undecided "not applicable" does.
    #[serde(default)]
    pub presume: Option<String>,
    /// When this holds for sure, nothing is taken for granted after all.
    #[serde(default)]
    pub presume_unless: Option<Condition>,
    pub sources: Vec<Reference>,
    /// The version of this program that had the rule first.
    pub since: String,
    /// What about the rule is not verified.
    #[serde(default)]
    pub unverified: Option<String>,
    /// Whether an organization wrote it.
    #[serde(skip)]
    pub own: bool,
}

/// One condition of a rule with its effects.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub when: Condition,
    pub effects: Effects,
}

/// What a rule means for a device when a condition holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meaning {
    pub when: Condition,
    pub says: Template,
}

/// What has to change so that a rule no longer fires.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Remedy {
    /// Settings, an update or a reset: the device stays what it is.
    Device,
    /// Another edition or product of Windows.
    Edition,
    /// Other hardware.
    Hardware,
    /// Another use: the device is not made for this.
    Purpose,
}

/// What a fix costs, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Effort {
    Minutes,
    Reboot,
    Update,
    Wipe,
    Purchase,
    Replace,
}

/// Where a fact comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub title: String,
    /// The page or file, as its publisher names it.
    pub at: String,
    /// The month in which it was read, for example `2026-11`.
    pub dated: String,
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({})", self.title, self.at)
    }
}
