//! What a computer may keep to itself. The words stand in
//! `wizard/facts/probe.ron`, each with the way to see it all the same.

use serde::Deserialize;

use super::words;

/// Something that could not be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Unseen {
    /// Linux shows the serial number and the UUID to administrators only.
    IdentityNeedsRights,
    /// So are the modules of memory.
    MemoryNeedsRights,
    /// A key stands in the firmware; its group is for administrators.
    KeyNeedsRights,
    /// The firmware describes nothing.
    NoFirmwareTables,
    /// The variables of the firmware cannot be read.
    SecureBootHidden,
    SecureBootNotAsked,
    NoTpmSeen,
    TpmNotAsked,
    NoDisk,
    /// More than one; the largest was taken.
    SeveralDisks,
    JoinNotAsked,
    EnrollmentNotAsked,
    LinuxNow,
    /// The Windows of a setup stick says nothing of the installed one.
    SetupEnvironment,
    /// Linux inside of Windows sees a computer that is not there.
    WindowsSubsystem,
    Mac,
    UnknownSystem,
}

impl Unseen {
    /// Everything that can stay unseen.
    pub const ALL: &'static [Self] = &[
        Self::IdentityNeedsRights,
        Self::MemoryNeedsRights,
        Self::KeyNeedsRights,
        Self::NoFirmwareTables,
        Self::SecureBootHidden,
        Self::SecureBootNotAsked,
        Self::NoTpmSeen,
        Self::TpmNotAsked,
        Self::NoDisk,
        Self::SeveralDisks,
        Self::JoinNotAsked,
        Self::EnrollmentNotAsked,
        Self::LinuxNow,
        Self::SetupEnvironment,
        Self::WindowsSubsystem,
        Self::Mac,
        Self::UnknownSystem,
    ];

    /// What is missing and how to see it.
    #[must_use]
    pub fn words(self) -> &'static str {
        words::get().and_then(|words| words.unseen.get(&self)).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_unseen_has_words() {
        for what in Unseen::ALL {
            assert!(what.words().ends_with('.'), "{what:?}: {:?}", what.words());
        }
    }
}
