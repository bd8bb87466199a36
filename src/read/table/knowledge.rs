//! What is known of columns and lists, from `wizard/formats`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::fold::{fold, words};
use super::meaning::{Meaning, Scale};
use crate::device::{Field, Value};
use crate::read::Format;
use crate::wizard::{self, WizardError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnWords {
    label: String,
    /// By language.
    names: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    parts: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    beside: Option<BesideWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BesideWords {
    names: Vec<String>,
    of: Vec<Meaning>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ListWords {
    id: Format,
    what: String,
    marks: Vec<Marks>,
    #[serde(default)]
    columns: BTreeMap<String, Meaning>,
    #[serde(default)]
    units: BTreeMap<String, Scale>,
    #[serde(default)]
    leave: Vec<String>,
    #[serde(default)]
    storage_kind: Option<String>,
    #[serde(default)]
    checks: Option<ChecksWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Marks {
    need: usize,
    of: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChecksWords {
    by: String,
    passed: String,
    failed: String,
    columns: BTreeMap<String, CheckWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckWords {
    #[serde(default)]
    then: Option<(Field, Value)>,
}

/// One kind of list. Names are folded.
#[derive(Debug)]
pub(super) struct ListKind {
    pub format: Format,
    /// What the list is of, for a sentence.
    pub what: String,
    marks: Vec<(usize, BTreeSet<String>)>,
    pub columns: BTreeMap<String, Meaning>,
    pub units: BTreeMap<String, Scale>,
    pub leave: BTreeSet<String>,
    pub storage_kind: Option<String>,
    pub checks: Option<Checks>,
}

/// Columns that say yes or no about a requirement.
#[derive(Debug)]
pub(super) struct Checks {
    /// Who checked.
    pub by: String,
    pub passed: String,
    pub failed: String,
    /// What a pass proves, by column.
    pub columns: BTreeMap<String, Option<(Field, Value)>>,
}

impl ListKind {
    fn of(words: ListWords) -> Self {
        let folded = |names: Vec<String>| -> BTreeSet<String> {
            names.iter().map(|name| fold(name)).collect()
        };
        Self {
            format: words.id,
            what: words.what,
            marks: words.marks.into_iter().map(|marks| (marks.need, folded(marks.of))).collect(),
            columns: words.columns.into_iter().map(|(name, is)| (fold(&name), is)).collect(),
            units: words.units.into_iter().map(|(name, is)| (fold(&name), is)).collect(),
            leave: folded(words.leave),
            storage_kind: words.storage_kind,
            checks: words.checks.map(|checks| Checks {
                by: checks.by,
                passed: checks.passed,
                failed: checks.failed,
                columns: checks
                    .columns
                    .into_iter()
                    .map(|(name, check)| (fold(&name), check.then))
                    .collect(),
            }),
        }
    }

    /// The places of the names in a folded header that show the kind; empty
    /// when they are too few.
    pub fn marks_in(&self, header: &[String]) -> Vec<usize> {
        let found = self.marks.iter().find_map(|(need, names)| {
            let mut seen = BTreeSet::new();
            let is_mark = |(_, name): &(usize, &String)| names.contains(*name);
            let places: Vec<usize> = (header.iter().enumerate())
                .filter(is_mark)
                .filter(|(_, name)| seen.insert(*name))
                .map(|(place, _)| place)
                .collect();
            (places.len() >= *need).then_some(places)
        });
        found.unwrap_or_default()
    }
}

/// A name that counts inside a longer one.
#[derive(Debug)]
pub(super) struct Part {
    pub words: Vec<String>,
    pub meaning: Meaning,
}

/// Names that say something only where another column stands beside theirs.
#[derive(Debug)]
pub(super) struct Beside {
    pub meaning: Meaning,
    pub names: BTreeSet<String>,
    pub of: Vec<Meaning>,
}

#[derive(Debug)]
pub(super) struct Knowledge {
    pub kinds: Vec<ListKind>,
    /// The meaning of each folded name.
    pub names: BTreeMap<String, Meaning>,
    pub parts: Vec<Part>,
    pub never: BTreeMap<Meaning, BTreeSet<String>>,
    pub beside: Vec<Beside>,
    labels: BTreeMap<Meaning, String>,
}

static KNOWLEDGE: LazyLock<Result<Knowledge, WizardError>> = LazyLock::new(Knowledge::built_in);

/// What is built in; only a faulty build has none.
pub(super) fn knowledge() -> Option<&'static Knowledge> {
    KNOWLEDGE.as_ref().ok()
}

impl Knowledge {
    fn built_in() -> Result<Self, WizardError> {
        let source = wizard::built_in("formats/columns.ron")?;
        let columns: BTreeMap<Meaning, ColumnWords> = wizard::parse(&source)?;
        let lists: Vec<ListWords> = wizard::parse(&wizard::built_in("formats/lists.ron")?)?;
        let mut known = Self {
            kinds: lists.into_iter().map(ListKind::of).collect(),
            names: BTreeMap::new(),
            parts: Vec::new(),
            never: BTreeMap::new(),
            beside: Vec::new(),
            labels: BTreeMap::new(),
        };
        for (meaning, column) in columns {
            for name in column.names.values().flatten() {
                if let Some(other) = known.names.insert(fold(name), meaning)
                    && other != meaning
                {
                    let message = format!("`{name}` means both {other:?} and {meaning:?}");
                    return Err(WizardError::of_file(&source.name, message));
                }
            }
            let parts = column.parts.iter().map(|part| Part { words: words(part), meaning });
            known.parts.extend(parts);
            known.never.insert(meaning, column.never.iter().flat_map(|one| words(one)).collect());
            known.beside.extend(column.beside.map(|words| Beside {
                meaning,
                names: words.names.iter().map(|name| fold(name)).collect(),
                of: words.of,
            }));
            known.labels.insert(meaning, column.label);
        }
        Ok(known)
    }

    /// What a name means beside columns with these meanings, and beside which.
    pub fn beside(
        &self,
        folded: &str,
        others: impl Fn(Meaning) -> bool,
    ) -> Option<(Meaning, Meaning)> {
        let mut fitting = self.beside.iter().filter(|beside| beside.names.contains(folded));
        fitting.find_map(|beside| {
            let of = beside.of.iter().copied().find(|of| others(*of))?;
            Some((beside.meaning, of))
        })
    }

    /// The kind of list of a format; other tables have none.
    pub fn kind(&self, format: Format) -> Option<&ListKind> {
        self.kinds.iter().find(|kind| kind.format == format)
    }
}

impl Meaning {
    /// What a person reads for it.
    #[must_use]
    pub fn label(self) -> &'static str {
        knowledge().and_then(|known| known.labels.get(&self)).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_built_in_can_be_read() {
        let known = KNOWLEDGE.as_ref().unwrap_or_else(|fault| panic!("{fault}"));
        for meaning in Meaning::ALL {
            assert!(!meaning.label().is_empty(), "{meaning:?}");
        }
        assert!(known.kinds.iter().all(|kind| kind.format.is_list()));
    }

    #[test]
    fn what_a_pass_proves_fits_its_field() {
        let known = KNOWLEDGE.as_ref().unwrap();
        let mut seen = 0;
        for checks in known.kinds.iter().filter_map(|kind| kind.checks.as_ref()) {
            for (field, value) in checks.columns.values().flatten() {
                assert_eq!(field.kind().parse(&value.to_string()).as_ref(), Ok(value));
                seen += 1;
            }
        }
        assert!(seen >= 5, "{seen}");
    }
}
