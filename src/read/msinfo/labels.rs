//! The labels of `msinfo32`, in every language that is known.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::wizard::{self, WizardError};

/// A row that is read, whatever its language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Item {
    OsName,
    Version,
    SystemName,
    Maker,
    Model,
    SystemType,
    Sku,
    Processor,
    BiosMode,
    SecureBoot,
    User,
    InstalledMemory,
    /// A disk has it, a volume has not.
    Sector,
    MediaType,
    Size,
}

/// A value that is a word of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    On,
    Off,
    Unsupported,
    Legacy,
    FixedDisk,
    Absent,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Language {
    os_name: Vec<String>,
    version: Vec<String>,
    system_name: Vec<String>,
    maker: Vec<String>,
    model: Vec<String>,
    system_type: Vec<String>,
    sku: Vec<String>,
    processor: Vec<String>,
    bios_mode: Vec<String>,
    secure_boot: Vec<String>,
    user: Vec<String>,
    installed_memory: Vec<String>,
    sector: Vec<String>,
    media_type: Vec<String>,
    size: Vec<String>,
    on: Vec<String>,
    off: Vec<String>,
    unsupported: Vec<String>,
    legacy: Vec<String>,
    fixed_disk: Vec<String>,
    absent: Vec<String>,
}

impl Language {
    fn items(&self) -> [(Item, &[String]); 15] {
        [
            (Item::OsName, &self.os_name),
            (Item::Version, &self.version),
            (Item::SystemName, &self.system_name),
            (Item::Maker, &self.maker),
            (Item::Model, &self.model),
            (Item::SystemType, &self.system_type),
            (Item::Sku, &self.sku),
            (Item::Processor, &self.processor),
            (Item::BiosMode, &self.bios_mode),
            (Item::SecureBoot, &self.secure_boot),
            (Item::User, &self.user),
            (Item::InstalledMemory, &self.installed_memory),
            (Item::Sector, &self.sector),
            (Item::MediaType, &self.media_type),
            (Item::Size, &self.size),
        ]
    }

    fn words(&self) -> [(Word, &[String]); 6] {
        [
            (Word::On, &self.on),
            (Word::Off, &self.off),
            (Word::Unsupported, &self.unsupported),
            (Word::Legacy, &self.legacy),
            (Word::FixedDisk, &self.fixed_disk),
            (Word::Absent, &self.absent),
        ]
    }
}

/// Every label and word in lower case.
struct Labels {
    items: BTreeMap<String, Item>,
    words: BTreeMap<String, Word>,
}

static LABELS: LazyLock<Result<Labels, WizardError>> = LazyLock::new(|| {
    let file = wizard::built_in("facts/msinfo-labels.ron")?;
    let languages: BTreeMap<String, Language> = wizard::parse(&file)?;
    let mut labels = Labels { items: BTreeMap::new(), words: BTreeMap::new() };
    for language in languages.values() {
        for (item, names) in language.items() {
            labels.items.extend(names.iter().map(|name| (folded(name), item)));
        }
        for (word, names) in language.words() {
            labels.words.extend(names.iter().map(|name| (folded(name), word)));
        }
    }
    Ok(labels)
});

/// Lower case, single plain blanks.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        if word.is_ascii() {
            folded.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        } else {
            folded.push_str(&word.to_lowercase());
        }
    }
    folded
}

/// The row that a label stands for.
pub(super) fn item(label: &str) -> Option<Item> {
    LABELS.as_ref().ok()?.items.get(&folded(label)).copied()
}

/// The word that a value is.
pub(super) fn word(value: &str) -> Option<Word> {
    LABELS.as_ref().ok()?.words.get(&folded(value)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_known_in_every_language() {
        for label in ["Secure Boot State", "Sicherer Startzustand", "État du démarrage sécurisé"]
        {
            assert_eq!(item(label), Some(Item::SecureBoot), "{label}");
        }
        assert_eq!(item("Nombre\u{a0}del SO"), Some(Item::OsName));
        assert_eq!((word("Ein"), word("Désactivé")), (Some(Word::On), Some(Word::Off)));
        assert_eq!((item("Hotfix"), word("Perhaps")), (None, None));
    }

    #[test]
    fn no_label_or_word_stands_for_two_things() {
        let file = wizard::built_in("facts/msinfo-labels.ron").unwrap();
        let languages: BTreeMap<String, Language> = wizard::parse(&file).unwrap();
        for (name, language) in &languages {
            let told = language.items().iter().filter(|(_, names)| !names.is_empty()).count();
            assert!(told >= 10, "{name} has names of {told} rows");
            for (one, names) in language.items() {
                assert!(names.iter().all(|name| item(name) == Some(one)), "{names:?}");
            }
            for (one, names) in language.words() {
                assert!(names.iter().all(|name| word(name) == Some(one)), "{names:?}");
            }
        }
    }
}
