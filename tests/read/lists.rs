//! What only a list has: columns that can be remapped, rows that come when they
//! are asked for, duplicates.

use joinbench::device::Reading;
use joinbench::read::table::{Duplicates, List, Mappings, Meaning, stream};
use joinbench::read::{Format, Recognised, read_with};

use crate::fixtures::{folder, read_file};
use crate::hardware_hash::HashBuilder;
use crate::reading::{only, read};

const INVENTORY: &str = "\
Inventory;Kind;Maker;Room
CTS0001;Book 14;Contoso;1.07
CTS0002;Book 14;Contoso;1.08
cts0001;Book 14;contoso;1.09
";

fn list(text: &str) -> List {
    let text = text.replace("Kind", "Model");
    read("list.csv", text.as_bytes()).unwrap().list.expect("a list")
}

fn serials(list: &List) -> Vec<String> {
    let of = |field: &str| field.parse().unwrap();
    list.rows().filter_map(|row| row.text(of("serial")).map(str::to_owned)).collect()
}

#[test]
fn a_column_that_was_not_understood_can_be_given_a_meaning() {
    let mut list = list(INVENTORY);
    assert_eq!(serials(&list), [""; 0]);
    assert_eq!(list.columns()[0].because, "The name is not known.");
    list.remap(0, Some(Meaning::Serial));
    assert_eq!(serials(&list), ["CTS0001", "CTS0002", "cts0001"]);
    assert_eq!((list.columns()[0].score, &*list.columns()[0].because), (100, "You chose it."));
    list.remap(99, Some(Meaning::Model));
    assert_eq!(list.columns()[1].meaning, Some(Meaning::Model), "no such column, no change");
}

#[test]
fn a_choice_is_remembered_for_the_next_list_with_the_same_columns() {
    let mut first = list(INVENTORY);
    first.remap(0, Some(Meaning::Serial));
    let mut mappings = Mappings::default();
    mappings.remember(first.mapping());
    let saved = ron::to_string(&mappings).unwrap();
    let mappings: Mappings = ron::from_str(&saved).unwrap();

    let next = "INVENTORY,model,maker,Room\nCTS0009,Book 9,Contoso,2\nCTS0010,Book 9,Contoso,2\n";
    let again =
        read_with("next.csv", next.as_bytes(), None, &mappings).map(only).unwrap().list.unwrap();
    assert_eq!(serials(&again), ["CTS0009", "CTS0010"]);
    assert_eq!(again.fingerprint(), first.fingerprint());
    assert!(again.columns()[0].because.contains("same columns"), "{:?}", again.columns());

    let other = "Model,Maker,Inventory\nBook 9,Contoso,CTS0009\n";
    let other =
        read_with("other.csv", other.as_bytes(), None, &mappings).map(only).unwrap().list.unwrap();
    assert_eq!(serials(&other), [""; 0]);
}

#[test]
fn every_column_says_why_it_is_taken_for_what_it_is() {
    let found = read_file(&folder().join("intune-devices/all-devices.csv"));
    for column in found.list.unwrap().columns() {
        assert_eq!(column.meaning.is_some(), column.score > 0, "{column:?}");
        assert!(column.because.ends_with('.'), "{column:?}");
    }
}

#[test]
fn the_preview_shows_cells_as_they_stand() {
    let list = list(INVENTORY);
    assert_eq!(list.preview(1), [["CTS0001", "Book 14", "Contoso", "1.07"]]);
    assert_eq!(list.preview(99).len(), 3);
}

#[test]
fn a_device_that_comes_again_is_told_with_its_first_line() {
    let mut list = list(INVENTORY);
    list.remap(0, Some(Meaning::Serial));
    let mut seen = Duplicates::default();
    let found: Vec<_> = list.rows().map(|row| seen.note(&row)).collect();
    assert_eq!(found, [None, None, Some(2)]);
}

#[test]
fn a_list_with_one_device_is_that_device_and_one_with_more_is_none() {
    let one = read_file(&folder().join("table/one-device.csv"));
    assert!(!one.readings.is_empty() && !one.is_of_several());
    let more = read_file(&folder().join("table/russian-1251.csv"));
    assert!(more.readings.is_empty() && more.is_of_several());
}

#[test]
fn a_value_that_stands_beside_several_serial_numbers_names_no_computer() {
    let meanings = |text: &str| {
        let list = list(text);
        list.columns().iter().map(|column| column.meaning).collect::<Vec<_>>()
    };
    let serial = Some(Meaning::Serial);
    let models =
        "Computer,Serial number\nBook14,CTS1\nBook14,CTS2\nBook15,CTS3\nBook14,CTS4\nBook14,CTS5\n";
    assert_eq!(meanings(models), [None, serial]);
    let disks = "Computer,Serial number\nCT-1,CTS1\nCT-1,CTS1\nCT-2,CTS2\nCT-2,CTS2\n";
    assert_eq!(meanings(disks), [Some(Meaning::Hostname), serial]);
}

#[test]
fn a_choice_holds_below_other_names_of_the_same_list() {
    let mut list = list(
        "Tag,Kind,Maker\nCTS0001,Book,Contoso\nKind,Tag,Maker,Serial number\nBook,CTS0002,Contoso,X\n",
    );
    list.remap(0, Some(Meaning::Serial));
    assert_eq!(serials(&list), ["CTS0001", "CTS0002"]);
}

#[test]
fn a_device_on_several_rows_is_one_device() {
    let same = read_file(&folder().join("table/same-device-twice.csv"));
    assert!(!same.readings.is_empty() && !same.is_of_several());
    let other = read_file(&folder().join("table/same-serial-two-makers.csv"));
    assert!(other.readings.is_empty() && other.is_of_several());
}

