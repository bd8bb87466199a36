//! Every hash of a file: of an Autopilot CSV, or a hash a line.

use std::sync::Arc;

use super::lines::{Line, lines};
use super::{HardwareHash, HashFault, Part, Spot, put_text};
use crate::device::Reading;
use crate::read::error::{Problem, ReadError};
use crate::read::findings::Findings;
use crate::read::table::{self, List, Mappings, Meaning};
use crate::read::text::Text;
use crate::read::{LARGEST_FILE, check_size, decoded};

/// What a file of hashes says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HashList {
    pub rows: Vec<HashRow>,
    pub problems: Vec<Problem>,
}

/// One hash of a file, and what stands beside it. The hash itself is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HashRow {
    /// The line it begins on, counted from 1.
    pub line: u32,
    /// What is wrong with it, if anything.
    pub fault: Option<HashFault>,
    /// Whether the serial number beside the hash is the one inside it; `None`
    /// when one of them is not known.
    pub serial_matches: Option<bool>,
    pub readings: Vec<Reading>,
    pub parts: Vec<Part>,
}

/// Reads a file of hashes. `name` is the file name without its folder.
///
/// # Errors
/// When the file is empty, too large or binary. A file without a single hash
/// gives no rows.
pub fn read_list(name: &str, bytes: &[u8]) -> Result<HashList, ReadError> {
    let file: Arc<str> = Arc::from(name);
    check_size(&file, bytes, LARGEST_FILE)?;
    let found = table::read(&file, bytes, None, &Mappings::default())?;
    if let Some(list) = found.and_then(|found| found.list) {
        return Ok(HashList::of_table(&list));
    }
    let text = Text::new(decoded(&file, bytes, None)?.text);
    Ok(HashList::of_lines(&file, &lines(&text)))
}

impl HashList {
    /// The rows of a list that have a hash.
    fn of_table(list: &List) -> Self {
        let mut found = Self::default();
        let mut rows = list.rows();
        while let Some(row) = rows.next() {
            let Some(hash) = rows.hash() else { continue };
            let beside = rows.cell(Meaning::Serial);
            found.problems.extend(row.problems);
            found.rows.push(HashRow::of(row.line, hash, beside, row.readings));
        }
        found
    }

    fn of_lines(file: &Arc<str>, lines: &[Line]) -> Self {
        let mut found = Self::default();
        for Line { line, text } in lines {
            let mut findings = Findings::new(file);
            let hash = put_text(text, Spot { line: *line, column: None }, &mut findings);
            found.problems.append(&mut findings.problems);
            found.rows.push(HashRow::of(*line, &hash, None, findings.readings));
        }
        found
    }
}

impl HashRow {
    fn of(
        line: u32,
        hash: &Result<HardwareHash, HashFault>,
        beside: Option<&str>,
        readings: Vec<Reading>,
    ) -> Self {
        let inside = hash.as_ref().ok().and_then(HardwareHash::serial);
        Self {
            line,
            fault: hash.as_ref().err().copied(),
            serial_matches: beside.zip(inside).map(|(a, b)| a.eq_ignore_ascii_case(&b)),
            readings,
            parts: hash.as_ref().map(HardwareHash::parts).unwrap_or_default(),
        }
    }
}
