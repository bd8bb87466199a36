//! Conditions and effects in words, from `wizard/facts/book.ron`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::check::condition::Condition;
use crate::check::fact::{Fact, FactValue};
use crate::check::labels::Labels;
use crate::check::path::JoinPath;
use crate::check::rule::Effect;
use crate::device::Value;
use crate::wizard::{self, WizardError};

/// The words of the book.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookWords {
    pub title: String,
    pub headings: Headings,
    conditions: ConditionWords,
    effects: BTreeMap<Effect, String>,
    every_path: String,
    every_path_but: String,
    between_paths: String,
    and_then: String,
}

/// What stands above each part of an entry.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headings {
    pub passes: String,
    pub when: String,
    pub effects: String,
    pub why: String,
    pub means: String,
    pub fix: String,
    pub after: String,
    pub effort: String,
    pub task: String,
    pub alternative: String,
    pub presume: String,
    pub presume_unless: String,
    pub asks: String,
    pub unverified: String,
    pub sources: String,
    pub since: String,
    pub own: String,
}

/// How each kind of condition is put into words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionWords {
    always: String,
    is: String,
    is_not: String,
    one_of: String,
    none_of: String,
    below: String,
    at_least: String,
    reaches: String,
    starts_with: String,
    starts_not: String,
    not: String,
    nested: String,
    all: String,
    any: String,
    between: String,
    or: String,
}

impl BookWords {
    /// The words of `wizard/facts/book.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        wizard::parse(&wizard::built_in("facts/book.ron")?)
    }

    /// What an effect does, for example `Blocks`.
    #[must_use]
    pub fn effect(&self, effect: Effect) -> &str {
        self.effects.get(&effect).map_or("", String::as_str)
    }

    /// The effects on paths in one line: `Blocks settings; Warns on every path but azure-vm`.
    /// `name` is what a path is called.
    #[must_use]
    pub fn reach<'n>(
        &self,
        effects: &BTreeMap<JoinPath, Effect>,
        name: impl Fn(JoinPath) -> &'n str,
    ) -> String {
        let kinds = self.effects.keys().filter_map(|effect| {
            let (on, off): (Vec<JoinPath>, Vec<JoinPath>) =
                JoinPath::ALL.into_iter().partition(|path| effects.get(path) == Some(effect));
            let names = |paths: &[JoinPath]| {
                let names: Vec<&str> = paths.iter().map(|path| name(*path)).collect();
                names.join(&self.between_paths)
            };
            let reach = match (on.len(), off.len()) {
                (0, _) => return None,
                (_, 0) => self.every_path.clone(),
                (most, few) if most > few => self.every_path_but.replace("{}", &names(&off)),
                _ => names(&on),
            };
            Some(format!("{} {reach}", self.effect(*effect)))
        });
        kinds.collect::<Vec<_>>().join(&self.and_then)
    }

    /// A fact with its value: `Firmware: UEFI`.
    #[must_use]
    pub fn is(&self, fact: Fact, value: &Value, labels: &Labels) -> String {
        phrase(&self.conditions.is, labels.fact(fact), &labels.value(fact, value))
    }

    /// A condition in words: `Kind of edition: Home, and Build below 17763`.
    #[must_use]
    pub fn condition(&self, condition: &Condition, labels: &Labels) -> String {
        let words = &self.conditions;
        let one =
            |pattern: &str, fact: Fact, value: &str| phrase(pattern, labels.fact(fact), value);
        match condition {
            Condition::Always => words.always.clone(),
            Condition::Is(fact, value) => self.is(*fact, value, labels),
            Condition::OneOf(fact, values) => {
                one(&words.one_of, *fact, &self.either(*fact, values, labels))
            }
            Condition::Below(fact, limit) => {
                one(&words.below, *fact, &labels.known(*fact, FactValue::Number(*limit)))
            }
            Condition::AtLeast(fact, limit) => {
                one(&words.at_least, *fact, &labels.known(*fact, FactValue::Number(*limit)))
            }
            Condition::Reaches(fact, limit) => one(&words.reaches, *fact, labels.fact(*limit)),
            Condition::StartsWith(fact, start) => one(&words.starts_with, *fact, start),
            Condition::Not(inner) => self.negated(inner, labels),
            Condition::All(parts) => self.joined(parts, &words.all, labels),
            Condition::Any(parts) => self.joined(parts, &words.any, labels),
        }
    }

    fn negated(&self, condition: &Condition, labels: &Labels) -> String {
        let words = &self.conditions;
        match condition {
            Condition::Is(fact, value) => {
                phrase(&words.is_not, labels.fact(*fact), &labels.value(*fact, value))
            }
            Condition::OneOf(fact, values) => {
                let values: Vec<String> =
                    values.iter().map(|value| labels.value(*fact, value)).collect();
                phrase(&words.none_of, labels.fact(*fact), &values.join(&words.between))
            }
            Condition::Below(fact, limit) => {
                self.condition(&Condition::AtLeast(*fact, *limit), labels)
            }
            Condition::AtLeast(fact, limit) => {
                self.condition(&Condition::Below(*fact, *limit), labels)
            }
            Condition::StartsWith(fact, start) => {
                phrase(&words.starts_not, labels.fact(*fact), start)
            }
            other => words.not.replace("{}", &self.condition(other, labels)),
        }
    }

    /// `A, B or C`.
    fn either(&self, fact: Fact, values: &[Value], labels: &Labels) -> String {
        let names: Vec<String> = values.iter().map(|value| labels.value(fact, value)).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                format!("{}{}{last}", rest.join(&self.conditions.between), self.conditions.or)
            }
            _ => names.concat(),
        }
    }

    /// Parts with a word between; a part that is joined itself goes in brackets.
    fn joined(&self, parts: &[Condition], between: &str, labels: &Labels) -> String {
        let part = |part: &Condition| match part {
            Condition::All(inner) | Condition::Any(inner) if inner.len() > 1 => {
                self.conditions.nested.replace("{}", &self.condition(part, labels))
            }
            _ => self.condition(part, labels),
        };
        parts.iter().map(part).collect::<Vec<_>>().join(between)
    }
}

