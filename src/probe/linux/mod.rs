//! This computer as Linux shows it. It says nothing of Windows: what runs here
//! is Linux.

mod cpuinfo;
mod disks;
mod sources;

pub use disks::Disk;
pub use sources::{Identity, Sources};

use super::oem_key::{self, OemKey};
use super::probed::{Gathering, Probed, System, place};
use super::seen::Seen;
use super::smbios;
use super::unseen::Unseen;
use crate::device::{Field, Place};
use crate::read::{hardware_uuid, machine};

/// The readings that follow from what Linux shows.
#[must_use]
pub fn readings(sources: &Sources) -> Probed {
    let mut gathering = Gathering::new();
    if sources.is_windows_subsystem() {
        gathering.unseen(Unseen::WindowsSubsystem);
        return gathering.finish(System::Linux);
    }
    name(sources, &mut gathering);
    cpuinfo::read(sources, &mut gathering);
    // The kernel talks to the chip; the firmware's table only describes one.
    tpm(sources, &mut gathering);
    let described = sources.smbios.known().is_some_and(|table| smbios::read(table, &mut gathering));
    identity(&sources.identity, described, &mut gathering);
    cpuinfo::read_what_is_left(sources, &mut gathering);
    memory(sources, &mut gathering);
    disks::read(sources, &mut gathering);
    firmware(sources, &mut gathering);
    gathering.unseen_unless_known(Field::TpmVersion, Unseen::NoTpmSeen);
    key(&sources.oem_key, &mut gathering);
    gathering.unseen(Unseen::LinuxNow);
    gathering.finish(System::Linux)
}

fn name(sources: &Sources, gathering: &mut Gathering) {
    if let Some(name) = &sources.hostname {
        let short = name.trim().split('.').next().unwrap_or_default();
        gathering.findings.put_text(Field::Hostname, short, place("/proc/sys/kernel/hostname"));
    }
}

/// What the kernel took over from the firmware's table.
fn identity(identity: &Identity, described: bool, gathering: &mut Gathering) {
    let (maker, model) = (identity.known("sys_vendor"), identity.known("product_name"));
    let findings = &mut gathering.findings;
    machine::put(findings, in_folder("sys_vendor", maker), in_folder("product_name", model));
    for (field, file) in [(Field::Serial, "product_serial"), (Field::SkuNumber, "product_sku")] {
        if let Some((text, place)) = in_folder(file, identity.known(file)) {
            findings.put_text(field, text, place);
        }
    }
    if let Some((text, place)) = in_folder("product_uuid", identity.known("product_uuid"))
        && let Some(uuid) = hardware_uuid::of_text(text)
    {
        findings.put_text(Field::Uuid, &uuid.to_string().to_uppercase(), place);
    }
    if let Some((number, place)) = in_folder("chassis_type", identity.known("chassis_type"))
        && let Ok(number) = number.trim().parse()
    {
        smbios::put_chassis(gathering, number, place);
    }
    if !described && identity.is_empty() {
        gathering.unseen(Unseen::NoFirmwareTables);
    } else if identity.needs_rights() {
        gathering.unseen_unless_known(Field::Serial, Unseen::IdentityNeedsRights);
    }
}

fn in_folder<'a>(file: &str, text: Option<&'a str>) -> Option<(&'a str, Place)> {
    Some((text?, place(&format!("/sys/class/dmi/id/{file}"))))
}

/// Linux keeps a part of the memory to itself. So its count shows that there
/// is enough, but never that there is too little.
fn memory(sources: &Sources, gathering: &mut Gathering) {
    const SURELY_ENOUGH_MB: i64 = 4096;
    let total = sources.meminfo.as_deref().and_then(|text| {
        let row = text.lines().find_map(|line| line.strip_prefix("MemTotal:"))?;
        let kilobytes: i64 = row.trim().strip_suffix("kB")?.trim().parse().ok()?;
        Some((kilobytes / 1024, row.trim()))
    });
    if let Some((megabytes, raw)) = total.filter(|(megabytes, _)| *megabytes >= SURELY_ENOUGH_MB) {
        let here = place("/proc/meminfo MemTotal");
        gathering.findings.put(Field::MemoryMb, megabytes, raw, here);
    } else if sources.smbios.needs_rights() {
        gathering.unseen_unless_known(Field::MemoryMb, Unseen::MemoryNeedsRights);
    }
}

/// UEFI or legacy BIOS, and Secure Boot: the byte behind four bytes of attributes.
fn firmware(sources: &Sources, gathering: &mut Gathering) {
    let is_arm = gathering.findings.readings.iter().any(|reading| {
        reading.field == Field::Architecture && reading.value.as_text() == Some("arm64")
    });
    let findings = &mut gathering.findings;
    let folder = place("/sys/firmware/efi");
    match sources.uefi {
        Some(true) => findings.put(Field::Firmware, "uefi", "present", folder),
        Some(false) if !is_arm => {
            findings.put(Field::Firmware, "bios", "absent", folder.clone());
            findings.put(Field::SecureBoot, "unsupported", "absent", folder);
            return;
        }
        _ => return,
    }
    let variable = place("efivars SecureBoot");
    match &sources.secure_boot {
        Seen::Known(bytes) => match bytes.get(4) {
            Some(state @ (0 | 1)) => {
                let (word, raw) = if *state == 1 { ("on", "1") } else { ("off", "0") };
                findings.put(Field::SecureBoot, word, raw, variable.clone());
                findings.put(Field::SecureBootCapable, true, raw, variable);
            }
            _ => gathering.unseen(Unseen::SecureBootHidden),
        },
        Seen::Absent if sources.has_variables => {
            findings.put(Field::SecureBoot, "unsupported", "absent", variable);
        }
        Seen::Absent | Seen::NeedsRights => gathering.unseen(Unseen::SecureBootHidden),
    }
}

/// A chip that does not show may be switched off, so its absence is not "none".
fn tpm(sources: &Sources, gathering: &mut Gathering) {
    let version = match sources.tpm_major.as_deref().map(str::trim) {
        Some("2") => Some("2.0"),
        Some("1") => Some("1.2"),
        _ => None,
    };
    let raw = version.unwrap_or_default();
    let here = place("/sys/class/tpm/tpm0/tpm_version_major");
    gathering.findings.put_some(Field::TpmVersion, version, raw, here);
}

fn key(oem_key: &Seen<OemKey>, gathering: &mut Gathering) {
    oem_key::put_group(oem_key.known(), gathering);
    if oem_key.needs_rights() {
        gathering.unseen(Unseen::KeyNeedsRights);
    }
}
