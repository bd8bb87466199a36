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
use crate::check::{self, Knowledge, Outcome, Preview, Report, Verdict};
use crate::plan::ron_file;
use crate::read::Problem;

pub fn run(args: &CheckArgs, today: Date) -> Result<Reply, Fail> {
    let knowledge = knowledge(args.rules.as_deref())?;
    let organization = files::organization(args.org.as_deref())?;
    let mut reports = Reports::gather(&args.files, args.encoding).or_nothing()?;
    let device = reports.device(args.device.as_deref())?;
    let whole = check::check(&knowledge, &device, &organization, today);
    let report = match args.path {
        Some(path) => whole.narrowed_to(path),
        None => whole,
    };
    let then = if_fixed(&args.if_fixed, &report)?.map(|rules| {
        check::preview(&knowledge, &device, &organization, today, rules.iter().map(String::as_str))
    });
    let answer = Answer { report: &report, if_fixed: then.as_ref(), problems: &reports.problems };
    let mut text = text::page(&report, args.path, &device, &knowledge.labels);
    if let Some(then) = &then {
        text.push_str(&text::preview(then, &report, &knowledge.labels));
    }
    Ok(Reply::new(exit(report.verdict), &answer, &text)?.with_notes(reports.notes()))
}

/// What is built in, with the rules of a folder if one is named.
pub(super) fn knowledge(rules: Option<&Path>) -> Result<Knowledge, Fail> {
    let built_in = Knowledge::built_in()?;
    match rules {
        Some(folder) => Ok(built_in.with_rules(&ron_file::read_rules(folder)?)?),
        None => Ok(built_in),
    }
}

/// The rules that are supposed to be settled, if any; each must be one that fires.
fn if_fixed<'a>(asked: &'a [String], report: &Report) -> Result<Option<&'a [String]>, Fail> {
    let fires =
        |id: &String| report.finding(id).is_some_and(|finding| finding.result == Outcome::Fires);
    match asked.iter().find(|id| !fires(id)) {
        Some(id) => Err(Fail::NothingToFix { rule: id.clone() }),
        None => Ok((!asked.is_empty()).then_some(asked)),
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
    /// The answer as if some fixes were done, when that was asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    if_fixed: Option<&'a Preview>,
    problems: &'a [Problem],
}
