//! Several captures of one device, read as one.

use joinbench::read::StatusReport;
use joinbench::verify::CheckResult::{Good, Unknown};
use joinbench::verify::{JoinState, merge};

use crate::{check, of, report, rows};

/// The report with another value in the row of a key.
fn with(mut report: StatusReport, key: &str, value: &str) -> StatusReport {
    let rows = report.sections.iter_mut().flat_map(|section| &mut section.rows);
    rows.filter(|row| row.key == key).for_each(|row| value.clone_into(&mut row.value));
    report
}

/// A capture of one device at this minute.
fn capture(name: &str, joined: &str, minute: u8) -> StatusReport {
    let report = with(report("entra-joined"), "AzureAdJoined", joined);
    let time = format!("2026-11-22 08:{minute:02}:00.000 UTC");
    StatusReport { source: name.into(), ..with(report, "Client Time", &time) }
}

#[test]
fn an_elevated_capture_fills_what_the_user_s_left_unknown() {
    let mut elevated = with(report("entra-joined"), "KeySignTest", "PASSED");
    elevated.source = "elevated.txt".into();
    let user = report("entra-joined");
    assert_eq!(check(&of(&user), "key-sign").result, Unknown);
    for both in [[user.clone(), elevated.clone()], [elevated, user]] {
        let key = check(&of(&merge(&both)), "key-sign").clone();
        assert_eq!((key.result, key.from.as_str()), (Good, "elevated.txt:22"));
    }
}

#[test]
fn the_user_s_state_comes_from_the_entra_user_s_capture() {
    let merged = merge(&[report("not-elevated-local-user"), report("entra-joined")]);
    let verification = of(&merged);
    let token = check(&verification, "prt");
    assert_eq!(token.result, Good);
    assert!(token.from.starts_with("entra-joined.txt:"), "{token:?}");
    assert_eq!(check(&verification, "device-auth").result, Good);
}

#[test]
fn the_later_capture_counts_where_both_know() {
    let (before, after) = (capture("a.txt", "YES", 1), capture("b.txt", "NO", 2));
    for both in [[before.clone(), after.clone()], [after, before]] {
        assert_eq!(of(&merge(&both)).state, JoinState::NotJoined, "in whatever order");
    }
    let (before, after) = (capture("a.txt", "NO", 1), capture("b.txt", "YES", 2));
    assert_eq!(of(&merge(&[after, before])).state, JoinState::EntraJoined);
}

#[test]
fn without_a_clock_the_capture_that_came_last_counts() {
    let first = rows("AzureAdJoined : YES\nDomainJoined : NO\n");
    let second = rows("AzureAdJoined : NO\nDomainJoined : NO\n");
    assert_eq!(of(&merge(&[first.clone(), second.clone()])).state, of(&second).state);
    assert_eq!(of(&merge(&[second, first.clone()])).state, of(&first).state);
}

#[test]
fn a_capture_of_another_join_fills_nothing() {
    let before =
        with(capture("a.txt", "YES", 1), "TenantId", "99999999-2222-3333-4444-555555555555");
    let before = with(before, "KeySignTest", "PASSED");
    let after = capture("b.txt", "YES", 2);
    assert_eq!(merge(&[before.clone(), after.clone()]), after);
    let short =
        rows("AzureAdJoined : YES\nDomainJoined : NO\nClient Time : 2026-11-22 08:03:00.000 UTC\n");
    let merged = merge(&[short.clone(), before, after.clone()]);
    assert_eq!(merged, merge(&[short, after]), "only the join of the latest that tells fills");
}

#[test]
fn one_capture_stays_as_it_is_and_none_is_empty() {
    let one = report("entra-joined");
    assert_eq!(merge(std::slice::from_ref(&one)), one);
    assert!(merge(&[]).sections.is_empty());
}
