//! Who may name whom, and who may do what.

use crate::sources::{self, Source};

/// The floors from the ground up. `probe` and `fleet` have their place already.
const FLOORS: [&[&str]; 5] = [
    &["device", "native", "wizard"],
    &["read", "probe", "check", "package"],
    &["verify", "walk", "files", "fleet"],
    &["plan"],
    &["cli", "app"],
];

/// On one floor only these name their neighbor.
const NEIGHBORS: [(&str, &str); 4] =
    [("device", "wizard"), ("package", "check"), ("probe", "read"), ("cli", "app")];

/// The floors that take values and give values.
const PURE: [&str; 9] =
    ["device", "wizard", "read", "check", "package", "verify", "walk", "fleet", "main"];

fn floor(part: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&part))
}

/// Every part of the library that the code names by `crate::`.
fn named(code: &str) -> Vec<&str> {
    let behind = code.split("crate::").skip(1);
    behind
        .map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap())
        .collect()
}

fn may_name(part: &str, other: &str) -> bool {
    match (floor(part), floor(other)) {
        (Some(own), Some(others)) => {
            part == other || others < own || NEIGHBORS.contains(&(part, other))
        }
        _ => false,
    }
}

#[test]
fn a_lower_floor_never_names_a_higher_one() {
    let mut seen = 0;
    for Source { name, part, code, .. } in sources::all() {
        if ["lib", "main"].contains(&part.as_str()) {
            continue;
        }
        assert!(floor(&part).is_some(), "{name} is on no floor");
        for other in named(&code) {
            assert!(
                !other.is_empty(),
                "{name}: name one part at a time, so that this test can see it"
            );
            assert!(may_name(&part, other), "{name} names crate::{other}");
            seen += 1;
        }
    }
    assert!(seen > 100, "only {seen} names were seen");
}

#[test]
fn this_test_tells_up_from_down() {
    assert!(
        may_name("plan", "check") && may_name("package", "check") && may_name("walk", "device")
    );
    assert!(!may_name("check", "plan") && !may_name("check", "package"));
    assert!(!may_name("app", "cli") && !may_name("wizard", "device"));
    assert_eq!(
        named("use crate::check::Report;\nlet x = $crate::device::Kind;"),
        ["check", "device"]
    );
}

#[test]
fn the_floors_below_the_plan_touch_nothing_outside() {
    const OUTSIDE: [&str; 10] = [
        "std::fs",
        "std::env",
        "std::thread",
        "std::process",
        "std::time",
        "::now(",
        "print!(",
        "println!(",
        "eprintln!(",
        "HashMap",
    ];
    for Source { name, part, code, .. } in sources::all() {
        // The program itself hands over to the command line, and no more.
        if !PURE.contains(&part.as_str()) || part == "main" {
            continue;
        }
        for outside in OUTSIDE {
            assert!(!code.contains(outside), "{name} has {outside}");
        }
    }
}

#[test]
fn files_of_the_plan_are_touched_in_three_places_and_threads_start_in_one() {
    for Source { name, part, code, .. } in sources::all() {
        if part == "plan" && code.contains("std::fs") {
            let allowed = ["plan/store.rs", "plan/export.rs", "plan/ron_file.rs"];
            assert!(allowed.contains(&name.as_str()), "{name}");
        }
        if code.contains("thread::spawn") {
            assert_eq!(name, "app/jobs.rs");
        }
    }
}

/// Whatever calls into the system stands behind `native`, and what only the
/// probe asks, behind its own calls.
#[test]
fn unsafe_code_stands_where_windows_is_called() {
    const CALLS: [&str; 4] = [
        "native/windows/mod.rs",
        "native/windows/text.rs",
        "native/windows/user.rs",
        "probe/windows/calls.rs",
    ];
    for Source { name, code, .. } in sources::all() {
        let is_unsafe = code.contains("unsafe {") || code.contains("unsafe fn");
        assert_eq!(is_unsafe, CALLS.contains(&name.as_str()), "{name}");
    }
}

#[test]
fn nothing_opens_a_connection() {
    for Source { name, code, .. } in sources::all() {
        for socket in ["std::net", "TcpStream", "TcpListener", "UdpSocket"] {
            assert!(!code.contains(socket), "{name} has {socket}");
        }
    }
}

#[test]
fn no_file_grows_beyond_four_hundred_lines() {
    for Source { name, lines, .. } in sources::all() {
        assert!(lines <= 400, "{name} has {lines} lines");
    }
}
