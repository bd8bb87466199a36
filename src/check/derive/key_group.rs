//! What the group of a product key is for, from `wizard/facts/key-groups.ron`.

use serde::Deserialize;

use super::edition::{Edition, Editions};
use crate::check::fact::{Fact, Facts};
use crate::check::table::{Table, sourced};
use crate::device::Field;
use crate::wizard::WizardError;

/// What the keys of one group are for.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyKind {
    /// The group, a number that the key holds.
    pub group: i64,
    /// The `EditionID` that the key installs.
    pub edition: String,
    /// How it came to the device, for example `OEM:DM`.
    pub channel: String,
    sources: Vec<String>,
}

sourced!(KeyKind, group);

/// Every group that is known; there are many more.
#[derive(Debug, Clone)]
pub struct KeyGroups {
    /// Sorted by group.
    rows: Vec<KeyKind>,
}

impl KeyGroups {
    /// The groups of `wizard/facts/key-groups.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        let mut rows = Table::<KeyKind>::built_in("facts/key-groups.ron")?.rows;
        rows.sort_by_key(|row| row.group);
        Ok(Self { rows })
    }

    /// What keys of this group are for; `None` is "not known".
    #[must_use]
    pub fn find(&self, group: i64) -> Option<&KeyKind> {
        let at = self.rows.binary_search_by_key(&group, |row| row.group).ok()?;
        self.rows.get(at)
    }

    /// A group in words: `Professional OEM:DM`.
    #[must_use]
    pub fn words(&self, group: i64) -> Option<String> {
        self.find(group).map(|kind| format!("{} {}", kind.edition, kind.channel))
    }

    /// The edition that the product key tells, as long as nothing tells the
    /// edition itself: a key in the firmware may be of an earlier one.
    pub(super) fn edition<'a>(
        &self,
        facts: &Facts<'_>,
        editions: &'a Editions,
    ) -> Option<&'a Edition> {
        let is_told = [Field::EditionId, Field::Sku]
            .into_iter()
            .any(|field| facts.get(Fact::Device(field)).is_some());
        let group = facts.number(Fact::Device(Field::KeyGroup)).filter(|_| !is_told)?;
        editions.with_id(&self.find(group)?.edition)
    }

    /// Every group, in order.
    pub fn iter(&self) -> impl Iterator<Item = &KeyKind> {
        self.rows.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_group_is_there_once_and_is_for_a_known_edition() {
        let (groups, editions) = (KeyGroups::built_in().unwrap(), Editions::built_in().unwrap());
        assert!(groups.rows.len() > 30, "{}", groups.rows.len());
        for pair in groups.rows.windows(2) {
            assert!(pair[0].group < pair[1].group, "{pair:?}");
        }
        for kind in groups.iter() {
            assert!(editions.with_id(&kind.edition).is_some(), "{kind:?}");
            assert!(!kind.channel.is_empty(), "{kind:?}");
        }
    }

    #[test]
    fn a_group_reads_as_people_call_it() {
        let groups = KeyGroups::built_in().unwrap();
        assert_eq!(groups.words(3305).as_deref(), Some("Professional OEM:DM"));
        assert_eq!(groups.words(1), None);
    }
}
