//! What pasting puts around the lines of a report: fences, the quotes of a
//! mail, prompts, a common indent.

/// How many lines tell how a text was pasted.
const SAMPLE: usize = 1_000;

/// The most `>` that are taken off a line.
const DEEPEST: usize = 5;

/// What stands before every line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Pasting {
    /// How many `>` of a quoted mail.
    quotes: usize,
    /// How many blanks or tabs.
    indent: usize,
}

impl Pasting {
    /// Looks at the lines of a text from its first.
    pub fn of<'a>(lines: impl Iterator<Item = &'a str> + Clone) -> Self {
        let quotes = quotes(&lines);
        let unindented = Self { quotes, indent: 0 };
        let filled = lines.map(|line| unindented.strip(line)).filter(|line| !line.is_empty());
        Self { indent: common_indent(filled), ..unindented }
    }

    pub fn has_quotes(self) -> bool {
        self.quotes > 0
    }

    /// A line without what pasting put there; nothing is left of a fence and of
    /// a prompt.
    pub fn strip(self, line: &str) -> &str {
        let line = unquoted(line, self.quotes);
        let indent = indent_of(line);
        let inner = line.get(indent..).unwrap_or_default();
        if is_fence(inner) || is_prompt(inner) {
            return "";
        }
        trim_end(line.get(indent.min(self.indent)..).unwrap_or_default())
    }

    /// The prompt and the command behind it, of a line that has one.
    pub fn command(self, line: &str) -> Option<&str> {
        let line = unquoted(line, self.quotes);
        let line = line.trim();
        is_prompt(line).then_some(line)
    }
}

/// The command behind a prompt; empty where there is none.
pub(in crate::read) fn behind_prompt(line: &str) -> &str {
    let behind = line.strip_prefix('$').or_else(|| Some(line.split_once('>')?.1));
    behind.unwrap_or_default().trim()
}

/// A text without the empty lines, fences and prompts at its end.
pub(super) fn without_frame_below(text: &str) -> &str {
    let mut text = text.trim_end();
    while let Some(last) = text.rsplit(['\r', '\n']).next().filter(|last| is_frame(last)) {
        text = text.get(..text.len() - last.len()).unwrap_or_default().trim_end();
    }
    text
}

/// How many `>` four in five lines begin with.
fn quotes<'a>(lines: &(impl Iterator<Item = &'a str> + Clone)) -> usize {
    let is_quoted_beyond = |depth: &usize| {
        let filled = lines
            .clone()
            .filter(|line| !is_fence(line.trim_start()))
            .map(|line| unquoted(line, *depth).trim_start())
            .filter(|line| !line.is_empty());
        let (filled, quoted) = filled.take(SAMPLE).fold((0, 0), |(filled, quoted), line| {
            (filled + 1, quoted + usize::from(line.starts_with('>')))
        });
        filled > 0 && quoted * 5 >= filled * 4
    };
    (0..DEEPEST).take_while(is_quoted_beyond).count()
}

fn unquoted(line: &str, quotes: usize) -> &str {
    (0..quotes).fold(line, |line, _| match line.trim_start().strip_prefix('>') {
        Some(inner) => inner.strip_prefix(' ').unwrap_or(inner),
        None => line,
    })
}

/// The indent that all lines share. Most texts begin with a line that has none.
fn common_indent<'a>(filled: impl Iterator<Item = &'a str>) -> usize {
    let mut common = None;
    for indent in filled.take(SAMPLE).map(indent_of) {
        common = common.map_or(Some(indent), |least: usize| Some(least.min(indent)));
        if common == Some(0) {
            break;
        }
    }
    common.unwrap_or(0)
}

fn indent_of(line: &str) -> usize {
    line.bytes().take_while(|byte| matches!(byte, b' ' | b'\t')).count()
}

/// As [`str::trim_end`]; nearly every line ends in a letter of ASCII.
fn trim_end(line: &str) -> &str {
    if line.as_bytes().last().is_some_and(u8::is_ascii_graphic) { line } else { line.trim_end() }
}

/// Whether a line is one of those that stand around a report.
fn is_frame(line: &str) -> bool {
    let inner = line.trim_start();
    is_fence(inner) || is_prompt(inner)
}

/// ```` ```text ```` or `~~~`, without an indent.
fn is_fence(line: &str) -> bool {
    let language = line.strip_prefix("```").or_else(|| line.strip_prefix("~~~"));
    let is_word = |word: &str| word.len() <= 20 && word.chars().all(char::is_alphanumeric);
    language.is_some_and(|word| is_word(word.trim_end()))
}

/// `C:\Users\adele>dsregcmd /status`, `PS C:\> …` or `$ …`, without an indent.
fn is_prompt(line: &str) -> bool {
    let line = without_session(line);
    let after_ps = line.strip_prefix("PS ").unwrap_or(line);
    let on_drive =
        matches!(after_ps.as_bytes(), [drive, b':', b'\\', ..] if drive.is_ascii_alphabetic());
    (on_drive || after_ps.starts_with(r"\\")) && after_ps.contains('>')
        || line.starts_with("$ ")
        || line.starts_with("PS>")
}

/// A line without the computer that `Enter-PSSession` puts before its prompt.
fn without_session(line: &str) -> &str {
    let inner = line.strip_prefix('[').and_then(|rest| rest.split_once("]: "));
    inner.map(|(_, prompt)| prompt).filter(|prompt| prompt.starts_with("PS")).unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_frame_below_a_text_is_taken_off() {
        for (text, expected) in [
            ("{}\n```\n", "{}"),
            ("{}\r\n\r\nPS C:\\Users\\adele> exit\r\nPS C:\\Users\\adele>", "{}"),
            ("{}\nmore", "{}\nmore"),
            ("```\nPS C:\\>", ""),
            ("", ""),
        ] {
            assert_eq!(without_frame_below(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_prompt_is_of_this_computer_or_of_a_session_on_another() {
        for prompt in ["C:\\>", "PS C:\\> a", "[CTS-0001]: PS C:\\Users> a", "[192.0.2.1]: PS>"] {
            assert!(is_prompt(prompt), "{prompt}");
        }
        for other in ["[01]: Intel64 Family 6", "[01]: C:\\", "[CTS-0001]: a>", "PS", "[a]"] {
            assert!(!is_prompt(other), "{other}");
        }
    }

    #[test]
    fn quotes_are_counted_up_to_a_depth() {
        for (text, expected) in [("a", 0), ("> a\n>b", 1), ("> > a\n>> b\n> > c", 2), ("", 0)] {
            assert_eq!(quotes(&text.lines()), expected, "{text:?}");
        }
        assert_eq!(quotes(&[">".repeat(99).as_str()].into_iter()), DEEPEST);
    }
}