#[test]
fn rows_that_were_left_aside_are_named_before_it_is_said_that_none_is_left() {
    let found = read("list.csv", b"Serial number,Model\nCTS0001,Book,black\n").unwrap();
    let messages: Vec<&str> = found.problems.iter().map(|one| one.message.as_str()).collect();
    assert!(messages[0].contains("3 values"), "{messages:?}");
    assert!(messages[1].contains("no row of a device"), "{messages:?}");
    let rows = "CTS0002,Book,black\n".repeat(50);
    let found = read("list.csv", format!("Serial number,Model\nCTS0001,Book\n{rows}").as_bytes());
    let problems = found.unwrap().problems;
    assert_eq!(problems.len(), 4);
    assert_eq!(problems[3].message, "47 more rows were left aside.");
}

#[test]
fn why_a_device_was_left_aside_is_known_by_its_name() {
    let list = list("Device name,Serial number,Kind,OS\nPhone,CTS1,P,iOS\nCT-1,CTS2,B,Windows\n");
    for name in ["phone", "CTS1"] {
        let why = list.why_aside(name).unwrap();
        assert_eq!((why.line, why.message.contains("iOS")), (2, true), "{why}");
    }
    assert_eq!(list.why_aside("CT-1"), None);
    assert_eq!(list.why_aside("CT-9"), None);
}

#[test]
fn a_reading_names_its_row_and_its_column() {
    let found = read_file(&folder().join("table/one-device.csv"));
    let place = found.readings.iter().find(|reading| reading.field.id() == "serial").unwrap();
    assert_eq!(place.from.to_string(), "one-device.csv:2 Serial number");
    let saved = ron::to_string(&found.readings).unwrap();
    assert_eq!(ron::from_str::<Vec<Reading>>(&saved).unwrap(), found.readings);
}

#[test]
fn a_row_of_another_sheet_is_found_by_the_number_it_has_there() {
    let found = read_file(&folder().join("table/several-sheets.xlsx"));
    let rows: Vec<_> = found.list.unwrap().rows().collect();
    let places: Vec<String> = rows.iter().map(|row| row.readings[0].from.to_string()).collect();
    assert_eq!(places[1], "several-sheets.xlsx:3 Laptops: Serial number");
    assert_eq!(places[2], "several-sheets.xlsx:4 Desktops: Serial number");
    let mut seen = Duplicates::default();
    let again: Vec<_> = rows.iter().map(|row| seen.note(row)).collect();
    assert_eq!(again, [None, None, None, Some(2)]);
    assert!(found.because.starts_with("Sheets Laptops, Desktops: Line 1"), "{}", found.because);
}

#[test]
fn a_stream_gives_the_same_rows_as_a_file() {
    for path in ["intune-devices/raw-names-utf16.csv", "table/preamble-and-remark.csv"] {
        let path = folder().join(path);
        let file = std::fs::File::open(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let rows = stream(name, file, None, &Mappings::default()).unwrap();
        let expected: Vec<_> = read_file(&path).list.unwrap().rows().collect();
        assert_eq!(rows.collect::<Vec<_>>(), expected);
    }
}

#[test]
fn a_stream_goes_on_beyond_what_was_looked_at() {
    let rows = (1..=40_000).map(|row| format!("CTS{row:05},Book 14\r\n"));
    let text = format!("Serial number,Model\r\n{}", rows.collect::<String>());
    let last = stream("a.csv", text.as_bytes(), None, &Mappings::default()).unwrap().last();
    let last = last.expect("rows");
    assert_eq!((last.line, last.text("serial".parse().unwrap())), (40_001, Some("CTS40000")));
}

/// The sample by which a list is told ends somewhere in a row.
#[test]
fn a_list_without_names_is_told_wherever_its_sample_ends() {
    let hash = HashBuilder::laptop().base64();
    for shift in 0..24 {
        let first = "C".repeat(shift);
        let hashes = (0..70).map(|row| format!("CTS{first}{row:05},,{hash}\r\n"));
        let found = read("hashes.csv", hashes.collect::<String>().as_bytes()).unwrap();
        assert_eq!(found.format, Format::AutopilotCsv, "{shift}");
        let devices = (0..12_000).map(|row| format!("Contoso,Book {first},CTS{row:05}\r\n"));
        let found = read("devices.csv", devices.collect::<String>().as_bytes()).unwrap();
        assert_eq!(found.format, Format::CorporateIdentifiers, "{shift}");
    }
}

#[test]
fn what_is_no_list_is_no_stream() {
    let refused = stream("a.txt", &b"Dear Adele"[..], None, &Mappings::default()).unwrap_err();
    assert!(refused.to_string().contains("list of devices"), "{refused}");
}

fn because(found: &Recognised) -> &str {
    &found.because
}

#[test]
fn the_reason_names_the_line_and_the_columns() {
    let found = read_file(&folder().join("table/preamble-and-remark.csv"));
    assert_eq!(found.format, Format::Table);
    assert!(because(&found).starts_with("Line 5 names columns"), "{}", found.because);
    assert!(because(&found).contains("Seriennummer"), "{}", found.because);
    let sheet = read_file(&folder().join("table/second-sheet.xlsx"));
    assert!(because(&sheet).starts_with("Sheet Laptops: Line 3"), "{}", sheet.because);
}

#[test]
fn a_report_is_no_list_although_it_has_columns() {
    for format in Format::ALL.iter().filter(|format| !format.is_list()) {
        for path in crate::fixtures::of_format(*format) {
            assert!(read_file(&path).list.is_none(), "{}", path.display());
        }
    }
}
