//! The parsers, each with the good input that is damaged.

use std::path::{Path, PathBuf};

use joinbench::check::{Organization, Rules};
use joinbench::plan::file;
use joinbench::read::{self, Format, barcode, hash};
use joinbench::wizard::{self, Source};

use crate::damage::{Dice, damage};

/// How many rounds each target runs for each good input.
fn rounds() -> u64 {
    let asked = std::env::var("JOINBENCH_FUZZ_ROUNDS").ok();
    asked.map_or(20, |rounds| rounds.parse().expect("JOINBENCH_FUZZ_ROUNDS is a number"))
}

/// Feeds a target every good input, damaged.
fn fuzz(name: &str, good: &[Vec<u8>], mut target: impl FnMut(&[u8])) {
    assert!(!good.is_empty(), "{name} has no good input");
    for (at, input) in good.iter().enumerate() {
        for round in 0..rounds() {
            let mut dice = Dice::new(name, round.wrapping_mul(1009).wrapping_add(at as u64));
            let mut bytes = input.clone();
            let other = dice.pick(good).clone();
            damage(&mut dice, &mut bytes, &other);
            target(&bytes);
        }
    }
}

fn files_below(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut folders = vec![root];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    files
}

fn contents(folder: &str, wanted: impl Fn(&Path) -> bool) -> Vec<Vec<u8>> {
    let files = files_below(folder).into_iter().filter(|path| wanted(path));
    files.map(|path| std::fs::read(path).unwrap()).collect()
}

/// What every reading of anything keeps: a value that its field can hold.
fn read_and_look(bytes: &[u8]) {
    for found in read::read("a", bytes).into_iter().flatten() {
        let rows = found.list.iter().flat_map(|list| list.devices().take(50));
        let readings = rows.flat_map(|row| row.readings).chain(found.readings);
        for reading in readings {
            let kept = reading.field.kind().parse(&reading.value.to_string());
            assert_eq!(kept.as_ref(), Ok(&reading.value), "{reading:?}");
        }
    }
}

#[test]
fn reports_and_lists() {
    for format in Format::ALL {
        let folder = format!("tests/read/fixtures/{format}");
        let good = contents(&folder, |path| !path.to_string_lossy().ends_with(".expected.json"));
        fuzz(format.id(), &good, read_and_look);
    }
}

#[test]
fn transcripts() {
    let good = contents("tests/read/transcripts", |path| {
        path.extension().is_some_and(|ending| ending == "txt")
    });
    fuzz("transcripts", &good, read_and_look);
}

#[test]
fn hardware_hashes() {
    let good = contents("tests/read/fixtures/autopilot-csv", |path| {
        path.extension().is_some_and(|ending| ending == "txt")
    });
    fuzz("hashes", &good, |bytes| drop(hash::read_list("a", bytes)));
}

#[test]
fn barcodes() {
    let codes = [
        "1S20LFS06600PF0AAAAA",
        "]C10104012345678901\u{1d}21CTS0001",
        "(01)04012345678901(21)CTS0001",
        "S/N: CTS0001",
        "7XK2P13",
        "https://example.contoso.com/?sn=CTS0001&m=Book",
        "WIFI:S:Contoso;T:WPA;P:not-a-real-key;;",
        "00:1A:2B:3C:4D:5E",
        "AAAAA-BBBBB-CCCCC-DDDDD-NEEEE",
    ];
    let good: Vec<Vec<u8>> = codes.iter().map(|code| code.as_bytes().to_vec()).collect();
    fuzz("barcodes", &good, |bytes| drop(barcode::scan(&String::from_utf8_lossy(bytes))));
}

fn ron(bytes: &[u8]) -> Source {
    Source { name: "a.ron".to_owned(), text: String::from_utf8_lossy(bytes).into_owned() }
}

#[test]
fn rules() {
    let good = contents("wizard/rules", |path| path.extension().is_some_and(|e| e == "ron"));
    fuzz("rules", &good, |bytes| drop(Rules::default().with(&[ron(bytes)])));
}

#[test]
fn organizations() {
    let good = contents("wizard/samples", |path| path.ends_with("organization.ron"));
    fuzz("organizations", &good, |bytes| drop(wizard::parse::<Organization>(&ron(bytes))));
}

#[test]
fn plans() {
    let plan = joinbench::plan::demo::plan_on(
        &joinbench::plan::Handbook::built_in().unwrap(),
        jiff::civil::date(2026, 11, 22),
    );
    let good = vec![file::to_text(&plan.unwrap()).unwrap().into_bytes()];
    fuzz("plans", &good, |bytes| drop(file::from_text(&String::from_utf8_lossy(bytes))));
}
