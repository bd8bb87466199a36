//! The layout of a status report: boxed titles, rows, and what pasting did.

use std::borrow::Cow;
use std::sync::Arc;

use super::keys;
use super::report::{Row, Section, StatusReport};
use crate::read::findings::Findings;
use crate::read::text::{Line, Text};

/// The longest key that is taken for one, in characters.
const LONGEST_KEY: usize = 40;

/// The most rows that are read; a real report has about a hundred.
const MOST_ROWS: usize = 10_000;

/// How the sentence behind the last row begins.
const TRAILER: &str = "For more information, please visit";

/// Reads every row; notes where the report was cut.
pub(super) fn read(source: &Arc<str>, text: &Text, findings: &mut Findings) -> StatusReport {
    let report = StatusReport { source: Arc::clone(source), sections: Vec::new() };
    let mut builder = Builder { report, titled: false, last_row: 0, rows: 0, mark: String::new() };
    let mut last = None;
    for line in text.filled() {
        if builder.rows > MOST_ROWS {
            let message = "The report is far too long; what follows was left aside. Choose the \
                           report of one device.";
            findings.problem(line.number, message);
            return builder.report;
        }
        last = Some((line, builder.take(line)));
    }
    if let Some((line, kind)) = last
        && builder.is_cut_at(line, kind)
    {
        findings.problem(
            line.number,
            "The report ends here in the middle. What stands before was read; run dsregcmd \
             /status again to get the rest.",
        );
    }
    builder.report
}

/// What a line was taken for.
#[derive(Clone, Copy)]
enum Kind {
    Border,
    Title,
    Row,
    Trailer,
    /// The rest of the row before, or nothing that is known.
    Other,
    /// Nothing but the mark that stands before every line.
    Empty,
}

struct Builder {
    report: StatusReport,
    /// Whether the rows stand below a title, so that their section is known.
    titled: bool,
    /// The line of the row that was read last.
    last_row: u32,
    /// How many rows were read.
    rows: usize,
    /// What stood before a row, such as the time of a log; digits are zeros.
    mark: String,
}

impl Builder {
    fn take(&mut self, line: Line<'_>) -> Kind {
        let plain = plain(line.text);
        let trimmed = without_mark(plain.trim());
        let mark = plain.trim().strip_suffix(trimmed).map(shape).unwrap_or_default();
        if !mark.is_empty() {
            self.mark = mark;
        } else if !self.mark.is_empty() && shape(trimmed) == self.mark {
            return Kind::Empty;
        }
        let pieces = collapsed(trimmed);
        if pieces.len() > 1 {
            for piece in pieces {
                self.take_piece(piece, line.number);
            }
            return Kind::Row;
        }
        if is_border(trimmed) {
            Kind::Border
        } else if let Some(title) = title(trimmed) {
            self.open(title);
            Kind::Title
        } else if let Some((key, value)) = row(trimmed) {
            self.push(key, value, line.number);
            Kind::Row
        } else if trimmed.starts_with(TRAILER) {
            self.titled = false;
            Kind::Trailer
        } else {
            self.continue_row(trimmed, line.number);
            Kind::Other
        }
    }

    /// One row of a line that holds many, with the borders and titles that
    /// follow it on the same line.
    fn take_piece(&mut self, piece: &str, line: u32) {
        let piece = piece.split(TRAILER).next().unwrap_or_default();
        let (text, boxes) = piece.split_at(piece.find("+--").unwrap_or(piece.len()));
        if let Some((key, value)) = row(text.trim()) {
            self.push(key, value, line);
        }
        for part in boxes.split("--+") {
            if let Some(title) = title(part.trim_matches(['+', '-', ' '])) {
                self.open(title);
            }
        }
    }

    fn open(&mut self, title: &str) {
        self.titled = true;
        self.report.sections.push(Section { title: title.to_owned(), rows: Vec::new() });
    }

    fn push(&mut self, key: &str, value: &str, line: u32) {
        self.rows += 1;
        if self.rows > MOST_ROWS {
            return;
        }
        if !self.titled {
            self.open_home_of(key);
        }
        let row = Row { key: key.to_owned(), value: value.to_owned(), line, source: None };
        self.last_row = line;
        if let Some(section) = self.report.sections.last_mut() {
            section.rows.push(row);
        }
    }

