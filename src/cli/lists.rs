//! The rows of a list that are of the device that is meant.

use std::cmp::Ordering;

use super::fail::Fail;
use crate::device::{Field, Reading};
use crate::read::apart::{Called, Identity};
use crate::read::table::{Duplicates, FreshRow, List, Repeats};
use crate::read::{Problem, Recognised};

/// The fields that tell one device from another, the surest first.
const NAMES: [Field; 4] = [Field::Serial, Field::Uuid, Field::DeviceId, Field::Hostname];

/// What is looked for in a list.
pub struct Search<'a> {
    pub file: &'a Recognised,
    pub list: &'a List,
    /// What a person calls the device.
    pub asked: Option<&'a str>,
    /// What is known of the device.
    pub known: &'a Identity,
}

/// What a list says of the device that is looked for.
pub enum Found {
    Rows(Listed),
    /// It is none of these devices, or nothing tells that it is one of them.
    Nothing {
        devices: usize,
        is_sure: bool,
    },
    /// Nothing tells which of these devices it is, or that it is none.
    Unsure {
        devices: usize,
        first: Listed,
    },
    /// Rows that it could be are of several devices.
    Several(Fail),
}

/// What rows of a list say.
pub struct Listed {
    pub readings: Vec<Reading>,
    /// Those that are not among the problems of its file.
    pub problems: Vec<Problem>,
    /// By what the person called it.
    pub called: Option<Called>,
}

/// What was found, and why the list was not read to its end.
pub struct Searched {
    pub found: Found,
    pub fault: Option<Problem>,
}

impl Search<'_> {
    pub fn run(&self) -> Searched {
        if self.file.readings.is_empty() {
            self.rows()
        } else {
            Searched { found: self.lone(), fault: None }
        }
    }

    /// A list of one device: all of its rows were read with the file.
    fn lone(&self) -> Found {
        let readings = self.file.readings.clone();
        let identity = Identity::of(&readings);
        let called = self.asked.and_then(|asked| identity.called(asked));
        let listed = Listed { readings, problems: Vec::new(), called };
        match self.rank(|field| self.known.same_in(field, &identity), called) {
            Rank::Same(_) => Found::Rows(listed),
            Rank::Other => Found::Nothing { devices: 1, is_sure: true },
            Rank::Unknown => Found::Unsure { devices: 1, first: listed },
        }
    }

    fn rows(&self) -> Searched {
        let (mut devices, mut seen) = (0, Duplicates::default());
        let mut best: Option<Best> = None;
        let (mut first, mut unknown, mut other) = (None, false, false);
        let mut rows = self.list.rows();
        while let Some(row) = rows.advance() {
            if !row.is_device() {
                continue;
            }
            devices += usize::from(seen.note_fresh(&row).is_none());
            let called = self.asked.and_then(|asked| row.called(asked));
            let same = |field| self.known.same(field, row.text(field)?);
            match self.rank(same, called) {
                Rank::Same(rank) => Best::take(&mut best, rank, called, &row),
                Rank::Unknown => unknown = true,
                Rank::Other => other = true,
            }
            first.get_or_insert_with(|| Repeats::of(&row));
        }
        let found = match (best, first) {
            (Some(best), _) => self.found(best),
            (None, Some(first)) if !other => {
                Found::Unsure { devices, first: Listed::of(first, None) }
            }
            _ => Found::Nothing { devices, is_sure: !unknown },
        };
        Searched { found, fault: rows.fault().cloned() }
    }

    /// How surely a row is the device that is meant. The surest of what both
    /// have decides: of two devices with one name the serial number tells.
    fn rank(&self, same: impl Fn(Field) -> Option<bool>, called: Option<Called>) -> Rank {
        let known = NAMES.iter().enumerate().find_map(|(rank, field)| Some((rank, same(*field)?)));
        match (known, called) {
            (Some((rank, true)), _) => Rank::Same(rank),
            (Some((_, false)), _) => Rank::Other,
            (None, Some(Called::ById)) => Rank::Same(NAMES.len()),
            (None, Some(Called::ByName)) => Rank::Same(NAMES.len() + 1),
            // Whoever names a device says by what it shall be found.
            (None, None) if self.asked.is_some() && self.known.is_empty() => Rank::Other,
            (None, None) => Rank::Unknown,
        }
    }

    fn found(&self, best: Best) -> Found {
        if best.others.is_empty() {
            return Found::Rows(Listed::of(best.rows, best.called));
        }
        let name = || self.known.hostname().or(self.known.serial.as_deref());
        // Where the maker alone differs, a name tells the devices apart.
        let differs = best.others.iter().find(|field| **field != Field::Manufacturer);
        Found::Several(Fail::SeveralOfThatName {
            asked: self.asked.or_else(name).unwrap_or_default().to_owned(),
            file: self.file.source.to_string(),
            rows: best.others.len() + 1,
            differ_in: differs.copied().unwrap_or(Field::Manufacturer),
        })
    }
}

impl Listed {
    fn of(rows: Repeats, called: Option<Called>) -> Self {
        let (readings, problems) = rows.finish();
        Self { readings, problems, called }
    }

    pub fn identity(&self) -> Identity {
        Identity::of(&self.readings)
    }

    /// A name by which a person could ask for it.
    pub fn example(&self) -> String {
        let text = |field| self.readings.iter().find(|said| said.field == field)?.value.as_text();
        match NAMES.into_iter().find_map(text) {
            Some(name) if name.contains(' ') => format!("\"{name}\""),
            Some(name) => name.to_owned(),
            None => "SERIAL".to_owned(),
        }
    }
}

#[derive(PartialEq, Eq)]
enum Rank {
    /// It is the device; a smaller number is surer.
    Same(usize),
    Other,
    /// The row and what is known have nothing in common to compare.
    Unknown,
}

/// The rows that are most surely the device.
struct Best {
    rank: usize,
    called: Option<Called>,
    rows: Repeats,
    /// In what rows that are as sure are of another device.
    others: Vec<Field>,
}

impl Best {
    fn of(rank: usize, called: Option<Called>, row: &FreshRow<'_>) -> Self {
        Self { rank, called, rows: Repeats::of(row), others: Vec::new() }
    }

    /// Takes a row in, unless there is a surer one.
    fn take(best: &mut Option<Self>, rank: usize, called: Option<Called>, row: &FreshRow<'_>) {
        match best {
            Some(known) => match rank.cmp(&known.rank) {
                Ordering::Less => *known = Self::of(rank, called, row),
                Ordering::Equal => known.add(called, row),
                Ordering::Greater => {}
            },
            None => *best = Some(Self::of(rank, called, row)),
        }
    }

    fn add(&mut self, called: Option<Called>, row: &FreshRow<'_>) {
        match self.rows.differ(row) {
            None => self.rows.add(row),
            // The device is known by each of them.
            Some(field) if NAMES.get(self.rank) == Some(&field) => self.rows.add(row),
            Some(field) => match (self.called, called) {
                (Some(_), None) => {}
                (None, Some(_)) => *self = Self::of(self.rank, called, row),
                _ => self.others.push(field),
            },
        }
    }
}
