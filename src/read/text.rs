//! The lines of a report, freed from what pasting put around them.
//!
//! Every line keeps its number in the file: a line that is dropped becomes
//! empty. Lines are looked for when they are asked for, so that a text costs no
//! more memory than its letters.

mod colors;
mod pasting;

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr2};

use pasting::Pasting;
pub(super) use pasting::behind_prompt;

/// One line of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Counted from 1.
    pub number: u32,
    pub text: &'a str,
}

/// The lines of a report.
#[derive(Debug)]
pub(super) struct Text {
    body: String,
    /// The number of its first line in the file.
    first: u32,
    pasting: Pasting,
}

impl Text {
    /// Splits at CRLF, LF or a lone CR, and strips colors, fences, quotes,
    /// prompts and a common indent.
    pub fn new(decoded: impl Into<String>) -> Self {
        let mut body: String = decoded.into();
        if let Some(plain) = colors::without_colors(&body) {
            body = plain;
        }
        if body.starts_with('\u{feff}') {
            body = body.trim_start_matches('\u{feff}').to_owned();
        }
        let pasting = Pasting::of(split(&body));
        Self { body, first: 1, pasting }
    }

    /// The beginning of a long text, up to the end of a line; `None` when it is
    /// not long.
    pub fn head(&self) -> Option<Self> {
        const LONG: usize = 64 * 1024;
        let line_end = memchr(b'\n', self.body.as_bytes().get(LONG..)?)?;
        let body = self.body.get(..LONG + line_end)?.to_owned();
        Some(Self { body, ..*self })
    }

    /// The lines in each of these ranges, which are in order, as texts of their
    /// own; lines keep their numbers.
    pub fn parts(&self, ranges: &[Range<u32>]) -> Vec<Self> {
        let mut lines = (self.first..).zip(split_inclusive(&self.body)).peekable();
        let mut part = |range: &Range<u32>| {
            while lines.next_if(|(number, _)| *number < range.start).is_some() {}
            let mut body = String::new();
            while let Some((_, line)) = lines.next_if(|(number, _)| *number < range.end) {
                body.push_str(line);
            }
            Self { body, first: range.start, pasting: self.pasting }
        };
        ranges.iter().map(&mut part).collect()
    }

    /// How many bytes it has.
    pub fn len(&self) -> usize {
        self.body.len()
    }

    /// Whether these letters stand anywhere in it.
    pub fn holds(&self, letters: &str) -> bool {
        memchr::memmem::find(self.body.as_bytes(), letters.as_bytes()).is_some()
    }

    /// The commands that were pasted with what they printed.
    pub fn commands(&self) -> impl Iterator<Item = Line<'_>> {
        self.numbered()
            .filter_map(|line| Some(Line { text: self.pasting.command(line.text)?, ..line }))
    }

    /// Every line, empty ones too.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.numbered().map(|line| Line { text: self.pasting.strip(line.text), ..line })
    }

    /// The lines as they stand in the file.
    fn numbered(&self) -> impl Iterator<Item = Line<'_>> {
        (self.first..).zip(split(&self.body)).map(|(number, text)| Line { number, text })
    }

    /// The lines that are not empty.
    pub fn filled(&self) -> impl Iterator<Item = Line<'_>> {
        self.lines().filter(|line| !line.text.is_empty())
    }

    /// The whole text again; its lines keep their numbers.
    pub fn joined(&self) -> String {
        self.joined_from(self.first)
    }

    fn joined_from(&self, first: u32) -> String {
        let from = self.lines().filter(|line| line.number >= first);
        from.map(|line| line.text).collect::<Vec<_>>().join("\n")
    }

    /// The text from a line on as a parser takes it, which counts its lines for
    /// itself: as it stands where that will do, without the fences and prompts
    /// below it.
    pub fn parsed_from(&self, first: u32) -> Cow<'_, str> {
        if self.pasting.has_quotes() || self.ends_lines_with_returns() {
            return Cow::Owned(self.joined_from(first));
        }
        let before = usize::try_from(first.saturating_sub(self.first)).unwrap_or(usize::MAX);
        let skipped: usize = split_inclusive(&self.body).take(before).map(str::len).sum();
        Cow::Borrowed(pasting::without_frame_below(self.body.get(skipped..).unwrap_or_default()))
    }

    /// Whether lines end in CR alone, which parsers do not take for an end.
    fn ends_lines_with_returns(&self) -> bool {
        let body = self.body.as_bytes();
        memchr(b'\n', body).is_none() && memchr(b'\r', body).is_some()
    }
}

