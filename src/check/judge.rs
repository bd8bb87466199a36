//! The quick half of a check: which rules fire, and what that means for each
//! path. It allocates nothing, so a list of a million devices can be judged;
//! words and evidence are the business of [`super::explain`].

use super::condition::Truth;
use super::fact::{Fact, FactValue, Facts};
use super::path::JoinPath;
use super::rule::{Case, Effect, Effort, Remedy, Rule, RuleSet, Rules};
use super::verdict::{PathVerdict, Verdict};
use crate::device::Field;

/// Which rules fire and which cannot be decided, for each path.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Judgement {
    /// Rules of which some case fires.
    pub fires: RuleSet,
    /// Rules of which no case fires and some case cannot be decided.
    pub unknown: RuleSet,
    tallies: [Tally; JoinPath::ALL.len()],
    of_device: RuleSet,
    still_new: bool,
}

/// What the rules say of one path.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    pub blocks: RuleSet,
    pub warns: RuleSet,
    pub not_applicable: RuleSet,
    /// Rules that could block the path and cannot be decided.
    pub undecided: RuleSet,
    /// Rules that cannot be decided and are taken for granted.
    pub presumed: RuleSet,
    /// Whether a block needs more than a change to the device.
    beyond_device: bool,
    /// The hardest fix among the blocks.
    hardest: Option<Effort>,
}

impl Tally {
    /// The answer for the path.
    #[must_use]
    pub fn verdict(&self) -> PathVerdict {
        if !self.not_applicable.is_empty() {
            PathVerdict::NotApplicable
        } else if !self.blocks.is_empty() {
            PathVerdict::Blocked
        } else if !self.undecided.is_empty() {
            PathVerdict::Unknown
        } else if !self.warns.is_empty() {
            PathVerdict::Warn
        } else {
            PathVerdict::Ready
        }
    }

    /// The path's answer in the words for a device.
    #[must_use]
    pub fn as_device(&self) -> Verdict {
        match self.verdict() {
            PathVerdict::Ready | PathVerdict::Warn => Verdict::Ready,
            PathVerdict::Unknown => Verdict::Unknown,
            PathVerdict::Blocked if !self.beyond_device => {
                if self.undecided.is_empty() {
                    Verdict::Fix
                } else {
                    Verdict::Unknown
                }
            }
            PathVerdict::Blocked | PathVerdict::NotApplicable => Verdict::Blocked,
        }
    }

    /// What stands in the way for certain: blocks, and "not meant for it".
    pub(super) fn obstacles(&self) -> RuleSet {
        self.blocks.union(self.not_applicable)
    }

    /// The rules that decide the answer.
    #[must_use]
    pub fn deciding(&self) -> RuleSet {
        match self.verdict() {
            PathVerdict::Ready => RuleSet::default(),
            PathVerdict::Warn => self.warns,
            PathVerdict::Unknown => self.undecided,
            PathVerdict::Blocked => self.blocks,
            PathVerdict::NotApplicable => self.not_applicable,
        }
    }

    fn fire(&mut self, at: usize, effect: Effect, rule: &Rule) {
        match effect {
            Effect::Block => {
                self.blocks.insert(at);
                self.beyond_device |= rule.remedy != Remedy::Device;
                self.hardest = self.hardest.max(Some(rule.effort));
            }
            Effect::Warn => self.warns.insert(at),
            Effect::NotApplicable => self.not_applicable.insert(at),
            Effect::Info | Effect::Ok => {}
        }
    }

    fn doubt(&mut self, at: usize, effect: Effect, presumed: bool) {
        match (effect, presumed) {
            (Effect::Block | Effect::NotApplicable, false) => self.undecided.insert(at),
            (Effect::Block, true) => self.presumed.insert(at),
            (Effect::NotApplicable, true) => {
                self.presumed.insert(at);
                self.not_applicable.insert(at);
            }
            (Effect::Warn | Effect::Info | Effect::Ok, _) => {}
        }
    }
}

/// Asks every rule about one device.
#[must_use]
pub fn judge(rules: &Rules, facts: &Facts<'_>) -> Judgement {
    judge_without(rules, facts, RuleSet::default())
}

