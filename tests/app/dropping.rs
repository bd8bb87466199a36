//! Files and folders dropped on the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{DroppedFile, HoveredFile, Key};
use joinbench::app::Opening;
use joinbench::device::Field;
use joinbench::plan::{Journey, Plan};

use crate::bench::{Bench, Setup, sample};

/// What the system hands over of a dropped file.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|fault| fault.to_string())
    }
}

impl Bench {
    /// Drags files over the window; none when they are taken away again.
    pub fn hover(&mut self, paths: &[PathBuf]) {
        let hovered =
            |path: &PathBuf| HoveredFile { path: Some(path.clone()), ..HoveredFile::default() };
        self.harness.input_mut().hovered_files = paths.iter().map(hovered).collect();
        self.settle();
    }

    /// Drops files on the window.
    pub fn drop_files(&mut self, paths: &[PathBuf]) {
        self.hover(&[]);
        let dropped = paths.iter().map(|path| Arc::new(Dropped(path.clone())) as _);
        self.harness.input_mut().dropped_files = dropped.collect();
        self.harness.run();
    }

    fn open_plan(&self) -> &Plan {
        self.harness.state().plan().unwrap()
    }

    fn sources(&self) -> Vec<String> {
        self.open_plan().reports.iter().map(|note| note.source.to_string()).collect()
    }
}

fn home() -> Bench {
    Bench::open(Setup::default())
}

fn demo_at(step: &str) -> Bench {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    bench.go_to(step);
    bench
}

/// A report about the device with this serial number.
fn bios(serial: &str) -> String {
    format!(
        r#"{{"CimClass":"Win32_BIOS","SerialNumber":"{serial}","Manufacturer":"Contoso","SMBIOSBIOSVersion":"1.2"}}"#
    )
}

const LETTER: &str = "Dear Adele,\nthe device is on its way.\n";

#[test]
fn one_report_on_the_first_page_starts_a_plan() {
    let mut bench = home();
    bench.drop_files(&[sample("systeminfo.txt")]);
    assert!(bench.says("Which device is it?"));
    assert_eq!(bench.open_plan().journey, Journey::DeviceInUse);
    assert_eq!(bench.sources(), ["systeminfo.txt"]);
}

#[test]
fn proof_alone_starts_a_proof() {
    let mut bench = home();
    bench.drop_files(&[sample("dsregcmd-joined.txt")]);
    assert_eq!(bench.open_plan().journey, Journey::Proof);
}

#[test]
fn several_reports_about_one_device_become_one_plan() {
    let mut bench = home();
    bench.drop_files(&["systeminfo.txt", "computerinfo.json", "readiness.json"].map(sample));
    assert!(!bench.says("Which of these devices is it?"), "one device was taken for several");
    assert_eq!(bench.sources().len(), 3);
}

#[test]
fn a_folder_is_read_with_the_folders_in_it() {
    let mut bench = home();
    let text = |name: &str| std::fs::read(sample(name)).unwrap();
    bench.write("reports/systeminfo.txt", text("systeminfo.txt"));
    bench.write("reports/admin/readiness.json", text("readiness.json"));
    bench.write("reports/letter.txt", LETTER);
    let folder = bench.folder.path().join("reports");
    bench.drop_files(&[folder]);
    assert_eq!(bench.sources(), ["admin/readiness.json", "systeminfo.txt"]);
    assert!(bench.says("passed over: 1"), "nobody says what was not read");
}

#[test]
fn a_folder_without_files_says_so() {
    let mut bench = home();
    let folder = bench.folder.path().join("empty");
    std::fs::create_dir(&folder).unwrap();
    bench.drop_files(&[folder]);
    assert!(bench.says("empty: There is no file in this folder."));
    assert!(bench.harness.state().plan().is_none());
}

#[test]
fn files_with_one_name_are_told_apart() {
    let mut bench = home();
    let text = |name: &str| std::fs::read(sample(name)).unwrap();
    let one = bench.write("a/report.txt", text("systeminfo.txt"));
    let other = bench.write("b/report.txt", text("dsregcmd.txt"));
    bench.drop_files(&[one, other]);
    assert_eq!(bench.sources().len(), 2, "one file took the place of the other");
}

#[test]
fn a_file_of_the_same_name_from_another_folder_is_another_file() {
    let mut bench = home();
    let text = |name: &str| std::fs::read(sample(name)).unwrap();
    let user = bench.write("user/report.txt", text("systeminfo.txt"));
    let admin = bench.write("admin/report.txt", text("dsregcmd.txt"));
    bench.drop_files(std::slice::from_ref(&user));
    bench.drop_files(std::slice::from_ref(&admin));
    let both = ["report.txt".to_owned(), admin.display().to_string()];
    assert_eq!(bench.sources(), both, "one took the place of the other");
    bench.drop_files(&[admin, user]);
    let mut again = bench.sources();
    again.sort_by_key(String::len);
    assert_eq!(again, both, "what was read before is another file now");
}

