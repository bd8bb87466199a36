//! Lists that are broken, endless, or meant to break something.

use std::io::{Cursor, Write};

use joinbench::read::table::{Meaning, Row};
use joinbench::read::{Encoding, Recognised};

use crate::reading::{read, read_as};
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

use crate::fixtures::folder;

fn rows(text: &str) -> Vec<Row> {
    read("a.csv", text.as_bytes()).unwrap().list.expect("a list").rows().collect()
}

fn problems(rows: &[Row]) -> Vec<&str> {
    rows.iter().flat_map(|row| &row.problems).map(|problem| problem.message.as_str()).collect()
}

#[test]
fn a_row_that_never_ends_is_left_with_its_line() {
    let long = "a".repeat(3 * 1024 * 1024);
    let rows = rows(&format!("Serial number,Model\nCTS0001,B\nCTS0002,\"{long}\nCTS0003,B\n"));
    assert_eq!(rows.iter().filter(|row| row.is_device()).count(), 1);
    assert_eq!(rows.last().unwrap().line, 3);
    assert!(problems(&rows)[0].contains("longer than 1 MiB"), "{:?}", problems(&rows));
}

#[test]
fn a_quotation_mark_that_is_missing_costs_no_wrong_device() {
    let more = "CTS0003,B\n".repeat(150);
    let rows = rows(&format!("Serial number,Model\nCTS0001,B\nCTS0002,\"B\n{more}"));
    assert_eq!(rows.len(), 2);
    assert!(problems(&rows)[0].contains("quotation mark may be missing"), "{rows:?}");
}

#[test]
fn ten_thousand_columns_are_read() {
    let names: Vec<String> = (0..10_000).map(|place| format!("c{place}")).collect();
    let names = names.join(",");
    let found = rows(&format!("Serial number,Model,{names}\nCTS0001,B{}\n", ",x".repeat(10_000)));
    assert_eq!(found[0].readings.len(), 2);
    let ragged = rows("Serial number,Model\nCTS0001\nCTS0002,B,,\nCTS0003,B,x\n");
    assert_eq!(ragged.iter().filter(|row| row.is_device()).count(), 2);
    assert!(problems(&ragged)[0].contains("3 values and the list has 2 columns"), "{ragged:?}");
}

#[test]
fn a_list_without_end_on_one_line_is_no_list() {
    let line = "Serial number,Model,".repeat(200_000);
    let found = read("a.csv", line.as_bytes()).map(|found| found.readings.len());
    assert!(matches!(found, Ok(0) | Err(_)), "{found:?}");
}

