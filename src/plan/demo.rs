//! The Contoso demo: a sample device, organization and package, read from
//! `wizard/samples` by the same readers and commands as anything else.

use std::sync::Arc;

use super::command::{Command, apply};
use super::document::{Journey, Plan, ReportNote, WalkMode};
use super::handbook::Handbook;
use crate::check::Organization;
use crate::package::{PackageSettings, Secrets};
use crate::read::{self, Recognised};
use crate::wizard::{self, Source, WizardError};

/// The reports of the device as it came to the bench.
pub const REPORTS: [&str; 3] = ["systeminfo.txt", "dsregcmd.txt", "readiness.json"];

/// The report that proves the join afterwards.
const PROOF: &str = "dsregcmd-joined.txt";

/// A file of the demo.
///
/// # Errors
/// Only a faulty build lacks one.
pub fn sample(name: &str) -> Result<Source, WizardError> {
    wizard::built_in(&format!("samples/contoso/{name}"))
}

/// The plan of the demo: reports read, answers given, package set, the walk
/// as a rehearsal, the join proven.
///
/// # Errors
/// Only a faulty build has a sample that cannot be read.
pub fn plan(handbook: &Handbook) -> Result<Plan, WizardError> {
    let mut plan = Plan::new(Journey::DeviceInUse);
    for name in REPORTS {
        let report = read_sample(name)?;
        let note = ReportNote::of(&report);
        run(&mut plan, Command::AddReport { note, readings: report.readings, status: None })?;
    }
    let organization: Organization = wizard::parse(&sample("organization.ron")?)?;
    let package: PackageSettings = wizard::parse(&sample("package.ron")?)?;
    run(&mut plan, Command::Rename("Contoso demo".to_owned()))?;
    run(&mut plan, Command::Organization(Box::new(organization)))?;
    run(&mut plan, Command::Account("adele@contoso.com".to_owned()))?;
    run(&mut plan, Command::Package(Box::new(package)))?;
    run(&mut plan, Command::WalkMode(WalkMode::Rehearsal))?;
    let walk = handbook.walks.for_path(plan.journey.path());
    for what_if in walk.iter().flat_map(|walk| &walk.what_ifs).filter(|w| w.id == "mfa") {
        run(&mut plan, Command::WhatIf { id: what_if.id.clone(), on: true })?;
    }
    if let Some(proof) = read_sample(PROOF)?.status {
        run(&mut plan, Command::AddProof(proof))?;
    }
    Ok(plan)
}

/// Secrets for the demo's package. They open nothing.
///
/// # Errors
/// Only a faulty build has a sample that cannot be read.
pub fn secrets() -> Result<Secrets, WizardError> {
    let source = sample("secrets.ron")?;
    Secrets::parse(&source.text).map_err(|fault| fault_of(&source.name, &fault))
}

fn read_sample(name: &str) -> Result<Recognised, WizardError> {
    let source = sample(name)?;
    let mut report =
        read::read(name, source.text.as_bytes()).map_err(|fault| fault_of(name, &fault))?;
    report.source = Arc::from(name);
    Ok(report)
}

fn run(plan: &mut Plan, command: Command) -> Result<(), WizardError> {
    apply(plan, command).map_err(|fault| fault_of("samples/contoso", &fault))
}

fn fault_of(name: &str, fault: &dyn std::fmt::Display) -> WizardError {
    WizardError::of_file(name, fault.to_string())
}
