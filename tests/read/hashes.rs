//! Hardware hashes: what they say, how damage shows, and that they stay secret.

use std::sync::Arc;

use joinbench::device::{Device, Field, Value};
use joinbench::read::Format;
use joinbench::read::hash::{Damage, HashFault, decode, looks_like, read_list};

use crate::reading::read;
use proptest::prelude::*;

use crate::hardware_hash::{HashBuilder, disk, memory, seal, tool};

fn device(hash: &HashBuilder) -> Device {
    let mut device = Device::default();
    let hash = decode(&hash.base64()).unwrap_or_else(|fault| panic!("{fault}"));
    device.add_all(hash.readings(&Arc::from("a.txt"), 7));
    device
}

fn check(hash: &HashBuilder, field: Field, expected: Option<&str>) {
    let known = device(hash).value(field).map(Value::to_string);
    assert_eq!(known.as_deref(), expected, "{field}");
}

fn damage(text: &str) -> HashFault {
    decode(text).expect_err("a fault")
}

#[test]
fn every_field_that_a_hash_knows_is_read_from_its_record() {
    let device = device(&HashBuilder::laptop());
    let known: Vec<String> = device
        .known()
        .map(|known| format!("{} = {} from {}", known.field, known.value, known.from))
        .collect();
    insta::assert_snapshot!(known.join("\n"));
}

#[test]
fn what_is_in_the_device_can_be_compared_with_it() {
    let hash = decode(&HashBuilder::laptop().base64()).unwrap();
    let parts: Vec<String> =
        hash.parts().iter().map(|part| format!("{}: {}", part.name, part.says)).collect();
    insta::assert_snapshot!(parts.join("\n"));
}

#[test]
fn a_tpm_is_missing_only_when_full_windows_found_no_trace_of_it() {
    let laptop = HashBuilder::laptop();
    let bare = laptop.clone().without(13).without(25).without(11);
    check(&laptop, Field::TpmVersion, Some("2.0"));
    check(&bare, Field::TpmVersion, Some("none"));
    check(&laptop.clone().without(13), Field::TpmVersion, None);
    check(&laptop.clone().without(13).without(25), Field::TpmVersion, None);
    check(&laptop.clone().text(13, "TPM-Version:3.0"), Field::TpmVersion, None);
    check(&laptop.clone().text(13, "TPM-Version:1.2 -Level:2"), Field::TpmVersion, Some("1.2"));
    let in_windows_pe = tool([10, 0, 26_100, 1], [10, 0, 26_100, 1], 1);
    check(&bare.clone().record(1, in_windows_pe), Field::TpmVersion, None);
    check(&bare.without(1), Field::TpmVersion, None);
}

#[test]
fn the_windows_of_windows_pe_is_not_that_of_the_device() {
    let taken_in_pe = tool([10, 0, 26_100, 1], [10, 0, 26_100, 1], 1);
    check(&HashBuilder::laptop().record(1, taken_in_pe), Field::Build, None);
    let other_tool = tool([10, 0, 19_041, 1], [10, 0, 26_100, 4_061], 2);
    check(&HashBuilder::laptop().record(1, other_tool), Field::Build, Some("26100"));
}

#[test]
fn of_several_disks_none_is_taken_for_that_of_windows() {
    let laptop = HashBuilder::laptop();
    check(&laptop, Field::StorageBytes, Some(&(476_i64 << 30).to_string()));
    check(&laptop.clone().also(6, disk(953, 11)), Field::StorageBytes, None);
    let with_stick = laptop.also(6, disk(28, 7));
    check(&with_stick, Field::StorageBytes, Some(&(476_i64 << 30).to_string()));
}

#[test]
fn what_makes_no_sense_is_not_known() {
    let strange = HashBuilder::laptop()
        .record(2, [77, 0, 0, 0, 0, 0, 0, 0])
        .record(5, memory(u64::MAX, 0, 0))
        .record(6, disk(0, 17))
        .record(10, [2, 0])
        .record(12, [0xFF; 16])
        .text(14, "To be filled by O.E.M.")
        .text(24, "no digits");
    let device = device(&strange);
    for field in [
        Field::Architecture,
        Field::CpuCores,
        Field::CpuThreads,
        Field::MemoryMb,
        Field::StorageBytes,
        Field::Chassis,
        Field::Uuid,
        Field::Serial,
        Field::HashSerial,
        Field::KeyGroup,
    ] {
        assert_eq!(device.value(field), None, "{field}");
    }
    assert_eq!(device.text(Field::HashState), Some("ok"));
}

#[test]
fn blanks_line_ends_and_quotes_do_not_count() {
    let hash = HashBuilder::laptop().base64();
    let lines: Vec<&str> = (0..hash.len()).step_by(80).map(|at| &hash[at..at + 80]).collect();
    for text in [format!("\"{hash}\"\r\n"), lines.join("\r\n"), format!("\u{feff}  {hash}")] {
        assert!(decode(&text).is_ok());
    }
}

