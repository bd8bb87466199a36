//! The least work that opens a path.
//!
//! One fix can settle several rules (a reset leaves the domain as well), and a
//! fix can bring up another rule. So fixes are tried: the first rule in the
//! way is settled by each fix that settles it, and so on until the path is
//! open. The least hard set wins, then the shortest.

use super::{FixPlan, FixStep, Situation, Way};
use crate::check::JoinPath;
use crate::check::fact::{Fact, Facts};
use crate::check::judge::{Judgement, Tally};
use crate::check::rule::{Effort, Rule, RuleSet, Rules};

/// More fixes than this are no plan that anybody would follow.
const MOST_FIXES: usize = 8;

/// How many sets of fixes are tried at most, so that a rule book with many
/// fixes cannot keep a check busy.
const MOST_TRIES: usize = 300;

/// What it takes to join by this path.
pub fn way(situation: &Situation<'_>, now: &Judgement, facts: &Facts<'_>, path: JoinPath) -> Way {
    let tally = now.path(path);
    if tally.obstacles().is_empty() {
        return Way::Open;
    }
    let rules = &situation.knowledge.rules;
    if rules.of(tally.obstacles()).all(|rule| !rule.can_be_fixed()) {
        return closed(rules, tally.obstacles());
    }
    let mut search = Search { situation, path, best: None, tries: 0 };
    search.go_on(RuleSet::default(), now, tally);
    match search.best {
        Some(found) => Way::Fixes(plan(situation, facts, &found)),
        None => closed(rules, unfixable(rules, tally)),
    }
}

fn closed(rules: &Rules, by: RuleSet) -> Way {
    Way::Closed(rules.of(by).map(|rule| rule.id.clone()).collect())
}

/// The obstacles that have no fix; all of them when their fixes do not suffice.
fn unfixable(rules: &Rules, tally: Tally) -> RuleSet {
    let mut stay = RuleSet::default();
    for at in tally.obstacles().iter() {
        if rules.at(at).is_some_and(|rule| !rule.can_be_fixed()) {
            stay.insert(at);
        }
    }
    if stay.is_empty() { tally.obstacles() } else { stay }
}

/// How much work a set of fixes is; less is better.
type Cost = (Option<Effort>, u32);

/// A set of fixes that opens the path.
struct Found {
    fixed: RuleSet,
    cost: Cost,
    tally: Tally,
}

struct Search<'s, 'a> {
    situation: &'s Situation<'a>,
    path: JoinPath,
    best: Option<Found>,
    tries: usize,
}

impl Search<'_, '_> {
    /// Settles the first obstacle in every way there is, after what is fixed.
    fn go_on(&mut self, fixed: RuleSet, judgement: &Judgement, tally: Tally) {
        let Some(obstacle) = tally.obstacles().iter().next() else {
            let cost = self.cost(fixed);
            return self.best = Some(Found { fixed, cost, tally });
        };
        if fixed.len() as usize >= MOST_FIXES {
            return;
        }
        for fix in self.fixes_of(obstacle, judgement) {
            let mut more = fixed;
            more.insert(fix);
            if self.tries >= MOST_TRIES || self.is_worse(more) {
                continue;
            }
            self.tries += 1;
            let judgement = self.situation.judge_after(more);
            let tally = judgement.path(self.path);
            if !tally.obstacles().contains(obstacle) {
                self.go_on(more, &judgement, tally);
            }
        }
    }

    fn cost(&self, fixed: RuleSet) -> Cost {
        let rules = &self.situation.knowledge.rules;
        (rules.of(fixed).map(|rule| rule.effort).max(), fixed.len())
    }

    fn is_worse(&self, fixed: RuleSet) -> bool {
        let cost = self.cost(fixed);
        self.best.as_ref().is_some_and(|best| cost >= best.cost)
    }

    /// The fixes that may settle a rule, the rule's own first: of rules that
    /// fire, because nobody fixes what is not wrong.
    fn fixes_of(&self, obstacle: usize, judgement: &Judgement) -> Vec<usize> {
        let rules = &self.situation.knowledge.rules;
        let Some(rule) = rules.at(obstacle) else { return Vec::new() };
        let asked = rule.facts();
        let touches = |other: &Rule| other.after.keys().any(|fact| reaches(*fact, &asked));
        let others = rules.iter().enumerate().filter(|(at, other)| {
            *at != obstacle && judgement.fires.contains(*at) && touches(other)
        });
        let own = rules.iter().enumerate().filter(|(at, _)| *at == obstacle);
        own.chain(others).filter(|(_, rule)| rule.can_be_fixed()).map(|(at, _)| at).collect()
    }
}

/// Whether a change of this fact can change one of those that a rule asks for.
fn reaches(changed: Fact, asked: &[Fact]) -> bool {
    asked.iter().any(|fact| match (*fact, changed) {
        (Fact::Derived(derived), Fact::Device(field)) => derived.read_from().contains(&field),
        (fact, changed) => fact == changed,
    })
}

fn plan(situation: &Situation<'_>, facts: &Facts<'_>, found: &Found) -> FixPlan {
    let knowledge = situation.knowledge;
    let mut rules: Vec<&Rule> = knowledge.rules.of(found.fixed).collect();
    rules.sort_by_key(|rule| (rule.task(), rule.effort));
    let step = |rule: &Rule| FixStep {
        rule: rule.id.clone(),
        title: rule.title.fill(facts, &knowledge.labels),
        effort: rule.effort,
    };
    FixPlan { steps: rules.into_iter().map(step).collect(), then: found.tally.verdict() }
}
