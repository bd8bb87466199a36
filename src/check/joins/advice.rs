//! From situations to a recommendation, by a rule that leaves no room for taste.
//!
//! Situations count from the most binding down. One that would leave no join at
//! all speaks of another device and is set apart. Of the joins that are left,
//! the one that most situations call the best wins; the order of [`Join::ALL`]
//! settles what is even. Each situation narrows the paths that those above it
//! left, unless it would leave none.

use super::situation::{Situation, Vote};
use super::{Join, Joins};
use crate::check::JoinPath;
use crate::check::fact::Facts;

/// Which join fits, and why not the others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice<'a> {
    /// The situations that count, the most binding first.
    pub counted: Vec<&'a Situation>,
    /// Situations that are about another device: they fit no join together
    /// with those above them.
    pub apart: Vec<&'a Situation>,
    /// The join to take; none when nothing was chosen, or when none is possible.
    pub join: Option<Join>,
    /// What speaks for it; when no join is possible, what speaks against.
    pub because: Vec<Because<'a>>,
    /// The other joins, the one to take instead first.
    pub others: Vec<Other<'a>>,
    /// The paths of a Microsoft Entra join that fit, the best first.
    pub paths: Vec<JoinPath>,
}

/// A reason, and the situation that gives it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Because<'a> {
    /// What the situation is called; empty when no situation gives the reason.
    pub situation: &'a str,
    pub reason: &'a str,
}

/// A join that is not the first choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other<'a> {
    pub join: Join,
    /// Whether it could be taken instead.
    pub possible: bool,
    pub because: Vec<Because<'a>>,
}

/// Which join and which path fit these situations, and those that the device
/// tells by itself.
pub(super) fn advise<'a>(
    joins: &'a Joins,
    chosen: &[&str],
    device: Option<&Facts<'_>>,
) -> Advice<'a> {
    let told = |one: &Situation| device.is_some_and(|facts| one.holds(facts));
    let (mut counted, mut apart) = (Vec::new(), Vec::new());
    for situation in joins.situations() {
        if !chosen.contains(&situation.id.as_str()) && !told(situation) {
            continue;
        }
        counted.push(situation);
        // The first one cannot disagree with another.
        if counted.len() > 1 && best(&counted).is_none() {
            counted.pop();
            apart.push(situation);
        }
    }
    let join = if counted.is_empty() { None } else { best(&counted) };
    let paths = if join == Some(Join::Entra) { paths(&counted) } else { Vec::new() };
    let because = match join {
        Some(join) => reasons(joins, &counted, join),
        None => none_possible(joins, &counted),
    };
    let others = others(joins, &counted, join);
    Advice { counted, apart, join, because, others, paths }
}

/// The join that is ruled out by none of them and called the best by most.
fn best(counted: &[&Situation]) -> Option<Join> {
    let wanted = |join: Join| counted.iter().filter(|one| one.prefers(join)).count();
    let somebody_wants = Join::ALL.iter().any(|join| wanted(*join) > 0);
    let fits = |join: &Join| {
        !counted.iter().any(|one| one.rules_out(*join)) && (!somebody_wants || wanted(*join) > 0)
    };
    // The last of equals is taken, so the order is turned around.
    Join::ALL.into_iter().rev().filter(fits).max_by_key(|join| wanted(*join))
}

fn paths(counted: &[&Situation]) -> Vec<JoinPath> {
    let mut left: Option<Vec<JoinPath>> = None;
    for situation in counted.iter().filter(|one| !one.paths.is_empty()) {
        let fitting = match &left {
            None => situation.paths.clone(),
            // The order of whoever narrows: it knows more of the device.
            Some(left) => {
                situation.paths.iter().copied().filter(|path| left.contains(path)).collect()
            }
        };
        if !fitting.is_empty() {
            left = Some(fitting);
        }
    }
    left.unwrap_or_else(|| vec![JoinPath::OutOfBox, JoinPath::AutopilotUser, JoinPath::Settings])
}

/// What speaks for the recommended join.
fn reasons<'a>(joins: &'a Joins, counted: &[&'a Situation], join: Join) -> Vec<Because<'a>> {
    let for_it = |one: &&&Situation| !one.rules_out(join);
    let mut because = votes(counted.iter().filter(for_it).copied(), join);
    if because.is_empty() {
        because.push(Because { situation: "", reason: &joins.advice.by_default });
    }
    because
}

fn none_possible<'a>(joins: &'a Joins, counted: &[&'a Situation]) -> Vec<Because<'a>> {
    match counted.first() {
        Some(first) => vec![Because { situation: first.name(), reason: &joins.advice.none }],
        None => Vec::new(),
    }
}

fn others<'a>(
    joins: &'a Joins,
    counted: &[&'a Situation],
    recommended: Option<Join>,
) -> Vec<Other<'a>> {
    if counted.is_empty() {
        return Vec::new();
    }
    let rest = Join::ALL.into_iter().filter(|join| Some(*join) != recommended);
    let mut others: Vec<Other<'a>> = rest.map(|join| other(joins, counted, join)).collect();
    // Stable: where both are possible, the better join stays first.
    others.sort_by_key(|other| !other.possible);
    others
}

fn other<'a>(joins: &'a Joins, counted: &[&'a Situation], join: Join) -> Other<'a> {
    let against = votes(counted.iter().filter(|one| one.rules_out(join)).copied(), join);
    if !against.is_empty() {
        return Other { join, possible: false, because: against };
    }
    let mut because = votes(counted.iter().copied(), join);
    let asked_for = counted.iter().any(|one| one.prefers(join));
    let general = match (because.is_empty(), asked_for) {
        (true, _) => Some(&joins.advice.silent),
        (false, true) => Some(&joins.advice.fewer),
        (false, false) => None,
    };
    because.extend(general.map(|reason| Because { situation: "", reason }));
    Other { join, possible: true, because }
}

/// What these situations say of a join, each reason once.
fn votes<'a>(situations: impl Iterator<Item = &'a Situation>, join: Join) -> Vec<Because<'a>> {
    let mut reasons: Vec<Because<'a>> = Vec::new();
    for situation in situations {
        let Some(reason) = situation.vote(join).map(Vote::reason) else { continue };
        if !reasons.iter().any(|known| known.reason == reason) {
            reasons.push(Because { situation: situation.name(), reason });
        }
    }
    reasons
}
