//! A hardware hash alone, as the report of one device.

use super::list::{entries, mark};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};

pub(in crate::read) const READER: Reader =
    Reader { format: Format::AutopilotCsv, recognise: mark, read };

fn read(content: &Content, findings: &mut Findings) {
    let entries = entries(&content.text);
    let Some((first, rest)) = entries.split_first() else {
        return findings.problem(0, "There is no hardware hash in this text.");
    };
    first.read(findings);
    if let Some(second) = rest.first() {
        findings.problem(
            second.line,
            "The file holds several devices; the first one was read. For all of them run: \
             joinbench hash FILE",
        );
    }
}
