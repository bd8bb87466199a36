//! The rows of `msinfo32` whose labels are known, in their order.

use super::labels::{self, Item, Word};
use crate::device::Place;

/// A row whose label is known and whose value says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub item: Item,
    /// The label as it stands.
    pub label: String,
    pub value: String,
    pub place: Place,
}

/// The rows as they are gathered.
#[derive(Debug, Default)]
pub(super) struct Rows {
    rows: Vec<Row>,
}

/// A report has some twenty rows, and some for each disk.
const MOST_ROWS: usize = 5_000;

impl Rows {
    /// Keeps a row if its label is known.
    pub fn take(&mut self, label: &str, value: &str, place: Place) {
        let (label, value) = (label.trim(), value.trim());
        if self.rows.len() < MOST_ROWS
            && !value.is_empty()
            && let Some(item) = labels::item(label)
            && labels::word(value) != Some(Word::Absent)
        {
            self.rows.push(Row { item, label: label.to_owned(), value: value.to_owned(), place });
        }
    }

    /// The first row of an item: the summary stands first.
    pub fn find(&self, item: Item) -> Option<&Row> {
        self.rows.iter().find(|row| row.item == item)
    }

    /// Whether rows of the summary are among them. Disks and cards have a maker
    /// and a model as well, in some languages under the same labels.
    pub fn has_summary(&self) -> bool {
        let is_of_summary = |row: &Row| {
            matches!(
                row.item,
                Item::OsName
                    | Item::SystemName
                    | Item::Sku
                    | Item::Processor
                    | Item::BiosMode
                    | Item::SecureBoot
                    | Item::InstalledMemory
            )
        };
        self.rows.iter().any(is_of_summary)
    }

    pub fn iter(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter()
    }

    /// The sizes of the fixed disks. Volumes have a size as well; only disks
    /// say before it how many bytes a sector has and of what kind they are.
    pub fn fixed_disks(&self) -> Vec<&Row> {
        let (mut sizes, mut has_sectors, mut is_fixed) = (Vec::new(), false, false);
        for row in &self.rows {
            match row.item {
                Item::Sector => has_sectors = true,
                Item::MediaType => is_fixed = labels::word(&row.value) == Some(Word::FixedDisk),
                Item::Size => {
                    if has_sectors && is_fixed {
                        sizes.push(row);
                    }
                    (has_sectors, is_fixed) = (false, false);
                }
                _ => {}
            }
        }
        sizes
    }
}
