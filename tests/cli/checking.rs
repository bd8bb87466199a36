//! `joinbench check`. What the rules say is tested with the rules; here it
//! counts that the answer gets out.

use serde_json::Value;

use crate::support::{Bench, with_reports};

/// A rule that blocks every path of the device of the demo.
const OUR_RULE: &str = include_str!("../shared/our-rule.ron");

fn rule_ids(findings: &Value) -> Vec<&str> {
    findings.as_array().unwrap().iter().map(|f| f["rule"].as_str().unwrap()).collect()
}

#[test]
fn the_device_of_the_demo_can_join() {
    let bench = Bench::new();
    let run = bench.run(&with_reports(&["check", "--json", "--org", "organization.ron"]));
    assert_eq!(run.code, 0, "{run:#?}");
    let report = run.json();
    assert_eq!(report["verdict"], "ready");
    assert_eq!(report["windows11"]["verdict"], "pass");
    assert_eq!(report["paths"].as_array().unwrap().len(), 8);
    let blocked = report["paths"].as_array().unwrap().iter().find(|p| p["path"] == "settings");
    assert!(blocked.unwrap()["rules"].as_array().unwrap().contains(&"S02".into()), "{run:#?}");
    assert!(rule_ids(&report["findings"]).contains(&"S02"));
    assert_eq!(report["problems"], Value::Array(vec![]));
}

#[test]
fn the_answer_in_words_leads_with_the_verdict_and_names_evidence_and_sources() {
    let run = Bench::new().run(&with_reports(&["check", "--path", "settings"]));
    let first = run.out.lines().next().unwrap();
    assert!(first.contains("(settings)"), "{run:#?}");
    for words in ["Join paths", "What to do", "S02", "1. ", "Read from ", "Source: "] {
        assert!(run.out.contains(words), "{words} is not in {run:#?}");
    }
    assert!(run.out.lines().all(|line| line.chars().count() <= 110), "{run:#?}");
}

#[test]
fn a_fix_can_be_tried_before_it_is_done() {
    let bench = Bench::new();
    let asked = ["check", "--json", "--path", "settings", "--if-fixed", "S02"];
    let report = bench.run(&with_reports(&asked)).json();
    let now = report["paths"].as_array().unwrap().iter().find(|p| p["path"] == "settings").unwrap();
    assert_eq!(now["way"]["fixes"]["steps"][0]["rule"], "S02", "{now:#}");
    assert_eq!(now["way"]["fixes"]["steps"][0]["effort"], "reboot", "{now:#}");
    let then = &report["if_fixed"];
    assert_eq!(then["settled"], serde_json::json!(["S02"]));
    let then = then["paths"].as_array().unwrap().iter().find(|p| p["path"] == "settings").unwrap();
    assert_eq!(
        (&now["verdict"], &then["verdict"]),
        (&"blocked".into(), &now["way"]["fixes"]["then"])
    );
    let words = bench.run(&with_reports(&["check", "--if-fixed", "S02"]));
    assert!(words.out.contains("The least work that opens a path, in order"), "{words:#?}");
    assert!(words.out.contains("If S02 were fixed"), "{words:#?}");
}

#[test]
fn a_rule_that_does_not_fire_cannot_be_fixed() {
    let run = Bench::new().run(&with_reports(&["check", "--if-fixed", "E01"]));
    assert_eq!(run.code, 2, "{run:#?}");
    assert!(run.err.contains("E01"), "{run:#?}");
}

#[test]
fn the_exit_code_is_the_verdict() {
    let bench = Bench::new();
    bench.write("our-rules/rules.ron", OUR_RULE);
    for arguments in [
        with_reports(&["check", "--json", "--org", "organization.ron"]),
        with_reports(&["check", "--json", "--rules", "our-rules"]),
        with_reports(&["check", "--json", "--path", "settings"]),
        with_reports(&["check", "--json", "--path", "azure-vm"]),
        vec!["check", "--json", "dsregcmd.txt"],
    ] {
        let run = bench.run(&arguments);
        let verdict = run.json()["verdict"].as_str().unwrap().to_owned();
        let expected = match verdict.as_str() {
            "ready" => 0,
            "fix" | "blocked" => 1,
            _ => 3,
        };
        assert_eq!(run.code, expected, "{verdict} {arguments:?}");
    }
}

