//! What a hash holds beside the fields of a device: what a technician compares
//! with the machine on the bench.

use super::readings::version;
use super::record::Record;
use super::{HardwareHash, kinds};

/// One thing in the device, for a person to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// For example `Disk`.
    pub name: &'static str,
    /// For example `476 GB, NVMe`.
    pub says: String,
}

impl HardwareHash {
    /// What is inside, in the order of the records. Keys and ids that identify
    /// the TPM or the license are left out.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        self.whole_records().filter_map(|record| part(&record)).collect()
    }
}

fn part(record: &Record<'_>) -> Option<Part> {
    let (name, says) = match record.kind {
        kinds::TOOL => ("Taken by", taken_by(record)?),
        kinds::MEMORY => ("Memory", memory(record)?),
        kinds::DISK => ("Disk", disk(record)?),
        kinds::DISK_MODEL => ("Disk model", record.text()),
        kinds::DISK_SERIAL => ("Disk serial", record.text()),
        kinds::NETWORK => ("Network", network(record)?),
        kinds::SCREEN => ("Screen", screen(record)?),
        kinds::CHASSIS => ("Used as", role(record.byte(1)?)?.to_owned()),
        kinds::OFFLINE_ID => ("Offline ID from", offline_id(record.byte(4)?)?.to_owned()),
        kinds::FIRMWARE_VENDOR => ("Firmware by", record.text()),
        kinds::FAMILY => ("Family", record.text()),
        kinds::BOARD_MAKER => ("Mainboard by", record.text()),
        kinds::BOARD_PRODUCT => ("Mainboard", record.text()),
        kinds::BOARD_VERSION => ("Mainboard version", record.text()),
        kinds::SYSTEM_VERSION => ("System version", record.text()),
        kinds::KEY_PART => ("License part number", record.text()),
        kinds::GRAPHICS_NAME => ("Graphics", record.wide_text()),
        _ => return None,
    };
    (!says.is_empty()).then_some(Part { name, says })
}

fn taken_by(record: &Record<'_>) -> Option<String> {
    let dotted =
        |[minor, major, revision, build]: [u16; 4]| format!("{major}.{minor}.{build}.{revision}");
    let (tool, windows) = (version(record, 0)?, version(record, 8)?);
    Some(format!("tool {}, on Windows {}", dotted(tool), dotted(windows)))
}

fn memory(record: &Record<'_>) -> Option<String> {
    let (built_in, most, slots) = (record.u64(0)?, record.u64(8)?, record.u16(16)?);
    Some(format!("{built_in} GB of at most {most} GB, in {slots} slots"))
}

fn disk(record: &Record<'_>) -> Option<String> {
    let size = record.u32(0)?;
    let bus = record.byte(8).and_then(bus);
    Some(bus.map_or_else(|| format!("{size} GB"), |bus| format!("{size} GB, {bus}")))
}

/// `STORAGE_BUS_TYPE` of Windows.
fn bus(number: u8) -> Option<&'static str> {
    match number {
        1 => Some("SCSI"),
        2 => Some("ATAPI"),
        3 => Some("ATA"),
        7 => Some("USB"),
        8 => Some("RAID"),
        10 => Some("SAS"),
        11 => Some("SATA"),
        12 => Some("memory card"),
        13 => Some("eMMC"),
        17 => Some("NVMe"),
        19 => Some("UFS"),
        _ => None,
    }
}

/// `NDIS_PHYSICAL_MEDIUM` of Windows, and the address of the card.
fn network(record: &Record<'_>) -> Option<String> {
    let medium = match record.byte(0)? {
        1 | 9 => "Wi-Fi",
        10 => "Bluetooth",
        14 => "Ethernet",
        _ => "card",
    };
    let address: Vec<String> =
        record.body.get(4..10)?.iter().map(|byte| format!("{byte:02X}")).collect();
    Some(format!("{medium} {}", address.join(":")))
}

fn screen(record: &Record<'_>) -> Option<String> {
    let [wide, high, across, down] =
        [record.u16(0)?, record.u16(2)?, record.u16(4)?, record.u16(6)?];
    Some(format!("{wide} × {high} mm, {across} × {down} pixels"))
}

/// `POWER_PLATFORM_ROLE` of Windows.
fn role(number: u8) -> Option<&'static str> {
    match number {
        1 => Some("desktop"),
        2 => Some("mobile device"),
        3 => Some("workstation"),
        4 => Some("server"),
        5 => Some("small office server"),
        6 => Some("appliance"),
        7 => Some("performance server"),
        8 => Some("slate"),
        _ => None,
    }
}

fn offline_id(number: u8) -> Option<&'static str> {
    match number {
        kinds::ID_FROM_TPM => Some("the TPM"),
        kinds::ID_FROM_FIRMWARE => Some("the TPM, as the firmware remembers it"),
        _ => None,
    }
}
