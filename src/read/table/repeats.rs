//! All that a list says of one device, on however many rows.

use std::cmp::Reverse;
use std::sync::Arc;

use super::differ::{MARKS, differ};
use super::fresh::FreshRow;
use super::row::Row;
use super::sheets::Spot;
use crate::device::{Field, Reading};
use crate::read::Problem;

/// How many rows of one device are read.
const MOST_ROWS: usize = 20;

/// The rows of one device.
#[derive(Debug, Clone)]
pub struct Repeats {
    source: Arc<str>,
    at: Spot,
    /// How many more rows are of it, and where the first of them is.
    again: usize,
    again_at: Option<Spot>,
    rows: Vec<Row>,
    /// What its rows told of it first.
    marks: Vec<(Field, String)>,
}

impl Repeats {
    /// Begins with the first row of a device.
    #[must_use]
    pub fn of(row: &FreshRow<'_>) -> Self {
        let source = Arc::clone(row.source());
        let mut repeats = Self {
            source,
            at: row.spot(),
            again: 0,
            again_at: None,
            rows: vec![row.to_row()],
            marks: Vec::new(),
        };
        repeats.learn(row);
        repeats
    }

    /// The field by which a row is of another device; `None` when it is of this one.
    #[must_use]
    pub fn differ(&self, row: &FreshRow<'_>) -> Option<Field> {
        differ(|field| self.mark(field), |field| row.text(field))
    }

    /// What its rows told first of a field that tells devices apart.
    fn mark(&self, field: Field) -> Option<&str> {
        self.marks.iter().find(|mark| mark.0 == field).map(|mark| mark.1.as_str())
    }

    fn learn(&mut self, row: &FreshRow<'_>) {
        for field in MARKS {
            if let (None, Some(text)) = (self.mark(field), row.text(field)) {
                self.marks.push((field, text.to_owned()));
            }
        }
    }

    /// Adds another row of the device.
    pub fn add(&mut self, row: &FreshRow<'_>) {
        self.learn(row);
        self.again += 1;
        self.again_at.get_or_insert_with(|| row.spot());
        self.rows.push(row.to_row());
        if self.rows.len() > MOST_ROWS {
            self.newest_first();
            self.rows.pop();
        }
    }

    /// What was seen later counts before what was seen earlier, where every row
    /// tells when that was; else the order of the list counts.
    fn newest_first(&mut self) {
        let seen = |row: &Row| row.text(Field::ObservedAt).map(str::to_owned);
        if self.rows.iter().all(|row| seen(row).is_some()) {
            self.rows.sort_by_cached_key(|row| Reverse(seen(row)));
        }
    }

    /// What all rows say, and what is wrong with them. What a row says otherwise
    /// than those before it stands behind them.
    #[must_use]
    pub fn finish(mut self) -> (Vec<Reading>, Vec<Problem>) {
        self.newest_first();
        let told = self.told();
        let (mut readings, mut problems) = (Vec::new(), Vec::new());
        for row in self.rows {
            for reading in row.readings {
                let is_known = |known: &Reading| {
                    known.field == reading.field && known.field.agree(&known.value, &reading.value)
                };
                if !readings.iter().any(is_known) {
                    readings.push(reading);
                }
            }
            problems.extend(row.problems);
        }
        problems.extend(told);
        (readings, problems)
    }

    fn told(&self) -> Option<Problem> {
        let again_at = self.again_at.as_ref()?;
        let message = match self.again {
            1 => format!("This row is of the same device as {}.", self.at),
            more => {
                format!("This row and {} more are of the same device as {}.", more - 1, self.at)
            }
        };
        Some(Problem::at(&self.source, again_at.line, 0, again_at.message(message)))
    }
}
