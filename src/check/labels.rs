//! What people read: a label, a hint and words for each field, question, fact
//! and path, from `wizard/facts/{fields,questions,derived,paths}.ron`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::derive::KeyGroups;
use super::fact::{Derived, Fact, FactValue};
use super::organization::Question;
use super::path::JoinPath;
use crate::device::{Field, Kind, Unit, Value};
use crate::wizard::{self, WizardError};

/// The words for a field of a device.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldLabel {
    /// For example `Memory`.
    pub label: String,
    /// Where a person finds it.
    pub hint: String,
    /// The heading under which it is shown.
    pub group: String,
    /// A report tells it; nobody types it.
    #[serde(default)]
    pub told: bool,
    /// The word for each choice, by its id.
    #[serde(default)]
    pub choices: BTreeMap<String, String>,
}

/// The words for a question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionLabel {
    pub label: String,
    /// The question as a sentence.
    pub ask: String,
    /// Where a person sees the answer.
    pub hint: String,
    pub group: String,
    #[serde(default)]
    pub choices: BTreeMap<String, String>,
}

/// The words for a derived fact.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DerivedLabel {
    pub label: String,
    #[serde(default)]
    pub choices: BTreeMap<String, String>,
}

/// The words for a join path.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PathLabel {
    pub title: String,
    /// What the path is, in one line.
    pub about: String,
    /// When to take it rather than another.
    pub take: String,
}

/// Every label.
#[derive(Debug, Clone)]
pub struct Labels {
    fields: Shelf<FieldLabel>,
    questions: Shelf<QuestionLabel>,
    derived: Shelf<DerivedLabel>,
    paths: Shelf<PathLabel>,
    key_groups: KeyGroups,
}

impl Labels {
    /// The labels of `wizard/facts`.
    ///
    /// # Errors
    /// Names the fault's place; a key or a choice without words is a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        let labels = Self {
            fields: Shelf::built_in("facts/fields.ron", Field::ALL.iter().map(|k| k.id()))?,
            questions: Shelf::built_in(
                "facts/questions.ron",
                Question::ALL.iter().map(|k| k.id()),
            )?,
            derived: Shelf::built_in("facts/derived.ron", Derived::ALL.iter().map(|k| k.id()))?,
            paths: Shelf::built_in("facts/paths.ron", JoinPath::ALL.iter().map(|k| k.id()))?,
            key_groups: KeyGroups::built_in()?,
        };
        labels.check_choices()?;
        Ok(labels)
    }

    /// The words for a field.
    #[must_use]
    pub fn field(&self, field: Field) -> &FieldLabel {
        self.fields.at(field.index())
    }

    /// The words for a question.
    #[must_use]
    pub fn question(&self, question: Question) -> &QuestionLabel {
        self.questions.at(question.index())
    }

    /// The words for a join path.
    #[must_use]
    pub fn path(&self, path: JoinPath) -> &PathLabel {
        self.paths.at(path.index())
    }

    /// The label of any fact.
    #[must_use]
    pub fn fact(&self, fact: Fact) -> &str {
        match fact {
            Fact::Device(field) => &self.field(field).label,
            Fact::Answer(question) => &self.question(question).label,
            Fact::Derived(derived) => &self.derived.at(derived.index()).label,
        }
    }

    /// A value as people read it: `16 GB`, `Yes`, `UEFI`.
    #[must_use]
    pub fn value(&self, fact: Fact, value: &Value) -> String {
        self.known(fact, value.into())
    }

    /// A fact's value as people read it.
    #[must_use]
    pub fn known(&self, fact: Fact, value: FactValue<'_>) -> String {
        match value {
            FactValue::Bool(true) => "Yes".to_owned(),
            FactValue::Bool(false) => "No".to_owned(),
            FactValue::Number(group) if fact == Fact::Device(Field::KeyGroup) => {
                let words = self.key_groups.words(group);
                format!("{} ({group})", words.as_deref().unwrap_or("of an unknown edition"))
            }
            FactValue::Number(number) => match fact.kind() {
                Kind::Number { unit, .. } => amount(number, unit).into_owned(),
                Kind::YesNo | Kind::Choice(_) | Kind::Text => number.to_string(),
            },
            FactValue::Text(text) => {
                self.choices(fact).get(text).map_or(text, String::as_str).to_owned()
            }
        }
    }

    fn choices(&self, fact: Fact) -> &BTreeMap<String, String> {
        match fact {
            Fact::Device(field) => &self.field(field).choices,
            Fact::Answer(question) => &self.question(question).choices,
            Fact::Derived(derived) => &self.derived.at(derived.index()).choices,
        }
    }

    fn check_choices(&self) -> Result<(), WizardError> {
        let fields = Field::ALL.iter().map(|key| ("facts/fields.ron", Fact::Device(*key)));
        let questions = Question::ALL.iter().map(|key| ("facts/questions.ron", Fact::Answer(*key)));
        let derived = Derived::ALL.iter().map(|key| ("facts/derived.ron", Fact::Derived(*key)));
        for (file, fact) in fields.chain(questions).chain(derived) {
            let words = if let Kind::Choice(words) = fact.kind() { words } else { &[] };
            let named = self.choices(fact);
            let complete = words.iter().all(|word| named.contains_key(*word));
            if !complete || named.len() != words.len() {
                let message = format!("`{fact}` needs a word for each of: {}", words.join(", "));
                return Err(WizardError::of_file(file, message));
            }
        }
        Ok(())
    }
}