#[test]
fn files_of_one_name_wait_side_by_side() {
    let mut bench = home();
    let paths = ["a/bios.json", "b/bios.json"].map(|name| bench.folder.path().join(name));
    for (path, serial) in paths.iter().zip(["CTS0001", "CTS0002"]) {
        bench.write(path.to_str().unwrap(), bios(serial));
    }
    bench.drop_files(&paths);
    let third = bench.write("c/bios.json", bios("CTS0003"));
    bench.drop_files(&[third]);
    for serial in ["CTS0001", "CTS0002", "CTS0003"] {
        assert!(bench.offers(&format!("Take this one: {serial}")), "{serial} is gone");
    }
}

#[test]
fn every_paste_is_a_report_of_its_own() {
    let mut bench = home();
    bench.drop_files(&[sample("systeminfo.txt")]);
    for text in [bios("CTS0001"), r#"{"CimClass":"Win32_ComputerSystem","Model":"Book"}"#.into()] {
        bench.type_into("Paste a report", &text);
        bench.press("Read the text");
    }
    assert_eq!(bench.sources(), ["systeminfo.txt", "pasted text", "pasted text 2"]);
    assert_eq!(bench.open_plan().device.text(Field::Serial), Some("CTS0001"));
    bench.press("Forget pasted text");
    bench.type_into("Paste a report", &bios("CTS0001"));
    bench.press("Read the text");
    assert_eq!(bench.sources(), ["systeminfo.txt", "pasted text 2", "pasted text"]);
}

#[test]
fn every_report_of_a_console_window_is_read_and_forgotten_with_it() {
    let mut bench = home();
    let text = |name: &str| std::fs::read_to_string(sample(name)).unwrap();
    let window = format!(
        "PS C:\\> systeminfo\n{}\nPS C:\\> Confirm-SecureBootUEFI\nTrue\nPS C:\\> dsregcmd /status\n{}",
        text("systeminfo.txt"),
        text("dsregcmd.txt")
    );
    let path = bench.write("window.txt", window);
    bench.drop_files(std::slice::from_ref(&path));
    assert_eq!(bench.sources(), ["window.txt"; 3]);
    let known = bench.open_plan().device.clone();
    assert_eq!(known.text(Field::SecureBoot), Some("on"));
    assert_eq!(known.answer(Field::DomainJoined), Some(true));
    assert_eq!(bench.names_that_start("Encoding of "), ["Encoding of window.txt"]);
    bench.drop_files(&[path]);
    assert_eq!(bench.sources(), ["window.txt"; 3], "read once more, it is there once");
    bench.press("Forget window.txt");
    assert_eq!(bench.sources(), [""; 0]);
    bench.press("Undo");
    assert_eq!(bench.sources(), ["window.txt"; 3]);
}

#[test]
fn a_file_called_like_what_a_person_types_is_still_a_file() {
    let mut bench = home();
    let path = bench.write("typed", bios("CTS0001"));
    bench.drop_files(std::slice::from_ref(&path));
    assert_eq!(bench.sources(), [path.display().to_string()]);
    let serial = bench.open_plan().device.reading(Field::Serial).unwrap();
    assert!(!serial.from.is_typed(), "a file was taken for a person");
}

#[cfg(unix)]
#[test]
fn a_named_pipe_and_a_file_without_end_hold_nothing_up() {
    let mut bench = home();
    let pipe = bench.folder.path().join("pipe");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    bench.drop_files(&[pipe, PathBuf::from("/dev/zero"), sample("systeminfo.txt")]);
    assert!(bench.says("pipe: This is a named pipe, not a file."));
    assert!(bench.says("zero: This file is larger than"));
    assert_eq!(bench.sources(), ["systeminfo.txt"]);
}

#[test]
fn reports_of_several_devices_are_asked_about_and_more_can_be_dropped_then() {
    let mut bench = home();
    let files = [("a.json", "CTS0001"), ("b.json", "CTS0002")];
    let paths = files.map(|(name, serial)| bench.write(name, bios(serial)));
    bench.drop_files(&paths);
    assert!(bench.says("Which of these devices is it?"));
    let more = bench.write("c.json", bios("CTS0003"));
    bench.drop_files(&[more]);
    assert!(bench.offers("Take this one: CTS0001"), "the first files are gone");
    bench.press("Take this one: CTS0003");
    assert_eq!(bench.open_plan().device.text(Field::Serial), Some("CTS0003"));
}

