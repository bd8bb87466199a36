//! What the gate of Windows 11 means for a device today, by the Windows on it.

use jiff::civil::{Date, date};
use joinbench::check::{Finding, Registrable};

use crate::support::{good_but, report, report_on};

/// The finding on the gate for a device that fails it by its memory.
fn gate(edition: &str, build: &str, today: Date) -> Finding {
    let pairs = [("edition_id", edition), ("build", build), ("memory_mb", "2048")];
    report_on(&pairs, today).finding("H09").unwrap().clone()
}

fn check(edition: &str, build: &str, today: Date, says: &str) {
    let finding = gate(edition, build, today);
    assert!(finding.because.contains(says), "{edition} {build} {today}: {}", finding.because);
}

#[test]
fn windows_10_on_three_days_around_the_end_of_its_service() {
    check("Professional", "19045", date(2025, 10, 14), "gets updates until October 14, 2025");
    check("Professional", "19045", date(2025, 10, 15), "can buy until October 10, 2028");
    check("Professional", "19045", date(2028, 10, 10), "without them it can be joined");
    check("Professional", "19045", date(2028, 10, 11), "got its last update on October 10, 2028");
}

#[test]
fn a_long_term_release_keeps_its_updates_without_an_extra() {
    let today = date(2026, 11, 22);
    check("EnterpriseS", "17763", today, "gets updates until January 9, 2029 without any extra");
    check("EnterpriseS", "19044", today, "until January 12, 2027");
    check("IoTEnterpriseS", "19044", today, "until January 13, 2032");
    check("EnterpriseS", "14393", today, "Extended Security Updates");
    check("EnterpriseS", "10240", today, "got its last update on October 14, 2025");
}

#[test]
fn windows_11_on_such_hardware_and_windows_server_are_told_as_what_they_are() {
    let today = date(2026, 11, 22);
    check("Professional", "26200", today, "runs Windows 11 already");
    check("Professional", "26100", today, "last update on October 13, 2026");
    check("ServerStandard", "20348", today, "does not ask for what Windows 11 asks for");
}

#[test]
fn what_it_was_read_from_goes_with_what_it_means() {
    let finding = gate("Professional", "19045", date(2026, 11, 22));
    let read: Vec<&str> = finding.evidence.iter().map(|one| one.field.as_str()).collect();
    assert!(read.contains(&"memory_mb") && read.contains(&"build"), "{read:?}");
}

#[test]
fn a_windows_that_is_not_known_leaves_the_meaning_out() {
    let finding = report(&[("memory_mb", "2048")]).finding("H09").unwrap().clone();
    assert!(finding.because.ends_with("by the Windows that it runs."), "{}", finding.because);
}

#[test]
fn registration_is_an_alternative_and_never_a_path() {
    let check = |pairs: &[(&str, &str)], expected: Registrable| {
        let report = report(pairs);
        assert_eq!(report.registration().verdict, expected, "{pairs:?}");
        let json = serde_json::to_value(&report).unwrap();
        assert_eq!(json["alternatives"][0]["path"], "registration");
        let paths = json["paths"].as_array().unwrap();
        assert!(paths.iter().all(|path| path["path"] != "registration"));
    };
    check(&[("edition_id", "Core")], Registrable::Possible);
    check(&good_but(&[]), Registrable::Possible);
    check(&good_but(&[("entra_joined", "yes")]), Registrable::NotForThis);
    check(&[("edition_id", "ServerStandard")], Registrable::NotForThis);
    check(&[("installation_type", "Server Core")], Registrable::NotForThis);
    check(&[("edition_id", "EnterpriseG")], Registrable::Unknown);
    check(&[], Registrable::Unknown);
}
