//! Which device is meant, where reports and lists speak of several.

use crate::support::{Bench, Run};

/// Two devices by name and by serial number.
const NAMES: &str = "\
Device name,Serial number,Manufacturer,RAM
PC01,CTS0001,Contoso,16 GB
PC02,CTS0002,Contoso,8 GB
";

/// The same two by serial number alone.
const SERIALS: &str = "\
Serial number,Model,Group tag
CTS0001,Book 14,Kiosk
CTS0002,Book 14,Office
";

fn bench() -> Bench {
    let bench = Bench::new();
    bench.write("names.csv", NAMES);
    bench.write("serials.csv", SERIALS);
    bench
}

fn systeminfo(bench: &Bench, file: &str, name: &str) {
    let report = bench.read("systeminfo.txt");
    assert!(report.contains("CT-7XK2P13"));
    bench.write(file, report.replace("CT-7XK2P13", name));
}

/// A computer by its serial number and its name.
fn computer(bench: &Bench, file: &str, serial: &str, name: &str) {
    bench.write(
        file,
        format!(
            "WindowsEditionId : Professional\nBiosSeralNumber : {serial}\nCsName : {name}\n\
                 CsManufacturer : Contoso\nCsModel : Book 14\nOsBuildNumber : 22631\n"
        ),
    );
}

fn dsregcmd(bench: &Bench, file: &str, name: &str, id: &str) {
    bench.write(
        file,
        format!("| Device State |\n\n             AzureAdJoined : YES\n          EnterpriseJoined : NO\n\
                 \x20             DomainJoined : NO\n               Device Name : {name}\n\n\
                 | Device Details |\n\n                  DeviceId : {id}\n\
                 \x20         DeviceAuthStatus : SUCCESS\n"),
    );
}

const ID: &str = "aaaabbbb-0000-cccc-1111-dddd2222eeee";
const OTHER_ID: &str = "ffffbbbb-0000-cccc-1111-dddd2222eeee";

/// What is known of the fields, `-` for nothing.
fn known(run: &Run, fields: &[&str]) -> Vec<String> {
    assert_eq!(run.code, 0, "{run:#?}");
    let device = &run.json()["device"];
    let text = |field: &&str| match &device[*field]["value"] {
        serde_json::Value::Null => "-".to_owned(),
        value => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    };
    fields.iter().map(text).collect()
}

#[test]
fn a_report_of_another_device_than_the_one_that_is_named_is_left_aside() {
    let bench = bench();
    systeminfo(&bench, "report.txt", "PC01");
    for files in [["report.txt", "names.csv"], ["names.csv", "report.txt"]] {
        let run = bench.run(&[&["read", "--json", "--device", "PC02"][..], &files].concat());
        let fields = ["hostname", "serial", "memory_mb", "build"];
        assert_eq!(known(&run, &fields), ["PC02", "CTS0002", "8192", "-"]);
        assert!(run.err.contains("report.txt: It is of another device, PC01, so it"), "{run:#?}");
    }
    let run = bench.run(&["read", "--json", "report.txt", "names.csv", "--device", "pc01"]);
    assert_eq!(known(&run, &["hostname", "serial"]), ["PC01", "CTS0001"]);
    assert_eq!(run.err, "");
}

#[test]
fn a_report_is_left_aside_when_nothing_tells_that_it_is_of_the_device_that_is_named() {
    let bench = bench();
    systeminfo(&bench, "report.txt", "PC01");
    let run = bench.run(&["read", "--json", "report.txt", "serials.csv", "--device", "CTS0002"]);
    assert_eq!(known(&run, &["hostname", "serial"]), ["-", "CTS0002"]);
    assert!(run.err.contains("It does not say enough to tell of which device it is"), "{run:#?}");
    systeminfo(&bench, "CTS0002_report.txt", "PC01");
    let files = ["CTS0002_report.txt", "serials.csv", "--device", "CTS0002"];
    let run = bench.run(&[&["read", "--json"][..], &files].concat());
    assert_eq!(known(&run, &["hostname", "serial"]), ["PC01", "CTS0002"]);
}