    /// Opens the section that a key without a title belongs to.
    fn open_home_of(&mut self, key: &str) {
        let open = self.report.sections.last().map(|section| section.title.as_str());
        if open.is_some_and(|open| keys::is_work_account(open) && keys::is_repeated(key)) {
            return;
        }
        let home = keys::home(key).or(open).unwrap_or("Device State");
        if open != Some(home) {
            self.report.sections.push(Section { title: home.to_owned(), rows: Vec::new() });
        }
    }

    /// A console that wraps long values leaves their rest on the next line.
    fn continue_row(&mut self, rest: &str, line: u32) {
        let row = self.report.sections.last_mut().and_then(|section| section.rows.last_mut());
        if let Some(row) = row
            && self.titled
            && line == self.last_row + 1
        {
            row.value.push(' ');
            row.value.push_str(rest);
        }
    }

    /// Whether the last line belongs to something that should go on: a title
    /// without rows, or the beginning of a key.
    fn is_cut_at(&self, line: Line<'_>, kind: Kind) -> bool {
        let empty_section = self.report.sections.last().is_some_and(|s| s.rows.is_empty());
        let start = line.text.trim();
        match kind {
            Kind::Title => true,
            Kind::Border => empty_section,
            Kind::Other => start.len() > 2 && keys::all().any(|known| known.key.starts_with(start)),
            Kind::Row | Kind::Trailer | Kind::Empty => false,
        }
    }
}

/// A line with plain blanks: pages and chats make hard ones of them.
fn plain(line: &str) -> Cow<'_, str> {
    if line.contains('\u{a0}') {
        Cow::Owned(line.replace('\u{a0}', " "))
    } else {
        Cow::Borrowed(line)
    }
}

/// A mark without what differs from line to line.
fn shape(mark: &str) -> String {
    mark.trim().chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect()
}

/// A line without the point of a list or the time of a log before its row.
fn without_mark(line: &str) -> &str {
    if line.starts_with(|c: char| c.is_ascii_alphabetic() || "+|".contains(c)) {
        return line;
    }
    let rest = line.find(|c: char| c.is_ascii_alphabetic() || "+|".contains(c));
    let rest = rest.and_then(|start| line.get(start..)).unwrap_or(line);
    let is_known = |key: &str| keys::home(key).is_some();
    let is_row = row(rest).is_some_and(|(key, _)| is_known(key));
    if is_row || is_border(rest) || title(rest).is_some() { rest } else { line }
}

/// `+------+`, whole or cut.
fn is_border(line: &str) -> bool {
    line.starts_with("+-") && line.chars().all(|c| matches!(c, '+' | '-'))
}

/// `| Device State      |`.
fn title(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('|')?;
    let title = inner.strip_suffix('|').unwrap_or(inner).trim();
    (!title.is_empty() && !title.contains('|')).then_some(title)
}

/// `Key : value`, split at the first colon. A stray second colon is dropped.
fn row(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once(':')?;
    let key = key.trim();
    let starts_well = key.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_key = |c: char| c.is_ascii_alphanumeric() || " -_.()/".contains(c);
    let fits = key.len() <= LONGEST_KEY && key.chars().all(is_key);
    let value = value.trim();
    let value = value.strip_prefix(':').map_or(value, str::trim);
    (starts_well && fits && !key.contains("--")).then_some((key, value))
}

/// The rows of a line that lost its line breaks, cut before each known key.
fn collapsed(line: &str) -> Vec<&str> {
    let is_sentence = || row(line).is_some_and(|(key, _)| keys::is_sentence(key));
    if line.matches(':').count() < 2 || is_sentence() {
        return Vec::new();
    }
    let mut starts: Vec<usize> =
        keys::all().flat_map(|known| keys::positions(line, known.key)).collect();
    starts.sort_unstable();
    starts.dedup();
    if starts.len() < 2 {
        return Vec::new();
    }
    if starts.first() != Some(&0) {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([line.len()]);
    starts.iter().zip(ends).filter_map(|(start, end)| line.get(*start..end)).collect()
}
