//! What a field can hold, asked of millions of cells.

use smol_str::SmolStr;

use super::trim::trim;
use crate::device::{Field, Kind, LONGEST_TEXT, Value};

/// Whether a field can hold a value. As `Kind::parse` of its text, without
/// making that text.
pub(super) fn fits(field: Field, value: &Value) -> bool {
    match (field.kind(), value) {
        (Kind::YesNo, Value::Bool(_)) => true,
        (Kind::Number { .. }, Value::Number(count)) => *count >= 0,
        (Kind::Choice(words), Value::Text(text)) => words.contains(&text.as_str()),
        (Kind::Text, Value::Text(text)) => {
            !text.is_empty() && is_tidy(text) && trim(text).len() == text.len()
        }
        _ => false,
    }
}

/// Whether a text is of printable ASCII and has nothing that parts lines. This
/// is asked of a whole row at once, because nearly every row is so.
pub(super) fn is_plain(text: &str) -> bool {
    // Not `all`, which stops early and so looks at one letter after the other.
    let other = |byte: u8| u8::from(!(b' '..=b'~').contains(&byte)) | u8::from(byte == b'<');
    text.bytes().fold(0, |others, byte| others | other(byte)) == 0
}

/// Whether a text is short and in one line.
pub(super) fn is_tidy(text: &str) -> bool {
    if text.len() <= LONGEST_TEXT && is_plain(text) {
        return true;
    }
    text.chars().count() <= LONGEST_TEXT && !text.chars().any(char::is_control)
}

/// A text in one line, trimmed, and no longer than a field takes.
pub(super) fn bounded(raw: &str) -> SmolStr {
    let raw = trim(raw);
    if is_tidy(raw) {
        return SmolStr::new(raw);
    }
    let plain = raw.chars().map(|c| if c.is_control() { ' ' } else { c });
    SmolStr::new(plain.take(LONGEST_TEXT).collect::<String>().trim())
}
