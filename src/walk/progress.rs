//! What a person did on a walk: ticked screens, turns taken, the place they are at.
//!
//! Nothing here reads a clock: the time of a tick is an argument. The functions
//! that move take the stops of the present route ([`super::route`]).

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::route::Stop;
use super::screen::{Outcome, ScreenId};

/// A ticked screen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Done {
    pub screen: ScreenId,
    /// Which visit of the screen: 0 is the first.
    #[serde(default)]
    pub visit: u16,
    pub at: Timestamp,
}

/// A way that the person took at the device, in place of the expected one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turn {
    pub at_screen: ScreenId,
    pub went: ScreenId,
}

/// What a person did on a walk; part of a saved plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Progress {
    /// When the walk was begun; the first tick otherwise.
    pub started: Option<Timestamp>,
    /// The ticks, oldest first.
    pub done: Vec<Done>,
    /// The turns, in the order of the route.
    pub turns: Vec<Turn>,
    /// The screen shown; `None` is the first.
    pub current: Option<ScreenId>,
    /// Which visit of the current screen.
    pub visit: u16,
}

impl Progress {
    /// Notes when the person began; a second call changes nothing.
    pub fn begin(&mut self, at: Timestamp) {
        self.started.get_or_insert(at);
    }

    /// The place on the route, counted from 0. When the current screen is no
    /// longer on the route, the first screen that is not ticked.
    #[must_use]
    pub fn here(&self, stops: &[Stop<'_>]) -> usize {
        let last = stops.len().saturating_sub(1);
        let Some(current) = &self.current else { return 0 };
        let same = |stop: &Stop<'_>| stop.screen.id == *current && stop.visit == self.visit;
        stops
            .iter()
            .position(same)
            .or_else(|| stops.iter().rposition(|stop| stop.screen.id == *current))
            .or_else(|| stops.iter().position(|stop| !self.is_done(stop)))
            .unwrap_or(last)
    }

    /// Whether a stop is ticked.
    #[must_use]
    pub fn is_done(&self, stop: &Stop<'_>) -> bool {
        self.done.iter().any(|done| is_of(done, stop))
    }

    /// How many stops of the route are ticked.
    #[must_use]
    pub fn done_count(&self, stops: &[Stop<'_>]) -> usize {
        stops.iter().filter(|stop| self.is_done(stop)).count()
    }

    /// Ticks the current screen and goes to the next one. A screen that is
    /// ticked keeps its time.
    pub fn mark_done(&mut self, stops: &[Stop<'_>], at: Timestamp) {
        let here = self.here(stops);
        let Some(stop) = stops.get(here) else { return };
        self.begin(at);
        if !self.is_done(stop) {
            let (screen, visit) = (stop.screen.id.clone(), stop.visit);
            self.done.push(Done { screen, visit, at });
        }
        self.go_to(stops, here + 1);
    }

    /// Takes the last tick back and shows its screen again. Says whether there was one.
    pub fn undo_mark(&mut self) -> bool {
        let Some(done) = self.done.pop() else { return false };
        self.current = Some(done.screen);
        self.visit = done.visit;
        true
    }

    /// Goes where the device went, from the current screen. What was turned or
    /// ticked further on belongs to another course and is forgotten.
    ///
    /// Says whether the screen has this way out; if not, nothing changes.
    pub fn take_turn(&mut self, stops: &[Stop<'_>], went: &ScreenId) -> bool {
        let here = self.here(stops);
        let Some((until_here, _)) = stops.split_at_checked(here + 1) else { return false };
        let Some(stop) = until_here.last() else { return false };
        if !stop.screen.exits().any(|exit| exit == went) {
            return false;
        }
        self.turns = turns_of(until_here);
        self.turns.push(Turn { at_screen: stop.screen.id.clone(), went: went.clone() });
        self.done.retain(|done| until_here.iter().any(|stop| is_of(done, stop)));
        let before = until_here.iter().filter(|stop| stop.screen.id == *went).count();
        self.visit = u16::try_from(before).unwrap_or(u16::MAX);
        self.current = Some(went.clone());
        true
    }

    /// Shows the screen before; ticks and turns stay.
    pub fn back(&mut self, stops: &[Stop<'_>]) {
        self.go_to(stops, self.here(stops).saturating_sub(1));
    }

    /// Shows a stop of the route; behind the last one, the last one.
    pub fn go_to(&mut self, stops: &[Stop<'_>], index: usize) {
        if let Some(stop) = stops.get(index).or(stops.last()) {
            self.current = Some(stop.screen.id.clone());
            self.visit = stop.visit;
        }
    }

    /// How the walk ended; `None` while its last screen is not ticked.
    #[must_use]
    pub fn finished<'w>(&self, stops: &[Stop<'w>]) -> Option<&'w Outcome> {
        let last = stops.last().filter(|stop| self.is_done(stop))?;
        last.screen.outcome.as_ref()
    }

    /// The time from the beginning to the tick of the last screen, or until now
    /// while the walk goes on. Zero before the beginning.
    #[must_use]
    pub fn elapsed(&self, stops: &[Stop<'_>], now: Timestamp) -> SignedDuration {
        let Some(started) = self.started.or(self.done.first().map(|done| done.at)) else {
            return SignedDuration::ZERO;
        };
        let ended = stops
            .last()
            .and_then(|stop| self.done.iter().find(|done| is_of(done, stop)))
            .map_or(now, |done| done.at);
        ended.duration_since(started).max(SignedDuration::ZERO)
    }
}

fn is_of(done: &Done, stop: &Stop<'_>) -> bool {
    done.screen == stop.screen.id && done.visit == stop.visit
}

/// The turns that led along these stops.
fn turns_of(stops: &[Stop<'_>]) -> Vec<Turn> {
    let pairs = stops.iter().zip(stops.iter().skip(1)).filter(|(_, to)| to.by_turn);
    let turn = |(from, to): (&Stop<'_>, &Stop<'_>)| Turn {
        at_screen: from.screen.id.clone(),
        went: to.screen.id.clone(),
    };
    pairs.map(turn).collect()
}
