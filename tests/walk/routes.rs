//! Facts and turns in, screens out.

use joinbench::check::{Fact, Question};
use joinbench::walk::{MOST_VISITS, Outcome, Turn, minutes, open_branches, route, suppose};
use proptest::prelude::*;

use crate::support::{WALKS, facts, known, line, plain, turn, walk};

/// One block of `routes.txt`.
struct Situation<'t> {
    title: &'t str,
    walk: &'t str,
    know: &'t str,
    turns: Vec<Turn>,
    meet: String,
}

fn situations() -> Vec<Situation<'static>> {
    include_str!("routes.txt")
        .split("\n\n")
        .filter(|block| block.contains("walk "))
        .map(read)
        .collect()
}

fn read(block: &'static str) -> Situation<'static> {
    let mut found =
        Situation { title: "", walk: "", know: "", turns: Vec::new(), meet: String::new() };
    for text in block.lines() {
        match text.split_once(' ').unwrap_or((text, "")) {
            ("#", title) => found.title = title,
            ("walk", id) => found.walk = id,
            ("know", words) => found.know = words,
            ("turn", way) => {
                let (at, went) = way.split_once(" > ").unwrap();
                found.turns.push(turn(at, went));
            }
            ("meet", ids) => ids.clone_into(&mut found.meet),
            ("", ids) => found.meet = format!("{} {}", found.meet, ids.trim()),
            (other, _) => panic!("`{other}` is no word of routes.txt"),
        }
    }
    found
}

#[test]
fn each_situation_meets_its_screens() {
    let all = situations();
    assert!(all.len() >= 12, "only {} situations were read", all.len());
    for situation in all {
        let known = known(situation.know);
        let stops = route(walk(situation.walk), &facts(&known), &situation.turns);
        assert_eq!(line(&stops), situation.meet, "{}", situation.title);
    }
}

#[test]
fn each_what_if_changes_the_walk() {
    for walk in WALKS.iter() {
        let plain = plain(walk);
        let base = facts(&plain);
        let before = line(&route(walk, &base, &[]));
        assert!(!walk.what_ifs.is_empty());
        for what_if in &walk.what_ifs {
            let after = line(&route(walk, &suppose(&base, [(what_if, true)]), &[]));
            assert_ne!(before, after, "{}: {}", walk.id, what_if.id);
        }
    }
}

#[test]
fn a_rehearsal_with_every_what_if_off_joins_without_a_doubt_that_facts_could_settle() {
    for walk in WALKS.iter() {
        let plain = plain(walk);
        let facts = facts(&plain);
        let stops = route(walk, &facts, &[]);
        assert_eq!(stops.last().unwrap().screen.outcome, Some(Outcome::Joined), "{}", walk.id);
        for stop in &stops {
            let open = open_branches(stop.screen, &facts);
            assert!(open.len() == 1 || open.iter().any(|b| b.maybe) || stop.screen.next.is_empty());
        }
    }
}

#[test]
fn a_what_if_knows_whether_the_facts_say_so_already() {
    use joinbench::check::Truth;
    let mfa = walk("new-device").what_if("mfa").unwrap();
    let check = |words: &str, expected| {
        let known = known(words);
        assert_eq!(mfa.holds(&facts(&known)), expected, "{words}");
    };
    check("mfa_required=yes", Truth::Yes);
    check("mfa_required=no", Truth::No);
    check("", Truth::Unknown);
}

#[test]
fn retries_end_although_every_turn_goes_back() {
    let walk = walk("new-device");
    let mut turns = vec![turn("password", "password-wrong")];
    turns.extend((0..100).map(|_| turn("password-wrong", "password-wrong")));
    let stops = route(walk, &facts(&[]), &turns);
    let retries = stops.iter().filter(|stop| stop.screen.id.as_str() == "password-wrong").count();
    assert_eq!(retries, usize::from(MOST_VISITS));
    assert_eq!(stops.last().unwrap().screen.outcome, Some(Outcome::Joined));
}

#[test]
fn a_turn_that_a_screen_does_not_offer_is_passed_over() {
    let walk = walk("new-device");
    let wrong = [turn("region", "desktop"), turn("nowhere", "desktop"), turn("desktop", "nowhere")];
    assert_eq!(line(&route(walk, &facts(&[]), &wrong)), line(&route(walk, &facts(&[]), &[])));
}

#[test]
fn the_time_of_a_walk_is_a_span_and_a_failure_is_shorter() {
    let walk = walk("existing-device");
    let plain = plain(walk);
    let whole = minutes(&route(walk, &facts(&plain), &[]));
    let offline = known("internet_at_join=no");
    let stopped = minutes(&route(walk, &facts(&offline), &[]));
    assert!(0 < whole.0 && whole.0 < whole.1);
    assert!(stopped.0 < whole.0);
}

/// Any fact that a walk asks about, with any value that it can have.
fn any_facts() -> impl Strategy<Value = Vec<(Fact, joinbench::device::Value)>> {
    const WORDS: &[&str] = &[
        "mfa_required=yes",
        "mfa_required=no",
        "mfa_method=yes",
        "mfa_method=no",
        "identity=federated",
        "identity=managed",
        "sign_in_method=password",
        "sign_in_method=security-key",
        "sign_in_method=temporary-access-pass",
        "auto_enroll=yes",
        "auto_enroll=no",
        "mdm_license=yes",
        "mdm_license=no",
        "hello_for_business=yes",
        "hello_for_business=no",
        "account_may_join=yes",
        "account_may_join=no",
        "device_limit=5",
        "devices_owned=5",
        "devices_owned=4",
        "internet_at_join=yes",
        "internet_at_join=no",
        "edition_family=home",
        "edition_family=client",
        "domain_joined=yes",
        "domain_joined=no",
        "entra_joined=yes",
        "entra_joined=no",
        "entra_registered=yes",
        "entra_registered=no",
        "session_user=standard",
        "session_user=administrator",
        "session_user=built-in-administrator",
    ];
    proptest::sample::subsequence(WORDS, 0..=WORDS.len()).prop_map(|words| known(&words.join(" ")))
}

/// Turns between any two screens, most of them ways that exist.
fn any_turns(walk: &'static joinbench::walk::Walk) -> impl Strategy<Value = Vec<Turn>> {
    let mut ways: Vec<Turn> = walk
        .screens
        .iter()
        .flat_map(|screen| {
            let to = |went: &_| Turn { at_screen: screen.id.clone(), went: Clone::clone(went) };
            screen.exits().map(to).collect::<Vec<_>>()
        })
        .collect();
    ways.push(turn("nowhere", "desktop"));
    prop::collection::vec(prop::sample::select(ways), 0..60)
}

fn walks_and_turns() -> impl Strategy<Value = (&'static joinbench::walk::Walk, Vec<Turn>)> {
    let ids = prop::sample::select(vec!["new-device", "existing-device"]);
    ids.prop_flat_map(|id| (Just(walk(id)), any_turns(walk(id))))
}

proptest! {
    #[test]
    fn every_route_ends_where_a_walk_ends(known in any_facts(), (walk, turns) in walks_and_turns()) {
        let stops = route(walk, &facts(&known), &turns);
        prop_assert!(stops.last().unwrap().screen.outcome.is_some(), "{}", line(&stops));
        prop_assert!(!stops[0].may_appear && !stops.last().unwrap().may_appear);
        for pair in stops.windows(2) {
            prop_assert!(pair[0].screen.exits().any(|exit| *exit == pair[1].screen.id));
        }
    }

    #[test]
    fn what_is_certain_stays_on_the_route_when_more_becomes_known(known in any_facts(), more in any_facts()) {
        for walk in WALKS.iter() {
            let before = route(walk, &facts(&known), &[]);
            let both: Vec<_> = more.iter().chain(&known).cloned().collect();
            let after = route(walk, &facts(&both), &[]);
            if after.last().unwrap().screen.id != before.last().unwrap().screen.id {
                continue;
            }
            for sure in before.iter().filter(|stop| !stop.may_appear) {
                prop_assert!(
                    after.iter().any(|stop| stop.screen.id == sure.screen.id),
                    "{} is gone\n{}\n{}", sure.screen.id, line(&before), line(&after)
                );
            }
        }
    }
}

#[test]
fn walks_are_found_by_their_join_path() {
    use joinbench::check::JoinPath;
    assert_eq!(WALKS.for_path(JoinPath::OutOfBox).unwrap().id, "new-device");
    assert_eq!(WALKS.for_path(JoinPath::Settings).unwrap().id, "existing-device");
    assert!(WALKS.for_path(JoinPath::Package).is_none());
    assert!(Fact::Answer(Question::InternetAtJoin).id() == "internet_at_join");
}
