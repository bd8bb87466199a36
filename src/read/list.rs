//! Rows of `Key : value`, as PowerShell's `Format-List` prints them.
//!
//! The colons stand below each other. A value that is longer than the console
//! is wide goes on in the next line, indented to where it began.

use serde_json::{Map, Value};

use super::text::Text;

/// One row, its wrapped lines joined again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub key: String,
    pub value: String,
    /// Counted from 1.
    pub line: u32,
}

impl Row {
    /// Whether the console cut the value off, which it marks with dots.
    pub fn is_cut(&self) -> bool {
        let end = self.value.trim_end_matches(['}', ' ']);
        end.ends_with("...") || end.ends_with('\u{2026}')
    }
}

/// The rows of the first object; the next one would begin with the same key.
pub(super) fn rows(text: &Text) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    let mut value_at = 0;
    for line in text.filled() {
        let indent = line.text.chars().take_while(|c| *c == ' ').count();
        if let Some(last) = rows.last_mut().filter(|_| indent > 0 && indent >= value_at) {
            last.value.push(' ');
            last.value.push_str(line.text.trim());
        } else if let Some((key, value)) = split(line.text) {
            if rows.first().is_some_and(|first| first.key == key) {
                break;
            }
            let colon = line.text.split(" :").next().unwrap_or_default();
            value_at = colon.chars().count() + 1;
            let (key, value) = (key.to_owned(), value.to_owned());
            rows.push(Row { key, value, line: line.number });
        }
    }
    rows
}

/// A blank stands before the colon, and one behind it unless the value is empty.
pub(super) fn split(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(" :")?;
    let plain = !key.trim().is_empty() && !key.starts_with([' ', '\t']);
    (plain && (value.is_empty() || value.starts_with(' '))).then(|| (key.trim(), value.trim()))
}

/// The rows as an object of texts, as [`super::fields`] reads one.
pub(super) fn object<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Map<String, Value> {
    let pairs = rows.into_iter();
    pairs.map(|row| (row.key.clone(), Value::String(row.value.clone()))).collect()
}

/// The line of a key, counted from 1.
pub(super) fn line_of(rows: &[Row], key: &str) -> Option<u32> {
    rows.iter().find(|row| row.key == key).map(|row| row.line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str, u32)]) {
        let rows = rows(&Text::new(text));
        let found: Vec<_> =
            rows.iter().map(|row| (row.key.as_str(), row.value.as_str(), row.line)).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_wrapped_value_is_joined_again() {
        check(
            "CsName  : PC\nCsModel : Fabrikam\n          Notebook 3\nCsRoles :\n",
            &[("CsName", "PC", 1), ("CsModel", "Fabrikam Notebook 3", 2), ("CsRoles", "", 4)],
        );
    }

    #[test]
    fn the_second_object_is_left_aside() {
        check("A : 1\nB : 2\n\nA : 3\nB : 4", &[("A", "1", 1), ("B", "2", 2)]);
    }

    #[test]
    fn a_value_that_ends_in_dots_is_cut() {
        let cut = |value: &str| Row { key: "A".to_owned(), value: value.to_owned(), line: 1 };
        assert!(cut("{KB5050575, KB5063060...}").is_cut());
        assert!(cut("Intel(R) Core(TM)…").is_cut());
        assert!(!cut("Micro-Star Co., Ltd.").is_cut());
    }
}
