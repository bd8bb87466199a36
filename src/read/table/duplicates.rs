//! Rows that speak of a device that came before.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::fresh::FreshRow;
use super::row::Row;
use crate::device::Field;

/// Which devices were seen. A device is told by serial number and manufacturer,
/// without a serial number by its device ID. For each device a few bytes are
/// kept, so that a list may be long.
#[derive(Debug, Clone, Default)]
pub struct Duplicates(BTreeMap<[u8; 12], u32>);

impl Duplicates {
    /// Notes a row; gives the line in which its device stood first, if it did.
    pub fn note(&mut self, row: &Row) -> Option<u32> {
        self.note_key(key(|field| row.text(field))?, row.line)
    }

    /// As [`Self::note`], of a row that was just read.
    pub fn note_fresh(&mut self, row: &FreshRow<'_>) -> Option<u32> {
        self.note_key(key(|field| row.text(field))?, row.line())
    }

    fn note_key(&mut self, key: [u8; 12], line: u32) -> Option<u32> {
        let first = *self.0.entry(key).or_insert(line);
        (first != line).then_some(first)
    }
}

/// What tells the device of a row; `None` when nothing does.
fn key<'a>(text: impl Fn(Field) -> Option<&'a str>) -> Option<[u8; 12]> {
    let upper = |field| text(field).map(|text| text.trim().to_uppercase());
    let name = match upper(Field::Serial) {
        Some(serial) => {
            format!("s\u{1f}{serial}\u{1f}{}", upper(Field::Manufacturer).unwrap_or_default())
        }
        None => format!("d\u{1f}{}", upper(Field::DeviceId)?),
    };
    let hash = Sha256::digest(name);
    hash.get(..12)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::device::{Origin, Reading};

    fn row(line: u32, cells: &[(Field, &'static str)]) -> Row {
        let from = Origin::line(&Arc::from("a.csv"), line);
        let readings =
            cells.iter().map(|(field, text)| Reading::new(*field, *text, *text, from.clone()));
        Row { line, readings: readings.collect(), problems: Vec::new() }
    }

    #[test]
    fn a_device_is_told_by_serial_and_maker_and_else_by_its_id() {
        let mut seen = Duplicates::default();
        let rows = [
            (&[(Field::Serial, "CTS1"), (Field::Manufacturer, "Contoso")][..], None),
            (&[(Field::Serial, "cts1"), (Field::Manufacturer, "CONTOSO")], Some(1)),
            (&[(Field::Serial, "CTS1"), (Field::Manufacturer, "Fabrikam")], None),
            (&[(Field::DeviceId, "a1")], None),
            (&[(Field::DeviceId, "A1")], Some(4)),
            (&[(Field::Hostname, "PC")], None),
            (&[(Field::Hostname, "PC")], None),
        ];
        for (line, (cells, expected)) in (1..).zip(rows) {
            assert_eq!(seen.note(&row(line, cells)), expected, "{cells:?}");
        }
    }
}
