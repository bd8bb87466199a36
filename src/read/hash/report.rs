//! A hardware hash alone, as the report of one device.

use super::lines::lines;
use super::{Spot, put_text};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};

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
    if let Some(second) = hashes.next() {
        findings.problem(
            second.line,
            "The file holds several hashes; the first one was read. For all of them run: \
             joinbench hash FILE",
        );
    }
}
