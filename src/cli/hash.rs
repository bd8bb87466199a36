//! `joinbench hash`: Autopilot hardware hashes decoded and checked.

use std::collections::BTreeMap;

use serde::Serialize;

use super::args::HashArgs;
use super::fail::Fail;
use super::files;
use super::page::{Page, count};
use super::readings::Known;
use super::reply::{Exit, Reply, SCHEMA};
use super::reports::device_line;
use crate::check::{Fact, Labels};
use crate::device::{Device, Field, Reading};
use crate::read::hash::{HashFault, HashList, HashRow, read_list};
use crate::read::{LARGEST_FILE, Problem};

pub fn run(args: &HashArgs) -> Result<Reply, Fail> {
    let bytes = files::bytes(&args.file, LARGEST_FILE).map_err(|f| Fail::file(&args.file, f))?;
    let list = read_list(&files::name(&args.file), &bytes)
        .map_err(|fault| Fail::NoHash { problems: vec![fault.problem()] })?;
    if list.rows.iter().all(|row| row.fault == Some(HashFault::NotAHash)) {
        return Err(Fail::NoHash { problems: list.problems });
    }
    let text = text(&list, &Labels::built_in()?);
    let notes: Vec<String> = list.problems.iter().map(ToString::to_string).collect();
    Ok(Reply::new(exit(&list), &Answer::of(&list), &text)?.with_notes(notes))
}

/// Yes when every hash is whole and none is beside another serial number.
fn exit(list: &HashList) -> Exit {
    let good = |row: &HashRow| row.fault.is_none() && row.serial_matches != Some(false);
    if list.rows.iter().all(good) { Exit::Yes } else { Exit::No }
}

/// The document of `hash --json`.
#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    hashes: Vec<Hash<'a>>,
    problems: &'a [Problem],
}

#[derive(Serialize)]
struct Hash<'a> {
    /// The line of the hash.
    row: u32,
    state: &'static str,
    serial_matches: Option<bool>,
    device: BTreeMap<Field, Known<'a>>,
}

impl<'a> Answer<'a> {
    fn of(list: &'a HashList) -> Self {
        Self {
            schema: SCHEMA,
            hashes: list.rows.iter().map(Hash::of).collect(),
            problems: &list.problems,
        }
    }
}

impl<'a> Hash<'a> {
    fn of(row: &'a HashRow) -> Self {
        let mut device = BTreeMap::new();
        for reading in &row.readings {
            device.entry(reading.field).or_insert_with(|| Known::of(reading));
        }
        Self {
            row: row.line,
            state: row.fault.map_or("ok", HashFault::state),
            serial_matches: row.serial_matches,
            device,
        }
    }
}

fn text(list: &HashList, labels: &Labels) -> String {
    let mut page = Page::default();
    let whole = list.rows.iter().filter(|row| row.fault.is_none()).count();
    let others = list.rows.iter().filter(|row| row.serial_matches == Some(false)).count();
    let hashes = count(list.rows.len(), "hash", "hashes");
    page.line(&format!("{hashes}: {whole} intact, {} not", list.rows.len() - whole));
    if others > 0 {
        page.line(&count(others, "serial number differs", "serial numbers differ"));
    }
    for row in &list.rows {
        one(&mut page, row, list.rows.len() == 1, labels);
    }
    page.finish()
}

/// One hash: in a list its state and device, alone everything in it.
fn one(page: &mut Page, row: &HashRow, alone: bool, labels: &Labels) {
    let mut device = Device::default();
    device.add_all(row.readings.iter().cloned());
    let state = match row.fault {
        None => "intact",
        Some(HashFault::Damaged(_)) => "DAMAGED",
        Some(HashFault::CutOff) => "CUT OFF",
        Some(HashFault::NotAHash) => "NOT A HASH",
    };
    let who = if row.fault.is_none() { device_line(&device) } else { String::new() };
    page.heading(&format!("Line {}: {state}", row.line));
    if !who.is_empty() {
        page.hanging("  ", &who);
    }
    if let Some(fault) = row.fault {
        page.hanging("  ", &fault.to_string());
    }
    if row.serial_matches == Some(false) {
        let inside = device.text(Field::HashSerial).unwrap_or_default();
        page.hanging("  ", &format!("The hash is of another serial number: {inside}."));
    }
    if alone && row.fault.is_none() {
        everything(page, row, &device, labels);
    }
}

fn everything(page: &mut Page, row: &HashRow, device: &Device, labels: &Labels) {
    page.heading("What it says of the device");
    let known: Vec<[String; 2]> = device.known().map(|known| words(known, labels)).collect();
    page.table(&known);
    page.heading("What is inside");
    let parts: Vec<[String; 2]> =
        row.parts.iter().map(|part| [part.name.to_owned(), part.says.clone()]).collect();
    page.table(&parts);
}

fn words(known: &Reading, labels: &Labels) -> [String; 2] {
    let value = labels.value(Fact::Device(known.field), &known.value);
    [labels.field(known.field).label.clone(), value]
}
