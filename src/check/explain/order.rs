//! The order to act: what blocks most first, and of that what is least work.

use std::cmp::Reverse;

use crate::check::judge::Judgement;
use crate::check::rule::{Effort, Rule, RuleSet, Rules};

/// The groups of findings, first things first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Blocks,
    Warns,
    Undecided,
    Presumed,
    /// Undecided, but it could not block anything.
    Open,
    Notes,
    Passes,
}

/// The places of all rules, in the order to act; ids break ties, because the
/// rules are sorted by them.
pub(super) fn to_act(rules: &Rules, judgement: &Judgement) -> Vec<usize> {
    let sets = Sets::of(judgement);
    let mut places: Vec<(usize, &Rule)> = rules.iter().enumerate().collect();
    places.sort_by_key(|(at, rule)| sets.key(judgement, *at, rule));
    places.into_iter().map(|(at, _)| at).collect()
}

impl Judgement {
    /// The rule whose fix comes first, if one blocks or warns.
    #[must_use]
    pub fn first_to_act<'a>(&self, rules: &'a Rules) -> Option<&'a Rule> {
        let sets = Sets::of(self);
        let acting = |at: usize| sets.blocks.contains(at) || sets.warns.contains(at);
        rules
            .iter()
            .enumerate()
            .filter(|(at, _)| acting(*at))
            .min_by_key(|(at, rule)| sets.key(self, *at, rule))
            .map(|(_, rule)| rule)
    }
}

struct Sets {
    blocks: RuleSet,
    warns: RuleSet,
    undecided: RuleSet,
    presumed: RuleSet,
}

impl Sets {
    fn of(judgement: &Judgement) -> Self {
        Self {
            blocks: judgement.blocking(),
            warns: judgement.warning(),
            undecided: judgement.undecided(),
            presumed: judgement.presumed(),
        }
    }

    fn key(
        &self,
        judgement: &Judgement,
        at: usize,
        rule: &Rule,
    ) -> (Group, Reverse<usize>, Effort, usize) {
        let (fires, unknown) = (judgement.fires.contains(at), judgement.unknown.contains(at));
        let group = match () {
            () if self.blocks.contains(at) => Group::Blocks,
            () if self.warns.contains(at) => Group::Warns,
            () if fires => Group::Notes,
            () if self.undecided.contains(at) => Group::Undecided,
            () if self.presumed.contains(at) => Group::Presumed,
            () if unknown => Group::Open,
            () => Group::Passes,
        };
        (group, Reverse(judgement.paths_blocked_by(at)), rule.effort, at)
    }
}
