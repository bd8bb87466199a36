//! `Get-Tpm`, as a list or as JSON. It has no row for the version of the
//! specification, but one that only a TPM 2.0 fills: `ManufacturerVersionFull20`
//! is a version there, and says that it is not supported on a TPM 1.2.

use serde_json::{Map, Value};

use super::{is_version, vendor};
use crate::device::Field;
use crate::read::content::Content;
use crate::read::fields::{self, Entry};
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};
use crate::read::list;

pub(in crate::read) const READER: Reader = Reader { format: Format::GetTpm, recognise, read };

const MARKS: [&str; 4] = ["TpmPresent", "TpmReady", "ManufacturerIdTxt", "LockoutHealTime"];

fn recognise(content: &Content) -> Option<String> {
    if let Some(document) = content.document() {
        let object = document.object()?;
        let marks = MARKS.into_iter().filter(|mark| object.contains_key(*mark)).count();
        return (marks >= 2).then(|| "The JSON has the key TpmPresent of Get-Tpm.".to_owned());
    }
    if let Some(line) = refusal(content) {
        return Some(format!("Line {line} is a message of Get-Tpm."));
    }
    let mut marks = content.text.filled().filter(|line| {
        let key = line.text.split_once(" :").map(|(key, _)| key.trim_end());
        key.is_some_and(|key| MARKS.contains(&key))
    });
    let (first, _second) = (marks.next()?, marks.next()?);
    let key = first.text.split(" :").next().unwrap_or_default().trim_end();
    Some(format!("Line {} has the row {key} of Get-Tpm.", first.number))
}

/// The line of the message that comes in the place of the rows.
fn refusal(content: &Content) -> Option<u32> {
    let is_message = |text: &str| {
        let rest = text.trim_start().strip_prefix("Get-Tpm").map(str::trim_start);
        rest.is_some_and(|rest| rest.starts_with(':'))
    };
    content.text.filled().find(|line| is_message(line.text)).map(|line| line.number)
}

fn read(content: &Content, findings: &mut Findings) {
    if let Some(line) = refusal(content) {
        let message = "Get-Tpm could not ask the TPM, so nothing of it is known. Run it as an \
                       administrator, or run tpmtool getdeviceinformation.";
        return findings.problem(line, message);
    }
    if let Some(object) = content.document().and_then(|document| document.object()) {
        return keys(object, findings);
    }
    let rows = list::rows(&content.text);
    findings.at_lines(&rows, |findings| keys(&list::object(&rows), findings));
}

fn keys(object: &Map<String, Value>, findings: &mut Findings) {
    let find = |names: &[&str]| fields::find(object, names);
    if let Some(entry) = find(&["TpmPresent"])
        && entry.answer() == Some(false)
    {
        findings.put(Field::TpmVersion, "none", "False", entry.place());
        return;
    }
    let text = |names: &[&str]| find(names).and_then(Entry::with_place);
    if let Some((raw, place)) = text(&["ManufacturerIdTxt"]) {
        findings.put_some(Field::TpmVendor, vendor(&raw), &raw, place);
    }
    let full = text(&["ManufacturerVersionFull20"]);
    if let Some((raw, place)) = &full {
        findings.put_some(Field::TpmVersion, specification(raw), raw, place.clone());
    }
    let full = full.filter(|(raw, _)| is_version(raw));
    if let Some((raw, place)) = full.or_else(|| text(&["ManufacturerVersion"])) {
        findings.put_text(Field::TpmFirmware, &raw, place);
    }
}

/// What the version of the firmware of a TPM 2.0, or the remark in its place,
/// tells of the chip.
fn specification(full: &str) -> Option<&'static str> {
    let is_remark = !full.trim().is_empty() && full.chars().all(|c| c.is_alphabetic() || c == ' ');
    match (is_version(full), is_remark) {
        (true, _) => Some("2.0"),
        (_, true) => Some("1.2"),
        _ => None,
    }
}
