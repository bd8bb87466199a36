//! Names that do not say enough alone: what they mean hangs on the other names
//! of the list.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::fold;
use super::knowledge::RuleWords;
use super::meaning::Meaning;

/// Names by what they show a list to be about, as `subjects.ron` has them.
pub(super) type Subjects = BTreeMap<String, Vec<String>>;

/// When some names have a meaning. Names are folded.
#[derive(Debug)]
pub(super) struct Rule {
    pub meaning: Meaning,
    pub names: BTreeSet<String>,
    /// The meanings of which one must stand beside them.
    of: Vec<Meaning>,
    /// Names that do as well as such a meaning.
    or: BTreeSet<String>,
    /// Names beside which they mean something else.
    unless: BTreeSet<String>,
}

/// The columns of a list, among which a name stands. Names are folded.
pub(super) struct Others<'a> {
    pub meanings: BTreeSet<Meaning>,
    names: BTreeSet<&'a str>,
}

impl<'a> Others<'a> {
    pub fn new(names: &'a [String], meanings: BTreeSet<Meaning>) -> Self {
        Self { meanings, names: names.iter().map(String::as_str).collect() }
    }

    /// One of these names that stands in the list.
    fn find(&self, names: &BTreeSet<String>) -> Option<&'a str> {
        names.iter().find_map(|name| self.names.get(name.as_str()).copied())
    }
}

impl Rule {
    /// Fails with the name of a subject that is not known.
    pub fn of(meaning: Meaning, words: &RuleWords, subjects: &Subjects) -> Result<Self, String> {
        let folded = |names: &[String]| names.iter().map(|name| fold(name)).collect();
        let mut unless = BTreeSet::new();
        for subject in &words.unless {
            let names = subjects.get(subject).ok_or_else(|| subject.clone())?;
            unless.extend(names.iter().map(|name| fold(name)));
        }
        let (names, or) = (folded(&words.names), folded(&words.or));
        Ok(Self { meaning, names, of: words.of.clone(), or, unless })
    }

    /// What shows that the names have the meaning in a list with these columns,
    /// as it is called; `None` when nothing does.
    pub fn shown_by<'a>(&self, others: &Others<'a>) -> Option<&'a str> {
        if others.find(&self.unless).is_some() {
            return None;
        }
        let of = self.of.iter().find(|of| others.meanings.contains(of));
        of.map(|of| of.label()).or_else(|| others.find(&self.or))
    }

    /// Whether the names mean it in a list with these columns, where nothing
    /// must stand beside them.
    pub fn holds(&self, others: &Others<'_>) -> bool {
        let is_free = self.of.is_empty() && self.or.is_empty();
        if is_free { others.find(&self.unless).is_none() } else { self.shown_by(others).is_some() }
    }
}
