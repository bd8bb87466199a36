//! Firmware tables, put together by hand.

use std::collections::BTreeMap;

use joinbench::device::Value;
use joinbench::probe::Probed;

/// Structures of SMBIOS, one behind the other.
#[derive(Debug, Clone, Default)]
pub struct Table(pub Vec<u8>);

impl Table {
    /// Adds a structure: its type, what stands behind its header, its texts.
    pub fn with(mut self, kind: u8, body: &[u8], texts: &[&str]) -> Self {
        let length = u8::try_from(body.len() + 4).unwrap();
        self.0.extend_from_slice(&[kind, length, kind, 0]);
        self.0.extend_from_slice(body);
        for text in texts {
            assert!(!text.is_empty(), "an empty text would end the structure");
            self.0.extend_from_slice(text.as_bytes());
            self.0.push(0);
        }
        self.0.extend_from_slice(if texts.is_empty() { &[0, 0] } else { &[0] });
        self
    }

    /// Type 1: maker, model, version, serial number, UUID, product number, family.
    pub fn with_system(self, texts: [&str; 6]) -> Self {
        let mut body = vec![1, 2, 3, 4];
        body.extend_from_slice(&UUID);
        body.extend_from_slice(&[6, 5, 6]);
        self.with(1, &body, &texts)
    }

    /// Type 3: the form of the computer.
    pub fn with_chassis(self, form: u8) -> Self {
        self.with(3, &[1, form, 0, 0, 0, 3, 3, 3, 2, 0, 0, 0, 0, 0, 1, 0, 0], &["Contoso"])
    }

    /// Type 4: a processor with its clock, cores and threads.
    pub fn with_processor(self, name: &str, mhz: u16, cores: u8, threads: u8) -> Self {
        let mut body = vec![0; 44];
        body[0] = 1;
        body[1] = 3;
        body[3] = 2;
        body[12] = 3;
        body[16..18].copy_from_slice(&mhz.to_le_bytes());
        body[18..20].copy_from_slice(&mhz.to_le_bytes());
        body[20] = 0x41;
        body[31] = cores;
        body[32] = cores;
        body[33] = threads;
        self.with(4, &body, &["U3E1", "Contoso Silicon", name])
    }

    /// Type 17: a module of so many megabytes; 0 is an empty slot.
    pub fn with_module(self, megabytes: u32) -> Self {
        const DDR4: u8 = 0x1A;
        let mut body = vec![0; 36];
        let (size, extended) = match u16::try_from(megabytes) {
            Ok(size) if size < 0x7FFF => (size, 0),
            _ => (0x7FFF, megabytes),
        };
        body[8..10].copy_from_slice(&size.to_le_bytes());
        body[14] = DDR4;
        body[24..28].copy_from_slice(&extended.to_le_bytes());
        self.with(17, &body, &[])
    }

    /// Type 43: a TPM of this version.
    pub fn with_tpm(self, vendor: [u8; 4], major: u8, minor: u8, firmware: [u32; 2]) -> Self {
        let mut body = vendor.to_vec();
        body.extend_from_slice(&[major, minor]);
        body.extend_from_slice(&firmware[0].to_le_bytes());
        body.extend_from_slice(&firmware[1].to_le_bytes());
        body.extend_from_slice(&[0; 13]);
        self.with(43, &body, &[])
    }

    /// As `GetSystemFirmwareTable` gives it.
    pub fn with_windows_header(self) -> Vec<u8> {
        let mut bytes = vec![0, 3, 4, 0];
        bytes.extend_from_slice(&u32::try_from(self.0.len()).unwrap().to_le_bytes());
        bytes.extend_from_slice(&self.0);
        bytes
    }
}

/// The first three parts are turned, as SMBIOS has them.
const UUID: [u8; 16] = [
    0x44, 0x33, 0x22, 0x11, 0x66, 0x55, 0x88, 0x77, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF, 0x01,
];
pub const UUID_TEXT: &str = "11223344-5566-7788-99AA-BBCCDDEEFF01";

/// A laptop as its maker left it.
pub fn laptop() -> Table {
    Table::default()
        .with_system(["Contoso", "Latitude 5440", "1.0", "CTS0042", "0C0C", "Latitude"])
        .with_chassis(10)
        .with_processor("Contoso Core i5-1345U", 1600, 10, 12)
        .with_module(8192)
        .with_module(8192)
        .with_module(0)
        .with_tpm(*b"IFX\0", 2, 0, [0x0007_0055, 0x11CB_0000])
}

/// Every field that was read, with its value in words.
pub fn said(probed: &Probed) -> BTreeMap<&'static str, String> {
    let mut said = BTreeMap::new();
    for reading in &probed.readings {
        let value: &Value = &reading.value;
        let earlier = said.insert(reading.field.id(), value.to_string());
        assert_eq!(earlier, None, "{} is said twice", reading.field);
    }
    said
}

/// Compares some of the fields; an empty text stands for "not known".
pub fn check(probed: &Probed, expected: &[(&str, &str)]) {
    let said = said(probed);
    for (field, value) in expected {
        assert_eq!(said.get(field).map_or("", String::as_str), *value, "{field}");
    }
}

/// Whether a problem has these words.
pub fn tells(probed: &Probed, words: &str) -> bool {
    probed.problems.iter().any(|problem| problem.message.contains(words))
}

/// An invented key, as makers put one into the firmware. Its group is 3305.
pub const KEY: &str = "NYH7W-8M3YB-2M978-XMBW7-4C2KC";

/// The ACPI table MSDM around a key.
pub fn msdm(key: &str) -> Vec<u8> {
    let mut table = b"MSDM".to_vec();
    table.resize(56, 0);
    table.extend_from_slice(key.as_bytes());
    table
}
