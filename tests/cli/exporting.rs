//! `joinbench export`.

use serde_json::Value;

use crate::support::Bench;

const PLAN: &str = "demo/contoso.joinplan";

/// The secrets of the demo, each of which has to stay where it belongs.
const SECRETS: [&str; 3] =
    ["demo-token-that-opens-nothing", "demo key that opens nothing", "Demo-only-0pens-nothing"];

#[test]
fn the_files_of_the_demo_and_their_manifest() {
    let bench = Bench::with_demo();
    let run = bench.run(&[
        "export",
        PLAN,
        "--json",
        "--to",
        "out",
        "--with-secrets",
        "secrets.ron",
        "--today",
        "2026-11-22",
    ]);
    assert_eq!(run.code, 0, "{run:#?}");
    let manifest = run.json();
    assert_eq!(manifest["dir"], "out");
    let files = manifest["files"].as_array().unwrap();
    let mut listed: Vec<&str> = files.iter().map(|file| file["name"].as_str().unwrap()).collect();
    listed.sort_unstable();
    assert_eq!(listed, bench.names("out"));
    let secret: Vec<&Value> = files.iter().filter(|file| file["holds_secrets"] == true).collect();
    assert_eq!(secret.len(), 1);
    assert_eq!(secret[0]["name"], "customizations.xml");
    assert_eq!(secret[0]["sha256"].as_str().unwrap().len(), 64);
    assert!(run.err.contains("bulk token ends in 21 days"), "{run:#?}");
}

#[test]
fn secrets_are_written_where_they_belong_and_nowhere_else() {
    let bench = Bench::with_demo();
    let run = bench.run(&["export", PLAN, "--to", "out", "--with-secrets", "secrets.ron"]);
    assert_eq!(run.code, 0, "{run:#?}");
    for secret in SECRETS {
        assert!(bench.read("out/customizations.xml").contains(secret));
        assert!(!run.out.contains(secret) && !run.err.contains(secret));
        for name in bench.names("out").iter().filter(|name| *name != "customizations.xml") {
            assert!(!bench.read(&format!("out/{name}")).contains(secret), "{name}");
        }
    }
    assert!(run.out.contains("holds secrets"), "{run:#?}");
}

#[cfg(unix)]
#[test]
fn a_file_with_secrets_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::with_demo();
    bench.run(&["export", PLAN, "--to", "out", "--with-secrets", "secrets.ron"]);
    let mode = |name: &str| bench.path(name).metadata().unwrap().permissions().mode() & 0o777;
    assert_eq!(mode("out/customizations.xml"), 0o600);
    assert_eq!(mode("out/README.txt"), 0o644);
    assert_eq!(mode("demo/secrets.ron"), 0o600);
}

#[test]
fn without_secrets_it_says_what_is_left_out() {
    let bench = Bench::with_demo();
    let run = bench.run(&["export", PLAN, "--to", "out"]);
    assert_eq!(run.code, 0, "{run:#?}");
    assert!(run.out.contains("Left out"), "{run:#?}");
    assert!(!run.out.contains("holds secrets"), "{run:#?}");
}

#[test]
fn a_faulty_secrets_file_is_never_quoted() {
    let bench = Bench::with_demo();
    for text in [
        "(wifi_key: hunter2-hunter2)",
        "(wifi_key: \"fine\", hunter2: \"x\")",
        "(wifi_key: \"hunter2-hunter2\", wifi_key: \"hunter2\")",
        "hunter2",
    ] {
        bench.write("bad.ron", text);
        let run = bench.run(&["export", PLAN, "--to", "out", "--with-secrets", "bad.ron"]);
        run.is_refused(&["bad.ron", "line 1"]);
        assert!(!run.err.contains("hunter2"), "{run:#?}");
        let json =
            bench.run(&["export", PLAN, "--json", "--to", "out", "--with-secrets", "bad.ron"]);
        assert!(!json.out.contains("hunter2") && !json.err.contains("hunter2"), "{json:#?}");
        json.json();
    }
    bench.write("bad.ron", b"(wifi_key: \"hunter2\xff\")");
    let run = bench.run(&["export", PLAN, "--to", "out", "--with-secrets", "bad.ron"]);
    run.is_refused(&["UTF-8"]);
    assert!(!run.err.contains("hunter2"), "{run:#?}");
    assert!(!bench.path("out").exists());
}

#[test]
fn only_what_was_asked_for_is_written() {
    let bench = Bench::with_demo();
    let run = bench.run(&["export", PLAN, "--to", "out", "--only", "devices,readme"]);
    assert_eq!(run.code, 0, "{run:#?}");
    assert_eq!(bench.names("out"), ["README.txt", "devices.csv"]);
    let run = bench.run(&["export", PLAN, "--to", "out", "--only", "devices,moon"]);
    run.is_refused(&["moon", "customizations", "handover"]);
}

#[test]
fn a_setting_that_blocks_is_named_and_nothing_is_written() {
    let bench = Bench::with_demo();
    let plan = bench.read(PLAN).replace("CT-%SERIAL%", "CT %SERIAL%");
    bench.write("bad.joinplan", plan);
    let run = bench.run(&["export", "bad.joinplan", "--to", "out"]);
    run.is_refused(&["1 field needs a correction", "a space", "try: "]);
    assert!(!bench.path("out").exists());
}

#[test]
fn a_plan_can_come_from_standard_input() {
    let bench = Bench::with_demo();
    let plan = bench.read(PLAN);
    let run = bench.run_with(&["export", "-", "--json", "--to", "out"], plan.as_bytes());
    assert_eq!(run.code, 0, "{run:#?}");
    bench.run_with(&["export", "-", "--to", "out"], b"(").is_refused(&["stdin: line 1"]);
}

#[test]
fn a_damaged_plan_names_the_place_and_the_last_good_copy() {
    let bench = Bench::with_demo();
    let plan = bench.read(PLAN);
    bench.write("demo/contoso.joinplan.bak", &plan);
    bench.write(PLAN, plan.replace("journey: DeviceInUse", "journey: Moon"));
    let run = bench.run(&["export", PLAN, "--to", "out"]);
    run.is_refused(&["line ", "column ", "try: ", "contoso.joinplan.bak"]);
    let again = bench.run(&["export", "demo/contoso.joinplan.bak", "--to", "out"]);
    assert_eq!(again.code, 0, "{again:#?}");
}

#[test]
fn a_plan_of_a_newer_version_a_missing_one_and_a_folder_are_refused() {
    let bench = Bench::with_demo();
    bench.write("new.joinplan", "(schema: 99, surprise: true)");
    bench.run(&["export", "new.joinplan", "--to", "out"]).is_refused(&["newer version"]);
    bench.run(&["export", "gone.joinplan", "--to", "out"]).is_refused(&["gone.joinplan"]);
    bench.run(&["export", "demo", "--to", "out"]).is_refused(&["This is a folder"]);
}

#[test]
fn a_folder_that_cannot_be_made_is_refused() {
    let bench = Bench::with_demo();
    bench.run(&["export", PLAN, "--to", "systeminfo.txt"]).is_refused(&["systeminfo.txt"]);
}

#[test]
fn the_same_plan_and_day_give_the_same_bytes() {
    let bench = Bench::with_demo();
    for folder in ["one", "two"] {
        bench.run(&["export", PLAN, "--to", folder, "--today", "2026-11-22"]);
    }
    for name in bench.names("one") {
        assert_eq!(bench.read(&format!("one/{name}")), bench.read(&format!("two/{name}")));
    }
}
