//! `joinbench capture`.

use crate::support::Bench;

#[test]
fn the_script_is_printed_as_it_is() {
    let run = Bench::new().run(&["capture"]);
    assert_eq!(run.code, 0, "{run:#?}");
    assert!(run.out.starts_with("<#\r\n") && run.out.contains("joinbench-capture"));
    let prompt = Bench::new().run(&["capture", "--cmd"]);
    assert!(prompt.out.starts_with("@echo off\r\n") && prompt.out.ends_with("\r\n"));
}

#[test]
fn the_short_form_is_one_line() {
    for cmd in [&["capture", "--line"][..], &["capture", "--line", "--cmd"]] {
        let run = Bench::new().run(cmd);
        assert_eq!(run.out.lines().count(), 1, "{run:#?}");
    }
}

#[test]
fn the_script_can_go_into_a_file() {
    let bench = Bench::new();
    let run = bench.run(&["capture", "--cmd", "--to", "capture.cmd"]);
    assert_eq!(run.out, "capture.cmd is written. On the device: capture.cmd\n", "{run:#?}");
    assert_eq!(run.code, 0);
    assert_eq!(bench.read("capture.cmd"), bench.run(&["capture", "--cmd"]).out);
}

#[test]
fn with_json_the_script_is_a_document() {
    let document = Bench::new().run(&["capture", "--json"]).json();
    assert_eq!(document["file_name"], "joinbench-capture.ps1");
    assert!(document["text"].as_str().unwrap().contains("joinbench-capture"));
}
