//! Devices from a few words, and today's date.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use joinbench::check::{Knowledge, Organization, Report, check};
use joinbench::device::Device;

pub static KNOWLEDGE: LazyLock<Knowledge> = LazyLock::new(|| Knowledge::built_in().unwrap());

pub const TODAY: Date = date(2026, 11, 22);

/// A device and an organization from pairs of id and what a person would type.
pub fn typed<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> (Device, Organization) {
    let mut device = Device::default();
    let mut organization = Organization::default();
    for (id, value) in pairs {
        if let Ok(field) = id.parse() {
            device.type_in(field, value).unwrap_or_else(|e| panic!("{id}: {e}"));
        } else {
            let question = id.parse().unwrap_or_else(|e| panic!("{id}: {e}"));
            organization.type_in(question, value).unwrap_or_else(|e| panic!("{id}: {e}"));
        }
    }
    (device, organization)
}

pub fn report_on(pairs: &[(&str, &str)], today: Date) -> Report {
    let (device, organization) = typed(pairs.iter().copied());
    check(&KNOWLEDGE, &device, &organization, today)
}

pub fn report(pairs: &[(&str, &str)]) -> Report {
    report_on(pairs, TODAY)
}

/// The report for pairs of a case file.
pub fn report_of(pairs: &BTreeMap<String, String>) -> Report {
    let (device, organization) = typed(pairs.iter().map(|(k, v)| (k.as_str(), v.as_str())));
    check(&KNOWLEDGE, &device, &organization, TODAY)
}

/// A laptop in use with nothing against it, as a good report tells.
pub const GOOD: &[(&str, &str)] = &[
    ("edition_id", "Professional"),
    ("installation_type", "Client"),
    ("build", "26200"),
    ("revision", "7171"),
    ("setup_state", "in-use"),
    ("domain_joined", "no"),
    ("entra_joined", "no"),
    ("entra_registered", "no"),
    ("tpm_version", "2.0"),
    ("firmware", "uefi"),
    ("secure_boot", "on"),
    ("memory_mb", "16384"),
    ("storage_bytes", "256 GB"),
    ("cpu_name", "13th Gen Intel(R) Core(TM) i5-1345U"),
    ("virtual_machine", "no"),
];

/// The good laptop with some fields changed; an empty value takes one away.
pub fn good_but<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = GOOD.iter().filter(|(id, _)| !changes.iter().any(|(other, _)| other == id));
    kept.chain(changes).copied().filter(|(_, value)| !value.is_empty()).collect()
}