/// Asks every rule but some, which are supposed to be settled.
pub(super) fn judge_without(rules: &Rules, facts: &Facts<'_>, settled: RuleSet) -> Judgement {
    let mut judgement = Judgement {
        of_device: rules.of_device(),
        still_new: facts.get(Fact::Device(Field::SetupState)) == Some(FactValue::Text("new")),
        ..Judgement::default()
    };
    for (at, rule) in rules.iter().enumerate() {
        if !settled.contains(at) {
            judgement.ask(at, rule, facts);
        }
    }
    judgement
}

impl Judgement {
    fn ask(&mut self, at: usize, rule: &Rule, facts: &Facts<'_>) {
        let (mut fires, mut unknown) = (false, false);
        for Case { when, effects } in &rule.cases {
            match when.holds(facts) {
                Truth::No => {}
                Truth::Yes => {
                    fires = true;
                    for (path, effect) in effects.iter() {
                        self.tally_mut(path, |tally| tally.fire(at, effect, rule));
                    }
                }
                Truth::Unknown => {
                    unknown = true;
                    let presumed = rule.presumes(facts);
                    for (path, effect) in effects.iter() {
                        self.tally_mut(path, |tally| tally.doubt(at, effect, presumed));
                    }
                }
            }
        }
        if fires {
            self.fires.insert(at);
        } else if unknown {
            self.unknown.insert(at);
        }
    }

    fn tally_mut(&mut self, path: JoinPath, change: impl FnOnce(&mut Tally)) {
        if let Some(tally) = self.tallies.get_mut(path.index()) {
            change(tally);
        }
    }

    /// What the rules say of one path.
    #[must_use]
    pub fn path(&self, path: JoinPath) -> Tally {
        self.tallies.get(path.index()).copied().unwrap_or_default()
    }

    /// The answer for the device: the best that any path offers.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        let answers = self.tallies.iter().map(Tally::as_device);
        answers.min().unwrap_or(Verdict::Unknown)
    }

    /// The path to take, now or after a fix.
    #[must_use]
    pub fn best_path(&self) -> Option<JoinPath> {
        let [best, ..] = self.ranked();
        matches!(self.path(best).as_device(), Verdict::Ready | Verdict::Fix).then_some(best)
    }

    /// Every path, the best first: by its answer, the work it takes, whether it
    /// warns, what it takes for granted of the device. A new device starts out
    /// of box. What is taken for granted of the organization does not count: it
    /// says how much nobody asked yet, not how good a path is.
    #[must_use]
    pub fn ranked(&self) -> [JoinPath; JoinPath::ALL.len()] {
        let mut paths = JoinPath::ALL;
        paths.sort_by_key(|path| {
            let tally = self.path(*path);
            let verdict = tally.verdict();
            let start_here = self.starts_at(*path);
            (
                tally.as_device(),
                verdict,
                tally.hardest,
                !tally.warns.is_empty(),
                !start_here,
                tally.presumed.intersection(self.of_device).len(),
                tally.warns.len(),
                path.index(),
            )
        });
        paths
    }

    /// Whether the device is new and stands where this path begins.
    #[must_use]
    pub fn starts_at(&self, path: JoinPath) -> bool {
        self.still_new && path == JoinPath::OutOfBox
    }

    /// Rules that block some path.
    #[must_use]
    pub fn blocking(&self) -> RuleSet {
        self.tallies.iter().fold(RuleSet::default(), |all, tally| all.union(tally.blocks))
    }

    /// Rules that warn on some path.
    #[must_use]
    pub fn warning(&self) -> RuleSet {
        self.tallies.iter().fold(RuleSet::default(), |all, tally| all.union(tally.warns))
    }

    /// Rules that leave some path undecided.
    #[must_use]
    pub fn undecided(&self) -> RuleSet {
        self.tallies.iter().fold(RuleSet::default(), |all, tally| all.union(tally.undecided))
    }

    /// Rules that are taken for granted on some path.
    #[must_use]
    pub fn presumed(&self) -> RuleSet {
        self.tallies.iter().fold(RuleSet::default(), |all, tally| all.union(tally.presumed))
    }

    /// How many paths the rule at this place blocks.
    #[must_use]
    pub fn paths_blocked_by(&self, at: usize) -> usize {
        self.tallies.iter().filter(|tally| tally.blocks.contains(at)).count()
    }
}

impl Rule {
    /// Whether an answer that is missing is taken for granted.
    #[must_use]
    pub fn presumes(&self, facts: &Facts<'_>) -> bool {
        let doubted =
            self.presume_unless.as_ref().is_some_and(|unless| unless.holds(facts) == Truth::Yes);
        self.presume.is_some() && !doubted
    }
}
