//! This computer as Windows shows it.

#[cfg(windows)]
mod ask;
#[cfg(windows)]
mod calls;
mod installed;
mod joined;
mod registry;
mod sources;

#[cfg(windows)]
pub(super) use ask::ask;
pub use registry::{Data, Registry, Spot};
pub use sources::{Answer, EntraJoin, JoinKind, Membership, Sources, Tpm};

use super::oem_key;
use super::probed::{Gathering, Probed, System, place};
use super::smbios;
use super::unseen::Unseen;
use crate::device::Field;
use crate::read::cpu;

/// The readings that follow from what Windows shows.
#[must_use]
pub fn readings(sources: &Sources) -> Probed {
    let mut gathering = Gathering::new();
    let is_installed = !installed::is_setup_environment(sources);
    if is_installed {
        installed::read(sources, &mut gathering);
    } else {
        installed::architecture(sources, &mut gathering);
        gathering.unseen(Unseen::SetupEnvironment);
    }
    processor(sources, &mut gathering);
    tpm(sources.tpm, &mut gathering);
    memory(sources.installed_kb, &mut gathering);
    let table = sources.firmware_table.as_deref().and_then(without_header);
    if !table.is_some_and(|table| smbios::read(table, &mut gathering)) {
        gathering.unseen(Unseen::NoFirmwareTables);
    }
    visible_memory(sources.visible_bytes, &mut gathering);
    firmware(sources, &mut gathering);
    oem_key::put_group(sources.oem_key.as_ref(), &mut gathering);
    if is_installed {
        volume(sources.volume_bytes, &mut gathering);
        joined::read(sources, &mut gathering);
    }
    gathering.finish(System::Windows)
}

/// `GetSystemFirmwareTable` puts eight bytes before the table: how it was
/// found, its version, and its length as the last four.
fn without_header(raw: &[u8]) -> Option<&[u8]> {
    let (header, table) = raw.split_at_checked(8)?;
    let length = u32::from_le_bytes(header.get(4..)?.try_into().ok()?);
    table.get(..usize::try_from(length).ok()?).or(Some(table))
}

fn processor(sources: &Sources, gathering: &mut Gathering) {
    let findings = &mut gathering.findings;
    let text = |spot: Spot| sources.registry.text(spot);
    if let Some(name) = text(registry::CPU_NAME) {
        findings.put_text(Field::CpuName, name, registry::CPU_NAME.place());
    }
    if let Some(identifier) = text(registry::CPU_IDENTIFIER) {
        cpu::put(findings, identifier, &registry::CPU_IDENTIFIER.place());
    }
    if let Some(vendor) = text(registry::CPU_VENDOR) {
        findings.put_text(Field::CpuVendor, vendor, registry::CPU_VENDOR.place());
    }
    if let Some(mhz) = sources.registry.number(registry::CPU_MHZ) {
        findings.put(Field::CpuMhz, mhz, &mhz.to_string(), registry::CPU_MHZ.place());
    }
    if let Some(threads) = sources.logical_processors.filter(|threads| *threads > 0) {
        let here = place("registry CentralProcessor");
        findings.put(Field::CpuThreads, threads, &threads.to_string(), here);
    }
}

fn tpm(tpm: Tpm, gathering: &mut Gathering) {
    let version = match tpm {
        Tpm::Version(1) => "1.2",
        Tpm::Version(2) => "2.0",
        Tpm::None => "none",
        Tpm::Version(_) | Tpm::NotAsked => return gathering.unseen(Unseen::TpmNotAsked),
    };
    gathering.findings.put(Field::TpmVersion, version, version, place("Tbsi_GetDeviceInfo"));
}

/// The modules together; Windows may see less of them.
fn memory(kilobytes: Option<u64>, gathering: &mut Gathering) {
    let Some(kilobytes) = kilobytes else { return };
    let megabytes = i64::try_from(kilobytes / 1024).ok().filter(|megabytes| *megabytes > 0);
    let here = place("GetPhysicallyInstalledSystemMemory");
    gathering.findings.put_some(Field::MemoryMb, megabytes, &format!("{kilobytes} KB"), here);
}

/// Windows sees less than is installed. So its count shows that there is
/// enough, but never that there is too little.
fn visible_memory(bytes: Option<u64>, gathering: &mut Gathering) {
    const SURELY_ENOUGH_MB: i64 = 4096;
    let Some(bytes) = bytes else { return };
    let megabytes = i64::try_from(bytes / (1024 * 1024)).ok();
    let enough = megabytes.filter(|megabytes| *megabytes >= SURELY_ENOUGH_MB);
    let here = place("GlobalMemoryStatusEx");
    if enough.is_some() {
        gathering.findings.put_some(Field::MemoryMb, enough, &format!("{bytes} bytes"), here);
    }
}

fn volume(bytes: Option<u64>, gathering: &mut Gathering) {
    let Some(bytes) = bytes else { return gathering.unseen(Unseen::NoDisk) };
    let here = place("GetDiskFreeSpaceEx of the system volume");
    let size = i64::try_from(bytes).ok();
    gathering.findings.put_some(Field::StorageBytes, size, &bytes.to_string(), here.clone());
    gathering.findings.put(Field::StorageKind, "system-volume", "system volume", here);
}

/// How Windows was started, and Secure Boot. On legacy BIOS there is none.
fn firmware(sources: &Sources, gathering: &mut Gathering) {
    let findings = &mut gathering.findings;
    let here = place("GetFirmwareType");
    match sources.firmware_type {
        Some(1) => {
            findings.put(Field::Firmware, "bios", "1", here.clone());
            findings.put(Field::SecureBoot, "unsupported", "1", here);
        }
        Some(2) => {
            findings.put(Field::Firmware, "uefi", "2", here);
            let spot = registry::SECURE_BOOT;
            match sources.registry.number(spot) {
                Some(state @ (0 | 1)) => {
                    let (word, raw) = if state == 1 { ("on", "1") } else { ("off", "0") };
                    findings.put(Field::SecureBoot, word, raw, spot.place());
                    findings.put(Field::SecureBootCapable, true, raw, spot.place());
                }
                _ => gathering.unseen(Unseen::SecureBootNotAsked),
            }
        }
        _ => gathering.unseen(Unseen::SecureBootNotAsked),
    }
}
