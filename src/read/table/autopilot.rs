//! What two columns of an Autopilot CSV tell. Their cells identify hardware and
//! a license: they are decoded here and go no further.

use super::fresh::FreshRow;
use super::plan::Planned;
use crate::device::{Field, Value};
use crate::read::findings::Findings;
use crate::read::hash::{self, HardwareHash, HashFault, Spot};
use crate::read::product_key;

/// Keeps what a hardware hash says and no column of the row does.
pub(super) fn hardware_hash(
    row: &mut FreshRow<'_>,
    cell: &str,
    column: &Planned,
) -> Result<HardwareHash, HashFault> {
    let mut findings = Findings::new(row.source());
    let at = row.spot();
    let name = at.column(&column.name);
    let spot = Spot { line: at.line, column: Some(&name) };
    let hash = hash::put_text(cell, spot, &mut findings);
    row.add(findings);
    hash
}

/// What a Windows product ID says: the group of the product key.
pub(super) fn product_id(cell: &str) -> Option<(Field, Value)> {
    product_key::group_of_product_id(cell).map(|group| (Field::KeyGroup, group.into()))
}
