//! Whether something of this computer could be seen.

use std::io::ErrorKind;

/// What became of a question to the system.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Seen<T> {
    /// It answered.
    Known(T),
    /// It answers administrators only.
    NeedsRights,
    /// There is no answer.
    #[default]
    Absent,
}

impl<T> Seen<T> {
    /// The answer, where there is one.
    #[must_use]
    pub fn known(&self) -> Option<&T> {
        match self {
            Self::Known(answer) => Some(answer),
            Self::NeedsRights | Self::Absent => None,
        }
    }

    /// Whether an administrator would see more.
    #[must_use]
    pub fn needs_rights(&self) -> bool {
        matches!(self, Self::NeedsRights)
    }

    /// Makes something else of the answer; `None` is none.
    pub fn and_then<U>(self, make: impl FnOnce(T) -> Option<U>) -> Seen<U> {
        match self {
            Self::Known(answer) => make(answer).map_or(Seen::Absent, Seen::Known),
            Self::NeedsRights => Seen::NeedsRights,
            Self::Absent => Seen::Absent,
        }
    }
}

impl<T> From<std::io::Result<T>> for Seen<T> {
    fn from(answer: std::io::Result<T>) -> Self {
        match answer {
            Ok(answer) => Self::Known(answer),
            Err(fault) if fault.kind() == ErrorKind::PermissionDenied => Self::NeedsRights,
            Err(_) => Self::Absent,
        }
    }
}
