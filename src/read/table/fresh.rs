//! A row as it was just read: what it says stands in the cells it was read
//! from, so that a long list can be looked through without a copy of it.

use std::fmt;
use std::sync::Arc;

use smol_str::SmolStr;

use super::cells::Cell;
use super::fits::{bounded, fits, is_tidy};
use super::plan::{Plan, Planned};
use super::row::Row;
use super::sheets::Spot;
use super::trim::first_line;
use super::varied::Text;
use crate::device::{Field, LONGEST_TEXT, Origin, Place, Reading, Value};
use crate::read::apart::{Called, called_by};
use crate::read::findings::Findings;
use crate::read::{Problem, junk};

/// A row that is there until the next one is read. [`FreshRow::to_row`] keeps it.
#[derive(Clone)]
pub struct FreshRow<'r> {
    plan: &'r Plan,
    line: u32,
    /// Whether its cells are known to be plain, so that none of them needs a look.
    is_plain: bool,
    said: Vec<Said<'r>>,
    /// What was decoded from a cell that must not be kept itself.
    decoded: Vec<Reading>,
    problems: Vec<Problem>,
}

/// One value of a row.
#[derive(Clone)]
struct Said<'r> {
    field: Field,
    value: Says<'r>,
    column: &'r Planned,
    /// The cell it was read from; `None` when that must not be kept.
    raw: Option<&'r str>,
}

/// A value, in the place where it is.
#[derive(Clone)]
enum Says<'r> {
    /// The text of a cell, or a part of it.
    Text(&'r str),
    /// What the same cell said before.
    Known(&'r Value),
    Value(Value),
}

impl fmt::Debug for FreshRow<'_> {
    /// Without its cells: some identify hardware.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.count();
        f.debug_struct("FreshRow").field("line", &self.line).field("count", &count).finish()
    }
}

impl From<Says<'_>> for Value {
    fn from(says: Says<'_>) -> Self {
        match says {
            Says::Text(text) => Self::Text(text.into()),
            Says::Known(value) => value.clone(),
            Says::Value(value) => value,
        }
    }
}

impl Says<'_> {
    fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Known(value) => value.as_text(),
            Self::Value(value) => value.as_text(),
        }
    }
}

impl<'r> FreshRow<'r> {
    pub(super) fn new(plan: &'r Plan, line: u32, is_plain: bool) -> Self {
        // A cell can say more than one thing.
        let said = Vec::with_capacity(plan.columns.len() + 4);
        Self { plan, line, is_plain, said, decoded: Vec::new(), problems: Vec::new() }
    }

    /// Whether the row speaks of a device.
    #[must_use]
    pub fn is_device(&self) -> bool {
        self.count() > 0
    }

    /// What cannot be used.
    pub(super) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many values the row has.
    #[must_use]
    pub fn count(&self) -> usize {
        self.said.len() + self.decoded.len()
    }

