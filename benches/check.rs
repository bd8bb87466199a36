//! How many devices a second one core judges, and how long a full report takes.
//!
//! Run with `cargo bench --bench check`.
#![allow(clippy::unwrap_used)]

use divan::Bencher;
use divan::counter::ItemsCount;
use jiff::civil::{Date, date};
use joinbench::check::{Knowledge, Organization, check, facts, judge};
use joinbench::device::Device;

const TODAY: Date = date(2026, 11, 22);

fn main() {
    divan::main();
}

/// A laptop as a merge of ordinary reports describes it; its processor is
/// known by name only, which is the slow way.
fn laptop() -> Device {
    let fields = [
        ("hostname", "CTS-0001"),
        ("manufacturer", "Contoso"),
        ("model", "Book 14"),
        ("serial", "CTS0001"),
        ("edition_id", "Professional"),
        ("sku", "48"),
        ("installation_type", "Client"),
        ("build", "19045"),
        ("revision", "6456"),
        ("memory_mb", "16265"),
        ("storage_bytes", "256 GB"),
        ("cpu_name", "AMD Ryzen 5 PRO 5650U with Radeon Graphics"),
        ("tpm_version", "2.0"),
        ("firmware", "uefi"),
        ("secure_boot", "on"),
        ("virtual_machine", "no"),
        ("domain_joined", "yes"),
        ("domain", "corp.contoso.com"),
        ("entra_joined", "no"),
        ("entra_registered", "no"),
        ("setup_state", "in-use"),
    ];
    let mut device = Device::default();
    for (id, value) in fields {
        device.type_in(id.parse().unwrap(), value).unwrap();
    }
    device
}

#[divan::bench]
fn judge_one_device(bencher: Bencher) {
    let knowledge = Knowledge::built_in().unwrap();
    let (device, organization) = (laptop(), Organization::default());
    bencher.counter(ItemsCount::new(1_u32)).bench(|| {
        let facts = facts(&knowledge, divan::black_box(&device), &organization, TODAY);
        judge(&knowledge.rules, &facts).verdict()
    });
}

#[divan::bench]
fn work_out_the_facts(bencher: Bencher) {
    let knowledge = Knowledge::built_in().unwrap();
    let (device, organization) = (laptop(), Organization::default());
    bencher.bench(|| facts(&knowledge, divan::black_box(&device), &organization, TODAY));
}

#[divan::bench]
fn explain_one_device(bencher: Bencher) {
    let knowledge = Knowledge::built_in().unwrap();
    let (device, organization) = (laptop(), Organization::default());
    bencher.bench(|| check(&knowledge, divan::black_box(&device), &organization, TODAY));
}

#[divan::bench]
fn read_the_knowledge() -> Knowledge {
    Knowledge::built_in().unwrap()
}
