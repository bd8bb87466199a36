//! Words that makers leave where a name or a serial number should stand, and
//! product keys that somebody wrote there.

use std::sync::LazyLock;

use super::product_key;
use super::word_set::WordSet;
use crate::wizard::{self, WizardError};

static JUNK: LazyLock<Result<WordSet, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("facts/junk.ron")?));

/// Whether the first and the last letter alone tell that a text is a word, and
/// its length that it is none of these. This is so of nearly every cell.
fn is_surely_other(junk: &WordSet, text: &str) -> bool {
    let (Some(first), Some(last)) = (text.bytes().next(), text.bytes().next_back()) else {
        return false;
    };
    let is_word = first.is_ascii_alphanumeric() && first != b'0' && last.is_ascii_alphanumeric();
    is_word && !junk.may_have(text)
}

/// Whether a text says nothing: it is empty or one of the known placeholders.
/// A text with a product key says what nobody may see.
pub(super) fn is_junk(text: &str) -> bool {
    if product_key::stands_in(text) {
        return true;
    }
    if JUNK.as_ref().is_ok_and(|junk| is_surely_other(junk, text)) {
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
        let junk = JUNK.as_ref().unwrap();
        assert!(junk.words().count() > 20);
        for word in junk.words() {
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
        for junk in ["SSN12345678901234567", "Default_string", "0123456789ABCDEF", "FFFFFFFF"] {
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
