//! `joinbench demo`.

use crate::support::Bench;

const FILES: [&str; 14] = [
    "README.txt",
    "build-package.cmd",
    "computerinfo.json",
    "contoso.joinplan",
    "customizations.xml",
    "devices.csv",
    "dsregcmd-joined.txt",
    "dsregcmd.txt",
    "handover.html",
    "organization.ron",
    "package.ron",
    "readiness.json",
    "secrets.ron",
    "systeminfo.txt",
];

#[test]
fn every_file_is_written_into_the_folder() {
    let bench = Bench::new();
    let run = bench.run(&["demo", "--json", "--to", "out"]);
    assert_eq!(run.code, 0, "{run:#?}");
    assert_eq!(bench.names("out"), FILES);
    let demo = run.json();
    assert_eq!(demo["state"], "entra-joined");
    assert_eq!(demo["today"], "2026-11-22");
    assert!(bench.read("out/customizations.xml").contains("demo-token-that-opens-nothing"));
    assert!(!bench.read("out/contoso.joinplan").contains("opens nothing"));
}

#[test]
fn without_a_display_it_runs_headless_and_says_why() {
    let bench = Bench::new();
    let run = bench.run(&["demo"]);
    assert_eq!(run.code, 0, "{run:#?}");
    assert_eq!(bench.names("joinbench-demo"), FILES);
    assert!(run.err.contains("no display"), "{run:#?}");
    assert!(run.err.contains("joinbench-demo"), "{run:#?}");
}

#[cfg(target_os = "linux")]
#[test]
fn where_the_window_cannot_be_opened_it_runs_headless_too() {
    let bench = Bench::new();
    let output = bench.command(&["demo"]).env("DISPLAY", ":987").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    assert_eq!(bench.names("joinbench-demo"), FILES);
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.contains("could not be opened"), "{err}");
}

#[test]
fn twice_gives_the_same_bytes() {
    let bench = Bench::new();
    let run = |folder: &str| bench.run(&["demo", "--to", folder, "--today", "2026-12-24"]);
    assert_eq!(run("one").code, 0);
    assert_eq!(run("two").code, 0);
    assert_eq!(run("two").code, 0, "over what is there already");
    assert_eq!(bench.names("two"), FILES);
    for name in FILES {
        assert_eq!(
            bench.read(&format!("one/{name}")),
            bench.read(&format!("two/{name}")),
            "{name}"
        );
    }
}

#[test]
fn its_files_serve_the_other_commands() {
    let bench = Bench::with_demo();
    let verify =
        bench.run(&["verify", "demo/dsregcmd-joined.txt", "--org", "demo/organization.ron"]);
    assert_eq!(verify.code, 0, "{verify:#?}");
    let export = bench.run(&[
        "export",
        "demo/contoso.joinplan",
        "--to",
        "again",
        "--with-secrets",
        "demo/secrets.ron",
        "--today",
        "2026-11-22",
    ]);
    assert_eq!(export.code, 0, "{export:#?}");
    for name in bench.names("again") {
        assert_eq!(
            bench.read(&format!("again/{name}")),
            bench.read(&format!("demo/{name}")),
            "{name}"
        );
    }
}
