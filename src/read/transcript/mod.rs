//! A text that holds several reports below each other: what a console printed
//! for one command after the other, or a file that a script appended to.
//!
//! It is cut where another report may begin: at a prompt with a command, below
//! an empty line, around JSON, and at a line with which only another report
//! begins. Each piece is recognised for itself. A piece
//! that is not, or that goes on with what the last one began, belongs to that
//! one: a report may have empty lines, too.

mod firsts;
mod starts;

use std::ops::Range;

use super::content::Content;
use super::format::{Format, Reader};
use super::text::Text;
use super::{cim, reader_of, tpm};
use starts::{Start, starts};

/// A longer text is one report, if any.
const LONGEST: usize = 4 * 1024 * 1024;

/// With more pieces it is no transcript but something with empty lines.
const MOST_PIECES: usize = 1_000;

/// One report of a text.
pub(super) struct Part {
    pub content: Content,
    pub reader: &'static Reader,
    pub because: String,
}

/// The reports of a text that holds more than one, or one that cannot be told
/// from the whole text; otherwise none. `whole` is what the text as a whole is
/// taken for.
pub(super) fn parts(content: &Content, whole: Option<Format>) -> Vec<Part> {
    if whole.is_some_and(has_its_own_file) || content.text.len() > LONGEST {
        return Vec::new();
    }
    let starts = starts(&content.text);
    if !(2..=MOST_PIECES).contains(&starts.len()) {
        return Vec::new();
    }
    let found = found(content, &starts);
    let least = if whole.is_some() { 2 } else { 1 };
    if found.len() < least {
        return Vec::new();
    }
    let lines: Vec<Range<u32>> = found.iter().map(|found| found.lines.clone()).collect();
    let texts = content.text.parts(&lines);
    let part = |(found, text): (Found, Text)| Part {
        content: Content::of(&content.file, text),
        reader: found.reader,
        because: found.because,
    };
    found.into_iter().zip(texts).map(part).collect()
}

/// What tools write into files that they make anew.
const fn has_its_own_file(format: Format) -> bool {
    matches!(
        format,
        Format::MsInfoNfo
            | Format::MsInfoText
            | Format::DxDiagText
            | Format::DxDiagXml
            | Format::GlpiJson
    )
}

/// Whether several commands make one report, each with a part of the device.
fn is_answer(format: Format) -> bool {
    format == Format::CimText
}

/// A report that was found, and the lines it has.
struct Found {
    lines: Range<u32>,
    reader: &'static Reader,
    because: String,
    /// The first key of each piece; `None` where it may stand there again.
    keys: Vec<Option<String>>,
}

fn found(content: &Content, starts: &[Start]) -> Vec<Found> {
    let ends = starts.iter().skip(1).map(|next| next.line).chain([u32::MAX]);
    let ranges: Vec<Range<u32>> =
        starts.iter().zip(ends).map(|(start, end)| start.line..end).collect();
    let pieces = content.text.parts(&ranges);
    let mut all: Vec<Found> = Vec::new();
    // Whether the last report may go on in the next piece, and where a heading
    // stands that may be the next one's.
    let (mut is_open, mut heading) = (false, None);
    for ((start, lines), text) in starts.iter().zip(ranges).zip(pieces) {
        let piece = Content::of(&content.file, text);
        let recognised = recognise(&piece, *start);
        is_open &= !start.is_command;
        let answers = recognised.as_ref().is_some_and(|(reader, _)| is_answer(reader.format));
        let last = all.last_mut().filter(|_| is_open || answers);
        match (recognised, last) {
            (None, last) => {
                heading = (!start.is_command && is_heading(&piece)).then_some(start.line);
                if let Some(last) = last.filter(|_| heading.is_none()) {
                    last.lines.end = lines.end;
                }
            }
            (Some((reader, _)), Some(last)) if last.goes_on_in(&piece, reader) => {
                last.lines.end = lines.end;
                last.keys.push(first_key(&piece, reader.format));
                is_open = true;
            }
            (Some((reader, because)), _) => {
                let first = heading.take().filter(|_| !start.is_command).unwrap_or(start.line);
                let keys = vec![first_key(&piece, reader.format)];
                all.push(Found { lines: first..lines.end, reader, because, keys });
                is_open = true;
            }
        }
    }
    all
}

/// Whether it is no more than a title in a frame. What a command printed, such
/// as True or one cell of a table, is none.
fn is_heading(piece: &Content) -> bool {
    let mut lines = piece.text.filled();
    let first: Vec<_> = lines.by_ref().take(3).collect();
    let is_title =
        |text: &str| !text.contains(':') && tpm::truth(text).is_none() && !cim::begins_table(text);
    lines.next().is_none() && first.iter().all(|line| is_title(line.text))
}

fn recognise(piece: &Content, start: Start) -> Option<(&'static Reader, String)> {
    let (reader, because) = reader_of(piece)?;
    // Without its command, a word alone could be the answer of any other.
    let is_word = !start.is_command
        && reader.format == Format::SecureBoot
        && piece.text.filled().all(|line| tpm::truth(line.text).is_some());
    // So could one key, below a command that asked for something else.
    let is_guess = !start.is_command
        && start.is_told
        && reader.format == Format::CimText
        && cim::is_guess(&piece.text);
    (!is_word && !is_guess && !has_its_own_file(reader.format)).then_some((reader, because))
}

impl Found {
    fn goes_on_in(&self, piece: &Content, reader: &Reader) -> bool {
        reader.format == self.reader.format
            && piece.document().is_none()
            && first_key(piece, reader.format).is_none_or(|key| !self.begins_with(&key))
    }

    /// Whether a second report would begin with this key.
    fn begins_with(&self, key: &str) -> bool {
        let begin = if is_answer(self.reader.format) { self.keys.len() } else { 1 };
        self.keys.iter().take(begin).any(|known| known.as_deref() == Some(key))
    }
}

/// What the first line says before its colon, frames left out, and of which
/// class it is. A computer has several modules of memory.
fn first_key(piece: &Content, format: Format) -> Option<String> {
    let class = is_answer(format).then(|| cim::first_class(&piece.text)).flatten();
    if class.is_some_and(|class| !class.is_once()) {
        return None;
    }
    let mut lines = piece.text.filled().map(|line| line.text.trim_matches(['+', '-', '|', ' ']));
    let first = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let key = first.split(':').next().unwrap_or_default().trim();
    Some(class.map_or_else(|| key.to_owned(), |class| format!("{} {key}", class.title())))
}
