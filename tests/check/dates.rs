//! The same device on different days.

use jiff::civil::{Date, date};
use joinbench::check::{Derived, Fact, facts};

use crate::support::{KNOWLEDGE, good_but, report_on, typed};

fn check(edition: &str, build: &str, days: &[(Date, &str)]) {
    let (device, organization) = typed([("edition_id", edition), ("build", build)]);
    for (today, expected) in days {
        let facts = facts(&KNOWLEDGE, &device, &organization, *today);
        let service = facts.text(Fact::Derived(Derived::ReleaseService));
        assert_eq!(service, Some(*expected), "{edition} {build} on {today}");
    }
}

#[test]
fn the_last_day_of_service_is_still_in_service() {
    let days = [
        (date(2026, 11, 9), "in-service"),
        (date(2026, 11, 10), "in-service"),
        (date(2026, 11, 11), "ended"),
    ];
    check("Enterprise", "22631", &days);
}

#[test]
fn windows_10_goes_from_service_to_extended_updates_to_its_end() {
    let days = [
        (date(2025, 10, 14), "in-service"),
        (date(2025, 10, 15), "esu"),
        (date(2028, 10, 10), "esu"),
        (date(2028, 10, 11), "ended"),
    ];
    check("Professional", "19045", &days);
}

#[test]
fn editions_of_one_build_end_on_days_of_their_own() {
    let day = date(2027, 6, 1);
    check("Professional", "26100", &[(day, "ended")]);
    check("Education", "26100", &[(day, "in-service")]);
    check("EnterpriseS", "26100", &[(date(2030, 1, 1), "ended")]);
    check("IoTEnterpriseS", "26100", &[(date(2030, 1, 1), "in-service")]);
    check("CloudEdition", "26100", &[(date(2026, 10, 13), "in-service"), (day, "ended")]);
    check("ServerStandard", "26100", &[(date(2034, 1, 1), "in-service")]);
}

#[test]
fn the_report_of_a_device_changes_on_the_day_after_its_last() {
    let device = good_but(&[
        ("build", "22631"),
        ("edition_id", "Enterprise"),
        ("autopilot_registered", "yes"),
        ("setup_state", "new"),
    ]);
    for (today, expected) in [(date(2026, 11, 10), "ready"), (date(2026, 11, 11), "blocked")] {
        let report = report_on(&device, today);
        let path = report.path(joinbench::check::JoinPath::AutopilotUser).unwrap();
        assert_eq!(path.verdict.id(), expected, "on {today}");
    }
}
