//! What the firmware's table says, through Windows, which gives it to everyone.

use joinbench::probe::Probed;
use joinbench::probe::windows::{Sources, readings};

use crate::support::{Table, UUID_TEXT, check, laptop, tells};

fn read(table: Table) -> Probed {
    let firmware_table = Some(table.with_windows_header());
    readings(&Sources { firmware_table, ..Sources::default() })
}

#[test]
fn a_laptop_tells_what_it_is_and_what_is_in_it() {
    check(
        &read(laptop()),
        &[
            ("manufacturer", "Contoso"),
            ("model", "Latitude 5440"),
            ("serial", "CTS0042"),
            ("uuid", UUID_TEXT),
            ("sku_number", "0C0C"),
            ("chassis", "Notebook"),
            ("cpu_name", "Contoso Core i5-1345U"),
            ("cpu_mhz", "1600"),
            ("cpu_cores", "10"),
            ("cpu_threads", "12"),
            ("memory_mb", "16384"),
            ("tpm_version", "2.0"),
            ("tpm_vendor", "IFX"),
            ("tpm_firmware", "7.85.4555.0"),
        ],
    );
}

#[test]
fn every_value_names_its_structure() {
    let probed = read(laptop());
    let from = |field: &str| {
        let mut readings = probed.readings.iter().filter(|reading| reading.field.id() == field);
        readings.next().unwrap().from.to_string()
    };
    assert_eq!(from("serial"), "this computer: SMBIOS type 1");
    assert_eq!(from("memory_mb"), "this computer: SMBIOS type 17");
}

#[test]
fn a_desktop_that_nobody_filled_in_keeps_its_name_to_itself() {
    let board = Table::default()
        .with_system([
            "To Be Filled By O.E.M.",
            "System Product Name",
            "System Version",
            "Default string",
            "SKU",
            "Default string",
        ])
        .with_chassis(3);
    let nothing = [("manufacturer", ""), ("model", ""), ("serial", ""), ("virtual_machine", "")];
    check(&read(board.clone()), &nothing);
    check(&read(board), &[("chassis", "Desktop")]);
}

#[test]
fn the_model_of_a_lenovo_is_its_machine_type() {
    let laptop = Table::default().with_system([
        "LENOVO",
        "20LFS06600",
        "ThinkPad T480",
        "CTPF0042",
        "LENOVO_MT_20LF_BU_Think_FM_ThinkPad T480",
        "ThinkPad T480",
    ]);
    check(
        &read(laptop),
        &[("manufacturer", "LENOVO"), ("model", "20LFS06600"), ("virtual_machine", "no")],
    );
}

#[test]
fn a_virtual_machine_shows_by_its_maker_and_by_its_firmware() {
    let named = Table::default().with_system([
        "Microsoft Corporation",
        "Virtual Machine",
        "Hyper-V",
        "0042-0042-0042",
        "None",
        "Virtual Machine",
    ]);
    check(&read(named), &[("virtual_machine", "yes"), ("sku_number", "")]);
    // Type 0, the fifth bit of the second extension byte.
    let mut body = vec![0; 20];
    body[15] = 0b0001_0000;
    let unnamed = Table::default().with(0, &body, &[]);
    check(&read(unnamed), &[("virtual_machine", "yes")]);
}

#[test]
fn large_modules_stand_in_their_own_field() {
    let sum = |table: Table, expected: &str| check(&read(table), &[("memory_mb", expected)]);
    sum(Table::default().with_module(65_536).with_module(65_536), "131072");
    sum(Table::default().with_module(4096).with_module(0), "4096");
    sum(Table::default().with_module(0), "");
}

#[test]
fn a_module_of_unknown_size_leaves_the_sum_unknown() {
    let mut unknown = vec![0; 36];
    unknown[8..10].copy_from_slice(&[0xFF, 0xFF]);
    let table = Table::default().with_module(8192).with(17, &unknown, &[]);
    check(&read(table), &[("memory_mb", "")]);
}

#[test]
fn two_sockets_count_together_and_an_empty_one_does_not() {
    let mut empty = vec![0; 44];
    empty[31] = 32;
    let table = Table::default()
        .with_processor("Contoso Server CPU", 2400, 16, 32)
        .with_processor("Contoso Server CPU", 2400, 16, 32)
        .with(4, &empty, &[]);
    check(&read(table), &[("cpu_cores", "32"), ("cpu_threads", "64")]);
}

#[test]
fn an_old_tpm_and_one_of_an_unknown_kind() {
    let tpm = |major, minor| Table::default().with_tpm(*b"STM ", major, minor, [0, 0]);
    check(&read(tpm(1, 2)), &[("tpm_version", "1.2"), ("tpm_vendor", "STM")]);
    check(&read(tpm(9, 9)), &[("tpm_version", ""), ("tpm_firmware", "")]);
}

#[test]
fn a_table_that_ends_too_soon_gives_what_stands_before() {
    let mut bytes = laptop().with_windows_header();
    bytes.truncate(bytes.len() / 2);
    let probed = readings(&Sources { firmware_table: Some(bytes), ..Sources::default() });
    check(&probed, &[("serial", "CTS0042"), ("tpm_vendor", "")]);
}

#[test]
fn without_a_table_the_label_is_pointed_to() {
    for table in [None, Some(Vec::new()), Some(vec![0; 8]), Some(vec![0xFF; 64])] {
        let probed = readings(&Sources { firmware_table: table, ..Sources::default() });
        assert!(tells(&probed, "label on the case"), "{:?}", probed.problems);
    }
}
