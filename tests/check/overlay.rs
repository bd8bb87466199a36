//! Rules of an organization on top of those built in.

use joinbench::check::{Knowledge, Outcome, check};
use joinbench::wizard::{Source, WizardError};

use crate::support::{KNOWLEDGE, TODAY, typed};

fn overlay(text: &str) -> Result<Knowledge, WizardError> {
    let source = Source { name: "contoso.ron".to_owned(), text: text.to_owned() };
    KNOWLEDGE.clone().with_rules(&[source])
}

fn rule(id: &str, when: &str) -> String {
    format!(
        r#"[(
  id: "{id}", title: "Contoso buys no {{manufacturer|unknown}} devices",
  cases: [(when: {when}, effects: (every: Block))],
  why: "Contoso has one supplier.", fix: ["Ask purchasing."],
  remedy: Hardware, effort: Replace,
  sources: [(title: "Contoso handbook", at: "handbook 4.2", dated: "2026-11")], since: "1",
)]"#
    )
}

fn refused(text: &str, place: &str, says: &str) {
    let error = overlay(text).unwrap_err().to_string();
    assert!(error.starts_with(&format!("contoso.ron:{place}: ")), "{error}");
    assert!(error.contains(says), "{error}");
}

#[test]
fn an_organization_adds_a_rule() {
    let knowledge = overlay(&rule("CONTOSO-1", r#"Is("manufacturer", "Fabrikam")"#)).unwrap();
    let (device, organization) = typed([("manufacturer", "Fabrikam")]);
    let report = check(&knowledge, &device, &organization, TODAY);
    let finding = report.finding("CONTOSO-1").unwrap();
    assert_eq!(finding.result, Outcome::Fires);
    assert_eq!(finding.title, "Contoso buys no Fabrikam devices");
    assert_eq!(knowledge.rules.len(), KNOWLEDGE.rules.len() + 1);
}

#[test]
fn an_organization_overrides_a_rule_by_its_id() {
    let knowledge = overlay(&rule("E01", r#"Is("manufacturer", "Fabrikam")"#)).unwrap();
    let (device, organization) = typed([("edition_id", "Core"), ("manufacturer", "Contoso")]);
    let report = check(&knowledge, &device, &organization, TODAY);
    assert_eq!(report.finding("E01").unwrap().result, Outcome::Passes);
    assert_eq!(knowledge.rules.len(), KNOWLEDGE.rules.len());
}

#[test]
fn a_fault_is_named_with_file_line_and_column() {
    refused(&rule("X1", r#"Is("manufacturr", "Fabrikam")"#), "3:22", "manufacturr");
    refused(
        &rule("X1", r#"Is("manufacturr", "Fabrikam")"#),
        "3:22",
        "Did you mean `manufacturer`?",
    );
    refused(&rule("X1", "Sometimes"), "3:18", "Sometimes");
    refused(&rule("X1", r#"Is("setup_state", "in_use")"#), "2:7", "in-use");
    refused(&rule("X1", r#"Is("build", "26100")"#), "2:7", "number");
    refused(&rule("X1", r#"Below("domain", 3)"#), "2:7", "not a number");
    refused(&rule("X 1", "Always"), "2:7", "an id is made of");
    refused(&rule("X1", "Always").replace("manufacturer|unknown", "maker|x"), "2:21", "maker");
    refused(
        &rule("X1", "Always").replace("manufacturer|unknown", "memory|x"),
        "2:21",
        "Did you mean `memory_mb`?",
    );
    refused(&rule("X1", "Always").replace("(every: Block)", "()"), "2:7", "effect");
    refused(
        &rule("X1", "Always").replace("effort: Replace", "effort: Replace, cost: 3"),
        "5:38",
        "cost",
    );
}

#[test]
fn a_rule_without_a_source_is_refused() {
    let text = rule("X1", "Always");
    let (start, end) = (text.find("[(title").unwrap(), text.find(", since").unwrap());
    refused(&format!("{}[]{}", &text[..start], &text[end..]), "2:7", "source");
}

#[test]
fn an_id_twice_in_one_file_is_refused_where_it_stands_again() {
    let one = rule("X1", "Always");
    let two = format!("{},{}", one.trim_end_matches(']'), one.trim_start_matches('['));
    refused(&two, "8:7", "twice");
}

#[test]
fn there_is_room_for_so_many_rules_and_no_more() {
    let one = rule("ID", "Always");
    let body = one.trim_start_matches('[').trim_end_matches(']');
    let many = |count: usize| {
        let rules: Vec<String> =
            (0..count).map(|n| body.replace("\"ID\"", &format!("\"X{n}\""))).collect();
        format!("[{}]", rules.join(","))
    };
    let room = 256 - KNOWLEDGE.rules.len();
    assert!(overlay(&many(room)).is_ok());
    assert!(overlay(&many(room + 1)).unwrap_err().to_string().contains("256"));
}
