//! The Contoso demo: a sample device, organization and package, read from
//! `wizard/samples` by the same readers and commands as anything else.

use jiff::ToSpan;
use jiff::civil::{Date, date};

use super::command::{AddedReport, Command, apply};
use super::document::{Journey, Plan, WalkMode};
use super::handbook::Handbook;
use crate::check::Organization;
use crate::package::{PackageSettings, Secrets};
use crate::read::{self, Recognised};
use crate::wizard::{self, Source, WizardError};

/// The reports of the device as it came to the bench.
pub const REPORTS: [&str; 4] =
    ["dsregcmd.txt", "computerinfo.json", "systeminfo.txt", "readiness.json"];

/// The report that proves the join afterwards.
pub const PROOF: &str = "dsregcmd-joined.txt";

/// The invented organization.
pub const ORGANIZATION: &str = "organization.ron";

/// Invented secrets for the package.
pub const SECRETS: &str = "secrets.ron";

/// The day on which the demo takes place.
pub const TODAY: Date = date(2026, 11, 22);

/// How long the bulk token still lives in the demo, in days.
const TOKEN_DAYS: i32 = 21;

/// A file of the demo.
///
/// # Errors
/// Only a faulty build lacks one.
pub fn sample(name: &str) -> Result<Source, WizardError> {
    wizard::built_in(&format!("samples/contoso/{name}"))
}

/// The plan of the demo on its own day.
///
/// # Errors
/// Only a faulty build has a sample that cannot be read.
pub fn plan(handbook: &Handbook) -> Result<Plan, WizardError> {
    plan_on(handbook, TODAY)
}

/// The plan of the demo: reports read, answers given, package set, the walk
/// as a rehearsal, the join proven. The bulk token lives on some days from
/// `today`, so that the demo never grows old.
///
/// # Errors
/// Only a faulty build has a sample that cannot be read.
pub fn plan_on(handbook: &Handbook, today: Date) -> Result<Plan, WizardError> {
    let mut plan = Plan::new(Journey::DeviceInUse);
    for name in REPORTS {
        let reports = read_sample(name)?.into_iter().map(AddedReport::of).collect();
        run(&mut plan, Command::AddReports(reports))?;
    }
    let organization: Organization = wizard::parse(&sample(ORGANIZATION)?)?;
    let mut package: PackageSettings = wizard::parse(&sample("package.ron")?)?;
    if let Some(join) = &mut package.bulk_join {
        join.valid_until = today.checked_add(TOKEN_DAYS.days()).ok();
    }
    run(&mut plan, Command::Rename("Contoso demo".to_owned()))?;
    run(&mut plan, Command::Organization(Box::new(organization)))?;
    run(&mut plan, Command::Account("adele@contoso.com".to_owned()))?;
    run(&mut plan, Command::Package(Box::new(package)))?;
    run(&mut plan, Command::WalkMode(WalkMode::Rehearsal))?;
    let walk = handbook.walks.for_path(plan.journey.path());
    for what_if in walk.iter().flat_map(|walk| &walk.what_ifs).filter(|w| w.id == "mfa") {
        run(&mut plan, Command::WhatIf { id: what_if.id.clone(), on: true })?;
    }
    let proof = read_sample(PROOF)?.into_iter().filter_map(|report| report.status).collect();
    run(&mut plan, Command::AddProof(proof))?;
    Ok(plan)
}

/// Secrets for the demo's package. They open nothing.
///
/// # Errors
/// Only a faulty build has a sample that cannot be read.
pub fn secrets() -> Result<Secrets, WizardError> {
    let source = sample(SECRETS)?;
    Secrets::parse(&source.text).map_err(|fault| fault_of(&source.name, &fault))
}

fn read_sample(name: &str) -> Result<Vec<Recognised>, WizardError> {
    let source = sample(name)?;
    read::read(name, source.text.as_bytes()).map_err(|fault| fault_of(name, &fault))
}

fn run(plan: &mut Plan, command: Command) -> Result<(), WizardError> {
    apply(plan, command).map_err(|fault| fault_of("samples/contoso", &fault))
}

fn fault_of(name: &str, fault: &dyn std::fmt::Display) -> WizardError {
    WizardError::of_file(name, fault.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Verdict;
    use crate::device::Field;
    use crate::package::{self, Severity};
    use crate::plan::answers;

    fn handbook() -> Handbook {
        Handbook::built_in().unwrap()
    }

    #[test]
    fn the_reports_of_the_demo_agree_and_are_read_without_a_problem() {
        let plan = plan(&handbook()).unwrap();
        assert_eq!(plan.reports.len(), REPORTS.len());
        for report in &plan.reports {
            assert_eq!(report.problems, [""; 0], "{}", report.source);
        }
        let conflicts: Vec<Field> = plan.device.conflicts().map(|c| c.field).collect();
        assert_eq!(conflicts, []);
    }

    #[test]
    fn the_demo_knows_the_device_in_full() {
        let device = plan(&handbook()).unwrap().device;
        for (field, expected) in [
            (Field::Hostname, "CT-7XK2P13"),
            (Field::Serial, "7XK2P13"),
            (Field::Manufacturer, "Dell Inc."),
            (Field::Model, "Latitude 5440"),
            (Field::EditionId, "Professional"),
            (Field::Build, "26200"),
            (Field::Release, "25H2"),
            (Field::MemoryMb, "16384"),
            (Field::TpmVersion, "2.0"),
            (Field::Firmware, "uefi"),
            (Field::Domain, "CORP"),
            (Field::DomainJoined, "yes"),
            (Field::EntraJoined, "no"),
            (Field::VirtualMachine, "no"),
            (Field::SetupState, "in-use"),
        ] {
            let known = device.value(field).map(ToString::to_string);
            assert_eq!(known.as_deref(), Some(expected), "{field}");
        }
    }

    #[test]
    fn the_demo_can_join_after_a_fix_and_is_proven_afterwards() {
        let handbook = handbook();
        let plan = plan(&handbook).unwrap();
        let report = answers::check(&plan, &handbook, TODAY);
        assert!(matches!(report.verdict, Verdict::Ready | Verdict::Fix), "{:?}", report.verdict);
        let proof = answers::verification(&plan, &handbook, TODAY).unwrap();
        assert!(answers::is_proven(&proof), "{proof:?}");
    }

    #[test]
    fn the_package_of_the_demo_can_be_written() {
        let plan = plan(&handbook()).unwrap();
        let secrets = secrets().unwrap();
        let problems = package::problems(&plan.package, &secrets, &plan.device, TODAY);
        let blocking: Vec<_> = problems.iter().filter(|p| p.severity == Severity::Block).collect();
        assert!(blocking.is_empty(), "{blocking:?}");
    }

    #[test]
    fn the_demo_never_grows_old() {
        let later = date(2031, 5, 1);
        let plan = plan_on(&handbook(), later).unwrap();
        let secrets = secrets().unwrap();
        let problems = package::problems(&plan.package, &secrets, &plan.device, later);
        assert!(!problems.iter().any(package::FieldProblem::blocks), "{problems:?}");
    }

    #[test]
    fn the_sample_of_the_package_is_that_of_the_demos_day() {
        let sample: PackageSettings = wizard::parse(&sample("package.ron").unwrap()).unwrap();
        assert_eq!(plan(&handbook()).unwrap().package, sample);
    }
}