    /// The text of a field, if the row has one.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        let said = self.said.iter().find(|said| said.field == field);
        let decoded = || self.decoded.iter().find(|reading| reading.field == field);
        said.map_or_else(|| decoded()?.value.as_text(), |said| said.value.as_text())
    }

    /// By what a person who types this means the device of this row, if it is
    /// meant.
    #[must_use]
    pub fn called(&self, typed: &str) -> Option<Called> {
        called_by(typed, |field| self.text(field))
    }

    /// Whether a text stands in one of the values; the text is in lower case,
    /// and an empty one stands in every row.
    #[must_use]
    pub fn holds(&self, text: &str) -> bool {
        let stands = |value: &str| value.to_lowercase().contains(text);
        text.is_empty()
            || self.said.iter().any(|said| match said.value.as_text() {
                Some(value) => stands(value),
                None => stands(&Value::from(said.value.clone()).to_string()),
            })
            || self.decoded.iter().any(|reading| stands(&reading.value.to_string()))
    }

    /// The row with its values and their evidence, to be kept.
    #[must_use]
    pub fn to_row(&self) -> Row {
        let said = self.said.iter().map(|said| self.reading(said));
        Row {
            line: self.line,
            readings: said.chain(self.decoded.iter().cloned()).collect(),
            problems: self.problems.clone(),
        }
    }

    fn reading(&self, said: &Said<'_>) -> Reading {
        let value = Value::from(said.value.clone());
        let raw = match (said.raw, &value) {
            (Some(raw), Value::Text(text)) if raw == text => text.clone(),
            (Some(raw), _) => bounded(raw),
            (None, value) => SmolStr::new(value.to_string()),
        };
        let spot = self.spot();
        let place = Place::Cell { line: spot.line, column: spot.column(&said.column.name) };
        let from = Origin { source: Arc::clone(&self.plan.source), place };
        Reading { field: said.field, value, raw, from }
    }

    pub(super) fn problem(&mut self, message: impl Into<String>) {
        let spot = self.spot();
        let message = spot.message(message.into());
        self.problems.push(Problem::at(&self.plan.source, spot.line, 0, message));
    }

    /// The first line of a cell that is not empty.
    pub(super) fn first_line(&self, cell: &'r str) -> &'r str {
        if self.is_plain { cell } else { first_line(cell) }
    }

    /// Keeps a text that is no junk as it stands, in one line and no longer than
    /// a field takes.
    pub(super) fn put_text(&mut self, field: Field, text: &'r str, (column, raw): Cell<'r>) {
        let is_tidy = if self.is_plain { text.len() <= LONGEST_TEXT } else { is_tidy(text) };
        if is_tidy {
            self.said.push(Said { field, value: Says::Text(text), column, raw: Some(raw) });
            return;
        }
        let value = Some(Value::Text(bounded(text)));
        let is_new = |value: &Value| value.as_text().is_some_and(|text| !junk::is_junk(text));
        self.put(field, value.filter(is_new), (column, raw));
    }

    /// Keeps a text that a field can hold, of the cell or made of it.
    pub(super) fn put_made(&mut self, field: Field, text: Option<Text<'r>>, cell: Cell<'r>) {
        let (column, raw) = cell;
        match text {
            Some(Text::Cell(text)) => {
                self.said.push(Said { field, value: Says::Text(text), column, raw: Some(raw) });
            }
            Some(Text::Made(text)) => {
                let value = Says::Value(Value::from(text));
                self.said.push(Said { field, value, column, raw: Some(raw) });
            }
            None => {}
        }
    }

    /// Keeps a value, if there is one and its field can hold it.
    pub(super) fn put(&mut self, field: Field, value: Option<Value>, (column, raw): Cell<'r>) {
        if let Some(value) = value.filter(|value| fits(field, value)) {
            self.said.push(Said { field, value: Says::Value(value), column, raw: Some(raw) });
        }
    }

    /// Keeps everything that one cell is known to say.
    pub(super) fn put_known(&mut self, said: &'r [(Field, Value)], (column, raw): Cell<'r>) {
        let known = |(field, value): &'r (Field, Value)| Said {
            field: *field,
            value: Says::Known(value),
            column,
            raw: Some(raw),
        };
        self.said.extend(said.iter().map(known));
    }

    /// Keeps what was decoded from a cell that must not be kept itself.
    pub(super) fn put_secret(&mut self, said: Option<(Field, Value)>, column: &'r Planned) {
        if let Some((field, value)) = said.filter(|(field, value)| fits(*field, value)) {
            self.said.push(Said { field, value: Says::Value(value), column, raw: None });
        }
    }

    /// Adds what another reader found, of fields on which the row is silent.
    pub(super) fn add(&mut self, found: Findings) {
        let is_new = |reading: &Reading| self.said.iter().all(|said| said.field != reading.field);
        self.decoded.extend(found.readings.into_iter().filter(is_new));
        self.problems.extend(found.problems);
    }

    /// Notes letters that could not be read in what is kept.
    pub(super) fn note_lost_letters(&mut self) {
        let is_lost = |raw: &str| raw.contains(char::REPLACEMENT_CHARACTER);
        if self.said.iter().filter_map(|said| said.raw).any(is_lost) {
            self.problem("Some letters could not be read. Choose another encoding.");
        }
    }

    /// Where the row stands, as a person would look for it.
    pub(super) fn spot(&self) -> Spot {
        Spot::of(self.line, &self.plan.sheets)
    }

    /// The line in which the row begins, counted from 1.
    #[must_use]
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Takes back what was said from a place on, of fields of which the row
    /// spoke before.
    pub(super) fn keep_news(&mut self, from: usize) {
        let mut place = 0;
        let known: Vec<Field> = self.said.iter().take(from).map(|said| said.field).collect();
        self.said.retain(|said| {
            place += 1;
            place <= from || !known.contains(&said.field)
        });
    }

    pub(super) fn source(&self) -> &'r Arc<str> {
        &self.plan.source
    }
}
