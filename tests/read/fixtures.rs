//! Every fixture says exactly what stands beside it: `NAME.expected.json` for
//! `FORMAT/NAME.txt` or `.json`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use joinbench::device::Value;
use joinbench::read::{Format, Recognised, read};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    encoding: String,
    fields: BTreeMap<String, Value>,
    /// A part of each problem, in order.
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
    let mut fields: BTreeMap<String, Value> = BTreeMap::new();
    for reading in &found.readings {
        let id = reading.field.id();
        let earlier = fields.insert(id.to_owned(), reading.value.clone());
        assert!(earlier.is_none_or(|e| e == reading.value), "{name} says {id} twice");
    }
    assert_eq!(fields, expected.fields, "{name}");
    let messages: Vec<&str> = found.problems.iter().map(|p| p.message.as_str()).collect();
    assert_eq!(messages.len(), expected.problems.len(), "{name}: {messages:?}");
    for (message, part) in messages.iter().zip(&expected.problems) {
        assert!(message.contains(part), "{name}: {message:?} has no {part:?}");
    }
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
            for reading in read_file(&path).readings {
                let typed = reading.value.to_string();
                let parsed = reading.field.kind().parse(&typed);
                assert_eq!(parsed.as_ref(), Ok(&reading.value), "{reading:?}");
                assert!(reading.raw.chars().count() <= 256, "{reading:?}");
                assert!(reading.from.to_string().contains(':'), "{reading:?}");
            }
        }
    }
}

#[test]
fn no_reading_holds_a_product_id() {
    for format in Format::ALL {
        for path in of_format(*format) {
            for reading in read_file(&path).readings {
                assert!(!reading.raw.contains("00330-80000"), "{reading:?}");
            }
        }
    }
}