#[test]
fn two_devices_of_one_name_in_reports_are_asked_about() {
    let bench = Bench::new();
    computer(&bench, "pile/1.txt", "CTS0001", "CT-1");
    computer(&bench, "pile/2.txt", "CTS0002", "CT-1");
    dsregcmd(&bench, "pile/3.txt", "CT-1", ID);
    bench.run(&["read", "pile", "--device", "CT-1"]).is_refused(&[
        "2 devices are called CT-1: CTS0001 (CT-1), CTS0002 (CT-1).",
        "try: --device CTS0001",
    ]);
    let run = bench.run(&["read", "--json", "pile", "--device", "CTS0002"]);
    assert_eq!(known(&run, &["serial", "device_id"]), ["CTS0002", "-"]);
    assert!(run.err.contains("3.txt: It does not say enough"), "{run:#?}");
}

#[test]
fn a_report_that_fits_two_devices_finds_its_own_as_it_is_advised() {
    let bench = Bench::new();
    computer(&bench, "pile/1.txt", "CTS0001", "CT-1");
    computer(&bench, "pile/2.txt", "CTS0002", "CT-1");
    for file in ["pile/CTS0002_report.txt", "pile/CTS0002-report.txt"] {
        dsregcmd(&bench, file, "CT-1", ID);
        let run = bench.run(&["read", "--json", "pile", "--device", "CTS0002"]);
        assert_eq!(known(&run, &["serial", "device_id"]), ["CTS0002", ID], "{file}");
        std::fs::remove_file(bench.path(file)).unwrap();
    }
    std::fs::remove_file(bench.path("pile/2.txt")).unwrap();
    computer(&bench, "pile/two/2.txt", "CTS0002", "CT-1");
    dsregcmd(&bench, "pile/two/report.txt", "CT-1", ID);
    let run = bench.run(&["read", "--json", "pile", "--device", "CTS0002"]);
    assert_eq!(known(&run, &["serial", "device_id"]), ["CTS0002", ID]);
}

#[test]
fn a_list_tells_by_which_name_the_reports_of_a_serial_number_go() {
    let bench = bench();
    systeminfo(&bench, "pile/a.txt", "PC01");
    systeminfo(&bench, "pile/b.txt", "PC02");
    bench.write("pile/list.csv", NAMES);
    let run = bench.run(&["read", "--json", "pile", "--device", "CTS0002"]);
    assert_eq!(known(&run, &["hostname", "serial"]), ["PC02", "CTS0002"]);
    assert_eq!(
        run.json()["device"]["build"]["from"].as_str().unwrap().split(':').next(),
        Some("b.txt")
    );
}

#[test]
fn a_list_tells_by_what_the_device_is_found_in_another() {
    let bench = bench();
    systeminfo(&bench, "report.txt", "PC01");
    for files in [["names.csv", "serials.csv"], ["serials.csv", "names.csv"]] {
        let run = bench.run(&[&["read", "--json", "--device", "PC02"][..], &files].concat());
        assert_eq!(known(&run, &["serial", "group_tag"]), ["CTS0002", "Office"]);
        assert_eq!(run.err, "");
        let with_report = [&["read", "--json"][..], &files, &["report.txt"]].concat();
        let run = bench.run(&with_report);
        assert_eq!(known(&run, &["serial", "group_tag"]), ["CTS0001", "Kiosk"]);
        assert_eq!(run.err, "");
    }
}

#[test]
fn a_list_in_which_nothing_can_be_compared_is_not_said_to_lack_the_device() {
    let bench = bench();
    bench.write("only-names.csv", "Device name,Model\nPC01,Book 14\nPC02,Book 14\n");
    let files = ["serials.csv", "only-names.csv", "--device", "CTS0001"];
    let run = bench.run(&[&["read", "--json"][..], &files].concat());
    assert_eq!(known(&run, &["serial", "hostname"]), ["CTS0001", "-"]);
    let told = "only-names.csv: Nothing in this list tells whether one of its devices is CTS0001";
    assert!(run.err.contains(told), "{run:#?}");
}

