//! What the beginning of a list tells of all of it: how it is written, what it
//! is, which columns it has.

use std::io::Read;
use std::sync::Arc;

use super::decode::Utf8;
use super::doubt::look_at_names;
use super::guess::guess;
use super::hash_rows;
use super::head::{self, Head};
use super::identifiers;
use super::identity::usual_digits;
use super::knowledge::knowledge;
use super::mapping::{Column, Fingerprint, Mappings};
use super::meaning::Meaning;
use super::records::{Dialect, Records};
use super::serials;
use super::sheets::SheetAt;
use crate::read::Format;
use crate::read::encoding::Encoding;

/// How many bytes of a list are looked at to tell what it is.
pub(super) const SAMPLE: usize = 256 * 1024;

/// How many rows tell how long serial numbers usually are.
const SAMPLE_ROWS: usize = 500;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub source: Arc<str>,
    pub format: Format,
    pub because: String,
    pub note: Option<String>,
    pub dialect: Dialect,
    /// Whether the first row holds the names.
    pub named: bool,
    pub columns: Vec<Column>,
    pub digits: Option<usize>,
    /// Whether a value can stand in the column of another, as in no workbook.
    pub can_shift: bool,
    /// Where sheets begin, of a list that has several.
    pub sheets: Vec<SheetAt>,
}

/// The beginning of a list as text whose lines end in LF; `whole` says that
/// nothing follows these bytes. A line that was cut is left out.
pub(super) fn sample_text(bytes: &[u8], encoding: Encoding, whole: bool) -> String {
    let start = bytes.get(..SAMPLE).unwrap_or(bytes);
    let mut text = Vec::new();
    // Reading from memory does not fail.
    let _ = Utf8::new(start, encoding).read_to_end(&mut text);
    if !whole && let Some((_, lines)) = text.split_last() {
        // Decoding ends the last line, wherever it was cut.
        let end = memchr::memrchr(b'\n', lines).map_or(text.len(), |end| end + 1);
        text.truncate(end);
    }
    String::from_utf8_lossy(&text).into_owned()
}

impl Layout {
    /// Looks at the beginning of a list; `text` is that of `bytes`.
    pub fn find(source: &Arc<str>, bytes: &[u8], encoding: Encoding, text: &str) -> Option<Self> {
        let known = knowledge()?;
        let head = head::find(known, text)
            .or_else(|| hash_rows::find(text))
            .or_else(|| identifiers::find(text))
            .or_else(|| serials::find(known, text))?;
        let Head { format, because, separator, line, names, note } = head;
        let columns = guess(known, format, &names);
        let dialect = Dialect { encoding, separator, preamble: line.saturating_sub(1) };
        let source = Arc::clone(source);
        let named = line > 0;
        let mut layout = Self {
            source,
            format,
            because,
            note,
            dialect,
            named,
            columns,
            digits: None,
            can_shift: true,
            sheets: Vec::new(),
        };
        look_at_names(&mut layout.columns, bytes, dialect);
        layout.count_digits(bytes);
        Some(layout)
    }

    /// Takes the columns for what a person chose before.
    pub fn recall(&mut self, mappings: &Mappings) {
        if let Some(mapping) = mappings.get(&self.fingerprint()) {
            mapping.apply(&mut self.columns);
        }
    }

    pub fn fingerprint(&self) -> Fingerprint {
        let names: Vec<Arc<str>> =
            self.columns.iter().map(|column| Arc::clone(&column.name)).collect();
        Fingerprint::of(&names)
    }

    /// Looks how many digits the serial numbers have.
    pub fn count_digits(&mut self, bytes: &[u8]) {
        let is_serial = |column: &Column| column.meaning == Some(Meaning::Serial);
        let Some(place) = self.columns.iter().position(is_serial) else { return };
        let start = bytes.get(..SAMPLE).unwrap_or(bytes);
        let mut records = Records::new(start, self.dialect);
        let mut serials: Vec<String> = Vec::new();
        while serials.len() < SAMPLE_ROWS && records.advance().is_ok_and(|more| more) {
            serials.push(records.record().get(place).unwrap_or_default().trim().to_owned());
        }
        self.digits = usual_digits(serials.iter().map(String::as_str));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_of_a_cut_sample_does_not_count() {
        let sample = |bytes: &[u8], whole| sample_text(bytes, Encoding::Utf8, whole);
        assert_eq!(sample(b"a,b\r\nc", false), "a,b\n");
        assert_eq!(sample(b"a,b\r\nc", true), "a,b\nc\n");
        assert_eq!(sample(b"a,b", false), "a,b\n", "a line as long as the sample");
        assert_eq!(sample(b"", false), "\n");
    }
}
