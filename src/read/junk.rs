//! Words that makers leave where a name or a serial number should stand, and
//! product keys that somebody wrote there.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::product_key;
use crate::wizard::{self, WizardError};

/// The placeholders, in lower case.
struct Junk {
    words: BTreeSet<String>,
    /// For each first byte the lengths of its words, a bit each. Nearly every
    /// value of a long list is asked about, and nearly none has both.
    lengths: [u64; 256],
}

static JUNK: LazyLock<Result<Junk, WizardError>> = LazyLock::new(|| {
    let words: Vec<String> = wizard::parse(&wizard::built_in("facts/junk.ron")?)?;
    let words: BTreeSet<String> = words.into_iter().map(|word| word.to_lowercase()).collect();
    let mut lengths = [0; 256];
    for word in &words {
        if let Some(known) =
            word.bytes().next().and_then(|first| lengths.get_mut(usize::from(first)))
        {
            *known |= bit(word.len());
        }
    }
    Ok(Junk { words, lengths })
});

/// Longer words share the last bit.
fn bit(length: usize) -> u64 {
    1 << length.min(63)
}

impl Junk {
    /// Whether the first and the last letter alone tell that it is a word, and
    /// its length that it is none of these. This is so of nearly every cell.
    fn is_surely_other(&self, text: &str) -> bool {
        let (Some(first), Some(last)) = (text.bytes().next(), text.bytes().next_back()) else {
            return false;
        };
        let is_word =
            first.is_ascii_alphanumeric() && first != b'0' && last.is_ascii_alphanumeric();
        let lengths = self.lengths.get(usize::from(first.to_ascii_lowercase())).copied();
        is_word && text.is_ascii() && lengths.unwrap_or_default() & bit(text.len()) == 0
    }

    fn has(&self, text: &str) -> bool {
        let first = text.bytes().next().unwrap_or_default().to_ascii_lowercase();
        let lengths = self.lengths.get(usize::from(first)).copied().unwrap_or_default();
        // Lower case can change how long a letter beyond ASCII is.
        let may_be = lengths & bit(text.len()) != 0 || !text.is_ascii();
        may_be && self.words.contains(&text.to_lowercase())
    }
}

/// Whether a text says nothing: it is empty or one of the known placeholders.
/// A text with a product key says what nobody may see.
pub(super) fn is_junk(text: &str) -> bool {
    if product_key::stands_in(text) {
        return true;
    }
    if JUNK.as_ref().is_ok_and(|junk| junk.is_surely_other(text)) {
        return false;
    }
    let text = text.trim().trim_end_matches('.');
    text.chars().all(|c| matches!(c, '0' | '-' | '.' | '*' | ' ' | '?'))
        || JUNK.as_ref().is_ok_and(|junk| junk.has(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_of_the_list_is_junk_and_written_as_it_is_compared() {
        let words = &JUNK.as_ref().unwrap().words;
        assert!(words.len() > 20);
        for word in words {
            assert!(is_junk(word) && is_junk(&format!("{}.", word.to_uppercase())), "{word}");
            assert!(!word.ends_with('.') && word.trim() == word, "{word} is never compared so");
        }
    }

    #[test]
    fn placeholders_are_junk_in_any_case_and_names_are_not() {
        for junk in ["", "To Be Filled By O.E.M.", "default STRING", "0", "0000000", "N/A", "#n/a"]
        {
            assert!(is_junk(junk), "{junk}");
        }
        for key in ["W269N-WFGWX-YVC9B-4J6C9-T83GX", "CTS0001 W269NWFGWXYVC9B4J6C9T83GX"] {
            assert!(is_junk(key), "{key}");
        }
        for name in ["Contoso", "20LFS06600", "0A1", "BCDFGHJKMPQRTVWXY2346789B"] {
            assert!(!is_junk(name), "{name}");
        }
    }
}
