//! Lines with which only another report begins, so that no gap has to stand
//! above them.

use crate::read::text::Line;
use crate::read::{cim, os_name, system};

/// The first row of `tpmtool`.
const TPMTOOL: &str = "-TPM Present";

/// The title of the first section of `dsregcmd`, and what its ruler begins with.
const DEVICE_STATE: &str = "| Device State ";
const RULER: &str = "+--";

/// The last two lines, the last one behind; empty lines end them.
#[derive(Default)]
pub(super) struct Rows<'a> {
    last: [Option<Row<'a>>; 2],
}

#[derive(Clone, Copy)]
struct Row<'a> {
    line: Line<'a>,
    /// Whether it goes on with what stands above.
    goes_on: bool,
}

impl<'a> Rows<'a> {
    pub fn push(&mut self, line: Line<'a>, goes_on: bool) {
        let [_, last] = self.last;
        self.last = [last, Some(Row { line, goes_on })];
    }

    /// The line with which another report begins that this one belongs to.
    pub fn begins(&self, line: Line<'_>) -> Option<u32> {
        if line.text.starts_with([' ', '\t', '[']) {
            return None;
        }
        let [before, last] = self.last;
        let first = match value(line.text) {
            Some(_) if line.text.starts_with(TPMTOOL) => return Some(line.number),
            Some(value) if is_version(value) => {
                let is_name = last.and_then(value_of).is_some_and(is_windows);
                before.filter(|row| is_name && value_of(*row).is_some())
            }
            None if cim::begins_table(line.text) => return Some(line.number),
            None if line.text.starts_with(DEVICE_STATE) => {
                last.filter(|row| row.line.text.starts_with(RULER))
            }
            _ => None,
        };
        first.filter(|row| row.goes_on).map(|row| row.line.number)
    }
}

/// What the third row of `systeminfo` says, whose labels are translated.
fn is_version(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit())
        && value.contains(' ')
        && system::build(value).is_some()
}

/// What the second row of `systeminfo` says.
fn is_windows(value: &str) -> bool {
    os_name::read(value).is_some()
}

fn value_of(row: Row<'_>) -> Option<&str> {
    Some(row.line.text).filter(|text| !text.starts_with(' ')).and_then(value)
}

/// What stands behind the colon.
fn value(line: &str) -> Option<&str> {
    let behind = line.split_once(':').or_else(|| line.split_once('\u{ff1a}'))?;
    Some(behind.1.trim())
}
