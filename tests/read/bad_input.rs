//! Bad input is refused with the problem, its place and the way out.

use joinbench::read::{Encoding, Format, LARGEST_FILE, LARGEST_REPORT};

use crate::reading::{read, read_as};

use crate::fixtures::folder;

fn check(name: &str, bytes: &[u8], parts: &[&str]) {
    let refused = read(name, bytes).expect_err(name).to_string();
    for part in parts {
        assert!(refused.contains(part), "{refused:?} has no {part:?}");
    }
}

#[test]
fn an_empty_file_is_refused() {
    check("empty.txt", b"", &["empty.txt: ", "is empty", "Run the command again"]);
    check("blank.txt", b" \r\n\r\n", &["is empty"]);
    check("mark.txt", b"\xFF\xFE", &["is empty"]);
}

#[test]
fn binaries_are_named_for_what_they_are() {
    check("a.png", b"\x89PNG\r\n\x1a\n\0\0", &["is a picture", "Choose the text"]);
    check("a.xlsx", b"PK\x03\x04\x14\0\0\0", &["a workbook"]);
    check("a.rtf", b"{\\rtf1 AzureAdJoined : YES}", &["a document of a word processor"]);
    check("a.evtx", b"ElfFile\0\0\0", &["an event log"]);
    check("a.bin", &[0, 1, 2, 3, 0, 5, 200, 201], &["is not text"]);
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_decoded() {
    let large = vec![b'a'; LARGEST_FILE + 1024 * 1024];
    check("large.txt", &large, &["larger than 64 MiB", "one device"]);
    let report = vec![b'a'; LARGEST_REPORT + 1];
    check("report.txt", &report, &["larger than 32 MiB", "one device"]);
}

#[test]
fn a_report_far_down_in_a_transcript_is_still_recognized() {
    let before = "Somebody typed for a long time here.\n".repeat(5_000);
    let report = include_str!("../../wizard/samples/contoso/dsregcmd.txt");
    let found = read("transcript.txt", format!("{before}{report}").as_bytes()).unwrap();
    assert_eq!(found.format, Format::Dsregcmd);
    assert!(found.because.starts_with("Line 50"), "{}", found.because);
    assert!(found.readings.len() > 5);
}

#[test]
fn a_text_of_no_format_is_refused_with_the_formats() {
    let parts = ["Nothing here looks like", "utf-8", "dsregcmd /status", "systeminfo"];
    check("letter.txt", b"Dear Adele, the laptop is on your desk.", &parts);
    check("other.json", b"{\"name\": \"Contoso\"}", &["Nothing here looks like"]);
}

#[test]
fn the_list_of_get_computerinfo_is_not_taken_for_systeminfo() {
    let list =
        b"CsSystemType : x64-based PC\nOsVersion    : 10.0.26100\nOsBootDevice : \\Device\\H1";
    assert_eq!(read("list.txt", list).unwrap().format, Format::ComputerInfoText);
}

#[test]
fn deep_json_is_refused_with_its_place() {
    let deep = "{\"logging\": ".repeat(100_000);
    check("deep.json", deep.as_bytes(), &["deep.json:1:", "nested too deeply"]);
}

#[test]
fn broken_json_is_refused_with_its_line_and_column() {
    let broken = b"{\n  \"returnCode\": 0,\n  \"returnResult\": CAPABLE\n}";
    check("broken.json", broken, &["broken.json:3:", "cannot be read here", "again"]);
}

#[test]
fn json_over_its_limit_is_refused() {
    let large = format!("{{\"a\": \"{}\"}}", "b".repeat(17 * 1024 * 1024));
    check("large.json", large.as_bytes(), &["larger than 16 MiB"]);
}

#[test]
fn a_wrong_choice_of_encoding_can_be_undone() {
    let bytes = std::fs::read(folder().join("systeminfo-text/russian-windows-1251.txt")).unwrap();
    let wrong = read_as("a.txt", &bytes, Some(Encoding::Utf16Le)).unwrap_err().to_string();
    assert!(wrong.contains("choose another encoding"), "{wrong}");
    let right = read_as("a.txt", &bytes, Some(Encoding::Windows1251)).unwrap();
    assert_eq!(right.encoding, Encoding::Windows1251);
}

#[test]
fn letters_that_cannot_be_read_are_a_problem_with_their_line() {
    let mut bytes = "Device\nAzureAdJoined : YES\nDevice Name : é".as_bytes().to_vec();
    bytes.pop();
    let found = read("a.txt", &bytes).unwrap();
    assert_eq!(found.problems[0].line, 3);
    assert!(found.problems[0].message.contains("utf-8"), "{:?}", found.problems);
}

#[test]
fn the_number_of_an_error_alone_is_no_answer_about_secure_boot() {
    let log = b"Faulting application name: contoso.exe\nException code: 0xC0000002\n";
    check("crash.txt", log, &["Nothing here looks like"]);
}

#[test]
fn a_product_key_where_a_name_belongs_is_not_kept() {
    const KEY: &str = "W269N-WFGWX-YVC9B-4J6C9-T83GX";
    let list = format!("Serial number,Group tag,Model\nCTS0001 {KEY},{KEY},Book 14\n");
    let report =
        format!(r#"{{"CimClass":"Win32_BIOS","SerialNumber":"{KEY}","Manufacturer":"C"}}"#);
    for (name, text) in [("list.csv", list), ("bios.json", report)] {
        let found = read(name, text.as_bytes()).unwrap();
        let said = format!("{:?} {:?}", found.readings, found.problems);
        assert!(!said.contains("T83GX"), "{name}: {said}");
    }
}
