//! Tables of facts in `wizard/facts`: rows, each with the sources it names.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::rule::Reference;
use crate::wizard::{self, WizardError};

/// A row that names its sources by their keys in the file.
pub(super) trait Sourced {
    /// What the row is about, for messages.
    fn name(&self) -> String;
    /// Keys of the file's `sources`.
    fn sources(&self) -> &[String];
}

/// A file of facts: its sources by key, and its rows.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table<Row> {
    pub sources: BTreeMap<String, Reference>,
    pub rows: Vec<Row>,
}

impl<Row: DeserializeOwned + Sourced> Table<Row> {
    /// A built-in table, for example `facts/editions.ron`.
    ///
    /// # Errors
    /// Names the fault's place; a row without a source is a fault.
    pub fn built_in(name: &str) -> Result<Self, WizardError> {
        wizard::parse::<Self>(&wizard::built_in(name)?)?.checked(name)
    }
}

impl<Row: Sourced> Table<Row> {
    /// The same table, when each row names sources that are there.
    ///
    /// # Errors
    /// Names the file `name` and the row that does not.
    pub fn checked(self, name: &str) -> Result<Self, WizardError> {
        for row in &self.rows {
            let unknown = row.sources().iter().find(|key| !self.sources.contains_key(*key));
            if row.sources().is_empty() || unknown.is_some() {
                let message = format!("`{}` names no source of this file", row.name());
                return Err(WizardError::of_file(name, message));
            }
        }
        Ok(self)
    }
}

/// Implements [`Sourced`] for a row with a `name` and `sources`.
macro_rules! sourced {
    ($row:ty, $name:ident) => {
        impl $crate::check::table::Sourced for $row {
            fn name(&self) -> String {
                self.$name.to_string()
            }

            fn sources(&self) -> &[String] {
                &self.sources
            }
        }
    };
}

pub(super) use sourced;
