//! Several captures of one device, read as one.

use joinbench::verify::CheckResult::{Good, Unknown};
use joinbench::verify::merge;

use crate::{check, of, report, rows};

#[test]
fn an_elevated_capture_fills_what_the_user_s_left_unknown() {
    let mut elevated = report("hybrid-joined");
    elevated.source = "elevated.txt".into();
    let user = report("entra-joined");
    assert_eq!(check(&of(&user), "key-sign").result, Unknown);
    let merged = of(&merge(&[user, elevated]));
    let key = check(&merged, "key-sign");
    assert_eq!((key.result, key.from.as_str()), (Good, "elevated.txt:22"));
    let auth = check(&merged, "device-auth");
    assert!(auth.from.starts_with("entra-joined.txt:"), "{auth:?}");
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
fn the_first_capture_counts_where_both_know() {
    let first = rows("AzureAdJoined : YES\nDomainJoined : NO\n");
    let second = rows("AzureAdJoined : NO\nDomainJoined : NO\n");
    assert_eq!(of(&merge(&[first.clone(), second])).state, of(&first).state);
}

#[test]
fn one_capture_stays_as_it_is_and_none_is_empty() {
    let one = report("entra-joined");
    assert_eq!(merge(std::slice::from_ref(&one)), one);
    assert!(merge(&[]).sections.is_empty());
}
