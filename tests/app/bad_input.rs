//! Bad input at the window: a clear message, nothing lost, nothing crashed.

use std::path::PathBuf;

use egui::Key;
use joinbench::app::Opening;
use joinbench::plan::store;

use crate::bench::{Bench, Setup};

/// Reads a file with these bytes on the Device page and gives the window back.
fn read(name: &str, bytes: &[u8]) -> Bench {
    let mut bench = Bench::open(Setup::default());
    let file = bench.write(name, bytes);
    read_file(&mut bench, file);
    bench
}

fn read_file(bench: &mut Bench, file: PathBuf) {
    bench.key(Key::Num2);
    bench.type_into("Serial number", "CTS0042");
    bench.answers.set(vec![file]);
    bench.press("Choose reports");
}

fn check(name: &str, bytes: &[u8], expected: &str) {
    let bench = read(name, bytes);
    assert!(bench.says(expected), "{name}: the window does not say {expected:?}");
    assert!(bench.says(name), "{name}: the message does not name the file");
    let plan = bench.harness.state().plan().unwrap();
    assert_eq!(plan.title(), "CTS0042", "{name}: something was lost");
}

#[test]
fn files_that_are_no_reports_are_named_and_change_nothing() {
    check("empty.txt", b"", "empty");
    check("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture");
    check("letter.txt", b"Dear Adele,\nthe device is on its way.\n", "not");
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    check("deep.json", deep.as_bytes(), "deep.json:1:");
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let mut bench = Bench::open(Setup::default());
    let path = bench.folder.path().join("huge.txt");
    // A sparse file: 200 MB that take no room.
    std::fs::File::create(&path).unwrap().set_len(200 * 1024 * 1024).unwrap();
    read_file(&mut bench, path);
    assert!(bench.says("huge.txt") && bench.says("MB"));
}

#[test]
fn a_report_that_is_cut_short_gives_what_it_has() {
    let whole = include_str!("../../wizard/samples/contoso/dsregcmd.txt");
    let bench = read("cut.txt", &whole.as_bytes()[..whole.len() / 3]);
    assert!(bench.says("cut.txt"));
    let plan = bench.harness.state().plan().unwrap();
    assert!(plan.device.known().count() > 3);
}

#[test]
fn a_damaged_plan_leads_to_its_last_good_copy() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num1);
    bench.type_into("Model", "Latitude 5440");
    bench.type_into("Serial number", "CTS0042");
    let (file, folder) = (bench.plan_file(), bench.folder);
    drop(bench.harness);
    std::fs::write(&file, "(schema: 1, journey: Somewhere").unwrap();

    let opening = Opening::Plan(file.clone());
    let mut bench = Bench::open_in(folder, Setup { opening, ..Setup::default() });
    assert!(bench.says("line 1"), "the message has no place");
    bench.press("Open the last good copy");
    assert!(bench.says("Which device is it?"));
    assert!(store::open(&store::copy_path(&file)).is_ok(), "the copy was damaged");
}

#[test]
fn a_report_that_the_program_is_opened_with_is_read() {
    let report = crate::bench::sample("systeminfo.txt");
    let bench = Bench::open(Setup { opening: Opening::Report(report), ..Setup::default() });
    assert!(bench.says("Which device is it?"));
    assert!(bench.says("From systeminfo.txt:2"));
}

#[test]
fn a_value_that_does_not_fit_says_so_at_its_field() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num2);
    bench.type_into("Memory, in MB", "a lot");
    assert!(bench.says("Type a whole number, for example 16384 or 16 GB."));
    bench.type_into("Memory, in MB", "16 GB");
    assert!(!bench.says("Type a whole number"));
}

#[test]
fn an_export_that_cannot_be_written_says_so_and_leaves_nothing() {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    bench.go_to("Export");
    let blocked = bench.folder.path().join("a file, no folder");
    std::fs::write(&blocked, "in the way").unwrap();
    bench.answers.set(vec![blocked.clone()]);
    bench.press("Export package");
    assert!(bench.says("could not be written"));
    assert_eq!(std::fs::read_to_string(&blocked).unwrap(), "in the way");
}
