//! The answers that are possible, as far as they make a difference to rules.

use crate::check::condition::Condition;
use crate::check::fact::{Fact, FactValue};
use crate::check::rule::{RuleSet, Rules};
use crate::device::{Kind, Value};

/// A fact with one of its possible values.
pub(super) type Possible<'a> = (Fact, FactValue<'a>);

/// Every answer that the conditions of these rules tell apart. A text that
/// only tables know is left without: its worth cannot be told beforehand.
pub(super) fn possible(rules: &Rules, among: RuleSet, fact: Fact) -> Vec<Possible<'_>> {
    let mut values: Vec<FactValue<'_>> = match fact.kind() {
        Kind::YesNo => vec![FactValue::Bool(true), FactValue::Bool(false)],
        Kind::Choice(words) => words.iter().map(|word| FactValue::Text(word)).collect(),
        Kind::Number { .. } | Kind::Text => Vec::new(),
    };
    if values.is_empty() {
        for case in rules.of(among).flat_map(|rule| &rule.cases) {
            told_apart(&case.when, fact, &mut values);
        }
    }
    values.into_iter().map(|value| (fact, value)).collect()
}

/// The values on either side of what a condition compares the fact with.
fn told_apart<'a>(condition: &'a Condition, fact: Fact, values: &mut Vec<FactValue<'a>>) {
    let mut add = |value: FactValue<'a>| {
        if !values.contains(&value) {
            values.push(value);
        }
    };
    match condition {
        Condition::Is(asked, value) if *asked == fact => {
            add(value.into());
            add(another(value));
        }
        Condition::OneOf(asked, listed) if *asked == fact => {
            listed
                .iter()
                .map(FactValue::from)
                .chain(listed.first().map(another))
                .for_each(&mut add);
        }
        Condition::Below(asked, limit) | Condition::AtLeast(asked, limit) if *asked == fact => {
            add(FactValue::Number(limit.saturating_sub(1)));
            add(FactValue::Number(*limit));
        }
        Condition::Reaches(asked, limit) if *asked == fact || *limit == fact => {
            add(FactValue::Number(0));
            add(FactValue::Number(i64::MAX));
        }
        Condition::StartsWith(asked, start) if *asked == fact => {
            add(FactValue::Text(start));
            add(FactValue::Text(""));
        }
        Condition::Not(inner) => told_apart(inner, fact, values),
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                told_apart(part, fact, values);
            }
        }
        Condition::Always
        | Condition::Is(..)
        | Condition::OneOf(..)
        | Condition::Below(..)
        | Condition::AtLeast(..)
        | Condition::Reaches(..)
        | Condition::StartsWith(..) => {}
    }
}

/// A value that is not this one.
fn another(value: &Value) -> FactValue<'_> {
    match value {
        Value::Bool(answer) => FactValue::Bool(!answer),
        Value::Number(number) => FactValue::Number(number.saturating_add(1)),
        Value::Text(_) => FactValue::Text(""),
    }
}
