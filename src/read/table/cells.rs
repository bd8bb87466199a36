//! The cells of a row as text.

use std::borrow::Cow;

use csv::ByteRecord;

use super::meaning::Meaning;
use super::plan::{Plan, Planned};
use super::trim::bare;

/// The text of a cell; letters that cannot be read become replacement signs.
pub(super) fn text<'a>(record: &'a ByteRecord, column: &Planned) -> Cow<'a, str> {
    let cell = record.get(column.at).unwrap_or_default();
    match str::from_utf8(cell) {
        Ok(cell) => Cow::Borrowed(bare(cell)),
        Err(_) => Cow::Owned(bare(&String::from_utf8_lossy(cell)).to_owned()),
    }
}

/// The column with a meaning and its cell, unless that is empty.
pub(super) fn find<'a>(
    record: &'a ByteRecord,
    plan: &'a Plan,
    meaning: Meaning,
) -> Option<(&'a Planned, Cow<'a, str>)> {
    let column = plan.columns.iter().find(|column| column.meaning == meaning)?;
    Some((column, text(record, column))).filter(|(_, cell)| !cell.is_empty())
}
