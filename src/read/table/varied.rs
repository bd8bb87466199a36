//! Cells of which nearly each is another: IDs, moments, accounts. They are
//! taken from the cell as they stand wherever they can.

use smol_str::{SmolStr, format_smolstr};
use uuid::fmt::Hyphenated;

use super::fits::is_tidy;
use crate::device::LONGEST_TEXT;
use crate::read::hardware_uuid;

/// The text of a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Text<'a> {
    /// As it stands in the cell.
    Cell(&'a str),
    Made(SmolStr),
}

impl Text<'_> {
    pub fn into_owned(self) -> SmolStr {
        match self {
            Self::Cell(text) => text.into(),
            Self::Made(text) => text,
        }
    }
}

/// A GUID that is none of the placeholders, as it is written by itself.
pub(super) fn guid(text: &str) -> Option<Text<'_>> {
    let id = hardware_uuid::of_text(text)?;
    // Only the usual form is so long.
    let is_usual = text.len() == Hyphenated::LENGTH;
    if is_usual && !text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Some(Text::Cell(text));
    }
    Some(Text::Made(format_smolstr!("{}", id.hyphenated())))
}

/// A user principal name; the name of a person is none.
pub(super) fn address(text: &str) -> Option<Text<'_>> {
    let (user, domain) = text.split_once('@')?;
    let is_one = !user.is_empty() && domain.contains('.') && is_word(text);
    is_one.then_some(Text::Cell(text))
}

/// Whether a text is short and has no blank.
fn is_word(text: &str) -> bool {
    let is_plain = |plain, byte: u8| plain & byte.is_ascii_graphic();
    text.len() <= LONGEST_TEXT && text.bytes().fold(true, is_plain)
        || is_tidy(text) && !text.contains(char::is_whitespace)
}

/// A moment in ISO 8601; without an offset it is that of UTC, as cloud exports
/// have it. Other ways to write dates leave open what is day and what is month.
pub(super) fn moment(text: &str) -> Option<Text<'_>> {
    let Some((start, tail)) = text.split_at_checked(19) else { return late_moment(text) };
    let is_fraction = |byte: u8| byte.is_ascii_digit() || byte == b'.';
    if !tail.trim_end_matches('Z').bytes().all(is_fraction) {
        return late_moment(text);
    }
    is_civil(start).then_some(())?;
    if tail == "Z" && start.contains('T') {
        return Some(Text::Cell(text));
    }
    let mut made = *b"0000-00-00T00:00:00Z";
    let parts = made.iter_mut().zip(start.bytes()).filter(|(to, _)| **to != b'T');
    parts.for_each(|(to, from)| *to = from);
    Some(Text::Made(str::from_utf8(&made).ok()?.into()))
}

/// `2026-11-20 08:15:00`, also with a T; this is what millions of cells have.
fn is_civil(text: &str) -> bool {
    let [
        y0,
        y1,
        y2,
        y3,
        b'-',
        m0,
        m1,
        b'-',
        d0,
        d1,
        b' ' | b'T',
        h0,
        h1,
        b':',
        i0,
        i1,
        b':',
        s0,
        s1,
    ] = *text.as_bytes()
    else {
        return false;
    };
    let number = |digits: [u8; 2]| {
        let [tens, ones] = digits.map(|digit| i8::try_from(digit.wrapping_sub(b'0')).ok());
        Some(tens.filter(|digit| *digit < 10)? * 10 + ones.filter(|digit| *digit < 10)?)
    };
    let parts = [[y0, y1], [y2, y3], [m0, m1], [d0, d1], [h0, h1], [i0, i1], [s0, s1]];
    let [Some(century), Some(year), Some(month), Some(day), Some(hour), Some(minute), Some(second)] =
        parts.map(number)
    else {
        return false;
    };
    let year = i16::from(century) * 100 + i16::from(year);
    jiff::civil::DateTime::new(year, month, day, hour, minute, second, 0).is_ok()
}

/// A moment with an offset, or without seconds.
fn late_moment(text: &str) -> Option<Text<'_>> {
    if let Ok(moment) = text.parse::<jiff::Timestamp>() {
        return Some(Text::Made(format_smolstr!("{moment}")));
    }
    let shaped = text.get(..5).is_some_and(|year| {
        year.ends_with('-') && year.bytes().take(4).all(|byte| byte.is_ascii_digit())
    });
    let time: jiff::civil::DateTime = text.parse().ok().filter(|_| shaped)?;
    Some(Text::Made(format_smolstr!("{time}Z")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(text: Option<Text<'_>>) -> Option<SmolStr> {
        text.map(Text::into_owned)
    }

    #[test]
    fn moments_that_leave_doubt_are_not_known() {
        let check =
            |cell: &str, expected| assert_eq!(owned(moment(cell)).as_deref(), expected, "{cell}");
        check("2026-11-20T08:15:00Z", Some("2026-11-20T08:15:00Z"));
        check("2026-11-20 08:15:00.0000000", Some("2026-11-20T08:15:00Z"));
        check("2026-11-20 08:15", Some("2026-11-20T08:15:00Z"));
        check("2026-11-20T08:15:00+02:00", Some("2026-11-20T06:15:00Z"));
        check("2026-13-20 08:15:00", None);
        check("11/10/2026 08:15", None);
        check("20-11-2026 08:15:00", None);
        check("yesterday", None);
    }

    #[test]
    fn a_user_is_an_address() {
        assert_eq!(owned(address("adele@contoso.com")).as_deref(), Some("adele@contoso.com"));
        for cell in
            ["Adele Vance", "@contoso.com", "adele@contoso", "a b@contoso.com", "a@b.c\u{1}", "0"]
        {
            assert_eq!(address(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_guid_is_written_alike_and_placeholders_are_none() {
        let plain = "9f8e7d6c-0000-4000-8000-00000000000a";
        assert!(matches!(guid(plain), Some(Text::Cell(text)) if text == plain));
        for other in ["{9F8E7D6C-0000-4000-8000-00000000000A}", "9f8e7d6c000040008000 ", " "] {
            let expected = (other.len() > 30).then_some(plain);
            assert_eq!(owned(guid(other)).as_deref(), expected, "{other}");
        }
        assert_eq!(guid("00000000-0000-0000-0000-000000000000"), None);
    }
}
