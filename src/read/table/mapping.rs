//! Which column means what: guessed from its name ([`super::guess`]), chosen by a person,
//! remembered for the next list with the same columns.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::fold::fold;
use super::meaning::{Meaning, Scale};

/// One column and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The name as it stands in the list.
    pub name: Arc<str>,
    /// `None`: the column is not read.
    pub meaning: Option<Meaning>,
    /// The unit of its numbers, where one is known.
    pub scale: Option<Scale>,
    /// How sure the guess is, from 0 to 100; a choice of a person is 100.
    pub score: u8,
    /// Why it is taken for that, as a sentence.
    pub because: String,
    /// What it is read for in rows where the column with that meaning says
    /// nothing.
    pub(super) spare: Option<(Meaning, Option<Scale>)>,
}

/// A short, stable name of a list's columns: the same columns in the same
/// order have the same one, however they are written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(String);

/// What the columns of a list mean, as it is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    pub fingerprint: Fingerprint,
    /// In the order of the columns.
    pub columns: Vec<Mapped>,
}

/// What one column means, as it is remembered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapped {
    /// The name, for whoever reads the file.
    pub name: String,
    #[serde(default)]
    pub meaning: Option<Meaning>,
    #[serde(default)]
    pub scale: Option<Scale>,
}

/// The mappings that were chosen before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mappings(BTreeMap<Fingerprint, Mapping>);

impl Fingerprint {
    pub(super) fn of(names: &[Arc<str>]) -> Self {
        let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
        let hash = Sha256::digest(folded.join("\u{1f}"));
        let start = hash.iter().take(8).fold(0_u64, |all, byte| all << 8 | u64::from(*byte));
        Self(format!("{start:016x}"))
    }
}

impl Column {
    /// The score of what leaves no doubt: a choice, or the name that a tool gives.
    pub(super) const CERTAIN: u8 = 100;
}

impl Mapping {
    pub(super) fn of(columns: &[Column]) -> Self {
        let names: Vec<Arc<str>> = columns.iter().map(|column| Arc::clone(&column.name)).collect();
        let mapped = columns.iter().map(|column| Mapped {
            name: column.name.to_string(),
            meaning: column.meaning,
            scale: column.scale,
        });
        Self { fingerprint: Fingerprint::of(&names), columns: mapped.collect() }
    }

    /// Takes the columns for what was remembered; others than those it was
    /// made for stay as they are.
    pub(super) fn apply(&self, columns: &mut [Column]) {
        let names: Vec<Arc<str>> = columns.iter().map(|column| Arc::clone(&column.name)).collect();
        if self.fingerprint != Fingerprint::of(&names) || self.columns.len() != columns.len() {
            return;
        }
        for (column, mapped) in columns.iter_mut().zip(&self.columns) {
            if (column.meaning, column.scale) != (mapped.meaning, mapped.scale) {
                let because = "As you chose it for a list with the same columns.";
                choose(column, mapped.meaning, mapped.scale, because);
            }
        }
    }
}

impl Mappings {
    /// Remembers a mapping in place of an earlier one for the same columns.
    pub fn remember(&mut self, mapping: Mapping) {
        self.0.insert(mapping.fingerprint.clone(), mapping);
    }

    /// Forgets what was chosen for these columns.
    pub fn forget(&mut self, fingerprint: &Fingerprint) {
        self.0.remove(fingerprint);
    }

    pub(super) fn get(&self, fingerprint: &Fingerprint) -> Option<&Mapping> {
        self.0.get(fingerprint)
    }
}

/// Gives a column another meaning. A meaning belongs to one column, so another
/// one that has it loses it.
pub(super) fn remap(columns: &mut [Column], place: usize, meaning: Option<Meaning>) {
    let before = columns.get(place).and_then(|column| column.meaning);
    for (other, column) in columns.iter_mut().enumerate() {
        // A choice leaves nothing to guess.
        let is_moot = |(spare, _): &(Meaning, _)| [meaning, before].contains(&Some(*spare));
        column.spare = column.spare.filter(|spare| !is_moot(spare));
        if other == place {
            let scale = column.scale;
            choose(column, meaning, scale, "You chose it.");
        } else if meaning.is_some() && column.meaning == meaning && meaning != Some(Meaning::Check)
        {
            choose(column, None, None, "You chose another column for it.");
        }
    }
}

fn choose(column: &mut Column, meaning: Option<Meaning>, scale: Option<Scale>, because: &str) {
    let scale = scale.filter(|_| meaning.is_some_and(Meaning::has_unit));
    (column.meaning, column.scale, column.spare) = (meaning, scale, None);
    (column.score, column.because) = (Column::CERTAIN, because.to_owned());
}

#[cfg(test)]
mod tests {
    use super::super::guess::guess;
    use super::super::knowledge::knowledge;
    use super::*;
    use crate::read::Format;

    fn columns(names: &[&str], format: Format) -> Vec<Column> {
        let known = knowledge().unwrap();
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        guess(known, format, &names)
    }

    #[test]
    fn a_choice_is_remembered_for_the_same_columns_only() {
        let mut first = columns(&["Tag", "Model"], Format::Table);
        remap(&mut first, 0, Some(Meaning::Serial));
        let mut mappings = Mappings::default();
        mappings.remember(Mapping::of(&first));
        let saved = ron::to_string(&mappings).unwrap();
        let mappings: Mappings = ron::from_str(&saved).unwrap();
        let mut again = columns(&["TAG", "model"], Format::Table);
        let mapping = Mapping::of(&again);
        mappings.get(&mapping.fingerprint).expect("the same columns").apply(&mut again);
        assert_eq!(again[0].meaning, Some(Meaning::Serial));
        let other = Mapping::of(&columns(&["Model", "Tag"], Format::Table));
        assert_eq!(mappings.get(&other.fingerprint), None);
    }

    #[test]
    fn a_meaning_moves_from_one_column_to_another() {
        let mut columns = columns(&["Serial number", "Inventory"], Format::Table);
        remap(&mut columns, 1, Some(Meaning::Serial));
        assert_eq!((columns[0].meaning, columns[1].meaning), (None, Some(Meaning::Serial)));
        assert_eq!(columns[1].score, 100);
    }
}
