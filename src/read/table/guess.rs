//! Which column means what, guessed from its name and from the names beside it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::fold::{fold, split_unit, without_zero, words};
use super::head;
use super::knowledge::{Knowledge, ListKind};
use super::mapping::Column;
use super::meaning::{Meaning, Scale};
use super::rule::Others;
use crate::read::Format;

/// Guesses what each column means.
pub(super) fn guess(known: &Knowledge, format: Format, names: &[String]) -> Vec<Column> {
    let folded: Vec<String> = names.iter().map(|name| fold(name)).collect();
    let kind = known.kind(format, &folded);
    let columns = names.iter().map(|name| guess_one(known, kind, name)).collect();
    let mut guess = Guess { known, kind, folded: &folded, columns };
    guess.look_beside();
    guess.look_for_weak();
    // A weak name may be what another one has to stand beside.
    guess.look_beside();
    drop_twins(&mut guess.columns);
    guess.columns
}

/// How sure a name is.
mod score {
    use crate::read::table::mapping::Column;

    /// The tool that writes such lists names it so.
    pub const OF_TOOL: u8 = Column::CERTAIN;
    /// A usual name.
    pub const EXACT: u8 = 90;
    pub const BESIDE: u8 = 70;
    pub const PART: u8 = 60;
    pub const WEAK: u8 = 50;
}

/// The columns as they are guessed, and what is known of their names.
struct Guess<'a> {
    known: &'a Knowledge,
    kind: Option<&'a ListKind>,
    /// The names, folded, in the order of the columns.
    folded: &'a [String],
    columns: Vec<Column>,
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
        let title = kind.namer();
        if kind.checks.as_ref().is_some_and(|checks| checks.columns.contains_key(&folded)) {
            return column(Meaning::Check, score::OF_TOOL, format!("{title} names a check so."));
        }
        if kind.leaves(&folded) {
            return unknown(&format!("In {title} this says nothing that is needed."));
        }
        if let Some(meaning) = kind.columns.get(&folded) {
            return column(*meaning, score::OF_TOOL, format!("{title} names it so."));
        }
    }
    if let Some(meaning) = head::exact(known, &folded) {
        return column(meaning, score::EXACT, format!("A usual name for it: {}.", meaning.label()));
    }
    match part(known, name) {
        Some((meaning, words)) => {
            column(meaning, score::PART, format!("The name holds \u{201c}{words}\u{201d}."))
        }
        None => unknown("The name is not known."),
    }
}

impl<'a> Guess<'a> {
    /// Gives a meaning to names that have one only beside another column. Where a
    /// column has that meaning already, they are read where it says nothing,
    /// unless they would tell one device from another: "Name" may be that of a
    /// person.
    fn look_beside(&mut self) {
        let mut others = self.others();
        for (place, name) in self.folded.iter().enumerate() {
            let mut rules = self.known.beside.iter().filter(|rule| rule.names.contains(name));
            let shown = rules.find_map(|rule| Some((rule.meaning, rule.shown_by(&others)?)));
            let Some((meaning, by)) = shown else { continue };
            let Some(column) = self.open_column(place, name) else { continue };
            column.because = format!("It stands beside a column that is {by}.");
            if !others.meanings.contains(&meaning) {
                (column.meaning, column.score) = (Some(meaning), score::BESIDE);
                others.meanings.insert(meaning);
            } else if meaning.identifies() {
                column.because = is_taken(meaning);
            } else {
                column.spare = Some((meaning, None));
            }
        }
    }

    /// Gives a meaning to names that have it where no other column does. They are
    /// never read in place of an empty cell of that one: the vendor may be who
    /// sold the device, and the display name what somebody calls it.
    fn look_for_weak(&mut self) {
        let mut others = self.others();
        for (place, name) in self.folded.iter().enumerate() {
            let mut rules = self.known.weak.iter().filter(|rule| rule.names.contains(name));
            let Some(rule) = rules.find(|rule| rule.holds(&others)) else { continue };
            let Some(column) = self.open_column(place, name) else { continue };
            if others.meanings.contains(&rule.meaning) {
                column.because = is_taken(rule.meaning);
            } else {
                (column.meaning, column.score) = (Some(rule.meaning), score::WEAK);
                column.because = format!("It can be a name for it: {}.", rule.meaning.label());
                others.meanings.insert(rule.meaning);
            }
        }
    }

    /// All names, and what is known of them so far.
    fn others(&self) -> Others<'a> {
        let meanings = self.columns.iter().filter_map(|column| column.meaning).collect();
        Others::new(self.folded, meanings)
    }

    /// A column that may yet be given a meaning.
    fn open_column(&mut self, place: usize, folded: &str) -> Option<&mut Column> {
        if self.kind.is_some_and(|kind| kind.leaves(folded)) {
            return None;
        }
        let is_open = |column: &&mut Column| column.meaning.is_none() && column.spare.is_none();
        self.columns.get_mut(place).filter(is_open)
    }
}

fn is_taken(meaning: Meaning) -> String {
    format!("Another column is {} already.", meaning.label())
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
    let mut order: Vec<usize> = (0..columns.len()).collect();
    order.sort_by_key(|place| {
        columns.get(*place).map_or(0, |column| Column::CERTAIN - column.score)
    });
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
            if is_new && column.score >= score::EXACT {
                column.spare = Some((meaning, column.scale));
                column.because = format!(
                    "Another column is {label} already; this one is read where that says nothing."
                );
            } else {
                column.because = is_taken(meaning);
            }
            (column.meaning, column.scale, column.score) = (None, None, 0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::mapping::remap;
    use super::*;
    use crate::read::table::knowledge::knowledge;

    fn columns(names: &[&str], format: Format) -> Vec<Column> {
        let known = knowledge().unwrap();
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        guess(known, format, &names)
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
        check(&["Asset name", "Name", "Serial"], Format::Table, &[name, None, serial]);
        check(&["Display name", "Name", "Serial"], Format::Table, &[None, name, serial]);
        check(&["Display name", "Model"], Format::Table, &[name, Some(Meaning::Model)]);
        check(&["Name", "First name", "Serial"], Format::Table, &[None, None, serial]);
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
}
