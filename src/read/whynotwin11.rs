//! What `WhyNotWin11` exports: a row of checks, and for each computer a row of
//! True and False.
//!
//! It says whether a check passed, not what was seen: only what a pass means
//! beyond doubt is read.

use super::content::Content;
use super::findings::Findings;
use super::format::{Format, Reader};
use super::text::Line;
use crate::device::{Field, Place};

pub(super) const READER: Reader = Reader { format: Format::WhyNotWin11, recognise, read };

/// Columns of which three show what this is.
const MARKS: [&str; 5] = [
    "Boot Method",
    "CPU Compatibility",
    "CPU Core Count",
    "DirectX + WDDM2",
    "Disk Partition Type",
];

/// The head of the table and its separator.
fn head(content: &Content) -> Option<(Line<'_>, char)> {
    content.text.filled().find_map(|line| {
        let separator = [',', '\t', ';', '|'].into_iter().find(|mark| {
            let cells = cells(line.text, *mark);
            MARKS.iter().filter(|mark| cells.contains(*mark)).count() >= 3
        })?;
        Some((line, separator))
    })
}

fn cells(line: &str, separator: char) -> Vec<&str> {
    line.split(separator).map(|cell| cell.trim().trim_matches('"')).collect()
}

fn recognise(content: &Content) -> Option<String> {
    let (line, _) = head(content).filter(|_| content.document().is_none())?;
    Some(format!("Line {} has the columns of WhyNotWin11.", line.number))
}

fn read(content: &Content, findings: &mut Findings) {
    let Some((head, separator)) = head(content) else { return };
    let columns = cells(head.text, separator);
    let mut rows = content.text.filled().filter(|line| line.number > head.number);
    let Some(row) = rows.next() else {
        return findings.problem(head.number, "There is no row of a computer below the columns.");
    };
    if let Some(second) = rows.next() {
        findings.problem(
            second.number,
            "The file holds several computers; the first one was read. Give each its own file.",
        );
    }
    let mut failed: Vec<&str> = Vec::new();
    for (column, value) in columns.iter().zip(cells(row.text, separator)) {
        take(findings, column, value, row.number);
        if value.eq_ignore_ascii_case("false") {
            failed.push(column);
        }
    }
    if !failed.is_empty() {
        let message = format!(
            "WhyNotWin11 did not pass {}, but the file does not say what it saw. Add a report that \
             does, for example of Get-ComputerInfo.",
            failed.join(", ")
        );
        findings.problem(row.number, message);
    }
}

fn take(findings: &mut Findings, column: &str, value: &str, line: u32) {
    let place = Place::Line(line);
    let passed = value.eq_ignore_ascii_case("true");
    match column {
        "Hostname" => findings.put_text(Field::Hostname, value, place),
        "Boot Method" if passed => findings.put(Field::Firmware, "uefi", value, place),
        // Passed also when it is off and can be turned on.
        "Secure Boot" if passed => findings.put(Field::SecureBootCapable, true, value, place),
        "TPM Version" if passed => findings.put(Field::TpmVersion, "2.0", value, place),
        _ => {}
    }
}
