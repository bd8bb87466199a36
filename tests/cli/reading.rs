//! `joinbench read`.

use crate::support::{Bench, with_reports};

#[test]
fn the_reports_of_the_demo_in_words() {
    let run = Bench::new().run(&with_reports(&["read"]));
    insta::assert_snapshot!(run.transcript());
}

#[test]
fn one_report_as_a_document() {
    let run = Bench::new().run(&["read", "--json", "readiness.json"]);
    insta::assert_snapshot!(run.transcript());
}

#[test]
fn fields_come_in_their_own_order() {
    let run = Bench::new().run(&with_reports(&["read", "--json"]));
    let place = |field: &str| run.out.find(&format!("\"{field}\": {{")).expect(field);
    assert!(place("hostname") < place("serial"));
    assert!(place("serial") < place("build"));
    assert!(place("build") < place("domain_joined"));
}

#[test]
fn standard_input_is_a_file_like_any_other() {
    let bench = Bench::new();
    let report = bench.read("dsregcmd.txt");
    let run = bench.run_with(&["read", "--json", "-"], report.as_bytes());
    assert_eq!(run.code, 0, "{run:#?}");
    let read = run.json();
    assert_eq!(read["device"]["domain_joined"]["from"], "stdin:8");
    assert_eq!(read["sources"][0]["file"], "stdin");
}

#[test]
fn standard_input_is_read_once() {
    let bench = Bench::new();
    let report = bench.read("dsregcmd.txt");
    let run = bench.run_with(&["read", "--json", "-", "-"], report.as_bytes());
    assert_eq!(run.code, 0, "{run:#?}");
    assert_eq!(run.json()["problems"].as_array().unwrap().len(), 1);
}

#[test]
fn sources_that_differ_are_shown_side_by_side() {
    let bench = Bench::new();
    let other = bench.read("readiness.json").replace("System_Memory=16GB", "System_Memory=8GB");
    bench.write("other.json", other);
    let run = bench.run(&["read", "--json", "systeminfo.txt", "other.json"]);
    let read = run.json();
    let conflict = &read["conflicts"][0];
    assert_eq!(conflict["field"], "memory_mb");
    assert_eq!(conflict["readings"][0]["value"], 16_088);
    assert_eq!(conflict["readings"][1]["value"], 8192);
    assert_eq!(read["device"]["memory_mb"]["value"], 16_088);
    let words = bench.run(&["read", "systeminfo.txt", "other.json"]);
    assert!(words.out.contains("Sources differ"), "{words:#?}");
}

#[test]
fn a_file_that_fails_does_not_stop_the_others() {
    let bench = Bench::new();
    bench.write("empty.txt", "");
    let run = bench.run(&["read", "--json", "missing.txt", "empty.txt", "dsregcmd.txt"]);
    assert_eq!(run.code, 0, "{run:#?}");
    let read = run.json();
    let files: Vec<&str> =
        read["problems"].as_array().unwrap().iter().map(|p| p["file"].as_str().unwrap()).collect();
    assert_eq!(files, ["missing.txt", "empty.txt"]);
    assert_eq!(read["device"]["entra_joined"]["value"], false);
    assert!(run.err.contains("missing.txt: There is no such file."), "{run:#?}");
}

#[test]
fn two_files_of_one_name_are_told_apart() {
    let bench = Bench::new();
    bench.write("before/report.txt", bench.read("dsregcmd.txt"));
    bench.write("after/report.txt", bench.read("dsregcmd-joined.txt"));
    let run = bench.run(&["read", "--json", "before/report.txt", "after/report.txt"]);
    let read = run.json();
    assert_eq!(read["sources"][0]["file"], "before/report.txt");
    assert_eq!(read["sources"][1]["file"], "after/report.txt");
}
