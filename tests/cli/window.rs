//! `joinbench` and `joinbench PLAN` where there is no display.

use crate::support::Bench;

#[test]
fn without_a_display_the_command_line_is_named() {
    let bench = Bench::with_demo();
    for arguments in [&[][..], &["demo/contoso.joinplan"]] {
        let run = bench.run(arguments);
        run.is_refused(&["no display", "command line", "try: joinbench check"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_display_that_does_not_answer_is_no_crash() {
    let bench = Bench::new();
    let output = bench.command(&[]).env("DISPLAY", ":987").output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.contains("could not be opened"), "{err}");
    assert!(!err.contains(".rs:"), "no places in the code of others: {err}");
}

#[test]
fn json_goes_with_a_command() {
    let run = Bench::new().run(&["--json"]);
    assert_eq!(run.code, 2, "{run:#?}");
    assert!(run.json()["error"]["message"].as_str().unwrap().contains("--json"));
}
