//! This computer as the device, or as the bench.

use egui::Key;
use joinbench::plan::{Journey, Step};
use joinbench::probe::Probed;
use joinbench::probe::windows::{Answer, Data, Registry, Sources, Spot, Tpm, readings};

use crate::bench::{Bench, Setup};

/// A computer with Windows 11 Pro.
pub fn invented() -> Probed {
    let values = [
        ("Hostname", Data::Text("CT-0042".to_owned())),
        ("EditionID", Data::Text("Professional".to_owned())),
        ("InstallationType", Data::Text("Client".to_owned())),
        ("CurrentBuildNumber", Data::Text("26100".to_owned())),
        ("UBR", Data::Number(4061)),
        ("DisplayVersion", Data::Text("24H2".to_owned())),
        ("PROCESSOR_ARCHITECTURE", Data::Text("AMD64".to_owned())),
        ("OOBEInProgress", Data::Number(0)),
    ];
    let spot = |name: &str| *Spot::ALL.iter().find(|spot| spot.name == name).unwrap();
    let registry = Registry(values.map(|(name, data)| (spot(name), data)).into());
    readings(&Sources {
        registry,
        tpm: Tpm::Version(2),
        firmware_type: Some(2),
        domain: Answer::IsNot,
        entra: Answer::IsNot,
        enrolled: Some(false),
        volume_bytes: Some(255_000_000_000),
        ..Sources::default()
    })
}

#[test]
fn the_device_itself_fills_a_plan() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num5);
    assert!(bench.says("Is this computer the device that will join?"));
    bench.press("Yes, read it");
    assert!(bench.says("Which device is it?"));
    assert!(bench.says("CT-0042"), "the name was not read");
    assert!(bench.says("From this computer: registry EditionID"), "the source is not named");
    assert!(bench.says("label on the case"), "what was not seen is not told");
    let plan = bench.harness.state().plan().unwrap();
    assert_eq!((plan.journey, plan.step), (Journey::DeviceInUse, Step::Device));
    assert_eq!(plan.device.conflicts().count(), 0);
    assert_eq!(plan.reports[0].format, "probe");
}

#[test]
fn nothing_is_taken_from_the_bench() {
    let mut bench = Bench::open(Setup::default());
    bench.press("Read this computer");
    bench.press("No, it is the bench");
    assert!(bench.says("Nothing was taken from this computer."));
    assert!(bench.harness.state().plan().is_none());

    bench.key(Key::Num1);
    bench.press("Read this computer");
    bench.press("No, it is the bench");
    assert!(bench.harness.state().plan().unwrap().reports.is_empty());
}

#[test]
fn closing_the_question_answers_nothing() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num5);
    bench.key(Key::Escape);
    assert!(!bench.says("Is this computer the device"));
    assert!(!bench.says("Nothing was taken"));
    assert!(bench.harness.state().plan().is_none());
}

#[test]
fn the_question_is_asked_once_a_plan() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num2);
    bench.press("Read this computer");
    bench.press("Yes, read it");
    bench.press("Read this computer");
    assert!(!bench.says("Is this computer the device"));
    assert_eq!(bench.harness.state().plan().unwrap().reports.len(), 1);
}

#[test]
fn what_was_read_can_be_undone_and_forgotten() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num2);
    bench.press("Read this computer");
    bench.press("Yes, read it");
    bench.press("Forget this computer");
    assert!(!bench.says("CT-0042"));
    bench.leave_control();
    bench.press("Undo");
    assert!(bench.says("CT-0042"));
}
