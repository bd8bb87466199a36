//! Checks of a walk when it is loaded, so that every route through it ends.

use std::collections::BTreeSet;

use super::fault::Fault;
use super::library::Walk;
use super::screen::{Outcome, Screen, ScreenId};
use crate::check::{Condition, Fact};
use crate::device::{Kind, Value};

/// Finds the first fault of a walk.
pub(super) fn vet(walk: &Walk) -> Result<(), Fault> {
    same_ids(walk)?;
    for screen in &walk.screens {
        complete(screen)?;
        ways(walk, screen)?;
        for branch in &screen.next {
            values(&branch.when, &screen.id)?;
        }
    }
    suppositions(walk)?;
    reachable(walk)?;
    no_circle(walk)
}

fn same_ids(walk: &Walk) -> Result<(), Fault> {
    let mut seen = BTreeSet::new();
    match walk.screens.iter().find(|screen| !seen.insert(&screen.id)) {
        Some(screen) => Err(Fault::SameId(screen.id.clone())),
        None => Ok(()),
    }
}

fn complete(screen: &Screen) -> Result<(), Fault> {
    let parts = [
        (screen.phase.is_empty(), "`phase`"),
        (screen.title.is_empty(), "`title`"),
        (screen.do_.is_empty(), "what to `do`"),
        (screen.otherwise.is_empty(), "an `otherwise`"),
        (screen.replica.heading.is_empty(), "the replica's `heading`"),
    ];
    match parts.into_iter().find(|(missing, _)| *missing) {
        Some((_, what)) => Err(Fault::Missing { at: screen.id.clone(), what }),
        None => Ok(()),
    }
}

fn ways(walk: &Walk, screen: &Screen) -> Result<(), Fault> {
    if let Some(go) = screen.exits().find(|exit| walk.screen(exit).is_none()) {
        return Err(Fault::NoSuchScreen { at: screen.id.clone(), go: go.clone() });
    }
    match (screen.next.last(), &screen.outcome) {
        (None, None) => Err(Fault::DeadEnd(screen.id.clone())),
        (Some(_), Some(_)) => Err(Fault::NextAfterEnd(screen.id.clone())),
        (Some(last), None) if !last.is_sure() => Err(Fault::NoSureWay(screen.id.clone())),
        (Some(_), None) | (None, Some(_)) => Ok(()),
    }
}

fn reachable(walk: &Walk) -> Result<(), Fault> {
    let start = walk.screen(&walk.start).ok_or_else(|| Fault::NoStart(walk.start.clone()))?;
    let mut seen: BTreeSet<&ScreenId> = BTreeSet::new();
    let mut todo = vec![start];
    while let Some(screen) = todo.pop() {
        if seen.insert(&screen.id) {
            todo.extend(screen.exits().filter_map(|exit| walk.screen(exit)));
        }
    }
    if let Some(lost) = walk.screens.iter().find(|screen| !seen.contains(&screen.id)) {
        return Err(Fault::Unreachable(lost.id.clone()));
    }
    let joins = walk.screens.iter().any(|screen| screen.outcome == Some(Outcome::Joined));
    if joins { Ok(()) } else { Err(Fault::NeverJoined) }
}

/// Takes away the screens whose ways all lead to screens taken away before.
/// What is left over stands in a circle or before one.
fn no_circle(walk: &Walk) -> Result<(), Fault> {
    let mut left: Vec<&Screen> = walk.screens.iter().collect();
    loop {
        let ids: BTreeSet<&ScreenId> = left.iter().map(|screen| &screen.id).collect();
        let before = left.len();
        left.retain(|screen| screen.next.iter().any(|branch| ids.contains(&branch.go)));
        if left.len() == before {
            break;
        }
    }
    match left.into_iter().find(|screen| returns(walk, screen)) {
        Some(screen) => Err(Fault::Circle(screen.id.clone())),
        None => Ok(()),
    }
}

/// Whether the branches of a screen lead back to it.
fn returns(walk: &Walk, start: &Screen) -> bool {
    let mut seen: BTreeSet<&ScreenId> = BTreeSet::new();
    let mut todo: Vec<&ScreenId> = start.next.iter().map(|branch| &branch.go).collect();
    while let Some(id) = todo.pop() {
        if *id == start.id {
            return true;
        }
        if seen.insert(id)
            && let Some(screen) = walk.screen(id)
        {
            todo.extend(screen.next.iter().map(|branch| &branch.go));
        }
    }
    false
}

fn suppositions(walk: &Walk) -> Result<(), Fault> {
    for what_if in &walk.what_ifs {
        let mut values = what_if.sets.iter().chain(&what_if.clears);
        if let Some((fact, value)) = values.find(|(fact, value)| !fits(fact.kind(), value)) {
            let (fact, value) = (*fact, value.to_string());
            return Err(Fault::CannotSuppose { what_if: what_if.id.clone(), fact, value });
        }
    }
    Ok(())
}

/// A misspelled value would close a way forever, so it is a fault.
fn values(condition: &Condition, at: &ScreenId) -> Result<(), Fault> {
    let check = |fact: Fact, value: &Value| {
        if fits(fact.kind(), value) {
            return Ok(());
        }
        Err(Fault::CannotBe { at: at.clone(), fact, value: value.to_string() })
    };
    match condition {
        Condition::Is(fact, value) => check(*fact, value),
        Condition::OneOf(fact, values) => values.iter().try_for_each(|value| check(*fact, value)),
        Condition::Not(inner) => values(inner, at),
        Condition::All(parts) | Condition::Any(parts) => {
            parts.iter().try_for_each(|part| values(part, at))
        }
        Condition::Always
        | Condition::Below(..)
        | Condition::AtLeast(..)
        | Condition::Reaches(..)
        | Condition::StartsWith(..) => Ok(()),
    }
}

fn fits(kind: Kind, value: &Value) -> bool {
    match (kind, value) {
        (Kind::YesNo, Value::Bool(_))
        | (Kind::Number { .. }, Value::Number(_))
        | (Kind::Text, Value::Text(_)) => true,
        (Kind::Choice(words), Value::Text(text)) => words.contains(&text.as_ref()),
        _ => false,
    }
}
