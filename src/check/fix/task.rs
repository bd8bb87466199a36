//! What a person has to do for a fix, so that findings can be planned together.

use serde::{Deserialize, Serialize};

use crate::check::fact::Fact;
use crate::check::rule::{Effort, Remedy, Rule};

/// The kind of work that a fix is, in the order in which people do it: a
/// change in an admin center comes first, because it takes a while to arrive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Task {
    AdminCenter,
    AtDevice,
    Update,
    Reset,
    Purchase,
    Replacement,
    /// The device is made for another use: nothing can be fixed.
    OtherUse,
}

impl Task {
    /// Every task, in order.
    pub const ALL: [Self; 7] = [
        Self::AdminCenter,
        Self::AtDevice,
        Self::Update,
        Self::Reset,
        Self::Purchase,
        Self::Replacement,
        Self::OtherUse,
    ];
}

impl Rule {
    /// What a person has to do about it.
    #[must_use]
    pub fn task(&self) -> Task {
        if self.remedy == Remedy::Purpose {
            return Task::OtherUse;
        }
        if self.facts().iter().all(|fact| matches!(fact, Fact::Answer(_))) {
            return Task::AdminCenter;
        }
        match self.effort {
            Effort::Minutes | Effort::Reboot => Task::AtDevice,
            Effort::Update => Task::Update,
            Effort::Wipe => Task::Reset,
            Effort::Purchase => Task::Purchase,
            Effort::Replace => Task::Replacement,
        }
    }
}
