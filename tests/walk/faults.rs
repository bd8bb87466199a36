//! A walk that cannot be used is refused with its file, line and screen.

use joinbench::walk::Walks;
use joinbench::wizard::Source;

/// A walk of two screens. `first` holds what differs in the first of them.
fn two_screens(first: &str) -> String {
    format!(
        r#"(id: "w", path: settings, title: "t", about: "a", sources: [], start: "a",
what_ifs: [(id: "x", label: "l", about: "a", sets: [("mfa_required", true)], clears: [])],
screens: [
(id: "a", phase: "p", title: "t", do: ["d"], minutes: (0, 1), replica: (frame: Boot, heading: "h"),
otherwise: [(sees: "s", then: "t")], {first}),
(id: "z", phase: "p", title: "t", do: ["d"], minutes: (0, 1), replica: (frame: Boot, heading: "h"),
otherwise: [(sees: "s", then: "t", go: "a")], outcome: Joined)])"#
    )
}

fn load(text: String) -> Result<Walks, String> {
    let source = Source { name: "walks/w.ron".into(), text };
    Walks::from_sources(&[source]).map_err(|error| error.to_string())
}

fn check(text: String, expected: &str) {
    assert_eq!(load(text).unwrap_err(), expected);
}

#[test]
fn the_sound_walk_of_these_tests_is_taken() {
    load(two_screens(r#"next: [(go: "z")]"#)).unwrap();
}

#[test]
fn a_way_to_nowhere_is_refused() {
    check(
        two_screens(r#"next: [(go: "y"), (go: "z")]"#),
        "walks/w.ron:4:2: screen `a`: it goes to `y`, which is no screen",
    );
}

#[test]
fn a_screen_that_no_way_reaches_is_refused() {
    check(two_screens("outcome: Joined"), "walks/w.ron:6:2: screen `z`: no way leads here");
}

#[test]
fn a_dead_end_is_refused() {
    check(
        two_screens("next: []"),
        "walks/w.ron:4:2: screen `a`: no way leads on; add `next` or `outcome`",
    );
}

#[test]
fn a_way_on_from_the_end_is_refused() {
    check(
        two_screens(r#"next: [(go: "z")], outcome: Failed()"#),
        "walks/w.ron:4:2: screen `a`: the walk ends here, so `next` must be empty",
    );
}

#[test]
fn a_last_way_that_can_be_closed_is_refused() {
    let refused =
        "walks/w.ron:4:2: screen `a`: the last way must be open always, without `when` and `maybe`";
    check(two_screens(r#"next: [(when: Is("mfa_required", true), go: "z")]"#), refused);
    check(two_screens(r#"next: [(go: "z", maybe: true)]"#), refused);
}

#[test]
fn branches_in_a_circle_are_refused() {
    check(
        two_screens(r#"next: [(when: Is("mfa_required", true), go: "a"), (go: "z")]"#),
        "walks/w.ron:4:2: screen `a`: its ways lead back to it; only `otherwise` may go back",
    );
}

#[test]
fn a_value_that_a_fact_cannot_have_is_refused() {
    check(
        two_screens(r#"next: [(when: Not(Is("identity", "federatedd")), go: "z"), (go: "z")]"#),
        "walks/w.ron:4:2: screen `a`: `identity` cannot have the value `federatedd`",
    );
    check(
        two_screens(r#"next: [(go: "z")]"#).replace(r#""mfa_required", true"#, r#""build", true"#),
        "walks/w.ron:2:13: what-if `x`: `build` cannot have the value `yes`",
    );
}

#[test]
fn what_a_screen_owes_is_asked_for() {
    check(
        two_screens(r#"next: [(go: "z")]"#).replacen(r#"heading: "h""#, r#"heading: """#, 1),
        "walks/w.ron:4:2: screen `a`: the replica's `heading` is missing",
    );
    check(
        two_screens(r#"next: [(go: "z")]"#).replacen(r#"[(sees: "s", then: "t")]"#, "[]", 1),
        "walks/w.ron:4:2: screen `a`: an `otherwise` is missing",
    );
}

#[test]
fn a_start_that_is_no_screen_is_refused() {
    check(
        two_screens(r#"next: [(go: "z")]"#).replace(r#"start: "a""#, r#"start: "b""#),
        "walks/w.ron:0:0: there is no screen `b` to start with",
    );
}

#[test]
fn two_screens_or_two_walks_of_one_name_are_refused() {
    check(
        two_screens(r#"next: [(go: "z")]"#).replace(r#"(id: "z""#, r#"(id: "a""#),
        "walks/w.ron:4:2: screen `a`: another screen has this id too",
    );
    let source = Source { name: "walks/w.ron".into(), text: two_screens(r#"next: [(go: "z")]"#) };
    let twice = Walks::from_sources(&[source.clone(), source]).unwrap_err();
    assert_eq!(twice.message, "another walk is called `w` too");
}

#[test]
fn a_walk_that_never_joins_is_refused() {
    check(
        two_screens(r#"next: [(go: "z")]"#).replace("outcome: Joined", "outcome: Failed()"),
        "walks/w.ron:0:0: no screen ends with `Joined`",
    );
}

#[test]
fn a_misspelled_name_is_refused_with_its_place() {
    let refused = load(two_screens(r#"nextt: [(go: "z")]"#)).unwrap_err();
    assert!(refused.starts_with("walks/w.ron:5:"), "{refused}");
    assert!(refused.contains("nextt"), "{refused}");
}
