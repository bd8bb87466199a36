//! How lists spell states: join types, architectures, yes and no.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::meaning::Meaning;
use crate::device::{Field, Value};
use crate::read::word_set::WordSet;
use crate::wizard::{self, WizardError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    joins: Vec<Join>,
    architectures: BTreeMap<String, Vec<String>>,
    sku_families: BTreeMap<String, Vec<String>>,
    firmware: BTreeMap<String, Vec<String>>,
    before_tpm: BTreeSet<String>,
    answers: BTreeMap<Meaning, BTreeMap<String, (Field, Value)>>,
    yes: BTreeSet<String>,
    no: BTreeSet<String>,
    unsupported: BTreeSet<String>,
    open: BTreeSet<String>,
    mdm: BTreeSet<String>,
    workgroups: BTreeSet<String>,
    other_systems: Vec<String>,
    totals: WordSet,
}

/// What a join type says.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Join {
    says: Vec<String>,
    #[serde(default)]
    pub entra_joined: Option<bool>,
    #[serde(default)]
    pub domain_joined: Option<bool>,
    #[serde(default)]
    pub entra_registered: Option<bool>,
}

static WORDS: LazyLock<Result<Words, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("formats/values.ron")?));

fn words() -> Option<&'static Words> {
    WORDS.as_ref().ok()
}

fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}

/// `AzureAd`, `Microsoft Entra hybrid joined`, `Workplace` and the like.
pub(super) fn join(text: &str) -> Option<&'static Join> {
    let text = folded(text);
    words()?.joins.iter().find(|join| join.says.contains(&text))
}

/// `x64`, `arm64` or `x86`.
pub(super) fn architecture(text: &str) -> Option<&'static str> {
    one_of(&words()?.architectures, text)
}

/// The edition that stands for a family of editions.
pub(super) fn edition_of_family(text: &str) -> Option<&'static str> {
    one_of(&words()?.sku_families, text)
}

/// `uefi` or `bios`.
pub(super) fn firmware(text: &str) -> Option<&'static str> {
    one_of(&words()?.firmware, text)
}

/// What a yes says in a column whose name is the question, for example "UEFI".
pub(super) fn answer(meaning: Meaning, name: &str) -> Option<&'static (Field, Value)> {
    words()?.answers.get(&meaning)?.get(name)
}

/// `2.0` or `1.2`, of `TPM 2.0`, `2.0 (Spec 1.38)`, `2,0` or `2.0, 0, 1.38`.
pub(super) fn tpm(text: &str) -> Option<&'static str> {
    let text = folded(text);
    let known = &words()?.before_tpm;
    let start = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let before = text.get(..text.len() - start.len())?;
    let words = before.split(|c: char| c.is_whitespace() || c == '(');
    if !words.filter(|word| !word.is_empty()).all(|word| known.contains(word)) {
        return None;
    }
    let end = start
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .unwrap_or(start.len());
    let (version, rest) = start.split_at(end);
    let version = match version.trim_end_matches(',') {
        "2.0" | "2,0" | "2" => "2.0",
        "1.2" | "1,2" => "1.2",
        _ => return None,
    };
    // Both can stand there, as what the chip can do.
    let other = if version == "2.0" { "1.2" } else { "2.0" };
    (!rest.starts_with(char::is_alphanumeric) && !rest.contains(other)).then_some(version)
}

/// Whether a row with this first cell adds up the others.
pub(super) fn is_total(text: &str) -> bool {
    let end = |c: char| c.is_whitespace() || c.is_ascii_digit() || c == ':';
    let word = text.trim_end_matches(end);
    words().is_some_and(|words| words.totals.has(word))
}

fn one_of(table: &'static BTreeMap<String, Vec<String>>, text: &str) -> Option<&'static str> {
    let text = folded(text);
    table.iter().find(|(_, says)| says.contains(&text)).map(|(value, _)| value.as_str())
}

pub(super) fn yes_no(text: &str) -> Option<bool> {
    let (text, words) = (folded(text), words()?);
    if words.yes.contains(&text) { Some(true) } else { words.no.contains(&text).then_some(false) }
}

/// `on`, `off` or `unsupported`.
pub(super) fn secure_boot(text: &str) -> Option<&'static str> {
    match yes_no(text) {
        Some(true) => Some("on"),
        Some(false) => Some("off"),
        None => is_unsupported(text).then_some("unsupported"),
    }
}

/// Whether a cell answers, but leaves open what is asked: a TPM that is there
/// has one version or the other.
pub(super) fn leaves_open(text: &str) -> bool {
    let is_open = || words().is_some_and(|words| words.open.contains(&folded(text)));
    yes_no(text).is_some() || is_unsupported(text) || is_open()
}

