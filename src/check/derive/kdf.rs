//! Whether a build can still sign in since the July 2021 fix of the key
//! derivation function (`KDFv1`), from `wizard/facts/kdf-floors.ron`.

use serde::Deserialize;

use crate::check::fact::{Fact, Facts};
use crate::check::table::{Table, sourced};
use crate::device::Field;
use crate::wizard::WizardError;

/// The lowest revision of each build that has the fix.
#[derive(Debug, Clone)]
pub struct KdfFloors {
    /// Sorted by build.
    rows: Vec<Floor>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Floor {
    build: i64,
    has_fix: HasFix,
    sources: Vec<String>,
}

sourced!(Floor, build);

#[derive(Debug, Clone, Copy, Deserialize)]
enum HasFix {
    /// No revision of this build is known to have it.
    Never,
    /// This revision and later ones.
    FromRevision(i64),
    /// This build and every later one.
    FromHereOn,
}

impl KdfFloors {
    /// The floors of `wizard/facts/kdf-floors.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        let mut rows = Table::<Floor>::built_in("facts/kdf-floors.ron")?.rows;
        rows.sort_by_key(|row| row.build);
        Ok(Self { rows })
    }

    /// Whether the build has the fix; `None` when build or revision leaves it open.
    #[must_use]
    pub fn patched(&self, facts: &Facts<'_>) -> Option<bool> {
        let build = facts.number(Fact::Device(Field::Build))?;
        let after = self.rows.partition_point(|row| row.build <= build);
        let Some(row) = after.checked_sub(1).and_then(|at| self.rows.get(at)) else {
            return Some(false);
        };
        match row.has_fix {
            HasFix::FromHereOn => Some(true),
            _ if row.build != build => None,
            HasFix::Never => Some(false),
            HasFix::FromRevision(floor) => {
                facts.number(Fact::Device(Field::Revision)).map(|revision| revision >= floor)
            }
        }
    }
}
