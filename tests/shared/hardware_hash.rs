//! Invented hardware hashes, made byte by byte as the real ones are.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// A hash in the making: kinds of records with their bodies.
#[derive(Debug, Clone)]
pub struct HashBuilder {
    records: Vec<(u8, Vec<u8>)>,
}

/// The text that a TPM 2.0 leaves.
pub const TPM_TEXT: &str =
    "TPM-Version:2.0 -Level:0-Revision:1.38-VendorID:'IFX '-Firmware:458837.298516480";

impl HashBuilder {
    /// A hash without a record.
    pub fn empty() -> Self {
        Self { records: Vec::new() }
    }

    /// A laptop of Contoso with nothing against it.
    pub fn laptop() -> Self {
        Self::empty()
            .record(1, tool([10, 0, 26_100, 1], [10, 0, 26_100, 4_061], 2))
            .record(2, [9, 0, 1, 0, 10, 0, 12, 0, 1])
            .text(3, "GenuineIntel")
            .text(4, "13th Gen Intel(R) Core(TM) i5-1345U")
            .record(5, memory(16, 64, 2))
            .record(6, disk(476, 17))
            .text(7, "CTSDISK0000000001")
            .record(8, [9, 0, 0, 0, 0x02, 0x00, 0x5E, 0x10, 0x00, 0x01])
            .record(9, words(&[309, 174, 1920, 1200]))
            .record(10, [10, 2])
            .record(11, [0, 0, 0, 0, 1, 0, 32, 0, 0, 0, 7, 7, 7, 7])
            .record(
                12,
                [
                    0x33, 0x22, 0x11, 0x00, 0x55, 0x44, 0x77, 0x66, 0x88, 0x99, 0xAA, 0xBB, 0xCC,
                    0xDD, 0xEE, 0xFF,
                ],
            )
            .text(13, TPM_TEXT)
            .text(14, "CTS0001")
            .text(15, "Contoso Firmware")
            .text(16, "Contoso")
            .text(17, "Book 14")
            .text(18, "CTS-B14-1")
            .text(19, "Book")
            .text(20, "Contoso")
            .text(21, "CTS-MB-7")
            .text(22, "A1")
            .text(23, "Book 14 G2")
            .text(24, "3305123456789")
            .record(25, [0xA5; 283])
            .text(26, "[TH]X19-99481")
            .record(27, [1, 2, 3])
            .text(28, "Contoso NVMe 512")
            .record(29, [128, 0, 0, 0])
            .record(30, wide("Contoso Graphics"))
            .record(35, [9; 9])
    }

    /// The kind's record with this body; one that is there is replaced.
    pub fn record(mut self, kind: u8, body: impl Into<Vec<u8>>) -> Self {
        let body = body.into();
        match self.records.iter_mut().find(|(known, _)| *known == kind) {
            Some(known) => known.1 = body,
            None => self.records.push((kind, body)),
        }
        self
    }

    /// One more record of a kind.
    pub fn also(mut self, kind: u8, body: impl Into<Vec<u8>>) -> Self {
        self.records.push((kind, body.into()));
        self
    }

    /// A text as the tool writes it, with a byte that ends it.
    pub fn text(self, kind: u8, text: &str) -> Self {
        self.record(kind, [text.as_bytes(), &[0]].concat())
    }

    pub fn without(mut self, kind: u8) -> Self {
        self.records.retain(|(known, _)| *known != kind);
        self
    }

    /// The bytes: the records, the checksum, zeros.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"OA\0\0".to_vec();
        for (kind, body) in &self.records {
            bytes.extend([*kind, 0]);
            bytes.extend(u16::try_from(body.len() + 4).unwrap().to_le_bytes());
            bytes.extend(body);
        }
        seal(bytes)
    }

    /// The hash as a device tells it.
    pub fn base64(&self) -> String {
        STANDARD.encode(self.bytes())
    }
}

/// Writes the length into the head, and the checksum and zeros behind.
pub fn seal(mut content: Vec<u8>) -> Vec<u8> {
    let total = u16::try_from(content.len()).unwrap();
    content[2..4].copy_from_slice(&total.to_le_bytes());
    let sum = Sha256::digest(&content);
    content.extend(b"CS");
    content.extend(36_u16.to_le_bytes());
    content.extend(sum);
    content.resize(content.len().max(3000), 0);
    content
}

/// The versions of the tool and of Windows, and what the tool ran on.
pub fn tool(tool: [u16; 4], windows: [u16; 4], ran_on: u8) -> Vec<u8> {
    let mut body = Vec::new();
    for [major, minor, build, revision] in [tool, windows] {
        body.extend(words(&[minor, major, revision, build]));
    }
    body.extend([0, 0, ran_on, 9, 3]);
    body
}

/// Built in, at most, slots.
pub fn memory(gigabytes: u64, most: u64, slots: u16) -> Vec<u8> {
    let mut body = [gigabytes.to_le_bytes(), most.to_le_bytes()].concat();
    body.extend(words(&[slots, 1, 3]));
    body
}

pub fn disk(gigabytes: u32, bus: u8) -> Vec<u8> {
    let mut body = u64::from(gigabytes).to_le_bytes().to_vec();
    body.extend([bus, 0, 0, 0]);
    body
}

pub fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().chain([0]).collect();
    words(&units)
}

pub fn words(words: &[u16]) -> Vec<u8> {
    words.iter().flat_map(|word| word.to_le_bytes()).collect()
}
