//! Scanners that type for another keyboard than the computer has set: Y and Z
//! change places, and punctuation becomes something else.

use super::words::{Layout, words};
use super::{Scan, Warning, gs1};

/// Reads a scan once more, as it was meant on another keyboard, when nothing
/// was found in it, or only what such a keyboard makes of it. A warning goes with
/// what is found then.
pub(super) fn again(raw: &str, found: &Scan, read: impl Fn(&str) -> Scan) -> Option<Scan> {
    let is_nothing = found.choices.is_empty() && found.warnings.is_empty();
    let open = is_nothing || found.holds_foreign_letters();
    let suspect = is_suspect(raw);
    let says_something = |scan: &Scan| {
        !scan.holds_foreign_letters()
            && (scan.warnings.contains(&Warning::WiFi)
                || scan.choices.iter().any(|choice| suspect || !open || choice.is_told()))
    };
    let layouts = words().layouts.values().filter(|layout| layout.could_give(raw));
    let mut meant = layouts.filter_map(|layout| {
        let meant = layout.meant(raw);
        (open || only_now_has_prefix(raw, &meant)).then(|| read(&meant))
    });
    let mut found = meant.find(says_something)?;
    found.warn(Warning::Layout);
    Some(found)
}

/// `+C1` is what `]C1` becomes on a German keyboard; what stands behind it would
/// pass for a serial number.
fn only_now_has_prefix(raw: &str, meant: &str) -> bool {
    let raw = raw.trim();
    let meant = meant.trim();
    gs1::without_prefix(raw) == raw && gs1::without_prefix(meant) != meant
}

/// What a text can have been on every keyboard.
pub(super) fn meanings(raw: &str) -> impl Iterator<Item = String> {
    words().layouts.values().map(move |layout| layout.meant(raw))
}

/// Whether a scan has letters that no code holds but another layout types.
pub(super) fn is_suspect(raw: &str) -> bool {
    let foreign = |c: char| !c.is_ascii() && words().layouts.values().any(|one| one.has(c));
    raw.chars().any(foreign)
}

/// Whether two serial numbers differ only as two keyboard layouts make them.
#[must_use]
pub fn differ_by_layout(scanned: &str, known: &str) -> bool {
    let same = |a: &str, b: &str| a.trim().eq_ignore_ascii_case(b.trim());
    !same(scanned, known)
        && words().layouts.values().any(|layout| same(&layout.meant(scanned), known))
}

impl Layout {
    fn has(&self, letter: char) -> bool {
        self.arrives.contains(letter) || self.dead.iter().any(|dead| dead.arrives.contains(letter))
    }

    /// Whether it has every foreign letter of a text, and shows in one sign.
    fn could_give(&self, text: &str) -> bool {
        let is_sign = |c: char| !c.is_ascii_alphanumeric() && self.has(c);
        text.chars().all(|c| c.is_ascii() || self.has(c)) && text.chars().any(is_sign)
    }

    /// What the scanner meant.
    fn meant(&self, arrived: &str) -> String {
        let mut meant = String::with_capacity(arrived.len());
        for letter in arrived.chars() {
            let dead = self.dead.iter().find_map(|dead| {
                let base = counterpart(letter, &dead.arrives, &dead.letters)?;
                Some((dead.meant.as_str(), base))
            });
            let (sign, letter) = dead.unwrap_or(("", letter));
            meant.push_str(sign);
            meant.push(counterpart(letter, &self.arrives, &self.meant).unwrap_or(letter));
        }
        meant
    }
}

/// The letter in the same place of another list.
fn counterpart(letter: char, list: &str, other: &str) -> Option<char> {
    let mut pairs = list.chars().zip(other.chars());
    pairs.find(|(one, _)| *one == letter).map(|(_, other)| other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn y_and_z_in_each_others_place_are_a_matter_of_the_layout() {
        assert!(differ_by_layout("5CG1Y34ZBC", "5CG1Z34YBC"));
        assert!(!differ_by_layout("5CG1234ABC", "5CG1234ABD"));
        assert!(!differ_by_layout("5CG1234ABC", "5cg1234abc"));
    }
}
