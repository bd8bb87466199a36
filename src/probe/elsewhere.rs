//! Systems that no Windows device runs: said so, and nothing more.

use super::probed::{Gathering, Probed, System, place};
use super::unseen::Unseen;
use crate::device::Field;

/// A Mac. It runs no Windows, so it never joins.
#[cfg_attr(not(any(target_os = "macos", test)), expect(dead_code, reason = "asked on a Mac only"))]
pub(super) fn mac() -> Probed {
    let mut gathering = Gathering::new();
    gathering.findings.put(Field::Manufacturer, "Apple", "macOS", place("macOS"));
    gathering.unseen(Unseen::Mac);
    gathering.finish(System::MacOs)
}

/// A system that this program knows no questions for.
#[cfg_attr(
    all(any(windows, target_os = "linux", target_os = "macos"), not(test)),
    expect(dead_code, reason = "asked on other systems only")
)]
pub(super) fn other() -> Probed {
    let mut gathering = Gathering::new();
    gathering.unseen(Unseen::UnknownSystem);
    gathering.finish(System::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mac_is_told_that_it_cannot_join() {
        let mac = mac();
        assert_eq!(mac.device().text(Field::Manufacturer), Some("Apple"));
        assert!(mac.problems[0].message.contains("cannot join"), "{:?}", mac.problems);
        assert!(other().readings.is_empty());
    }
}