fn is_unsupported(text: &str) -> bool {
    words().is_some_and(|words| words.unsupported.contains(&folded(text)))
}

/// Whether what manages a device is an MDM.
pub(super) fn is_mdm(text: &str) -> bool {
    words().is_some_and(|words| words.mdm.contains(&folded(text)))
}

pub(super) fn is_workgroup(text: &str) -> bool {
    words().is_some_and(|words| words.workgroups.contains(&folded(text)))
}

/// Whether the name of an operating system is that of another than Windows.
pub(super) fn is_other_system(text: &str) -> bool {
    let text = folded(text);
    let text = text.strip_prefix("apple ").unwrap_or(&text);
    words().is_some_and(|words| words.other_systems.iter().any(|name| text.starts_with(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_spelling_of_a_join_type_is_known() {
        for (text, expected) in [
            ("Azure AD joined", (Some(true), Some(false), None)),
            ("Microsoft Entra joined", (Some(true), Some(false), None)),
            ("AzureAd", (Some(true), Some(false), None)),
            ("Hybrid Azure AD joined", (Some(true), Some(true), None)),
            ("hybridAzureADJoined", (Some(true), Some(true), None)),
            ("ServerAd", (Some(true), Some(true), None)),
            ("Microsoft Entra registered", (Some(false), None, Some(true))),
            ("Workplace", (Some(false), None, Some(true))),
        ] {
            let join = join(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(
                (join.entra_joined, join.domain_joined, join.entra_registered),
                expected,
                "{text}"
            );
        }
        assert!(join("Unknown").is_none());
    }

    #[test]
    fn no_spelling_stands_for_two_things() {
        let words = WORDS.as_ref().unwrap_or_else(|fault| panic!("{fault}"));
        let mut says: Vec<&String> = words.joins.iter().flat_map(|join| &join.says).collect();
        let all = says.len();
        says.sort();
        says.dedup();
        assert_eq!(says.len(), all);
        assert!(words.yes.is_disjoint(&words.no));
    }

    #[test]
    fn an_architecture_may_be_a_number() {
        assert_eq!(architecture("9"), Some("x64"));
        assert_eq!(architecture("12"), Some("arm64"));
        assert_eq!(architecture("64-bit"), None, "that can be either");
    }

    #[test]
    fn the_version_of_a_tpm_stands_among_few_words() {
        for cell in [
            "2.0",
            "2",
            "2,0",
            "v2.0",
            "TPM 2.0",
            "TPM2.0",
            "fTPM 2.0",
            "2.0 (Spec 1.38)",
            "2.0/1.38",
            "2.0, 0, 1.38",
            "Oui 2.0",
            "Yes (2.0)",
        ] {
            assert_eq!(tpm(cell), Some("2.0"), "{cell}");
        }
        for cell in ["1.2", "1,2", "TPM 1.2"] {
            assert_eq!(tpm(cell), Some("1.2"), "{cell}");
        }
        for cell in ["", "1.38", "None", "no 2.0", "2.0 / 1.2", "20", "2.0.1", "2.0b"] {
            assert_eq!(tpm(cell), None, "{cell}");
        }
    }

    #[test]
    fn numbers_of_firmware_are_those_of_windows() {
        assert_eq!(firmware("1"), Some("bios"));
        assert_eq!(firmware("2"), Some("uefi"));
        assert_eq!(firmware("true"), None);
        assert!(answer(Meaning::Firmware, "uefi").is_some());
    }

    #[test]
    fn a_sum_is_told_in_many_languages() {
        for cell in ["Total", "TOTAL:", "Summe", "Gesamt: 214", "Итого"] {
            assert!(is_total(cell), "{cell}");
        }
        for cell in ["", "Total Station 5", "CTS0001", "Summer"] {
            assert!(!is_total(cell), "{cell}");
        }
    }

    #[test]
    fn what_a_yes_says_fits_its_field() {
        let words = WORDS.as_ref().unwrap();
        for (name, (field, value)) in words.answers.values().flatten() {
            assert_eq!(field.kind().parse(&value.to_string()).as_ref(), Ok(value));
            assert_eq!(super::super::fold::fold(name), *name, "{name} is never compared so");
        }
    }

    #[test]
    fn other_systems_are_told_from_windows() {
        for name in ["iOS 17", "Android", "macOS", "Ubuntu 24.04", "MacMDM"] {
            assert!(is_other_system(name), "{name}");
        }
        for name in ["Windows", "Microsoft Windows 11 Pro", "Win 11", ""] {
            assert!(!is_other_system(name), "{name}");
        }
    }
}
