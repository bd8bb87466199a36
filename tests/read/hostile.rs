//! No reader panics, whatever it is given.

use joinbench::read::table::Mappings;
use joinbench::read::{Encoding, Format, read, read_with};

use crate::reading::only;
use proptest::prelude::*;

use crate::fixtures::of_format;

fn fixtures() -> Vec<Vec<u8>> {
    let paths = Format::ALL.iter().flat_map(|format| of_format(*format));
    paths.map(|path| std::fs::read(path).unwrap()).collect()
}

/// A mail of a million rows is no report, and must not take long to tell.
#[test]
fn a_report_without_end_is_left_aside_with_its_line() {
    let rows = "AzureAdJoined : YES\n".repeat(20_000);
    let found = only(read("a.txt", rows.as_bytes()).unwrap());
    assert_eq!(found.problems[0].line, 10_002);
    let flat = "AzureAdJoined : YES ".repeat(20_000);
    assert_eq!(only(read("a.txt", flat.as_bytes()).unwrap()).readings.len(), 1);
}

#[test]
fn numbers_that_do_not_add_up_are_not_known() {
    let one = serde_json::json!({"NumberOfCores": i64::MAX, "MaxClockSpeed": -1});
    let json = serde_json::json!({
        "CsName": "A", "OsName": "B", "CsProcessors": [one, one], "CsTotalPhysicalMemory": -5,
    });
    let found = only(read("a.json", json.to_string().as_bytes()).unwrap());
    let fields: Vec<&str> = found.readings.iter().map(|reading| reading.field.id()).collect();
    assert_eq!(fields, ["hostname"]);
}

