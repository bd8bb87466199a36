//! Which CIM class an object is of: by its name, by the command that asked for
//! it, or by keys that only this class has, since `Select-Object` drops the name.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::read::product_key;
use crate::wizard::{self, WizardError};

/// A class that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
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

/// What `wizard/formats/cim.ron` holds.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    classes: Vec<Described>,
    /// Keys that are read besides those that tell a class.
    keys: Vec<String>,
    /// Of an object with one key, the class that people ask for it.
    lone_keys: BTreeMap<String, Class>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Described {
    class: Class,
    name: String,
    /// The short name that `wmic` has for it.
    #[serde(default)]
    wmic: String,
    /// Keys of which all show the class, a line each.
    told_by: Vec<Vec<String>>,
}

static KNOWN: LazyLock<Result<Known, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("formats/cim.ron")?));

fn classes() -> &'static [Described] {
    KNOWN.as_ref().map_or(&[], |known| known.classes.as_slice())
}

fn find(is_it: impl Fn(&Described) -> bool) -> Option<Class> {
    classes().iter().find(|described| is_it(described)).map(|described| described.class)
}

/// The class of an object; `None` when it is none of these.
pub(super) fn class_of(object: &Map<String, Value>) -> Option<Class> {
    if let Some(name) = name_of(object) {
        return find(|known| known.name.eq_ignore_ascii_case(name));
    }
    let has_all = |keys: &Vec<String>| keys.iter().all(|key| object.contains_key(key));
    find(|known| known.told_by.iter().any(has_all))
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

/// The class that a command asks for: `Get-CimInstance Win32_BIOS` or
/// `wmic bios get serialnumber`.
pub(super) fn asked_for(command: &str) -> Option<Class> {
    let command = command.to_ascii_lowercase();
    let mut words = command
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty());
    let of_word = |word: &str| find(|known| known.name.eq_ignore_ascii_case(word));
    words.clone().find_map(of_word).or_else(|| {
        let is_wmic = |word: &str| word == "wmic";
        let alias = words.by_ref().skip_while(|word| !is_wmic(word)).nth(1)?;
        find(|known| known.wmic == alias)
    })
}

/// The class of an object of which one key was printed: of those with that key
/// the one that people ask for.
pub(super) fn class_of_lone_key(key: &str, value: &str) -> Option<Class> {
    let known = KNOWN.as_ref().ok()?;
    let (_, class) = known.lone_keys.iter().find(|(lone, _)| lone.eq_ignore_ascii_case(key))?;
    // What Windows calls its serial number is its Product ID.
    let is_of_windows = *class == Class::Bios && product_key::group_of_product_id(value).is_some();
    Some(if is_of_windows { Class::OperatingSystem } else { *class })
}

/// Whether it is a key that is read, or by which a class is told.
pub(super) fn is_key(name: &str) -> bool {
    let marks = classes().iter().flat_map(|known| &known.told_by).flatten();
    let read = KNOWN.iter().flat_map(|known| &known.keys);
    read.chain(marks).any(|known| known.eq_ignore_ascii_case(name))
}

/// The name of a class, as it stands in messages.
pub(super) fn title(class: Class) -> &'static str {
    classes().iter().find(|known| known.class == class).map_or("", |known| &known.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_asks_for_a_class_by_its_name_or_the_short_one() {
        assert_eq!(asked_for("PS C:\\> wmic  bios get serialnumber"), Some(Class::Bios));
        assert_eq!(asked_for("gcim Win32_Tpm -Namespace root/cimv2"), Some(Class::Tpm));
        for other in ["wmic", "wmic /node:x", "Get-Tpm", ""] {
            assert_eq!(asked_for(other), None, "{other}");
        }
    }

    #[test]
    fn every_class_is_described_and_told_from_the_others() {
        let known = KNOWN.as_ref().unwrap();
        assert_eq!(known.classes.len(), 10);
        for described in &known.classes {
            for keys in &described.told_by {
                let object = keys.iter().map(|key| (key.clone(), Value::Null)).collect();
                assert_eq!(class_of(&object), Some(described.class), "{keys:?}");
            }
            assert_eq!(
                asked_for(&format!("Get-CimInstance {}", described.name)),
                Some(described.class)
            );
            if !described.wmic.is_empty() {
                let command = format!("wmic {} get /value", described.wmic);
                assert_eq!(asked_for(&command), Some(described.class), "{command}");
            }
        }
    }
}
