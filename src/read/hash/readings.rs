//! What a hash says of the device, each value placed at its record.

use std::sync::Arc;

use super::fault::HashFault;
use super::record::Record;
use super::{HardwareHash, decode, kinds, tpm};
use crate::device::{Field, Place, Reading};
use crate::read::findings::Findings;
use crate::read::{chassis, hardware_uuid, machine, product_key, tpm as chip};

/// Full Windows, not Windows PE or an audit environment.
const FULL_WINDOWS: u8 = 2;

impl HardwareHash {
    /// Every reading of the hash. `line` is where the hash stands in its source.
    #[must_use]
    pub fn readings(&self, source: &Arc<str>, line: u32) -> Vec<Reading> {
        let mut findings = Findings::new(source);
        put(self, Spot { line, column: None }, &mut findings);
        findings.readings
    }

    /// The serial number that the firmware told when the hash was taken.
    #[must_use]
    pub fn serial(&self) -> Option<String> {
        self.record(kinds::SERIAL).map(|record| record.text()).filter(|text| !text.is_empty())
    }
}

/// Where a hash stands: in a line of its own, or in a column of a list.
#[derive(Clone, Copy)]
pub(in crate::read) struct Spot<'a> {
    /// Counted from 1.
    pub line: u32,
    pub column: Option<&'a str>,
}

impl Spot<'_> {
    /// The hash as a whole.
    fn place(self) -> Place {
        match self.column {
            Some(column) => Place::Cell { line: self.line, column: column.into() },
            None => Place::Line(self.line),
        }
    }

    /// One record of it.
    fn record(self, kind: u8) -> Place {
        let column = match self.column {
            Some(column) => format!("{column}, record {kind}"),
            None => format!("record {kind}"),
        };
        Place::Cell { line: self.line, column: column.into() }
    }
}

/// Reads a hash and keeps what it says; of a damaged one nothing but that it
/// is damaged, since no value of it can be trusted.
pub(in crate::read) fn put_text(
    text: &str,
    spot: Spot<'_>,
    findings: &mut Findings,
) -> Result<HardwareHash, HashFault> {
    let read = decode(text);
    match &read {
        Ok(hash) => put(hash, spot, findings),
        Err(fault) => put_fault(*fault, spot, findings),
    }
    read
}

fn put_fault(fault: HashFault, spot: Spot<'_>, findings: &mut Findings) {
    // What a console cut off says nothing of the hash on the device.
    if fault != HashFault::CutOff {
        findings.put(Field::HashState, "damaged", fault.state(), spot.place());
    }
    findings.problem(spot.line, fault.to_string());
}

fn put(hash: &HardwareHash, spot: Spot<'_>, findings: &mut Findings) {
    findings.put(Field::HashState, "ok", "its checksum matches", spot.place());
    let mut inventory = Inventory { hash, spot, findings };
    inventory.system();
    inventory.windows();
    inventory.processor();
    inventory.memory();
    inventory.disk();
    inventory.tpm();
    inventory.product_key();
}

/// The readings in the making.
struct Inventory<'a> {
    hash: &'a HardwareHash,
    spot: Spot<'a>,
    findings: &'a mut Findings,
}

impl<'a> Inventory<'a> {
    /// The first record of a kind and its place.
    fn find(&self, kind: u8) -> Option<(Record<'a>, Place)> {
        self.hash.record(kind).map(|record| (record, self.place(kind)))
    }

    fn place(&self, kind: u8) -> Place {
        self.spot.record(kind)
    }

    fn text(&mut self, field: Field, kind: u8) {
        if let Some((record, place)) = self.find(kind) {
            self.findings.put_text(field, &record.text(), place);
        }
    }

    fn system(&mut self) {
        self.text(Field::Serial, kinds::SERIAL);
        self.text(Field::HashSerial, kinds::SERIAL);
        let found = |kind| self.find(kind).map(|(record, place)| (record.text(), place));
        let (maker, model) = (found(kinds::MAKER), found(kinds::PRODUCT));
        machine::put(self.findings, maker, model);
        self.text(Field::SkuNumber, kinds::SKU);
        if let Some((record, place)) = self.find(kinds::UUID)
            && let Some(id) = hardware_uuid::of_bytes(record.body)
        {
            self.findings.put(Field::Uuid, id.to_string(), &id.to_string(), place);
        }
        if let Some((record, place)) = self.find(kinds::CHASSIS)
            && let Some(number) = record.byte(0)
        {
            let name = chassis::name(number);
            self.findings.put_some(Field::Chassis, name, &number.to_string(), place);
        }
    }

