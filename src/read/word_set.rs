//! Words that are seldom what is asked for: nearly every cell of a long list is
//! asked about, and nearly none is one of them.

use std::collections::BTreeSet;

use serde::Deserialize;

/// A set of words, compared in any case.
#[derive(Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct WordSet {
    /// In lower case.
    words: BTreeSet<String>,
    /// For each first byte the lengths of its words, a bit each.
    lengths: [u64; 256],
}

impl From<Vec<String>> for WordSet {
    fn from(words: Vec<String>) -> Self {
        let words: BTreeSet<String> = words.into_iter().map(|word| word.to_lowercase()).collect();
        let mut lengths = [0; 256];
        for word in &words {
            let first = word.bytes().next().and_then(|first| lengths.get_mut(usize::from(first)));
            if let Some(known) = first {
                *known |= bit(word.len());
            }
        }
        Self { words, lengths }
    }
}

/// Longer words share the last bit.
fn bit(length: usize) -> u64 {
    1 << length.min(63)
}

impl WordSet {
    /// Whether a text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.may_have(text) && self.words.contains(&text.to_lowercase())
    }

    /// Whether the first letter and the length do not tell that it is none.
    pub fn may_have(&self, text: &str) -> bool {
        let Some(first) = text.bytes().next() else { return false };
        let lengths = self.lengths.get(usize::from(first.to_ascii_lowercase())).copied();
        let may_be = lengths.unwrap_or_default() & bit(text.len()) != 0;
        // Lower case can change how long a letter beyond ASCII is.
        may_be || !text.is_ascii()
    }

    #[cfg(test)]
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_case_and_others_are_not() {
        let set = WordSet::from(["none", "Итого", "not set"].map(str::to_owned).to_vec());
        for word in ["none", "NONE", "итого", "ИТОГО", "Not Set"] {
            assert!(set.has(word), "{word}");
        }
        for other in ["", "non", "nine", "итог", "not  set"] {
            assert!(!set.has(other), "{other}");
        }
        assert!(!set.may_have("nonesuch") && !set.may_have(""));
    }
}
