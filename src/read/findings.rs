//! What a reader gathers: readings with their evidence, and problems.

use std::sync::Arc;

use super::dsregcmd::StatusReport;
use super::error::Problem;
use super::junk;
use super::list;
use crate::device::{Field, LONGEST_TEXT, Origin, Place, Reading, Value};

/// What one file says, as it is gathered.
#[derive(Debug)]
pub(crate) struct Findings {
    source: Arc<str>,
    pub readings: Vec<Reading>,
    pub problems: Vec<Problem>,
    pub status: Option<StatusReport>,
}

impl Findings {
    pub fn new(source: &Arc<str>) -> Self {
        Self {
            source: Arc::clone(source),
            readings: Vec::new(),
            problems: Vec::new(),
            status: None,
        }
    }

    /// Keeps a value as it was understood, with the text it was read from. A
    /// value that its field cannot hold is "not known".
    pub fn put(&mut self, field: Field, value: impl Into<Value>, raw: &str, place: Place) {
        let value = value.into();
        if field.kind().parse(&value.to_string()).as_ref() == Ok(&value) {
            let from = Origin { source: Arc::clone(&self.source), place };
            self.readings.push(Reading::new(field, value, bounded(raw), from));
        }
    }

    /// Keeps a text as it stands; junk and emptiness are "not known".
    pub fn put_text(&mut self, field: Field, raw: &str, place: Place) {
        let text = bounded(raw);
        if !junk::is_junk(&text) {
            self.put(field, text, raw, place);
        }
    }

    /// Keeps a value if there is one.
    pub fn put_some(
        &mut self,
        field: Field,
        value: Option<impl Into<Value>>,
        raw: &str,
        place: Place,
    ) {
        if let Some(value) = value {
            self.put(field, value, raw, place);
        }
    }

    /// Reads rows of a list that were made into an object: each reading is
    /// placed at the line of its key.
    pub(super) fn at_lines(&mut self, rows: &[list::Row], read: impl FnOnce(&mut Self)) {
        let before = self.readings.len();
        read(self);
        for reading in self.readings.iter_mut().skip(before) {
            if let Place::Key(key) = &reading.from.place
                && let Some(line) = list::line_of(rows, key)
            {
                reading.from.place = Place::Line(line);
            }
        }
    }

    /// Notes a problem at a line, or of the whole file when `line` is 0.
    pub fn problem(&mut self, line: u32, message: impl Into<String>) {
        self.problems.push(Problem::at(&self.source, line, 0, message));
    }
}

/// A text in one line, trimmed, and no longer than a field takes.
pub(super) fn bounded(raw: &str) -> String {
    let tidy: String = raw
        .trim()
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .take(LONGEST_TEXT)
        .collect();
    tidy.trim().to_owned()
}