/// A number with its unit, as short as it stays true.
fn amount(number: i64, unit: Unit) -> Cow<'static, str> {
    const STEP: i64 = 1024;
    match unit {
        Unit::None => number.to_string().into(),
        Unit::Megabytes if number < STEP => format!("{number} MB").into(),
        Unit::Megabytes => format!("{} GB", tenths(number, STEP)).into(),
        Unit::Bytes if number < STEP * STEP => format!("{number} bytes").into(),
        Unit::Bytes if number < STEP * STEP * STEP => {
            format!("{} MB", number / (STEP * STEP)).into()
        }
        Unit::Bytes if number < STEP * STEP * STEP * STEP => {
            format!("{} GB", number / (STEP * STEP * STEP)).into()
        }
        Unit::Bytes => format!("{} TB", tenths(number, STEP * STEP * STEP * STEP)).into(),
        Unit::Megahertz if number < 1000 => format!("{number} MHz").into(),
        Unit::Megahertz => format!("{} GHz", tenths(number, 1000)).into(),
    }
}

/// A division with one decimal, cut and not rounded up: 15.9 is never called 16.
fn tenths(number: i64, unit: i64) -> String {
    let (whole, tenth) = (number / unit, number % unit / (unit / 10).max(1));
    if tenth == 0 { whole.to_string() } else { format!("{whole}.{}", tenth.min(9)) }
}

/// A label for each key, in the order of the keys.
#[derive(Debug, Clone)]
struct Shelf<Label> {
    labels: Vec<Label>,
    /// What a key beyond the last one would get; there is none.
    none: Label,
}

impl<Label: DeserializeOwned + Default> Shelf<Label> {
    fn built_in(file: &str, keys: impl Iterator<Item = &'static str>) -> Result<Self, WizardError> {
        let mut by_key: BTreeMap<String, Label> = wizard::parse(&wizard::built_in(file)?)?;
        let labels: Result<Vec<Label>, WizardError> = keys
            .map(|key| {
                by_key
                    .remove(key)
                    .ok_or_else(|| WizardError::of_file(file, format!("`{key}` has no label")))
            })
            .collect();
        let labels = labels?;
        match by_key.into_keys().next() {
            Some(key) => Err(WizardError::of_file(file, format!("`{key}` is no key"))),
            None => Ok(Self { labels, none: Label::default() }),
        }
    }
}

impl<Label> Shelf<Label> {
    fn at(&self, index: usize) -> &Label {
        self.labels.get(index).unwrap_or(&self.none)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(field: Field, value: impl Into<Value>, expected: &str) {
        let labels = Labels::built_in().unwrap();
        assert_eq!(labels.value(Fact::Device(field), &value.into()), expected);
    }

    #[test]
    fn values_read_as_people_write_them() {
        check(Field::MemoryMb, 16_384_i64, "16 GB");
        check(Field::MemoryMb, 16_265_i64, "15.8 GB");
        check(Field::StorageBytes, 255_550_554_112_i64, "238 GB");
        check(Field::StorageBytes, 1_999_844_147_200_i64, "1.8 TB");
        check(Field::CpuMhz, 2_400_i64, "2.4 GHz");
        check(Field::SMode, true, "Yes");
        check(Field::Firmware, "uefi", "UEFI");
        check(Field::Serial, "CTS0001".to_owned(), "CTS0001");
        check(Field::KeyGroup, 3_305_i64, "Professional OEM:DM (3305)");
        check(Field::KeyGroup, 1_i64, "of an unknown edition (1)");
    }

    #[test]
    fn every_label_says_something() {
        let labels = Labels::built_in().unwrap();
        for field in Field::ALL {
            let label = labels.field(*field);
            assert!(!label.label.is_empty() && !label.hint.is_empty(), "{field}");
            assert!(!label.group.is_empty(), "{field}");
        }
        for question in Question::ALL {
            let label = labels.question(*question);
            assert!(label.ask.ends_with('?') && !label.hint.is_empty(), "{question}");
        }
        for path in JoinPath::ALL {
            assert!(!labels.path(path).about.is_empty(), "{path}");
            assert!(labels.path(path).take.ends_with('.'), "{path}");
        }
    }
}
