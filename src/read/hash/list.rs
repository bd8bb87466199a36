//! Many hashes in one file: an Autopilot CSV, or a hash a line.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::readings::put_cell;
use super::{HashFault, Part, looks_like};
use crate::device::{Field, Place, Reading};
use crate::read::content::Content;
use crate::read::error::{Problem, ReadError};
use crate::read::findings::Findings;
use crate::read::text::Text;
use crate::read::{decoded, product_key};

/// What a file of hashes says.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    let text = Text::new(&decoded(&file, bytes, None)?.text);
    let mut list = HashList { rows: Vec::new(), problems: Vec::new() };
    for entry in entries(&text) {
        let mut findings = Findings::new(&file);
        list.rows.push(entry.read(&mut findings));
        list.problems.append(&mut findings.problems);
    }
    Ok(list)
}

/// A row before its hash is read.
pub(super) struct Entry {
    pub line: u32,
    serial: Option<String>,
    product_id: Option<String>,
    hash: Zeroizing<String>,
}

impl Entry {
    fn of_hash(line: u32, hash: &str) -> Self {
        let hash = Zeroizing::new(hash.to_owned());
        Self { line, serial: None, product_id: None, hash }
    }

    /// Reads the hash and the cells beside it into `findings`.
    pub fn read(&self, findings: &mut Findings) -> HashRow {
        let place = || Place::Line(self.line);
        let before = findings.readings.len();
        if let Some(serial) = &self.serial {
            findings.put_text(Field::Serial, serial, place());
        }
        if let Some(product_id) = &self.product_id {
            product_key::put_group(findings, product_id, place());
        }
        let hash = put_cell(&self.hash, self.line, findings);
        let inside = hash.as_ref().ok().and_then(super::HardwareHash::serial);
        let beside = self.serial.as_deref().map(str::trim).filter(|text| !text.is_empty());
        HashRow {
            line: self.line,
            fault: hash.as_ref().err().copied(),
            serial_matches: beside.zip(inside).map(|(a, b)| a.eq_ignore_ascii_case(b.trim())),
            readings: findings.readings.get(before..).unwrap_or_default().to_vec(),
            parts: hash.map(|hash| hash.parts()).unwrap_or_default(),
        }
    }
}

/// Every row of a CSV with a column of hashes, else every line that holds one.
pub(super) fn entries(text: &Text) -> Vec<Entry> {
    match Columns::find(text) {
        Some(columns) => columns.entries(text),
        None => lines(text),
    }
}

/// Whether a content is hashes alone, and where it shows. Hashes in a column
/// are a list.
pub(super) fn mark(content: &Content) -> Option<String> {
    if content.document().is_some() || Columns::find(&content.text).is_some() {
        return None;
    }
    let line = content.text.filled().find(|line| hash_in(line.text).is_some())?;
    Some(format!("Line {} begins as every Autopilot hardware hash does.", line.number))
}

/// Where the columns of an Autopilot CSV are.
struct Columns {
    /// The line of the head, counted from 1.
    line: u32,
    delimiter: u8,
    hash: usize,
    serial: Option<usize>,
    product_id: Option<usize>,
}

impl Columns {
    /// The head is among the first lines; its names count in any case.
    fn find(text: &Text) -> Option<Self> {
        const FIRST_LINES: usize = 10;
        text.filled().take(FIRST_LINES).find_map(|line| {
            let is_there = |mark: &u8| line.text.contains(char::from(*mark));
            let delimiter = [b',', b';', b'\t'].into_iter().find(is_there).unwrap_or(b',');
            let names: Vec<String> = line.text.split(char::from(delimiter)).map(folded).collect();
            let at = |name: &str| names.iter().position(|one| one == name);
            Some(Self {
                line: line.number,
                delimiter,
                hash: at("hardwarehash")?,
                serial: at("deviceserialnumber").or_else(|| at("serialnumber")),
                product_id: at("windowsproductid"),
            })
        })
    }

    fn entries(&self, text: &Text) -> Vec<Entry> {
        let table = Zeroizing::new(text.joined_from(self.line));
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .delimiter(self.delimiter)
            .from_reader(table.as_bytes());
        let records = reader.records().filter_map(Result::ok);
        records.filter_map(|record| self.entry(&record)).collect()
    }

    /// A row without a hash is none of ours.
    fn entry(&self, record: &csv::StringRecord) -> Option<Entry> {
        let cell = |at: usize| record.get(at).map(str::trim).filter(|cell| !cell.is_empty());
        let line = record.position().map_or(1, csv::Position::line);
        Some(Entry {
            line: u32::try_from(line).unwrap_or(u32::MAX).saturating_add(self.line) - 1,
            serial: self.serial.and_then(cell).map(str::to_owned),
            product_id: self.product_id.and_then(cell).map(str::to_owned),
            hash: Zeroizing::new(cell(self.hash)?.to_owned()),
        })
    }
}

/// Letters and digits in lower case.
fn folded(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}

/// A hash a line; a console may have wrapped it into several.
fn lines(text: &Text) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for line in text.filled() {
        if let Some(hash) = hash_in(line.text) {
            entries.push(Entry::of_hash(line.number, hash));
        } else if let Some(last) = entries.last_mut().filter(|_| is_base64(line.text)) {
            last.hash.push_str(line.text.trim());
        } else if !entries.is_empty() {
            entries.push(Entry::of_hash(line.number, line.text));
        }
    }
    entries
}

/// The hash of a line, also behind a label: `DeviceHardwareData : T0F…`.
fn hash_in(line: &str) -> Option<&str> {
    const SHORTEST: usize = 40;
    let last = line.rsplit([' ', ',', ';', '\t']).find(|cell| !cell.is_empty())?;
    let cell = if looks_like(line) { line } else { last };
    (looks_like(cell) && cell.len() >= SHORTEST).then_some(cell)
}

fn is_base64(line: &str) -> bool {
    let is_one = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
    line.trim().bytes().all(is_one)
}
