//! Ticking screens at the device.

use jiff::{SignedDuration, Timestamp};
use joinbench::walk::{Outcome, Progress, Stop, route};

use crate::support::{facts, id, known, walk};

const KNOWN: &str = "mfa_required=no auto_enroll=no hello_for_business=no identity=managed \
    sign_in_method=password edition_family=client internet_at_join=yes";

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_795_000_000 + second).unwrap()
}

/// The screen a person is at, the count of ticks, and the turns.
fn shown(progress: &Progress) -> String {
    let stops = stops(progress);
    let here = progress.here(&stops);
    format!("{} {}/{}", stops[here].screen.id, progress.done_count(&stops), here)
}

fn stops(progress: &Progress) -> Vec<Stop<'static>> {
    let known = known(KNOWN);
    route(walk("new-device"), &facts(&known), &progress.turns)
}

fn tick(progress: &mut Progress, times: i64) {
    for _ in 0..times {
        let now = at(10 * i64::try_from(progress.done.len() + 1).unwrap());
        progress.mark_done(&stops(progress), now);
    }
}

/// Ticks until the person is at a screen.
fn tick_to(progress: &mut Progress, screen: &str) {
    for _ in 0..100 {
        if shown(progress).starts_with(&format!("{screen} ")) {
            return;
        }
        tick(progress, 1);
    }
    panic!("{screen} never came");
}

fn turn(progress: &mut Progress, went: &str) -> bool {
    progress.take_turn(&stops(progress), &id(went))
}

#[test]
fn a_walk_begins_at_its_first_screen() {
    assert_eq!(shown(&Progress::default()), "power-on 0/0");
}

#[test]
fn a_tick_goes_on_to_the_next_screen() {
    let mut progress = Progress::default();
    tick(&mut progress, 2);
    assert_eq!(shown(&progress), "keyboard 2/2");
}

#[test]
fn back_loses_nothing_and_a_second_tick_keeps_the_time_of_the_first() {
    let mut progress = Progress::default();
    tick(&mut progress, 3);
    let before = progress.clone();
    progress.back(&stops(&progress));
    assert_eq!(shown(&progress), "keyboard 3/2");
    progress.mark_done(&stops(&progress), at(999));
    assert_eq!(progress, before);
    for _ in 0..9 {
        progress.back(&stops(&progress));
    }
    assert_eq!(shown(&progress), "power-on 3/0");
}

#[test]
fn a_tick_can_be_taken_back() {
    let mut progress = Progress::default();
    tick(&mut progress, 2);
    assert!(progress.undo_mark());
    assert_eq!(shown(&progress), "region 1/1");
    assert!(progress.undo_mark());
    assert!(!progress.undo_mark());
}

#[test]
fn a_retry_is_a_visit_of_its_own() {
    let mut progress = Progress::default();
    tick_to(&mut progress, "password");
    assert!(turn(&mut progress, "password-wrong"));
    assert!(turn(&mut progress, "address"));
    let again = stops(&progress);
    let here = progress.here(&again);
    assert_eq!((again[here].screen.id.as_str(), again[here].visit), ("address", 1));
    assert!(!progress.is_done(&again[here]), "the first visit is ticked, not this one");
    progress.back(&again);
    progress.back(&again);
    progress.back(&again);
    assert_eq!(again[progress.here(&again)].visit, 0);
    assert_eq!(progress.turns.len(), 2, "going back keeps the turns");
}

#[test]
fn a_turn_further_back_forgets_the_course_that_did_not_happen() {
    let mut progress = Progress::default();
    tick_to(&mut progress, "password");
    turn(&mut progress, "password-wrong");
    tick_to(&mut progress, "privacy");
    let stops_then = stops(&progress);
    let address = stops_then.iter().position(|s| s.screen.id.as_str() == "address").unwrap();
    progress.go_to(&stops_then, address);
    assert!(turn(&mut progress, "choose-security-key"));
    let ways: Vec<_> = progress.turns.iter().map(|t| t.went.as_str()).collect();
    assert_eq!(ways, ["choose-security-key"]);
    assert!(progress.done.iter().all(|done| done.screen.as_str() != "registering"));
}

#[test]
fn a_way_that_the_screen_does_not_have_is_not_taken() {
    let mut progress = Progress::default();
    tick(&mut progress, 1);
    let before = progress.clone();
    assert!(!turn(&mut progress, "desktop"));
    assert_eq!(progress, before);
}

#[test]
fn the_end_is_reached_when_the_last_screen_is_ticked() {
    let mut progress = Progress::default();
    tick_to(&mut progress, "report");
    assert_eq!(progress.finished(&stops(&progress)), None);
    tick(&mut progress, 1);
    assert_eq!(progress.finished(&stops(&progress)), Some(&Outcome::Joined));
    assert_eq!(progress.done_count(&stops(&progress)), stops(&progress).len());
}

#[test]
fn a_failure_is_an_end_too() {
    let mut progress = Progress::default();
    tick_to(&mut progress, "registering");
    turn(&mut progress, "stopped-device-limit");
    tick(&mut progress, 1);
    let code = Some("0x801C000E".to_owned());
    assert_eq!(progress.finished(&stops(&progress)), Some(&Outcome::Failed { code }));
}

#[test]
fn time_runs_from_the_beginning_to_now_and_stops_at_the_end() {
    let mut progress = Progress::default();
    let elapsed = |progress: &Progress, now| progress.elapsed(&stops(progress), at(now));
    assert_eq!(elapsed(&progress, 50), SignedDuration::ZERO);
    progress.begin(at(8));
    progress.begin(at(9));
    assert_eq!(elapsed(&progress, 200), SignedDuration::from_secs(192));
    assert_eq!(elapsed(&progress, 0), SignedDuration::ZERO, "a clock that was set back");
    tick_to(&mut progress, "report");
    tick(&mut progress, 1);
    assert_eq!(elapsed(&progress, 99_999), elapsed(&progress, 88_888));
}

#[test]
fn a_person_whose_screen_left_the_route_is_sent_to_the_first_that_is_not_ticked() {
    let mut progress = Progress::default();
    tick(&mut progress, 4);
    progress.current = Some(id("hello-pin"));
    let stops = stops(&progress);
    assert_eq!(progress.here(&stops), 4);
}

#[test]
fn progress_is_saved_and_read_back() {
    let mut progress = Progress::default();
    tick_to(&mut progress, "password");
    turn(&mut progress, "password-wrong");
    let options = joinbench::wizard::options();
    let text = options.to_string_pretty(&progress, ron::ser::PrettyConfig::default()).unwrap();
    assert_eq!(options.from_str::<Progress>(&text).unwrap(), progress, "{text}");
    assert_eq!(options.from_str::<Progress>("()").unwrap(), Progress::default());
}
