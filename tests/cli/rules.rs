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