proptest! {
    #[test]
    fn no_bytes_make_a_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        let _ = read("a", &bytes);
        for encoding in Encoding::ALL {
            let _ = read_with("a", &bytes, Some(*encoding), &Mappings::default());
        }
    }

    #[test]
    fn no_rows_make_a_reader_panic(
        rows in proptest::collection::vec(("[A-Za-z| +:-]{0,30}", "[ -~é主]{0,60}"), 0..40)
    ) {
        let rows: Vec<String> = rows.into_iter().map(|(key, value)| format!("{key}:{value}")).collect();
        let text = rows.join("\n");
        let _ = read("a", format!("AzureAdJoined : YES\n{text}").as_bytes());
        let _ = read("a", format!("{text}\nx: x64-based PC\ny: 10.0.26100\n{text}").as_bytes());
    }

    #[test]
    fn no_log_makes_the_readiness_reader_panic(log in "[ -~]{0,200}") {
        let json = serde_json::json!({"returnCode": 0, "logging": log});
        prop_assert!(read("a", json.to_string().as_bytes()).is_ok());
    }

    #[test]
    fn no_xml_makes_a_reader_panic(inner in "[<>/&;#!A-Za-z\"= \\[\\]\\-é]{0,200}") {
        for root in ["MsInfo", "DxDiag"] {
            let bare = format!("<{root}>{inner}");
            prop_assert!(read("a", bare.as_bytes()).is_ok());
            let data = format!("<{root}><Category><Data>{inner}</Data></Category></{root}>");
            prop_assert!(read("a", data.as_bytes()).is_ok());
        }
    }

    #[test]
    fn no_rows_of_other_reports_make_a_reader_panic(
        rows in proptest::collection::vec(("[A-Za-z ]{0,20}", "[ -~é主\u{a0}]{0,40}"), 0..30)
    ) {
        for (head, between) in [
            ("TpmPresent : True\nTpmReady : True\n", " : "),
            ("OsName : A\nCsName : B\n", " : "),
            ("OS Name\tA\nBIOS Mode\tUEFI\nSize\t1 (2)\n", "\t"),
            ("-TPM Version: 2.0\n-", ": "),
            ("DirectX Version: 12\nMachine name: A\n", ": "),
            ("Boot Method,CPU Compatibility,CPU Core Count\n", ","),
        ] {
            let rows = rows.iter().map(|(key, value)| format!("{key}{between}{value}"));
            let text = format!("{head}{}", rows.collect::<Vec<_>>().join("\n"));
            prop_assert!(read("a", text.as_bytes()).is_ok(), "{}", text);
        }
    }

    #[test]
    fn no_cells_make_the_csv_reader_panic(
        cells in proptest::collection::vec("[ -~é]{0,12}", 0..12)
    ) {
        let mut row = vec!["A"; 33];
        (row[2], row[13]) = ("10.0.26100 N/A Build 26100", "x64-based PC");
        row[18] = r"\Device\HarddiskVolume1";
        let good = format!("{}\n", row.join(","));
        prop_assert!(read("a", good.as_bytes()).is_ok());
        let _ = read("a", format!("{}\n{good}{}", cells.join(","), cells.join("\"")).as_bytes());
    }

    #[test]
    fn no_types_of_values_make_a_json_reader_panic(
        values in proptest::collection::vec(prop_oneof![
            Just(serde_json::json!(null)), Just(serde_json::json!([1, {"a": 2}])),
            Just(serde_json::json!({"value": []})), any::<i64>().prop_map(|n| serde_json::json!(n)),
            "[ -~]{0,20}".prop_map(|text| serde_json::json!(text)),
        ], 6)
    ) {
        let [a, b, c, d, e, f] = [0, 1, 2, 3, 4, 5].map(|at: usize| values[at].clone());
        let cim = serde_json::json!([
            {"CimClass": "Win32_Processor", "NumberOfCores": a, "Name": b, "Description": c},
            {"CimClass": "Win32_LogicalDisk", "DeviceID": "C:", "Size": d},
            {"CimClass": "Win32_PhysicalMemory", "Capacity": e},
            {"CimClass": "Win32_ComputerSystem", "PartOfDomain": f, "Domain": a, "Name": c},
        ]);
        prop_assert!(read("a", cim.to_string().as_bytes()).is_ok());
        let glpi = serde_json::json!({"content": {
            "hardware": {"memory": a, "name": b, "uuid": c}, "bios": d, "cpus": e,
            "drives": [{"systemdrive": true, "total": f}],
        }});
        prop_assert!(read("a", glpi.to_string().as_bytes()).is_ok());
    }

    #[test]
    fn no_values_make_the_capture_reader_panic(
        values in proptest::collection::btree_map(
            prop_oneof![
                Just("cpu_mhz"), Just("memory_bytes"), Just("memory_visible"), Just("system_type"),
                Just("system_volume_bytes"), Just("product_id_group"), Just("uuid"),
                Just("taken_at"), Just("tpm_version"), Just("mdm_providers"), Just("chassis_type"),
            ],
            prop_oneof![
                "[ -~é\u{a0}]{0,30}".prop_map(|text| serde_json::json!({"value": text, "from": "x"})),
                "0x[0-9a-f]{0,20}".prop_map(|text| serde_json::json!(text)),
                any::<i64>().prop_map(|number| serde_json::json!({"value": number})),
                Just(serde_json::json!([null])), Just(serde_json::json!({"value": {}})),
            ],
            0..8)
    ) {
        let capture = serde_json::json!({
            "format": "joinbench-capture", "schema": 1, "values": values, "not_seen": values,
        });
        let found = read("a", capture.to_string().as_bytes());
        prop_assert!(found.is_ok());
    }

    #[test]
    fn a_damaged_fixture_makes_no_reader_panic(
        (which, cut, at, byte) in (any::<prop::sample::Index>(), any::<prop::sample::Index>(),
            any::<prop::sample::Index>(), any::<u8>())
    ) {
        let fixtures = fixtures();
        let mut bytes = which.get(&fixtures).clone();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        bytes.truncate(cut.index(bytes.len()) + 1);
        for found in read("a", &bytes).into_iter().flatten() {
            for reading in found.readings {
                let parsed = reading.field.kind().parse(&reading.value.to_string());
                prop_assert_eq!(parsed.as_ref(), Ok(&reading.value));
            }
        }
    }
}
