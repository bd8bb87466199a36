//! `joinbench rules`: every rule with its sources.

use std::collections::BTreeMap;

use serde::Serialize;

use super::args::RulesArgs;
use super::fail::Fail;
use super::page::{Page, count};
use super::reply::{Exit, Reply, SCHEMA};
use crate::check::{
    Effect, Effort, Facts, JoinPath, Knowledge, Organization, Reference, Remedy, Rule, Template,
};
use crate::device::Device;

pub fn run(args: &RulesArgs) -> Result<Reply, Fail> {
    let knowledge = Knowledge::built_in()?;
    let rules: Vec<Shown> =
        knowledge.rules.iter().map(|rule| Shown::of(rule, &knowledge)).collect();
    let text = if args.markdown { markdown(&rules) } else { text(&rules) };
    Reply::new(Exit::Yes, &Answer { schema: SCHEMA, rules: &rules }, &text)
}

/// The document of `rules --json`.
#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    rules: &'a [Shown],
}

/// A rule without a device: its holes are filled with the words for what is
/// not known.
#[derive(Serialize)]
struct Shown {
    rule: String,
    title: String,
    /// The gravest effect on each path that it can touch.
    effects: BTreeMap<JoinPath, Effect>,
    /// The fields, questions and derived facts it asks about.
    asks: Vec<String>,
    why: String,
    fix: Vec<String>,
    remedy: Remedy,
    effort: Effort,
    alternative: Option<String>,
    sources: Vec<Reference>,
    since: String,
    unverified: Option<String>,
}

impl Shown {
    fn of(rule: &Rule, knowledge: &Knowledge) -> Self {
        let (device, organization) = (Device::default(), Organization::default());
        let facts = Facts::of(&device, &organization);
        let fill = |template: &Template| template.fill(&facts, &knowledge.labels);
        let mut effects: BTreeMap<JoinPath, Effect> = BTreeMap::new();
        for (path, effect) in rule.cases.iter().flat_map(|case| case.effects.iter()) {
            let worst = effects.entry(path).or_insert(effect);
            *worst = (*worst).min(effect);
        }
        Self {
            rule: rule.id.clone(),
            title: fill(&rule.title),
            effects,
            asks: rule.facts().iter().map(ToString::to_string).collect(),
            why: fill(&rule.why),
            fix: rule.fix.iter().map(fill).collect(),
            remedy: rule.remedy,
            effort: rule.effort,
            alternative: rule.alternative.clone(),
            sources: rule.sources.clone(),
            since: rule.since.clone(),
            unverified: rule.unverified.clone(),
        }
    }

    /// `blocks settings, package; warns on oobe`.
    fn reach(&self) -> String {
        let verbs = [
            (Effect::Block, "blocks"),
            (Effect::NotApplicable, "rules out"),
            (Effect::Warn, "warns on"),
            (Effect::Info, "informs on"),
            (Effect::Ok, "confirms"),
        ];
        let parts = verbs.into_iter().filter_map(|(wanted, verb)| {
            let on = self.effects.iter().filter(|(_, effect)| **effect == wanted);
            let ids: Vec<&str> = on.map(|(path, _)| path.id()).collect();
            (!ids.is_empty()).then(|| format!("{verb} {}", ids.join(", ")))
        });
        parts.collect::<Vec<_>>().join("; ")
    }
}

fn text(rules: &[Shown]) -> String {
    const INDENT: &str = "       ";
    let mut page = Page::default();
    page.line(&count(rules.len(), "rule", "rules"));
    for rule in rules {
        page.blank();
        page.hanging(&format!("  {:<4} ", rule.rule), &rule.title);
        page.hanging(INDENT, &rule.reach());
        for source in &rule.sources {
            page.hanging(&format!("{INDENT}Source: "), &source.to_string());
        }
    }
    page.finish()
}

fn markdown(rules: &[Shown]) -> String {
    let mut lines = vec!["# Rules".to_owned()];
    for rule in rules {
        lines.push(format!("\n## {} {}\n", rule.rule, rule.title));
        lines.push(format!("{}\n", rule.why));
        lines.push(format!("- **Paths:** {}", rule.reach()));
        lines.push(format!("- **Asks about:** {}", code_list(&rule.asks)));
        lines.push(format!("- **Since:** {}", rule.since));
        lines.extend(rule.unverified.iter().map(|note| format!("- **Not verified:** {note}")));
        lines.push(String::new());
        let steps = rule.fix.iter().enumerate();
        lines.extend(steps.map(|(place, step)| format!("{}. {step}", place + 1)));
        lines.extend(rule.alternative.iter().map(|other| format!("\nOr: {other}")));
        let sources = rule.sources.iter().map(|source| format!("{source}, {}", source.dated));
        lines.push(format!("\nSources: {}", sources.collect::<Vec<_>>().join("; ")));
    }
    lines.push(String::new());
    lines.join("\n")
}

fn code_list(ids: &[String]) -> String {
    ids.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}
