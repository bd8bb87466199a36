//! What the texts of a capture mean: numbers, amounts, answers, as the tools of
//! Windows print them.

use crate::read::dsregcmd::moment;
use crate::read::hardware_uuid;

/// A number as a registry tool prints it: `0x7c8`, or in decimals.
pub(super) fn number(raw: &str) -> Option<i64> {
    let raw = raw.trim();
    match raw.strip_prefix("0x").or_else(|| raw.strip_prefix("0X")) {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => raw.parse().ok(),
    }
    .filter(|number| *number >= 0)
}

pub(super) fn positive(raw: &str) -> Option<i64> {
    number(raw).filter(|number| *number > 0)
}

/// `True` or `False`.
pub(super) fn truth(raw: &str) -> Option<bool> {
    match raw.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// 1 or 0, as the registry keeps a switch.
pub(super) fn switch(raw: &str) -> Option<bool> {
    match number(raw)? {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

/// `127,339,827,200 (118.6 GB)` or the digits alone.
pub(super) fn bytes(raw: &str) -> Option<i64> {
    let digits = raw.split('(').next().unwrap_or_default();
    let plain = !digits.chars().any(char::is_alphabetic);
    plain.then(|| grouped(digits)).flatten()
}

/// The digits of a number, whatever separates their groups.
fn grouped(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|number| *number > 0)
}

pub(super) fn guid(raw: &str) -> Option<String> {
    hardware_uuid::of_text(raw).map(|id| id.to_string())
}

/// `2026-11-22T13:01:10Z` of PowerShell, or the time that dsregcmd prints.
pub(super) fn time(raw: &str) -> Option<String> {
    let read = raw.parse::<jiff::Timestamp>().ok().or_else(|| moment(raw));
    read.map(|time| time.to_string())
}

/// `PROCESSOR_ARCHITECTURE` of the machine.
pub(super) fn architecture(raw: &str) -> Option<&'static str> {
    match raw.to_ascii_lowercase().as_str() {
        "amd64" => Some("x64"),
        "arm64" => Some("arm64"),
        "x86" => Some("x86"),
        _ => None,
    }
}

/// `UEFI` or `Legacy` of the environment, or the numbers of the registry.
pub(super) fn firmware(raw: &str) -> Option<&'static str> {
    match raw.to_ascii_lowercase().as_str() {
        "uefi" => Some("uefi"),
        "legacy" | "bios" => Some("bios"),
        _ => match number(raw)? {
            1 => Some("bios"),
            2 => Some("uefi"),
            _ => None,
        },
    }
}

/// The group of the key that a product ID begins with: `00330-5` is 3305.
pub(super) fn key_group(raw: &str) -> Option<i64> {
    let (head, tail) = raw.split_once('-')?;
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (head.len() == 5 && tail.len() == 1 && plain(head) && plain(tail))
        .then(|| format!("{head}{tail}").parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_read_with_and_without_groups() {
        assert_eq!(bytes(" 127,339,827,200 (118.6 GB)"), Some(127_339_827_200));
        assert_eq!(bytes("510770802688"), Some(510_770_802_688));
        assert_eq!(bytes("requires administrative privileges 1"), None);
    }

    #[test]
    fn numbers_of_the_registry_are_hexadecimal_or_not() {
        assert_eq!((number("0x7c8"), number("1992")), (Some(1992), Some(1992)));
        assert_eq!((number("-1"), number("0xfffffffffffffffff")), (None, None));
        assert_eq!((switch("0x1"), switch("0"), switch("2")), (Some(true), Some(false), None));
    }

    #[test]
    fn a_product_id_gives_its_group_and_nothing_else_does() {
        assert_eq!(key_group("00330-5"), Some(3305));
        for raw in ["00330", "00330-55", "0033A-5", "00330-80000-00000-AA123"] {
            assert_eq!(key_group(raw), None, "{raw}");
        }
    }
}
