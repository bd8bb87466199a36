//! Which column means what: guessed from its name, chosen by a person,
//! remembered for the next list with the same columns.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::fold::{fold, split_unit, without_zero, words};
use super::head;
use super::knowledge::{Knowledge, ListKind};
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
    (column.score, column.because) = (100, because.to_owned());
}

/// Guesses what each column means.
pub(super) fn guess(known: &Knowledge, kind: Option<&ListKind>, names: &[String]) -> Vec<Column> {
    let mut columns: Vec<Column> = names.iter().map(|name| guess_one(known, kind, name)).collect();
    look_beside(known, kind, &mut columns);
    drop_twins(&mut columns);
    columns
}

fn guess_one(known: &Knowledge, kind: Option<&ListKind>, name: &str) -> Column {
    let folded = fold(name);
    let plain = without_zero(&folded).unwrap_or(&folded);
    let column = |meaning: Meaning, score: u8, because: String| Column {
        name: Arc::from(name),
        meaning: Some(meaning),
        scale: scale(kind, &folded, plain).filter(|_| meaning.has_unit()),
        score,
        because,
        spare: None,
    };
    let unknown = |because: &str| Column {
        name: Arc::from(name),
        meaning: None,
        scale: None,
        score: 0,
        because: because.to_owned(),
        spare: None,
    };
    if let Some(kind) = kind {
        let title = kind.format.title();
        if kind.checks.as_ref().is_some_and(|checks| checks.columns.contains_key(&folded)) {
            return column(Meaning::Check, 100, format!("{title} names a check so."));
        }
        if kind.leave.contains(&folded) {
            return unknown(&format!("In {title} this says nothing that is needed."));
        }
        if let Some(meaning) = kind.columns.get(&folded) {
            return column(*meaning, 100, format!("{title} names it so."));
        }
    }
    if let Some(meaning) = head::exact(known, &folded) {
        return column(meaning, 90, format!("A usual name for it: {}.", meaning.label()));
    }
    match part(known, name) {
        Some((meaning, words)) => {
            column(meaning, 60, format!("The name holds \u{201c}{words}\u{201d}."))
        }
        None => unknown("The name is not known."),
    }
}

/// Gives a meaning to names that have one only beside another column. Where a
/// column has that meaning already, they are read where it says nothing, unless
/// they would tell one device from another: "Name" may be that of a person.
fn look_beside(known: &Knowledge, kind: Option<&ListKind>, columns: &mut [Column]) {
    for place in 0..columns.len() {
        let Some(column) = columns.get(place).filter(|column| column.meaning.is_none()) else {
            continue;
        };
        let folded = fold(&column.name);
        if kind.is_some_and(|kind| kind.leave.contains(&folded)) {
            continue;
        }
        let has = |meaning| columns.iter().any(|column| column.meaning == Some(meaning));
        let Some((meaning, of)) = known.beside(&folded, has) else { continue };
        let is_taken = has(meaning);
        let Some(column) = columns.get_mut(place) else { continue };
        column.because = format!("It stands beside a column that is {}.", of.label());
        if !is_taken {
            (column.meaning, column.score) = (Some(meaning), 70);
        } else if meaning.identifies() {
            column.because = format!("Another column is {} already.", meaning.label());
        } else {
            column.spare = Some((meaning, None));
        }
    }
}

/// The unit that the name or the kind of list says.
fn scale(kind: Option<&ListKind>, folded: &str, plain: &str) -> Option<Scale> {
    let own = kind.and_then(|kind| kind.units.get(folded).copied());
    own.or_else(|| split_unit(plain).map(|(_, unit)| unit))
}

/// A known name inside a longer one.
fn part(known: &Knowledge, name: &str) -> Option<(Meaning, String)> {
    let all = words(name);
    known.parts.iter().find_map(|part| {
        let inside = all.windows(part.words.len()).any(|window| window == part.words);
        let never = known.never.get(&part.meaning);
        let other = never.is_some_and(|never| all.iter().any(|word| never.contains(word)));
        (inside && !other).then(|| (part.meaning, part.words.join(" ")))
    })
}

