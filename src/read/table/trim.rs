//! Trimming that costs nothing where there is nothing to trim, which is nearly
//! everywhere in a list.

/// A text without blanks around it, as [`str::trim`].
#[inline]
pub(super) fn trim(text: &str) -> &str {
    let is_solid = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = text.as_bytes();
    if is_solid(bytes.first()) && is_solid(bytes.last()) { text } else { text.trim() }
}

/// The first line of a cell that is not empty: tools that list several values
/// put them below each other.
#[inline]
pub(super) fn first_line(cell: &str) -> &str {
    if memchr::memchr(b'\n', cell.as_bytes()).is_some() {
        cell.lines().map(trim).find(|line| !line.is_empty()).unwrap_or_default()
    } else {
        trim(cell)
    }
}

/// A cell without what spreadsheets and tools put around it to keep it a text:
/// `="0012"`, `'0012`.
#[inline]
pub(super) fn bare(cell: &str) -> &str {
    let cell = trim(cell);
    if !cell.starts_with(['=', '\'']) {
        return cell;
    }
    let formula = cell.strip_prefix("=\"").and_then(|inner| inner.strip_suffix('"'));
    trim(formula.or_else(|| cell.strip_prefix('\'')).unwrap_or(cell))
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
    fn the_marks_of_a_text_are_taken_off() {
        for (cell, expected) in
            [("=\"0012\"", "0012"), ("'0012 ", "0012"), ("=A1", "=A1"), (" a'b ", "a'b"), ("'", "")]
        {
            assert_eq!(bare(cell), expected, "{cell}");
        }
    }
}
