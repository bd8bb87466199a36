//! Why a path stands where it stands among the paths, in one sentence.

use serde::Deserialize;

use super::Words;
use crate::check::fix::{FixPlan, Way};
use crate::check::judge::Tally;
use crate::check::rule::RuleSet;
use crate::check::verdict::PathVerdict;

/// The sentences, from `wizard/facts/phrases.ron`. `{}` is where a list or an
/// effort goes, `{n}` the number.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reasons {
    open: String,
    start_here: String,
    warned: String,
    undecided: String,
    one_fix: String,
    fixes: String,
}

/// More names than this make no sentence that anybody reads.
const MOST_NAMED: usize = 3;

impl Words<'_> {
    /// `start_here`: the device is new and this path begins where it stands.
    pub(super) fn reason(&self, tally: &Tally, way: &Way, start_here: bool) -> String {
        let reasons = &self.knowledge.phrases.reasons;
        match (way, tally.verdict()) {
            (Way::Fixes(plan), _) => self.of_plan(plan),
            (Way::Closed(_), _) => format!("{}.", self.titles(tally.deciding())),
            (Way::Open, PathVerdict::Unknown) => {
                self.phrase(&reasons.undecided, self.missing(tally.undecided).into_iter())
            }
            (Way::Open, PathVerdict::Warn) => {
                reasons.warned.replace("{}", &self.titles(tally.warns))
            }
            (Way::Open, _) if start_here => reasons.start_here.clone(),
            (Way::Open, _) => reasons.open.clone(),
        }
    }

    fn of_plan(&self, plan: &FixPlan) -> String {
        let phrases = &self.knowledge.phrases;
        let effort = plan.effort().map_or("", |effort| phrases.effort(effort));
        match plan.steps.len() {
            1 => phrases.reasons.one_fix.replace("{}", effort),
            n => phrases.reasons.fixes.replace("{n}", &n.to_string()).replace("{}", effort),
        }
    }

    fn titles(&self, rules: RuleSet) -> String {
        let labels = &self.knowledge.labels;
        let named = self.knowledge.rules.of(rules).take(MOST_NAMED);
        let titles: Vec<String> = named.map(|rule| rule.title.fill(self.facts, labels)).collect();
        titles.join("; ")
    }

    /// The labels of what is missing for these rules, each once.
    fn missing(&self, rules: RuleSet) -> Vec<String> {
        let mut labels: Vec<String> = Vec::new();
        for need in self.knowledge.rules.of(rules).flat_map(|rule| self.reader.needs(rule)) {
            let Ok(fact) = need.parse() else { continue };
            let label = self.knowledge.labels.fact(fact).to_owned();
            if labels.len() < MOST_NAMED && !labels.contains(&label) {
                labels.push(label);
            }
        }
        labels
    }
}
