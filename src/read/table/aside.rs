//! Rows that are left aside, each with the reason: they are no device, or none
//! of Windows, or their values may stand in the wrong columns.

use csv::StringRecord;

use super::cells::find;
use super::meaning::Meaning;
use super::memo::Memo;
use super::plan::Plan;
use super::values;

/// A row that goes over more lines than this probably lacks a quotation mark.
const MOST_LINES: u32 = 100;

/// Words below or between the rows: `214 devices`, `Total: 214`.
pub(super) fn is_remark(record: &StringRecord, width: usize) -> Option<String> {
    let mut filled = record.iter().map(str::trim_ascii).filter(|cell| !cell.is_empty());
    let (lone, more) = (filled.next()?, filled.next());
    if width < 3 || more.is_some() || !lone.contains(' ') {
        return None;
    }
    let short: String = lone.chars().filter(|c| !c.is_control()).take(60).collect();
    short.contains(' ').then(|| {
        format!("This row was left aside: nothing stands in it but \u{201c}{short}\u{201d}.")
    })
}

/// A row whose values may stand in the wrong columns: none of them is sure.
pub(super) fn is_out_of_shape(record: &StringRecord, plan: &Plan, lines: u32) -> Option<String> {
    let has_more = record.len() > plan.width
        && record.iter().skip(plan.width).any(|cell| !cell.trim_ascii().is_empty());
    if has_more {
        return Some(format!(
            "This row was left aside: it has {} values and the list has {} columns. Put a value \
             that holds the separator in quotation marks.",
            record.len(),
            plan.width
        ));
    }
    (lines > MOST_LINES).then(|| {
        format!(
            "This row was left aside: it goes over {lines} lines. A quotation mark may be missing."
        )
    })
}

pub(super) fn is_of_other_system(
    record: &StringRecord,
    plan: &Plan,
    systems: &mut Memo<bool>,
) -> Option<String> {
    let (_, system) = find(record, plan, Meaning::Os)?;
    if !*systems.ask(system, || values::is_other_system(system)) {
        return None;
    }
    let short: String = system.chars().filter(|c| !c.is_control()).take(60).collect();
    Some(format!("This row was left aside: it is of {short}, not of Windows."))
}
