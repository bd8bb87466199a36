//! The UUID of a device's firmware, unless it is one that many devices share.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use uuid::Uuid;

use crate::wizard::{self, WizardError};

static SHARED: LazyLock<Result<BTreeSet<Uuid>, WizardError>> = LazyLock::new(|| {
    let listed: Vec<Uuid> = wizard::parse(&wizard::built_in("facts/uuids.ron")?)?;
    Ok(listed.iter().flat_map(|id| [*id, swapped(*id)]).collect())
});

/// The UUID in a text, with braces or without.
pub(crate) fn of_text(raw: &str) -> Option<Uuid> {
    Uuid::try_parse(raw.trim()).ok().filter(tells)
}

/// The UUID in the bytes of a firmware table, whose first groups are reversed.
pub(crate) fn of_bytes(raw: &[u8]) -> Option<Uuid> {
    Uuid::from_slice_le(raw).ok().filter(tells)
}

/// Whether a UUID tells one device from another.
fn tells(id: &Uuid) -> bool {
    let is_shared = || SHARED.as_ref().is_ok_and(|shared| shared.contains(id));
    !id.is_nil() && !id.is_max() && !is_shared()
}

/// The same bytes, the first three groups the other way round.
fn swapped(id: Uuid) -> Uuid {
    Uuid::from_bytes_le(id.into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_devices_share_tells_none_of_them() {
        assert!(SHARED.as_ref().unwrap().len() >= 4);
        for shared in [
            "03000200-0400-0500-0006-000700080009",
            "00020003-0004-0005-0006-000700080009",
            "{12345678-1234-5678-90AB-CDDEEFAABBCC}",
            "00000000-0000-0000-0000-000000000000",
            "ffffffff-ffff-ffff-ffff-ffffffffffff",
            "not a UUID",
        ] {
            assert_eq!(of_text(shared), None, "{shared}");
        }
        let own = "4c4c4544-0051-3010-8052-b4c04f4a3132";
        assert_eq!(of_text(&own.to_uppercase()).unwrap().to_string(), own);
    }

    #[test]
    fn the_bytes_of_firmware_are_understood_either_way_round() {
        let listed = SHARED.as_ref().unwrap().iter().next().unwrap();
        assert_eq!(of_bytes(listed.as_bytes()), None);
        assert_eq!(of_bytes(&[1, 2]), None);
    }
}
