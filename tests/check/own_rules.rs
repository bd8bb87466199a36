//! The worked examples of `wizard/rules/README.md` are rules that load and do
//! what the text above them says.

use joinbench::check::{JoinPath, Knowledge, Outcome, PathVerdict, Report, check};
use joinbench::wizard::Source;

use crate::support::{KNOWLEDGE, TODAY, good_but, typed};

const README: &str = include_str!("../../wizard/rules/README.md");

/// The RON examples of the guide, in order.
fn examples() -> Vec<Source> {
    let blocks = README.split("```ron\n").skip(1).filter_map(|rest| rest.split("```").next());
    let source = |(place, text): (usize, &str)| Source {
        name: format!("example-{place}.ron"),
        text: text.to_owned(),
    };
    blocks.enumerate().map(source).collect()
}

fn with_examples() -> Knowledge {
    KNOWLEDGE.clone().with_rules(&examples()).unwrap_or_else(|fault| panic!("{fault}"))
}

fn report(changes: &[(&str, &str)]) -> Report {
    let (device, organization) = typed(good_but(changes));
    check(&with_examples(), &device, &organization, TODAY)
}

fn finds(rule: &str, changes: &[(&str, &str)], result: Outcome) {
    let report = report(changes);
    assert_eq!(report.finding(rule).unwrap().result, result, "{rule} {changes:?}");
}

#[test]
fn every_example_loads_beside_the_built_in_rules() {
    assert_eq!(examples().len(), 3);
    assert_eq!(with_examples().rules.len(), KNOWLEDGE.rules.len() + 3);
}

#[test]
fn the_memory_example_asks_for_16_gb() {
    finds("CONTOSO-MEMORY", &[("memory_mb", "8192")], Outcome::Fires);
    finds("CONTOSO-MEMORY", &[("memory_mb", "16265")], Outcome::Passes);
    finds("CONTOSO-MEMORY", &[("memory_mb", "")], Outcome::Unknown);
    let settings = report(&[("memory_mb", "8192")]).path(JoinPath::Settings).unwrap().verdict;
    assert_eq!(settings, PathVerdict::Blocked);
}

#[test]
fn the_model_example_lets_only_its_models_pass() {
    finds("CONTOSO-MODELS", &[("model", "Contoso Brick 1")], Outcome::Fires);
    finds("CONTOSO-MODELS", &[("model", "fabrikam book 14")], Outcome::Passes);
    finds("CONTOSO-MODELS", &[], Outcome::Unknown);
}

#[test]
fn the_name_example_reads_how_the_name_begins() {
    finds("CONTOSO-NAME", &[("hostname", "DESKTOP-1")], Outcome::Fires);
    finds("CONTOSO-NAME", &[("hostname", "ct-1001")], Outcome::Passes);
    finds("CONTOSO-NAME", &[("setup_state", "new")], Outcome::Passes);
    let open = report(&[]);
    assert_eq!(open.path(JoinPath::Settings).unwrap().rules, ["CONTOSO-NAME"]);
}

#[test]
fn the_guide_shows_the_message_that_a_fault_gives() {
    let example = &examples()[0];
    let text = example.text.replace("\"memory_mb\"", "\"memory\"");
    let source = Source { name: "our-rules.ron".to_owned(), text };
    let fault = KNOWLEDGE.clone().with_rules(&[source]).unwrap_err().to_string();
    assert!(README.contains(&fault), "{fault}");
}
