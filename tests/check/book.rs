//! The rule book: every rule in words, found again by search and filters.

use joinbench::check::{BookFilter, Effect, Entry, JoinPath, Knowledge, Task, markdown};
use joinbench::wizard::Source;

use crate::support::KNOWLEDGE;

fn find(filter: &BookFilter) -> Vec<&'static str> {
    KNOWLEDGE.book().find(filter).into_iter().map(|entry| entry.rule.as_str()).collect()
}

fn search(words: &str) -> Vec<&'static str> {
    find(&BookFilter { words: words.to_owned(), ..BookFilter::default() })
}

fn entry(rule: &str) -> &'static Entry {
    KNOWLEDGE.book().entry(rule).unwrap()
}

fn with_an_own_rule() -> Knowledge {
    let text = r#"[(
      id: "CONTOSO-1", title: "Contoso buys no such devices",
      cases: [(when: Is("manufacturer", "Fabrikam"), effects: (every: Block))],
      why: "Contoso has one supplier.", fix: ["Ask purchasing."],
      remedy: Hardware, effort: Replace,
      sources: [(title: "Contoso handbook", at: "handbook 4.2", dated: "2026-11")], since: "1",
    )]"#;
    let source = Source { name: "contoso.ron".to_owned(), text: text.to_owned() };
    KNOWLEDGE.clone().with_rules(&[source]).unwrap()
}

#[test]
fn every_rule_stands_in_the_book_in_words_without_a_hole() {
    assert_eq!(KNOWLEDGE.book().entries().len(), KNOWLEDGE.rules.len());
    for entry in KNOWLEDGE.book().entries() {
        let cases = entry.cases.iter().map(|case| case.when.as_str());
        let texts = cases.chain([entry.title.as_str(), &entry.why]);
        for text in texts.chain(entry.fix.iter().map(String::as_str)) {
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{}: {text}", entry.rule);
        }
    }
}

#[test]
fn a_search_looks_at_id_title_why_fix_and_sources_in_any_case() {
    assert_eq!(search("e01"), ["E01"]);
    assert!(search("domain JOINED").contains(&"S02"));
    assert!(search("changepk").len() + search("product key").len() > 0);
    assert!(search("mbr2gpt").contains(&"H08"));
    assert!(search("handbook nobody wrote").is_empty());
    assert!(search("HardwareReadiness.ps1").contains(&"H09"));
    assert_eq!(search("").len(), KNOWLEDGE.rules.len());
    assert_eq!(search("  ").len(), KNOWLEDGE.rules.len());
}

#[test]
fn all_words_of_a_search_have_to_be_there() {
    let both = search("tpm firmware");
    assert!(!both.is_empty() && both.len() < search("tpm").len());
    assert!(both.iter().all(|rule| search("firmware").contains(rule)));
}

#[test]
fn filters_by_path_and_by_work_narrow_the_book() {
    let package = find(&BookFilter { path: Some(JoinPath::Package), ..BookFilter::default() });
    assert!(package.contains(&"T12") && !package.contains(&"T16"), "{package:?}");
    let admin = find(&BookFilter { task: Some(Task::AdminCenter), ..BookFilter::default() });
    assert!(admin.contains(&"T01") && !admin.contains(&"E01"), "{admin:?}");
    let sum: usize = Task::ALL
        .iter()
        .map(|task| find(&BookFilter { task: Some(*task), ..BookFilter::default() }).len())
        .sum();
    assert_eq!(sum, KNOWLEDGE.rules.len());
}

#[test]
fn a_rule_in_words_says_when_it_fires_and_what_it_does_by_case() {
    let rule = entry("E05");
    assert_eq!(rule.cases.len(), 4);
    assert_eq!(rule.cases[0].when, "Build below 10586");
    assert_eq!(rule.cases[0].effects.get(&JoinPath::OutOfBox), Some(&Effect::Block));
    assert_eq!(entry("E01").after, ["Edition: Professional", "Edition number: 48"]);
    assert!(entry("H05").presume.is_some());
    assert!(entry("E05").unverified.is_some());
}

#[test]
fn rules_of_an_organization_are_marked_as_its_own() {
    let knowledge = with_an_own_rule();
    let own = BookFilter { own: true, ..BookFilter::default() };
    let rules: Vec<&str> =
        knowledge.book().find(&own).into_iter().map(|entry| entry.rule.as_str()).collect();
    assert_eq!(rules, ["CONTOSO-1"]);
    assert!(markdown(&knowledge).contains("*Rule of the organization*"));
    assert!(find(&own).is_empty());
}

#[test]
fn the_book_as_markdown() {
    insta::assert_snapshot!(markdown(&KNOWLEDGE));
}