#[test]
fn each_kind_of_damage_has_its_name() {
    let hash = HashBuilder::laptop();
    let (text, bytes) = (hash.base64(), hash.bytes());
    let total = usize::from(u16::from_le_bytes([bytes[2], bytes[3]]));
    let changed = |at: usize, byte: u8| {
        let mut bytes = bytes.clone();
        bytes[at] = byte;
        base64_of(&bytes)
    };
    let damaged = |damage| HashFault::Damaged(damage);
    assert_eq!(damage(&text.replacen("AA", "A!", 1)), damaged(Damage::Base64));
    assert_eq!(damage(&text[..3999]), damaged(Damage::CutShort));
    assert_eq!(damage(&text[..3996]), damaged(Damage::CutShort));
    assert_eq!(damage(&changed(total, b'X')), damaged(Damage::Trailer));
    assert_eq!(damage(&changed(8, 0xEE)), damaged(Damage::Checksum));
    assert_eq!(damage(&changed(2999, 1)), damaged(Damage::Tail));
    let overrun = seal(b"OA\0\0\x03\0\xFF\xFFabc".to_vec());
    assert_eq!(damage(&base64_of(&overrun)), damaged(Damage::Records));
    for no_hash in ["", "T0", "AAAA", "Hardware Hash", "MIIBIjANBgkq"] {
        assert_eq!(damage(no_hash), HashFault::NotAHash, "{no_hash}");
    }
}

fn base64_of(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

#[test]
fn every_cut_of_a_hash_is_damaged_or_none() {
    let hash = HashBuilder::laptop().base64();
    for end in 0..hash.len() {
        assert!(decode(&hash[..end]).is_err(), "cut at {end}");
    }
}

#[test]
fn every_changed_byte_of_a_hash_is_damaged_or_none() {
    let bytes = HashBuilder::laptop().bytes();
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0x10;
        assert!(decode(&base64_of(&bytes)).is_err(), "changed at {at}");
    }
}

#[test]
fn a_text_is_told_by_how_it_begins() {
    assert!(looks_like(&HashBuilder::laptop().base64()));
    assert!(looks_like("  \"T0E"));
    assert!(!looks_like("T0I") && !looks_like("") && !looks_like("TQ=="));
}

/// Four letters in a row of the hash would be too much.
fn shows_no_part_of(shown: &str, hash: &str) {
    for at in (0..hash.len() - 24).step_by(8) {
        let part = &hash[at..at + 24];
        if part.bytes().any(|byte| byte != b'A') {
            assert!(!shown.contains(part), "{shown}");
        }
    }
}

#[test]
fn no_debug_output_and_no_message_shows_the_hash() {
    let text = HashBuilder::laptop().base64();
    let damaged = text.replacen("AA", "A!", 1);
    let csv =
        format!("Device Serial Number,Windows Product ID,Hardware Hash\nX,,{text}\nY,,{damaged}\n");
    let shown = [
        format!("{:?}", decode(&text)),
        format!("{:?} {}", damage(&damaged), damage(&damaged)),
        format!("{:?}", read("a.txt", text.as_bytes())),
        format!("{:?}", read("a.txt", damaged.as_bytes())),
        format!("{:?}", read("a.csv", csv.as_bytes())),
        format!("{:?}", read_list("a.csv", csv.as_bytes())),
    ];
    for shown in shown {
        assert!(shown.len() > 20);
        shows_no_part_of(&shown, &text);
        shows_no_part_of(&shown, &damaged);
        assert!(!shown.contains("3305123456789"), "{shown}");
    }
}

#[test]
fn a_hash_alone_is_the_report_of_a_device() {
    let hash = HashBuilder::laptop().base64();
    let wrapped: Vec<&str> = (0..hash.len()).step_by(100).map(|at| &hash[at..at + 100]).collect();
    let prompt = "PS C:\\> (Get-CimInstance MDM_DevDetail_Ext01).DeviceHardwareData";
    for text in [hash.clone(), format!("{prompt}\r\n{}\r\n", wrapped.join("\r\n"))] {
        let found = read("hash.txt", text.as_bytes()).unwrap();
        assert_eq!(found.format, Format::AutopilotCsv);
        assert_eq!(found.problems, []);
        let serial = found.readings.iter().find(|reading| reading.field == Field::HashSerial);
        assert_eq!(serial.unwrap().value, Value::from("CTS0001"));
    }
}

#[test]
fn a_damaged_hash_tells_nothing_of_the_device() {
    let damaged = HashBuilder::laptop().base64().replacen('A', "B", 9);
    let found = read("hash.txt", damaged.as_bytes()).unwrap();
    let fields: Vec<&str> = found.readings.iter().map(|reading| reading.field.id()).collect();
    assert_eq!(fields, ["hash_state"]);
    assert_eq!(found.readings[0].value, Value::from("damaged"));
    assert_eq!(found.problems.len(), 1);
}

