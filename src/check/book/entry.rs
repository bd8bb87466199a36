//! One rule in words.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::check::condition::Condition;
use crate::check::fact::{Fact, Facts};
use crate::check::fix::Task;
use crate::check::knowledge::Knowledge;
use crate::check::organization::Organization;
use crate::check::path::JoinPath;
use crate::check::rule::{Case, Effect, Effort, Meaning, Reference, Remedy, Rule, Template};
use crate::device::{Device, Value};

/// A rule without a device: its holes are filled with the words for what is
/// not known. Its JSON is a rule of `rules --json`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The id of the rule.
    pub rule: String,
    pub title: String,
    /// The title when all is well.
    pub passes: Option<String>,
    /// The gravest effect on each path that it can touch.
    pub effects: BTreeMap<JoinPath, Effect>,
    pub cases: Vec<EntryCase>,
    /// The fields, questions and derived facts it asks about, by id.
    pub asks: Vec<String>,
    pub why: String,
    /// What it means for a device: circumstances with what is said of them.
    pub means: Vec<EntryMeaning>,
    pub fix: Vec<String>,
    /// What is so once the fix is done, in words.
    pub after: Vec<String>,
    pub remedy: Remedy,
    pub effort: Effort,
    /// What a person has to do about it.
    pub task: Task,
    pub alternative: Option<String>,
    /// What is taken for granted while the rule cannot be decided.
    pub presume: Option<String>,
    /// When nothing is taken for granted after all, in words.
    pub presume_unless: Option<String>,
    pub sources: Vec<Reference>,
    pub since: String,
    pub unverified: Option<String>,
    /// Whether an organization wrote it.
    pub own: bool,
    /// Everything a search looks at, in lower case.
    #[serde(skip)]
    pub(super) searched: String,
}

/// A case of a rule in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryCase {
    /// The condition.
    pub when: String,
    pub effects: BTreeMap<JoinPath, Effect>,
}

/// What a rule means in one circumstance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryMeaning {
    pub when: String,
    pub says: String,
}

impl Entry {
    pub(super) fn of(rule: &Rule, knowledge: &Knowledge) -> Self {
        let (device, organization) = (Device::default(), Organization::default());
        let facts = Facts::of(&device, &organization);
        let labels = &knowledge.labels;
        let fill = |template: &Template| template.fill(&facts, labels);
        let words = |when: &Condition| knowledge.book_words.condition(when, labels);
        let after = |(fact, value): (&Fact, &Value)| knowledge.book_words.is(*fact, value, labels);
        let case = |case: &Case| EntryCase {
            when: words(&case.when),
            effects: case.effects.iter().collect(),
        };
        let meaning = |meaning: &Meaning| EntryMeaning {
            when: words(&meaning.when),
            says: fill(&meaning.says),
        };
        let mut entry = Self {
            rule: rule.id.clone(),
            title: fill(&rule.title),
            passes: rule.passes.as_ref().map(fill),
            effects: gravest(rule),
            cases: rule.cases.iter().map(case).collect(),
            asks: rule.facts().iter().map(ToString::to_string).collect(),
            why: fill(&rule.why),
            means: rule.means.iter().map(meaning).collect(),
            fix: rule.fix.iter().map(fill).collect(),
            after: rule.after.iter().map(after).collect(),
            remedy: rule.remedy,
            effort: rule.effort,
            task: rule.task(),
            alternative: rule.alternative.clone(),
            presume: rule.presume.clone(),
            presume_unless: rule.presume_unless.as_ref().map(words),
            sources: rule.sources.clone(),
            since: rule.since.clone(),
            unverified: rule.unverified.clone(),
            own: rule.own,
            searched: String::new(),
        };
        entry.searched = entry.text().to_lowercase();
        entry
    }

    /// Whether its steps are a fix: for a device that is made for another use
    /// they are advice.
    #[must_use]
    pub fn can_be_fixed(&self) -> bool {
        !self.fix.is_empty() && self.task != Task::OtherUse
    }

    /// How many paths the rule does this to at worst.
    #[must_use]
    pub fn count(&self, effect: Effect) -> usize {
        self.effects.values().filter(|other| **other == effect).count()
    }

    /// What a search looks at: id, title, why, fix and sources, and what else
    /// is said.
    fn text(&self) -> String {
        let mut parts = vec![self.rule.as_str(), &self.title, &self.why];
        parts.extend(self.fix.iter().map(String::as_str));
        parts.extend(self.means.iter().map(|meaning| meaning.says.as_str()));
        let notes = [&self.passes, &self.alternative, &self.presume, &self.unverified];
        parts.extend(notes.into_iter().flatten().map(String::as_str));
        for source in &self.sources {
            parts.extend([source.title.as_str(), &source.at]);
        }
        parts.join("\n")
    }
}

fn gravest(rule: &Rule) -> BTreeMap<JoinPath, Effect> {
    let mut effects: BTreeMap<JoinPath, Effect> = BTreeMap::new();
    for (path, effect) in rule.cases.iter().flat_map(|case| case.effects.iter()) {
        let worst = effects.entry(path).or_insert(effect);
        *worst = (*worst).min(effect);
    }
    effects
}
