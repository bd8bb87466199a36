//! Product keys and hardware hashes in the window: what is told, and that
//! nothing of them stays.

use egui::Key;
use joinbench::device::{Field, Value};
use joinbench::plan::store;

use crate::bench::{Bench, Setup};
use crate::hardware_hash::HashBuilder;

/// Published by Microsoft for clients of a key management service.
const KEY: &str = "W269N-WFGWX-YVC9B-4J6C9-T83GX";

fn new_device() -> Bench {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num1);
    bench
}

fn saved_group(bench: &Bench) -> Option<i64> {
    let plan = store::open(&bench.plan_file()).unwrap();
    plan.device.value(Field::KeyGroup).and_then(Value::as_number)
}

#[test]
fn of_a_typed_product_key_only_the_group_stays() {
    let mut bench = new_device();
    bench.type_into("Product key", KEY);
    assert!(bench.says("Professional KMS client (3311)"));
    assert!(!bench.says(KEY) && !bench.says("T83GX"));
    assert_eq!(saved_group(&bench), Some(3311));
    let plan = std::fs::read_to_string(bench.plan_file()).unwrap();
    assert!(!plan.contains("T83GX"), "{plan}");

    bench.type_into("Product key", "00330-50000-00000-AAOEM");
    assert!(bench.says("Professional OEM:DM (3305)"));
    assert_eq!(saved_group(&bench), Some(3305));
    bench.press("Forget the key");
    assert_eq!(saved_group(&bench), None);
}

#[test]
fn a_mistyped_product_key_is_told_and_changes_nothing() {
    let mut bench = new_device();
    bench.type_into("Product key", "W269N-WFGWX-YVC9B-4J6C9-T83GY");
    assert!(bench.says("holds a mistake"));
    bench.type_into("Product key", "W269N-WFG");
    assert!(!bench.says("holds a mistake"));
    bench.leave_control();
    assert!(bench.says("five groups of five"));
}

#[test]
fn the_key_of_an_edition_upgrade_tells_its_edition() {
    let mut bench = new_device();
    bench.go_to("Export");
    bench.press("Edition upgrade");
    bench.type_into("Product key", KEY);
    assert!(bench.says("A key for Windows Pro, KMS client."));
    bench.type_into("Product key", "W269N-WFGWX-YVC9B-4J6C9-T83GY");
    assert!(bench.says("holds a mistake"));
}

#[test]
fn what_cannot_be_read_stays_where_it_was_pasted_but_a_product_key_does_not() {
    let mut bench = new_device();
    bench.type_into("Paste a report", "Dear Adele, the report is below.");
    bench.press("Read the text");
    assert!(bench.says("Nothing here looks like a known report"));
    assert_eq!(bench.value_of("Paste a report"), "Dear Adele, the report is below.");
    bench.type_into("Paste a report", KEY);
    bench.press("Read the text");
    assert!(bench.says("This is a product key, not a report"));
    assert_eq!(bench.value_of("Paste a report"), "");
}

#[test]
fn a_pasted_hardware_hash_fills_the_device_in() {
    let mut bench = new_device();
    bench.type_into("Paste a report", &HashBuilder::laptop().base64());
    bench.press("Read the text");
    let plan = store::open(&bench.plan_file()).unwrap();
    assert_eq!(plan.device.text(Field::Serial), Some("CTS0001"));
    assert_eq!(plan.device.number(Field::MemoryMb), Some(16_384));
    assert!(bench.says("Professional OEM:DM (3305)"));
    let saved = std::fs::read_to_string(bench.plan_file()).unwrap();
    assert!(!saved.contains(&HashBuilder::laptop().base64()[..60]), "{saved}");
}