/// The lines without their ends.
fn split(body: &str) -> impl Iterator<Item = &str> + Clone {
    let ends_open = body.is_empty() || body.ends_with(['\r', '\n']);
    let last = ends_open.then_some("");
    split_inclusive(body).map(|line| line.trim_end_matches(['\r', '\n'])).chain(last)
}

/// The lines with their ends: CRLF, LF or a lone CR.
fn split_inclusive(body: &str) -> impl Iterator<Item = &str> + Clone {
    let mut rest = body;
    std::iter::from_fn(move || {
        let bytes = rest.as_bytes();
        let end = match memchr2(b'\r', b'\n', bytes) {
            Some(end) if bytes.get(end..end + 2) == Some(b"\r\n") => end + 2,
            Some(end) => end + 1,
            None if rest.is_empty() => return None,
            None => rest.len(),
        };
        let (line, tail) = rest.split_at_checked(end)?;
        rest = tail;
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(pasted: &str, expected: &[(u32, &str)]) {
        let text = Text::new(pasted);
        let found: Vec<(u32, &str)> = text.filled().map(|line| (line.number, line.text)).collect();
        assert_eq!(found, expected, "{pasted:?}");
    }

    #[test]
    fn every_line_end_counts_once() {
        check("a\r\nb\rc\n\nd", &[(1, "a"), (2, "b"), (3, "c"), (5, "d")]);
        check("a\n\r\n\rb\r", &[(1, "a"), (4, "b")]);
    }

    #[test]
    fn fences_and_prompts_are_dropped_and_lines_keep_their_numbers() {
        check("```text\na : b\n```", &[(2, "a : b")]);
        check("PS C:\\> dsregcmd /status\na : b\nC:\\Users\\adele>", &[(2, "a : b")]);
    }

    #[test]
    fn quotes_and_a_common_indent_are_stripped() {
        check("> a : b\n>   c : d\n> e : f", &[(1, "a : b"), (2, "  c : d"), (3, "e : f")]);
        check("> > a\n> > b", &[(1, "a"), (2, "b")]);
        check("    a\n      b", &[(1, "a"), (2, "  b")]);
    }

    #[test]
    fn a_quote_sign_in_one_line_stays() {
        check("a\n> b", &[(1, "a"), (2, "> b")]);
    }

    #[test]
    fn a_command_is_kept_apart_from_what_it_printed() {
        let text = Text::new("> PS C:\\> tpmtool getdeviceinformation \n> -TPM Version: 2.0");
        let commands: Vec<Line<'_>> = text.commands().collect();
        assert_eq!(commands, [Line { number: 1, text: "PS C:\\> tpmtool getdeviceinformation" }]);
    }

    #[test]
    fn a_parser_gets_the_text_without_its_frame() {
        let from = |pasted: &str, line| Text::new(pasted).parsed_from(line).into_owned();
        assert_eq!(from("Done.\r\n{\r\n  1}\r\n", 2), "{\r\n  1}");
        assert_eq!(from("```json\n{\n}\n```\n\nPS C:\\>\n", 2), "{\n}");
        assert_eq!(from("> a\n> {\n> }", 2), "{\n}");
        assert_eq!(from("a\r{\r}", 2), "{\n}");
        assert_eq!(from("a", 7), "");
    }

    #[test]
    fn parts_of_a_text_keep_the_numbers_of_their_lines() {
        let text = Text::new("a\r\nb\rc\n{\n}\ne");
        let parts = text.parts(&[2..4, 4..6]);
        let lines: Vec<Vec<u32>> =
            parts.iter().map(|part| part.filled().map(|line| line.number).collect()).collect();
        assert_eq!(lines, [[2, 3], [4, 5]]);
        assert_eq!(parts[1].parsed_from(4), "{\n}");
        assert_eq!(parts[1].parsed_from(5), "}");
    }

    #[test]
    fn only_a_long_text_has_a_head_and_it_ends_with_a_line() {
        assert!(Text::new("short\n").head().is_none());
        let head = Text::new("line \u{e9}\n".repeat(20_000)).head().unwrap();
        let lines: Vec<Line<'_>> = head.lines().collect();
        assert!(lines.iter().all(|line| line.text == "line \u{e9}"));
        assert!((1_000..20_000).contains(&lines.len()), "{}", lines.len());
    }
}