    /// The Windows under which the hash was taken; that of Windows PE is none
    /// of the device.
    fn windows(&mut self) {
        let Some((record, place)) = self.find(kinds::TOOL) else { return };
        let Some([minor, major, revision, build]) = version(&record, 8) else { return };
        if is_full_windows(&record) && build >= 1000 {
            let raw = format!("{major}.{minor}.{build}.{revision}");
            self.findings.put(Field::Build, u32::from(build), &raw, place.clone());
            self.findings.put(Field::Revision, u32::from(revision), &raw, place);
        }
    }

    fn processor(&mut self) {
        self.text(Field::CpuVendor, kinds::PROCESSOR_MAKER);
        self.text(Field::CpuName, kinds::PROCESSOR_NAME);
        let Some((record, place)) = self.find(kinds::PROCESSOR) else { return };
        if let Some(number) = record.byte(0) {
            let name = architecture(number);
            self.findings.put_some(Field::Architecture, name, &number.to_string(), place.clone());
        }
        for (field, at) in [(Field::CpuCores, 4), (Field::CpuThreads, 6)] {
            if let Some(count) = record.u16(at).filter(|count| *count > 0) {
                let raw = count.to_string();
                self.findings.put(field, u32::from(count), &raw, place.clone());
            }
        }
    }

    fn memory(&mut self) {
        let Some((record, place)) = self.find(kinds::MEMORY) else { return };
        let gigabytes = record.u64(0).and_then(|count| i64::try_from(count).ok());
        if let Some(gigabytes) = gigabytes.filter(|count| *count > 0) {
            let megabytes = gigabytes.checked_mul(1024);
            self.findings.put_some(Field::MemoryMb, megabytes, &format!("{gigabytes} GB"), place);
        }
    }

    /// The one disk that is built in; of several the hash does not say which
    /// one holds Windows.
    fn disk(&mut self) {
        const GIB: i64 = 1024 * 1024 * 1024;
        let disks = self.hash.whole_records().filter(|record| record.kind == kinds::DISK);
        let sizes: Vec<u32> = disks
            .filter(|record| !is_plugged_in(record))
            .filter_map(|record| record.u32(0))
            .filter(|size| *size > 0)
            .collect();
        let [size] = sizes.as_slice() else { return };
        let (raw, place) = (format!("{size} GB"), self.place(kinds::DISK));
        self.findings.put(Field::StorageBytes, i64::from(*size) * GIB, &raw, place.clone());
        self.findings.put(Field::StorageKind, "disk", &raw, place);
    }

    fn tpm(&mut self) {
        let Some((record, place)) = self.find(kinds::TPM) else { return self.without_tpm() };
        let text = record.text();
        let known = tpm::read(&text);
        self.findings.put_some(Field::TpmVersion, known.version, &text, place.clone());
        let vendor = known.vendor.and_then(chip::vendor);
        self.findings.put_some(Field::TpmVendor, vendor, &text, place.clone());
        self.findings.put_some(Field::TpmFirmware, known.firmware, &text, place);
    }

    /// A hash without a trace of a TPM means that none was ready, but only when
    /// full Windows looked: Windows PE does not see the TPM.
    fn without_tpm(&mut self) {
        let Some((tool, place)) = self.find(kinds::TOOL) else { return };
        let has_key = self.hash.record(kinds::ENDORSEMENT_KEY).is_some();
        let id = self.hash.record(kinds::OFFLINE_ID).and_then(|record| record.byte(4));
        let has_id = matches!(id, Some(kinds::ID_FROM_TPM | kinds::ID_FROM_FIRMWARE));
        if is_full_windows(&tool) && !has_key && !has_id {
            self.findings.put(Field::TpmVersion, "none", "no record of a TPM", place);
        }
    }

    /// Only the group is kept of the key in the firmware.
    fn product_key(&mut self) {
        if let Some((record, place)) = self.find(kinds::PRODUCT_KEY)
            && let Some(group) = product_key::group_of_key_id(&record.text())
        {
            self.findings.put(Field::KeyGroup, group, &group.to_string(), place);
        }
    }
}

/// The byte before the last two tells what the tool ran on.
fn is_full_windows(tool: &Record<'_>) -> bool {
    tool.body.iter().rev().nth(2) == Some(&FULL_WINDOWS)
}

/// Minor, major, revision and build, as they stand.
pub(super) fn version(record: &Record<'_>, at: usize) -> Option<[u16; 4]> {
    Some([record.u16(at)?, record.u16(at + 2)?, record.u16(at + 4)?, record.u16(at + 6)?])
}

/// `PROCESSOR_ARCHITECTURE` of Windows.
fn architecture(number: u8) -> Option<&'static str> {
    match number {
        0 => Some("x86"),
        9 => Some("x64"),
        12 => Some("arm64"),
        _ => None,
    }
}

/// `STORAGE_BUS_TYPE` of Windows: `FireWire`, USB, memory card.
fn is_plugged_in(disk: &Record<'_>) -> bool {
    matches!(disk.byte(8), Some(4 | 7 | 12))
}
