//! A device: what is known of it, from every source, with conflicts kept.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::reading::{Origin, Reading};
use super::value::{BadValue, Value};

/// One device. For each field it keeps what every source says, so that one can
/// be forgotten and the others still speak; the first reading is in force.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Device {
    readings: BTreeMap<Field, Vec<Reading>>,
}

/// A field whose sources differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict<'a> {
    pub field: Field,
    /// One reading for each value that differs, the one in force first.
    pub readings: Vec<&'a Reading>,
}

impl Device {
    /// The reading in force for a field.
    #[must_use]
    pub fn reading(&self, field: Field) -> Option<&Reading> {
        let first = self.readings.get(&field)?.first()?;
        let newer = (field == Field::Revision && !first.from.is_typed())
            .then(|| self.newest_revision())
            .flatten();
        newer.or(Some(first))
    }

    /// Updates only raise the revision of a build, so the highest is the newest.
    /// What a source says that tells of another build does not count.
    fn newest_revision(&self) -> Option<&Reading> {
        let build = self.value(Field::Build);
        let builds = self.readings.get(&Field::Build).map(Vec::as_slice).unwrap_or_default();
        let is_of_build = |reading: &&Reading| {
            let mut own = builds.iter().filter(|other| other.from.source == reading.from.source);
            own.all(|own| Some(&own.value) == build)
        };
        let fitting = self.readings.get(&Field::Revision)?.iter().filter(is_of_build);
        // The first of several that are as high.
        fitting.rev().max_by_key(|reading| reading.value.as_number())
    }

    /// What every source says of a field, the one in force first.
    #[must_use]
    pub fn said(&self, field: Field) -> &[Reading] {
        self.readings.get(&field).map(Vec::as_slice).unwrap_or_default()
    }

    /// The value in force for a field; `None` is "not known".
    #[must_use]
    pub fn value(&self, field: Field) -> Option<&Value> {
        self.reading(field).map(|reading| &reading.value)
    }

    /// The text in force for a field.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        self.value(field).and_then(Value::as_text)
    }

    /// The number in force for a field.
    #[must_use]
    pub fn number(&self, field: Field) -> Option<i64> {
        self.value(field).and_then(Value::as_number)
    }

    /// The yes or no in force for a field.
    #[must_use]
    pub fn answer(&self, field: Field) -> Option<bool> {
        self.value(field).and_then(Value::as_bool)
    }

    /// The readings in force, in the order of the fields.
    pub fn known(&self) -> impl Iterator<Item = &Reading> {
        self.readings.keys().filter_map(|field| self.reading(*field))
    }

    /// Whether nothing is known at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// The fields whose sources differ.
    pub fn conflicts(&self) -> impl Iterator<Item = Conflict<'_>> {
        self.readings.iter().filter_map(|(field, readings)| {
            let readings: Vec<&Reading> = distinct(*field, readings);
            (readings.len() > 1).then_some(Conflict { field: *field, readings })
        })
    }

    /// Every file and person that something was read from, by name.
    #[must_use]
    pub fn sources(&self) -> Vec<Arc<str>> {
        let mut names: Vec<Arc<str>> =
            self.readings.values().flatten().map(|r| Arc::clone(&r.from.source)).collect();
        names.sort();
        names.dedup();
        names
    }

    /// Adds a reading behind what is known. A source that says the same twice
    /// is heard once.
    pub fn add(&mut self, reading: Reading) {
        let field = reading.field;
        let known = self.readings.entry(field).or_default();
        let says_it_already = |other: &Reading| {
            other.from.source == reading.from.source && field.agree(&other.value, &reading.value)
        };
        if !known.iter().any(says_it_already) {
            known.push(reading);
        }
    }

    /// Adds many readings, first come first in force.
    pub fn add_all(&mut self, readings: impl IntoIterator<Item = Reading>) {
        for reading in readings {
            self.add(reading);
        }
    }

    /// Takes in what a source says once more: for the fields it speaks of now,
    /// what it said before is forgotten.
    pub fn renew(&mut self, readings: Vec<Reading>) {
        for reading in &readings {
            if let Some(known) = self.readings.get_mut(&reading.field) {
                known.retain(|other| other.from.source != reading.from.source);
            }
        }
        self.add_all(readings);
    }

    /// Puts what a person typed in force, in front of every other reading.
    ///
    /// # Errors
    /// Says what would fit when the text does not fit the field.
    pub fn type_in(&mut self, field: Field, typed: &str) -> Result<(), BadValue> {
        let value = field.kind().parse(typed)?;
        self.forget_typed(field);
        let reading = Reading::new(field, value, typed.trim(), Origin::typed());
        self.readings.entry(field).or_default().insert(0, reading);
        Ok(())
    }

    /// Takes back what a person typed; the sources speak again.
    pub fn forget_typed(&mut self, field: Field) {
        if let Some(readings) = self.readings.get_mut(&field) {
            readings.retain(|reading| !reading.from.is_typed());
            if readings.is_empty() {
                self.readings.remove(&field);
            }
        }
    }

    /// Settles a conflict: the reading at `index` of what [`Self::conflicts`]
    /// shows comes into force, and with it every source that agrees; the others
    /// stay behind. An index that is not there changes nothing.
    pub fn prefer(&mut self, field: Field, index: usize) {
        let Some(readings) = self.readings.get_mut(&field) else { return };
        let Some(chosen) = distinct(field, readings).get(index).map(|one| (*one).clone()) else {
            return;
        };
        // Sorting is stable: the chosen one, those that agree, the rest.
        readings.sort_by_key(|reading| {
            (*reading != chosen, !field.agree(&chosen.value, &reading.value))
        });
    }

    /// Forgets everything that was read from one source.
    pub fn forget_source(&mut self, source: &str) {
        for readings in self.readings.values_mut() {
            readings.retain(|reading| &*reading.from.source != source);
        }
        self.readings.retain(|_, readings| !readings.is_empty());
    }
}

