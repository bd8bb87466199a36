//! The cells of a row as text.

use csv::StringRecord;

use super::meaning::Meaning;
use super::plan::{Plan, Planned};
use super::trim::bare;
use crate::read::junk;

/// A column and its cell.
pub(super) type Cell<'r> = (&'r Planned, &'r str);

/// The text of a cell; empty where the row is too short to have it.
pub(super) fn text<'r>(record: &'r StringRecord, column: &Planned) -> &'r str {
    record.get(column.at).map_or("", bare)
}

/// The column with a meaning and its cell, unless that is empty. Where several
/// have the meaning, it is the first that says something.
pub(super) fn find<'r>(
    record: &'r StringRecord,
    plan: &'r Plan,
    meaning: Meaning,
) -> Option<Cell<'r>> {
    let columns = plan.columns(meaning);
    let mut cells = columns.iter().map(|column| (column, text(record, column)));
    cells.find(|(_, cell)| !cell.is_empty() && (columns.len() == 1 || !junk::is_junk(cell)))
}
