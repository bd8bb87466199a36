//! The answers for a path and for a device.

use serde::Serialize;

/// The answer for a device, or for one path on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Some path can be taken now.
    Ready,
    /// A fix that keeps the device opens a path.
    Fix,
    /// Something that decides is not known.
    Unknown,
    /// Nothing short of another edition, other hardware or another use helps.
    Blocked,
}

impl Verdict {
    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Fix => "fix",
            Self::Unknown => "unknown",
            Self::Blocked => "blocked",
        }
    }
}

/// The answer for one path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PathVerdict {
    Ready,
    /// The path works, with a drawback.
    Warn,
    /// Something that could block it is not known.
    Unknown,
    Blocked,
    /// The path is not meant for such a device.
    NotApplicable,
}

impl PathVerdict {
    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Warn => "warn",
            Self::Unknown => "unknown",
            Self::Blocked => "blocked",
            Self::NotApplicable => "not-applicable",
        }
    }
}
