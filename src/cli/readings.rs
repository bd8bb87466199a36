//! Readings as a document and as a page: what `read` and `probe` answer.

use std::collections::BTreeMap;

use serde::Serialize;

use super::page::Page;
use super::reply::SCHEMA;
use super::reports::device_line;
use crate::check::{Fact, Labels};
use crate::device::{Device, Field, Reading, Value};
use crate::read::{Problem, Recognised};

/// The document of `read --json` and `probe --json`.
#[derive(Serialize)]
pub struct Answer<'a> {
    schema: u32,
    device: BTreeMap<Field, Known<'a>>,
    conflicts: Vec<Differing<'a>>,
    problems: &'a [Problem],
    sources: Vec<Source<'a>>,
}

/// A value and where it was read.
#[derive(Serialize)]
pub struct Known<'a> {
    value: &'a Value,
    raw: &'a str,
    from: String,
}

/// A field whose sources differ.
#[derive(Serialize)]
struct Differing<'a> {
    field: Field,
    readings: Vec<Known<'a>>,
}

/// Something that was read.
#[derive(Serialize)]
pub struct Source<'a> {
    pub file: &'a str,
    /// The id of its format.
    pub format: &'static str,
    pub encoding: &'static str,
}

impl<'a> Source<'a> {
    pub fn of(report: &'a Recognised) -> Self {
        Self { file: &report.source, format: report.format.id(), encoding: report.encoding.id() }
    }
}

impl<'a> Known<'a> {
    pub fn of(reading: &'a Reading) -> Self {
        Self { value: &reading.value, raw: &reading.raw, from: reading.from.to_string() }
    }
}

impl<'a> Answer<'a> {
    pub fn of(device: &'a Device, problems: &'a [Problem], sources: Vec<Source<'a>>) -> Self {
        let conflicts = device.conflicts().map(|conflict| Differing {
            field: conflict.field,
            readings: conflict.readings.into_iter().map(Known::of).collect(),
        });
        Self {
            schema: SCHEMA,
            device: device.known().map(|known| (known.field, Known::of(known))).collect(),
            conflicts: conflicts.collect(),
            problems,
            sources,
        }
    }
}

/// Everything that is known, in groups, each value with its place.
pub fn page(device: &Device, labels: &Labels) -> Page {
    let mut page = Page::default();
    page.line(&device_line(device));
    for group in groups(labels) {
        let known = device.known().filter(|known| labels.field(known.field).group == group);
        let rows: Vec<[String; 3]> = known.map(|known| row(known, labels)).collect();
        if !rows.is_empty() {
            page.heading(&group);
            page.table(&rows);
        }
    }
    conflicts(&mut page, device, labels);
    page
}

fn row(known: &Reading, labels: &Labels) -> [String; 3] {
    let label = labels.field(known.field).label.clone();
    let value = labels.value(Fact::Device(known.field), &known.value);
    [label, value, known.from.to_string()]
}

fn conflicts(page: &mut Page, device: &Device, labels: &Labels) {
    let mut rows: Vec<[String; 3]> = Vec::new();
    for conflict in device.conflicts() {
        rows.extend(conflict.readings.iter().map(|reading| row(reading, labels)));
    }
    if !rows.is_empty() {
        page.heading("Sources differ; the first of each counts");
        page.table(&rows);
    }
}

/// The groups of fields, in the order of the fields.
fn groups(labels: &Labels) -> Vec<String> {
    let mut groups: Vec<String> = Vec::new();
    for field in Field::ALL {
        let group = &labels.field(*field).group;
        if !groups.contains(group) {
            groups.push(group.clone());
        }
    }
    groups
}
