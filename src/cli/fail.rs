//! Everything that can go wrong on the command line, in words: the problem,
//! and what to try next.

use std::path::Path;

use serde::Serialize;

use super::reply::{Exit, Reply, SCHEMA};
use crate::app::OpenError;
use crate::device::Field;
use crate::files::FileFault;
use crate::package::{ExportRefused, SecretsError};
use crate::plan::export::ExportFailed;
use crate::plan::file::BadPlan;
use crate::plan::ron_file::RonFileError;
use crate::plan::store::StoreError;
use crate::read::Problem;
use crate::wizard::WizardError;

/// Why a command gives no result.
#[derive(Debug, thiserror::Error)]
pub enum Fail {
    #[error("{message}")]
    Misused { message: String, hint: String },
    #[error("{typed} stands before a command. Name a plan or a command, not both.")]
    PlanBeforeCommand { typed: String },
    #[error("--json goes with a command; the window prints nothing.")]
    JsonWithoutCommand,
    #[error("{typed} is no command, and no plan of that name is here.")]
    NeitherCommandNorPlan { typed: String, meant: Option<String> },
    #[error("Nothing could be read from {}.", if *.files == 1 { "this file" } else { "these files" })]
    NothingRead { files: usize, problems: Vec<Problem> },
    #[error("No rule with the id {rule} fires for this device, so there is nothing to fix.")]
    NothingToFix { rule: String },
    #[error("{asked} is no situation.")]
    NoSituation { asked: String },
    #[error("None of these files is a report of dsregcmd /status.")]
    NoStatus { problems: Vec<Problem> },
    #[error("{file} lists {devices} devices, and nothing says which one is meant.")]
    SeveralDevices { file: String, devices: usize, example: String },
    #[error("These reports are about {} devices: {}.", .devices.len(), few(.devices))]
    SeveralInReports { devices: Vec<String> },
    #[error("{asked} is none of the devices that these reports are about: {}.", few(.devices))]
    NotAmongThem { asked: String, devices: Vec<String> },
    #[error("{asked} is not in {files}.")]
    NoSuchDevice { asked: String, files: String },
    #[error("{asked} stands there, but its row was left aside.")]
    LeftAside { asked: String, problems: Vec<Problem> },
    #[error("{} devices are called {asked}: {}.", .devices.len(), few(.devices))]
    SeveralCalled { asked: String, devices: Vec<String> },
    #[error("{rows} rows of {file} are called {asked}, with different {}.", plural(*.differ_in))]
    SeveralOfThatName { asked: String, file: String, rows: usize, differ_in: Field },
    /// Another one, and what is wrong with files besides.
    #[error("{fail}")]
    After { fail: Box<Self>, problems: Vec<Problem> },
    #[error("There is no Autopilot hardware hash in this file.")]
    NoHash { problems: Vec<Problem> },
    #[error("{path}: {fault}")]
    File { path: String, fault: FileFault },
    #[error("{path}: {fault}")]
    Secrets { path: String, fault: SecretsError },
    #[error("{path}: {fault}")]
    Plan { path: String, fault: BadPlan },
    #[error(transparent)]
    Wizard(#[from] WizardError),
    #[error(transparent)]
    RonFile(#[from] RonFileError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Refused(#[from] ExportRefused),
    #[error(transparent)]
    Export(#[from] ExportFailed),
    #[error(transparent)]
    Window(#[from] OpenError),
    #[error("The result could not be written as JSON: {0}.")]
    Json(#[from] serde_json::Error),
}

impl Fail {
    pub fn file(path: &Path, fault: FileFault) -> Self {
        Self::File { path: path.display().to_string(), fault }
    }

    /// The same, told after these problems.
    pub fn after(self, problems: Vec<Problem>) -> Self {
        if problems.is_empty() { self } else { Self::After { fail: Box::new(self), problems } }
    }

    /// What to do next.
    fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Misused { hint, .. } => hint.clone(),
            Self::PlanBeforeCommand { .. } | Self::JsonWithoutCommand => {
                "joinbench --help".to_owned()
            }
            Self::NeitherCommandNorPlan { meant: Some(command), .. } => {
                format!("joinbench {command} --help")
            }
            Self::NeitherCommandNorPlan { meant: None, .. } => {
                "joinbench --help for the commands, or joinbench alone to open a plan".to_owned()
            }
            Self::NothingRead { .. } => {
                "joinbench read --help, which lists what is read, or joinbench capture, for a \
                 script that asks the device"
                    .to_owned()
            }
            Self::SeveralDevices { example, .. } => format!("--device {example}"),
            Self::After { fail, .. } => fail.hint()?,
            Self::SeveralInReports { devices }
            | Self::NotAmongThem { devices, .. }
            | Self::SeveralCalled { devices, .. } => {
                let first = devices.first().and_then(|label| label.split(' ').next());
                format!("--device {}", first.unwrap_or("SERIAL"))
            }
            Self::NoSuchDevice { .. } => {
                "--device with a serial number, a device name, a UUID or a device ID of the list"
                    .to_owned()
            }
            Self::SeveralOfThatName { differ_in, .. } => told_apart_by(*differ_in).to_owned(),
            Self::NoStatus { .. } => {
                "dsregcmd /status > dsregcmd.txt on the device, and name that file".to_owned()
            }
            Self::NoHash { .. } => {
                "AutopilotHWID.csv as the device wrote it, or a text with a hash a line".to_owned()
            }
            Self::NoSituation { .. } => "joinbench joins, to see the situations".to_owned(),
            Self::NothingToFix { .. } => {
                "the same command without --if-fixed, to see which rules fire".to_owned()
            }
            Self::RonFile(RonFileError::NoRules { .. }) => {
                "joinbench rules, to see what a rule says".to_owned()
            }
            Self::Store(fault) => fault.hint()?,
            Self::Window(OpenError::NoDisplay | OpenError::NotOpened(_)) => {
                "joinbench check FILE, joinbench demo --to DIR, or joinbench --help".to_owned()
            }
            Self::Refused(ExportRefused::Blocked(_)) => {
                "joinbench PLAN, and put the fields right on the Export page".to_owned()
            }
            _ => return None,
        };
        Some(hint)
    }

    /// All that is told, once each.
    fn problems(&self) -> Vec<&Problem> {
        let mut told: Vec<&Problem> = Vec::new();
        for problem in self.own_problems() {
            if !told.contains(&problem) {
                told.push(problem);
            }
        }
        told
    }

    fn own_problems(&self) -> Vec<&Problem> {
        match self {
            Self::NothingRead { problems, .. }
            | Self::NoStatus { problems }
            | Self::LeftAside { problems, .. }
            | Self::NoHash { problems } => problems.iter().collect(),
            Self::After { fail, problems } => problems.iter().chain(fail.own_problems()).collect(),
            _ => Vec::new(),
        }
    }

    /// The lines for standard error.
    pub fn words(&self) -> Vec<String> {
        let problems = self.problems().into_iter().map(ToString::to_string);
        let hint = self.hint().map(|hint| format!("try: {hint}"));
        problems.chain([format!("error: {self}")]).chain(hint).collect()
    }

    /// The document for scripts; as text there is no result.
    pub fn reply(&self) -> Reply {
        let document = Document {
            schema: SCHEMA,
            error: Error { message: self.to_string(), hint: self.hint() },
            problems: self.problems(),
        };
        let json = serde_json::to_string_pretty(&document).unwrap_or_default();
        Reply { exit: Exit::Unusable, text: String::new(), json: json + "\n", notes: Vec::new() }
    }
}

/// What stands on standard output in place of a result when JSON was asked for.
#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    error: Error,
    problems: Vec<&'a Problem>,
}

#[derive(Serialize)]
struct Error {
    message: String,
    hint: Option<String>,
}

/// In what rows of one name differ.
fn plural(field: Field) -> &'static str {
    match field {
        Field::Serial => "serial numbers",
        Field::Uuid => "UUIDs",
        Field::DeviceId => "device IDs",
        Field::Manufacturer => "manufacturers",
        Field::Model => "models",
        Field::Domain => "domains",
        _ => "device names",
    }
}

/// By what rows of one name are told apart.
fn told_apart_by(differ_in: Field) -> &'static str {
    match differ_in {
        Field::Serial => "--device with the serial number",
        Field::Uuid => "--device with the UUID",
        Field::DeviceId => "--device with the device ID",
        Field::Manufacturer => "--device with the device name or the device ID",
        _ => "a list in which the row of that device stands alone",
    }
}

/// The first names of a list, and how many follow.
fn few(names: &[String]) -> String {
    const MOST: usize = 20;
    let shown = names.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}
