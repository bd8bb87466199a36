//! The wordy half of a check: titles, reasons and evidence for what was judged.

mod evidence;
mod order;

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use self::evidence::Reader;
use super::fact::Facts;
use super::judge::Judgement;
use super::knowledge::Knowledge;
use super::organization::Organization;
use super::report::{Evidence, Finding, Outcome, PathAnswer, Report};
use super::rule::{Case, Effect, Rule, RuleSet, Rules};
use super::{JoinPath, Truth};
use crate::device::Device;

/// The sentences of a finding that no rule holds, from `wizard/facts/phrases.ron`.
/// `{}` is where the list goes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Why a rule passes: what was read.
    passes: String,
    /// Why a rule is undecided: what is missing.
    unknown: String,
    /// Why a rule is undecided although everything it asks for was read.
    unclear: String,
    /// Between the entries of a list.
    between: String,
}

/// Puts what was judged into words.
pub(super) fn report(
    knowledge: &Knowledge,
    device: &Device,
    organization: &Organization,
    facts: &Facts<'_>,
    judgement: &Judgement,
    today: Date,
) -> Report {
    let rules = &knowledge.rules;
    let paths = judgement.ranked().map(|path| path_answer(rules, judgement, path));
    let gate = knowledge.gate.explain(&knowledge.processors, facts, &knowledge.labels);
    let words =
        Words { knowledge, facts, reader: Reader { knowledge, device, organization, facts } };
    let findings = order::to_act(rules, judgement)
        .into_iter()
        .filter_map(|at| Some(words.finding(rules.at(at)?, judgement, at)))
        .collect();
    Report::new(today, judgement, paths.into(), gate, findings)
}

fn path_answer(rules: &Rules, judgement: &Judgement, path: JoinPath) -> PathAnswer {
    let ids = |set: RuleSet| rules.of(set).map(|rule| rule.id.clone()).collect();
    let tally = judgement.path(path);
    PathAnswer {
        path,
        verdict: tally.verdict(),
        rules: ids(tally.deciding()),
        presumed: ids(tally.presumed),
        as_device: tally.as_device(),
    }
}

/// Writes findings for one device.
struct Words<'a> {
    knowledge: &'a Knowledge,
    facts: &'a Facts<'a>,
    reader: Reader<'a>,
}

impl Words<'_> {
    fn finding(&self, rule: &Rule, judgement: &Judgement, at: usize) -> Finding {
        let result = outcome(judgement, at);
        let evidence = self.reader.evidence(rule);
        let needs = if result == Outcome::Passes { Vec::new() } else { self.reader.needs(rule) };
        let presumed = rule
            .presume
            .clone()
            .filter(|_| result == Outcome::Unknown && rule.presumes(self.facts));
        let labels = &self.knowledge.labels;
        let title = match (&rule.passes, result) {
            (Some(passes), Outcome::Passes) => passes,
            _ => &rule.title,
        };
        let why = rule.why.fill(self.facts, labels);
        let because = match (result, &presumed) {
            (Outcome::Fires, _) => why.clone(),
            (Outcome::Passes, _) => self.passes(&evidence),
            (Outcome::Unknown, Some(presumed)) => presumed.clone(),
            (Outcome::Unknown, None) => self.unknown(&needs),
        };
        Finding {
            rule: rule.id.clone(),
            result,
            effects: self.effects(rule, result),
            title: title.fill(self.facts, labels),
            because,
            fix: rule.fix.iter().map(|step| step.fill(self.facts, labels)).collect(),
            alternative: rule.alternative.clone(),
            sources: rule.sources.iter().map(ToString::to_string).collect(),
            evidence,
            needs,
            why,
            effort: rule.effort,
            presumed,
            unverified: rule.unverified.clone(),
        }
    }

    /// What the firing cases do; for an undecided rule what they could do.
    fn effects(&self, rule: &Rule, result: Outcome) -> BTreeMap<JoinPath, Effect> {
        let wanted = match result {
            Outcome::Fires => Truth::Yes,
            Outcome::Unknown => Truth::Unknown,
            Outcome::Passes => return BTreeMap::new(),
        };
        let mut worst = BTreeMap::new();
        let cases = rule.cases.iter().filter(|case| case.when.holds(self.facts) == wanted);
        for (path, effect) in cases.flat_map(|Case { effects, .. }| effects.iter()) {
            let known = worst.entry(path).or_insert(effect);
            *known = (*known).min(effect);
        }
        worst
    }

    fn passes(&self, evidence: &[Evidence]) -> String {
        let read = evidence.iter().filter_map(|evidence| {
            let fact = evidence.field.parse().ok()?;
            let labels = &self.knowledge.labels;
            Some(format!("{}: {}", labels.fact(fact), labels.value(fact, &evidence.value)))
        });
        self.phrase(&self.knowledge.phrases.passes, read)
    }

    fn unknown(&self, needs: &[String]) -> String {
        let phrases = &self.knowledge.phrases;
        if needs.is_empty() {
            return phrases.unclear.clone();
        }
        let missing = needs
            .iter()
            .filter_map(|need| Some(self.knowledge.labels.fact(need.parse().ok()?).to_owned()));
        self.phrase(&phrases.unknown, missing)
    }

    fn phrase(&self, phrase: &str, entries: impl Iterator<Item = String>) -> String {
        let list: Vec<String> = entries.collect();
        phrase.replace("{}", &list.join(&self.knowledge.phrases.between))
    }
}

fn outcome(judgement: &Judgement, at: usize) -> Outcome {
    if judgement.fires.contains(at) {
        Outcome::Fires
    } else if judgement.unknown.contains(at) {
        Outcome::Unknown
    } else {
        Outcome::Passes
    }
}
