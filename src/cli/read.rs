//! `joinbench read`: what reports and lists say about one device.

use std::collections::BTreeMap;

use serde::Serialize;

use super::args::ReadArgs;
use super::fail::Fail;
use super::page::{Page, count};
use super::reply::{Exit, Reply, SCHEMA};
use super::reports::{Reports, device_line};
use crate::check::{Fact, Labels};
use crate::device::{Device, Field, Reading, Value};
use crate::read::{Format, Problem};

pub fn run(args: &ReadArgs) -> Result<Reply, Fail> {
    let mut reports = Reports::gather(&args.files).or_nothing()?;
    let device = reports.device(args.device.as_deref())?;
    let answer = Answer::of(&device, &reports);
    let text = text(&device, &reports, &Labels::built_in()?);
    Ok(Reply::new(Exit::Yes, &answer, &text)?.with_notes(reports.notes()))
}

/// The document of `read --json`.
#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    device: BTreeMap<Field, Known<'a>>,
    conflicts: Vec<Differing<'a>>,
    problems: &'a [Problem],
    sources: Vec<Origin<'a>>,
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

/// A file that was recognized.
#[derive(Serialize)]
struct Origin<'a> {
    file: &'a str,
    format: Format,
    encoding: String,
}

impl<'a> Known<'a> {
    pub fn of(reading: &'a Reading) -> Self {
        Self { value: &reading.value, raw: &reading.raw, from: reading.from.to_string() }
    }
}

impl<'a> Answer<'a> {
    fn of(device: &'a Device, reports: &'a Reports) -> Self {
        let conflicts = device.conflicts().map(|conflict| Differing {
            field: conflict.field,
            readings: conflict.readings.iter().map(Known::of).collect(),
        });
        let sources = reports.read.iter().map(|report| Origin {
            file: &report.source,
            format: report.format,
            encoding: report.encoding.id().to_owned(),
        });
        Self {
            schema: SCHEMA,
            device: device.known().map(|known| (known.field, Known::of(known))).collect(),
            conflicts: conflicts.collect(),
            problems: &reports.problems,
            sources: sources.collect(),
        }
    }
}

fn text(device: &Device, reports: &Reports, labels: &Labels) -> String {
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
    page.heading(&format!("Read from {}", count(reports.read.len(), "file", "files")));
    let rows: Vec<[String; 3]> = reports
        .read
        .iter()
        .map(|report| {
            [report.source.to_string(), report.format.title().to_owned(), report.because.clone()]
        })
        .collect();
    page.table(&rows);
    page.finish()
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