fn rows(text: &str) -> Vec<(u32, Option<HashFault>, Option<bool>)> {
    let list = read_list("a.csv", text.as_bytes()).unwrap();
    list.rows.iter().map(|row| (row.line, row.fault, row.serial_matches)).collect()
}

#[test]
fn a_list_says_of_each_row_whether_hash_and_serial_number_belong_together() {
    let hash = HashBuilder::laptop().base64();
    let head = "Device Serial Number,Windows Product ID,Hardware Hash";
    let csv = format!(
        "{head},Group Tag,Assigned User\r\ncts0001,,{hash},Kiosk,adele@contoso.com\r\n\
         CTS0002,00330-50000-00000-AAOEM,\"{hash}\",,\r\n,,{hash},,\r\nCTS0003,,,,\r\nCTS0004,,x,,\r\n"
    );
    let expected = [
        (2, None, Some(true)),
        (3, None, Some(false)),
        (4, None, None),
        (6, Some(HashFault::NotAHash), None),
    ];
    assert_eq!(rows(&csv), expected);
    assert_eq!(rows(&csv.replace(',', ";").to_uppercase_head()), expected);
    let partner =
        format!("{head},Manufacturer name,Device model\nCTS0001,,{hash},Contoso,Book 14\n");
    assert_eq!(rows(&partner), [(2, None, Some(true))]);
}

trait UppercaseHead {
    fn to_uppercase_head(&self) -> String;
}

impl UppercaseHead for String {
    /// The text with its first line in capital letters.
    fn to_uppercase_head(&self) -> String {
        let (head, rest) = self.split_once('\n').unwrap();
        format!("{}\n{rest}", head.to_uppercase())
    }
}

#[test]
fn hashes_of_a_list_may_stand_a_line_each_or_be_wrapped() {
    let (one, two) = (HashBuilder::laptop(), HashBuilder::laptop().text(14, "CTS0002"));
    let (one, two) = (one.base64(), two.base64());
    assert_eq!(rows(&format!("{one}\n\n{two}\n")), [(1, None, None), (3, None, None)]);
    let (start, end) = one.split_at(2000);
    assert_eq!(rows(&format!("{start}\n{end}\n{two}")), [(1, None, None), (3, None, None)]);
    let key = format!("<Key>\n<HardwareHash>{start}\n{end}</HardwareHash>\n</Key>\n");
    assert_eq!(rows(&key), [(2, None, None)]);
    let cut = rows(&format!("{start}\n{two}\n\nBest regards\n\nAdele\n"));
    assert_eq!(cut[0].1, Some(HashFault::Damaged(Damage::CutShort)));
    assert_eq!(cut[1], (2, None, None));
    assert_eq!(cut.len(), 2, "words below are no hash and no part of one");
    assert_eq!(rows("no hash at all"), []);
}

#[test]
fn utf_16_is_read_as_the_tool_writes_it() {
    let text = format!(
        "\u{feff}Device Serial Number,Windows Product ID,Hardware Hash\r\nCTS0001,,{}\r\n",
        HashBuilder::laptop().base64()
    );
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let list = read_list("AutopilotHWID.csv", &bytes).unwrap();
    assert_eq!(list.rows[0].serial_matches, Some(true));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn no_text_makes_the_decoder_panic(text in "(T0[E-H])?[A-Za-z0-9+/=\\s\"]{0,300}\\PC{0,5}") {
        prop_assert!(decode(&text).is_err());
    }

    /// With a right checksum the records themselves are what is tried.
    #[test]
    fn no_records_make_a_reader_panic(
        records in proptest::collection::vec(
            (0_u8..40, proptest::collection::vec(any::<u8>(), 0..60)), 0..30
        )
    ) {
        let built = records.into_iter().fold(HashBuilder::empty(), |b, (k, body)| b.also(k, body));
        let hash = decode(&built.base64()).unwrap();
        for reading in hash.readings(&Arc::from("a"), 1) {
            let parsed = reading.field.kind().parse(&reading.value.to_string());
            prop_assert_eq!(parsed.as_ref(), Ok(&reading.value));
        }
        let _ = hash.parts();
    }

    #[test]
    fn no_bytes_behind_the_head_make_the_decoder_panic(
        bytes in proptest::collection::vec(any::<u8>(), 0..200)
    ) {
        let sealed = seal([b"OA\0\0".to_vec(), bytes].concat());
        if let Ok(hash) = decode(&base64_of(&sealed)) {
            let _ = (hash.readings(&Arc::from("a"), 1), hash.parts());
        }
    }

    #[test]
    fn a_mutated_list_makes_no_reader_panic(
        at in 0_usize..4200, with in "\\PC{0,3}", cut in 0_usize..4300
    ) {
        let hash = HashBuilder::laptop().base64();
        let mut csv = format!("Device Serial Number;x;Hardware Hash\nCTS0001;;{hash}\n");
        csv.insert_str(at.min(csv.len()), &with);
        let text: String = csv.chars().take(cut).collect();
        let _ = (read("a", text.as_bytes()), read_list("a", text.as_bytes()));
    }
}
