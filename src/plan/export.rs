//! A plan into an export folder.

use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::answers;
use super::document::Plan;
use super::handbook::Handbook;
use super::store;
use crate::check::{Finding, Outcome, Report};
use crate::package::{
    self, Bundle, ExportInput, ExportKind, ExportRefused, ManifestFile, Record, RecordCheck,
    RecordFinding, RecordStep, Secrets,
};
use crate::verify::Verification;
use crate::walk;

/// Every file of the plan's export, in memory. `only` limits it; empty means
/// all that apply.
///
/// # Errors
/// Names the fields that need a correction first.
pub fn bundle(
    plan: &Plan,
    secrets: &Secrets,
    handbook: &Handbook,
    today: Date,
    only: &[ExportKind],
) -> Result<Bundle, ExportRefused> {
    let mut settings = plan.package.clone();
    if settings.name.trim().is_empty() {
        settings.name = plan.title();
    }
    package::export(&ExportInput {
        settings: &settings,
        secrets,
        device: &plan.device,
        organization: &plan.organization,
        record: &record(plan, handbook, today),
        only,
        today,
    })
}

/// What was found, done and proven.
#[must_use]
pub fn record(plan: &Plan, handbook: &Handbook, today: Date) -> Record {
    let report = answers::check(plan, handbook, today);
    let verification = answers::verification(plan, handbook, today);
    Record {
        verdict: report.verdict.id().to_owned(),
        best_path: report.best_path.map(|path| path.id().to_owned()).unwrap_or_default(),
        state: verification.as_ref().map(|v| v.state.id().to_owned()).unwrap_or_default(),
        findings: findings(&report),
        steps: steps(plan, handbook, today),
        checks: verification.as_ref().map(checks).unwrap_or_default(),
    }
}

/// What fires, and what is not known and decides. What passes or is taken as
/// usual says nothing in a record.
fn findings(report: &Report) -> Vec<RecordFinding> {
    let kept = report.findings.iter().filter(|finding| match finding.result {
        Outcome::Fires => true,
        Outcome::Unknown => finding.presumed.is_none(),
        Outcome::Passes => false,
    });
    kept.map(|finding: &Finding| RecordFinding {
        rule: finding.rule.clone(),
        result: finding.result.id().to_owned(),
        title: finding.title.clone(),
        because: finding.because.clone(),
        fix: finding.fix.clone(),
    })
    .collect()
}

/// The screens of the walk at the device; a rehearsal is no record.
fn steps(plan: &Plan, handbook: &Handbook, today: Date) -> Vec<RecordStep> {
    let mut at_device = plan.clone();
    at_device.walk.mode = super::WalkMode::AtTheDevice;
    let words = answers::walk_words(plan);
    let route = answers::route(&at_device, handbook, today);
    let progress = at_device.walk.progress();
    route
        .iter()
        .map(|stop| {
            let done = progress
                .done
                .iter()
                .find(|done| done.screen == stop.screen.id && done.visit == stop.visit);
            RecordStep {
                title: walk::fill(&stop.screen.title, &words),
                done_at: done.map(|done| done.at.strftime("%Y-%m-%d %H:%M UTC").to_string()),
            }
        })
        .collect()
}

fn checks(verification: &Verification) -> Vec<RecordCheck> {
    let check = |check: &crate::verify::Check| RecordCheck {
        id: check.id.clone(),
        result: check.result.id().to_owned(),
        says: check.says.clone(),
    };
    verification.checks.iter().map(check).collect()
}

/// What an export wrote.
#[derive(Debug, Clone)]
pub struct Written {
    pub folder: PathBuf,
    pub files: Vec<ManifestFile>,
}

/// An export that did not get onto the disk; nothing half-written stays.
#[derive(Debug, thiserror::Error)]
pub enum ExportFailed {
    #[error(transparent)]
    Refused(#[from] ExportRefused),
    #[error(transparent)]
    Store(#[from] store::StoreError),
    #[error("The export was stopped. Nothing was changed.")]
    Stopped,
}

/// Writes the files into a folder, each whole or not at all. `told` hears how
/// many of how many are written and says whether to go on.
///
/// Everything is written beside first and moved in at the end, so that a stop
/// in between leaves the folder as it was.
///
/// # Errors
/// Names what could not be written.
pub fn write(
    bundle: &Bundle,
    folder: &Path,
    told: impl Fn(usize, usize) -> bool,
) -> Result<Written, ExportFailed> {
    let failed = |source| store::StoreError::Write { path: folder.to_owned(), source };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let beside = tempfile::Builder::new().prefix(".export-").tempdir_in(folder).map_err(failed)?;
    let total = bundle.files.len();
    for (done, file) in bundle.files.iter().enumerate() {
        if !told(done, total) {
            return Err(ExportFailed::Stopped);
        }
        let write = if file.holds_secrets { store::write_for_owner } else { store::write_whole };
        write(&beside.path().join(&file.name), &file.bytes)?;
    }
    for file in &bundle.files {
        let target = folder.join(&file.name);
        std::fs::rename(beside.path().join(&file.name), &target)
            .map_err(|source| store::StoreError::Write { path: target.clone(), source })?;
        if !file.holds_secrets {
            let shared = store::make_readable(&target);
            shared.map_err(|source| store::StoreError::Write { path: target, source })?;
        }
    }
    let manifest = bundle.manifest(&folder.display().to_string());
    Ok(Written { folder: folder.to_owned(), files: manifest.files })
}
