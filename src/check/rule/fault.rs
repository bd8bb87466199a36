//! What is wrong with a rule beyond its grammar: a word that a fact never has,
//! a number asked of a text, an id used twice, a rule without a source.

use super::Rule;
use crate::check::{Condition, Fact};
use crate::device::{Kind, Value};
use crate::wizard::{Source, WizardError};

/// The first fault of the rules of one file.
pub(super) fn check_file(source: &Source, rules: &[Rule]) -> Result<(), WizardError> {
    let mut seen: Vec<&str> = Vec::new();
    for rule in rules {
        let twice = seen.contains(&rule.id.as_str());
        let fault =
            if twice { Some("this id is used twice in this file".to_owned()) } else { fault(rule) };
        if let Some(message) = fault {
            return Err(at_rule(source, rule, usize::from(twice), &message));
        }
        seen.push(&rule.id);
    }
    Ok(())
}

fn fault(rule: &Rule) -> Option<String> {
    let fits = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_' || c == '.';
    if rule.id.is_empty() || !rule.id.chars().all(fits) {
        return Some("an id is made of letters, digits, `-`, `_` and `.`".to_owned());
    }
    if rule.sources.is_empty() {
        return Some("a rule names at least one source".to_owned());
    }
    if rule.cases.is_empty() || rule.cases.iter().any(|case| case.effects.is_empty()) {
        return Some("a rule has at least one case, and each case an effect".to_owned());
    }
    if rule.presume_unless.is_some() && rule.presume.is_none() {
        return Some("`presume_unless` goes with `presume`".to_owned());
    }
    let cases = rule.cases.iter().map(|case| &case.when);
    let means = rule.means.iter().map(|meaning| &meaning.when);
    let mut conditions = cases.chain(means).chain(&rule.presume_unless);
    let misfit_after = || rule.after.iter().find_map(|(fact, value)| misfit_value(*fact, value));
    conditions.find_map(misfit).or_else(misfit_after)
}

/// A comparison that no value of its fact could ever meet.
fn misfit(condition: &Condition) -> Option<String> {
    match condition {
        Condition::Always => None,
        Condition::Is(fact, value) => misfit_value(*fact, value),
        Condition::OneOf(fact, values) => values.iter().find_map(|v| misfit_value(*fact, v)),
        Condition::Below(fact, _) | Condition::AtLeast(fact, _) => not_a_number(*fact),
        Condition::Reaches(fact, limit) => not_a_number(*fact).or_else(|| not_a_number(*limit)),
        Condition::StartsWith(fact, _) => match fact.kind() {
            Kind::Text | Kind::Choice(_) => None,
            Kind::YesNo | Kind::Number { .. } => Some(format!("`{fact}` is not a text")),
        },
        Condition::Not(inner) => misfit(inner),
        Condition::All(parts) | Condition::Any(parts) => parts.iter().find_map(misfit),
    }
}

fn not_a_number(fact: Fact) -> Option<String> {
    match fact.kind() {
        Kind::Number { .. } => None,
        Kind::YesNo | Kind::Choice(_) | Kind::Text => Some(format!("`{fact}` is not a number")),
    }
}

fn misfit_value(fact: Fact, value: &Value) -> Option<String> {
    match (fact.kind(), value) {
        (Kind::YesNo, Value::Bool(_))
        | (Kind::Number { .. }, Value::Number(_))
        | (Kind::Text, Value::Text(_)) => None,
        (Kind::Choice(words), Value::Text(text)) if words.contains(&&**text) => None,
        (Kind::Choice(words), _) => {
            Some(format!("`{fact}` is never `{value}`; it is one of: {}", words.join(", ")))
        }
        (Kind::YesNo, _) => Some(format!("`{fact}` is true or false, never `{value}`")),
        (Kind::Number { .. }, _) => Some(format!("`{fact}` is a number, never `{value}`")),
        (Kind::Text, _) => Some(format!("`{fact}` is a text, never `{value}`")),
    }
}

/// The error at the place where the rule's id stands: the `skip`th time.
fn at_rule(source: &Source, rule: &Rule, skip: usize, message: &str) -> WizardError {
    let quoted = format!("\"{}\"", rule.id);
    let places = source.text.lines().enumerate().filter_map(|(line, text)| {
        let id = text.find("id:")?;
        let column = id + text.get(id..)?.find(&quoted)?;
        Some((line + 1, column + 1))
    });
    let (line, column) = places.into_iter().nth(skip).unwrap_or((0, 0));
    let message = format!("rule {}: {message}", rule.id);
    WizardError { file: source.name.clone(), line, column, message }
}
