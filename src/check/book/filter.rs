//! Which rules of the book to show.

use super::Entry;
use crate::check::{JoinPath, Task};

/// What a person looks for in the book; an empty filter lets everything through.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BookFilter {
    /// Words that an entry has to hold, all of them, in any order and case.
    pub words: String,
    /// Only rules that do something to this path.
    pub path: Option<JoinPath>,
    /// Only rules that take this kind of work.
    pub task: Option<Task>,
    /// Only rules that the organization wrote.
    pub own: bool,
}

impl BookFilter {
    /// Whether everything is let through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.path.is_none() && self.task.is_none() && !self.own
    }

    pub(super) fn search_words(&self) -> Vec<String> {
        self.words.split_whitespace().map(str::to_lowercase).collect()
    }

    pub(super) fn takes(&self, entry: &Entry, words: &[String]) -> bool {
        self.path.is_none_or(|path| entry.effects.contains_key(&path))
            && self.task.is_none_or(|task| entry.task == task)
            && (!self.own || entry.own)
            && words.iter().all(|word| entry.searched.contains(word.as_str()))
    }
}
