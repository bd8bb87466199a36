//! Columns that say whether a requirement is met.

use csv::StringRecord;

use super::cells::text;
use super::fresh::FreshRow;
use super::meaning::Meaning;
use super::plan::Plan;

/// Keeps what they say: a pass can prove something, a failure leaves open what
/// was seen.
pub(super) fn checks<'r>(row: &mut FreshRow<'r>, record: &'r StringRecord, plan: &'r Plan) {
    let Some(checks) = plan.checks() else { return };
    let mut failed: Vec<&str> = Vec::new();
    for column in plan.columns.iter().filter(|column| column.meaning == Meaning::Check) {
        let cell = text(record, column);
        if cell.eq_ignore_ascii_case(&checks.failed) {
            failed.push(&column.name);
        } else if let Some((field, value)) = column.proof
            && cell.eq_ignore_ascii_case(&checks.passed)
        {
            row.put(*field, Some(value.clone()), (column, cell));
        }
    }
    if !failed.is_empty() {
        row.problem(format!(
            "{} did not pass {}, but the list does not say what it saw. Add a report that does, \
             for example of Get-ComputerInfo.",
            checks.by,
            failed.join(", ")
        ));
    }
}
