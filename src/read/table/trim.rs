//! Trimming that costs nothing where there is nothing to trim, which is nearly
//! everywhere in a list.

/// A text without blanks around it.
#[inline]
pub(super) fn trim(text: &str) -> &str {
    let is_solid = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_solid(bytes.first()) && is_solid(bytes.last()) { text } else { trim_all(text) }
}

/// Blanks, also those that have no width: a page or a mail leaves them.
fn trim_all(text: &str) -> &str {
    text.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
    })
}

/// Parts the lines of a cell where a line end would part rows.
pub(super) const LINE_BREAK: u8 = 0x0b;

/// The first line of a cell that is not empty: tools that list several values
/// put them below each other.
#[inline]
pub(super) fn first_line(cell: &str) -> &str {
    // Looking for what is seldom there is faster than looking for lines.
    if memchr::memchr3(b'\n', LINE_BREAK, b'<', cell.as_bytes()).is_some() {
        lines(cell).next().unwrap_or_default()
    } else {
        trim(cell)
    }
}

/// The lines of a cell that are not empty. GLPI parts them as web pages do.
pub(super) fn lines(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(['\n', char::from(LINE_BREAK)])
        .flat_map(|line| line.split("<br>"))
        .flat_map(|line| line.split("<br />"))
        .map(trim)
        .filter(|line| !line.is_empty())
}

/// A cell without what spreadsheets and tools put around it to keep it a text:
/// `="0012"`, `'0012`; behind a blank, quotation marks stand for themselves.
#[inline]
pub(super) fn bare(cell: &str) -> &str {
    let cell = trim(cell);
    if !cell.starts_with(['=', '\'', '"']) {
        return cell;
    }
    let formula = cell.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"'));
    let quoted = || cell.strip_prefix('"').and_then(|inner| inner.strip_suffix('"'));
    let marked = || {
        let inner = cell.strip_prefix('\'')?;
        Some(inner.strip_suffix('\'').unwrap_or(inner))
    };
    trim(formula.or_else(quoted).or_else(marked).unwrap_or(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_trims_as_usual() {
        for text in ["", " ", "a", " a", "a\u{a0}", "\u{3000}a b\t", "é", " é "] {
            assert_eq!(trim(text), text.trim(), "{text:?}");
        }
    }

    #[test]
    fn lines_are_parted_in_every_way() {
        for cell in ["a\nb", " a\r\n\r\nb", "a\u{b}b", "a<br>b", "a<br />b<br>"] {
            assert_eq!(lines(cell).collect::<Vec<_>>(), ["a", "b"], "{cell:?}");
            assert_eq!(first_line(cell), "a", "{cell:?}");
        }
        assert_eq!(first_line("a <b>"), "a <b>");
    }

    #[test]
    fn the_marks_of_a_text_are_taken_off() {
        for (cell, expected) in
            [("=\"0012\"", "0012"), ("'0012 ", "0012"), ("=A1", "=A1"), (" a'b ", "a'b"), ("'", "")]
        {
            assert_eq!(bare(cell), expected, "{cell}");
        }
    }
}
