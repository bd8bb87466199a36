//! The wordy half of a check: titles, reasons and evidence for what was judged.

mod evidence;
mod order;
mod reason;

use std::collections::BTreeMap;

use serde::Deserialize;

pub(super) use self::evidence::Reader;
use self::reason::Reasons;
use super::fact::Facts;
use super::fix::{self, Situation, Task};
use super::judge::Judgement;
use super::knowledge::Knowledge;
use super::report::{Evidence, Finding, Outcome, PathAnswer, Report};
use super::rule::{Case, Effect, Effort, Meaning, Rule, RuleSet};
use super::{JoinPath, Truth};

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
    /// Why a path stands where it stands.
    reasons: Reasons,
    /// What a fix costs, to go behind "It takes".
    efforts: BTreeMap<Effort, String>,
    /// The headings under which fixes stand.
    tasks: BTreeMap<Task, String>,
}

impl Phrases {
    /// What a fix costs, for example `a restart`.
    #[must_use]
    pub fn effort(&self, effort: Effort) -> &str {
        self.efforts.get(&effort).map_or("", String::as_str)
    }

    /// The heading of a kind of work, for example `At the device`.
    #[must_use]
    pub fn task(&self, task: Task) -> &str {
        self.tasks.get(&task).map_or("", String::as_str)
    }
}

/// Puts what was judged into words.
pub(super) fn report(
    situation: &Situation<'_>,
    facts: &Facts<'_>,
    judgement: &Judgement,
) -> Report {
    let Situation { knowledge, device, organization, today } = *situation;
    let gate = knowledge.gate.explain(&knowledge.processors, facts, &knowledge.labels);
    let words =
        Words { knowledge, facts, reader: Reader { knowledge, device, organization, facts } };
    let paths = judgement.ranked().map(|path| words.path_answer(situation, judgement, path));
    let findings = order::to_act(&knowledge.rules, judgement)
        .into_iter()
        .filter_map(|at| Some(words.finding(knowledge.rules.at(at)?, judgement, at)))
        .collect();
    let registration = knowledge.registrations.answer(facts);
    Report::new(today, judgement, paths.into(), registration, gate, findings)
}

/// Writes findings and answers for one device.
struct Words<'a> {
    knowledge: &'a Knowledge,
    facts: &'a Facts<'a>,
    reader: Reader<'a>,
}

impl Words<'_> {
    fn path_answer(
        &self,
        situation: &Situation<'_>,
        judgement: &Judgement,
        path: JoinPath,
    ) -> PathAnswer {
        let ids = |set: RuleSet| self.knowledge.rules.of(set).map(|rule| rule.id.clone()).collect();
        let tally = judgement.path(path);
        let way = fix::way(situation, judgement, self.facts, path);
        PathAnswer {
            path,
            verdict: tally.verdict(),
            rules: ids(tally.deciding()),
            because: self.reason(&tally, &way, judgement.starts_at(path)),
            way,
            presumed: ids(tally.presumed),
            as_device: tally.as_device(),
        }
    }

    fn finding(&self, rule: &Rule, judgement: &Judgement, at: usize) -> Finding {
        let result = outcome(judgement, at);
        let meaning = if result == Outcome::Fires { self.meaning(rule) } else { None };
        let evidence = self.reader.evidence(rule, meaning);
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
            (Outcome::Fires, _) => match meaning {
                Some(meaning) => format!("{why} {}", meaning.says.fill(self.facts, labels)),
                None => why.clone(),
            },
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
            task: rule.task(),
            presumed,
            unverified: rule.unverified.clone(),
        }
    }

    /// What the rule means for this device.
    fn meaning<'r>(&self, rule: &'r Rule) -> Option<&'r Meaning> {
        rule.means.iter().find(|meaning| meaning.when.holds(self.facts) == Truth::Yes)
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
