//! Conditions over facts, in three-valued logic: yes, no, and not known.

use serde::{Deserialize, Serialize};

use super::fact::{Fact, FactValue, Facts};
use crate::device::Value;

/// The answer of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    Yes,
    No,
    /// A fact that would decide is not known.
    Unknown,
}

impl Truth {
    fn from_known(answer: bool) -> Self {
        if answer { Self::Yes } else { Self::No }
    }

    fn not(self) -> Self {
        match self {
            Self::Yes => Self::No,
            Self::No => Self::Yes,
            Self::Unknown => Self::Unknown,
        }
    }
}

/// A condition of a rule or of a branch of a walk, as it is written in RON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// Always true: a branch that is taken when no other is.
    Always,
    /// The fact has this value.
    Is(Fact, Value),
    /// The fact has one of these values.
    OneOf(Fact, Vec<Value>),
    /// The number is below this.
    Below(Fact, i64),
    /// The number is this or more.
    AtLeast(Fact, i64),
    /// The first number is this fact or more: `Reaches("devices_owned", "device_limit")`.
    Reaches(Fact, Fact),
    /// The text starts so, in any case.
    StartsWith(Fact, String),
    Not(Box<Condition>),
    All(Vec<Condition>),
    Any(Vec<Condition>),
}

impl Condition {
    /// Whether the condition holds.
    #[must_use]
    pub fn holds(&self, facts: &Facts<'_>) -> Truth {
        match self {
            Self::Always => Truth::Yes,
            Self::Is(fact, value) => ask(facts, *fact, |known| same(known, value)),
            Self::OneOf(fact, values) => {
                ask(facts, *fact, |known| values.iter().any(|value| same(known, value)))
            }
            Self::Below(fact, limit) => ask_number(facts, *fact, |number| number < *limit),
            Self::AtLeast(fact, limit) => ask_number(facts, *fact, |number| number >= *limit),
            Self::Reaches(fact, limit) => match facts.get(*limit) {
                Some(FactValue::Number(limit)) => ask_number(facts, *fact, |n| n >= limit),
                _ => Truth::Unknown,
            },
            Self::StartsWith(fact, start) => ask(facts, *fact, |known| starts_with(known, start)),
            Self::Not(inner) => inner.holds(facts).not(),
            Self::All(parts) => join(parts, facts, Truth::No),
            Self::Any(parts) => join(parts, facts, Truth::Yes),
        }
    }

    /// Every fact the condition asks about, in the order of its text.
    pub fn visit_facts(&self, visit: &mut impl FnMut(Fact)) {
        match self {
            Self::Always => {}
            Self::Is(fact, _)
            | Self::OneOf(fact, _)
            | Self::Below(fact, _)
            | Self::AtLeast(fact, _)
            | Self::StartsWith(fact, _) => visit(*fact),
            Self::Reaches(fact, limit) => {
                visit(*fact);
                visit(*limit);
            }
            Self::Not(inner) => inner.visit_facts(visit),
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.visit_facts(visit);
                }
            }
        }
    }
}

fn ask(facts: &Facts<'_>, fact: Fact, answer: impl FnOnce(FactValue<'_>) -> bool) -> Truth {
    facts.get(fact).map_or(Truth::Unknown, |known| Truth::from_known(answer(known)))
}

fn ask_number(facts: &Facts<'_>, fact: Fact, answer: impl FnOnce(i64) -> bool) -> Truth {
    match facts.get(fact) {
        Some(FactValue::Number(number)) => Truth::from_known(answer(number)),
        _ => Truth::Unknown,
    }
}

fn same(known: FactValue<'_>, value: &Value) -> bool {
    match (known, value) {
        (FactValue::Bool(a), Value::Bool(b)) => a == *b,
        (FactValue::Number(a), Value::Number(b)) => a == *b,
        (FactValue::Text(a), Value::Text(b)) => a.eq_ignore_ascii_case(b),
        _ => false,
    }
}

fn starts_with(known: FactValue<'_>, start: &str) -> bool {
    match known {
        FactValue::Text(text) => {
            text.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
        }
        FactValue::Bool(_) | FactValue::Number(_) => false,
    }
}

/// Joins the parts of an `All` or `Any`: `settles` is the answer of one part
/// that decides the whole.
fn join(parts: &[Condition], facts: &Facts<'_>, settles: Truth) -> Truth {
    let mut answer = settles.not();
    for part in parts {
        let truth = part.holds(facts);
        if truth == settles {
            return settles;
        }
        if truth == Truth::Unknown {
            answer = Truth::Unknown;
        }
    }
    answer
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::organization::Organization;
    use crate::device::{Device, Field};

    fn check(condition: &str, typed: &[(Field, &str)], expected: Truth) {
        let mut device = Device::default();
        for (field, value) in typed {
            device.type_in(*field, value).unwrap();
        }
        let organization = Organization::default();
        let condition: Condition = crate::wizard::options().from_str(condition).unwrap();
        assert_eq!(condition.holds(&Facts::of(&device, &organization)), expected, "{condition:?}");
    }

    #[test]
    fn what_is_not_known_is_neither_yes_nor_no() {
        check(r#"Is("domain_joined", true)"#, &[], Truth::Unknown);
        check(r#"Not(Is("domain_joined", true))"#, &[], Truth::Unknown);
        check(r#"Below("build", 10586)"#, &[], Truth::Unknown);
    }

    #[test]
    fn one_known_part_can_settle_the_whole() {
        let joined = [(Field::DomainJoined, "no")];
        check(r#"All([Is("domain_joined", true), Is("entra_joined", true)])"#, &joined, Truth::No);
        check(
            r#"Any([Is("domain_joined", false), Is("entra_joined", true)])"#,
            &joined,
            Truth::Yes,
        );
        check(
            r#"Any([Is("domain_joined", true), Is("entra_joined", true)])"#,
            &joined,
            Truth::Unknown,
        );
    }

    #[test]
    fn numbers_and_texts_compare_as_they_should() {
        let known = [(Field::Build, "26100"), (Field::EditionId, "CoreN")];
        check(r#"AtLeast("build", 26100)"#, &known, Truth::Yes);
        check(r#"Below("build", 26100)"#, &known, Truth::No);
        check(r#"StartsWith("edition_id", "core")"#, &known, Truth::Yes);
        check(r#"OneOf("edition_id", ["Core", "CoreN"])"#, &known, Truth::Yes);
    }
}
