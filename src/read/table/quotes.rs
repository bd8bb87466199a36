//! Quotation marks that were never closed: what stands behind one becomes a
//! part of its cell, the rows that follow too.

use csv::StringRecord;

use super::plan::{Plan, Planned};

/// Why a row cannot be used whose cells hold other cells or rows; `lines` is how
/// many lines it takes.
pub(super) fn is_left_open(record: &StringRecord, plan: &Plan, lines: u32) -> Option<String> {
    let what = if lines > 1 && holds_rows(record, plan) {
        "one of its values holds rows behind it, which were not read"
    } else if holds_its_neighbors(record, plan) {
        "one of its values holds the ones behind it"
    } else {
        return None;
    };
    Some(format!("This row was left aside: {what}. A quotation mark may be missing."))
}

/// Whether lines inside of a cell look like rows.
fn holds_rows(record: &StringRecord, plan: &Plan) -> bool {
    let mut lines = record.iter().flat_map(|cell| cell.split('\n').skip(1));
    lines.any(|line| is_row(line, plan))
}

/// Whether a line has as many cells as the list has columns, and the name or the
/// number of a device among them. A remark of several lines has neither.
fn is_row(line: &str, plan: &Plan) -> bool {
    let cells: Vec<&str> = line.split(char::from(plan.separator)).collect();
    let is_identity = |column: &Planned| {
        let cell = cells.get(column.at).map_or("", |cell| cell.trim());
        column.meaning.identifies()
            && !cell.contains(' ')
            && cell.bytes().any(|byte| byte.is_ascii_digit())
    };
    cells.len() == plan.width && cells.len() > 2 && plan.columns.iter().any(is_identity)
}

/// Whether the last cell of a short row holds exactly the cells that are missing.
fn holds_its_neighbors(record: &StringRecord, plan: &Plan) -> bool {
    let missing = plan.width.saturating_sub(record.len());
    let last = record.iter().next_back().unwrap_or_default();
    missing > 0 && last.bytes().filter(|byte| *byte == plan.separator).count() == missing
}
