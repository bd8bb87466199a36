//! `joinbench read`: what reports and lists say about one device.

use std::collections::BTreeSet;

use super::args::ReadArgs;
use super::fail::Fail;
use super::page::{Page, count};
use super::readings::{self, Answer, Source};
use super::reply::{Exit, Reply};
use super::reports::Reports;
use crate::check::Labels;

pub fn run(args: &ReadArgs) -> Result<Reply, Fail> {
    let mut reports = Reports::gather(&args.files, args.encoding).or_nothing()?;
    let device = reports.device(args.device.as_deref())?;
    let sources = reports.read.iter().map(Source::of).collect();
    let answer = Answer::of(&device, &reports.problems, sources);
    let mut page = readings::page(&device, &Labels::built_in()?);
    list_files(&mut page, &reports);
    Ok(Reply::new(Exit::Yes, &answer, &page.finish())?.with_notes(reports.notes()))
}

fn list_files(page: &mut Page, reports: &Reports) {
    let files: BTreeSet<&str> = reports.read.iter().map(|report| &*report.source).collect();
    let from = format!("from {}", count(files.len(), "file", "files"));
    page.heading(&if reports.read.len() == files.len() {
        format!("Read {from}")
    } else {
        format!("Read {} {from}", count(reports.read.len(), "report", "reports"))
    });
    let rows: Vec<[String; 3]> = reports
        .read
        .iter()
        .map(|report| {
            [report.source.to_string(), report.format.title().to_owned(), report.because.clone()]
        })
        .collect();
    page.table(&rows);
}
