//! `tpmtool getdeviceinformation`: rows such as `-TPM Version: 2.0`.

use super::{truth, vendor};
use crate::device::{Field, Place};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};

pub(in crate::read) const READER: Reader = Reader { format: Format::TpmTool, recognise, read };

/// One row; rows below others are indented by tabs, which do not count.
struct Row<'a> {
    key: &'a str,
    value: &'a str,
    line: u32,
}

fn rows(content: &Content) -> impl Iterator<Item = Row<'_>> {
    content.text.filled().filter_map(|line| {
        let (key, value) = line.text.trim_start().strip_prefix('-')?.split_once(':')?;
        Some(Row { key: key.trim(), value: value.trim(), line: line.number })
    })
}

fn recognise(content: &Content) -> Option<String> {
    let is_mark = |row: &Row<'_>| row.key.starts_with("TPM ") && !row.value.is_empty();
    let mark = rows(content).find(is_mark)?;
    Some(format!("Line {} has the row -{} of tpmtool.", mark.line, mark.key))
}

fn read(content: &Content, findings: &mut Findings) {
    let find = |key: &str| rows(content).find(|row| row.key.eq_ignore_ascii_case(key));
    let present = find("TPM Present").and_then(|row| truth(row.value));
    if let Some(row) = find("TPM Present").filter(|_| present == Some(false)) {
        findings.put(Field::TpmVersion, "none", row.value, Place::Line(row.line));
        return;
    }
    match rows(content).find_map(|row| Some((version(&row)?, row))) {
        Some((version, row)) => {
            findings.put(Field::TpmVersion, version, row.value, Place::Line(row.line));
        }
        None => findings.problem(0, "The row with the version of the TPM is missing or empty."),
    }
    if let Some(row) = find("TPM Manufacturer ID") {
        findings.put_some(Field::TpmVendor, vendor(row.value), row.value, Place::Line(row.line));
    }
    if let Some(row) = find("TPM Manufacturer Version") {
        findings.put_text(Field::TpmFirmware, row.value, Place::Line(row.line));
    }
    // A TPM that is ready to attest can do it; one that is not ready may be able to.
    let capable = find("Is Capable For Attestation").and_then(truth_of);
    let ready = || find("Ready For Attestation").and_then(truth_of).filter(|(ready, _)| *ready);
    if let Some((answer, row)) = capable.or_else(ready) {
        findings.put(Field::TpmAttests, answer, row.value, Place::Line(row.line));
    }
    if let Some((answer, row)) = find("TPM Has Vulnerable Firmware").and_then(truth_of) {
        findings.put(Field::TpmVulnerable, answer, row.value, Place::Line(row.line));
    }
}

fn truth_of(row: Row<'_>) -> Option<(bool, Row<'_>)> {
    Some((truth(row.value)?, row))
}

/// The version stands alone in its row, so that a translated label is no matter.
fn version(row: &Row<'_>) -> Option<&'static str> {
    let names_it = row.key.starts_with("TPM") && !row.key.to_ascii_lowercase().contains("spec");
    ["2.0", "1.2"].into_iter().find(|version| names_it && row.value == *version)
}
