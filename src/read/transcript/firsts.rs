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
        if line.text.starts_with(TPMTOOL) || cim::begins_table(line.text) {
            return Some(line.number);
        }
        let first = if line.text.starts_with(DEVICE_STATE) {
            last.filter(|row| row.line.text.starts_with(RULER))
        } else if is_version(line.text) && last.is_some_and(|row| is_windows(row.line.text)) {
            before.filter(|row| value(row.line.text).is_some())
        } else {
            None
        };
        first.filter(|row| row.goes_on).map(|row| row.line.number)
    }
}

/// The third row of `systeminfo`, whose labels are translated.
fn is_version(line: &str) -> bool {
    value(line).is_some_and(|value| {
        value.starts_with(|c: char| c.is_ascii_digit())
            && value.contains(' ')
            && system::build(value).is_some()
    })
}

/// The second row of `systeminfo`.
fn is_windows(line: &str) -> bool {
    value(line).is_some_and(|value| os_name::read(value).is_some())
}

fn value(line: &str) -> Option<&str> {
    let is_row = !line.starts_with(' ');
    let (_, value) = line.split_once([':', '\u{ff1a}']).filter(|_| is_row)?;
    Some(value.trim())
}
