//! What was seen of this computer, and what was not.

use std::sync::Arc;

use super::unseen::Unseen;
use crate::device::{Device, Field, Place, Reading, THIS_COMPUTER};
use crate::read::{Findings, Problem};

/// The system that this computer runs now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    Windows,
    Linux,
    MacOs,
    Other,
}

impl System {
    /// The name of the system, as a person knows it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Windows => "Windows",
            Self::Linux => "Linux",
            Self::MacOs => "macOS",
            Self::Other => "another system",
        }
    }
}

/// This computer's readings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probed {
    pub system: System,
    /// One reading a field, its source [`THIS_COMPUTER`].
    pub readings: Vec<Reading>,
    /// What could not be seen, each with the way to see it.
    pub problems: Vec<Problem>,
}

impl Probed {
    /// The readings as a device.
    #[must_use]
    pub fn device(&self) -> Device {
        let mut device = Device::default();
        device.add_all(self.readings.iter().cloned());
        device
    }

    /// Whether it can be the device at all: something was seen of it, and it is
    /// no Mac.
    #[must_use]
    pub fn can_join(&self) -> bool {
        self.system != System::MacOs && !self.readings.is_empty()
    }

    /// Whether the computer says that it still shows its first screens, or has
    /// no Windows that could have shown them.
    #[must_use]
    pub fn is_new(&self) -> bool {
        let setup = self.readings.iter().find(|reading| reading.field == Field::SetupState);
        match setup.and_then(|reading| reading.value.as_text()) {
            Some(state) => state == "new",
            None => self.system != System::Windows,
        }
    }
}

/// Readings in the making. A computer does not contradict itself: where two of
/// its tables speak of a field, the first one asked is the better one.
#[derive(Debug)]
pub(super) struct Gathering {
    pub findings: Findings,
    unseen: Vec<Unseen>,
}

impl Gathering {
    pub fn new() -> Self {
        Self { findings: Findings::new(&Arc::from(THIS_COMPUTER)), unseen: Vec::new() }
    }

    /// Whether a field is known already.
    pub fn knows(&self, field: Field) -> bool {
        self.findings.readings.iter().any(|reading| reading.field == field)
    }

    /// Notes something that could not be seen.
    pub fn unseen(&mut self, what: Unseen) {
        if !self.unseen.contains(&what) {
            self.unseen.push(what);
        }
    }

    /// Notes something that could not be seen, unless the field is known from elsewhere.
    pub fn unseen_unless_known(&mut self, field: Field, what: Unseen) {
        if !self.knows(field) {
            self.unseen(what);
        }
    }

    pub fn finish(self, system: System) -> Probed {
        let mut readings: Vec<Reading> = Vec::new();
        for reading in self.findings.readings {
            if readings.iter().all(|earlier| earlier.field != reading.field) {
                readings.push(reading);
            }
        }
        let source: Arc<str> = Arc::from(THIS_COMPUTER);
        let unseen = self.unseen.into_iter().map(|what| Problem::of_file(&source, what.words()));
        Probed { system, readings, problems: unseen.collect() }
    }
}

/// The place of a value, as a person would look it up.
pub(super) fn place(name: &str) -> Place {
    Place::Key(Arc::from(name))
}
