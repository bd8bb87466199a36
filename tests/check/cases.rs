//! For every rule a device on which it fires, one on which it passes and one
//! on which it is unknown: `cases/*.ron`, a file for each file of rules.

use std::collections::{BTreeMap, BTreeSet};

use joinbench::check::{Effect, Fact, JoinPath, Outcome};
use joinbench::wizard::{Source, parse};
use serde::Deserialize;

use crate::support::{KNOWLEDGE, report_of};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    rule: String,
    /// Fields and questions, as a person would type them.
    given: BTreeMap<String, String>,
    result: Expected,
    /// Path ids with their effects; left out where they are not the point.
    #[serde(default)]
    effects: Option<BTreeMap<String, String>>,
    /// What the finding must say is missing.
    #[serde(default)]
    needs: Option<Vec<String>>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
enum Expected {
    Fires,
    Passes,
    Unknown,
}

impl Expected {
    fn outcome(self) -> Outcome {
        match self {
            Self::Fires => Outcome::Fires,
            Self::Passes => Outcome::Passes,
            Self::Unknown => Outcome::Unknown,
        }
    }
}

fn cases() -> Vec<Case> {
    let files = [
        ("edition.ron", include_str!("cases/edition.ron")),
        ("state.ron", include_str!("cases/state.ron")),
        ("hardware.ron", include_str!("cases/hardware.ron")),
        ("tenant.ron", include_str!("cases/tenant.ron")),
        ("autopilot.ron", include_str!("cases/autopilot.ron")),
        ("azure.ron", include_str!("cases/azure.ron")),
        ("network.ron", include_str!("cases/network.ron")),
    ];
    let read = |(name, text): (&str, &str)| {
        parse::<Vec<Case>>(&Source { name: name.to_owned(), text: text.to_owned() })
            .unwrap_or_else(|e| panic!("{e}"))
    };
    files.into_iter().flat_map(read).collect()
}

#[test]
fn every_case_gives_what_it_says() {
    for case in cases() {
        let report = report_of(&case.given);
        let finding = report.finding(&case.rule).unwrap_or_else(|| panic!("no rule {}", case.rule));
        assert_eq!(finding.result, case.result.outcome(), "{case:?}\n{finding:#?}");
        assert!(!finding.because.is_empty(), "{case:?}");
        if let Some(expected) = &case.effects {
            let effects = serde_json::to_value(&finding.effects).unwrap();
            assert_eq!(effects, serde_json::to_value(expected).unwrap(), "{case:?}");
        }
        if let Some(expected) = &case.needs {
            assert_eq!(&finding.needs, expected, "{case:?}");
        }
    }
}

/// What a rule says is so after its fix is enough for the rule: typed in, the
/// rule does nothing grave any more.
#[test]
fn what_is_so_after_a_fix_settles_its_rule() {
    let mut settled = BTreeSet::new();
    for case in cases().into_iter().filter(|case| case.result.outcome() == Outcome::Fires) {
        let rule = KNOWLEDGE.rules.get(&case.rule).unwrap();
        let derived = rule.after.keys().any(|fact| matches!(fact, Fact::Derived(_)));
        if rule.after.is_empty() || derived {
            continue;
        }
        let mut after = case.given.clone();
        after.extend(rule.after.iter().map(|(fact, value)| (fact.to_string(), value.to_string())));
        let report = report_of(&after);
        let finding = report.finding(&case.rule).unwrap();
        let grave = finding.effects.values().any(|effect| *effect <= Effect::Warn);
        assert!(finding.result != Outcome::Fires || !grave, "{case:?}\n{finding:#?}");
        settled.insert(case.rule);
    }
    assert!(settled.len() > 35, "{settled:?}");
}

#[test]
fn every_rule_has_a_case_that_fires_one_that_passes_and_one_that_is_unknown() {
    let tried: BTreeSet<(String, Outcome)> =
        cases().into_iter().map(|case| (case.rule, case.result.outcome())).collect();
    for rule in &KNOWLEDGE.rules {
        for outcome in [Outcome::Fires, Outcome::Passes, Outcome::Unknown] {
            let there = tried.contains(&(rule.id.clone(), outcome));
            assert!(there, "rule {} has no case in which it is {outcome:?}", rule.id);
        }
    }
}

#[test]
fn every_rule_says_why_and_where_it_comes_from() {
    for rule in &KNOWLEDGE.rules {
        assert!(!rule.title.as_str().is_empty() && rule.why.as_str().ends_with('.'), "{}", rule.id);
        assert!(!rule.sources.is_empty() && !rule.since.is_empty(), "{}", rule.id);
        assert!(!rule.facts().is_empty(), "{}", rule.id);
        let bad = rule.cases.iter().flat_map(|case| case.effects.iter()).any(|(_, effect)| {
            effect == joinbench::check::Effect::Block || effect == joinbench::check::Effect::Warn
        });
        assert!(!bad || !rule.fix.is_empty(), "{} blocks or warns without a fix", rule.id);
    }
}

#[test]
fn every_case_names_rules_and_paths_that_are_there() {
    for case in cases() {
        assert!(KNOWLEDGE.rules.get(&case.rule).is_some(), "{case:?}");
        for path in case.effects.iter().flat_map(BTreeMap::keys) {
            assert!(JoinPath::from_id(path).is_some(), "{case:?}");
        }
    }
}
