//! The row of a list that is meant: the one that was asked for, the one of the
//! device that the reports are about, or the only one.

use std::cmp::Ordering;

use super::fail::Fail;
use crate::device::{Device, Field, Reading, Value};
use crate::read::apart::Identity;
use crate::read::table::{Duplicates, FreshRow, List, Row};
use crate::read::{Problem, Recognised};

/// The fields that tell one device from another, the surest first.
const NAMES: [Field; 4] = [Field::Serial, Field::Uuid, Field::DeviceId, Field::Hostname];

/// What all files say of the one device, in their order.
#[derive(Default)]
pub struct Chosen {
    pub readings: Vec<Vec<Reading>>,
    /// Of rows that were chosen, and of lists in which the device is not.
    pub problems: Vec<Problem>,
}

/// Chooses the row of every list.
pub fn choose(files: &[&Recognised], asked: Option<&str>) -> Result<Chosen, Fail> {
    let mut known = Device::default();
    for report in files.iter().filter(|file| file.list.is_none()) {
        known.add_all(report.readings.iter().cloned());
    }
    let mut chosen = Chosen::default();
    let mut found = asked.is_none_or(|asked| Identity::of_device(&known).called(asked).is_some());
    for file in files {
        let Some(list) = &file.list else {
            chosen.readings.push(file.readings.clone());
            continue;
        };
        let search = Search { file, asked, known: &known };
        match search.row(list)? {
            Found::Row(row) => {
                found = true;
                // A lone device's problems are among those of its file, and so
                // is what all of its rows say.
                let readings = if file.readings.is_empty() {
                    chosen.problems.extend(row.problems);
                    row.readings
                } else {
                    file.readings.clone()
                };
                known.add_all(readings.iter().cloned());
                chosen.readings.push(readings);
            }
            Found::Nothing { devices } => chosen.problems.extend(absent(file, devices)),
        }
    }
    match asked {
        Some(asked) if !found => {
            Err(left_aside(files, asked).unwrap_or_else(|| Fail::NoSuchDevice {
                asked: asked.to_owned(),
                files: files.iter().map(|file| &*file.source).collect::<Vec<_>>().join(", "),
            }))
        }
        _ => Ok(chosen),
    }
}

/// Of a device that stands in a list and is none of those that are read.
fn left_aside(files: &[&Recognised], asked: &str) -> Option<Fail> {
    let lists = files.iter().filter_map(|file| file.list.as_ref());
    let problems: Vec<Problem> = lists.filter_map(|list| list.why_aside(asked)).collect();
    let asked = asked.to_owned();
    (!problems.is_empty()).then_some(Fail::LeftAside { asked, problems })
}

/// A list without any device says so itself.
fn absent(file: &Recognised, devices: usize) -> Option<Problem> {
    let message = match devices {
        0 => return None,
        1 => "The one device of this list is another; it was left aside.".to_owned(),
        more => format!("None of the {more} devices of this list is this one."),
    };
    Some(Problem::of_file(&file.source, message))
}

enum Found {
    Row(Row),
    Nothing { devices: usize },
}

/// What is looked for in a list.
struct Search<'a> {
    file: &'a Recognised,
    asked: Option<&'a str>,
    /// What the reports say of the device.
    known: &'a Device,
}

impl Search<'_> {
    fn row(&self, list: &List) -> Result<Found, Fail> {
        let mut devices = 0;
        let mut seen = Duplicates::default();
        let mut best: Option<(usize, Row)> = None;
        let mut others = Vec::new();
        let (mut first, mut comparable) = (None, false);
        let mut rows = list.rows();
        while let Some(row) = rows.advance() {
            if !row.is_device() {
                continue;
            }
            devices += usize::from(seen.note_fresh(&row).is_none());
            let rank = self.rank(&row);
            comparable |= rank != Rank::Unknown;
            if let Rank::Same(rank) = rank {
                match best.as_ref().map_or(Ordering::Less, |(known, _)| rank.cmp(known)) {
                    Ordering::Less => (best, others) = (Some((rank, row.to_row())), Vec::new()),
                    Ordering::Equal => others.extend(other(best.as_ref(), &row)),
                    Ordering::Greater => {}
                }
            }
            first.get_or_insert_with(|| row.to_row());
        }
        match (best, first) {
            (Some(_), _) if !others.is_empty() => Err(self.ambiguous(&others)),
            (Some((_, row)), _) => Ok(Found::Row(row)),
            (None, Some(row)) if devices == 1 && !comparable => Ok(Found::Row(row)),
            (None, Some(row)) if !comparable => Err(self.several(devices, &row)),
            _ => Ok(Found::Nothing { devices }),
        }
    }

    /// How surely a row is the device that is meant.
    fn rank(&self, row: &FreshRow<'_>) -> Rank {
        if let Some(asked) = self.asked {
            return if row.called(asked).is_some() { Rank::Same(0) } else { Rank::Other };
        }
        let both = NAMES
            .iter()
            .enumerate()
            .filter_map(|(rank, field)| Some((rank, self.known.text(*field)?, row.text(*field)?)));
        // The surest of what both have decides: of two devices with one name
        // the serial number tells.
        match both.into_iter().next() {
            None => Rank::Unknown,
            Some((rank, known, listed)) if known.trim().eq_ignore_ascii_case(listed.trim()) => {
                Rank::Same(rank)
            }
            Some(_) => Rank::Other,
        }
    }

    fn ambiguous(&self, others: &[Other]) -> Fail {
        let name = || NAMES.iter().rev().find_map(|field| self.known.text(*field));
        let of_one_serial = others.iter().all(|other| *other == Other::Maker);
        Fail::SeveralOfThatName {
            asked: self.asked.or_else(name).unwrap_or_default().to_owned(),
            file: self.file.source.to_string(),
            rows: others.len() + 1,
            differ_in: if of_one_serial { "manufacturers" } else { "serial numbers" },
        }
    }

    fn several(&self, devices: usize, first: &Row) -> Fail {
        let name = NAMES.iter().find_map(|field| first.text(*field));
        let example = match name {
            Some(name) if name.contains(' ') => format!("\"{name}\""),
            Some(name) => name.to_owned(),
            None => "SERIAL".to_owned(),
        };
        Fail::SeveralDevices { file: self.file.source.to_string(), devices, example }
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

/// How a second row of the same name is another device.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Other {
    Serial,
    /// Makers number their devices by themselves.
    Maker,
}

/// In what a second row of the same name differs; `None` when it is of the same
/// device again.
fn other(best: Option<&(usize, Row)>, row: &FreshRow<'_>) -> Option<Other> {
    let both = |field| best.and_then(|(_, best)| best.text(field)).zip(row.text(field));
    let is_same = |(a, b): (&str, &str)| a.eq_ignore_ascii_case(b);
    match both(Field::Serial) {
        Some(serials) if is_same(serials) => {
            let value = |maker: &str| Value::from(maker.to_owned());
            let is_same = |(a, b): (&str, &str)| Field::Manufacturer.agree(&value(a), &value(b));
            let makers = both(Field::Manufacturer);
            makers.is_some_and(|makers| !is_same(makers)).then_some(Other::Maker)
        }
        Some(_) => Some(Other::Serial),
        None => (!both(Field::DeviceId).is_some_and(is_same)).then_some(Other::Serial),
    }
}
