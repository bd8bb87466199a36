//! The words about barcodes: labels, identifiers and reasons, from
//! `wizard/formats/barcodes.ron`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{PartKind, Warning, Why};
use crate::wizard::{self, WizardError};

/// What is known about the codes on labels.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BarcodeWords {
    labels: BTreeMap<PartKind, Vec<String>>,
    pub(super) glued: BTreeMap<String, PartKind>,
    pub(super) gs1: BTreeMap<String, Identifier>,
    pub(super) envelope: BTreeMap<String, PartKind>,
    pub(super) separators: Vec<String>,
    pub(super) serial_in_path: Vec<String>,
    pub(super) secrets: Vec<String>,
    pub(super) layouts: BTreeMap<String, Layout>,
    kinds: BTreeMap<PartKind, String>,
    why: BTreeMap<Why, String>,
    warnings: BTreeMap<Warning, String>,
}

/// An application identifier of GS1.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Identifier {
    /// Whether the value has exactly this length.
    pub fixed: bool,
    /// In characters.
    pub length: usize,
    #[serde(default)]
    pub means: Option<PartKind>,
}

/// A keyboard layout: what arrives when a scanner types as on a US keyboard.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Layout {
    pub arrives: String,
    pub meant: String,
    #[serde(default)]
    pub dead: Vec<DeadKey>,
}

/// A key that changes the letter behind it; alone it stands in `arrives`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DeadKey {
    pub arrives: String,
    pub letters: String,
    /// What the scanner meant by the key itself.
    pub meant: String,
}

static WORDS: LazyLock<Result<BarcodeWords, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("formats/barcodes.ron")?));

static NONE: LazyLock<BarcodeWords> = LazyLock::new(BarcodeWords::default);

/// The built-in words; empty in a faulty build, which a test finds.
#[must_use]
pub fn words() -> &'static BarcodeWords {
    WORDS.as_ref().unwrap_or(&NONE)
}

impl BarcodeWords {
    /// What a label stands for; case, blanks and punctuation do not count.
    pub(super) fn label(&self, label: &str) -> Option<PartKind> {
        let label = plain(label);
        let of = |names: &Vec<String>| names.iter().any(|name| plain(name) == label);
        let found = self.labels.iter().find(|(_, names)| of(names));
        found.map(|(kind, _)| *kind).filter(|_| !label.is_empty())
    }

    /// What a part of a code is called.
    #[must_use]
    pub fn kind(&self, kind: PartKind) -> &str {
        self.kinds.get(&kind).map_or("", String::as_str)
    }

    /// Why a code can be read so, as a sentence.
    #[must_use]
    pub fn why(&self, why: Why) -> &str {
        self.why.get(&why).map_or("", String::as_str)
    }

    /// What a person should know, as a sentence.
    #[must_use]
    pub fn warning(&self, warning: Warning) -> &str {
        self.warnings.get(&warning).map_or("", String::as_str)
    }
}

fn plain(label: &str) -> String {
    label.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_can_be_read_and_no_label_means_two_things() {
        let words = WORDS.as_ref().unwrap();
        let mut labels: Vec<String> = words.labels.values().flatten().map(|l| plain(l)).collect();
        let all = labels.len();
        labels.sort();
        labels.dedup();
        // Some labels differ by punctuation alone: `s/n` and `sn`.
        assert!(labels.len() > all / 2, "{labels:?}");
        for (kind, names) in &words.labels {
            for name in names {
                assert_eq!(words.label(name), Some(*kind), "{name}");
            }
        }
    }

    #[test]
    fn each_layout_tells_what_every_letter_meant() {
        for (name, layout) in &words().layouts {
            let (arrives, meant) = (layout.arrives.chars().count(), layout.meant.chars().count());
            assert_eq!(arrives, meant, "{name}");
            for dead in &layout.dead {
                let counts = (dead.arrives.chars().count(), dead.letters.chars().count());
                assert_eq!(counts.0, counts.1, "{name}: {}", dead.meant);
            }
        }
    }

    #[test]
    fn each_reason_and_warning_has_words() {
        use Why::{
            CheckDigit, DellExpress, DellTag, Digits, Envelope, Glued, Gs1, KeyShape, Labelled,
            Lenovo, Link, MacShape, MachineType, Plain, ProductIdShape, ProductNumber, SparePart,
            UuidShape,
        };
        for why in [
            CheckDigit,
            DellExpress,
            DellTag,
            Digits,
            Envelope,
            Glued,
            Gs1,
            KeyShape,
            Labelled,
            Lenovo,
            Link,
            MacShape,
            MachineType,
            Plain,
            ProductIdShape,
            ProductNumber,
            SparePart,
            UuidShape,
        ] {
            assert!(!words().why(why).is_empty(), "{why:?}");
        }
        assert_eq!((words().warnings.len(), words().kinds.len()), (9, 11));
    }
}
