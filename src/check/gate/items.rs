//! Each item of the gate, as `HardwareReadiness.ps1` decides it.

use super::Limits;
use super::reason::Reason;
use crate::check::fact::{Fact, Facts};
use crate::check::processor::{ProcessorAnswer, Processors};
use crate::device::Field;

const MIB_PER_GIB: i64 = 1024;
const BYTES_PER_GIB: i64 = 1024 * 1024 * 1024;

fn text<'a>(facts: &Facts<'a>, field: Field) -> Option<&'a str> {
    facts.text(Fact::Device(field))
}

fn number(facts: &Facts<'_>, field: Field) -> Option<i64> {
    facts.number(Fact::Device(field))
}

pub(super) fn processor(limits: &Limits, processors: &Processors, facts: &Facts<'_>) -> Reason {
    if text(facts, Field::Architecture) == Some("x86") {
        return Reason::ProcessorIs32Bit;
    }
    let slow = number(facts, Field::CpuMhz).is_some_and(|mhz| mhz <= limits.above_mhz);
    let single = number(facts, Field::CpuThreads).is_some_and(|count| count < limits.threads);
    match processors.answer(facts) {
        ProcessorAnswer::TooOld => Reason::ProcessorTooOld,
        _ if slow => Reason::ProcessorTooSlow,
        _ if single => Reason::ProcessorSingleThread,
        ProcessorAnswer::Supported => Reason::ProcessorSupported,
        ProcessorAnswer::Unrecognized => Reason::ProcessorUnrecognized,
        ProcessorAnswer::Missing => Reason::ProcessorMissing,
    }
}

pub(super) fn tpm(facts: &Facts<'_>) -> Reason {
    match text(facts, Field::TpmVersion) {
        Some("2.0") => Reason::TpmPresent,
        Some("1.2") => Reason::TpmTooOld,
        Some("none") => Reason::TpmAbsent,
        _ => Reason::TpmMissing,
    }
}

/// Being able is enough: Secure Boot may be off.
pub(super) fn secure_boot(facts: &Facts<'_>) -> Reason {
    let capable = facts.answer(Fact::Device(Field::SecureBootCapable));
    match (text(facts, Field::SecureBoot), capable, text(facts, Field::Firmware)) {
        (Some("on"), ..) => Reason::SecureBootOn,
        (Some("off"), ..) => Reason::SecureBootOff,
        (_, Some(true), _) => Reason::SecureBootCapable,
        (_, _, Some("bios")) => Reason::LegacyBios,
        (Some("unsupported"), ..) | (_, Some(false), _) => Reason::SecureBootUnsupported,
        _ => Reason::SecureBootMissing,
    }
}

pub(super) fn memory(limits: &Limits, facts: &Facts<'_>) -> Reason {
    match number(facts, Field::MemoryMb).map(|mib| half_to_even(mib, MIB_PER_GIB)) {
        None => Reason::MemoryMissing,
        Some(gib) if gib < limits.memory_gib => Reason::MemoryTooSmall,
        Some(_) => Reason::MemoryEnough,
    }
}

/// A whole disk that is too small holds no volume that is large enough, so it
/// fails as the system volume does.
pub(super) fn storage(limits: &Limits, facts: &Facts<'_>) -> Reason {
    match number(facts, Field::StorageBytes).map(|bytes| half_to_even(bytes, BYTES_PER_GIB)) {
        None => Reason::StorageMissing,
        Some(gib) if gib >= limits.storage_gib => Reason::StorageEnough,
        Some(_) if text(facts, Field::StorageKind).is_none() => Reason::StorageUnclear,
        Some(_) => Reason::StorageTooSmall,
    }
}

/// A division rounded to the nearest whole number, a half to the even one, as
/// the script's `[Math]::Round` does.
fn half_to_even(amount: i64, unit: i64) -> i64 {
    let (whole, rest) = (amount.div_euclid(unit), amount.rem_euclid(unit));
    match (rest * 2).cmp(&unit) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Equal => whole + (whole & 1),
        std::cmp::Ordering::Greater => whole + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::half_to_even;

    #[test]
    fn a_half_goes_to_the_even_number() {
        for (amount, expected) in [(2560, 2), (2561, 3), (3583, 3), (3584, 4), (4004, 4), (4608, 4)]
        {
            assert_eq!(half_to_even(amount, 1024), expected, "{amount}");
        }
    }
}
