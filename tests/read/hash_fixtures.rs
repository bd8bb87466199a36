//! The fixtures of `autopilot-csv` are made by code, so that nobody's hash is
//! among them. `UPDATE_FIXTURES=1` writes them.

use crate::fixtures::folder;
use crate::hardware_hash::{HashBuilder, disk, memory, tool};

const HEAD: &str = "Device Serial Number,Windows Product ID,Hardware Hash";

/// Every fixture with its bytes.
fn made() -> Vec<(&'static str, Vec<u8>)> {
    let laptop = HashBuilder::laptop();
    let hash = laptop.base64();
    let old = laptop
        .clone()
        .text(4, "Intel(R) Core(TM) i5-4300U CPU @ 1.90GHz")
        .record(5, memory(2, 8, 2))
        .record(6, disk(30, 11))
        .text(13, "TPM-Version:1.2 -Level:2-Revision:3-VendorID:'IFX '-Firmware:4.40")
        .text(24, "3259123456789");
    let windows_pe = laptop
        .clone()
        .record(1, tool([10, 0, 26_100, 1], [10, 0, 26_100, 1], 1))
        .without(11)
        .without(13)
        .without(25);
    let desktop = laptop.clone().without(11).without(13).without(25).without(24).record(10, [3, 1]);
    let lines: Vec<&str> = (0..hash.len()).step_by(100).map(|at| &hash[at..at + 100]).collect();
    let prompt = "PS C:\\> (Get-CimInstance -Namespace root/cimv2/mdm/dmmap -Class MDM_DevDetail_Ext01).DeviceHardwareData";
    let damaged = format!("{}B{}", &hash[..400], &hash[401..]);
    vec![
        ("hash-alone.txt", format!("{hash}\r\n").into()),
        ("wrapped-in-a-console.txt", format!("{prompt}\r\n{}\r\n", lines.join("\r\n")).into()),
        ("old-laptop.txt", old.base64().into()),
        ("taken-in-windows-pe.txt", windows_pe.base64().into()),
        ("desktop-without-tpm.txt", desktop.base64().into()),
        ("one-device-utf16.csv", wide(&format!("{HEAD}\r\nCTS0001,,{hash}\r\n"))),
        ("serial-differs.csv", format!("{HEAD}\r\nCTS0009,,{hash}\r\n").into()),
        ("damaged.csv", format!("{HEAD}\r\nCTS0001,,{damaged}\r\n").into()),
        ("two-devices.csv", {
            let second = old.text(14, "CTS0002").base64();
            format!("{HEAD}\r\nCTS0001,,{hash}\r\nCTS0002,,{second}\r\n").into()
        }),
        ("without-names.txt", without_names()),
        ("printed-as-a-list-serial-differs.txt", printed(&lines, "CTS0009").into()),
        ("pasted-and-wrapped.txt", {
            let wrapped = lines.join("\r\n> ");
            format!("> {HEAD},Group Tag\r\n> CTS0001,,{wrapped}\r\n").into()
        }),
        ("serial-and-hash-utf16.txt", wide(&format!("CTS0001\t{hash}\r\n"))),
        ("group-tag-ansi.csv", group_tags()),
        ("opened-in-excel.csv", opened_in_excel()),
        ("partner-with-models.csv", partner()),
        ("cut-off-by-a-console.txt", {
            let head = "Device Serial Number Windows Product ID Hardware Hash";
            let rule = "-------------------- ------------------ -------------";
            format!(
                "{head}\r\n{rule}\r\nCTS0001                                 {}...\r\n",
                &hash[..60]
            )
            .into()
        }),
        ("oa3tool.xml", {
            let key =
                "<ProductKeyID>1000000000001</ProductKeyID><ProductKeyState>3</ProductKeyState>";
            format!(
                "<?xml version=\"1.0\"?><Key>{key}<HardwareHash>{hash}</HardwareHash></Key>\r\n"
            )
            .into()
        }),
    ]
}

/// The hash of a laptop with this serial number.
fn of(serial: &str) -> String {
    HashBuilder::laptop().text(14, serial).base64()
}

/// As the script prints it when no file is named.
fn printed(lines: &[&str], serial: &str) -> String {
    let hash = lines.join("\r\n                       ");
    format!(
        "\r\n\r\nDevice Serial Number : {serial}\r\nWindows Product ID   : \r\n\
         Hardware Hash        : {hash}\r\n\r\n\r\n"
    )
}

/// Rows copied out of a CSV; a Product ID stands in one of them.
fn without_names() -> Vec<u8> {
    let rows = [
        format!("CTS0001,,{}", of("CTS0001")),
        format!("CTS0002,00330-50000-00000-AAOEM,{}", of("CTS0002")),
    ];
    rows.join("\r\n").into()
}

/// Letters beyond ASCII in the code page of Windows.
fn group_tags() -> Vec<u8> {
    let rows = [
        format!("CTS0001,,{},Z\u{fc}rich,adele@contoso.com", of("CTS0001")),
        format!("CTS0002,,{},Gen\u{e8}ve,", of("CTS0002")),
        format!("0000-0001-0002-0003,,{},,megan@contoso.com", of("0000-0001-0002-0003")),
    ];
    let text = format!("{HEAD},Group Tag,Assigned User\r\n{}\r\n", rows.join("\r\n"));
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// Saved by a spreadsheet, which made a number of a serial number.
fn opened_in_excel() -> Vec<u8> {
    let rows = [
        format!("6,37702E+15;00330-50000-00000-AAOEM;{};Kiosk", of("6377020000000001")),
        format!("CTS0002;;\"{}\";Kiosk", of("CTS0002")),
    ];
    format!("{};Group Tag\r\n{}\r\n", HEAD.replace(',', ";"), rows.join("\r\n")).into()
}

/// As partners write it: with maker and model, not always with a hash.
fn partner() -> Vec<u8> {
    let lenovo = HashBuilder::laptop()
        .text(14, "PF0AAAA1")
        .text(16, "LENOVO")
        .text(17, "21AK0000GE")
        .base64();
    let rows = [
        format!("PF0AAAA1,,{lenovo},LENOVO,21AK0000GE"),
        format!("CTS0002,00330-80000-00000-AA000,{},Contoso,Book 14", of("CTS0002")),
        "5CD00000A1,,,HP,HP EliteBook 840".to_owned(),
    ];
    format!("{HEAD},Manufacturer name,Device model\r\n{}\r\n", rows.join("\r\n")).into()
}

fn wide(text: &str) -> Vec<u8> {
    let marked = format!("\u{feff}{text}");
    marked.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

#[test]
fn every_fixture_with_a_hash_is_made_by_code() {
    let folder = folder().join("autopilot-csv");
    for (name, bytes) in made() {
        let path = folder.join(name);
        if std::env::var_os("UPDATE_FIXTURES").is_some() {
            std::fs::write(&path, &bytes).unwrap();
        }
        let kept = std::fs::read(&path).unwrap_or_else(|_| panic!("{name} is missing"));
        assert!(kept == bytes, "{name} is not what this test makes");
    }
    let files = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(files, made().len() * 2, "a fixture stands in no list");
}
