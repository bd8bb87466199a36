//! `Get-ComputerInfo` as it prints on a console: names where JSON has numbers,
//! long values wrapped, longer lists cut off.

use super::{MARKS, read_object};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};
use crate::read::list::{self, Row};

pub(in crate::read) const READER: Reader =
    Reader { format: Format::ComputerInfoText, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() {
        return None;
    }
    let mut marks = content.text.filled().filter_map(|line| {
        let key = line.text.split_once(':')?.0.trim_end();
        MARKS.contains(&key).then_some((line.number, key))
    });
    let ((line, first), (_, second)) = (marks.next()?, marks.next()?);
    Some(format!(
        "The list from line {line} on has the rows {first} and {second} of Get-ComputerInfo."
    ))
}

fn read(content: &Content, findings: &mut Findings) {
    let rows = rows(content);
    note_what_is_cut(&rows, findings);
    let object = list::object(rows.iter().filter(|row| !row.is_cut()));
    findings.at_lines(&rows, |findings| read_object(&object, findings));
}

/// The rows of the list; pasting may have taken the blanks before the colons.
fn rows(content: &Content) -> Vec<Row> {
    let rows = list::rows(&content.text);
    if rows.iter().any(|row| MARKS.contains(&row.key.as_str())) {
        return rows;
    }
    let lines = content.text.filled().filter_map(|line| {
        let (key, value) = line.text.split_once(':')?;
        let (key, value) = (key.trim().to_owned(), value.trim().to_owned());
        Some(Row { key, value, line: line.number })
    });
    lines.collect()
}

/// Of the lists only the one of processors is read.
fn note_what_is_cut(rows: &[Row], findings: &mut Findings) {
    let is_read = |row: &Row| !row.value.starts_with('{') || row.key == "CsProcessors";
    for row in rows.iter().filter(|row| row.is_cut() && is_read(row)) {
        let message = format!(
            "The console cut {} off, so it is not known. Save the output of Get-ComputerInfo as \
             JSON.",
            row.key
        );
        findings.problem(row.line, message);
    }
}
