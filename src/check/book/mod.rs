//! The rule book: every rule in words, as the window shows it and
//! `joinbench rules` prints it. Both draw from [`Entry`], so that no sentence
//! is written twice.

mod entry;
mod filter;
mod markdown;
mod words;

pub use entry::{Entry, EntryCase, EntryMeaning};
pub use filter::BookFilter;
pub use markdown::markdown;
pub use words::{BookWords, Headings};

use super::knowledge::Knowledge;

/// Every rule in words, by id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Book {
    entries: Vec<Entry>,
}

impl Book {
    /// Puts the rules into words.
    #[must_use]
    pub fn of(knowledge: &Knowledge) -> Self {
        Self { entries: knowledge.rules.iter().map(|rule| Entry::of(rule, knowledge)).collect() }
    }

    /// Every entry, by id.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of this rule.
    #[must_use]
    pub fn entry(&self, rule: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.rule == rule)
    }

    /// The entries that a filter lets through, by id.
    #[must_use]
    pub fn find(&self, filter: &BookFilter) -> Vec<&Entry> {
        let words = filter.search_words();
        self.entries.iter().filter(|entry| filter.takes(entry, &words)).collect()
    }
}