/// A status report of a joined device with this name.
fn joined(name: &str, id: &str) -> String {
    let report = std::fs::read_to_string(sample("dsregcmd-joined.txt")).unwrap();
    let rows = report.lines().map(|line| match line.split_once(" : ") {
        Some((key, _)) if key.trim() == "Device Name" => format!("{key} : {name}"),
        Some((key, _)) if key.trim() == "DeviceId" => format!("{key} : {id}"),
        _ => line.to_owned(),
    });
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn proof_of_another_device_is_asked_about() {
    let mut bench = home();
    let ids = ["aaaabbbb-0000-cccc-1111-dddd2222eeee", "aaaabbbb-0000-cccc-1111-dddd2222ffff"];
    let one = bench.write("a.txt", joined("CT-0001", ids[0]));
    let elevated = bench.write("b.txt", joined("CT-0001", ids[0]));
    let other = bench.write("c.txt", joined("CT-0002", ids[1]));
    bench.drop_files(&[one]);
    bench.drop_files(&[elevated]);
    assert_eq!(bench.open_plan().proof.len(), 2, "two captures of one device");
    bench.drop_files(&[other]);
    assert!(bench.says("Which of these devices is it?"));
    assert_eq!(bench.open_plan().proof.len(), 2);
    bench.press("Take this one: CT-0002");
    let plan = bench.open_plan();
    assert_eq!((plan.journey, plan.proof.len()), (Journey::Proof, 1), "a plan of its own");
}

#[test]
fn proof_of_another_device_than_the_plan_s_is_warned_of() {
    let bench = demo_at("Verify");
    assert!(bench.says("the device that is meant."), "the demo's own report is of another");
    let mut bench = home();
    bench.key(egui::Key::Num2);
    bench.type_into("Device name", "CT-0009");
    bench.go_to("Verify");
    let other = bench.write("other.txt", joined("CT-0001", "aaaabbbb-0000-cccc-1111-dddd2222eeee"));
    bench.drop_files(&[other]);
    assert!(
        bench.says("The report is of CT-0001, but the device that is meant is called CT-0009.")
    );
}

#[test]
fn what_cannot_be_read_is_named_with_the_way_out_and_the_rest_is_read() {
    let mut bench = home();
    let letter = bench.write("letter.txt", LETTER);
    let gone = bench.folder.path().join("gone.txt");
    let huge = bench.folder.path().join("huge.txt");
    // A sparse file: 200 MB that take no room.
    std::fs::File::create(&huge).unwrap().set_len(200 * 1024 * 1024).unwrap();
    bench.drop_files(&[letter, gone, huge, sample("systeminfo.txt")]);
    assert!(bench.says("letter.txt: Nothing here looks like a known report"));
    assert!(bench.says("Choose what a command such as"), "the letter has no way out");
    assert!(bench.says("gone.txt: This file is no longer there. Choose it again"));
    assert!(bench.says("huge.txt: This file is larger than"));
    assert_eq!(bench.sources(), ["systeminfo.txt"]);
}

#[test]
fn many_failures_are_counted() {
    let mut bench = home();
    let gone: Vec<PathBuf> =
        (0..9).map(|n| bench.folder.path().join(format!("gone-{n}.txt"))).collect();
    bench.drop_files(&gone);
    assert!(bench.says("gone-4.txt") && !bench.says("gone-5.txt"));
    assert!(bench.says("4 more files could not be read."));
}

#[test]
fn a_message_goes_when_the_next_file_is_read() {
    let mut bench = demo_at("Device");
    let letter = bench.write("letter.txt", LETTER);
    bench.drop_files(&[letter]);
    assert!(bench.says("letter.txt"));
    bench.drop_files(&[sample("systeminfo.txt")]);
    assert!(!bench.says("letter.txt"), "the old message stands");
}

#[test]
fn a_plan_is_opened() {
    let mut bench = home();
    bench.key(Key::Num1);
    bench.type_into("Model", "Latitude 5440");
    let plan = bench.plan_file();
    bench.press("Joinbench, first page");
    bench.drop_files(&[plan]);
    assert_eq!(bench.open_plan().title(), "Latitude 5440");
}

#[test]
fn pages_that_list_no_reports_say_what_was_read() {
    let mut bench = demo_at("Eligibility");
    bench.drop_files(&[sample("systeminfo.txt")]);
    assert!(bench.says("Read into the plan: systeminfo.txt."));
    assert!(bench.says("Can this device join?"), "the page was left");
}

#[test]
fn what_lies_over_the_page_makes_room_for_what_was_dropped() {
    let mut bench = home();
    bench.press("Capture from a device");
    bench.drop_files(&[sample("systeminfo.txt")]);
    assert!(!bench.says("Without a USB drive"), "the page about capturing is still there");
    assert!(bench.says("Which device is it?"));
    bench.harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::R);
    bench.harness.run();
    bench.drop_files(&[sample("readiness.json")]);
    assert!(bench.says("Which device is it?"), "the rule book is still there");
}

#[test]
fn files_that_hang_over_the_window_show_where_they_go() {
    let mut bench = home();
    bench.hover(&[sample("systeminfo.txt")]);
    assert!(bench.says("Drop it here to read it"));
    bench.hover(&["systeminfo.txt", "dsregcmd.txt", "readiness.json"].map(sample));
    assert!(bench.says("Drop 3 files here to read them"));
    bench.hover(&[]);
    assert!(!bench.says("here to read"), "it stays");
}
