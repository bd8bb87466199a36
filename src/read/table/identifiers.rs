//! Corporate identifiers for Windows: rows of manufacturer, model and serial
//! number, without names of columns. Nothing says what they are but their
//! shape, so every row must have it.

use std::collections::BTreeSet;

use super::head::Head;
use crate::read::Format;

/// How many rows are looked at.
const SAMPLE: usize = 500;

pub(super) const NAMES: [&str; 3] = ["Manufacturer", "Model", "Serial number"];

/// Recognizes the beginning of a list; `whole` says that nothing follows it.
pub(super) fn find(text: &str, whole: bool) -> Option<Head> {
    let complete = if whole { text } else { text.rsplit_once('\n')?.0 };
    let mut serials = BTreeSet::new();
    let mut rows = 0;
    for line in complete.lines().filter(|line| !line.trim().is_empty()).take(SAMPLE) {
        let [maker, model, serial] = line.split(',').collect::<Vec<_>>().try_into().ok()?;
        if !(is_name(maker) && is_name(model) && is_serial(serial.trim())) {
            return None;
        }
        serials.insert(serial.trim());
        rows += 1;
    }
    (rows > 0 && serials.len() == rows).then(|| Head {
        format: Format::CorporateIdentifiers,
        because: "Every row is a manufacturer, a model and a serial number, and nothing names \
                  the columns."
            .to_owned(),
        separator: b',',
        line: 0,
        names: NAMES.map(str::to_owned).to_vec(),
    })
}

fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '(' | ')' | '/' | '&' | '+' | '#' | '\'')
}

fn is_name(cell: &str) -> bool {
    let cell = cell.trim();
    (1..=128).contains(&cell.chars().count())
        && cell.chars().any(char::is_alphabetic)
        && cell.chars().all(is_plain)
}

/// A serial number has a digit and no blank, and is no date.
fn is_serial(cell: &str) -> bool {
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
        assert_eq!(find(text, true).is_some(), expected, "{text:?}");
    }

    #[test]
    fn only_three_columns_without_dots_are_identifiers() {
        check("Contoso,Book 14,CTS0001\nContoso,Book 14,CTS0002\n", true);
        check("LENOVO,20LFS06600,PF0AAAAA\n", true);
        check("Contoso,Book 14,CTS0001\nContoso Inc.,Book,CTS0002\n", false);
        check("Contoso,Book 14,CTS0001,extra\n", false);
        check("Contoso,Book 14,CTS0001\nContoso,Book 14,CTS0001\n", false);
        check("Hello,Adele,how are you\n", false);
        check("Vance,Adele,2026-11-22\n", false);
        check("", false);
    }

    #[test]
    fn the_last_line_of_a_cut_sample_does_not_count() {
        assert!(find("Contoso,Book 14,CTS0001\nContoso,Bo", false).is_some());
        assert!(find("Contoso,Book 14,CTS0001\nContoso,Bo", true).is_none());
    }
}
