//! Hardware hashes with serial numbers beside them and no names of columns, as
//! people copy them out of an Autopilot CSV. The hash tells what the rows are,
//! and the other columns stand where the CSV has them.

use csv::StringRecord;

use super::head::Head;
use crate::read::{Format, hash, product_key};

/// How many rows are looked at.
const SAMPLE: usize = 500;

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Fewer characters are no hash, but perhaps a serial number.
const SHORTEST: usize = 200;

const SERIAL: &str = "Device Serial Number";
const PRODUCT_ID: &str = "Windows Product ID";
const HASH: &str = "Hardware Hash";
const GROUP_TAG: &str = "Group Tag";
const USER: &str = "Assigned User";

/// Recognizes the beginning of a list, which is of whole lines.
pub(super) fn find(text: &str) -> Option<Head> {
    if !hash::may_stand_in(text) {
        return None;
    }
    SEPARATORS.into_iter().find_map(|separator| {
        let rows = rows(text, separator);
        let hash_at = hash_column(&rows)?;
        let first = rows.iter().position(|row| row.len() > 1)? + 1;
        Some(Head {
            format: Format::AutopilotCsv,
            because: format!(
                "Nothing names the columns, and column {} of row {first} begins as every Autopilot \
                 hardware hash does.",
                hash_at + 1
            ),
            separator,
            line: 0,
            names: names(&rows, hash_at),
            note: None,
        })
    })
}

fn rows(text: &str, separator: u8) -> Vec<StringRecord> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    reader.records().take(SAMPLE).map_while(Result::ok).collect()
}

/// The column in which every row of several columns has a hash or nothing.
fn hash_column(rows: &[StringRecord]) -> Option<usize> {
    let several = || rows.iter().filter(|row| row.len() > 1);
    let at = several().next()?.iter().position(is_hash)?;
    let fits = |cell: &str| cell.trim().is_empty() || is_hash(cell);
    several().all(|row| row.get(at).is_some_and(fits)).then_some(at)
}

fn is_hash(cell: &str) -> bool {
    cell.trim().len() >= SHORTEST && hash::looks_like(cell)
}

/// What stands in front of the hash is the serial number, and before or behind
/// that the Product ID, which its shape tells. Behind the hash follow group tag
/// and user; partners put other things there, so a user has to look like one.
fn names(rows: &[StringRecord], hash_at: usize) -> Vec<String> {
    let width = rows.iter().map(StringRecord::len).max().unwrap_or_default();
    let cells = |at: usize| {
        let cells = rows.iter().filter(|row| row.len() > 1).filter_map(move |row| row.get(at));
        cells.map(str::trim).filter(|cell| !cell.is_empty())
    };
    let is_product_id = |at: usize| {
        cells(at).next().is_some()
            && cells(at).all(|cell| product_key::group_of_product_id(cell).is_some())
    };
    let serial_at = (0..width).find(|at| *at != hash_at && !is_product_id(*at));
    let user_at = hash_at + 2;
    let has_user = width <= user_at || cells(user_at).all(|cell| cell.contains('@'));
    // `serial,,hash`: most devices have no Product ID in the CSV.
    let is_left_out = |at: usize| at == 1 && hash_at == 2 && cells(at).next().is_none();
    let name = |at: usize| match at {
        at if at == hash_at => HASH.to_owned(),
        at if is_product_id(at) || is_left_out(at) => PRODUCT_ID.to_owned(),
        at if Some(at) == serial_at => SERIAL.to_owned(),
        at if at == hash_at + 1 && has_user => GROUP_TAG.to_owned(),
        at if at == user_at && has_user => USER.to_owned(),
        at => format!("Column {}", at + 1),
    };
    (0..width).map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As long as a hash, and beginning as one.
    fn hash() -> String {
        format!("T0FO{}", "AQEB".repeat(100))
    }

    fn check(text: &str, expected: &[&str]) {
        let text = text.replace("HASH", &hash());
        let names = find(&text).map(|head| head.names).unwrap_or_default();
        assert_eq!(names, expected, "{text:?}");
    }

    #[test]
    fn the_hash_tells_what_the_other_columns_are() {
        check("CTS0001,,HASH\n", &[SERIAL, PRODUCT_ID, HASH]);
        check("CTS0001\t00330-50000-00000-AAOEM\tHASH\n", &[SERIAL, PRODUCT_ID, HASH]);
        check("CTS0001;HASH\nCTS0002;HASH\n", &[SERIAL, HASH]);
        check("HASH,CTS0001\n", &[HASH, SERIAL]);
        check("CTS0001,,HASH,Kiosk\nCTS0002,,HASH,\n", &[SERIAL, PRODUCT_ID, HASH, GROUP_TAG]);
        check("CTS0001,,HASH,,a@contoso.com\n", &[SERIAL, PRODUCT_ID, HASH, GROUP_TAG, USER]);
        check("A1,,HASH,HP,Book\n", &[SERIAL, PRODUCT_ID, HASH, "Column 4", "Column 5"]);
    }

    #[test]
    fn without_a_hash_in_every_row_it_is_no_such_list() {
        check("CTS0001,,T0FO\n", &[]);
        check("HASH\n", &[]);
        check("CTS0001,,HASH\nCTS0002,,no hash\n", &[]);
        check("", &[]);
    }
}
