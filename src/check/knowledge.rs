//! Everything a check knows: the rules and the tables they rest on.

use std::sync::OnceLock;

use super::book::{Book, BookWords};
use super::derive::{Editions, Implications, KdfFloors, KeyGroups, Releases};
use super::endpoint::Endpoints;
use super::explain::Phrases;
use super::gate::GateRules;
use super::joins::Joins;
use super::labels::Labels;
use super::processor::Processors;
use super::registration::Registrations;
use super::rule::Rules;
use crate::wizard::{self, Source, WizardError};

/// Rules, tables and words, read once and then shared.
#[derive(Debug, Clone)]
pub struct Knowledge {
    pub rules: Rules,
    pub editions: Editions,
    pub key_groups: KeyGroups,
    pub releases: Releases,
    pub kdf_floors: KdfFloors,
    pub processors: Processors,
    pub gate: GateRules,
    pub implications: Implications,
    pub endpoints: Endpoints,
    pub labels: Labels,
    pub phrases: Phrases,
    pub registrations: Registrations,
    pub joins: Joins,
    pub book_words: BookWords,
    /// Written when it is first asked for.
    book: OnceLock<Book>,
}

impl Knowledge {
    /// What is built in.
    ///
    /// # Errors
    /// Names the file, line and column of a fault; only a faulty build has one.
    pub fn built_in() -> Result<Self, WizardError> {
        Ok(Self {
            rules: Rules::built_in()?,
            editions: Editions::built_in()?,
            key_groups: KeyGroups::built_in()?,
            releases: Releases::built_in()?,
            kdf_floors: KdfFloors::built_in()?,
            processors: Processors::built_in()?,
            gate: GateRules::built_in()?,
            implications: Implications::built_in()?,
            endpoints: Endpoints::built_in()?,
            labels: Labels::built_in()?,
            phrases: wizard::parse(&wizard::built_in("facts/phrases.ron")?)?,
            registrations: Registrations::built_in()?,
            joins: Joins::built_in()?,
            book_words: BookWords::built_in()?,
            book: OnceLock::new(),
        })
    }

    /// Adds an organization's own rules; one whose id is there already takes its place.
    ///
    /// # Errors
    /// Names the file, line and column of the first fault.
    pub fn with_rules(mut self, extra: &[Source]) -> Result<Self, WizardError> {
        self.rules = self.rules.with(extra)?;
        self.book = OnceLock::new();
        Ok(self)
    }

    /// Every rule in words.
    #[must_use]
    pub fn book(&self) -> &Book {
        self.book.get_or_init(|| Book::of(self))
    }
}
