//! Cells that tell one device from another, and the damage that spreadsheets
//! do to them. Damage is told, never repaired: a repaired number may be that
//! of another device.

use super::values;
use crate::read::apart::is_address;
use crate::read::{junk, product_key};

/// What a cell with an identity is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Identity<'a> {
    /// Nothing stands there.
    Missing,
    /// It can be used.
    Good(&'a str),
    /// The Product ID of Windows, which its own class calls a serial number.
    ProductId(&'a str),
    /// A spreadsheet changed it; why it cannot be used.
    Damaged(&'static str),
}

/// A serial number.
pub(super) fn serial(text: &str) -> Identity<'_> {
    if junk::is_junk(text) {
        Identity::Missing
    } else if is_product_id(text) {
        Identity::ProductId(text)
    } else if is_power_of_ten(text) {
        Identity::Damaged("a spreadsheet made a rounded number of it")
    } else if is_short_date(text) {
        Identity::Damaged("a spreadsheet made a date of it")
    } else if is_decimal(text) {
        Identity::Damaged("a tool made a number with a fraction of it")
    } else if text.starts_with('#') {
        Identity::Damaged("a spreadsheet put an error in its place")
    } else {
        Identity::Good(text)
    }
}

/// `00330-80000-00000-AA123`.
pub(super) fn is_product_id(text: &str) -> bool {
    const LENGTH: usize = 23;
    text.len() == LENGTH && product_key::group_of_product_id(text).is_some()
}

/// The name of a computer, without its domain.
pub(super) fn hostname(text: &str) -> Option<&str> {
    if text.contains('|') {
        // What Windows is called, where it stands and on which disk.
        return None;
    }
    if !text.contains(['\\', '.']) {
        return can_be_host(text).then_some(text);
    }
    let name = text.split_once('\\').map_or(text, |(_, name)| name);
    let name = name.split('\\').next().unwrap_or_default();
    let short = name.split('.').next().unwrap_or_default();
    let name =
        if is_address(name) || name.contains(' ') || short.is_empty() { name } else { short };
    can_be_host(name).then_some(name)
}

/// Windows lets no computer have a name with a blank, or one of digits alone:
/// that is a model, or a telephone number. A word like `Notebook` or `Yes` is
/// what stands in a column that is about something else.
fn can_be_host(name: &str) -> bool {
    let has_blank = || name.bytes().any(|byte| byte == b' ');
    let is_word = || !name.bytes().any(|byte| byte.is_ascii_digit() || byte == b'-');
    let is_other = has_blank()
        || is_number(name)
        || junk::is_junk(name)
        || (is_word() && values::is_no_host(name));
    !is_other
}

/// `6.37702E+15`, also with a comma.
fn is_power_of_ten(text: &str) -> bool {
    if !text.as_bytes().contains(&b'+') {
        return false;
    }
    let Some((number, power)) = text.split_once(['E', 'e']) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    // A serial number can be `12E34`; a spreadsheet writes the sign.
    whole.len() == 1
        && digits(whole)
        && digits(fraction)
        && power.strip_prefix('+').is_some_and(digits)
}

/// `1234567.0`.
fn is_decimal(text: &str) -> bool {
    text.strip_suffix(".0").is_some_and(is_number)
}

/// `Mar-24` or `24-Mar`, of a serial number such as MAR24.
fn is_short_date(text: &str) -> bool {
    /// As Excel writes them, in English, German, French and Spanish.
    const MONTHS: [&str; 26] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mrz",
        "mär", "mai", "okt", "dez", "janv", "févr", "avr", "juin", "juil", "août", "ene", "abr",
        "ago",
    ];
    if is_whole_date(text) {
        return true;
    }
    let is_month =
        |part: &str| MONTHS.contains(&part.trim().trim_end_matches('.').to_lowercase().as_str());
    let is_day = |part: &str| part.len() <= 2 && part.parse::<u8>().is_ok();
    text.split_once(['-', ' ', '.']).is_some_and(|(one, other)| {
        (is_month(one) && is_day(other)) || (is_day(one) && is_month(other))
    })
}

