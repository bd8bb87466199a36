//! The help, and what is said to arguments that cannot be used.

use crate::support::{Bench, Run};

#[test]
fn the_help_of_the_program_and_of_every_command() {
    let bench = Bench::new();
    let helps = [
        &["--help"][..],
        &["read", "--help"],
        &["check", "--help"],
        &["verify", "--help"],
        &["hash", "--help"],
        &["export", "--help"],
        &["capture", "--help"],
        &["demo", "--help"],
        &["rules", "--help"],
        &["joins", "--help"],
    ];
    let texts: Vec<String> = helps.iter().map(|help| bench.run(help).transcript()).collect();
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn the_version_is_that_of_the_package() {
    let run = Bench::new().run(&["--version"]);
    assert_eq!(run.out, format!("joinbench {}\n", env!("CARGO_PKG_VERSION")));
    assert_eq!(run.code, 0);
}

/// What scripts and people get wrong, each with what is said.
const WRONG: &[&[&str]] = &[
    &["check"],
    &["check", "--paht", "oobe", "dsregcmd.txt"],
    &["check", "dsregcmd.txt", "--path", "moon"],
    &["check", "dsregcmd.txt", "--path", "registration"],
    &["check", "dsregcmd.txt", "--today", "tomorrow"],
    &["verify", "dsregcmd.txt", "--tenant", "contoso.com"],
    &["verify", "dsregcmd.txt", "--expect", "moon"],
    &["export", "contoso.joinplan"],
    &["export", "contoso.joinplan", "--to", "out", "--only", "moon"],
    &["dsregcmd.txt", "check", "dsregcmd.txt"],
    &["chek"],
    &["gone.joinplan"],
    &["verfiy", "dsregcmd.txt", "--expect", "entra"],
    &["moon", "list.csv"],
    &["joins", "--situation", "cloud-only,moon"],
    &["--moon"],
];

#[test]
fn what_is_wrong_is_named_with_a_way_out() {
    let bench = Bench::new();
    let runs: Vec<Run> = WRONG.iter().map(|arguments| bench.run(arguments)).collect();
    for run in &runs {
        run.is_refused(&["error: ", "\ntry: "]);
    }
    let texts: Vec<String> = runs.iter().map(Run::transcript).collect();
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn with_json_what_is_wrong_is_a_document_too() {
    let bench = Bench::new();
    for arguments in WRONG {
        let mut arguments = arguments.to_vec();
        arguments.push("--json");
        let run = bench.run(&arguments);
        assert_eq!(run.code, 2, "{run:#?}");
        let refused = run.json();
        assert!(refused["error"]["message"].is_string(), "{run:#?}");
        assert!(refused["problems"].is_array(), "{run:#?}");
        assert!(run.err.contains("error: "), "{run:#?}");
    }
}

#[test]
fn json_and_today_may_stand_before_the_command() {
    let bench = Bench::new();
    let run = bench.run(&["--json", "--today", "2026-11-22", "check", "dsregcmd.txt"]);
    assert_eq!(run.json()["today"], "2026-11-22");
}
