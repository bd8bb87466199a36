//! Lists that came by mail, ticket or console: freed from quotes, fences and
//! indents, and hashes that a window wrapped in one piece again. Rows keep
//! their lines.

use crate::read::hash;
use crate::read::text::Text;

/// The text as it was before it was pasted; `None` when nothing has to be done.
pub(super) fn tidy(text: &str) -> Option<String> {
    let plain = is_pasted(text).then(|| Text::new(text).joined());
    let joined = hash::may_stand_in(text).then(|| join_wrapped(plain.as_deref().unwrap_or(text)));
    joined.flatten().or(plain)
}

/// Whether something stands around the rows that no tool writes.
fn is_pasted(text: &str) -> bool {
    let filled = || text.lines().filter(|line| !line.trim().is_empty());
    let is_fence = |line: &str| ["```", "~~~"].iter().any(|fence| line.trim().starts_with(fence));
    let is_quoted = filled().next().is_some_and(|line| line.trim_start().starts_with('>'));
    let is_indented = filled().next().is_some() && filled().all(|line| line.starts_with("  "));
    is_quoted || is_indented || filled().any(is_fence)
}

/// Puts the pieces of a wrapped hash behind each other; empty lines take their
/// places.
fn join_wrapped(text: &str) -> Option<String> {
    let mut lines: Vec<String> = Vec::new();
    // The line with the beginning of a hash, as long as pieces of it follow.
    let mut open: Option<usize> = None;
    let mut joined = false;
    for line in text.lines() {
        let piece = line.trim();
        let row = open.filter(|_| is_piece(piece)).and_then(|place| lines.get_mut(place));
        if let Some(row) = row {
            row.push_str(piece);
            lines.push(String::new());
            joined = true;
        } else {
            open = ends_in_hash(line).then_some(lines.len());
            lines.push(line.to_owned());
        }
    }
    joined.then(|| lines.join("\n"))
}

/// Whether the last cell of a row is a hash, or the beginning of one.
fn ends_in_hash(line: &str) -> bool {
    /// No window is so narrow.
    const SHORTEST: usize = 20;
    let last = line.rsplit([',', ';', '\t', '|']).next().unwrap_or_default().trim();
    last.len() < line.trim().len() && last.len() >= SHORTEST && hash::looks_like(last)
}

/// Whether a line can be nothing but a piece of a hash.
fn is_piece(line: &str) -> bool {
    let is_one = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    !line.is_empty() && line.trim_end_matches(['"', ',']).bytes().all(is_one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(tidy(text).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn quotes_fences_and_indents_go_and_rows_keep_their_lines() {
        check("> A,B\n> 1,2", Some("A,B\n1,2"));
        check("Here:\n```csv\nA,B\n1,2\n```", Some("Here:\n\nA,B\n1,2\n"));
        check("    A,B\n    1,2", Some("A,B\n1,2"));
    }

    #[test]
    fn a_wrapped_hash_is_one_again() {
        let start = format!("CTS1,,T0FO{}", "A".repeat(30));
        let wrapped = format!("{start}\nBBBB\nCC==\nCTS2,,x\n");
        check(&wrapped, Some(&format!("{start}BBBBCC==\n\n\nCTS2,,x")));
    }

    #[test]
    fn a_list_as_a_tool_writes_it_stays_as_it_is() {
        check("A,B\n1,2\n > 3,4\n", None);
        check("Serial\nABC\nDEF\n", None);
        check("", None);
    }
}
