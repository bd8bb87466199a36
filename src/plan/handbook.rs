//! Everything the wizard knows, loaded once for the command line and the window.

use crate::check::{Knowledge, Labels};
use crate::verify::VerifyWords;
use crate::walk::Walks;
use crate::wizard::{Source, WizardError};

/// Rules, tables, labels, walks and the words of the verifier.
#[derive(Debug, Clone)]
pub struct Handbook {
    pub knowledge: Knowledge,
    pub labels: Labels,
    pub walks: Walks,
    pub verify: VerifyWords,
}

impl Handbook {
    /// What is built in.
    ///
    /// # Errors
    /// Names file, line and column of a fault; only a faulty build has one.
    pub fn built_in() -> Result<Self, WizardError> {
        Ok(Self {
            knowledge: Knowledge::built_in()?,
            labels: Labels::built_in()?,
            walks: Walks::built_in()?,
            verify: VerifyWords::built_in()?,
        })
    }

    /// The same with rules of an organization added or replaced by id.
    ///
    /// # Errors
    /// Names file, line and column of the fault in the organization's rules.
    pub fn with_rules(mut self, rules: &[Source]) -> Result<Self, WizardError> {
        self.knowledge = self.knowledge.with_rules(rules)?;
        Ok(self)
    }
}
