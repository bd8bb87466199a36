//! Microsoft Entra registration, the alternative where a join is not possible
//! or not wanted: `wizard/facts/registration.ron`. It is no join path, so it
//! never stands among the paths.

use serde::{Deserialize, Serialize};

use super::condition::{Condition, Truth};
use super::fact::Facts;
use super::table::{Table, sourced};
use crate::wizard::WizardError;

/// Whether a device can be registered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Registrable {
    Possible,
    NotForThis,
    Unknown,
}

/// The alternative to every join path, as `check --json` prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Registration {
    /// Always `registration`.
    path: &'static str,
    pub verdict: Registrable,
    pub because: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    when: Condition,
    answer: Registrable,
    because: String,
    sources: Vec<String>,
}

sourced!(Row, because);

/// What decides about registration.
#[derive(Debug, Clone)]
pub struct Registrations(Table<Row>);

impl Registrations {
    /// The rows of `wizard/facts/registration.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        Table::built_in("facts/registration.ron").map(Self)
    }

    /// Whether a device with these facts can be registered.
    #[must_use]
    pub fn answer(&self, facts: &Facts<'_>) -> Registration {
        let row = self.0.rows.iter().find(|row| row.when.holds(facts) == Truth::Yes);
        let (verdict, because) = match row {
            Some(row) => (row.answer, row.because.clone()),
            None => (Registrable::Unknown, String::new()),
        };
        Registration { path: "registration", verdict, because }
    }
}