#[test]
fn little_that_is_known_decides_nothing() {
    let run = Bench::new().run(&["check", "dsregcmd.txt"]);
    assert_eq!(run.code, 3, "{run:#?}");
    assert!(run.out.starts_with("UNDECIDED"), "{run:#?}");
    assert!(run.out.contains("Not known yet, and where to look"), "{run:#?}");
}

#[test]
fn rules_of_an_organization_count_like_any_other() {
    let bench = Bench::new();
    bench.write("our-rules/rules.ron", OUR_RULE);
    bench.write("our-rules/notes.txt", "not a rule");
    let run = bench.run(&with_reports(&["check", "--json", "--rules", "our-rules"]));
    assert_eq!(run.code, 1, "{run:#?}");
    let report = run.json();
    assert_eq!(report["verdict"], "blocked");
    let ours = report["findings"].as_array().unwrap().iter().find(|f| f["rule"] == "CT01").unwrap();
    assert_eq!(ours["title"], "Contoso keeps Latitude 5440 out");
    assert_eq!(ours["evidence"][0]["from"], "computerinfo.json:BiosSeralNumber");
}

#[test]
fn a_faulty_rule_is_named_with_its_place() {
    let bench = Bench::new();
    bench.write("grammar/bad.ron", "[(\n  id: \"CT01\",\n  title: 7,\n)]");
    bench.run(&["check", "dsregcmd.txt", "--rules", "grammar"]).is_refused(&["bad.ron:3:"]);
    bench.write("fact/bad.ron", OUR_RULE.replace("serial", "cereal"));
    bench.run(&["check", "dsregcmd.txt", "--rules", "fact"]).is_refused(&["bad.ron:", "cereal"]);
    std::fs::create_dir(bench.path("empty")).unwrap();
    bench.run(&["check", "dsregcmd.txt", "--rules", "empty"]).is_refused(&["No .ron file"]);
    bench.run(&["check", "dsregcmd.txt", "--rules", "none"]).is_refused(&["no such folder"]);
    bench
        .run(&["check", "dsregcmd.txt", "--rules", "readiness.json"])
        .is_refused(&["Name the folder"]);
}

#[test]
fn a_faulty_organization_is_named_with_its_place() {
    let bench = Bench::new();
    bench.write("org.ron", "(\n  name: \"Contoso\",\n  moon: 1,\n)");
    bench.run(&["check", "dsregcmd.txt", "--org", "org.ron"]).is_refused(&["org.ron:3:"]);
    bench.run(&["check", "dsregcmd.txt", "--org", "gone.ron"]).is_refused(&["gone.ron"]);
}

#[test]
fn the_day_decides_what_is_still_in_service() {
    let bench = Bench::new();
    let on = |day: &str| {
        let run = bench.run(&with_reports(&["check", "--json", "--today", day]));
        let report = run.json();
        assert_eq!(report["today"], day);
        let findings = report["findings"].as_array().unwrap();
        findings.iter().find(|f| f["rule"] == "E07").unwrap()["result"].clone()
    };
    assert_eq!(on("2026-11-22"), "passes");
    assert_eq!(on("2030-01-01"), "fires");
}

#[test]
fn a_file_that_fails_is_told_beside_the_answer() {
    let run = Bench::new().run(&["check", "--json", "dsregcmd.txt", "missing.txt"]);
    assert_eq!(run.code, 3, "{run:#?}");
    assert_eq!(run.json()["problems"][0]["file"], "missing.txt");
}
