//! Corporate identifiers for Windows: rows of manufacturer, model and serial
//! number, without names of columns. Nothing says what they are but their
//! shape, so every row must have it.

use std::collections::BTreeSet;

use csv::StringRecord;

use super::head::Head;
use crate::read::Format;

/// How many rows are looked at.
const SAMPLE: usize = 500;

pub(super) const NAMES: [&str; 3] = ["Manufacturer", "Model", "Serial number"];

/// What Intune refuses in a cell.
const REFUSED: [char; 2] = ['.', ','];

/// Recognizes the beginning of a list, which is of whole lines.
pub(super) fn find(text: &str) -> Option<Head> {
    [b',', b';', b'\t'].into_iter().find_map(|separator| {
        let rows = rows(text, separator)?;
        let serials: BTreeSet<&str> = rows.iter().map(|[_, _, serial]| serial.as_str()).collect();
        (!rows.is_empty() && serials.len() == rows.len()).then(|| Head {
            format: Format::CorporateIdentifiers,
            because: "Every row is a manufacturer, a model and a serial number, and nothing names \
                      the columns."
                .to_owned(),
            separator,
            line: 0,
            names: NAMES.map(str::to_owned).to_vec(),
            note: note(&rows),
        })
    })
}

/// The first rows; `None` when one of them is something else.
fn rows(text: &str, separator: u8) -> Option<Vec<[String; 3]>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes());
    let filled = |row: &StringRecord| row.iter().any(|cell| !cell.trim().is_empty());
    let rows = reader.records().map_while(Result::ok).filter(filled).take(SAMPLE);
    rows.map(|row| identifier(&row)).collect()
}

/// Three cells, behind which an empty one may stand.
fn identifier(row: &StringRecord) -> Option<[String; 3]> {
    let mut cells = row.iter().map(str::trim);
    let three = [cells.next()?, cells.next()?, cells.next()?];
    let [maker, model, serial] = three;
    let fits = is_name(maker) && is_name(model) && is_serial(serial);
    (fits && cells.all(str::is_empty)).then(|| three.map(str::to_owned))
}

fn note(rows: &[[String; 3]]) -> Option<String> {
    let mut cells = rows.iter().flatten();
    let refused = cells.find(|cell| cell.contains(REFUSED))?;
    Some(format!(
        "Intune takes no dots and commas in corporate identifiers, and \u{201c}{refused}\u{201d} has \
         one. Leave them out before you import the list."
    ))
}

fn is_plain(c: char) -> bool {
    let is_sign = matches!(
        c,
        ' ' | '-' | '_' | '(' | ')' | '/' | '&' | '+' | '#' | '\'' | '.' | ',' | '"' | '\u{201d}'
    );
    c.is_alphanumeric() || is_sign
}

fn is_name(cell: &str) -> bool {
    (1..=128).contains(&cell.chars().count())
        && cell.chars().any(char::is_alphabetic)
        && cell.chars().all(is_plain)
}

/// A serial number has a digit and no blank, and is no date.
pub(super) fn is_serial(cell: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/');
    (4..=128).contains(&cell.len())
        && cell.chars().all(is_part)
        && cell.chars().any(|c| c.is_ascii_digit())
        && cell.parse::<jiff::civil::Date>().is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: bool) {
        assert_eq!(find(text).is_some(), expected, "{text:?}");
    }

    #[test]
    fn only_three_columns_are_identifiers() {
        check("Contoso,Book 14,CTS0001\nContoso,Book 14,CTS0002\n", true);
        check("LENOVO,20LFS06600,PF0AAAAA\n", true);
        check("Contoso;Book 14;CTS0001\n", true);
        check("\"Contoso\",\"Book 14\",\"CTS0001\"\n", true);
        check("Contoso,Book 14,CTS0001,\nContoso,Book 14,CTS0002,\n", true);
        check("Contoso,Book 14,CTS0001,extra\n", false);
        check("Contoso,Book 14,CTS0001\nContoso,Book 14,CTS0001\n", false);
        check("Hello,Adele,how are you\n", false);
        check("Vance,Adele,2026-11-22\n", false);
        check("", false);
    }

    #[test]
    fn what_intune_refuses_is_noted() {
        let note = |text: &str| find(text).unwrap().note;
        assert_eq!(note("Contoso,Book 14,CTS0001\n"), None);
        for text in [
            "Contoso,Book,CTS1000\nFabrikam Inc.,Book,CTS0002\n",
            "\"Contoso, Ltd\",Book,CTS1000\n",
        ] {
            assert!(note(text).is_some_and(|note| note.contains("no dots and commas")), "{text}");
        }
    }
}
