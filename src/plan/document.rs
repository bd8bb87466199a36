//! The plan: the document a person works on. It holds no secret.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::check::{JoinPath, Organization};
use crate::device::{Conflict, Device, Field, Origin, Reading, THIS_COMPUTER, Value};
use crate::package::PackageSettings;
use crate::probe::Probed;
use crate::read::{Format, Recognised, StatusReport};
use crate::walk::Progress;

/// The schema of the plan files that this version writes.
pub const SCHEMA: u32 = 1;

/// What a plan is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Journey {
    /// A device that still shows its first screens.
    NewDevice,
    /// A device that is set up and used already.
    DeviceInUse,
    /// Only the proof that a device is joined.
    Proof,
}

/// A page of the journey, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Step {
    Device,
    Eligibility,
    Organization,
    SignIn,
    Join,
    Verify,
    Export,
}

impl Journey {
    /// The steps of this journey, in order.
    #[must_use]
    pub const fn steps(self) -> &'static [Step] {
        match self {
            Self::NewDevice | Self::DeviceInUse => &[
                Step::Device,
                Step::Eligibility,
                Step::Organization,
                Step::SignIn,
                Step::Join,
                Step::Verify,
                Step::Export,
            ],
            Self::Proof => &[Step::Verify, Step::Export],
        }
    }

    /// The first step.
    #[must_use]
    pub const fn start(self) -> Step {
        match self {
            Self::NewDevice | Self::DeviceInUse => Step::Device,
            Self::Proof => Step::Verify,
        }
    }

    /// The join path whose screens this journey walks.
    #[must_use]
    pub const fn path(self) -> JoinPath {
        match self {
            Self::NewDevice => JoinPath::OutOfBox,
            Self::DeviceInUse | Self::Proof => JoinPath::Settings,
        }
    }

    /// The journey that leads to where this join path begins.
    #[must_use]
    pub const fn toward(path: JoinPath) -> Self {
        match path {
            JoinPath::Settings | JoinPath::AzureVm => Self::DeviceInUse,
            JoinPath::OutOfBox
            | JoinPath::Package
            | JoinPath::AutopilotUser
            | JoinPath::AutopilotSelf
            | JoinPath::AutopilotPreprovisioned
            | JoinPath::AutopilotExisting => Self::NewDevice,
        }
    }

    /// What the journey says of the device's setup already.
    #[must_use]
    pub const fn setup_state(self) -> Option<&'static str> {
        match self {
            Self::NewDevice => Some("new"),
            Self::DeviceInUse => Some("in-use"),
            Self::Proof => None,
        }
    }

    /// The step after `step`, if there is one.
    #[must_use]
    pub fn after(self, step: Step) -> Option<Step> {
        self.steps().iter().copied().find(|next| *next > step)
    }

    /// The step before `step`, if there is one.
    #[must_use]
    pub fn before(self, step: Step) -> Option<Step> {
        self.steps().iter().copied().rev().find(|previous| *previous < step)
    }
}

/// A file that was read into the plan, as the Device page lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportNote {
    pub source: Arc<str>,
    /// The format's id, for example `systeminfo-text`.
    pub format: String,
    /// Why it was recognised as that.
    pub because: String,
    pub encoding: String,
    /// How many fields it gave.
    pub fields: usize,
    /// What could not be read, with line numbers.
    pub problems: Vec<String>,
}

impl ReportNote {
    /// Whether the file is a list, with a row for each device.
    #[must_use]
    pub fn is_list(&self) -> bool {
        Format::from_id(&self.format).is_some_and(Format::is_list)
    }

    /// The note about a file just read.
    #[must_use]
    pub fn of(read: &Recognised) -> Self {
        Self {
            source: Arc::clone(&read.source),
            format: read.format.id().to_owned(),
            because: read.because.clone(),
            encoding: read.encoding.id().to_owned(),
            fields: read.readings.len(),
            problems: read
                .problems
                .iter()
                .map(|p| format!("line {}: {}", p.line, p.message))
                .collect(),
        }
    }

    /// The source as a heading.
    #[must_use]
    pub fn title(&self) -> &str {
        if &*self.source == THIS_COMPUTER { "This computer" } else { &self.source }
    }

    /// The note about the computer that this program runs on.
    #[must_use]
    pub fn of_this_computer(probed: &Probed) -> Self {
        Self {
            source: Arc::from(THIS_COMPUTER),
            format: "probe".to_owned(),
            because: format!("Joinbench runs on it, under {}.", probed.system.name()),
            encoding: "none".to_owned(),
            fields: probed.readings.len(),
            problems: probed.problems.iter().map(|problem| problem.message.clone()).collect(),
        }
    }
}

