//! Guides: pages to read that belong to no step of a plan. They open over the
//! first page and over any step, and lead back to it.

use std::collections::BTreeSet;

use serde::Deserialize;

use super::bench::Bench;
use super::desk::Desk;
use super::words::Words;
use crate::check::BookFilter;
use crate::plan::Handbook;

/// A page to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Guide {
    /// Which join fits.
    Joins,
    /// The rule book.
    Rules,
}

/// What a guide draws from; a plan may be open or not.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub bench: Option<&'a Bench>,
    pub handbook: &'a Handbook,
    pub words: &'a Words,
}

/// What the guides keep for themselves.
#[derive(Debug, Default)]
pub struct Shelf {
    /// The guide that is open.
    pub open: Option<Guide>,
    /// The ids of the situations that were chosen.
    pub situations: BTreeSet<String>,
    /// What is looked for in the rule book.
    pub filter: BookFilter,
    /// The rule to bring into view on the next frame.
    pub show_rule: Option<String>,
}

impl Desk {
    /// Opens a guide.
    pub fn read(&mut self, guide: Guide) {
        self.shelf.open = Some(guide);
    }

    /// Opens the rule book at a rule.
    pub fn read_rule(&mut self, rule: &str) {
        self.shelf.open = Some(Guide::Rules);
        self.shelf.filter = BookFilter::default();
        self.shelf.show_rule = Some(rule.to_owned());
        if !self.is_open(&book_row(rule)) {
            self.toggle(&book_row(rule));
        }
    }

    /// Back to the page below.
    pub fn close_guide(&mut self) {
        self.shelf.open = None;
    }

    /// Chooses a situation, or no longer.
    pub fn choose_situation(&mut self, id: &str) {
        if !self.shelf.situations.remove(id) {
            self.shelf.situations.insert(id.to_owned());
        }
    }
}

/// The name under which a rule's row is kept open: a finding of the same rule
/// opens for itself.
#[must_use]
pub fn book_row(rule: &str) -> String {
    format!("book {rule}")
}
