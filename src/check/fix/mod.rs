//! From "cannot" to "can": which fixes open a join path, and what the answer
//! would be once some of them are done.

mod preview;
mod search;
mod situation;
mod task;

use serde::Serialize;

pub(super) use preview::preview;
pub use preview::{PathThen, Preview};
pub(super) use search::way;
pub(super) use situation::Situation;
pub use task::Task;

use super::rule::{Effort, Rule};
use super::verdict::PathVerdict;

/// What it takes to join a device by one path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Way {
    /// Nothing is known to stand in the way.
    Open,
    /// The path opens with these fixes.
    Fixes(FixPlan),
    /// No fix opens it: the ids of the rules that stay.
    Closed(Vec<String>),
}

/// The least work that opens a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FixPlan {
    /// In the order to do them.
    pub steps: Vec<FixStep>,
    /// The answer of the path once they are done.
    pub then: PathVerdict,
}

/// One fix: what a rule asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FixStep {
    /// The id of the rule.
    pub rule: String,
    pub title: String,
    pub effort: Effort,
}

impl FixPlan {
    /// What the hardest of the fixes costs.
    #[must_use]
    pub fn effort(&self) -> Option<Effort> {
        self.steps.iter().map(|step| step.effort).max()
    }
}

impl Rule {
    /// Whether there is a fix: a device that is made for another use has none.
    #[must_use]
    pub fn can_be_fixed(&self) -> bool {
        self.task() != Task::OtherUse
    }
}
