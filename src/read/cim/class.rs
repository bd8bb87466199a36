//! Which CIM class an object is of: by its name, or by keys that only this
//! class has, since `Select-Object` drops the name.

use serde_json::{Map, Value};

/// A class that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    ComputerSystem,
    Bios,
    OperatingSystem,
    Processor,
    DiskDrive,
    LogicalDisk,
    Tpm,
    Product,
    PhysicalMemory,
    Enclosure,
}

/// The class, its name, and keys of which all show it.
const CLASSES: [(Class, &str, &[&[&str]]); 10] = [
    (
        Class::ComputerSystem,
        "Win32_ComputerSystem",
        &[
            &["PartOfDomain"],
            &["DomainRole"],
            &["TotalPhysicalMemory"],
            &["Manufacturer", "Model", "Name"],
        ],
    ),
    (Class::Bios, "Win32_BIOS", &[&["SMBIOSBIOSVersion"], &["BIOSVersion"]]),
    (
        Class::OperatingSystem,
        "Win32_OperatingSystem",
        &[&["OperatingSystemSKU"], &["Caption", "BuildNumber"], &["OSArchitecture"]],
    ),
    (Class::Processor, "Win32_Processor", &[&["NumberOfCores"], &["MaxClockSpeed"]]),
    (
        Class::DiskDrive,
        "Win32_DiskDrive",
        &[&["InterfaceType", "Size"], &["MediaType", "Partitions"]],
    ),
    (
        Class::LogicalDisk,
        "Win32_LogicalDisk",
        &[&["DriveType", "Size"], &["DeviceID", "FreeSpace"]],
    ),
    (
        Class::Tpm,
        "Win32_Tpm",
        &[&["SpecVersion", "ManufacturerIdTxt"], &["SpecVersion", "ManufacturerVersion"]],
    ),
    (Class::Product, "Win32_ComputerSystemProduct", &[&["IdentifyingNumber", "UUID"]]),
    (
        Class::PhysicalMemory,
        "Win32_PhysicalMemory",
        &[&["Capacity", "DeviceLocator"], &["Capacity", "BankLabel"]],
    ),
    (Class::Enclosure, "Win32_SystemEnclosure", &[&["ChassisTypes"]]),
];

/// The class of an object; `None` when it is none of these.
pub(super) fn class_of(object: &Map<String, Value>) -> Option<Class> {
    if let Some(name) = name_of(object) {
        let known = CLASSES.iter().find(|(_, known, _)| known.eq_ignore_ascii_case(name));
        return known.map(|(class, _, _)| *class);
    }
    let has_all = |keys: &&[&str]| keys.iter().all(|key| object.contains_key(*key));
    let known = CLASSES.iter().find(|(_, _, marks)| marks.iter().any(has_all));
    known.map(|(class, _, _)| *class)
}

/// `CimClass` is an object, or a text such as `root/cimv2:Win32_BIOS` where
/// the depth of the JSON was limited.
fn name_of(object: &Map<String, Value>) -> Option<&str> {
    let class = object.get("CimClass");
    let named =
        class.and_then(|class| class.as_str().or_else(|| class.get("CimClassName")?.as_str()));
    let name = named
        .or_else(|| object.get("__CLASS")?.as_str())
        .or_else(|| object.get("CreationClassName")?.as_str())?;
    name.rsplit(':').next()
}

/// The name of a class, as it stands in messages.
pub(super) fn title(class: Class) -> &'static str {
    CLASSES.iter().find(|(one, _, _)| *one == class).map_or("", |(_, name, _)| name)
}
