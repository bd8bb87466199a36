//! The colors of a console: PowerShell 7 leaves them in transcripts, and some
//! terminals in what is copied from them.

const START: &str = "\u{1b}[";

/// A text without what colors it: ESC, `[`, numbers with semicolons, a letter.
/// `None` when nothing does.
pub(super) fn without_colors(text: &str) -> Option<String> {
    let (before, colored) = text.split_once(START)?;
    let mut plain = String::with_capacity(text.len());
    plain.push_str(before);
    for piece in colored.split(START) {
        let letter = piece.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        // What does not end as a sequence is none, and stays.
        plain.push_str(letter.strip_prefix(|c: char| c.is_ascii_alphabetic()).unwrap_or(piece));
    }
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_colors_is_taken_off() {
        for (text, expected) in [
            ("\u{1b}[32;1mCsName : \u{1b}[0mCTS-0001", Some("CsName : CTS-0001")),
            ("a\u{1b}[mb\u{1b}[Kc", Some("abc")),
            ("a\u{1b}[?b", Some("a?b")),
            ("a\u{1b}[", Some("a")),
            ("a [32;1m b", None),
        ] {
            assert_eq!(without_colors(text).as_deref(), expected, "{text:?}");
        }
    }
}
