//! Plain text for a terminal: headings, paragraphs and columns.

/// Columns of a line. Terminals are wider today, tickets and mails are not.
const WIDTH: usize = 92;

/// A text in the making.
#[derive(Debug, Default)]
pub struct Page(String);

impl Page {
    /// A line on its own.
    pub fn line(&mut self, text: &str) {
        self.0.push_str(text.trim_end());
        self.0.push('\n');
    }

    pub fn blank(&mut self) {
        self.0.push('\n');
    }

    /// A heading with a blank line above it.
    pub fn heading(&mut self, text: &str) {
        self.blank();
        self.line(text);
    }

    /// Words broken into lines; `first` stands before the first of them, and
    /// the others are indented as far.
    pub fn hanging(&mut self, first: &str, words: &str) {
        let indent = " ".repeat(first.chars().count());
        let mut line = first.to_owned();
        let mut fresh = true;
        for word in words.split_whitespace() {
            if !fresh && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&line);
                line.clone_from(&indent);
                fresh = true;
            }
            if !fresh {
                line.push(' ');
            }
            line.push_str(word);
            fresh = false;
        }
        self.line(&line);
    }

    /// Rows in columns, two blanks before and between them; the last column is
    /// broken into lines.
    pub fn table<const N: usize>(&mut self, rows: &[[String; N]]) {
        let mut widths = [0; N];
        for row in rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = cell.chars().count().max(*width);
            }
        }
        for row in rows {
            let Some((last, cells)) = row.split_last() else { continue };
            let cells = cells.iter().zip(widths);
            let mut start: Vec<String> =
                cells.map(|(cell, width)| format!("  {cell:<width$}")).collect();
            start.push("  ".to_owned());
            self.hanging(&start.concat(), last);
        }
    }

    pub fn finish(self) -> String {
        self.0
    }
}

/// A text without what could steer a terminal or turn its reading direction:
/// names and values come from files of others.
pub fn safe(text: &str) -> String {
    let steers = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if steers(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}

/// `1 file`, `2 files`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_wrap_below_their_own_column() {
        let mut page = Page::default();
        page.table(&[
            ["a".to_owned(), "word ".repeat(30)],
            ["longer".to_owned(), "one".to_owned()],
        ]);
        let text = page.finish();
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.lines().nth(1).unwrap().starts_with("          word"), "{text}");
        assert!(text.ends_with("  longer  one\n"), "{text}");
    }

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(safe("a\u{1b}[31mb\rc\u{202e}d\ne"), "a\u{fffd}[31mb\u{fffd}c\u{fffd}d\ne");
    }
}
