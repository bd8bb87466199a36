//! `joinbench check`: whether a device can join, by which path, and what to fix.

mod text;

use std::path::Path;

use jiff::civil::Date;
use serde::Serialize;

use super::args::CheckArgs;
use super::fail::Fail;
use super::files;
use super::reply::{Exit, Reply};
use super::reports::Reports;
use crate::check::{self, Knowledge, Report, Verdict};
use crate::read::Problem;

pub fn run(args: &CheckArgs, today: Date) -> Result<Reply, Fail> {
    let knowledge = knowledge(args.rules.as_deref())?;
    let organization = files::organization(args.org.as_deref())?;
    let mut reports = Reports::gather(&args.files).or_nothing()?;
    let device = reports.device(args.device.as_deref())?;
    let whole = check::check(&knowledge, &device, &organization, today);
    let report = match args.path {
        Some(path) => whole.narrowed_to(path),
        None => whole,
    };
    let answer = Answer { report: &report, problems: &reports.problems };
    let text = text::page(&report, args.path, &device, &knowledge.labels);
    Ok(Reply::new(exit(report.verdict), &answer, &text)?.with_notes(reports.notes()))
}

fn knowledge(rules: Option<&Path>) -> Result<Knowledge, Fail> {
    let built_in = Knowledge::built_in()?;
    match rules {
        Some(folder) => Ok(built_in.with_rules(&files::rules(folder)?)?),
        None => Ok(built_in),
    }
}

fn exit(verdict: Verdict) -> Exit {
    match verdict {
        Verdict::Ready => Exit::Yes,
        Verdict::Fix | Verdict::Blocked => Exit::No,
        Verdict::Unknown => Exit::Undecided,
    }
}

/// The document of `check --json`: the report, and what could not be read.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    report: &'a Report,
    problems: &'a [Problem],
}
