//! What a list says when it has a single device, on however many rows.

use std::sync::Arc;

use super::duplicates::Duplicates;
use super::list::List;
use super::row::Row;
use super::sheets::Spot;
use crate::device::Reading;
use crate::read::Problem;

/// How many rows are told of that are no device, or the same one again.
const MOST_ROWS: u32 = 3;

/// How many rows of one device are read.
const MOST_REPEATS: u32 = 20;

/// What stands in a list.
pub(super) enum Lone {
    Nothing { problems: Vec<Problem> },
    One { readings: Vec<Reading>, problems: Vec<Problem> },
    Several,
}

/// Goes through a list until it has more than one device.
pub(super) fn of(list: &List) -> Lone {
    let mut one: Option<One> = None;
    let mut seen = Duplicates::default();
    let mut aside = Aside::default();
    let mut rows = list.rows();
    while let Some(row) = rows.advance() {
        if !row.is_device() {
            aside.note(row.problems());
            continue;
        }
        let before = seen.note_fresh(&row);
        match &mut one {
            None => {
                let at = row.spot();
                let Row { readings, problems, .. } = row.to_row();
                one = Some(One { at, again: 0, again_at: None, readings, problems });
            }
            Some(one) if before.is_some() => {
                one.again += 1;
                if one.again <= MOST_REPEATS {
                    one.add(row.spot(), row.to_row());
                }
            }
            Some(_) => return Lone::Several,
        }
    }
    let source = list.source();
    let Some(mut one) = one else { return Lone::Nothing { problems: aside.problems(source) } };
    one.problems.extend(one.told(source));
    one.problems.extend(aside.problems(source));
    Lone::One { readings: one.readings, problems: one.problems }
}

/// The only device so far.
struct One {
    at: Spot,
    /// How many more rows are of it, and where the first of them is.
    again: u32,
    again_at: Option<Spot>,
    readings: Vec<Reading>,
    problems: Vec<Problem>,
}

impl One {
    /// Adds what another row of the device says otherwise.
    fn add(&mut self, at: Spot, row: Row) {
        self.again_at.get_or_insert(at);
        for reading in row.readings {
            let is_known = |known: &Reading| {
                known.field == reading.field && known.field.agree(&known.value, &reading.value)
            };
            if !self.readings.iter().any(is_known) {
                self.readings.push(reading);
            }
        }
        self.problems.extend(row.problems);
    }

    fn told(&self, source: &Arc<str>) -> Option<Problem> {
        let again_at = self.again_at.as_ref()?;
        let message = match self.again {
            1 => format!("This row is of the same device as {}.", self.at),
            more => {
                format!("This row and {} more are of the same device as {}.", more - 1, self.at)
            }
        };
        Some(Problem::at(source, again_at.line, 0, again_at.message(message)))
    }
}

/// Rows that are no device: the problems of the first, and how many follow.
#[derive(Default)]
struct Aside {
    rows: u32,
    problems: Vec<Problem>,
}

impl Aside {
    fn note(&mut self, problems: &[Problem]) {
        if problems.is_empty() {
            return;
        }
        self.rows = self.rows.saturating_add(1);
        if self.rows <= MOST_ROWS {
            self.problems.extend_from_slice(problems);
        }
    }

    fn problems(mut self, source: &Arc<str>) -> Vec<Problem> {
        let message = match self.rows.saturating_sub(MOST_ROWS) {
            0 => return self.problems,
            1 => "One more row was left aside.".to_owned(),
            more => format!("{more} more rows were left aside."),
        };
        self.problems.push(Problem::of_file(source, message));
        self.problems
    }
}
