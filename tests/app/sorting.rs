//! Files about several devices: the one that is meant is chosen, and columns
//! of lists get another meaning that is remembered.

use egui::{Key, Modifiers};
use joinbench::app::Opening;
use joinbench::device::Field;

use crate::bench::{Bench, Setup};

const LIST: &str = "Inventar;Rechner;Ort;Hersteller;Modell;Seriennummer\n\
    1;CT-0001;Bonn;Contoso;Book 14;CTS0001\n\
    2;CT-0002;Bonn;Contoso;Book 16;CTS0002\n\
    3;CT-0003;Kiel;Contoso;Mini;CTS0003\n";

const SEARCH: &str = "Find a device: serial number, name, user or anything else";

/// Writes a file and lets the next file dialog choose it.
fn choose(bench: &Bench, files: &[(&str, &str)]) {
    let paths = files.iter().map(|(name, text)| bench.write(name, text)).collect();
    bench.answers.set(paths);
}

fn home_with(files: &[(&str, &str)]) -> Bench {
    let mut bench = Bench::open(Setup::default());
    choose(&bench, files);
    bench.press("Choose a report to read");
    bench
}

fn serial(bench: &Bench) -> Option<String> {
    let plan = bench.harness.state().plan()?;
    plan.device.text(Field::Serial).map(str::to_owned)
}

#[test]
fn a_row_of_a_list_becomes_the_device() {
    let mut bench = home_with(&[("list.csv", LIST)]);
    assert!(bench.says("Which of these devices is it?"), "nobody asks");
    assert!(bench.says("3 of 3 devices"));
    bench.type_into(SEARCH, "ct-000");
    assert!(bench.says("3 of 3 devices"), "{:?}", bench.names_that_start(""));
    bench.type_into(SEARCH, "3");
    assert!(bench.says("1 of 3 devices"));
    bench.press("Take this one: CTS0003");
    assert_eq!(serial(&bench).as_deref(), Some("CTS0003"));
    assert!(bench.says("Which device is it?"), "the Device page is not shown");
}

#[test]
fn of_very_many_columns_those_in_view_are_drawn() {
    let names: Vec<String> = (0..2_000).map(|column| format!("Extra-{column}")).collect();
    let wide = |start: &str| format!("{start},{}\n", names.join(","));
    let list = wide("Serial number,Model") + &wide("CTS0001,Book") + &wide("CTS0002,Desk");
    let mut bench = home_with(&[("wide.csv", &list)]);
    let drawn = bench.names_that_start("Meaning of ").len();
    assert!((2..60).contains(&drawn), "{drawn} columns are drawn");
    bench.choose("Meaning of Extra-0", "Device name");
    assert!(bench.says("Row 2 · Extra-0 · Book"), "the rows are not read anew");
}

#[test]
fn a_column_gets_another_meaning_that_the_next_list_remembers() {
    let named = "Serial number,Device name,Was\nCTS0001,CT-1,Book 14\nCTS0002,CT-2,Book 16\n";
    let mut bench = home_with(&[("list.csv", named)]);
    bench.choose("Meaning of Was", "Model");
    assert!(bench.says("Row 2 · CT-1 · Book 14"), "the rows are not read anew");
    bench.press("Leave these files");
    assert!(!bench.says("Meaning of Was"), "the files are not left");
    choose(&bench, &[("other.csv", &named.replace("CTS", "FAB"))]);
    bench.press("Choose a report to read");
    assert!(bench.says("Row 2 · CT-1 · Book 14"), "the meaning is forgotten");
    bench.press("Guess again");
    assert!(!bench.says("Row 2 · CT-1 · Book 14"), "the choice is still in use");
}

#[test]
fn a_list_that_was_pasted_is_read_anew_too() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num2);
    bench.type_into("Paste a report", LIST);
    bench.press("Read the text");
    bench.choose("Meaning of Ort", "Model");
    assert!(bench.says("Row 2 · CT-0001 · Contoso · Bonn"), "{:?}", bench.names_that_start("Row"));
    bench.press("Guess again");
    assert!(bench.says("Which of these devices is it?"), "the list is lost");
    assert!(bench.says("3 of 3 devices"));
}

#[test]
fn reports_of_two_devices_are_told_apart() {
    let cim = |serial: &str| {
        format!(
            r#"{{"CimClass":"Win32_BIOS","SerialNumber":"{serial}","Manufacturer":"Contoso","SMBIOSBIOSVersion":"1.2"}}"#
        )
    };
    let (one, other) = (cim("CTS0001"), cim("CTS0002"));
    let mut bench = home_with(&[("a.json", &one), ("b.json", &other)]);
    assert!(bench.says("Devices that reports are about"));
    bench.press("Take this one: CTS0002");
    assert_eq!(serial(&bench).as_deref(), Some("CTS0002"));
    // A report of another device does not slip into the plan.
    choose(&bench, &[("a.json", &one)]);
    bench.press("Choose reports");
    assert!(bench.says("The device of this plan."), "another device slipped in");
    assert_eq!(serial(&bench).as_deref(), Some("CTS0002"));
    bench.key(Key::Escape);
    assert_eq!(serial(&bench).as_deref(), Some("CTS0002"));
}

#[test]
fn the_demo_is_one_device() {
    let bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    assert!(serial(&bench).is_some());
}

#[test]
fn the_list_is_searched_and_left_by_keys_alone() {
    let mut bench = home_with(&[("list.csv", LIST)]);
    bench.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    bench.harness.run();
    assert_eq!(bench.focused().as_deref(), Some(SEARCH));
    bench.harness.event(egui::Event::Text("cts0002".to_owned()));
    bench.harness.run();
    assert!(bench.says("1 of 3 devices"));
    bench.key(Key::Escape);
    assert!(bench.says("1 of 3 devices"), "Escape in the search left the files");
    bench.press("Meaning of Modell");
    bench.key(Key::Escape);
    assert!(bench.says("1 of 3 devices"), "Escape in a list of choices left the files");
    bench.key(Key::Escape);
    assert!(!bench.says("1 of 3 devices"), "Escape does not leave the files");
}
