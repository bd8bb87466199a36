//! A row of a list: one device, or what is wrong with the line.

use crate::device::{Field, Reading};
use crate::read::Problem;

/// One row of a list, with all that it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line in which it begins, counted from 1; the number of the row in a
    /// workbook, counted on where several sheets are one list.
    pub line: u32,
    /// What the row says; empty when it is no device.
    pub readings: Vec<Reading>,
    /// What cannot be used; the readings stand all the same.
    pub problems: Vec<Problem>,
}

impl Row {
    /// Whether the row speaks of a device.
    #[must_use]
    pub fn is_device(&self) -> bool {
        !self.readings.is_empty()
    }

    /// The text of a field, if the row has one.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<&str> {
        self.readings.iter().find(|reading| reading.field == field)?.value.as_text()
    }
}
