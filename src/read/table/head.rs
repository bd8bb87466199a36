//! Finds the names of the columns: behind preamble rows, with whatever
//! separator.

use std::collections::BTreeSet;
use std::io::Cursor;

use memchr::memchr2;

use super::fold::{fold, split_unit, without_zero};
use super::knowledge::{Knowledge, ListKind};
use super::meaning::Meaning;
use super::rule::{Others, Rule};
use crate::device::LONGEST_TEXT;
use crate::read::Format;

/// How many lines are looked at for the names.
const PREAMBLE: usize = 60;

const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// Where a table begins, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub format: Format,
    pub because: String,
    pub separator: u8,
    /// The line of the names, counted from 1.
    pub line: u32,
    /// The names as they stand there.
    pub names: Vec<String>,
    /// What its owner should know of it.
    pub note: Option<String>,
}

/// A row that may be the names.
struct Candidate {
    names: Vec<String>,
    folded: Vec<String>,
    separator: u8,
}

/// Looks for the names in the beginning of a list, whose lines end in LF.
pub(super) fn find(known: &Knowledge, text: &str) -> Option<Head> {
    let said = text.lines().next().and_then(said_separator);
    let separators = said.as_slice();
    let separators = if separators.is_empty() { &SEPARATORS } else { separators };
    let mut rows: Vec<RowAt<'_>> =
        separators.iter().map(|separator| RowAt::new(text, *separator)).collect();
    let mut start = 0;
    for (number, line) in (1_u32..).zip(text.split_inclusive('\n')).take(PREAMBLE) {
        let at = start;
        start += line.len();
        if line.trim().is_empty() || (number == 1 && said.is_some()) {
            continue;
        }
        let heads = rows.iter_mut().filter(|row| row.may_part(line)).filter_map(|row| {
            let candidate = row.candidate(at)?;
            let (score, format, because) = judge(known, &candidate, number)?;
            let Candidate { names, separator, .. } = candidate;
            let note = None;
            Some((score, Head { format, because, separator, line: number, names, note }))
        });
        if let Some((_, head)) = heads.max_by_key(|(score, _)| *score) {
            return Some(head);
        }
    }
    None
}

/// The separator that Excel's `sep=;` names.
fn said_separator(line: &str) -> Option<u8> {
    let said = line.trim_matches(['"', '\u{feff}', ' ']).to_ascii_lowercase();
    let mut bytes = said.strip_prefix("sep=")?.bytes();
    let separator = bytes.next().unwrap_or(b'\t');
    (bytes.next().is_none() && separator.is_ascii() && separator != b'"').then_some(separator)
}

/// Reads single rows with one separator, wherever they begin. To make a reader
/// takes longer than to read a row.
struct RowAt<'a> {
    separator: u8,
    reader: csv::Reader<Cursor<&'a [u8]>>,
    record: csv::StringRecord,
}

impl<'a> RowAt<'a> {
    fn new(text: &'a str, separator: u8) -> Self {
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(separator)
            .from_reader(Cursor::new(text.as_bytes()));
        Self { separator, reader, record: csv::StringRecord::new() }
    }

    /// Whether a row that begins with this line can have more than one cell.
    fn may_part(&self, line: &str) -> bool {
        memchr2(self.separator, b'"', line.as_bytes()).is_some()
    }

    /// The row that begins at a byte.
    fn candidate(&mut self, at: usize) -> Option<Candidate> {
        let mut place = csv::Position::new();
        place.set_byte(u64::try_from(at).ok()?);
        self.reader.seek(place).ok()?;
        self.reader.read_record(&mut self.record).ok()?;
        let tidy = |cell: &str| -> String {
            let plain = cell.trim().chars().map(|c| if c.is_control() { ' ' } else { c });
            plain.take(LONGEST_TEXT).collect()
        };
        let names: Vec<String> = self.record.iter().map(tidy).collect();
        let folded = names.iter().map(|name| fold(name)).collect();
        (names.len() > 1).then_some(Candidate { names, folded, separator: self.separator })
    }
}