/// A workbook with these parts instead of its own.
fn workbook(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let good = std::fs::read(folder().join("table/second-sheet.xlsx")).unwrap();
    let mut from = zip::ZipArchive::new(Cursor::new(good)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let names: Vec<String> =
        (0..from.len()).map(|at| from.by_index(at).unwrap().name().unwrap().into_owned()).collect();
    for name in names {
        to.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        match parts.iter().find(|(part, _)| *part == name) {
            Some((_, content)) => to.write_all(content).unwrap(),
            None => {
                std::io::copy(&mut from.by_name(&name).unwrap(), &mut to).unwrap();
            }
        }
    }
    to.finish().unwrap().into_inner()
}

fn refusal(bytes: &[u8]) -> String {
    read("a.xlsx", bytes).expect_err("a refusal").to_string()
}

#[test]
fn a_workbook_that_unpacks_without_end_is_refused() {
    let strings = vec![b'<'; 33 * 1024 * 1024];
    let bomb = workbook(&[("xl/sharedStrings.xml", &strings)]);
    assert!(bomb.len() < 1024 * 1024, "{} bytes are no bomb", bomb.len());
    let refused = refusal(&bomb);
    assert!(refused.contains("too large") && refused.contains("as CSV"), "{refused}");
    let one_text = vec![b'a'; 2 * 1024 * 1024];
    assert!(refusal(&workbook(&[("xl/styles.xml", &one_text)])).contains("too large"));
}

#[test]
fn a_workbook_that_hides_its_size_is_refused() {
    const SIZE: u32 = 5 * 1024 * 1024 + 7;
    let styles = vec![b'<'; SIZE as usize];
    let mut bytes = workbook(&[("xl/styles.xml", &styles)]);
    let (said, lie) = (SIZE.to_le_bytes(), 700_u32.to_le_bytes());
    let mut lies = 0;
    while let Some(at) = bytes.windows(4).position(|window| window == said) {
        bytes[at..at + 4].copy_from_slice(&lie);
        lies += 1;
    }
    assert!(lies > 0, "the size stands in the archive");
    let refused = refusal(&bytes);
    assert!(refused.contains("too large") || refused.contains("cannot be opened"), "{refused}");
}

#[test]
fn a_broken_workbook_and_one_without_a_list_are_refused_with_a_way_out() {
    let good = std::fs::read(folder().join("table/second-sheet.xlsx")).unwrap();
    for cut in [4, 100, good.len() / 2, good.len() - 10] {
        let refused = refusal(&good[..cut]);
        assert!(refused.contains("cannot be opened") && refused.contains("as CSV"), "{refused}");
    }
    let empty = b"<worksheet><sheetData></sheetData></worksheet>";
    let refused = refusal(&workbook(&[("xl/worksheets/sheet2.xml", empty)]));
    assert!(refused.contains("no sheet with columns"), "{refused}");
}

#[test]
fn cells_far_away_take_no_room() {
    let far = br#"<worksheet><sheetData>
        <row r="1"><c r="A1" t="inlineStr"><is><t>Serial number</t></is></c>
        <c r="B1" t="inlineStr"><is><t>Model</t></is></c>
        <c r="ZZZZZ1" t="inlineStr"><is><t>x</t></is></c></row>
        <row r="1048576"><c r="A1048576" t="inlineStr"><is><t>CTS0001</t></is></c></row>
        </sheetData></worksheet>"#;
    match read("a.xlsx", &workbook(&[("xl/worksheets/sheet2.xml", far)])) {
        Ok(found) => assert_eq!(found.readings[0].from.to_string(), "a.xlsx:1048576 Serial number"),
        Err(fault) => assert!(fault.to_string().contains("workbook"), "{fault}"),
    }
}

/// Everything a person can ask of what was read.
fn use_all(found: &Recognised) {
    let Some(list) = &found.list else { return };
    for row in list.rows() {
        for reading in row.readings {
            let parsed = reading.field.kind().parse(&reading.value.to_string());
            assert_eq!(parsed.as_ref(), Ok(&reading.value));
            assert!(reading.raw.chars().count() <= 256);
        }
    }
    let mut other = list.clone();
    for (place, meaning) in Meaning::ALL.iter().enumerate().step_by(5) {
        other.remap(place % other.columns().len().max(1), Some(*meaning));
        assert_eq!(other.rows().count(), list.rows().count());
    }
    assert!(list.preview(5).len() <= 5);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_cells_make_the_list_reader_panic(
        separator in prop::sample::select(vec![',', ';', '\t', '|']),
        rows in proptest::collection::vec(
            proptest::collection::vec("[ -~é主\u{a0}\n\r]{0,14}", 0..6), 0..12),
    ) {
        let names = ["Serial number", "Memory (MB)", "OS version", "Join type"];
        let rows = rows.iter().map(|row| row.join(&separator.to_string()));
        let text = format!(
            "{}\n{}", names.join(&separator.to_string()), rows.collect::<Vec<_>>().join("\n")
        );
        let found = read("a.csv", text.as_bytes());
        prop_assert!(found.is_ok(), "{text}");
        use_all(&found.unwrap());
    }

    #[test]
    fn no_bytes_behind_a_header_make_the_list_reader_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..600)
    ) {
        let bytes = [&b"Serial number,Manufacturer,Model,RAM\n"[..], &bytes].concat();
        for encoding in Encoding::ALL {
            if let Ok(found) = read_as("a.csv", &bytes, Some(*encoding)) {
                use_all(&found);
            }
        }
    }

    #[test]
    fn no_header_makes_the_list_reader_panic(names in "[ -~é主\t\"]{0,80}") {
        let text = format!("Serial number,Model,{names}\nCTS0001,Book 14,x\n");
        if let Ok(found) = read("a.csv", text.as_bytes()) {
            use_all(&found);
        }
    }

    #[test]
    fn a_damaged_workbook_makes_no_reader_panic(
        at in any::<prop::sample::Index>(), byte in any::<u8>()
    ) {
        let mut bytes = std::fs::read(folder().join("table/second-sheet.xlsx")).unwrap();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        if let Ok(found) = read("a.xlsx", &bytes) {
            use_all(&found);
        }
    }

    #[test]
    fn no_sheet_makes_the_workbook_reader_panic(inner in "[<>/&;A-Za-z0-9\"= é]{0,200}") {
        let sheet = format!("<worksheet><sheetData><row r=\"1\">{inner}</row></sheetData></worksheet>");
        let _ = read("a.xlsx", &workbook(&[("xl/worksheets/sheet2.xml", sheet.as_bytes())]));
    }
}
