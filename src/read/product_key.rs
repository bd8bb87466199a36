//! Product keys and Product IDs. Nothing of either is kept but the group,
//! which tells the edition; `wizard/facts/key-groups.ron` names the groups.

mod digits;

use std::fmt;

use serde::{Deserialize, Serialize};

use super::findings::Findings;
use crate::device::{Field, LONGEST_TEXT, Place};

/// The group of a product key: which edition and channel it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct KeyGroup(pub u32);

/// Why a text is neither a product key nor a Product ID. No message quotes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadProductKey {
    #[error(
        "Type a product key of five groups of five, or a Product ID such as 00330-50000-00000-AAOEM."
    )]
    Shape,
    #[error("This product key holds a mistake: a letter is wrong. Compare it with the label.")]
    Mistyped,
    #[error("This product key is of an older kind, which does not tell its edition.")]
    OlderKind,
}

/// The group of what a person typed or pasted, a product key or a Product ID.
///
/// # Errors
/// Says what would fit; never what was typed.
pub fn group(typed: &str) -> Result<KeyGroup, BadProductKey> {
    match group_of_product_id(typed) {
        Some(group) => Ok(KeyGroup(group)),
        None => group_of_key(typed),
    }
}

/// The group of a product key. Its last digits check the others, so that a
/// mistyped key is told from one of an unknown group.
///
/// # Errors
/// As [`group`].
pub fn group_of_key(typed: &str) -> Result<KeyGroup, BadProductKey> {
    digits::read(typed).map(|key| KeyGroup(key.group()))
}

/// Whether a word of a text is a product key, with or without its hyphens.
/// Longer texts than a field takes are not kept anyway.
pub(super) fn stands_in(text: &str) -> bool {
    const HYPHENS: usize = 4;
    let is_between = |c: char| !c.is_ascii_alphanumeric() && c != '-';
    let has_length = |word: &&str| [digits::LENGTH, digits::LENGTH + HYPHENS].contains(&word.len());
    (digits::LENGTH..=LONGEST_TEXT).contains(&text.len())
        && text.split(is_between).filter(has_length).any(|word| group_of_key(word).is_ok())
}

/// The group of a Product ID: its first five digits and the next one.
/// `00330-50000-00000-AAOEM` is of group 3305.
#[must_use]
pub fn group_of_product_id(text: &str) -> Option<u32> {
    let parts: Vec<&str> = text.trim().split('-').collect();
    let [first, second, third, last] = parts.as_slice() else { return None };
    let digits = |part: &str| part.len() == 5 && part.bytes().all(|byte| byte.is_ascii_digit());
    let fits = digits(first)
        && digits(second)
        && digits(third)
        && last.len() == 5
        && last.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if !fits {
        return None;
    }
    format!("{first}{}", second.get(..1)?).parse().ok().filter(|group| *group > 0)
}

/// Keeps the group of a Product ID, and nothing else of it.
pub(super) fn put_group(findings: &mut Findings, product_id: &str, place: Place) {
    if let Some(group) = group_of_product_id(product_id) {
        findings.put(Field::KeyGroup, group, &group.to_string(), place);
    }
}

/// Whether a Product ID says that the maker of the device installed Windows.
#[must_use]
pub fn is_of_maker(product_id: &str) -> bool {
    let end = product_id.trim().rsplit('-').next().unwrap_or_default();
    group_of_product_id(product_id).is_some() && end.to_ascii_uppercase().ends_with("OEM")
}

/// The group of a key's id as the firmware and a hardware hash tell it: the
/// group, then nine digits.
pub(super) fn group_of_key_id(text: &str) -> Option<u32> {
    const SERIAL_DIGITS: usize = 9;
    let digits = text.trim();
    let fits = digits.len() > SERIAL_DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    let group = digits.get(..digits.len().checked_sub(SERIAL_DIGITS)?).filter(|_| fits)?;
    group.parse().ok().filter(|group| (1..=digits::HIGHEST_GROUP).contains(group))
}

impl fmt::Display for KeyGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keys that Microsoft publishes for clients of a key management service.
    #[test]
    fn published_keys_give_their_groups() {
        for (key, expected) in [
            ("W269N-WFGWX-YVC9B-4J6C9-T83GX", 3311),
            ("NPPR9-FWDCX-D2C8J-H872K-2YT43", 3290),
            ("NW6C2-QMPVW-D7KKK-3GKT6-VCFB2", 3281),
            ("6TP4R-GNPTD-KYYHQ-7B7DP-J447Y", 3784),
            ("nrg8bvkk3qcxvcj9g2xf6q84j", 3918),
            (" M7XTQ-FN8P6-TTKYV-9D4CC-J462D\n", 4250),
        ] {
            assert_eq!(group(key), Ok(KeyGroup(expected)), "{key}");
        }
    }

    #[test]
    fn every_mistyped_letter_of_a_key_is_found() {
        let key = "W269N-WFGWX-YVC9B-4J6C9-T83GX";
        let mut tried = 0;
        for at in 0..key.len() {
            if matches!(key.as_bytes()[at], b'-' | b'N') {
                continue;
            }
            let mut typed = key.to_owned().into_bytes();
            typed[at] = if typed[at] == b'B' { b'C' } else { b'B' };
            let typed = String::from_utf8(typed).unwrap();
            // A checksum of ten bits lets one mistake in a thousand pass.
            assert_ne!(group(&typed), Ok(KeyGroup(3311)), "{typed}");
            tried += 1;
        }
        assert_eq!(tried, 24);
    }

    #[test]
    fn what_is_no_key_is_refused_without_being_quoted() {
        for (typed, expected) in [
            ("", BadProductKey::Shape),
            ("W269N-WFGWX", BadProductKey::Shape),
            ("W269N-WFGWX-YVC9B-4J6C9-T83G!", BadProductKey::Shape),
            ("W269N-WFGWX-YVC9B-4J6C9-T83GN", BadProductKey::Shape),
            ("BBBBB-BBBBB-BBBBB-BBBBB-BBBBB", BadProductKey::OlderKind),
            ("ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZN", BadProductKey::Shape),
            ("NBBBB-BBBBB-BBBBB-BBBBB-BBBBC", BadProductKey::Mistyped),
        ] {
            let refused = group(typed).unwrap_err();
            assert_eq!(refused, expected, "{typed}");
            assert!(typed.len() < 11 || !refused.to_string().contains(typed), "{refused}");
        }
    }

    #[test]
    fn a_product_id_carries_the_group() {
        for (text, expected) in [
            ("00330-50000-00000-AAOEM", Some(3305)),
            (" 00326-10000-00000-AA123 ", Some(3261)),
            ("00330-80000-00000", None),
            ("0033-050000-00000-AAOEM", None),
            ("00330-5000X-00000-AAOEM", None),
            ("00000-00000-00000-AAOEM", None),
            ("N/A", None),
        ] {
            assert_eq!(group_of_product_id(text), expected, "{text}");
        }
        assert!(is_of_maker("00330-50000-00000-AAOEM"));
        assert!(!is_of_maker("00330-80000-00000-AA123") && !is_of_maker("AAOEM"));
    }

    #[test]
    fn the_id_of_a_key_ends_in_nine_digits() {
        assert_eq!(group_of_key_id("3305123456789"), Some(3305));
        assert_eq!(group_of_key_id("123456789"), None);
        assert_eq!(group_of_key_id("3305-12345678"), None);
        assert_eq!(group_of_key_id("99999999999999999999999999"), None);
    }
}
