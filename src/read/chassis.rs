//! The form factor that the firmware tells as a number, from `wizard/facts/chassis.ron`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::wizard::{self, WizardError};

static NAMES: LazyLock<Result<BTreeMap<u8, String>, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("facts/chassis.ron")?));

/// The name of a chassis type of SMBIOS; `None` for "other" and "unknown".
pub(crate) fn name(number: u8) -> Option<String> {
    // The highest bit says that the chassis has a lock.
    NAMES.as_ref().ok()?.get(&(number & 0x7f)).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_has_a_name_with_and_without_a_lock() {
        let names = NAMES.as_ref().unwrap();
        assert!(names.len() > 20);
        for (number, known) in names {
            assert_eq!(name(*number).as_ref(), Some(known));
            assert_eq!(name(number | 0x80).as_ref(), Some(known));
        }
        assert_eq!((name(1), name(2), name(99)), (None, None, None));
    }
}
