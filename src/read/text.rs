//! The lines of a report, freed from what pasting put around them.
//!
//! Every line keeps its number in the file: a line that is dropped becomes
//! empty.

use std::borrow::Cow;

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
    lines: Vec<String>,
    /// The lines with a prompt, which are empty among the lines.
    commands: Vec<(u32, String)>,
}

impl Text {
    /// Splits at CRLF, LF or a lone CR, and strips fences, quotes, prompts and
    /// a common indent.
    pub fn new(decoded: &str) -> Self {
        let mut lines: Vec<Cow<'_, str>> = split(decoded).map(Cow::Borrowed).collect();
        drop_matching(&mut lines, is_fence);
        strip_quotes(&mut lines);
        let commands = (1_u32..).zip(&lines).filter(|(_, line)| is_prompt(line));
        let commands = commands.map(|(number, line)| (number, line.trim().to_owned())).collect();
        drop_matching(&mut lines, is_prompt);
        strip_common_indent(&mut lines);
        let lines = lines.into_iter().map(|line| line.trim_end().to_owned()).collect();
        Self { lines, commands }
    }

    /// The commands that were pasted with what they printed.
    pub fn commands(&self) -> impl Iterator<Item = Line<'_>> {
        self.commands.iter().map(|(number, text)| Line { number: *number, text })
    }

    /// The whole text again; its lines keep their numbers.
    pub fn joined(&self) -> String {
        self.joined_from(1)
    }

    /// The text from a line on, which becomes its first.
    pub fn joined_from(&self, start: u32) -> String {
        let from = self.lines().filter(|line| line.number >= start);
        from.map(|line| line.text).collect::<Vec<_>>().join("\n")
    }

    /// Every line, empty ones too.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let last = u32::try_from(self.lines.len()).unwrap_or(u32::MAX);
        (1..=last).zip(&self.lines).map(|(number, text)| Line { number, text })
    }

    /// The lines that are not empty.
    pub fn filled(&self) -> impl Iterator<Item = Line<'_>> {
        self.lines().filter(|line| !line.text.is_empty())
    }
}

fn split(decoded: &str) -> impl Iterator<Item = &str> {
    let body = decoded.trim_start_matches('\u{feff}');
    let mut rest = Some(body);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = text.find(['\r', '\n']) else {
            return rest.take();
        };
        let (line, tail) = text.split_at(end);
        rest = tail.strip_prefix("\r\n").or_else(|| tail.get(1..));
        Some(line)
    })
}

fn drop_matching(lines: &mut [Cow<'_, str>], matches: fn(&str) -> bool) {
    for line in lines {
        if matches(line) {
            *line = Cow::Borrowed("");
        }
    }
}

/// ```` ```text ```` or `~~~`.
fn is_fence(line: &str) -> bool {
    let line = line.trim();
    let language = line.strip_prefix("```").or_else(|| line.strip_prefix("~~~"));
    language.is_some_and(|word| word.len() <= 20 && word.chars().all(char::is_alphanumeric))
}

/// `C:\Users\adele>dsregcmd /status`, `PS C:\> …` or `$ …`.
fn is_prompt(line: &str) -> bool {
    let line = line.trim_start();
    let after_ps = line.strip_prefix("PS ").unwrap_or(line);
    let mut letters = after_ps.chars();
    let on_drive = letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.next() == Some(':')
        && letters.next() == Some('\\');
    (on_drive || after_ps.starts_with(r"\\")) && after_ps.contains('>')
        || line.starts_with("$ ")
        || line.starts_with("PS>")
}

/// Strips `> ` as long as four in five lines are quoted.
fn strip_quotes(lines: &mut [Cow<'_, str>]) {
    const DEEPEST: usize = 5;
    for _ in 0..DEEPEST {
        let filled = lines.iter().filter(|line| !line.trim().is_empty()).count();
        let quoted = lines.iter().filter(|line| line.trim_start().starts_with('>')).count();
        if filled == 0 || quoted * 5 < filled * 4 {
            return;
        }
        for line in &mut *lines {
            if let Some(inner) = line.trim_start().strip_prefix('>') {
                *line = Cow::Owned(inner.strip_prefix(' ').unwrap_or(inner).to_owned());
            }
        }
    }
}

fn strip_common_indent(lines: &mut [Cow<'_, str>]) {
    let indent = |line: &str| line.chars().take_while(|c| matches!(c, ' ' | '\t')).count();
    let filled = lines.iter().filter(|line| !line.trim().is_empty());
    let common = filled.map(|line| indent(line)).min().unwrap_or(0);
    if common == 0 {
        return;
    }
    for line in lines {
        *line = Cow::Owned(line.chars().skip(common).collect());
    }
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
}
