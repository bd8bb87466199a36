//! How lists spell states: join types, architectures, yes and no.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use crate::wizard::{self, WizardError};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    joins: Vec<Join>,
    architectures: BTreeMap<String, Vec<String>>,
    sku_families: BTreeMap<String, Vec<String>>,
    firmware: BTreeMap<String, Vec<String>>,
    yes: BTreeSet<String>,
    no: BTreeSet<String>,
    unsupported: BTreeSet<String>,
    mdm: BTreeSet<String>,
    workgroups: BTreeSet<String>,
    other_systems: Vec<String>,
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
    let known = one_of(&words()?.firmware, text);
    // A column "UEFI" answers with yes; a no leaves open what it is instead.
    known.or_else(|| (yes_no(text) == Some(true)).then_some("uefi"))
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
        None => words()?.unsupported.contains(&folded(text)).then_some("unsupported"),
    }
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
    fn other_systems_are_told_from_windows() {
        for name in ["iOS 17", "Android", "macOS", "Ubuntu 24.04", "MacMDM"] {
            assert!(is_other_system(name), "{name}");
        }
        for name in ["Windows", "Microsoft Windows 11 Pro", "Win 11", ""] {
            assert!(!is_other_system(name), "{name}");
        }
    }
}
