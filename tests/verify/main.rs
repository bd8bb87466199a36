//! Status reports read the way an engineer reads them.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod merging;
#[path = "../shared/reading.rs"]
mod reading;
mod table;

use std::path::Path;

use jiff::civil::{Date, date};
use joinbench::read::StatusReport;
use joinbench::verify::{Ask, Check, Verification, VerifyWords, verify};

use crate::reading::read;

pub(crate) const TODAY: Date = date(2026, 11, 22);

pub(crate) const TENANT: &str = "11111111-2222-3333-4444-555555555555";

/// A fixture of the reader, by its name without the ending.
pub(crate) fn report(name: &str) -> StatusReport {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/fixtures/dsregcmd");
    let file = format!("{name}.txt");
    let bytes = std::fs::read(folder.join(&file)).expect(name);
    read(&file, &bytes).unwrap().status.expect("a status report")
}

/// A report made of rows, as in the section they belong to.
pub(crate) fn rows(rows: &str) -> StatusReport {
    read("rows.txt", rows.as_bytes()).unwrap().status.expect("a status report")
}

pub(crate) fn ask(report: &StatusReport, ask: &Ask) -> Verification {
    verify(report, ask, TODAY, &VerifyWords::built_in().unwrap())
}

pub(crate) fn of(report: &StatusReport) -> Verification {
    ask(report, &Ask::default())
}

/// The one check with this id.
pub(crate) fn check<'a>(verification: &'a Verification, id: &str) -> &'a Check {
    let found: Vec<&Check> = verification.checks.iter().filter(|check| check.id == id).collect();
    assert_eq!(found.len(), 1, "{id} in {verification:#?}");
    found[0]
}

pub(crate) fn is_silent(verification: &Verification, id: &str) -> bool {
    verification.checks.iter().all(|check| check.id != id)
}
