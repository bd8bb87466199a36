//! What goes without saying: a device that still shows its first screens is
//! joined to nothing. From `wizard/facts/implied.ron`.

use serde::Deserialize;

use crate::check::condition::{Condition, Truth};
use crate::check::fact::{Fact, FactValue, Facts};
use crate::device::Field;
use crate::wizard::{self, WizardError};

/// Facts that follow from others, as long as no report says otherwise.
#[derive(Debug, Clone, Deserialize)]
#[serde(transparent)]
pub struct Implications(Vec<Implication>);

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Implication {
    when: Condition,
    then: Vec<(Field, Implied)>,
    /// For the reader of the file.
    #[allow(dead_code, reason = "explains the row where it stands")]
    why: String,
}

/// A value that can be implied: one that needs no memory of its own.
#[derive(Debug, Clone, Copy, Deserialize)]
enum Implied {
    Yes,
    No,
    /// The word `none`.
    None,
}

impl Implied {
    const fn value(self) -> FactValue<'static> {
        match self {
            Self::Yes => FactValue::Bool(true),
            Self::No => FactValue::Bool(false),
            Self::None => FactValue::Text("none"),
        }
    }
}

impl Implications {
    /// The implications of `wizard/facts/implied.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        wizard::parse(&wizard::built_in("facts/implied.ron")?)
    }

    /// Makes known what follows; a fact that is known already stays as it is.
    pub(super) fn apply(&self, facts: &mut Facts<'_>) {
        for row in &self.0 {
            if row.when.holds(facts) == Truth::Yes {
                for (field, implied) in &row.then {
                    let fact = Fact::Device(*field);
                    if facts.get(fact).is_none() {
                        facts.set(fact, implied.value());
                    }
                }
            }
        }
    }

    /// The facts from which this field follows.
    pub(in crate::check) fn reasons(&self, field: Field, facts: &Facts<'_>) -> Vec<Fact> {
        let mut reasons = Vec::new();
        for row in &self.0 {
            let tells = row.then.iter().any(|(other, _)| *other == field);
            if tells && row.when.holds(facts) == Truth::Yes {
                row.when.visit_facts(&mut |fact| reasons.push(fact));
                break;
            }
        }
        reasons
    }
}
