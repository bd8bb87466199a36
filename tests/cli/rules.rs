//! `joinbench rules`.

use std::io::Read;

use crate::support::Bench;

#[test]
fn every_rule_is_listed_with_a_source_in_every_form() {
    let bench = Bench::new();
    let json = bench.run(&["rules", "--json"]);
    assert_eq!(json.code, 0, "{json:#?}");
    let listed = json.json();
    let rules = listed["rules"].as_array().unwrap();
    assert!(rules.len() > 30, "{}", rules.len());
    let words = bench.run(&["rules"]).out;
    let markdown = bench.run(&["rules", "--markdown"]).out;
    for rule in rules {
        let id = rule["rule"].as_str().unwrap();
        let source = rule["sources"][0]["title"].as_str().unwrap();
        assert!(!rule["effects"].as_object().unwrap().is_empty(), "{id}");
        assert!(words.contains(&format!("  {id} ")), "{id}");
        assert!(markdown.contains(&format!("\n## {id} ")), "{id}");
        assert!(markdown.contains(source), "{id}");
    }
}

#[test]
fn a_rule_tells_its_cases_and_what_is_taken_for_granted_in_every_form() {
    let bench = Bench::new();
    let listed = bench.run(&["rules", "--json"]).json();
    let rules = listed["rules"].as_array().unwrap();
    let find = |id: &str| rules.iter().find(|rule| rule["rule"] == id).unwrap();
    assert_eq!(find("E05")["cases"][0]["when"], "Build below 10586");
    assert_eq!(find("E05")["cases"][0]["effects"]["settings"], "block");
    assert_eq!(find("E01")["after"][0], "Edition: Professional");
    assert_eq!(find("E01")["own"], false);
    let presumed = find("H03")["presume"].as_str().unwrap();
    for arguments in [&["rules"][..], &["rules", "--markdown"]] {
        let out = bench.run(arguments).out;
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words(&out).contains(presumed), "{presumed}");
        assert!(words(&out).contains("Build below 10586"));
    }
}

#[test]
fn rules_of_an_organization_stand_among_the_others_and_are_marked() {
    let bench = Bench::new();
    bench.write("own/ours.ron", OWN);
    let run = bench.run(&["rules", "--markdown", "--rules", "own"]);
    assert_eq!(run.code, 0, "{run:#?}");
    assert!(run.out.contains("## CONTOSO-1 ") && run.out.contains("Rule of the organization"));
}

const OWN: &str = r#"[(
  id: "CONTOSO-1", title: "Contoso buys no such devices",
  cases: [(when: Is("manufacturer", "Fabrikam"), effects: (every: Block))],
  why: "Contoso has one supplier.", fix: ["Ask purchasing."],
  remedy: Hardware, effort: Replace,
  sources: [(title: "Contoso handbook", at: "handbook 4.2", dated: "2026-11")], since: "1",
)]"#;

#[test]
fn no_hole_is_left_open_without_a_device() {
    let bench = Bench::new();
    for arguments in [vec!["rules"], vec!["rules", "--markdown"]] {
        let out = bench.run(&arguments).out;
        assert!(!out.contains(['{', '}']), "{out}");
    }
}

#[test]
fn whoever_reads_may_stop_early() {
    let bench = Bench::new();
    let mut child = bench.command(&["rules", "--markdown"]).spawn().unwrap();
    let mut start = [0; 7];
    let mut out = child.stdout.take().unwrap();
    out.read_exact(&mut start).unwrap();
    drop(out);
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
}
