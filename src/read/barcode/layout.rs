//! Scanners that type for another keyboard than the computer has set: Y and Z
//! change places, and punctuation becomes something else.

use super::words::{Layout, words};
use super::{Scan, Warning};

/// Reads a scan once more, as it was meant on another keyboard, when nothing
/// was found in it. A warning goes with what is found then.
pub(super) fn again(raw: &str, read: impl Fn(&str) -> Scan) -> Option<Scan> {
    let suspect = is_suspect(raw);
    let says_something = |scan: &Scan| {
        !scan.holds_foreign_letters()
            && scan.choices.iter().any(|choice| suspect || choice.is_told())
    };
    let mut meant = words().layouts.values().map(|layout| read(&layout.meant(raw)));
    let mut found = meant.find(says_something)?;
    found.warn(Warning::Layout);
    Some(found)
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
        self.arrives.chars().any(|one| one == letter)
    }

    /// What the scanner meant.
    fn meant(&self, arrived: &str) -> String {
        let meant = |letter: char| {
            let mut pairs = self.arrives.chars().zip(self.meant.chars());
            pairs.find(|(arrives, _)| *arrives == letter).map_or(letter, |(_, meant)| meant)
        };
        arrived.chars().map(meant).collect()
    }
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
