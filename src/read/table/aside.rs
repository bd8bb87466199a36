//! Rows that are left aside, each with the reason: they are no device, or none
//! of Windows, or their values may stand in the wrong columns.

use csv::StringRecord;

use super::cells::find;
use super::identity;
use super::meaning::Meaning;
use super::memo::Memo;
use super::plan::Plan;
use super::values;

/// A row that goes over more lines than this probably lacks a quotation mark.
const MOST_LINES: u32 = 100;

/// Words below or between the rows: `214 devices`, `Total: 214`, or the name of
/// a group of devices that nothing tells from a room or a department.
pub(super) fn is_remark(record: &StringRecord, plan: &Plan) -> Option<String> {
    let mut filled = filled(record);
    let ((at, lone), more) = (filled.next()?, filled.next());
    if plan.width < 3 || more.is_some() {
        return None;
    }
    let is_group = || plan.columns.len() >= 3 && !is_identity(plan, at, lone);
    if !lone.contains(' ') && !is_group() {
        return None;
    }
    let short: String = lone.chars().filter(|c| !c.is_control()).take(60).collect();
    Some(format!("This row was left aside: nothing stands in it but \u{201c}{short}\u{201d}."))
}

/// A row that adds up the others, `Total;214;;16`. A name of a company or a
/// model can be such a word, too, but then the device has a serial number.
pub(super) fn is_sum(record: &StringRecord, plan: &Plan) -> Option<String> {
    let (_, first) = filled(record).next()?;
    let identities = [Meaning::Serial, Meaning::Uuid, Meaning::DeviceId, Meaning::HardwareHash];
    let is_count = |cell: &str| cell.len() < 7 && identity::is_number(cell);
    let has_identity = || {
        let mut found = identities.iter().filter_map(|meaning| find(record, plan, *meaning));
        found.any(|(_, cell)| !is_count(cell) && cell != first)
    };
    if !values::is_total(first) || has_identity() {
        return None;
    }
    Some(format!("This row was left aside: it adds up others, as \u{201c}{first}\u{201d} says."))
}

/// The cells that are not empty, with their places.
fn filled(record: &StringRecord) -> impl Iterator<Item = (usize, &str)> {
    record.iter().map(str::trim_ascii).enumerate().filter(|(_, cell)| !cell.is_empty())
}

/// Whether a cell alone can be that of a device: names and serial numbers have
/// a digit, other than the names of rooms and departments.
fn is_identity(plan: &Plan, at: usize, cell: &str) -> bool {
    let column = plan.columns.iter().find(|column| column.at == at);
    match column.map(|column| column.meaning) {
        Some(Meaning::Serial | Meaning::Hostname) => cell.bytes().any(|byte| byte.is_ascii_digit()),
        Some(meaning) => meaning.identifies(),
        None => false,
    }
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
