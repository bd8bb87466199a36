//! `joinbench hash`, and what a hash alone is good for.

use serde_json::Value;

use crate::support::{Bench, Run};

/// A file of the fixtures of the readers.
fn fixture(name: &str) -> Vec<u8> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    std::fs::read(folder.join("tests/read/fixtures/autopilot-csv").join(name)).unwrap()
}

fn bench_with(names: &[&str]) -> Bench {
    let bench = Bench::new();
    for name in names {
        bench.write(name, fixture(name));
    }
    bench
}

fn run(arguments: &[&str], name: &str) -> Run {
    let arguments: Vec<&str> = arguments.iter().copied().chain([name]).collect();
    bench_with(&[name]).run(&arguments)
}

#[test]
fn hashes_in_words() {
    let files = [
        "hash-alone.txt",
        "one-device-utf16.csv",
        "serial-differs.csv",
        "damaged.csv",
        "two-devices.csv",
    ];
    let texts: Vec<String> = files.iter().map(|name| run(&["hash"], name).transcript()).collect();
    insta::assert_snapshot!(texts.join("\n"));
}

#[test]
fn a_hash_as_a_document() {
    insta::assert_snapshot!(run(&["hash", "--json"], "serial-differs.csv").transcript());
}

#[test]
fn the_exit_code_says_whether_every_hash_can_be_imported() {
    for (name, code, states) in [
        ("hash-alone.txt", 0, vec!["ok"]),
        ("two-devices.csv", 0, vec!["ok", "ok"]),
        ("opened-in-excel.csv", 1, vec!["ok", "ok"]),
        ("serial-differs.csv", 1, vec!["ok"]),
        ("damaged.csv", 1, vec!["damaged"]),
    ] {
        let run = run(&["hash", "--json"], name);
        assert_eq!(run.code, code, "{run:#?}");
        let document = run.json();
        let hashes = document["hashes"].as_array().unwrap();
        let found: Vec<&str> = hashes.iter().map(|hash| hash["state"].as_str().unwrap()).collect();
        assert_eq!(found, states, "{name}");
    }
}

#[test]
fn a_serial_number_is_compared_only_where_one_stands_beside_the_hash() {
    for (name, expected) in [
        ("hash-alone.txt", Value::Null),
        ("one-device-utf16.csv", Value::Bool(true)),
        ("serial-differs.csv", Value::Bool(false)),
        ("damaged.csv", Value::Null),
    ] {
        let run = run(&["hash", "--json"], name);
        assert_eq!(run.json()["hashes"][0]["serial_matches"], expected, "{name}");
    }
}

#[test]
fn standard_input_is_taken_as_well() {
    let run = Bench::new().run_with(&["hash", "--json", "-"], &fixture("hash-alone.txt"));
    assert_eq!(run.code, 0, "{run:#?}");
    let document = run.json();
    assert_eq!(document["hashes"][0]["device"]["tpm_version"]["from"], "stdin:1 record 13");
}

#[test]
fn what_holds_no_hash_is_refused_with_a_way_out() {
    let bench = Bench::new();
    bench.write("letter.txt", "Dear Adele, the laptop is on your desk.\n");
    bench.write("empty.txt", "");
    for name in ["letter.txt", "empty.txt", "systeminfo.txt"] {
        bench.run(&["hash", name]).is_refused(&["no Autopilot hardware hash", "try: "]);
    }
    bench.run(&["hash", "gone.csv"]).is_refused(&["There is no such file"]);
}

#[test]
fn a_hash_alone_answers_for_processor_tpm_memory_and_disk() {
    let run = run(&["check", "--json"], "hash-alone.txt");
    let report = run.json();
    let items = report["windows11"]["items"].as_array().unwrap();
    let verdict = |item: &str| {
        let found = items.iter().find(|found| found["item"] == item).unwrap();
        found["verdict"].as_str().unwrap().to_owned()
    };
    for item in ["processor", "tpm", "memory", "storage"] {
        assert_eq!(verdict(item), "pass", "{item}");
    }
    assert_eq!(verdict("secure-boot"), "unknown");
    let finding = |rule: &str| {
        let findings = report["findings"].as_array().unwrap();
        findings.iter().find(|finding| finding["rule"] == rule).unwrap().clone()
    };
    for rule in ["E01", "H01", "A01"] {
        assert_eq!(finding(rule)["result"], "passes", "{rule}");
    }
    assert_eq!(finding("E01")["evidence"][0]["field"], "key_group");
}

#[test]
fn an_old_home_laptop_is_found_out_by_its_hash() {
    let run = run(&["check"], "old-laptop.txt");
    assert_eq!(run.code, 1, "{run:#?}");
    insta::assert_snapshot!(run.transcript());
}

#[test]
fn a_damaged_hash_and_one_of_another_device_are_findings() {
    for (name, rule) in
        [("damaged.csv", "A01"), ("serial-differs.csv", "A02"), ("desktop-without-tpm.txt", "H01")]
    {
        let run = run(&["check", "--json"], name);
        let report = run.json();
        let findings = report["findings"].as_array().unwrap();
        let finding = findings.iter().find(|finding| finding["rule"] == rule).unwrap();
        assert_eq!(finding["result"], "fires", "{name}");
    }
}

#[test]
fn a_product_id_beside_a_hash_goes_no_further_than_its_group() {
    let run = run(&["hash", "--json"], "opened-in-excel.csv");
    assert!(!run.out.contains("00330-5"), "{run:#?}");
    assert_eq!(run.json()["hashes"][0]["device"]["key_group"]["value"], 3305);
}

#[test]
fn no_command_prints_a_hash_or_the_number_of_a_key() {
    let files = ["hash-alone.txt", "damaged.csv", "serial-differs.csv", "one-device-utf16.csv"];
    let hash = String::from_utf8(fixture("hash-alone.txt")).unwrap();
    for name in files {
        for arguments in [
            &["hash"][..],
            &["hash", "--json"],
            &["read"],
            &["read", "--json"],
            &["check"],
            &["check", "--json"],
        ] {
            let run = run(arguments, name);
            assert!(!run.out.is_empty(), "{run:#?}");
            for shown in [&run.out, &run.err] {
                for secret in [&hash[..24], &hash[400..440], "3305123456789"] {
                    assert!(!shown.contains(secret), "{run:#?}");
                }
            }
        }
    }
}
