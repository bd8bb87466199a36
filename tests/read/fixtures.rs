//! Every fixture says exactly what stands beside it: `NAME.expected.json` for
//! `FORMAT/NAME.txt` or `.json`; a list says it for each of its rows.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use joinbench::device::{Reading, Value};
use joinbench::read::table::{List, Meaning};
use joinbench::read::{Format, Problem, Recognised};
use serde::Deserialize;

use crate::hardware_hash::HashBuilder;
use crate::reading::read;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    encoding: String,
    fields: BTreeMap<String, Value>,
    /// A part of each problem, in order.
    problems: Vec<String>,
    /// Of a list: what each column that is read is taken for.
    #[serde(default)]
    columns: Option<BTreeMap<String, Meaning>>,
    /// Of a list: every row that has a value.
    #[serde(default)]
    rows: Option<Vec<ExpectedRow>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ExpectedRow {
    line: u32,
    fields: BTreeMap<String, Value>,
    problems: Vec<String>,
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/fixtures")
}

/// Every fixture of a format, without what is expected of it.
pub(crate) fn of_format(format: Format) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder().join(format.id()))
        .expect("every format has a folder of fixtures")
        .map(|entry| entry.unwrap().path())
        .filter(|path| !path.to_string_lossy().ends_with(".expected.json"))
        .collect();
    files.sort();
    files
}

pub(crate) fn read_file(path: &Path) -> Recognised {
    let name = path.file_name().unwrap().to_str().unwrap();
    read(name, &fs::read(path).unwrap()).unwrap_or_else(|fault| panic!("{fault}"))
}

fn expected(path: &Path) -> Expected {
    let beside = path.with_extension("expected.json");
    let text =
        fs::read_to_string(&beside).unwrap_or_else(|_| panic!("{} is missing", beside.display()));
    serde_json::from_str(&text).unwrap_or_else(|fault| panic!("{}: {fault}", beside.display()))
}

fn check(path: &Path, format: Format) {
    let expected = expected(path);
    let found = read_file(path);
    let name = path.display();
    assert_eq!(found.format, format, "{name}");
    assert_eq!(found.encoding.id(), expected.encoding, "{name}");
    check_fields(&name.to_string(), &found.readings, &expected.fields);
    check_problems(&name.to_string(), &found.problems, &expected.problems);
    check_list(&name.to_string(), &found, &expected);
}

fn check_fields(name: &str, readings: &[Reading], expected: &BTreeMap<String, Value>) {
    let mut fields: BTreeMap<String, Value> = BTreeMap::new();
    for reading in readings {
        let id = reading.field.id();
        let earlier = fields.insert(id.to_owned(), reading.value.clone());
        assert!(earlier.is_none_or(|e| e == reading.value), "{name} says {id} twice");
    }
    assert_eq!(&fields, expected, "{name}");
}

fn check_problems(name: &str, problems: &[Problem], expected: &[String]) {
    let messages: Vec<&str> = problems.iter().map(|p| p.message.as_str()).collect();
    assert_eq!(messages.len(), expected.len(), "{name}: {messages:?}");
    for (message, part) in messages.iter().zip(expected) {
        assert!(message.contains(part), "{name}: {message:?} has no {part:?}");
    }
}

fn check_list(name: &str, found: &Recognised, expected: &Expected) {
    let Some(list) = &found.list else {
        assert!(expected.rows.is_none() && expected.columns.is_none(), "{name} is no list");
        return;
    };
    let columns = list.columns().iter();
    let columns: BTreeMap<String, Meaning> =
        columns.filter_map(|column| Some((column.name.to_string(), column.meaning?))).collect();
    assert_eq!(Some(columns), expected.columns, "{name}");
    let rows = expected.rows.as_ref().expect("the rows of a list");
    let lines: Vec<u32> = rows.iter().map(|row| row.line).collect();
    assert_eq!(list.rows().map(|row| row.line).collect::<Vec<_>>(), lines, "{name}");
    for (row, expected) in list.rows().zip(rows) {
        let name = format!("{name}:{}", row.line);
        check_fields(&name, &row.readings, &expected.fields);
        check_problems(&name, &row.problems, &expected.problems);
    }
}

/// The readings of a file, those of its rows too.
fn all_readings(path: &Path) -> Vec<Reading> {
    let found = read_file(path);
    let rows = found.list.iter().flat_map(List::rows).flat_map(|row| row.readings);
    rows.chain(found.readings.iter().cloned()).collect()
}

#[test]
fn every_fixture_says_what_is_expected_of_it() {
    let mut broken: Vec<PathBuf> = Vec::new();
    for format in Format::ALL {
        let fixtures = of_format(*format);
        let fails = |path: &PathBuf| std::panic::catch_unwind(|| check(path, *format)).is_err();
        broken.extend(fixtures.into_iter().filter(fails));
    }
    assert!(broken.is_empty(), "{broken:#?}");
}

#[test]
fn every_format_has_at_least_three_fixtures() {
    for format in Format::ALL {
        assert!(of_format(*format).len() >= 3, "{format}");
    }
}

#[test]
fn every_expectation_belongs_to_a_fixture() {
    for format in Format::ALL {
        let fixtures = of_format(*format);
        let expectations = fs::read_dir(folder().join(format.id())).unwrap().count();
        assert_eq!(expectations, fixtures.len() * 2, "{format}");
    }
}

#[test]
fn every_reading_fits_its_field_and_names_its_place() {
    for format in Format::ALL {
        for path in of_format(*format) {
            for reading in all_readings(&path) {
                let typed = reading.value.to_string();
                let parsed = reading.field.kind().parse(&typed);
                assert_eq!(parsed.as_ref(), Ok(&reading.value), "{reading:?}");
                assert!(reading.raw.chars().count() <= 256, "{reading:?}");
                assert!(reading.from.to_string().contains(':'), "{reading:?}");
            }
        }
    }
}

/// What identifies hardware is decoded and goes no further.
#[test]
fn nothing_holds_a_hardware_hash() {
    let in_every_hash = HashBuilder::laptop().base64()[8..32].to_owned();
    let mut hashes = 0;
    for path in of_format(Format::AutopilotCsv) {
        let file = fs::read(&path).unwrap();
        let plain: Vec<u8> = file.into_iter().filter(|byte| *byte != 0).collect();
        hashes += usize::from(String::from_utf8_lossy(&plain).contains(&in_every_hash));
        let found = read_file(&path);
        assert!(!format!("{found:?}").contains(&in_every_hash), "{}", path.display());
        let Some(list) = &found.list else { continue };
        let rows: Vec<_> = list.rows().collect();
        let shown = format!("{rows:?} {:?} {:?}", list.rows(), list.preview(10));
        assert!(!shown.contains(&in_every_hash), "{}", path.display());
        assert!(shown.contains("characters)") || rows.is_empty(), "{}", path.display());
    }
    assert!(hashes >= 10, "{hashes} fixtures hold a hash");
}

#[test]
fn no_reading_holds_a_product_id() {
    for format in Format::ALL {
        for path in of_format(*format) {
            for reading in all_readings(&path) {
                assert!(!reading.raw.contains("00330-80000"), "{reading:?}");
            }
        }
    }
}
