//! What is in the computer: processors, memory modules, the TPM.

use smbioslib::{
    CoreCount, CoreCount2, MemoryDeviceType, MemorySize, MemorySizeExtended, ProcessorSpeed,
    SMBiosData, SMBiosMemoryDevice, SMBiosProcessorInformation, SMBiosTpmDevice, ThreadCount,
    ThreadCount2,
};

use super::text;
use crate::device::Field;
use crate::probe::probed::{Gathering, place};
use crate::read::tpm as chip;

/// Every socket that holds a processor counts.
pub(super) fn processors(data: &SMBiosData, gathering: &mut Gathering) {
    let mut sockets: Vec<SMBiosProcessorInformation<'_>> = data.collect();
    sockets.retain(|socket| socket.status().is_none_or(|status| status.socket_populated()));
    let Some(first) = sockets.first() else { return };
    let here = place("SMBIOS type 4");
    let findings = &mut gathering.findings;
    if let Some(name) = text(&first.processor_version()) {
        findings.put_text(Field::CpuName, &name, here.clone());
    }
    if let Some(ProcessorSpeed::MHz(mhz)) = first.current_speed() {
        let mhz = u32::from(mhz);
        let mhz_known = (mhz > 0).then_some(mhz);
        findings.put_some(Field::CpuMhz, mhz_known, &format!("{mhz} MHz"), here.clone());
    }
    let cores = sum(sockets.iter().map(cores));
    let threads = sum(sockets.iter().map(threads));
    for (field, count) in [(Field::CpuCores, cores), (Field::CpuThreads, threads)] {
        if let Some(count) = count {
            findings.put(field, count, &count.to_string(), here.clone());
        }
    }
}

/// The sum, where every part is known.
fn sum(mut parts: impl Iterator<Item = Option<u32>>) -> Option<u32> {
    let sum = parts.try_fold(0_u32, |sum, part| sum.checked_add(part?))?;
    (sum > 0).then_some(sum)
}

fn cores(socket: &SMBiosProcessorInformation<'_>) -> Option<u32> {
    match socket.core_count()? {
        CoreCount::Count(count) => Some(u32::from(count)),
        CoreCount::SeeCoreCount2 => match socket.core_count_2()? {
            CoreCount2::Count(count) => Some(u32::from(count)),
            CoreCount2::Unknown | CoreCount2::Reserved => None,
        },
        CoreCount::Unknown => None,
    }
}

fn threads(socket: &SMBiosProcessorInformation<'_>) -> Option<u32> {
    match socket.thread_count()? {
        ThreadCount::Count(count) => Some(u32::from(count)),
        ThreadCount::SeeThreadCount2 => match socket.thread_count_2()? {
            ThreadCount2::Count(count) => Some(u32::from(count)),
            ThreadCount2::Unknown | ThreadCount2::Reserved => None,
        },
        ThreadCount::Unknown => None,
    }
}

/// The modules together; a module of unknown size makes the sum unknown.
pub(super) fn memory(data: &SMBiosData, gathering: &mut Gathering) {
    const KILOBYTES: u64 = 1024;
    let mut modules: Vec<SMBiosMemoryDevice<'_>> = data.collect();
    modules.retain(is_memory);
    let mut sizes = Vec::new();
    for module in &modules {
        match kilobytes(module) {
            Size::Empty => {}
            Size::Unknown => return,
            Size::Kilobytes(size) => sizes.push(size),
        }
    }
    let sum = sizes.iter().try_fold(0_u64, |sum, size| sum.checked_add(*size));
    let megabytes = sum.and_then(|sum| i64::try_from(sum / KILOBYTES).ok());
    let megabytes = megabytes.filter(|megabytes| *megabytes > 0);
    let raw: Vec<String> = sizes.iter().map(|size| format!("{} MB", size / KILOBYTES)).collect();
    gathering.findings.put_some(
        Field::MemoryMb,
        megabytes,
        &raw.join(" + "),
        place("SMBIOS type 17"),
    );
}

/// Old firmware lists its own flash among the modules.
fn is_memory(module: &SMBiosMemoryDevice<'_>) -> bool {
    let kind = module.memory_type().map(|kind| kind.value);
    !matches!(
        kind,
        Some(
            MemoryDeviceType::Flash
                | MemoryDeviceType::Rom
                | MemoryDeviceType::Eeprom
                | MemoryDeviceType::Feprom
                | MemoryDeviceType::Eprom
        )
    )
}

enum Size {
    Empty,
    Unknown,
    Kilobytes(u64),
}

fn kilobytes(module: &SMBiosMemoryDevice<'_>) -> Size {
    match module.size() {
        Some(MemorySize::NotInstalled) => Size::Empty,
        Some(MemorySize::Kilobytes(size)) => Size::Kilobytes(u64::from(size)),
        Some(MemorySize::Megabytes(size)) => Size::Kilobytes(u64::from(size) * 1024),
        Some(MemorySize::SeeExtendedSize) => match module.extended_size() {
            Some(MemorySizeExtended::Megabytes(size)) => Size::Kilobytes(u64::from(size) * 1024),
            Some(MemorySizeExtended::SeeSize) | None => Size::Unknown,
        },
        Some(MemorySize::Unknown) | None => Size::Unknown,
    }
}

/// The firmware's word on the TPM. Few tables have it.
pub(super) fn tpm(data: &SMBiosData, gathering: &mut Gathering) {
    let Some(tpm) = data.first::<SMBiosTpmDevice<'_>>() else { return };
    let here = place("SMBIOS type 43");
    let findings = &mut gathering.findings;
    let version = match (tpm.major_spec_version(), tpm.minor_spec_version()) {
        (Some(2), _) => Some("2.0"),
        (Some(1), Some(2)) => Some("1.2"),
        _ => None,
    };
    findings.put_some(Field::TpmVersion, version, version.unwrap_or_default(), here.clone());
    if let Some(id) = tpm.vendor_id() {
        let id = String::from_utf8_lossy(id.array);
        findings.put_some(Field::TpmVendor, chip::vendor(&id), &id, here.clone());
    }
    if let (Some("2.0"), Some(high), Some(low)) =
        (version, tpm.firmware_version_1(), tpm.firmware_version_2())
        && high > 0
    {
        let half = |number: u32| (number >> 16, number & 0xFFFF);
        let ((a, b), (c, d)) = (half(high), half(low));
        findings.put_text(Field::TpmFirmware, &format!("{a}.{b}.{c}.{d}"), here);
    }
}