#[test]
fn a_name_that_two_lists_give_to_two_devices_is_asked_about() {
    let bench = bench();
    bench.write("more.csv", NAMES.replace("CTS0002", "CTS0009"));
    bench.run(&["read", "names.csv", "more.csv", "--device", "PC02"]).is_refused(&[
        "2 devices are called PC02: CTS0002 (PC02), CTS0009 (PC02).",
        "try: --device CTS0002",
    ]);
    let run = bench.run(&["read", "--json", "names.csv", "more.csv", "--device", "CTS0009"]);
    assert_eq!(known(&run, &["serial", "hostname"]), ["CTS0009", "PC02"]);
}

#[test]
fn a_device_is_found_by_the_name_it_has_now_and_by_the_one_it_had() {
    let bench = Bench::new();
    computer(&bench, "before.txt", "CTS0001", "DESKTOP-7Q2LK4M");
    computer(&bench, "after.txt", "CTS0001", "CT-1001");
    dsregcmd(&bench, "status.txt", "CT-1001", ID);
    for files in
        [["before.txt", "after.txt", "status.txt"], ["status.txt", "after.txt", "before.txt"]]
    {
        for device in [&[][..], &["--device", "CT-1001"], &["--device", "desktop-7q2lk4m"]] {
            let run = bench.run(&[&["read", "--json"][..], &files, device].concat());
            assert_eq!(known(&run, &["serial", "device_id"]), ["CTS0001", ID]);
        }
    }
}

#[test]
fn a_folder_for_each_device_holds_them_together() {
    let bench = Bench::new();
    for (folder, serial, name) in [("A", "CTS0001", "CT-1"), ("B", "CTS0002", "CT-2")] {
        let bios =
            r#"{"SMBIOSBIOSVersion":"1.2","Manufacturer":"Contoso","SerialNumber":"SERIAL"}"#;
        bench.write(&format!("all/{folder}/bios.json"), bios.replace("SERIAL", serial));
        systeminfo(&bench, &format!("all/{folder}/system.txt"), name);
        bench.write(&format!("all/{folder}/tpm.txt"), "-TPM Present: True\n-TPM Version: 2.0\n");
    }
    bench.run(&["read", "all"]).is_refused(&["about 2 devices: CTS0001 (CT-1), CTS0002 (CT-2)"]);
    let run = bench.run(&["read", "--json", "all", "--device", "CT-2"]);
    assert_eq!(known(&run, &["serial", "hostname", "tpm_version"]), ["CTS0002", "CT-2", "2.0"]);
}

#[test]
fn full_names_in_two_domains_are_two_devices() {
    let bench = Bench::new();
    dsregcmd(&bench, "a.txt", "pc-01.corp.contoso.com", ID);
    dsregcmd(&bench, "b.txt", "pc-01.ad.fabrikam.com", OTHER_ID);
    for command in ["read", "verify"] {
        bench.run(&[command, "a.txt", "b.txt"]).is_refused(&["about 2 devices"]);
        bench
            .run(&[command, "a.txt", "b.txt", "--device", "PC-01"])
            .is_refused(&["2 devices are called PC-01", "try: --device pc-01.corp.contoso.com"]);
    }
    let files = ["a.txt", "b.txt", "--device", "pc-01.ad.fabrikam.com"];
    let run = bench.run(&[&["read", "--json"][..], &files].concat());
    assert_eq!(known(&run, &["device_id"]), [OTHER_ID]);
}

#[test]
fn a_name_that_netbios_cut_goes_with_the_long_one() {
    let bench = Bench::new();
    systeminfo(&bench, "system.txt", "CONTOSO-LAPTOP-");
    dsregcmd(&bench, "status.txt", "CONTOSO-LAPTOP-0001.corp.contoso.com", ID);
    let run = bench.run(&["read", "--json", "system.txt", "status.txt"]);
    assert_eq!(known(&run, &["device_id"]), [ID]);
}
