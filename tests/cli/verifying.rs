//! `joinbench verify`.

use serde_json::Value;

use crate::support::{Bench, status_report};

const TENANT: &str = "8c2f5b1e-6d40-4f7a-9b83-2e1a7c5d0f46";

fn result(verification: &Value, id: &str) -> Value {
    let checks = verification["checks"].as_array().unwrap();
    checks.iter().find(|check| check["id"] == id).unwrap()["result"].clone()
}

#[test]
fn a_joined_device_is_proven() {
    let bench = Bench::new();
    for tenant in [["--org", "organization.ron"], ["--tenant", TENANT]] {
        let run = bench.run(&["verify", "--json", "dsregcmd-joined.txt", tenant[0], tenant[1]]);
        assert_eq!(run.code, 0, "{run:#?}");
        let proof = run.json();
        assert_eq!(proof["state"], "entra-joined");
        assert_eq!(proof["enrolled"], "unknown");
        assert_eq!(proof["tenant"]["expected"], "match");
        assert_eq!(result(&proof, "device-auth"), "good");
    }
    let words = bench.run(&["verify", "dsregcmd-joined.txt"]);
    assert!(words.out.starts_with("PROVEN"), "{words:#?}");
}

#[test]
fn another_tenant_is_not_the_one_that_was_asked_for() {
    let other = "00000000-0000-4000-8000-000000000000";
    let bench = Bench::new();
    // What is typed counts before what the organization says.
    let run = bench.run(&[
        "verify",
        "--json",
        "dsregcmd-joined.txt",
        "--org",
        "organization.ron",
        "--tenant",
        other,
    ]);
    assert_eq!(run.code, 1, "{run:#?}");
    assert_eq!(run.json()["tenant"]["expected"], "mismatch");
}

#[test]
fn what_is_expected_decides() {
    let bench = Bench::new();
    bench.write("hybrid.txt", status_report("hybrid-joined.txt"));
    assert_eq!(bench.run(&["verify", "hybrid.txt"]).code, 1);
    assert_eq!(bench.run(&["verify", "dsregcmd-joined.txt", "--expect", "hybrid"]).code, 1);
    let run = bench.run(&["verify", "--json", "hybrid.txt", "--expect", "hybrid"]);
    assert_eq!(run.json()["state"], "hybrid-joined");
}

#[test]
fn a_device_that_is_not_joined_is_a_no() {
    let run = Bench::new().run(&["verify", "dsregcmd.txt"]);
    assert_eq!(run.code, 1, "{run:#?}");
    assert!(run.out.starts_with("NOT PROVEN"), "{run:#?}");
    assert!(run.out.contains("dsregcmd.txt:8"), "{run:#?}");
}

#[test]
fn a_report_that_does_not_tell_is_undecided() {
    let bench = Bench::new();
    let run = bench.run_with(&["verify", "--json", "-"], &status_report("values-unknown.txt"));
    assert_eq!(run.code, 3, "{run:#?}");
    assert_eq!(run.json()["state"], "unknown");
}

#[test]
fn the_day_decides_about_the_certificate() {
    let bench = Bench::new();
    let run = bench.run(&["verify", "--json", "dsregcmd-joined.txt", "--today", "2040-01-01"]);
    assert_eq!(run.code, 1, "{run:#?}");
    assert_eq!(result(&run.json(), "certificate"), "bad");
}

#[test]
fn another_report_proves_nothing() {
    let bench = Bench::new();
    bench.run(&["verify", "systeminfo.txt"]).is_refused(&["systeminfo", "dsregcmd /status"]);
    let run = bench.run(&["verify", "--json", "dsregcmd-joined.txt", "systeminfo.txt"]);
    assert_eq!(run.code, 0, "{run:#?}");
    assert_eq!(run.json()["problems"][0]["file"], "systeminfo.txt");
}

/// A status report of a device with this name and device ID.
fn of_device(name: &str, id: &str) -> String {
    let report = String::from_utf8(status_report("entra-joined.txt")).unwrap();
    report.replace("LAPTOP-042", name).replace("aaaabbbb-0000-cccc-1111-dddd2222eeee", id)
}

#[test]
fn captures_of_two_devices_are_told_apart() {
    let bench = Bench::new();
    let ids = ["aaaabbbb-0000-cccc-1111-dddd2222eeee", "aaaabbbb-0000-cccc-1111-dddd2222ffff"];
    bench.write("a.txt", of_device("CT-0001", ids[0]));
    bench.write("b.txt", of_device("CT-0002", ids[1]));
    let refused = bench.run(&["verify", "a.txt", "b.txt"]);
    refused.is_refused(&["about 2 devices: CT-0001, CT-0002", "--device CT-0001"]);
    for asked in ["ct-0002", "CT-0002.corp.contoso.com", ids[1]] {
        let run = bench.run(&["verify", "--json", "a.txt", "b.txt", "--device", asked]);
        assert_eq!(run.code, 0, "{run:#?}");
        let proof = run.json();
        let from = proof["checks"][0]["from"].as_str().unwrap();
        assert!(from.starts_with("b.txt:"), "{asked}: {from}");
    }
    bench.run(&["verify", "a.txt", "--device", "CT-0009"]).is_refused(&["CT-0009 is not in a.txt"]);
}

#[test]
fn a_device_that_left_since_is_not_proven() {
    let bench = Bench::new();
    let joined = of_device("CT-0001", "aaaabbbb-0000-cccc-1111-dddd2222eeee");
    let left =
        joined.replace("AzureAdJoined : YES", "AzureAdJoined : NO").replace("08:01:02", "09:01:02");
    bench.write("a.txt", &left);
    bench.write("b.txt", &joined);
    let run = bench.run(&["verify", "a.txt", "b.txt"]);
    assert_eq!(run.code, 1, "{run:#?}");
    assert!(run.out.starts_with("NOT PROVEN"), "{run:#?}");
}
