//! Rows that speak of a device that came before.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use sha2::{Digest, Sha256};

use super::fresh::FreshRow;
use super::row::Row;
use crate::device::{Field, maker_key, model_key, uuid_key};

/// Which devices were seen, told apart as [`super::differ`] does. For each of
/// them a few bytes are kept, so that a list may be long.
#[derive(Debug, Clone, Default)]
pub struct Duplicates(BTreeMap<[u8; 12], Seen>);

/// Where a device stood first, and whose it is.
#[derive(Debug, Clone, Copy)]
struct Seen {
    line: u32,
    whose: Option<u32>,
}

impl Duplicates {
    /// Notes a row; gives the line in which its device stood first, if it did.
    pub fn note(&mut self, row: &Row) -> Option<u32> {
        self.note_text(|field| row.text(field), row.line)
    }

    /// As [`Self::note`], of a row that was just read.
    pub fn note_fresh(&mut self, row: &FreshRow<'_>) -> Option<u32> {
        self.note_text(|field| row.text(field), row.line())
    }

    fn note_text<'a>(&mut self, text: impl Fn(Field) -> Option<&'a str>, line: u32) -> Option<u32> {
        let name = name(&text)?;
        let now = Seen { line, whose: whose(&text) };
        let seen = self.0.entry(key(&name)?).or_insert(now);
        let first = match (seen.whose, now.whose) {
            // The same number or name, of another maker.
            (Some(known), Some(whose)) if known != whose => {
                self.0.entry(key(&format!("{name}\u{1f}{whose}"))?).or_insert(now).line
            }
            (known, whose) => {
                seen.whose = known.or(whose);
                seen.line
            }
        };
        (first != line).then_some(first)
    }
}

/// What names the device of a row; `None` when nothing does.
fn name<'a>(text: &impl Fn(Field) -> Option<&'a str>) -> Option<String> {
    let upper = |field| text(field).map(|text| text.trim().to_uppercase());
    let serial = || Some(format!("s\u{1f}{}", upper(Field::Serial)?));
    let uuid = || Some(format!("u\u{1f}{}", uuid_key(text(Field::Uuid)?)));
    let id = || Some(format!("d\u{1f}{}", upper(Field::DeviceId)?));
    let domain = || upper(Field::Domain).unwrap_or_default();
    let host = || Some(format!("h\u{1f}{}\u{1f}{}", upper(Field::Hostname)?, domain()));
    serial().or_else(uuid).or_else(id).or_else(host)
}

/// What goes with a name that does not stand alone: makers number their devices
/// by themselves, and computers are named by whoever has them.
fn whose<'a>(text: &impl Fn(Field) -> Option<&'a str>) -> Option<u32> {
    let maker = || text(Field::Manufacturer).map(maker_key);
    if text(Field::Serial).is_some() {
        return maker().map(short_hash);
    }
    if text(Field::Uuid).or_else(|| text(Field::DeviceId)).is_some() {
        return None;
    }
    let model = text(Field::Model).map(model_key);
    let both = (maker(), model);
    (both != (None, None)).then(|| short_hash(both))
}

fn key(name: &str) -> Option<[u8; 12]> {
    Sha256::digest(name).get(..12)?.try_into().ok()
}

fn short_hash(of: impl Hash) -> u32 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    let [a, b, c, d, ..] = hasher.finish().to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
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
    fn a_device_is_told_by_serial_and_maker_and_else_by_what_else_names_it() {
        let mut seen = Duplicates::default();
        let rows = [
            (&[(Field::Serial, "CTS1"), (Field::Manufacturer, "Contoso")][..], None),
            (&[(Field::Serial, "cts1"), (Field::Manufacturer, "CONTOSO")], Some(1)),
            (&[(Field::Serial, "CTS1"), (Field::Manufacturer, "Fabrikam")], None),
            (&[(Field::DeviceId, "a1")], None),
            (&[(Field::DeviceId, "A1")], Some(4)),
            (&[(Field::Serial, "CTS1"), (Field::Manufacturer, "Contoso Ltd.")], Some(1)),
            (&[(Field::Serial, "CTS1")], Some(1)),
            (&[(Field::Serial, "CTS1"), (Field::Manufacturer, "Fabrikam Inc.")], Some(3)),
            (&[(Field::Hostname, "PC")], None),
            (&[(Field::Hostname, "PC")], Some(9)),
            (&[(Field::Hostname, "PC"), (Field::Model, "Book 14")], Some(9)),
            (&[(Field::Hostname, "PC"), (Field::Model, "Book 16")], None),
            (&[(Field::Uuid, "4c4c4544-0051-3010-8052-b4c04f4a3132")], None),
            (&[(Field::Uuid, "44454c4c-5100-1030-8052-b4c04f4a3132")], Some(13)),
            (&[(Field::Model, "Book 14")], None),
            (&[(Field::Model, "Book 14")], None),
        ];
        for (line, (cells, expected)) in (1..).zip(rows) {
            assert_eq!(seen.note(&row(line, cells)), expected, "{cells:?}");
        }
    }
}
