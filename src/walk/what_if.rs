//! What-ifs: circumstances that a rehearsal can switch on and off.

use serde::Deserialize;

use crate::check::{Fact, FactValue, Facts, Truth};
use crate::device::Value;

/// One circumstance, as facts to suppose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhatIf {
    pub id: String,
    /// What the switch says, for example `Organization asks for MFA`.
    pub label: String,
    pub about: String,
    /// The facts while it is switched on.
    pub sets: Vec<(Fact, Value)>,
    /// The facts while it is switched off on purpose.
    pub clears: Vec<(Fact, Value)>,
}

impl WhatIf {
    /// Whether the facts say so already, to place the switch at the beginning.
    #[must_use]
    pub fn holds(&self, facts: &Facts<'_>) -> Truth {
        let mut answer = Truth::Yes;
        for (fact, value) in &self.sets {
            match facts.get(*fact) {
                None => answer = Truth::Unknown,
                Some(known) if known == FactValue::from(value) => {}
                Some(_) => return Truth::No,
            }
        }
        answer
    }
}

/// The facts of a rehearsal: those that are known, and on top of them what each
/// switched what-if supposes. Where two suppose different things, the later wins.
#[must_use]
pub fn suppose<'a>(
    facts: &Facts<'a>,
    switched: impl IntoIterator<Item = (&'a WhatIf, bool)>,
) -> Facts<'a> {
    let mut supposed = facts.clone();
    for (what_if, on) in switched {
        let values = if on { &what_if.sets } else { &what_if.clears };
        for (fact, value) in values {
            supposed.set(*fact, value.into());
        }
    }
    supposed
}
