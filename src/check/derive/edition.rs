//! The edition of Windows and what it can do, from `wizard/facts/editions.ron`.

use std::cmp::Ordering;

use serde::Deserialize;

use crate::check::fact::{Fact, Facts};
use crate::check::table::{Table, sourced};
use crate::device::Field;
use crate::wizard::WizardError;

/// The family of an edition: what decides how it joins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Family {
    Home,
    Client,
    MultiSession,
    Se,
    Server,
    ServerCore,
    Other,
}

impl Family {
    /// The word of the fact `edition_family`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Client => "client",
            Self::MultiSession => "multi-session",
            Self::Se => "se",
            Self::Server => "server",
            Self::ServerCore => "server-core",
            Self::Other => "other",
        }
    }
}

/// Which dates of a release hold for an edition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Servicing {
    /// Home, Pro, Pro Education, Pro for Workstations.
    HomePro,
    /// Enterprise, Education, `IoT` Enterprise.
    Enterprise,
    Ltsc,
    IotLtsc,
    Se,
    Server,
    /// Releases of its own that no table here holds.
    Own,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Joins {
    Yes,
    No,
    AzureVm,
    Unverified,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Autopilot {
    Yes,
    No,
    NotListed,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
enum Registers {
    Yes,
    No,
    Unverified,
}

/// One edition.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// `OperatingSystemSKU`.
    pub sku: i64,
    /// The registry's `EditionID`.
    pub id: String,
    /// The name people know.
    pub name: String,
    pub family: Family,
    joins: Joins,
    autopilot: Autopilot,
    registers: Registers,
    pub servicing: Servicing,
    #[serde(default)]
    pub note: String,
    sources: Vec<String>,
}

sourced!(Edition, id);

impl Edition {
    /// The word of the fact `edition_joins`.
    #[must_use]
    pub const fn joins_id(&self) -> &'static str {
        match self.joins {
            Joins::Yes => "yes",
            Joins::No => "no",
            Joins::AzureVm => "azure-vm",
            Joins::Unverified => "unverified",
        }
    }

    /// The word of the fact `edition_autopilot`.
    #[must_use]
    pub const fn autopilot_id(&self) -> &'static str {
        match self.autopilot {
            Autopilot::Yes => "yes",
            Autopilot::No => "no",
            Autopilot::NotListed => "not-listed",
        }
    }

    /// The word of the fact `edition_registers`.
    #[must_use]
    pub const fn registers_id(&self) -> &'static str {
        match self.registers {
            Registers::Yes => "yes",
            Registers::No => "no",
            Registers::Unverified => "unverified",
        }
    }
}

/// Every edition, found by `EditionID` first and by number else.
#[derive(Debug, Clone)]
pub struct Editions {
    /// Sorted by id, in any case.
    by_id: Vec<Edition>,
    /// Numbers with their place in `by_id`, sorted.
    by_sku: Vec<(i64, usize)>,
}

impl Editions {
    /// The editions of `wizard/facts/editions.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        let mut by_id = Table::<Edition>::built_in("facts/editions.ron")?.rows;
        by_id.sort_by(|a, b| in_any_case(&a.id, &b.id));
        let mut by_sku: Vec<(i64, usize)> =
            by_id.iter().enumerate().map(|(at, edition)| (edition.sku, at)).collect();
        by_sku.sort_unstable();
        Ok(Self { by_id, by_sku })
    }

    /// The edition of a device, if it is a known one.
    #[must_use]
    pub fn find(&self, facts: &Facts<'_>) -> Option<&Edition> {
        let by_id = facts.text(Fact::Device(Field::EditionId)).and_then(|id| self.with_id(id));
        by_id.or_else(|| facts.number(Fact::Device(Field::Sku)).and_then(|sku| self.with_sku(sku)))
    }

    /// The edition with this `EditionID`.
    #[must_use]
    pub fn with_id(&self, id: &str) -> Option<&Edition> {
        let at = self.by_id.binary_search_by(|edition| in_any_case(&edition.id, id)).ok()?;
        self.by_id.get(at)
    }

    /// The edition with this number.
    #[must_use]
    pub fn with_sku(&self, sku: i64) -> Option<&Edition> {
        let at = self.by_sku.binary_search_by_key(&sku, |(sku, _)| *sku).ok()?;
        self.by_sku.get(at).and_then(|(_, at)| self.by_id.get(*at))
    }

    /// Every edition, by id.
    pub fn iter(&self) -> impl Iterator<Item = &Edition> {
        self.by_id.iter()
    }
}

/// The family, which the installation type can narrow: since 2012 no number
/// tells Server Core from a server with a desktop.
pub(super) fn family(edition: Option<&Edition>, facts: &Facts<'_>) -> Option<Family> {
    let installed = facts.text(Fact::Device(Field::InstallationType));
    match (edition.map(|edition| edition.family), installed) {
        (None | Some(Family::Server), Some("Server Core")) => Some(Family::ServerCore),
        (None, Some("Server")) => Some(Family::Server),
        (family, _) => family,
    }
}

fn in_any_case(a: &str, b: &str) -> Ordering {
    a.bytes().map(|c| c.to_ascii_lowercase()).cmp(b.bytes().map(|c| c.to_ascii_lowercase()))
}
