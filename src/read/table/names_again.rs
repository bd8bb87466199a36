//! Names of columns between the rows: lists were put one behind the other, or
//! two tables stand in one sheet.

use std::collections::{BTreeMap, BTreeSet};

use csv::StringRecord;

use super::cells::text;
use super::fold::fold;
use super::guess::guess;
use super::head;
use super::knowledge::{Knowledge, knowledge};
use super::layout::Layout;
use super::mapping::{Column, remap};
use super::meaning::Meaning;
use super::plan::Plan;

/// Whether a row holds names of columns.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum NamesAgain {
    No,
    /// Those of the list.
    Same,
    /// Those of other columns.
    Other,
}

/// Looks whether a row holds names. It is asked of every row, so one cell tells
/// of nearly all that they are none.
pub(super) fn names_in(record: &StringRecord, plan: &Plan) -> NamesAgain {
    if !may_be_names(record, plan) {
        return NamesAgain::No;
    }
    let Some(known) = knowledge() else { return NamesAgain::No };
    let folded: Vec<String> = record.iter().map(fold).collect();
    let is_same = match plan.columns.as_slice() {
        [_, _, ..] => plan.columns.iter().all(|one| folded.get(one.at) == plan.names.get(one.at)),
        _ => folded == plan.names,
    };
    if is_same {
        NamesAgain::Same
    } else if are_names(known, plan, &folded) {
        NamesAgain::Other
    } else {
        NamesAgain::No
    }
}

/// Serial numbers have a digit, and names of columns have none, unless it is
/// the `0` of Configuration Manager.
fn may_be_names(record: &StringRecord, plan: &Plan) -> bool {
    const LONGEST: usize = 64;
    let surest = plan.columns.first().map_or("", |column| text(record, column));
    let cell =
        if surest.is_empty() { record.iter().find(|cell| !cell.is_empty()) } else { Some(surest) };
    let Some(cell) = cell.filter(|cell| cell.len() <= LONGEST) else { return false };
    let name = cell.strip_suffix('0').unwrap_or(cell);
    !name.bytes().any(|byte| byte.is_ascii_digit())
}

/// Whether the first cell of a row and most of them are names, among them one of
/// a column that tells devices apart.
fn are_names(known: &Knowledge, plan: &Plan, folded: &[String]) -> bool {
    let own: BTreeSet<&String> = plan.names.iter().collect();
    let is_name = |name: &String| own.contains(name) || known.is_name(name);
    let mut filled = folded.iter().filter(|name| !name.is_empty()).peekable();
    let is_first = filled.peek().is_some_and(|first| is_name(first));
    let (names, others): (Vec<&String>, Vec<&String>) = filled.partition(|name| is_name(name));
    let identifies = |name: &&String| head::exact(known, name).is_some_and(Meaning::identifies);
    is_first && names.len() > 1 && names.len() > others.len() && names.iter().any(identifies)
}

/// How the rows below other names are read: by what those mean, and as a person
/// chose where they are the same. `None` where they are of another kind of list.
pub(super) fn below_names(layout: &Layout, record: &StringRecord) -> Option<Layout> {
    let known = knowledge()?;
    let tidy = |cell: &str| cell.trim_matches(['\u{feff}', '"', ' ', '\t']).to_owned();
    let names: Vec<String> = record.iter().map(tidy).collect();
    head::format_of(known, &names).filter(|format| *format == layout.format)?;
    let mut columns = guess(known, layout.format, &names);
    let is_chosen = |column: &&Column| {
        column.score == Column::CERTAIN && column.meaning != Some(Meaning::Check)
    };
    let chosen: BTreeMap<String, Option<Meaning>> = (layout.columns.iter())
        .filter(is_chosen)
        .map(|column| (fold(&column.name), column.meaning))
        .collect();
    for (place, name) in names.iter().enumerate() {
        if let Some(meaning) = chosen.get(&fold(name)) {
            remap(&mut columns, place, *meaning);
        }
    }
    Some(Layout { columns, digits: None, ..layout.clone() })
}
