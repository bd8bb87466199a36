//! The checks and sentences of the verifier, from `wizard/facts/verify.ron`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::wizard::{self, Source, WizardError};

/// How a check ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CheckResult {
    Good,
    Warn,
    Bad,
    /// What would decide is not known; never a failure.
    Unknown,
}

impl CheckResult {
    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Unknown => "unknown",
        }
    }
}

/// Every check with its sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyWords {
    pub(super) checks: Vec<CheckWords>,
}

/// One check as it is written in RON.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckWords {
    pub id: String,
    pub title: String,
    /// For which devices the check is asked.
    #[serde(default)]
    pub needs: Needs,
    /// The one row that decides; without it, code finds the outcome.
    #[serde(default)]
    pub reads: Option<Reads>,
    pub outcomes: BTreeMap<String, Outcome>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(super) enum Needs {
    #[default]
    Always,
    /// The device is known to Microsoft Entra ID: joined or hybrid joined.
    Joined,
    /// The device is a member of a domain and of nothing else.
    DomainOnly,
}

/// A row, and which of its values means what. A value that fits no case is
/// `other`; a missing row is `absent`. An outcome without sentences says that
/// the check has nothing to say.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reads {
    pub section: String,
    pub key: String,
    pub cases: Vec<(Pattern, String)>,
}

/// A pattern of a row's value; case does not count.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub(super) enum Pattern {
    Is(String),
    Starts(String),
    Contains(String),
    /// Not empty.
    Set,
}

impl Pattern {
    pub fn fits(&self, value: &str) -> bool {
        let value = value.trim().to_lowercase();
        match self {
            Self::Is(word) => value == word.to_lowercase(),
            Self::Starts(word) => value.starts_with(&word.to_lowercase()),
            Self::Contains(word) => value.contains(&word.to_lowercase()),
            Self::Set => !value.is_empty(),
        }
    }
}

/// What one outcome says.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Outcome {
    pub result: CheckResult,
    pub says: String,
    pub advice: String,
}

impl VerifyWords {
    /// The checks that are built in.
    ///
    /// # Errors
    /// Names the place of a fault; only a faulty build does that.
    pub fn built_in() -> Result<Self, WizardError> {
        Self::parse(&wizard::built_in("facts/verify.ron")?)
    }

    /// Checks from RON.
    ///
    /// # Errors
    /// Names the place of the first fault.
    pub fn parse(source: &Source) -> Result<Self, WizardError> {
        Ok(Self { checks: wizard::parse(source)? })
    }

    /// The title of a check, for a heading above what it says.
    #[must_use]
    pub fn title(&self, id: &str) -> Option<&str> {
        self.checks.iter().find(|check| check.id == id).map(|check| check.title.as_str())
    }

    /// The ids of all checks, in the order in which they are asked.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.checks.iter().map(|check| check.id.as_str())
    }
}
