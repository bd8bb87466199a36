//! Whether a hardware hash is of the device that it stands beside.

use crate::check::fact::{Fact, Facts};
use crate::device::Field;

/// Compares the serial number inside the hash with that of the device; `None`
/// while one of them is not known.
pub(super) fn fits(facts: &Facts<'_>) -> Option<bool> {
    let text = |field| facts.text(Fact::Device(field)).map(str::trim);
    let (inside, outside) = (text(Field::HashSerial)?, text(Field::Serial)?);
    Some(inside.eq_ignore_ascii_case(outside))
}
