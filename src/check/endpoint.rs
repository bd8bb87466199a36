//! The addresses on the internet that a join needs, from
//! `wizard/facts/endpoints.ron`.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer};

use super::path::JoinPath;
use super::rule::{Effect, Reference};
use super::table::{Table, sourced};
use crate::wizard::WizardError;

/// Hosts that serve one purpose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Endpoint {
    /// For example `login.microsoftonline.com`; a star stands for any name.
    pub hosts: Vec<String>,
    /// For example `443` or `UDP 123`.
    pub port: String,
    /// What the hosts are for.
    pub purpose: String,
    /// The paths that need them; none means every path.
    #[serde(default, deserialize_with = "path_ids")]
    pub paths: Vec<JoinPath>,
    /// What it does to these paths when the hosts cannot be reached.
    pub effect: Effect,
    /// The rule whose text names the hosts; a row without one is for reference.
    #[serde(default)]
    pub rule: Option<String>,
    /// Keys of the sources of the file.
    pub sources: Vec<String>,
}

sourced!(Endpoint, purpose);

/// Paths as the file names them, by their ids.
pub(super) fn path_ids<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<JoinPath>, D::Error> {
    let path = |id: String| {
        JoinPath::from_id(&id).ok_or_else(|| D::Error::custom(format!("`{id}` is no join path")))
    };
    Vec::<String>::deserialize(from)?.into_iter().map(path).collect()
}

/// Every endpoint, with its sources.
#[derive(Debug, Clone)]
pub struct Endpoints(Table<Endpoint>);

impl Endpoints {
    /// The endpoints of `wizard/facts/endpoints.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        Table::built_in("facts/endpoints.ron").map(Self)
    }

    /// Every endpoint, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Endpoint> {
        self.0.rows.iter()
    }

    /// The endpoints of one path that a rule names, for reference left out.
    pub fn for_path(&self, path: JoinPath) -> impl Iterator<Item = &Endpoint> {
        let serves = move |row: &&Endpoint| row.paths.is_empty() || row.paths.contains(&path);
        self.iter().filter(|row| row.rule.is_some()).filter(serves)
    }

    /// Where a row comes from.
    pub fn references<'a>(&'a self, row: &'a Endpoint) -> impl Iterator<Item = &'a Reference> {
        row.sources.iter().filter_map(|key| self.0.sources.get(key))
    }
}
