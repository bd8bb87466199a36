//! The package settings that are written, as Windows Configuration Designer knows them.

use serde::Deserialize;

use crate::wizard::{self, WizardError};

/// One row of `wizard/facts/settings.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SettingFact {
    /// The element below `Common`, for example `/Accounts/Azure/BPRT`.
    pub path: String,
    pub kind: SettingKind,
    /// The settings store refuses the group without it.
    #[serde(default)]
    pub required: bool,
    pub source: String,
}

/// What an element holds.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum SettingKind {
    /// Other elements.
    Group,
    /// Other elements; this attribute tells one from the next.
    Keyed(String),
    Text,
    /// `True` or `False`.
    YesNo,
    /// One of these words.
    OneOf(Vec<String>),
}

/// Every setting that customizations.xml may hold, by path.
///
/// # Errors
/// When the table has a fault; only a faulty build does that.
pub fn setting_facts() -> Result<Vec<SettingFact>, WizardError> {
    wizard::parse(&wizard::built_in("facts/settings.ron")?)
}
