//! Codes that number their parts: GS1 application identifiers, as `(21)`, with
//! separators, or run together; and the data identifiers of parcel labels.

use super::words::{Identifier, words};
use super::{Choice, Part, Scan, Warning, Why, check_digit};

/// Ends a part whose length is not fixed.
const GROUP: char = '\u{1d}';
const RECORD: char = '\u{1e}';

/// What scanners put before a code that uses GS1 identifiers.
const MARKS: [&str; 4] = ["]C1", "]d2", "]Q3", "]e0"];

/// The code without the three characters that tell its symbology, as `]d2`.
pub(super) fn without_prefix(text: &str) -> &str {
    let mut letters = text.chars();
    let is_prefix = letters.next() == Some(']')
        && letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.next().is_some_and(|c| c.is_ascii_alphanumeric());
    if is_prefix { letters.as_str().trim_start() } else { text }
}

/// Reads a code that has identifiers; `None` when it has none.
pub(super) fn read(text: &str) -> Option<Scan> {
    let marked = MARKS.iter().any(|mark| text.starts_with(mark));
    let text = with_separators(without_prefix(text));
    if let Some(body) = text.strip_prefix("[)>") {
        return envelope(body);
    }
    if text.starts_with('(') {
        return bracketed(&text);
    }
    let starts_with_separator = text.starts_with(GROUP);
    let body = text.trim_start_matches(GROUP);
    let (parts, whole) = run_together(body);
    let is_gs1 = marked || starts_with_separator || looks_like_gs1(body);
    (is_gs1 && !parts.is_empty()).then(|| finish(parts, Why::Gs1, whole))
}

/// Separators that a keyboard cannot type, as scanners spell them.
fn with_separators(text: &str) -> String {
    let mut text = text.to_owned();
    for spelled in &words().separators {
        text = text.replace(spelled.as_str(), "\u{1d}");
    }
    text
}

/// Without a mark, only an article number with its check digit and a part
/// behind it is taken for GS1.
fn looks_like_gs1(body: &str) -> bool {
    let article = body.strip_prefix("01").and_then(|rest| rest.get(..14));
    article.is_some_and(check_digit::is_gtin) && body.len() > 18
}

/// `01095011015300032100042`: parts of known lengths, or up to a separator.
/// Also says whether all of it could be read.
fn run_together(body: &str) -> (Vec<Part>, bool) {
    let mut parts = Vec::new();
    let mut rest = body;
    while !rest.is_empty() {
        let Some((identifier, behind)) = identifier(rest) else { return (parts, false) };
        let Some((value, next)) = take(identifier, behind) else { return (parts, false) };
        parts.extend(identifier.means.map(|kind| Part::new(kind, tidy(value))));
        rest = next.trim_start_matches(GROUP);
    }
    (parts, true)
}

/// The longest identifier that a text begins with, and what is behind it.
fn identifier(text: &str) -> Option<(Identifier, &str)> {
    (2..=4).rev().find_map(|length| {
        let known = words().gs1.get(text.get(..length)?)?;
        Some((*known, text.get(length..)?))
    })
}

fn take(identifier: Identifier, text: &str) -> Option<(&str, &str)> {
    if identifier.fixed {
        return text.split_at_checked(identifier.length);
    }
    let (value, rest) = text.split_at(text.find(GROUP).unwrap_or(text.len()));
    (value.chars().count() <= identifier.length && !value.is_empty()).then_some((value, rest))
}

/// `(01)09501101530003(21)5CG1234ABC`, as it is printed below a code. The same
/// brackets hold data identifiers: `(1P)20LFS06600`.
fn bracketed(text: &str) -> Option<Scan> {
    let mut parts = Vec::new();
    let (mut known, mut whole) = (false, true);
    for piece in text.split('(').skip(1) {
        let (name, value) = piece.split_once(')')?;
        let value = tidy(value.trim_matches(GROUP));
        if let Some(identifier) = words().gs1.get(name) {
            known = true;
            parts.extend(identifier.means.map(|kind| Part::new(kind, value)));
        } else if let Some(kind) = words().envelope.get(name) {
            known = true;
            parts.push(Part::new(*kind, value));
        } else {
            whole = false;
        }
    }
    known.then(|| finish(parts, Why::Gs1, whole))
}

/// `[)>` RS `06` GS `S5CG1234ABC` GS `1P20LFS06600` RS.
fn envelope(body: &str) -> Option<Scan> {
    let mut parts = Vec::new();
    for piece in body.split([GROUP, RECORD, '\u{4}']) {
        let known = (1..=3).rev().find_map(|length| {
            let kind = words().envelope.get(piece.get(..length)?)?;
            Some(Part::new(*kind, tidy(piece.get(length..)?)))
        });
        parts.extend(known.filter(|part| !part.text.is_empty()));
    }
    (!parts.is_empty()).then(|| finish(parts, Why::Envelope, true))
}

fn tidy(value: &str) -> String {
    value.trim().to_ascii_uppercase()
}

fn finish(parts: Vec<Part>, why: Why, whole: bool) -> Scan {
    let mut scan = Scan::of(vec![Choice { parts, why }]);
    if !whole {
        scan.warn(Warning::Damaged);
    }
    scan
}
