//! The CSV of `systeminfo` after PowerShell's `ConvertFrom-Csv`: a list of
//! `Label : value`, each value in one row.
//!
//! What `systeminfo /fo list` prints is the text itself.

use super::rows::{Row, Rows};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};
use crate::read::list;

pub(in crate::read) const READER: Reader =
    Reader { format: Format::SystemInfoList, recognise, read };

pub(super) fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() {
        return None;
    }
    let rows = list::rows(&content.text);
    let (version, anchor) = as_rows(&rows).mark()?;
    Some(format!(
        "Line {version} has a Windows version and line {anchor} the kind of PC, in a list of the \
         columns of systeminfo."
    ))
}

fn as_rows(rows: &[list::Row]) -> Rows<'_> {
    let rows = rows.iter().map(|row| Row {
        label: &row.key,
        value: &row.value,
        line: row.line,
        is_column: false,
    });
    Rows::from_rows(rows.collect())
}

fn read(content: &Content, findings: &mut Findings) {
    super::read_rows(&as_rows(&list::rows(&content.text)), findings);
}