/// Where several columns seem to mean the same, the surest one stands, and of
/// equals the first. The others are read where it says nothing, if their names
/// are sure and not the same: a second "Serial" is that of a screen.
fn drop_twins(columns: &mut [Column]) {
    const SURE: u8 = 90;
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|place| columns.get(*place).map_or(0, |column| 100 - column.score));
    let mut taken: BTreeMap<Meaning, BTreeSet<String>> = BTreeMap::new();
    for place in order {
        let Some(column) = columns.get_mut(place) else { continue };
        let Some(meaning) = column.meaning.filter(|meaning| *meaning != Meaning::Check) else {
            continue;
        };
        let names = taken.entry(meaning).or_default();
        let is_first = names.is_empty();
        let is_new = names.insert(fold(&column.name));
        if !is_first {
            let label = meaning.label();
            if is_new && column.score >= SURE {
                column.spare = Some((meaning, column.scale));
                column.because = format!(
                    "Another column is {label} already; this one is read where that says nothing."
                );
            } else {
                column.because = format!("Another column is {label} already.");
            }
            (column.meaning, column.scale, column.score) = (None, None, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::Format;
    use crate::read::table::knowledge::knowledge;

    fn columns(names: &[&str], format: Format) -> Vec<Column> {
        let known = knowledge().unwrap();
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        guess(known, known.kind(format), &names)
    }

    fn check(names: &[&str], format: Format, expected: &[Option<Meaning>]) {
        let found: Vec<_> = columns(names, format).iter().map(|column| column.meaning).collect();
        assert_eq!(found, expected, "{names:?}");
    }

    #[test]
    fn names_are_known_in_many_languages() {
        check(
            &["Seriennummer", "Modèle", "Fabricante", "Имя компьютера", "Raum"],
            Format::Table,
            &[
                Some(Meaning::Serial),
                Some(Meaning::Model),
                Some(Meaning::Manufacturer),
                Some(Meaning::Hostname),
                None,
            ],
        );
    }

    #[test]
    fn a_longer_name_counts_unless_it_is_of_something_else() {
        check(&["Asset: serial number"], Format::Table, &[Some(Meaning::Serial)]);
        check(&["Monitor serial number"], Format::Table, &[None]);
        check(&["User display name"], Format::Table, &[None]);
    }

    #[test]
    fn of_twins_the_surest_stands() {
        check(
            &["Laptop serial number", "Serial number", "Serial"],
            Format::Table,
            &[None, Some(Meaning::Serial), None],
        );
    }

    #[test]
    fn some_names_say_something_beside_others_only() {
        let (name, serial) = (Some(Meaning::Hostname), Some(Meaning::Serial));
        check(&["Name", "Serial", "Model"], Format::Table, &[name, serial, Some(Meaning::Model)]);
        check(&["Name", "Color", "Model"], Format::Table, &[None, None, Some(Meaning::Model)]);
        check(&["Name", "Hostname", "Serial"], Format::Table, &[None, name, serial]);
        check(&["OS", "Version"], Format::Table, &[Some(Meaning::Os), Some(Meaning::OsVersion)]);
        let taken = ["OS", "OS version", "Version"];
        check(&taken, Format::Table, &[Some(Meaning::Os), Some(Meaning::OsVersion), None]);
        assert!(columns(&taken, Format::Table)[2].spare.is_some());
        check(&["BIOS", "Version"], Format::Table, &[None, None]);
        check(&["OSname", "Version"], Format::Lansweeper, &[Some(Meaning::Os), None]);
    }

    #[test]
    fn a_twin_is_spare_when_its_name_is_sure_and_another() {
        let spare = |names: &[&str]| {
            let columns = columns(names, Format::Table);
            columns.iter().map(|column| column.spare.is_some()).collect::<Vec<_>>()
        };
        assert_eq!(spare(&["Serial number", "Service Tag"]), [false, true]);
        assert_eq!(spare(&["Serial", "Serial", "RAM"]), [false, false, false]);
        assert_eq!(spare(&["Serial number", "Old serial number"]), [false, false]);
        let mut chosen = columns(&["Serial number", "Service Tag", "Tag"], Format::Table);
        remap(&mut chosen, 2, Some(Meaning::Serial));
        assert!(chosen.iter().all(|column| column.spare.is_none()));
    }

    #[test]
    fn the_device_id_of_intune_is_not_that_of_entra() {
        check(
            &["Device ID", "Microsoft Entra Device ID"],
            Format::IntuneDevices,
            &[None, Some(Meaning::DeviceId)],
        );
        check(&["deviceId", "objectId"], Format::EntraDevices, &[Some(Meaning::DeviceId), None]);
    }

    #[test]
    fn units_come_from_the_name_or_the_tool() {
        let scale = |name: &str, format| columns(&[name], format)[0].scale;
        assert_eq!(scale("Memory (MB)", Format::Table), Some(Scale::MB));
        assert_eq!(scale("TotalPhysicalMemory0", Format::ConfigMgr), Some(Scale::KB));
        assert_eq!(scale("RAM", Format::Table), None);
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
