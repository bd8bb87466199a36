//! The screens that a person will meet, in order.

use std::collections::BTreeSet;

use super::library::Walk;
use super::progress::Turn;
use super::screen::{Branch, Minutes, Screen, ScreenId};
use crate::check::{Facts, Truth};

/// One screen of a route.
#[derive(Debug, Clone, Copy)]
pub struct Stop<'w> {
    pub screen: &'w Screen,
    /// How often the route was on this screen before: 0 the first time.
    pub visit: u16,
    /// Something that is not known decides whether the screen comes.
    pub may_appear: bool,
    /// The person said at the device that this screen came.
    pub by_turn: bool,
}

/// How many visits of one screen turns can lead to, so that retries end.
pub const MOST_VISITS: u16 = 9;

/// The ways out of a screen that the facts leave open, up to the first that is
/// sure. One alone is certain; of several, which one is taken is not known.
#[must_use]
pub fn open_branches<'w>(screen: &'w Screen, facts: &Facts<'_>) -> Vec<&'w Branch> {
    let mut open = Vec::new();
    for branch in &screen.next {
        match branch.open(facts) {
            Truth::No => {}
            Truth::Unknown => open.push(branch),
            Truth::Yes => {
                open.push(branch);
                break;
            }
        }
    }
    open
}

/// The way to expect: the likely one, or else the last, which is the sure one.
fn expected<'w>(open: &[&'w Branch]) -> Option<&'w Branch> {
    open.iter().find(|branch| branch.likely).or(open.last()).copied()
}

/// The screens this person will meet, in order, given the facts and the turns
/// that they took at the device.
///
/// It ends always: branches have no circle (checked when a walk is loaded), and
/// turns, which can go back, are followed to one screen [`MOST_VISITS`] times at most.
#[must_use]
pub fn route<'w>(walk: &'w Walk, facts: &Facts<'_>, turns: &[Turn]) -> Vec<Stop<'w>> {
    let mut stops: Vec<Stop<'w>> = Vec::new();
    let mut ahead = turns;
    let mut here = walk.screen(&walk.start).map(|screen| (screen, false));
    while let Some((screen, by_turn)) = here {
        stops.push(Stop { screen, visit: visits(&stops, screen), may_appear: false, by_turn });
        let turned = turn_at(screen, &mut ahead).and_then(|went| walk.screen(went));
        here = match turned {
            Some(target) if visits(&stops, target) < MOST_VISITS => Some((target, true)),
            _ => expected(&open_branches(screen, facts))
                .and_then(|branch| walk.screen(&branch.go))
                .map(|target| (target, false)),
        };
    }
    mark_uncertain(walk, facts, &mut stops);
    stops
}

fn visits(stops: &[Stop<'_>], screen: &Screen) -> u16 {
    let count = stops.iter().filter(|stop| stop.screen.id == screen.id).count();
    u16::try_from(count).unwrap_or(u16::MAX)
}

/// The next turn that was taken on this screen and that it still offers. Turns
/// before it belong to screens that the route no longer meets.
fn turn_at<'t>(screen: &Screen, ahead: &mut &'t [Turn]) -> Option<&'t ScreenId> {
    let offered =
        |turn: &Turn| turn.at_screen == screen.id && screen.exits().any(|exit| *exit == turn.went);
    let at = ahead.iter().position(offered)?;
    let (passed, rest) = ahead.split_at_checked(at + 1)?;
    *ahead = rest;
    passed.last().map(|turn| &turn.went)
}

/// Marks the stops after the last turn that the device may pass by on its way
/// to the same end.
fn mark_uncertain(walk: &Walk, facts: &Facts<'_>, stops: &mut [Stop<'_>]) {
    let known = stops.iter().rposition(|stop| stop.by_turn).unwrap_or(0);
    let Some((ahead, end)) = stops
        .split_at_mut_checked(known)
        .and_then(|(_, ahead)| ahead.last().map(|stop| stop.screen).map(|end| (ahead, end)))
    else {
        return;
    };
    let Some(from) = ahead.first().map(|stop| stop.screen) else { return };
    for stop in ahead.iter_mut().skip(1).filter(|stop| stop.screen.id != end.id) {
        stop.may_appear = can_pass_by(walk, facts, from, end, stop.screen);
    }
}

/// Whether an open way leads from one screen to another and leaves a third out.
fn can_pass_by(walk: &Walk, facts: &Facts<'_>, from: &Screen, end: &Screen, out: &Screen) -> bool {
    let mut seen = BTreeSet::from([&out.id]);
    let mut todo = vec![from];
    while let Some(screen) = todo.pop() {
        if screen.id == end.id {
            return true;
        }
        if seen.insert(&screen.id) {
            todo.extend(open_branches(screen, facts).iter().filter_map(|b| walk.screen(&b.go)));
        }
    }
    false
}

/// How long a route takes, in whole minutes. The lower figure leaves out the
/// screens that may not come.
#[must_use]
pub fn minutes(stops: &[Stop<'_>]) -> Minutes {
    let mut sum = Minutes::default();
    for stop in stops {
        let Minutes(least, most) = stop.screen.minutes;
        sum.0 = sum.0.saturating_add(if stop.may_appear { 0 } else { least });
        sum.1 = sum.1.saturating_add(most);
    }
    sum
}
