//! Commands: the only way a plan changes.
//!
//! Pages, scripts and tests send the same commands, so undo, autosave and
//! tests are one mechanism.

use super::document::{Exported, Journey, Plan, ReportNote, Step, WalkMode};
use crate::check::{Organization, Question};
use crate::device::{BadValue, Field, Reading};
use crate::package::PackageSettings;
use crate::read::barcode::SCANNED;
use crate::read::{Recognised, StatusReport};
use crate::walk::Progress;

/// A text of the organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrganizationText {
    Name,
    Domain,
    TenantId,
}

/// One report, on its way into a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedReport {
    pub note: ReportNote,
    pub readings: Vec<Reading>,
}

impl AddedReport {
    /// A report just read.
    #[must_use]
    pub fn of(report: Recognised) -> Self {
        Self { note: ReportNote::of(&report), readings: report.readings }
    }
}

/// One change of a plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    Rename(String),
    /// Takes the other way: a device in use is reset and joined as a new one.
    Journey(Journey),
    /// Takes in what a file says about the device; it may hold several reports.
    AddReports(Vec<AddedReport>),
    /// Forgets a file and everything read from it.
    ForgetSource(String),
    TypeField {
        field: Field,
        typed: String,
    },
    /// Takes back what was typed; the files speak again.
    ForgetTyped(Field),
    /// Takes in what was scanned from a label; a later scan replaces an earlier
    /// one, and reports stay in force.
    Scan(Vec<Reading>),
    /// What was scanned before is of another device: all of it is forgotten.
    Rescan(Vec<Reading>),
    /// Settles a conflict in favor of one reading, which may be in force already.
    Prefer {
        field: Field,
        index: usize,
    },
    /// Answers a question; an empty text is "not known".
    Answer {
        question: Question,
        typed: String,
    },
    OrganizationText {
        which: OrganizationText,
        text: String,
    },
    /// Takes over an organization file as a whole.
    Organization(Box<Organization>),
    Account(String),
    WalkMode(WalkMode),
    WhatIf {
        id: String,
        on: bool,
    },
    /// How far the walk of the current mode is now.
    Walk(Progress),
    /// The dsregcmd reports of a file as proof of the join.
    AddProof(Vec<StatusReport>),
    ForgetProof,
    Package(Box<PackageSettings>),
    Exported(Exported),
    /// Opens a step. Not an edit: undo leaves it alone.
    Go(Step),
}

/// Why a command was refused; the plan stays as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error(transparent)]
    BadValue(#[from] BadValue),
    #[error("This step is not part of this plan.")]
    NoSuchStep,
}

impl Command {
    /// Commands that are moves, not edits.
    #[must_use]
    pub fn is_move(&self) -> bool {
        matches!(self, Self::Go(_))
    }

    /// Two edits in a row with the same key are one step of undo: the letters
    /// of a word, for example.
    #[must_use]
    pub fn merge_key(&self) -> Option<String> {
        match self {
            Self::Rename(_) => Some("rename".to_owned()),
            Self::TypeField { field, .. } => Some(format!("field {field}")),
            Self::Answer { question, .. } => Some(format!("answer {question}")),
            Self::OrganizationText { which, .. } => Some(format!("organization {which:?}")),
            Self::Account(_) => Some("account".to_owned()),
            Self::Package(_) => Some("package".to_owned()),
            _ => None,
        }
    }
}

/// Carries a command out.
///
/// # Errors
/// Says why it was refused; the plan is unchanged then.
pub fn apply(plan: &mut Plan, command: Command) -> Result<(), Refused> {
    match command {
        Command::Rename(name) => plan.name = name,
        Command::Journey(journey) => take_journey(plan, journey)?,
        Command::AddReports(reports) => add_reports(plan, reports),
        Command::ForgetSource(source) => forget_source(plan, &source),
        Command::TypeField { field, typed } => plan.device.type_in(field, &typed)?,
        Command::ForgetTyped(field) => plan.device.forget_typed(field),
        Command::Scan(readings) => plan.device.renew(readings),
        Command::Rescan(readings) => {
            plan.device.forget_source(SCANNED);
            plan.device.add_all(readings);
        }
        Command::Prefer { field, index } => prefer(plan, field, index),
        Command::Answer { question, typed } => plan.organization.type_in(question, &typed)?,
        Command::OrganizationText { which, text } => set_text(plan, which, text),
        Command::Organization(organization) => plan.organization = *organization,
        Command::Account(account) => plan.account = account,
        Command::WalkMode(mode) => plan.walk.mode = mode,
        Command::WhatIf { id, on } => set_what_if(plan, id, on),
        Command::Walk(progress) => *plan.walk.progress_mut() = progress,
        Command::AddProof(reports) => add_proof(plan, reports),
        Command::ForgetProof => plan.proof.clear(),
        Command::Package(settings) => plan.package = *settings,
        Command::Exported(exported) => plan.exported = Some(exported),
        Command::Go(step) => go(plan, step)?,
    }
    Ok(())
}

/// Reading the same file again replaces what it said before.
fn add_reports(plan: &mut Plan, reports: Vec<AddedReport>) {
    for AddedReport { note, .. } in &reports {
        forget_source(plan, &note.source);
    }
    for AddedReport { note, readings } in reports {
        plan.device.add_all(readings);
        plan.reports.push(note);
    }
}

fn prefer(plan: &mut Plan, field: Field, index: usize) {
    plan.device.prefer(field, index);
    let conflict = plan.device.conflicts().find(|conflict| conflict.field == field);
    let said = conflict.map(|one| one.readings.iter().map(|said| said.value.clone()).collect());
    if let Some(said) = said {
        plan.settled.insert(field, said);
    }
}

fn forget_source(plan: &mut Plan, source: &str) {
    plan.device.forget_source(source);
    plan.reports.retain(|note| &*note.source != source);
}

fn add_proof(plan: &mut Plan, reports: Vec<StatusReport>) {
    plan.proof.retain(|old| reports.iter().all(|new| new.source != old.source));
    plan.proof.extend(reports);
}

fn take_journey(plan: &mut Plan, journey: Journey) -> Result<(), BadValue> {
    plan.journey = journey;
    match journey.setup_state() {
        Some(setup) => plan.device.type_in(Field::SetupState, setup),
        None => Ok(()),
    }
}

fn set_text(plan: &mut Plan, which: OrganizationText, text: String) {
    let organization = &mut plan.organization;
    match which {
        OrganizationText::Name => organization.name = text,
        OrganizationText::Domain => organization.domain = text,
        OrganizationText::TenantId => organization.tenant_id = text,
    }
}

fn set_what_if(plan: &mut Plan, id: String, on: bool) {
    if on {
        plan.walk.what_ifs.insert(id);
    } else {
        plan.walk.what_ifs.remove(&id);
    }
}

fn go(plan: &mut Plan, step: Step) -> Result<(), Refused> {
    if !plan.journey.steps().contains(&step) {
        return Err(Refused::NoSuchStep);
    }
    plan.step = step;
    plan.visited.insert(step);
    Ok(())
}
