//! What a walk says, and what its replicas need to be drawn.

use joinbench::walk::{Item, Outcome, PLACEHOLDERS, Screen, Words, fill, spans};

use crate::support::WALKS;

/// Every screen of every walk, with its name for messages.
fn screens() -> impl Iterator<Item = (String, &'static Screen)> {
    WALKS.iter().flat_map(|walk| {
        walk.screens.iter().map(|screen| (format!("{}: {}", walk.id, screen.id), screen))
    })
}

fn sentences(screen: &Screen) -> Vec<&str> {
    let mut all: Vec<&str> = screen.do_.iter().map(String::as_str).collect();
    all.extend(screen.see.iter().map(|cue| cue.0.as_str()));
    all.extend(screen.hints.iter().map(|hint| hint.text.as_str()));
    all.extend(screen.otherwise.iter().flat_map(|other| [other.sees.as_str(), &other.then]));
    all
}

fn every_text(screen: &Screen) -> Vec<&str> {
    let mut all = sentences(screen);
    all.extend([screen.phase.as_str(), &screen.title]);
    all.extend(screen.wording.iter().flat_map(|wording| [wording.on.as_str(), &wording.says]));
    all.extend(screen.replica.texts());
    all
}

#[test]
fn both_walks_are_long_enough_to_be_whole() {
    for walk in WALKS.iter() {
        assert!(walk.screens.len() >= 30, "{} has {} screens", walk.id, walk.screens.len());
        assert!(!walk.title.is_empty() && walk.about.ends_with('.') && !walk.sources.is_empty());
        assert!(walk.sources.iter().all(|source| source.url.starts_with("https://")));
        assert!(walk.what_ifs.iter().all(|w| !w.label.is_empty() && w.about.ends_with('.')));
    }
}

#[test]
fn every_sentence_is_one() {
    for (name, screen) in screens() {
        for text in sentences(screen) {
            let end = text.trim_end_matches('*').trim_end_matches('"');
            assert!(end.ends_with(['.', '?', '!']), "{name}: {text}");
            assert!(
                text.starts_with(|c: char| c.is_uppercase() || c.is_numeric() || "\"*".contains(c)),
                "{name}: {text}"
            );
            assert!(text.len() <= 230, "{name} is long: {text}");
            assert!(!text.contains("  "), "{name}: {text}");
        }
    }
}

#[test]
fn titles_and_phases_are_short_and_without_a_period() {
    for (name, screen) in screens() {
        assert!(
            !screen.title.ends_with('.') && screen.title.len() <= 48,
            "{name}: {}",
            screen.title
        );
        assert!(screen.phase.split(' ').count() <= 3, "{name}: {}", screen.phase);
    }
}

#[test]
fn every_screen_tells_what_to_see_and_how_long_it_takes() {
    for (name, screen) in screens() {
        assert!(!screen.see.is_empty(), "{name}");
        assert!(screen.minutes.1 >= screen.minutes.0.max(1), "{name}");
    }
}

#[test]
fn no_text_is_empty_and_no_mark_is_left_open() {
    for (name, screen) in screens() {
        for text in every_text(screen) {
            assert!(!text.trim().is_empty(), "{name}");
            assert_eq!(text.matches("**").count() % 2, 0, "{name}: {text}");
            assert!(spans(text).count() > 0, "{name}: {text}");
        }
        assert!(screen.replica.texts().iter().all(|text| !text.contains("**")), "{name}");
    }
}

#[test]
fn every_placeholder_is_known() {
    for (name, screen) in screens() {
        for text in every_text(screen) {
            assert!(!fill(text, &Words::default()).contains('{'), "{name}: {text}");
        }
    }
    for placeholder in PLACEHOLDERS {
        let text = format!("{{{placeholder}}}");
        assert_ne!(fill(&text, &Words::default()), text);
    }
}

/// A phrase stands in for a name that is not known, and it is in lower case.
#[test]
fn no_sentence_begins_with_a_placeholder() {
    for (name, screen) in screens() {
        for text in sentences(screen) {
            assert!(!text.trim_start_matches('*').starts_with('{'), "{name}: {text}");
        }
    }
}

/// A person must find what to press: one thing on each screen that has buttons
/// and goes on, none on a screen where the walk stops.
#[test]
fn replicas_mark_what_to_press() {
    for (name, screen) in screens() {
        let replica = &screen.replica;
        let stopped = matches!(screen.outcome, Some(Outcome::Failed { .. }));
        if stopped {
            assert!(!replica.has_pick(), "{name}");
        } else if !replica.buttons.is_empty() {
            assert!(replica.has_pick(), "{name}");
        }
        assert!(replica.buttons.iter().filter(|button| button.primary).count() <= 1, "{name}");
        assert!(replica.buttons.iter().filter(|button| button.pick).count() <= 1, "{name}");
        assert!(replica.buttons.len() <= 3 && replica.items.len() <= 6, "{name} is too full");
    }
}

/// Who waits for a screen that does not come must find the way past it.
#[test]
fn a_screen_that_may_stay_away_offers_the_way_past_it() {
    let mut optional = 0;
    for walk in WALKS.iter() {
        for screen in &walk.screens {
            for branch in screen.next.iter().filter(|branch| branch.likely) {
                optional += 1;
                let target = walk.screen(&branch.go).unwrap();
                let ways: Vec<_> = target.otherwise.iter().filter_map(|o| o.go.as_ref()).collect();
                let past = screen.next.iter().any(|other| ways.contains(&&other.go));
                assert!(past, "{}: {} has no way past it", walk.id, target.id);
            }
        }
    }
    assert!(optional >= 10);
}

#[test]
fn replicas_show_no_readable_secret() {
    for (name, screen) in screens() {
        for item in &screen.replica.items {
            if let Item::Field { label, secret, .. } = item {
                let private = ["Password", "PIN", "Pass"].iter().any(|word| label.contains(word));
                assert_eq!(*secret, private, "{name}: {label}");
            }
        }
    }
}

#[test]
fn failures_name_codes_as_the_code_book_spells_them() {
    let mut failures = 0;
    for (name, screen) in screens() {
        if let Some(Outcome::Failed { code: Some(code) }) = &screen.outcome {
            failures += 1;
            assert!(code.starts_with("0x80") || code.starts_with("MSG-"), "{name}: {code}");
            if let Some(digits) = code.strip_prefix("0x") {
                let shown = digits.to_lowercase();
                assert!(screen.replica.texts().contains(&shown.as_str()), "{name}");
            }
        }
    }
    assert!(failures >= 8);
}
