//! A status report as it stands: sections of rows, each with its line.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::keys::{is_work_account, normalize};
use crate::device::Origin;

/// What `dsregcmd /status` printed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusReport {
    /// The file's name without its folder.
    pub source: Arc<str>,
    pub sections: Vec<Section>,
}

/// A boxed title and the rows below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub title: String,
    pub rows: Vec<Row>,
}

/// One row: `Key : value`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub key: String,
    pub value: String,
    /// Counted from 1.
    pub line: u32,
    /// The capture it came from, where that is not the report's own source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Arc<str>>,
}

impl StatusReport {
    /// The row of a key: in its section, else anywhere but below a work
    /// account, because old releases print other sections. Case, blanks and
    /// punctuation do not count.
    #[must_use]
    pub fn find(&self, section: &str, key: &str) -> Option<&Row> {
        let (section, key) = (normalize(section), normalize(key));
        self.rows_of(|title| normalize(title) == section, &key)
            .or_else(|| self.rows_of(|title| !is_work_account(title), &key))
    }

    /// Every row of a key in sections of this title.
    pub(super) fn all(&self, section: &str, key: &str) -> impl Iterator<Item = &Row> {
        let (section, key) = (normalize(section), normalize(key));
        let sections = self.sections.iter().filter(move |one| normalize(&one.title) == section);
        sections.flat_map(|one| &one.rows).filter(move |row| normalize(&row.key) == key)
    }

    /// Where a row stands.
    #[must_use]
    pub fn origin(&self, row: &Row) -> Origin {
        Origin::line(row.source.as_ref().unwrap_or(&self.source), row.line)
    }

    /// Whether an account is registered below a `Work Account` section.
    #[must_use]
    pub fn has_work_account(&self) -> bool {
        self.sections.iter().any(|section| is_work_account(&section.title))
    }

    fn rows_of(&self, wanted: impl Fn(&str) -> bool, key: &str) -> Option<&Row> {
        let sections = self.sections.iter().filter(|section| wanted(&section.title));
        sections.flat_map(|section| &section.rows).find(|row| normalize(&row.key) == key)
    }
}