/// `2024-03-01 00:00:00`, `01.03.2024`, `3/1/2024`: a year, a month and a day.
fn is_whole_date(text: &str) -> bool {
    const LONGEST: usize = 30;
    if text.len() > LONGEST || !text.starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let date = text.split_once([' ', 'T']).map_or(text, |(date, _)| date);
    let parts: Vec<&str> = date.split(['-', '.', '/']).collect();
    let number = |part: &str| is_number(part).then(|| part.parse::<u16>().ok()).flatten();
    let is_day = |part: &str| part.len() <= 2 && number(part).is_some_and(|day| day <= 31);
    let is_year = |part: &str| part.len() == 4 && number(part).is_some();
    match *parts.as_slice() {
        [first, middle, last] => {
            is_day(middle) && (is_year(first) && is_day(last) || is_day(first) && is_year(last))
        }
        _ => false,
    }
}

/// How many digits the serial numbers of a list have, when nearly all of those
/// that are numbers have as many: a shorter one may have lost its zeros.
pub(super) fn usual_digits<'a>(serials: impl Iterator<Item = &'a str>) -> Option<usize> {
    const FEWEST: usize = 5;
    let mut lengths: Vec<usize> =
        serials.filter(|serial| is_number(serial)).map(str::len).collect();
    lengths.sort_unstable();
    let longest = *lengths.last()?;
    let usual = lengths.iter().filter(|length| **length == longest).count();
    (lengths.len() >= FEWEST && usual * 5 >= lengths.len() * 4).then_some(longest)
}

/// Whether a serial number is all digits.
pub(super) fn is_number(serial: &str) -> bool {
    !serial.is_empty() && serial.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_did_is_told() {
        for damaged in [
            "6.37702E+15",
            "6,4E+12",
            "1E+10",
            "Mar-24",
            "1-Dec",
            "Mrz 24",
            "01. Dez",
            "2024-03-01 00:00:00",
            "01.03.2024",
            "3/1/2024",
            "#REF!",
            "1234567.0",
        ] {
            assert!(matches!(serial(damaged), Identity::Damaged(_)), "{damaged}");
        }
        for good in
            ["PF0AAAAA", "12E34", "1E10", "MAR24", "0012345", "4-CTS", "1234-56-78", "12-34-5678"]
        {
            assert_eq!(serial(good), Identity::Good(good));
        }
        for missing in ["", "  ", "0", "Default string", "#N/A"] {
            assert_eq!(serial(missing), Identity::Missing, "{missing}");
        }
        let product_id = "00330-50000-00000-AAOEM";
        assert_eq!(serial(product_id), Identity::ProductId(product_id));
    }

    #[test]
    fn a_computer_is_named_without_its_domain() {
        for (cell, expected) in [
            ("CTS-0001", Some("CTS-0001")),
            ("cts-0001.corp.contoso.com", Some("cts-0001")),
            (r"CORP\CTS-0001", Some("CTS-0001")),
            (r"CORP\CTS-0001\1", Some("CTS-0001")),
            ("10.0.0.7", Some("10.0.0.7")),
            (r"Microsoft Windows 11 Pro|C:\Windows|\Device\Harddisk0\Partition3", None),
            ("LAPTOP", None),
            ("Yes", None),
            ("Notebook", None),
            ("4512", None),
            ("Adele's PC", None),
            ("St. Helena PC", None),
            ("Adele", Some("Adele")),
            ("", None),
        ] {
            assert_eq!(hostname(cell), expected, "{cell}");
        }
    }

    #[test]
    fn zeros_are_missed_only_where_numbers_are_alike() {
        let usual = |serials: &[&str]| usual_digits(serials.iter().copied());
        assert_eq!(usual(&["0012345", "0012346", "0012347", "0012348", "12349"]), Some(7));
        assert_eq!(usual(&["123", "12345", "1234567", "123456789", "1"]), None);
        assert_eq!(usual(&["CTS1", "CTS2"]), None);
    }
}
