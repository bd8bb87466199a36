//! What can be wrong with a walk although its RON reads well.

use super::screen::ScreenId;
use crate::check::Fact;
use crate::wizard::{Source, WizardError};

/// A fault of a walk, with the screen or what-if that has it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(super) enum Fault {
    #[error("there is no screen `{0}` to start with")]
    NoStart(ScreenId),
    #[error("screen `{0}`: another screen has this id too")]
    SameId(ScreenId),
    #[error("screen `{at}`: it goes to `{go}`, which is no screen")]
    NoSuchScreen { at: ScreenId, go: ScreenId },
    #[error("screen `{0}`: no way leads here")]
    Unreachable(ScreenId),
    #[error("screen `{0}`: no way leads on; add `next` or `outcome`")]
    DeadEnd(ScreenId),
    #[error("screen `{0}`: the walk ends here, so `next` must be empty")]
    NextAfterEnd(ScreenId),
    #[error("screen `{0}`: the last way must be open always, without `when` and `maybe`")]
    NoSureWay(ScreenId),
    #[error("screen `{0}`: its ways lead back to it; only `otherwise` may go back")]
    Circle(ScreenId),
    #[error("no screen ends with `Joined`")]
    NeverJoined,
    #[error("screen `{at}`: {what} is missing")]
    Missing { at: ScreenId, what: &'static str },
    #[error("screen `{at}`: `{fact}` cannot have the value `{value}`")]
    CannotBe { at: ScreenId, fact: Fact, value: String },
    #[error("what-if `{what_if}`: `{fact}` cannot have the value `{value}`")]
    CannotSuppose { what_if: String, fact: Fact, value: String },
}

impl Fault {
    fn place(&self) -> Option<&str> {
        match self {
            Self::NoStart(_) | Self::NeverJoined => None,
            Self::CannotSuppose { what_if, .. } => Some(what_if),
            Self::SameId(at)
            | Self::NoSuchScreen { at, .. }
            | Self::Unreachable(at)
            | Self::DeadEnd(at)
            | Self::NextAfterEnd(at)
            | Self::NoSureWay(at)
            | Self::Circle(at)
            | Self::Missing { at, .. }
            | Self::CannotBe { at, .. } => Some(at.as_str()),
        }
    }

    /// The error of the file, with the line where the screen begins.
    pub(super) fn in_source(&self, source: &Source) -> WizardError {
        let mut error = WizardError::of_file(&source.name, self.to_string());
        if let Some(id) = self.place() {
            let wanted = format!("id: \"{id}\"");
            if let Some((at, line)) =
                source.text.lines().enumerate().find(|(_, line)| line.contains(&wanted))
            {
                error.line = at + 1;
                error.column = line.find(&wanted).unwrap_or(0) + 1;
            }
        }
        error
    }
}
