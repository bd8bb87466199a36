//! `msinfo32`: its text report, rows copied from its window, and its `.nfo`.
//!
//! All three hold the same rows of an item and a value. It tells neither the
//! serial number nor the version of the TPM.

mod labels;
mod nfo;
mod rows;
mod text;

pub(super) use nfo::READER as NFO;
pub(super) use text::READER as TEXT;

use super::findings::Findings;
use super::{cpu, machine, os_name, system};
use crate::device::{Field, Place};
use crate::read::dsregcmd::is_entra_account;
use labels::{Item, Word};
use rows::{Row, Rows};

fn read(rows: &Rows, findings: &mut Findings) {
    windows(rows, findings);
    hardware(rows, findings);
    firmware(rows, findings);
    disk(rows, findings);
    if let Some(row) = rows.find(Item::User)
        && is_entra_account(&row.value)
    {
        findings.put(Field::UserIsEntra, true, &row.value, row.place.clone());
    }
}

fn windows(rows: &Rows, findings: &mut Findings) {
    if let Some(row) = rows.find(Item::SystemName) {
        findings.put_text(Field::Hostname, &row.value, row.place.clone());
    }
    if let Some(row) = rows.find(Item::OsName)
        && let Some(name) = os_name::read(&row.value)
    {
        let installed = system::installation(name.server);
        findings.put_some(Field::EditionId, name.edition_id, &row.value, row.place.clone());
        findings.put(Field::InstallationType, installed, &row.value, row.place.clone());
    }
    if let Some(row) = rows.find(Item::Version)
        && let Some((build, revision)) = system::build(&row.value)
    {
        findings.put(Field::Build, build, &row.value, row.place.clone());
        findings.put_some(Field::Revision, revision, &row.value, row.place.clone());
    }
}

fn hardware(rows: &Rows, findings: &mut Findings) {
    let found = |item| rows.find(item).map(|row| (row.value.as_str(), row.place.clone()));
    if rows.has_summary() {
        machine::put(findings, found(Item::Maker), found(Item::Model));
    }
    if let Some((sku, place)) = found(Item::Sku) {
        findings.put_text(Field::SkuNumber, sku, place);
    }
    if let Some((kind, place)) = found(Item::SystemType) {
        findings.put_some(Field::Architecture, system::architecture(kind), kind, place);
    }
    if let Some((processor, place)) = found(Item::Processor) {
        put_processor(findings, processor, &place);
    }
    if let Some((memory, place)) = found(Item::InstalledMemory) {
        findings.put_some(Field::MemoryMb, system::megabytes(memory), memory, place);
    }
}

/// `Intel(R) Core(TM) i7, 1992 Mhz, 4 Core(s), 8 Logical Processor(s)`: the
/// words are translated, their order is not. In Chinese the commas are wide,
/// in Russian the numbers come last (`ядер: 6`).
fn put_processor(findings: &mut Findings, text: &str, place: &Place) {
    let parts: Vec<&str> = text.rsplitn(4, [',', '\u{ff0c}']).map(str::trim).collect();
    let [threads, cores, mhz, name] = parts.as_slice() else {
        return findings.put_text(Field::CpuName, text, place.clone());
    };
    findings.put_text(Field::CpuName, name, place.clone());
    for (field, part) in
        [(Field::CpuThreads, threads), (Field::CpuCores, cores), (Field::CpuMhz, mhz)]
    {
        let count: Option<u32> = part.split_whitespace().find_map(|word| word.parse().ok());
        findings.put_some(field, count, text, place.clone());
    }
    cpu::put(findings, name, place);
}

fn firmware(rows: &Rows, findings: &mut Findings) {
    if let Some(row) = rows.find(Item::BiosMode) {
        let firmware = match labels::word(&row.value) {
            Some(Word::Legacy) => Some("bios"),
            _ => row.value.eq_ignore_ascii_case("uefi").then_some("uefi"),
        };
        note_unless_known(findings, row, firmware);
        findings.put_some(Field::Firmware, firmware, &row.value, row.place.clone());
    }
    if let Some(row) = rows.find(Item::SecureBoot) {
        let state = match labels::word(&row.value) {
            Some(Word::On) => Some("on"),
            Some(Word::Off) => Some("off"),
            Some(Word::Unsupported) => Some("unsupported"),
            _ => None,
        };
        note_unless_known(findings, row, state);
        findings.put_some(Field::SecureBoot, state, &row.value, row.place.clone());
    }
}

fn note_unless_known(findings: &mut Findings, row: &Row, known: Option<&str>) {
    if known.is_none() {
        let line = if let Place::Line(line) = row.place { line } else { 0 };
        let message = format!("{} could not be understood, so it is not known.", row.label);
        findings.problem(line, message);
    }
}

/// The size of the only fixed disk; of several, this report does not tell which
/// one Windows is on.
fn disk(rows: &Rows, findings: &mut Findings) {
    match rows.fixed_disks().as_slice() {
        [] => {}
        [row] => {
            let bytes = in_brackets(&row.value);
            findings.put_some(Field::StorageBytes, bytes, &row.value, row.place.clone());
            if bytes.is_some() {
                findings.put(Field::StorageKind, "disk", &row.value, row.place.clone());
            }
        }
        _ => findings.problem(
            0,
            "There are several disks, and the report does not say which one holds Windows, so \
             storage is not known.",
        ),
    }
}

/// `238.47 GB (256,052,966,400 bytes)`: the digits in the brackets.
fn in_brackets(value: &str) -> Option<i64> {
    let inner = value.split_once('(')?.1.split(')').next()?;
    let digits: String = inner.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|bytes| *bytes > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_in_every_way_of_grouping() {
        for value in [
            "238.47 GB (256,052,966,400 bytes)",
            "238,47 GB (256.052.966.400 Bytes)",
            "238,47 Go (256\u{202f}052\u{202f}966\u{202f}400 octets)",
        ] {
            assert_eq!(in_brackets(value), Some(256_052_966_400), "{value}");
        }
        assert_eq!(in_brackets("238 GB"), None);
    }
}