/// The first reading of each value that differs, in the order of all.
fn distinct(field: Field, readings: &[Reading]) -> Vec<&Reading> {
    let mut said: Vec<&Reading> = Vec::new();
    for reading in readings {
        if !said.iter().any(|other| field.agree(&other.value, &reading.value)) {
            said.push(reading);
        }
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(megabytes: i64, source: &str) -> Reading {
        let from = Origin::line(&Arc::from(source), 1);
        Reading::new(Field::MemoryMb, megabytes, megabytes.to_string(), from)
    }

    fn device(readings: impl IntoIterator<Item = Reading>) -> Device {
        let mut device = Device::default();
        device.add_all(readings);
        device
    }

    #[test]
    fn sources_that_differ_stay_side_by_side_and_the_first_is_in_force() {
        let device = device([memory(16_384, "a.txt"), memory(8_192, "b.txt")]);
        assert_eq!(device.number(Field::MemoryMb), Some(16_384));
        let conflicts: Vec<_> = device.conflicts().collect();
        assert_eq!(conflicts.len(), 1);
        assert_eq!(conflicts[0].readings[1].from.to_string(), "b.txt:1");
    }

    #[test]
    fn sources_that_agree_are_no_conflict() {
        let device = device([memory(16_384, "a.txt"), memory(16_265, "b.txt")]);
        assert_eq!(device.conflicts().count(), 0);
    }

    #[test]
    fn what_one_source_said_stays_when_another_that_agreed_is_forgotten() {
        let mut device = device([memory(16_384, "a.txt"), memory(16_265, "b.txt")]);
        device.forget_source("a.txt");
        assert_eq!(device.number(Field::MemoryMb), Some(16_265));
        device.forget_source("b.txt");
        assert!(device.is_empty());
    }

    #[test]
    fn a_source_that_says_the_same_twice_is_heard_once() {
        let one = [memory(16_384, "a.txt"), memory(16_265, "a.txt"), memory(8_192, "a.txt")];
        let mut twice = device(one.clone());
        twice.add_all(one);
        assert_eq!(twice.readings[&Field::MemoryMb].len(), 2);
    }

    #[test]
    fn a_conflict_shows_each_value_once_and_the_choice_is_among_them() {
        let said = [(16_384, "a.txt"), (16_265, "b.txt"), (8_192, "c.txt"), (8_192, "d.txt")];
        let mut device = device(said.map(|(megabytes, source)| memory(megabytes, source)));
        let shown = |device: &Device| -> Vec<String> {
            let conflict = device.conflicts().next().unwrap();
            conflict.readings.iter().map(|one| one.from.to_string()).collect()
        };
        assert_eq!(shown(&device), ["a.txt:1", "c.txt:1"]);
        device.prefer(Field::MemoryMb, 1);
        assert_eq!(shown(&device), ["c.txt:1", "a.txt:1"]);
        device.forget_source("c.txt");
        assert_eq!(device.number(Field::MemoryMb), Some(8_192), "d.txt says the same");
        device.forget_source("d.txt");
        assert_eq!(device.number(Field::MemoryMb), Some(16_384));
        assert_eq!(device.conflicts().count(), 0);
    }

    #[test]
    fn a_source_that_speaks_again_replaces_what_it_said() {
        let mut device = device([memory(16_384, "a.txt"), memory(8_192, "b.txt")]);
        device.renew(vec![memory(4_096, "b.txt")]);
        let conflict = device.conflicts().next().unwrap();
        let values: Vec<_> = conflict.readings.iter().map(|one| one.value.clone()).collect();
        assert_eq!(values, [16_384_i64.into(), 4_096_i64.into()]);
    }

    fn text(field: Field, value: &'static str) -> Reading {
        Reading::new(field, value, value, Origin::line(&Arc::from("a.txt"), 1))
    }

    #[test]
    fn the_short_and_the_full_name_of_a_domain_are_no_conflict() {
        for pair in [["corp.contoso.com", "CORP"], ["CORP", "corp.contoso.com"]] {
            let device = device(pair.map(|name| text(Field::Domain, name)));
            assert_eq!(device.conflicts().count(), 0, "{pair:?}");
        }
        let other = ["corp.contoso.com", "FABRIKAM"].map(|name| text(Field::Domain, name));
        assert_eq!(device(other).conflicts().count(), 1);
    }

    #[test]
    fn reports_made_one_after_the_other_are_no_conflict() {
        let moments = ["2026-11-22T13:01:10Z", "2026-11-22T13:02:10Z"];
        let device = device(moments.map(|moment| text(Field::ObservedAt, moment)));
        assert_eq!(device.conflicts().count(), 0);
        assert_eq!(device.text(Field::ObservedAt), Some("2026-11-22T13:01:10Z"));
    }

    #[test]
    fn typing_what_a_source_says_is_no_conflict() {
        let mut device = device([memory(16_384, "a.txt")]);
        device.type_in(Field::MemoryMb, "16 GB").unwrap();
        assert_eq!(device.conflicts().count(), 0);
        device.add(Reading::new(Field::KeyGroup, 3308_i64, "3308", Origin::typed()));
        device.type_in(Field::KeyGroup, "3305").unwrap();
        assert_eq!(device.conflicts().count(), 0, "a device has several keys");
    }

    #[test]
    fn of_reports_of_different_days_the_newest_revision_is_in_force() {
        let said = |field, number: i64, source: &str| {
            let from = Origin::line(&Arc::from(source), 1);
            Reading::new(field, number, number.to_string(), from)
        };
        let mut device = device([
            said(Field::Build, 26_100, "a.txt"),
            said(Field::Revision, 1_742, "a.txt"),
            said(Field::Build, 26_100, "b.txt"),
            said(Field::Revision, 4_652, "b.txt"),
            said(Field::Revision, 2_033, "c.txt"),
            said(Field::Build, 22_631, "old.txt"),
            said(Field::Revision, 5_000, "old.txt"),
        ]);
        assert_eq!(device.number(Field::Revision), Some(4_652));
        assert!(device.conflicts().all(|conflict| conflict.field == Field::Build));
        assert!(device.known().any(|known| known.value == 4_652_i64.into()));
        device.forget_source("b.txt");
        assert_eq!(device.number(Field::Revision), Some(2_033));
        device.type_in(Field::Revision, "1000").unwrap();
        assert_eq!(device.number(Field::Revision), Some(1_000));
    }

    #[test]
    fn what_is_typed_wins_until_it_is_taken_back() {
        let mut device = device([memory(16_384, "a.txt")]);
        device.type_in(Field::MemoryMb, "32 GB").unwrap();
        assert_eq!(device.number(Field::MemoryMb), Some(32_768));
        device.forget_typed(Field::MemoryMb);
        assert_eq!(device.number(Field::MemoryMb), Some(16_384));
    }

    #[test]
    fn a_choice_between_sources_keeps_the_other() {
        let mut device = device([memory(16_384, "a.txt"), memory(8_192, "b.txt")]);
        device.prefer(Field::MemoryMb, 1);
        assert_eq!(device.number(Field::MemoryMb), Some(8_192));
        assert_eq!(device.conflicts().count(), 1);
        device.prefer(Field::MemoryMb, 9);
        assert_eq!(device.number(Field::MemoryMb), Some(8_192));
    }
}
