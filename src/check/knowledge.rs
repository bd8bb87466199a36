//! Everything a check knows: the rules and the tables they rest on.

use super::derive::{Editions, Implications, KdfFloors, KeyGroups, Releases};
use super::endpoint::Endpoints;
use super::explain::Phrases;
use super::gate::GateRules;
use super::labels::Labels;
use super::processor::Processors;
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
        })
    }

    /// Adds an organization's own rules; one whose id is there already takes its place.
    ///
    /// # Errors
    /// Names the file, line and column of the first fault.
    pub fn with_rules(mut self, extra: &[Source]) -> Result<Self, WizardError> {
        self.rules = self.rules.with(extra)?;
        Ok(self)
    }
}
