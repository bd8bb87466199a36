//! Files that hold several reports: each says what `NAME.expected.json` lists
//! beside `NAME.txt`, in the order of the reports.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use joinbench::device::{Place, Value};
use joinbench::read::{Recognised, read};
use serde::{Deserialize, Serialize};

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    format: String,
    /// The first line that a value was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    first_line: Option<u32>,
    fields: BTreeMap<String, Value>,
    problems: Vec<String>,
}

impl Expected {
    fn of(report: &Recognised) -> Self {
        let lines = report.readings.iter().filter_map(|reading| match reading.from.place {
            Place::Line(line) => Some(line),
            _ => None,
        });
        let fields = report.readings.iter();
        Self {
            format: report.format.to_string(),
            first_line: lines.min(),
            fields: fields.map(|one| (one.field.id().to_owned(), one.value.clone())).collect(),
            problems: report.problems.iter().map(|problem| problem.message.clone()).collect(),
        }
    }
}

#[test]
fn every_report_of_a_transcript_is_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/transcripts");
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    names.sort();
    assert!(names.len() >= 8);
    for path in names {
        let name = path.file_name().unwrap().to_str().unwrap();
        let reports = read(name, &fs::read(&path).unwrap()).unwrap();
        let found: Vec<Expected> = reports.iter().map(Expected::of).collect();
        let beside = path.with_extension("expected.json");
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            fs::write(&beside, serde_json::to_string_pretty(&found).unwrap() + "\n").unwrap();
        }
        let expected: Vec<Expected> =
            serde_json::from_str(&fs::read_to_string(&beside).expect(name)).unwrap();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn what_stands_between_two_reports_belongs_to_none_of_them() {
    let text = "-TPM Version: 2.0\n\nSome words.\n\nPS C:\\> date\n\nMonday\n\nTpmPresent : True\n\
                TpmReady : False\nManufacturerIdTxt : IFX\n";
    let reports = read("a.txt", text.as_bytes()).unwrap();
    let formats: Vec<&str> = reports.iter().map(|report| report.format.id()).collect();
    assert_eq!(formats, ["tpmtool", "get-tpm"]);
}
