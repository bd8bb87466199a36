//! The quick half on its own, as a list of devices uses it.

use joinbench::check::{facts, judge};

use crate::support::{GOOD, KNOWLEDGE, TODAY, good_but, typed};

fn first_fix(changes: &[(&str, &str)]) -> Option<String> {
    let (device, organization) = typed(good_but(changes));
    let facts = facts(&KNOWLEDGE, &device, &organization, TODAY);
    judge(&KNOWLEDGE.rules, &facts).first_to_act(&KNOWLEDGE.rules).map(|rule| rule.id.clone())
}

#[test]
fn the_next_thing_to_do_is_what_blocks_most() {
    assert_eq!(first_fix(&[("edition_id", "Core")]).as_deref(), Some("E01"));
    assert_eq!(first_fix(&[("setup_state", "new")]), None);
    assert_eq!(
        first_fix(&[("setup_state", "new"), ("tpm_version", "none")]).as_deref(),
        Some("H01")
    );
}

#[test]
fn the_rules_that_block_can_be_named() {
    let (device, organization) = typed(GOOD.iter().copied());
    let judgement = judge(&KNOWLEDGE.rules, &facts(&KNOWLEDGE, &device, &organization, TODAY));
    let ids: Vec<&str> =
        KNOWLEDGE.rules.of(judgement.blocking()).map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["S12"]);
}
