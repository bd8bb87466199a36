//! The columns that are read, worked out once for all rows.

use std::ops::Range;
use std::sync::Arc;

use super::fold::{fold, without_zero};
use super::knowledge::{Checks, ListKind, knowledge};
use super::layout::Layout;
use super::meaning::{Meaning, Scale};
use super::sheets::SheetAt;
use super::values;
use crate::device::{Field, Value};

/// A column that is read.
pub(super) struct Planned {
    /// Its place in a row, from 0.
    pub at: usize,
    pub name: Arc<str>,
    pub meaning: Meaning,
    pub scale: Option<Scale>,
    /// Whether it is read only for what another column leaves open.
    pub is_spare: bool,
    /// What a pass proves, of a check; what a yes says, of a column whose name is
    /// the question.
    pub proof: Option<&'static (Field, Value)>,
}

/// How the rows of a list are read.
pub(super) struct Plan {
    pub source: Arc<str>,
    pub separator: u8,
    /// How many columns have a name.
    pub width: usize,
    /// The folded names of all columns.
    pub names: Vec<String>,
    /// In the order of meanings.
    pub columns: Vec<Planned>,
    /// Where among them the columns of each meaning are. Some are asked for in
    /// every row.
    places: Vec<Range<usize>>,
    /// How many digits serial numbers of this list usually have.
    pub digits: Option<usize>,
    pub kind: Option<&'static ListKind>,
    /// Whether a value can stand in the column of another.
    pub can_shift: bool,
    pub sheets: Vec<SheetAt>,
}

impl Plan {
    pub fn of(layout: &Layout) -> Self {
        let folded: Vec<String> = layout.columns.iter().map(|column| fold(&column.name)).collect();
        let kind = knowledge().and_then(|known| known.kind(layout.format, &folded));
        let checks = kind.and_then(|kind| kind.checks.as_ref());
        let planned = layout.columns.iter().enumerate().filter_map(|(at, column)| {
            let (meaning, scale) = match column.meaning {
                Some(meaning) => (meaning, column.scale),
                None => column.spare?,
            };
            let is_spare = column.meaning.is_none();
            let folded = fold(&column.name);
            let proof = if meaning == Meaning::Check {
                checks.and_then(|checks| checks.columns.get(&folded)?.as_ref())
            } else {
                values::answer(meaning, without_zero(&folded).unwrap_or(&folded))
            };
            let name = Arc::clone(&column.name);
            Some(Planned { at, name, meaning, scale, is_spare, proof })
        });
        let mut columns: Vec<Planned> = planned.collect();
        columns.sort_by_key(|column| (column.meaning, column.is_spare, column.at));
        let place = |meaning: &Meaning| {
            let start = columns.partition_point(|one| one.meaning < *meaning);
            start..columns.partition_point(|one| one.meaning <= *meaning)
        };
        Self {
            source: Arc::clone(&layout.source),
            separator: layout.dialect.separator,
            width: layout.columns.len(),
            names: folded,
            places: Meaning::ALL.iter().map(place).collect(),
            columns,
            digits: layout.digits,
            can_shift: layout.can_shift,
            sheets: layout.sheets.clone(),
            kind,
        }
    }

    /// The columns with a meaning, the surest first.
    pub fn columns(&self, meaning: Meaning) -> &[Planned] {
        let places = self.places.get(meaning as usize).cloned();
        places.and_then(|places| self.columns.get(places)).unwrap_or_default()
    }

    pub fn checks(&self) -> Option<&'static Checks> {
        self.kind?.checks.as_ref()
    }
}
