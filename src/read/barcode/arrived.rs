//! What came from the scanner, to be shown where nothing was understood. It may
//! hold a secret; then nothing is shown.

use super::words::words;
use super::{layout, shape};

/// The most letters that are shown.
const MOST: usize = 120;

/// The text in one line, or nothing when it may hold a secret.
pub(super) fn shown(raw: &str) -> Option<String> {
    let text = raw.trim();
    if text.is_empty() || is_secret(text) || layout::meanings(text).any(|one| is_secret(&one)) {
        return None;
    }
    let mut letters = text.chars();
    let mut shown: String = letters.by_ref().take(MOST).map(visible).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    Some(shown)
}

/// A product key with a mistake in it is a secret, too.
fn is_secret(text: &str) -> bool {
    let low = text.to_lowercase();
    shape::is_like_a_key(text) || words().secrets.iter().any(|word| low.contains(word.as_str()))
}

/// A separator has no picture of its own.
fn visible(letter: char) -> char {
    if letter.is_control() { '·' } else { letter }
}
