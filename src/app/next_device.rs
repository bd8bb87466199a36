//! The next device at the bench: a plan of its own, from the scan on.

use super::window::Window;
use crate::device::Reading;
use crate::plan::Command;

impl Window {
    /// Opens an empty plan for the device whose label was scanned. The scanner
    /// keeps what a person answered, and the codes that wait.
    pub(super) fn next_device(&mut self, readings: Vec<Reading>) {
        let Some(journey) = self.plan().map(|plan| plan.journey) else { return };
        let scanner = std::mem::take(&mut self.desk.scanner);
        self.start(journey);
        self.desk.scanner = scanner;
        self.run(Command::Scan(readings));
    }
}
