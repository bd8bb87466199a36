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
pub(in crate::read) enum Class {
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
    /// How the names of all other classes begin, in small letters.
    other_classes: Vec<String>,
    /// How the names of files end that print anything when they are run.
    scripts: Vec<String>,
    /// Commands that print what stands in a file.
    shows_files: Vec<String>,
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
    /// The class that it is derived from, when a command may ask for that one.
    #[serde(default)]
    parent: String,
    /// The short name that `wmic` has for it.
    #[serde(default)]
    wmic: String,
    /// Whether a computer has one of it.
    #[serde(default)]
    once: bool,
    told_by: Vec<Signs>,
}

/// What shows a class.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signs {
    all: Vec<String>,
    /// Keys of other classes.
    #[serde(default)]
    none: Vec<String>,
    #[serde(default)]
    like: BTreeMap<String, Shape>,
}

/// What a value looks like.
#[derive(Debug, Clone, Copy, Deserialize)]
enum Shape {
    /// It can be the name of a computer.
    ComputerName,
    /// It is no `{GUID}`.
    WithoutBraces,
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
    find(|known| known.told_by.iter().any(|signs| signs.show(object)))
}

impl Signs {
    fn show(&self, object: &Map<String, Value>) -> bool {
        let has = |key: &String| object.contains_key(key);
        let looks = |(key, shape): (&String, &Shape)| {
            object.get(key).and_then(Value::as_str).is_some_and(|value| shape.fits(value))
        };
        self.all.iter().all(has) && !self.none.iter().any(has) && self.like.iter().all(looks)
    }
}

impl Shape {
    fn fits(self, value: &str) -> bool {
        match self {
            Self::ComputerName => {
                // The console may have cut it off.
                let name = value.trim().trim_end_matches('\u{2026}');
                let is_of_name = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
                name.chars().any(char::is_alphabetic) && name.chars().all(is_of_name)
            }
            Self::WithoutBraces => !value.trim_start().starts_with('{'),
        }
    }
}

/// The name of the class that an object carries. `CimClass` is an object, or a
/// text such as `root/cimv2:Win32_BIOS` where the depth of the JSON was limited.
pub(super) fn name_of(object: &Map<String, Value>) -> Option<&str> {
    let class = object.get("CimClass");
    let named =
        class.and_then(|class| class.as_str().or_else(|| class.get("CimClassName")?.as_str()));
    let name = named
        .or_else(|| object.get("__CLASS")?.as_str())
        .or_else(|| object.get("CreationClassName")?.as_str())?;
    name.rsplit(':').next()
}

/// The class with a name, or that is derived from the one with it.
pub(super) fn named(name: &str) -> Option<Class> {
    let is_it = |known: &&Described| {
        [&known.name, &known.parent].iter().any(|one| one.eq_ignore_ascii_case(name))
    };
    classes().iter().filter(|_| !name.is_empty()).find(is_it).map(|known| known.class)
}

/// The class that `wmic` calls so.
pub(super) fn with_short_name(name: &str) -> Option<Class> {
    find(|known| !name.is_empty() && known.wmic.eq_ignore_ascii_case(name))
}

/// Whether a word, in small letters, is the name of a class that is not read.
pub(super) fn is_other_class(word: &str) -> bool {
    let begins = |known: &Known| known.other_classes.iter().any(|begin| word.starts_with(begin));
    KNOWN.as_ref().is_ok_and(begins) && named(word).is_none()
}

/// Whether a word of a command, in small letters, is a file that is run.
pub(super) fn is_script(word: &str) -> bool {
    let ends = |known: &Known| known.scripts.iter().any(|end| word.ends_with(end));
    KNOWN.as_ref().is_ok_and(ends)
}

/// Whether a command, in small letters, prints what stands in a file.
pub(super) fn shows_file(command: &str) -> bool {
    KNOWN.as_ref().is_ok_and(|known| known.shows_files.iter().any(|one| one == command))
}

/// The class of an object of which one key was printed: of those with that key
/// the one that people ask for.
pub(super) fn class_of_lone_key(key: &str, value: &str) -> Option<Class> {
    // Software is numbered so.
    if !Shape::WithoutBraces.fits(value) {
        return None;
    }
    let known = KNOWN.as_ref().ok()?;
    let (_, class) = known.lone_keys.iter().find(|(lone, _)| lone.eq_ignore_ascii_case(key))?;
    // What Windows calls its serial number is its Product ID.
    let is_of_windows = *class == Class::Bios && product_key::group_of_product_id(value).is_some();
    Some(if is_of_windows { Class::OperatingSystem } else { *class })
}

/// Whether it is a key that is guessed from when it stands alone.
pub(super) fn is_lone_key(name: &str) -> bool {
    let has = |known: &Known| known.lone_keys.keys().any(|lone| lone.eq_ignore_ascii_case(name));
    KNOWN.as_ref().is_ok_and(has)
}

/// Whether it is a key that is read, or by which a class is told.
pub(super) fn is_key(name: &str) -> bool {
    let signs = classes().iter().flat_map(|known| &known.told_by);
    let marks = signs.flat_map(|signs| &signs.all);
    let read = KNOWN.iter().flat_map(|known| &known.keys);
    read.chain(marks).any(|known| known.eq_ignore_ascii_case(name))
}

impl Class {
    /// Its name, as it stands in messages.
    pub fn title(self) -> &'static str {
        self.described().map_or("", |known| &known.name)
    }

    /// Whether a computer has one of it.
    pub fn is_once(self) -> bool {
        self.described().is_some_and(|known| known.once)
    }

    fn described(self) -> Option<&'static Described> {
        classes().iter().find(|known| known.class == self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::cim::asked::Asked;

    #[test]
    fn every_class_is_described_and_told_from_the_others() {
        let known = KNOWN.as_ref().unwrap();
        assert_eq!(known.classes.len(), 10);
        for described in &known.classes {
            for signs in &described.told_by {
                let row = |key: &String| (key.clone(), Value::from("CTS-0001"));
                let object = signs.all.iter().map(row).collect();
                assert_eq!(class_of(&object), Some(described.class), "{signs:?}");
            }
            let asks = |command: String| {
                let only = Asked::Classes { read: vec![described.class], unread: false };
                assert_eq!(Asked::by(&command), only, "{command}");
            };
            asks(format!("PS C:\\> Get-CimInstance {}", described.name));
            if !described.parent.is_empty() {
                asks(format!("PS C:\\> gcim -ClassName {}", described.parent));
            }
            if !described.wmic.is_empty() {
                asks(format!("C:\\>wmic {} get /value", described.wmic));
            }
        }
    }

    #[test]
    fn what_is_no_computer_is_not_taken_for_one() {
        for (name, more) in [
            ("Base Board", None),
            (r"\\.\PHYSICALDRIVE0", None),
            ("Physical Memory", None),
            ("", None),
            ("Drive1", Some("DeviceID")),
            ("Board1", Some("Product")),
        ] {
            let mut object = Map::new();
            for (key, value) in [("Manufacturer", "Contoso"), ("Model", ""), ("Name", name)] {
                object.insert(key.to_owned(), Value::from(value));
            }
            object.extend(more.map(|key| (key.to_owned(), Value::from("1"))));
            assert_eq!(class_of(&object), None, "{object:?}");
        }
    }
}
