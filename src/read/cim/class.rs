//! Which CIM class an object is of: by its name, by the command that asked for
//! it, or by keys that only this class has, since `Select-Object` drops the name.

use serde_json::{Map, Value};

use crate::read::product_key;

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
        &[
            &["OperatingSystemSKU"],
            &["Caption", "BuildNumber"],
            &["OSArchitecture"],
            &["SystemDirectory", "BuildNumber"],
        ],
    ),
    (Class::Processor, "Win32_Processor", &[&["NumberOfCores"], &["MaxClockSpeed"]]),
    (
        Class::DiskDrive,
        "Win32_DiskDrive",
        &[&["InterfaceType", "Size"], &["MediaType", "Partitions"], &["Partitions", "Size"]],
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
    (
        Class::Product,
        "Win32_ComputerSystemProduct",
        &[&["IdentifyingNumber", "UUID"], &["IdentifyingNumber", "Vendor"]],
    ),
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

/// The short names that `wmic` has for classes.
const ALIASES: [(&str, Class); 9] = [
    ("computersystem", Class::ComputerSystem),
    ("bios", Class::Bios),
    ("os", Class::OperatingSystem),
    ("cpu", Class::Processor),
    ("diskdrive", Class::DiskDrive),
    ("logicaldisk", Class::LogicalDisk),
    ("csproduct", Class::Product),
    ("memorychip", Class::PhysicalMemory),
    ("systemenclosure", Class::Enclosure),
];

/// The class that a command asks for: `Get-CimInstance Win32_BIOS` or
/// `wmic bios get serialnumber`.
pub(super) fn asked_for(command: &str) -> Option<Class> {
    let command = command.to_ascii_lowercase();
    let mut words = command.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    let of_word = |word: &str| {
        let known = CLASSES.iter().find(|(_, name, _)| name.eq_ignore_ascii_case(word));
        known.map(|(class, _, _)| *class)
    };
    words.clone().find_map(of_word).or_else(|| {
        let is_wmic = |word: &str| word == "wmic";
        let alias = words.by_ref().skip_while(|word| !is_wmic(word)).nth(1)?;
        ALIASES.iter().find(|(known, _)| *known == alias).map(|(_, class)| *class)
    })
}

/// The class of an object of which one key was printed: of those with that key
/// the one that people ask for.
pub(super) fn class_of_lone_key(key: &str, value: &str) -> Option<Class> {
    match key.to_ascii_lowercase().as_str() {
        "serialnumber" if product_key::group_of_product_id(value).is_none() => Some(Class::Bios),
        "serialnumber" => Some(Class::OperatingSystem),
        "identifyingnumber" | "uuid" => Some(Class::Product),
        _ => None,
    }
}

/// Whether it is a key that is read, or by which a class is told.
pub(super) fn is_key(name: &str) -> bool {
    const READ: [&str; 22] = [
        "Name",
        "DNSHostName",
        "SystemSKUNumber",
        "SystemType",
        "PartOfDomain",
        "Domain",
        "UserName",
        "SerialNumber",
        "ProductType",
        "Version",
        "CSName",
        "SystemDrive",
        "TotalVisibleMemorySize",
        "NumberOfLogicalProcessors",
        "Description",
        "Capacity",
        "UUID",
        "IdentifyingNumber",
        "Vendor",
        "Manufacturer",
        "Model",
        "Size",
    ];
    let marks = CLASSES.iter().flat_map(|(_, _, marks)| marks.iter()).flat_map(|keys| keys.iter());
    READ.iter().chain(marks).any(|known| known.eq_ignore_ascii_case(name))
}

/// The name of a class, as it stands in messages.
pub(super) fn title(class: Class) -> &'static str {
    CLASSES.iter().find(|(one, _, _)| *one == class).map_or("", |(_, name, _)| name)
}
