//! Answers that are kept because lists repeat themselves.

use std::collections::BTreeMap;

/// Answers by question; few enough of them to stay small.
pub(super) struct Memo<T>(BTreeMap<String, T>);

impl<T: Clone> Memo<T> {
    const MOST: usize = 4096;
    /// A longer question is not likely to come again.
    const LONGEST: usize = 256;

    pub fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// The answer to a question, worked out once.
    pub fn ask(&mut self, question: &str, answer: impl FnOnce() -> T) -> T {
        if let Some(known) = self.0.get(question) {
            return known.clone();
        }
        let fresh = answer();
        if self.0.len() >= Self::MOST {
            self.0.clear();
        }
        if question.len() <= Self::LONGEST {
            self.0.insert(question.to_owned(), fresh.clone());
        }
        fresh
    }
}