/// Whether the screens are done on the device or tried out here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WalkMode {
    #[default]
    AtTheDevice,
    Rehearsal,
}

/// How far the walk is, at the device and in rehearsal apart.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WalkState {
    pub mode: WalkMode,
    pub at_device: Progress,
    pub rehearsal: Progress,
    /// The what-ifs that are switched on in the rehearsal.
    pub what_ifs: BTreeSet<String>,
}

impl WalkState {
    /// The progress of the current mode.
    #[must_use]
    pub fn progress(&self) -> &Progress {
        match self.mode {
            WalkMode::AtTheDevice => &self.at_device,
            WalkMode::Rehearsal => &self.rehearsal,
        }
    }

    /// The progress of the current mode, to change it.
    pub fn progress_mut(&mut self) -> &mut Progress {
        match self.mode {
            WalkMode::AtTheDevice => &mut self.at_device,
            WalkMode::Rehearsal => &mut self.rehearsal,
        }
    }
}

/// When and where the plan was exported last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exported {
    pub at: Timestamp,
    /// The name of the folder, without the folders above it.
    pub folder: String,
    pub files: usize,
}

/// The document.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    pub schema: u32,
    /// Given by a person; empty until then.
    #[serde(default)]
    pub name: String,
    pub journey: Journey,
    pub step: Step,
    /// The steps that were opened; they can be clicked in the rail.
    pub visited: BTreeSet<Step>,
    #[serde(default)]
    pub device: Device,
    /// The conflicts that a person settled, with what the sources said then. A
    /// value that is new opens the conflict again.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub settled: BTreeMap<Field, Vec<Value>>,
    #[serde(default)]
    pub reports: Vec<ReportNote>,
    #[serde(default)]
    pub organization: Organization,
    /// The work or school address of the person who joins.
    #[serde(default)]
    pub account: String,
    #[serde(default)]
    pub walk: WalkState,
    /// The dsregcmd reports that prove the join.
    #[serde(default)]
    pub proof: Vec<StatusReport>,
    #[serde(default)]
    pub package: PackageSettings,
    #[serde(default)]
    pub exported: Option<Exported>,
}

impl Plan {
    /// An empty plan. The journey says already whether the device is in use.
    #[must_use]
    pub fn new(journey: Journey) -> Self {
        let mut device = Device::default();
        if let Some(setup) = journey.setup_state() {
            device.add(Reading::new(Field::SetupState, setup, setup, Origin::typed()));
        }
        Self {
            schema: SCHEMA,
            name: String::new(),
            journey,
            step: journey.start(),
            visited: BTreeSet::from([journey.start()]),
            device,
            settled: BTreeMap::new(),
            reports: Vec::new(),
            organization: Organization::default(),
            account: String::new(),
            walk: WalkState::default(),
            proof: Vec::new(),
            package: PackageSettings::default(),
            exported: None,
        }
    }

    /// Whether a reading is what the journey says, and nobody typed it.
    #[must_use]
    pub fn began_with(&self, reading: &Reading) -> bool {
        let setup = self.journey.setup_state();
        reading.field == Field::SetupState
            && reading.from.is_typed()
            && setup.is_some()
            && reading.value.as_text() == setup
    }

    /// Whether a person chose among all that the sources of a field say.
    #[must_use]
    pub fn is_settled(&self, conflict: &Conflict<'_>) -> bool {
        self.settled
            .get(&conflict.field)
            .is_some_and(|seen| conflict.readings.iter().all(|one| seen.contains(&one.value)))
    }

    /// Whether sources differ and nobody chose among them.
    #[must_use]
    pub fn has_open_conflict(&self) -> bool {
        self.device.conflicts().any(|conflict| !self.is_settled(&conflict))
    }

    /// The device's name in the reports that prove the join.
    fn proven_name(&self) -> Option<&str> {
        let rows =
            self.proof.iter().filter_map(|report| report.find("Device State", "Device Name"));
        rows.map(|row| row.value.as_str()).next()
    }

    /// What the plan is called: its name, else the device's serial and model.
    #[must_use]
    pub fn title(&self) -> String {
        if !self.name.trim().is_empty() {
            return self.name.trim().to_owned();
        }
        let known: Vec<&str> = [Field::Serial, Field::Manufacturer, Field::Model]
            .into_iter()
            .filter_map(|field| self.device.text(field))
            .collect();
        let hostname = self.device.text(Field::Hostname).or_else(|| self.proven_name());
        match (known.as_slice(), hostname) {
            ([], Some(name)) => name.to_owned(),
            ([], None) => "Unnamed device".to_owned(),
            (known, _) => known.join(" "),
        }
    }
}
