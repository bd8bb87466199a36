//! A hardware hash alone, as the report of one device.

use super::lines::lines;
use super::{Spot, put_text};
use crate::device::{Field, Place};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};
use crate::read::{list, product_key};

pub(in crate::read) const READER: Reader = Reader { format: Format::AutopilotCsv, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() {
        return None;
    }
    let first = lines(&content.text).into_iter().next()?;
    Some(format!("Line {} begins as every Autopilot hardware hash does.", first.line))
}

fn read(content: &Content, findings: &mut Findings) {
    let hashes = lines(&content.text);
    let mut hashes = hashes.iter();
    if let Some(first) = hashes.next() {
        // The fault of a damaged one is among the problems.
        let _ = put_text(&first.text, Spot { line: first.line, column: None }, findings);
    }
    beside(content, findings);
    if let Some(second) = hashes.next() {
        findings.problem(
            second.line,
            "The file holds several hashes; the first one was read. For all of them run: \
             joinbench hash FILE",
        );
    }
}

/// The rows that `Get-WindowsAutopilotInfo` prints around a hash. They go
/// before what is inside, as the columns of its CSV do.
fn beside(content: &Content, findings: &mut Findings) {
    const ROWS: [(&str, Field); 3] = [
        ("Device Serial Number", Field::Serial),
        ("Group Tag", Field::GroupTag),
        ("Assigned User", Field::AssignedUser),
    ];
    let inside = std::mem::take(&mut findings.readings);
    for row in list::rows(&content.text) {
        let field = ROWS.iter().find(|(key, _)| row.key.eq_ignore_ascii_case(key));
        if let Some((_, field)) = field {
            findings.put_text(*field, &row.value, Place::Line(row.line));
        }
        if row.key.eq_ignore_ascii_case("Windows Product ID") {
            product_key::put_group(findings, &row.value, Place::Line(row.line));
        }
    }
    if let Some((line, serial)) = first_cell(content) {
        findings.put_text(Field::Serial, serial, Place::Line(line));
    }
    let told: Vec<Field> = findings.readings.iter().map(|reading| reading.field).collect();
    findings.readings.extend(inside.into_iter().filter(|one| !told.contains(&one.field)));
}

/// The serial number before the hash, where it was printed as a table.
fn first_cell(content: &Content) -> Option<(u32, &str)> {
    const HEAD: &str = "Device Serial Number ";
    let mut lines = content.text.filled().skip_while(|line| !line.text.starts_with(HEAD));
    lines.next().filter(|head| !head.text.contains([':', ',']))?;
    let row = lines.find(|line| !line.text.starts_with('-'))?;
    let (serial, rest) = row.text.trim().split_once(' ')?;
    (!rest.trim().is_empty()).then_some((row.number, serial))
}
