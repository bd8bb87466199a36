//! A row in the making.

use std::sync::Arc;

use super::plan::{Plan, Planned};
use super::row::Row;
use super::trim::trim;
use crate::device::{Field, Kind, LONGEST_TEXT, Origin, Place, Reading, Value};
use crate::read::findings::Findings;
use crate::read::{Problem, junk};

pub(super) struct Assembly<'a> {
    plan: &'a Plan,
    row: Row,
    letters_lost: bool,
}

impl<'a> Assembly<'a> {
    pub fn new(plan: &'a Plan, line: u32) -> Self {
        let readings = Vec::with_capacity(plan.columns.len() + 2);
        Self { plan, row: Row { line, readings, problems: Vec::new() }, letters_lost: false }
    }

    pub fn finish(mut self) -> Row {
        if self.letters_lost {
            self.problem("Some letters could not be read. Choose another encoding.".to_owned());
        }
        self.row
    }

    pub fn problem(&mut self, message: String) {
        self.row.problems.push(Problem::at(&self.plan.source, self.row.line, 0, message));
    }

    /// Keeps a value with the cell it was read from. A value that its field
    /// cannot hold is "not known".
    pub fn put(&mut self, field: Field, value: Value, raw: &str, column: &Planned) {
        if !fits(field, &value) {
            return;
        }
        self.letters_lost |= !raw.is_ascii() && raw.contains(char::REPLACEMENT_CHARACTER);
        let place = Place::Cell { line: self.row.line, column: Arc::clone(&column.name) };
        let from = Origin { source: Arc::clone(&self.plan.source), place };
        self.row.readings.push(Reading::new(field, value, bounded(raw), from));
    }

    /// Keeps a text; junk, and a text that is no name of anything, are "not known".
    pub fn put_text(&mut self, field: Field, text: &str, raw: &str, column: &Planned) {
        if !junk::is_junk(text) {
            self.put(field, text.to_owned().into(), raw, column);
        }
    }

    pub fn put_some(
        &mut self,
        field: Field,
        value: Option<impl Into<Value>>,
        raw: &str,
        column: &Planned,
    ) {
        if let Some(value) = value {
            self.put(field, value.into(), raw, column);
        }
    }

    /// Keeps everything that one cell says.
    pub fn put_all(&mut self, said: &[(Field, Value)], raw: &str, column: &Planned) {
        for (field, value) in said {
            self.put(*field, value.clone(), raw, column);
        }
    }

    /// Keeps what was decoded from a cell that must not be kept itself.
    pub fn put_secret(&mut self, said: Option<(Field, Value)>, column: &Planned) {
        if let Some((field, value)) = said {
            let raw = value.to_string();
            self.put(field, value, &raw, column);
        }
    }

    /// Adds what another reader found, of fields on which the row is silent.
    pub fn add(&mut self, found: Findings) {
        let told: Vec<Field> = self.row.readings.iter().map(|reading| reading.field).collect();
        let new = found.readings.into_iter().filter(|reading| !told.contains(&reading.field));
        self.row.readings.extend(new);
        self.row.problems.extend(found.problems);
    }

    pub fn source(&self) -> &'a Arc<str> {
        &self.plan.source
    }

    pub fn line(&self) -> u32 {
        self.row.line
    }
}

/// Whether a field can hold a value. As `Kind::parse` of its text, without
/// making that text.
fn fits(field: Field, value: &Value) -> bool {
    match (field.kind(), value) {
        (Kind::YesNo, Value::Bool(_)) => true,
        (Kind::Number { .. }, Value::Number(count)) => *count >= 0,
        (Kind::Choice(words), Value::Text(text)) => words.contains(&text.as_ref()),
        (Kind::Text, Value::Text(text)) => {
            !text.is_empty() && is_tidy(text) && trim(text).len() == text.len()
        }
        _ => false,
    }
}

/// Whether a text is short and in one line.
fn is_tidy(text: &str) -> bool {
    let is_plain = |byte: u8| (b' '..=b'~').contains(&byte);
    if text.len() <= LONGEST_TEXT && text.bytes().all(is_plain) {
        return true;
    }
    text.chars().count() <= LONGEST_TEXT && !text.chars().any(char::is_control)
}

/// A text in one line, trimmed, and no longer than a field takes.
fn bounded(raw: &str) -> String {
    let raw = trim(raw);
    if is_tidy(raw) {
        return raw.to_owned();
    }
    let plain = raw.chars().map(|c| if c.is_control() { ' ' } else { c });
    plain.take(LONGEST_TEXT).collect::<String>().trim().to_owned()
}
