//! The Windows key that a maker puts into the firmware, in the ACPI table MSDM.

use std::fmt;

use zeroize::Zeroizing;

use super::probed::{Gathering, place};
use crate::device::Field;
use crate::read::product_key;

/// `AAAAA-BBBBB-CCCCC-DDDDD-EEEEE`, in bytes.
const KEY_LENGTH: usize = 29;

/// Where the key stands: behind the header of the table (36 bytes) and that of
/// its licensing data (20 bytes).
const KEY_AT: usize = 56;

/// A key in memory. It is wiped when it is dropped and never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct OemKey(Zeroizing<[u8; KEY_LENGTH]>);

impl OemKey {
    /// The key of an MSDM table; `None` when the table holds none.
    #[must_use]
    pub fn from_msdm(table: &[u8]) -> Option<Self> {
        table.starts_with(b"MSDM").then_some(())?;
        let key = table.get(KEY_AT..)?.get(..KEY_LENGTH)?;
        let key = Self(Zeroizing::new(key.try_into().ok()?));
        key.group().is_some().then_some(key)
    }

    /// The group of the key, which tells the edition; the key does not spell it.
    #[must_use]
    pub fn group(&self) -> Option<u32> {
        let text = std::str::from_utf8(self.0.as_slice()).ok()?;
        product_key::group_of_key(text).ok().map(|group| group.0)
    }
}

impl fmt::Debug for OemKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("OemKey(hidden)")
    }
}

/// Keeps the group of a key, and nothing else of it.
pub(super) fn put_group(key: Option<&OemKey>, gathering: &mut Gathering) {
    if let Some(group) = key.and_then(OemKey::group) {
        let here = place("ACPI table MSDM");
        gathering.findings.put(Field::KeyGroup, group, &group.to_string(), here);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An invented key of the group 3305.
    const KEY: &str = "NYH7W-8M3YB-2M978-XMBW7-4C2KC";

    fn msdm(key: &str) -> Vec<u8> {
        let mut table = b"MSDM".to_vec();
        table.resize(KEY_AT, 0);
        table.extend_from_slice(key.as_bytes());
        table
    }

    #[test]
    fn a_key_gives_its_group_and_never_shows() {
        for (text, group) in [
            (KEY, 3305),
            ("YBCN6-Y3GYY-8C29C-RJKR8-YP2KK", 3311),
            ("MNJCG-GQRD3-BBQCM-X9HG7-94JHP", 1),
            ("NHCR7-H4G33-YVPH8-MQ942-4Q9DX", 0xF_FFFF),
        ] {
            let key = OemKey::from_msdm(&msdm(text)).unwrap();
            assert_eq!(key.group(), Some(group));
            assert_eq!(format!("{key:?}"), "OemKey(hidden)");
        }
    }

    #[test]
    fn what_is_no_key_is_none() {
        let whole = msdm(KEY);
        for broken in [&whole[..whole.len() - 1], &[], b"MSDM", &msdm(&"A".repeat(29))] {
            assert_eq!(OemKey::from_msdm(broken), None);
        }
        let mut other = whole.clone();
        other[0] = b'X';
        assert_eq!(OemKey::from_msdm(&other), None);
    }
}
