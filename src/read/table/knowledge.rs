//! What is known of columns and lists, from `wizard/formats`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::fold::{fold, words};
use super::head;
use super::meaning::{Meaning, Scale};
use super::rule::{Rule, Subjects};
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
    beside: Vec<RuleWords>,
    #[serde(default)]
    weak: Vec<RuleWords>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RuleWords {
    pub names: Vec<String>,
    #[serde(default)]
    pub of: Vec<Meaning>,
    #[serde(default)]
    pub or: Vec<String>,
    /// Subjects.
    #[serde(default)]
    pub unless: Vec<String>,
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
    only: bool,
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
    #[serde(default)]
    unless: Vec<String>,
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
    marks: Vec<FoldedMarks>,
    pub columns: BTreeMap<String, Meaning>,
    pub units: BTreeMap<String, Scale>,
    leave: BTreeSet<String>,
    /// Whether no other columns than `columns` are read.
    only: bool,
    pub storage_kind: Option<String>,
    pub checks: Option<Checks>,
}

/// Names of which some show the kind.
#[derive(Debug)]
struct FoldedMarks {
    need: usize,
    of: BTreeSet<String>,
    /// Names that show that something was added to a list of this kind.
    unless: BTreeSet<String>,
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
            marks: (words.marks.into_iter())
                .map(|Marks { need, of, unless }| FoldedMarks {
                    need,
                    of: folded(of),
                    unless: folded(unless),
                })
                .collect(),
            columns: words.columns.into_iter().map(|(name, is)| (fold(&name), is)).collect(),
            units: words.units.into_iter().map(|(name, is)| (fold(&name), is)).collect(),
            leave: folded(words.leave),
            only: words.only,
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

    /// Whether a column says nothing that is needed.
    pub fn leaves(&self, folded: &str) -> bool {
        self.leave.contains(folded) || (self.only && !self.columns.contains_key(folded))
    }

    /// Who calls its columns so.
    pub fn namer(&self) -> &str {
        if self.format == Format::Table { &self.what } else { self.format.title() }
    }

    /// The places of the names in a folded header that show the kind; empty
    /// when they are too few.
    pub fn marks_in(&self, header: &[String]) -> Vec<usize> {
        let fitting = self
            .marks
            .iter()
            .filter(|marks| !header.iter().any(|name| marks.unless.contains(name)));
        let found = fitting.into_iter().find_map(|marks| {
            let mut seen = BTreeSet::new();
            let is_mark = |(_, name): &(usize, &String)| marks.of.contains(*name);
            let places: Vec<usize> = (header.iter().enumerate())
                .filter(is_mark)
                .filter(|(_, name)| seen.insert(*name))
                .map(|(place, _)| place)
                .collect();
            (places.len() >= marks.need).then_some(places)
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

#[derive(Debug)]
pub(super) struct Knowledge {
    pub kinds: Vec<ListKind>,
    /// The meaning of each folded name.
    pub names: BTreeMap<String, Meaning>,
    pub parts: Vec<Part>,
    pub never: BTreeMap<Meaning, BTreeSet<String>>,
    /// Names that say something only beside others.
    pub beside: Vec<Rule>,
    /// Names that count where no clearer one stands.
    pub weak: Vec<Rule>,
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
        let subjects: Subjects = wizard::parse(&wizard::built_in("formats/subjects.ron")?)?;
        let lists: Vec<ListWords> = wizard::parse(&wizard::built_in("formats/lists.ron")?)?;
        let mut known = Self {
            kinds: lists.into_iter().map(ListKind::of).collect(),
            names: BTreeMap::new(),
            parts: Vec::new(),
            never: BTreeMap::new(),
            beside: Vec::new(),
            weak: Vec::new(),
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
            for (words, rules) in
                [(column.beside, &mut known.beside), (column.weak, &mut known.weak)]
            {
                for words in words {
                    rules.push(Rule::of(meaning, &words, &subjects).map_err(|unknown| {
                        let message = format!("`{unknown}` is no subject of subjects.ron");
                        WizardError::of_file(&source.name, message)
                    })?);
                }
            }
            known.labels.insert(meaning, column.label);
        }
        Ok(known)
    }

    /// Whether a folded name can be that of a column.
    pub fn is_name(&self, folded: &str) -> bool {
        let mut rules = self.beside.iter().chain(&self.weak);
        head::exact(self, folded).is_some() || rules.any(|rule| rule.names.contains(folded))
    }

    /// The kind of list of a format with these folded names. Several are tables,
    /// and other tables have none.
    pub fn kind(&self, format: Format, header: &[String]) -> Option<&ListKind> {
        let is_it = |kind: &&ListKind| format != Format::Table || !kind.marks_in(header).is_empty();
        self.kinds.iter().filter(|kind| kind.format == format).find(is_it)
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