/// How well a row does as the names, of which kind of list, and why.
fn judge(known: &Knowledge, row: &Candidate, line: u32) -> Option<(usize, Format, String)> {
    let named = |places: &[usize]| {
        let names = places.iter().filter_map(|place| row.names.get(*place)).take(3);
        names.map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    let by_kind = |kind: &ListKind| {
        let marks = kind.marks_in(&row.folded);
        let because =
            format!("Line {line} has columns of {}, for example {}.", kind.what, named(&marks));
        (!marks.is_empty()).then_some((marks.len() + 100, kind.format, because))
    };
    if let Some(found) = known.kinds.iter().find_map(by_kind) {
        return Some(found);
    }
    let mut meanings = BTreeSet::new();
    let places: Vec<usize> = (row.folded.iter().enumerate())
        .filter(|(_, name)| exact(known, name).is_some_and(|meaning| meanings.insert(meaning)))
        .map(|(place, _)| place)
        .collect();
    let places = if places.len() == 1 {
        let others = Others::new(&row.folded, meanings);
        let more = (row.folded.iter()).position(|name| is_more(known, &others, name));
        places.into_iter().chain(more).collect()
    } else {
        places
    };
    let because = format!("Line {line} names columns of a device list: {}.", named(&places));
    (places.len() >= 2).then_some((places.len(), Format::Table, because))
}

/// Whether a name that does not say enough alone says something more than is
/// known of the other names.
fn is_more(known: &Knowledge, others: &Others<'_>, name: &String) -> bool {
    let of_name =
        |rule: &&Rule| rule.names.contains(name) && !others.meanings.contains(&rule.meaning);
    known.beside.iter().filter(of_name).any(|rule| rule.shown_by(others).is_some())
        || known.weak.iter().filter(of_name).any(|rule| rule.holds(others))
}

/// The format of a list with these names, if they are names.
pub(super) fn format_of(known: &Knowledge, names: &[String]) -> Option<Format> {
    let folded = names.iter().map(|name| fold(name)).collect();
    let row = Candidate { names: names.to_vec(), folded, separator: b',' };
    judge(known, &row, 0).map(|(_, format, _)| format)
}

/// Every kind of list with a format of its own whose marks stand in the same row.
#[cfg(test)]
pub(super) fn kinds(known: &Knowledge, head: &Head) -> Vec<Format> {
    let folded: Vec<String> = head.names.iter().map(|name| fold(name)).collect();
    let by = known.kinds.iter().filter(|kind| !kind.marks_in(&folded).is_empty());
    by.map(|kind| kind.format).filter(|format| *format != Format::Table).collect()
}

/// The meaning of a folded name, also with a `0` or a unit behind it.
pub(super) fn exact(known: &Knowledge, folded: &str) -> Option<Meaning> {
    let plain = without_zero(folded).unwrap_or(folded);
    let by_name = |name: &str| known.names.get(name).copied();
    by_name(folded).or_else(|| by_name(plain)).or_else(|| {
        let (rest, _) = split_unit(plain)?;
        by_name(rest).filter(|meaning| meaning.has_unit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::knowledge::knowledge;

    fn head(text: &str) -> Option<(Format, u32, char, usize)> {
        let head = find(knowledge().unwrap(), text)?;
        Some((head.format, head.line, char::from(head.separator), head.names.len()))
    }

    #[test]
    fn the_names_are_found_with_any_separator() {
        for mark in [',', ';', '\t', '|'] {
            let text = format!("Serial number{mark}Model{mark}Room\nA{mark}B{mark}C\n");
            assert_eq!(head(&text), Some((Format::Table, 1, mark, 3)));
        }
        assert_eq!(head("sep=^\nModell^Seriennummer\n"), Some((Format::Table, 2, '^', 2)));
    }

    #[test]
    fn rows_before_the_names_are_left_aside_also_with_a_stray_quote() {
        let text = "Report of 27\" screens; and more\n\"Made by;Adele\n\nModel;Serial no.\nA;B\n";
        assert_eq!(head(text), Some((Format::Table, 4, ';', 2)));
    }

    #[test]
    fn one_known_name_is_no_table() {
        assert_eq!(head("Model,Color,Price\nA,B,C\n"), None);
        assert_eq!(head("Name,Model\nA,B\n"), None);
        assert_eq!(head("Name,Serial\nA,B\n"), Some((Format::Table, 1, ',', 2)));
        assert_eq!(head("Dear Adele, the model is here, Serial\n"), None);
        assert_eq!(head(""), None);
    }
}