fn phrase(pattern: &str, fact: &str, value: &str) -> String {
    pattern.replace("{fact}", fact).replace("{value}", value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(condition: &str, expected: &str) {
        let condition: Condition = wizard::options().from_str(condition).unwrap();
        let labels = Labels::built_in().unwrap();
        assert_eq!(BookWords::built_in().unwrap().condition(&condition, &labels), expected);
    }

    #[test]
    fn conditions_read_as_sentences_do() {
        check("Always", "always");
        check(r#"Is("firmware", "bios")"#, "Firmware: Legacy BIOS");
        check(r#"Not(Is("domain_joined", true))"#, "Joined to a domain: not Yes");
        check(r#"Below("memory_mb", 15360)"#, "Memory below 15 GB");
        check(r#"Not(AtLeast("build", 26100))"#, "Build below 26100");
        check(
            r#"OneOf("vm_platform", ["avd", "azure", "other"])"#,
            "Runs on: Azure Virtual Desktop, Azure or Another platform",
        );
        check(r#"Not(StartsWith("hostname", "CT-"))"#, "Device name does not begin with CT-");
    }

    #[test]
    fn what_is_joined_inside_of_another_stands_in_brackets() {
        check(
            r#"Any([Is("s_mode", true), All([Is("tpm_version", "1.2"), Is("tpm_fips", true)])])"#,
            "S mode: Yes, or (TPM version: 1.2, and TPM in FIPS mode: Yes)",
        );
        check(
            r#"Not(All([Is("s_mode", true), Is("build", 1)]))"#,
            "not (S mode: Yes, and Build: 1)",
        );
    }
}
