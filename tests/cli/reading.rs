//! `joinbench read`.

use crate::support::{Bench, status_report, with_reports};

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

#[test]
fn two_files_of_one_name_in_two_folders_are_told_apart() {
    let bench = Bench::new();
    bench.write("x/d/report.txt", bench.read("dsregcmd.txt"));
    bench.write("y/d/report.txt", bench.read("dsregcmd.txt"));
    let run = bench.run(&["read", "--json", "x/d", "y/d"]);
    let read = run.json();
    assert_eq!(read["sources"][0]["file"], "x/d/report.txt");
    assert_eq!(read["sources"][1]["file"], "y/d/report.txt");
}

#[test]
fn a_file_called_like_what_a_person_types_is_still_a_file() {
    let bench = Bench::new();
    bench.write("typed", bench.read("dsregcmd.txt"));
    let read = bench.run(&["read", "--json", "typed"]).json();
    assert_eq!(read["sources"][0]["file"], "./typed");
}

/// Two devices in one folder: one by its serial number, one by its name, and a
/// report that names no device but lies beside another.
fn two_devices(bench: &Bench) {
    bench.write(
        "pile/a/cim.json",
        r#"{"CimClass":"Win32_BIOS","SerialNumber":"CTS0001","Manufacturer":"Contoso","SMBIOSBIOSVersion":"1.2"}"#,
    );
    bench.write("pile/a/secure-boot.txt", "True\n");
    bench.write(
        "pile/b/cim.json",
        r#"{"CimClass":"Win32_BIOS","SerialNumber":"CTS0002","Manufacturer":"Contoso","SMBIOSBIOSVersion":"1.2"}"#,
    );
}

#[test]
fn several_devices_in_one_folder_are_told_apart() {
    let bench = Bench::new();
    two_devices(&bench);
    let run = bench.run(&["read", "pile"]);
    assert_eq!(run.code, 2, "{run:#?}");
    assert!(run.err.contains("about 2 devices: CTS0001, CTS0002"), "{run:#?}");
    assert!(run.err.contains("--device CTS0001"), "{run:#?}");
}

#[test]
fn one_device_of_a_folder_can_be_asked_for() {
    let bench = Bench::new();
    two_devices(&bench);
    let read = |serial: &str| bench.run(&["read", "--json", "pile", "--device", serial]).json();
    assert_eq!(read("cts0001")["device"]["serial"]["value"], "CTS0001");
    assert_eq!(read("CTS0001")["device"]["secure_boot"]["value"], "on");
    assert_eq!(read("CTS0002")["device"]["serial"]["value"], "CTS0002");
    assert_eq!(read("CTS0002")["device"]["secure_boot"], serde_json::Value::Null);
}

#[test]
fn a_device_is_asked_for_by_any_of_its_names_in_reports_and_lists() {
    let bench = Bench::new();
    let id = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
    bench.write("status.txt", status_report("entra-joined.txt"));
    bench.write(
        "devices.csv",
        format!(
            "Device name,Microsoft Entra Device ID,OS,JoinType,Model\n\
             LAPTOP-042,{id},Windows,Microsoft Entra joined,Book\n\
             LAPTOP-043,{},Windows,Microsoft Entra joined,Desk\n",
            id.replace("eeee", "ffff")
        ),
    );
    for asked in [id, "laptop-042", "LAPTOP-042.corp.contoso.com"] {
        for files in [&["status.txt"][..], &["devices.csv"], &["status.txt", "devices.csv"]] {
            let run = bench.run(&[&["read", "--json", "--device", asked], files].concat());
            assert_eq!(run.code, 0, "{asked} in {files:?}: {run:#?}");
            assert_eq!(run.json()["device"]["hostname"]["value"], "LAPTOP-042");
        }
    }
}

#[test]
fn an_empty_folder_is_told() {
    let bench = Bench::new();
    std::fs::create_dir(bench.path("nothing")).unwrap();
    let run = bench.run(&["read", "nothing"]);
    assert_eq!(run.code, 2, "{run:#?}");
    assert!(run.err.contains("There is no file in this folder."), "{run:#?}");
}

#[test]
fn a_guess_of_the_encoding_can_be_overruled() {
    let bench = Bench::new();
    bench.write("list.csv", b"Serial number,Model\nCTS0001,Zi\xb9ba 14\n".as_slice());
    let model = |options: &[&str]| {
        let run = bench.run(&[&["read", "--json", "list.csv"], options].concat());
        assert_eq!(run.code, 0, "{run:#?}");
        run.json()["device"]["model"]["value"].as_str().unwrap().to_owned()
    };
    assert_ne!(model(&[]), "Ziąba 14");
    assert_eq!(model(&["--encoding", "windows-1250"]), "Ziąba 14");
    let refused = bench.run(&["read", "list.csv", "--encoding", "latin-9"]);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("the encodings are utf-8"), "{refused:#?}");
}

#[test]
fn a_console_window_is_read_as_a_whole() {
    let bench = Bench::new();
    let prompt = |command: &str| format!("PS C:\\> {command}\n");
    let window = [
        prompt("systeminfo"),
        bench.read("systeminfo.txt"),
        prompt("Confirm-SecureBootUEFI"),
        "True\n".to_owned(),
        prompt("dsregcmd /status"),
        bench.read("dsregcmd.txt"),
    ];
    bench.write("window.txt", window.concat());
    let run = bench.run(&["read", "window.txt"]);
    assert!(run.out.contains("Read 3 reports from 1 file"), "{run:#?}");
    let read = bench.run(&["read", "--json", "window.txt"]).json();
    assert_eq!(read["device"]["secure_boot"]["value"], "on");
    let formats = read["sources"].as_array().unwrap().iter().map(|source| &source["format"]);
    assert_eq!(formats.collect::<Vec<_>>(), ["systeminfo-text", "secure-boot", "dsregcmd"]);
    let verified = bench.run(&["verify", "window.txt"]);
    assert!(verified.code < 2, "the proof in it is not found: {verified:#?}");
}

#[test]
fn two_computers_in_one_file_are_told_apart() {
    let bench = Bench::new();
    let one = bench.read("systeminfo.txt");
    let other = one.replace("CT-7XK2P13", "CT-0002");
    assert_ne!(one, other);
    bench.write("both.txt", format!("{one}\n{other}\n-TPM Version: 2.0\n"));
    let asked = bench.run(&["read", "both.txt"]);
    assert_eq!(asked.code, 2);
    assert!(asked.err.contains("about 2 devices"), "{asked:#?}");
    let read = bench.run(&["read", "--json", "both.txt", "--device", "ct-0002"]).json();
    assert_eq!(read["device"]["hostname"]["value"], "CT-0002");
    assert_eq!(read["device"]["tpm_version"]["value"], "2.0", "it stands below that computer");
}
