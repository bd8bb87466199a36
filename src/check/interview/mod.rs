//! The fewest questions that settle whether a device can join by a path, the
//! most decisive one first.
//!
//! A question is asked only while a rule that could block the path is open.
//! Each possible answer is tried out, and the question whose answers close
//! most of what is open comes first. Who cannot answer passes it over.

mod answers;

use std::collections::BTreeSet;

use super::derive::facts_if;
use super::explain::Reader;
use super::fact::{Fact, Facts};
use super::fix::Situation;
use super::judge::judge;
use super::path::JoinPath;
use super::rule::RuleSet;

/// How far an interview is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Interview {
    /// The field or the question to ask next; `None` when nothing is left.
    pub next: Option<Fact>,
    /// How many are left at most; an answer can spare others.
    pub at_most: usize,
    /// Whether the answer for the path is certain, and not taken for granted
    /// in some point.
    pub settled: bool,
}

/// What to ask next about this path. `passed_over` are those that the person
/// could not answer.
pub(super) fn interview(
    situation: &Situation<'_>,
    path: JoinPath,
    passed_over: &BTreeSet<Fact>,
) -> Interview {
    let doubt = Doubt { situation, path };
    let facts = doubt.facts_if(None);
    let open = doubt.open(&facts);
    let mut askable = doubt.askable(&facts, open.rules);
    askable.retain(|fact| !passed_over.contains(fact));
    let next = askable.iter().copied().max_by_key(|fact| {
        // Of two that are as good, the first in the order of the facts.
        (doubt.worth(*fact, open), std::cmp::Reverse(*fact))
    });
    Interview { next, at_most: askable.len(), settled: open.rules.is_empty() }
}

/// What is still open about a path.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// Rules that could block it and are undecided or taken for granted.
    rules: RuleSet,
    /// How much that is: what is undecided counts twice.
    weight: u32,
}

struct Doubt<'s, 'a> {
    situation: &'s Situation<'a>,
    path: JoinPath,
}

impl<'a> Doubt<'_, 'a> {
    fn facts_if(&self, supposed: Option<answers::Possible<'a>>) -> Facts<'a> {
        let Situation { knowledge, device, organization, today } = *self.situation;
        facts_if(knowledge, device, organization, today, supposed.as_slice())
    }

    /// What the rules leave open. A block that no fix removes leaves nothing:
    /// the answer is no, whatever else is so.
    fn open(&self, facts: &Facts<'_>) -> Open {
        let rules = &self.situation.knowledge.rules;
        let tally = judge(rules, facts).path(self.path);
        let obstacles = tally.obstacles();
        let certain = obstacles.iter().filter(|at| !tally.presumed.contains(*at));
        if certain.filter_map(|at| rules.at(at)).any(|rule| !rule.can_be_fixed()) {
            return Open { rules: RuleSet::default(), weight: 0 };
        }
        let weight = 2 * tally.undecided.len() + tally.presumed.len();
        Open { rules: tally.undecided.union(tally.presumed), weight }
    }

    /// The fields and questions that open rules wait for, each once.
    fn askable(&self, facts: &Facts<'_>, open: RuleSet) -> Vec<Fact> {
        let Situation { knowledge, device, organization, .. } = *self.situation;
        let reader = Reader { knowledge, device, organization, facts };
        let mut askable: Vec<Fact> = Vec::new();
        for need in knowledge.rules.of(open).flat_map(|rule| reader.needs(rule)) {
            if let Ok(fact) = need.parse()
                && !askable.contains(&fact)
            {
                askable.push(fact);
            }
        }
        askable
    }

    /// How much the answers of a question close in the mean, in hundredths.
    fn worth(&self, fact: Fact, open: Open) -> u32 {
        let possible = answers::possible(&self.situation.knowledge.rules, open.rules, fact);
        let closes = |answer: &answers::Possible<'a>| {
            let then = self.open(&self.facts_if(Some(*answer)));
            open.weight.saturating_sub(then.weight)
        };
        let total: u32 = possible.iter().map(closes).sum();
        let count = u32::try_from(possible.len()).unwrap_or(u32::MAX);
        (total * 100).checked_div(count).unwrap_or_default()
    }
}
