//! The scan field, and "Capture from a device".

use egui::{Event, Key, Modifiers, OutputCommand};
use joinbench::app::Opening;
use joinbench::device::Field;
use joinbench::plan::Plan;
use joinbench::read::Script;

use crate::bench::{Bench, Setup};

const FIELD: &str = "Scan field";

impl Bench {
    /// Types a code and Enter, as a scanner does.
    fn scan(&mut self, code: &str) {
        self.scan_to(code, Key::Enter);
    }

    /// All letters at once: a frame of the test lasts longer than a scan.
    fn scan_to(&mut self, code: &str, end: Key) {
        self.harness.event(Event::Text(code.to_owned()));
        self.harness.step();
        self.harness.key_press(end);
        self.harness.run();
    }

    /// All keys of several codes in one frame, as a fast scanner types them on a
    /// slow screen.
    fn scan_in_one_frame(&mut self, codes: &[&str], end: Key) {
        for code in codes {
            let letters = code.chars().map(|letter| Event::Text(letter.to_string()));
            let events = &mut self.harness.input_mut().events;
            events.extend(letters);
            events.extend([key(end, true), key(end, false)]);
        }
        self.harness.run();
    }

    fn click_beside_everything(&mut self) {
        let beside = egui::pos2(700.0, 740.0);
        self.harness.drag_at(beside);
        self.harness.drop_at(beside);
        self.harness.run();
    }

    fn command_key(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.harness.run();
    }

    fn device_text(&self, field: Field) -> Option<String> {
        let plan: &Plan = self.harness.state().plan().unwrap();
        plan.device.text(field).map(str::to_owned)
    }

    /// Presses a button and says what it puts on the clipboard.
    fn copies(&mut self, button: &str) -> Option<String> {
        self.tab_to(button);
        // Only the frame of the click has it.
        self.harness.key_down(Key::Enter);
        self.harness.step();
        let copied = self.on_clipboard();
        self.harness.key_up(Key::Enter);
        self.harness.run();
        copied
    }

    fn on_clipboard(&self) -> Option<String> {
        self.harness.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        })
    }
}

fn key(key: Key, pressed: bool) -> Event {
    let modifiers = Modifiers::NONE;
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
}

/// A new plan on the Device page, with the keyboard in the scan field.
fn at_the_field() -> Bench {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num1);
    assert_eq!(bench.focused().as_deref(), Some(FIELD));
    bench
}

#[test]
fn a_scan_fills_the_device_and_the_field_is_ready_for_the_next() {
    let mut bench = at_the_field();
    bench.scan("1S20LFS06600PF1A2B3C");
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("PF1A2B3C"));
    assert_eq!(bench.device_text(Field::Model).as_deref(), Some("20LFS06600"));
    assert_eq!(bench.device_text(Field::Manufacturer).as_deref(), Some("LENOVO"));
    assert!(bench.says("Serial number PF1A2B3C") && bench.says("Scanned from the label"));
    assert_eq!(bench.focused().as_deref(), Some(FIELD));
    bench.scan("P/N: 1A2B3EA#ABD");
    assert_eq!(bench.device_text(Field::SkuNumber).as_deref(), Some("1A2B3EA#ABD"));
}

const ANOTHER: &str = "Another serial number: the next device, or a correction?";

#[test]
fn another_serial_number_is_asked_about_and_nothing_of_it_taken_unasked() {
    for code in ["S/N: PF9Z8Y7X", "7XK4PQ2", "CTS-0042/7", "1S21AHS00042PF9Z8Y7X"] {
        let mut bench = at_the_field();
        bench.scan("1S20LFS06600PF1A2B3C");
        bench.scan(code);
        assert!(bench.says(ANOTHER), "{code}");
        assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("PF1A2B3C"), "{code}");
        assert_eq!(bench.device_text(Field::Model).as_deref(), Some("20LFS06600"), "{code}");
        assert_eq!(bench.focused().as_deref(), Some(FIELD));
    }
}

#[test]
fn the_same_serial_number_is_not_asked_about() {
    let mut bench = at_the_field();
    bench.scan("1S20LFS06600PF1A2B3C");
    bench.scan("S/N: pf1a2b3c");
    assert!(!bench.says(ANOTHER));
}

#[test]
fn the_next_device_gets_a_plan_of_its_own_with_what_was_scanned_since() {
    let mut bench = at_the_field();
    bench.scan("1S20LFS06600PF1A2B3C");
    bench.scan_in_one_frame(&["7XK4PQ2", "P/N: 1A2B3EA#ABD"], Key::Enter);
    assert!(bench.says("Codes that wait for the answer: 1."));
    bench.command_key(Key::Num1);
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("7XK4PQ2"));
    assert_eq!(bench.device_text(Field::SkuNumber).as_deref(), Some("1A2B3EA#ABD"));
    assert_eq!(bench.device_text(Field::Manufacturer), None, "the devices are mixed");
    assert_eq!(bench.focused().as_deref(), Some(FIELD));
    let plans = std::fs::read_dir(bench.folder.path().join("plans")).unwrap();
    let names = plans.map(|plan| plan.unwrap().path());
    let plans = names.filter(|path| path.extension().is_some_and(|end| end == "joinplan"));
    assert_eq!(plans.count(), 2, "the first device is lost");
}

#[test]
fn a_correction_replaces_all_that_was_scanned() {
    let mut bench = at_the_field();
    bench.scan("1S20LFS06600PF1A2B3C");
    bench.scan("7XK4PQ2");
    bench.press("A correction: replace what was scanned");
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("7XK4PQ2"));
    assert_eq!(bench.device_text(Field::Model), None, "the devices are mixed");
    assert_eq!(bench.focused().as_deref(), Some(FIELD));
    bench.command_key(Key::Z);
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("PF1A2B3C"));
    assert_eq!(bench.device_text(Field::Model).as_deref(), Some("20LFS06600"));
}

#[test]
fn a_code_can_be_left_out_with_those_behind_it() {
    let mut bench = at_the_field();
    bench.scan("S/N: PF1A2B3C");
    bench.scan("7XK4PQ2");
    bench.scan("P/N: 1A2B3EA#ABD");
    bench.command_key(Key::Num3);
    assert!(bench.says("Left out") && bench.says("left out, too: 1."));
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("PF1A2B3C"));
    assert_eq!(bench.device_text(Field::SkuNumber), None);
}

#[test]
fn a_windows_product_id_is_no_serial_number() {
    let mut bench = at_the_field();
    bench.scan("00330-80000-00000-AA123");
    assert_eq!(bench.device_text(Field::Serial), None);
    assert!(bench.says("Windows Product ID 3308") && !bench.says("AA123"));
}

#[test]
fn what_a_plan_has_no_place_for_is_said_to_be_not_kept() {
    let mut bench = at_the_field();
    for (code, says) in [
        ("A4:BB:6D:12:34:56", "MAC address A4:BB:6D:12:34:56 (not kept)"),
        ("4006381333931", "Article number 4006381333931 (not kept)"),
    ] {
        bench.scan(code);
        assert!(bench.says(says), "{code}");
    }
}

#[test]
fn what_arrived_is_shown_where_it_is_not_understood() {
    let mut bench = at_the_field();
    bench.scan("Hello there");
    assert!(bench.says("What arrived:") && bench.says("Hello there"));
    bench.scan("S/N: PF1A2B3C");
    assert!(!bench.says("Hello there"));
}

#[test]
fn a_code_of_another_keyboard_layout_is_repaired_with_a_warning() {
    let mut bench = at_the_field();
    bench.scan("+C1010950110153000321PF7777ZY");
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("PF7777YZ"));
    assert!(bench.says("The scanner types for another keyboard"));
}

#[test]
fn enter_in_the_scan_field_presses_no_button() {
    let mut bench = at_the_field();
    bench.scan("5CG1234ABC");
    bench.key(Key::Enter);
    bench.scan("");
    assert!(bench.says("Which device is it?"), "the page was left");
}

#[test]
fn a_scanner_may_end_a_code_with_tab() {
    let mut bench = at_the_field();
    bench.scan_to("5CG1234ABC", Key::Tab);
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("5CG1234ABC"));
    assert_eq!(bench.focused().as_deref(), Some(FIELD));
}

#[test]
fn several_codes_in_one_frame_are_each_a_scan() {
    for end in [Key::Enter, Key::Tab] {
        let mut bench = at_the_field();
        bench.scan_in_one_frame(&["S/N: PF1A2B3C", "MTM: 20LFS06600", "P/N: 1A2B3EA#ABD"], end);
        assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("PF1A2B3C"));
        assert_eq!(bench.device_text(Field::Model).as_deref(), Some("20LFS06600"));
        assert_eq!(bench.device_text(Field::SkuNumber).as_deref(), Some("1A2B3EA#ABD"));
        assert_eq!(bench.focused().as_deref(), Some(FIELD));
    }
}

#[test]
fn the_field_has_the_keyboard_after_a_click_beside_everything() {
    let mut bench = at_the_field();
    bench.click_beside_everything();
    assert_eq!(bench.focused().as_deref(), Some(FIELD));
}

#[test]
fn a_scan_that_meets_no_field_goes_to_the_scan_field_and_not_on() {
    for leave in [Bench::leave_control, |bench: &mut Bench| bench.tab_to("Choose reports")] {
        let mut bench = at_the_field();
        leave(&mut bench);
        bench.scan_in_one_frame(&["S/N: PF1A2B3C"], Key::Enter);
        assert!(bench.says("Which device is it?"), "the page was left");
        assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("PF1A2B3C"));
        assert_eq!(bench.focused().as_deref(), Some(FIELD));
    }
}

#[test]
fn escape_leaves_the_field_and_enter_does_not_go_on() {
    let mut bench = at_the_field();
    bench.leave_control();
    bench.key(Key::Enter);
    assert!(bench.says("Which device is it?"), "the page was left");
    bench.press("Next: Eligibility");
    assert!(bench.says("Can this device join?"), "the keyboard has no way on");
}

#[test]
fn what_is_typed_into_another_field_stays_there() {
    let mut bench = at_the_field();
    bench.type_into("Model", "Latitude 5440");
    bench.key(Key::Enter);
    assert!(bench.says("Which device is it?"), "the page was left");
    assert_eq!(bench.device_text(Field::Model).as_deref(), Some("Latitude 5440"));
    assert_eq!(bench.focused().as_deref(), Some(FIELD));
}

#[test]
fn enter_that_ends_typing_does_not_go_on_but_the_next_one_does() {
    let mut bench = at_the_field();
    bench.go_to("Sign-in");
    bench.type_into("Work or school address", "adele@contoso.com");
    bench.key(Key::Enter);
    assert!(bench.offers("Work or school address"), "the page was left");
    bench.key(Key::Enter);
    assert!(!bench.offers("Work or school address"), "Enter does not go on");
}

#[test]
fn control_and_a_bracket_separate_the_parts_of_a_code() {
    let mut bench = at_the_field();
    bench.harness.event(Event::Text("]C1010950600013435221PF7777ZY".to_owned()));
    bench.harness.step();
    bench.harness.key_press_modifiers(Modifiers::CTRL, Key::CloseBracket);
    bench.harness.step();
    bench.scan("10ABC");
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("PF7777ZY"));
}

#[test]
fn a_person_leaves_the_field_with_tab() {
    let mut bench = at_the_field();
    bench.key(Key::Tab);
    assert_ne!(bench.focused().as_deref(), Some(FIELD));
}

#[test]
fn an_ambiguous_code_is_asked_about_once() {
    let mut bench = at_the_field();
    bench.scan("20LFS06600");
    assert!(bench.says("What is this code?"));
    assert_eq!(bench.device_text(Field::Serial), None);
    bench.command_key(Key::Num2);
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("20LFS06600"));
    assert_eq!(bench.focused().as_deref(), Some(FIELD));

    bench.scan("21AHS00042");
    assert!(!bench.says("What is this code?"), "it was asked again");
    assert!(bench.says(ANOTHER));
    bench.press("It is something else");
    bench.press("Model 21AHS00042");
    assert_eq!(bench.device_text(Field::Model).as_deref(), Some("21AHS00042"));
}

#[test]
fn a_scan_during_a_question_answers_nothing() {
    let mut bench = at_the_field();
    bench.scan("20LFS06600");
    bench.scan("5CG1234ABC");
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("5CG1234ABC"));
    assert_eq!(bench.device_text(Field::Model), None);
    assert!(bench.says("20LFS06600 was not answered and is not kept"));
}

#[test]
fn a_label_that_differs_from_the_report_is_a_conflict() {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    bench.go_to("Device");
    let known = bench.device_text(Field::Serial).unwrap();
    bench.command_key(Key::B);
    bench.scan(&known);
    assert!(bench.says("The same as in"));
    bench.scan("S/N: XYZ00042");
    bench.command_key(Key::Num2);
    assert!(bench.says("Serial number: the sources differ"));
    assert!(bench.says("was the board swapped"));
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some(known.as_str()));
    bench.press("Use XYZ00042 for Serial number");
    assert_eq!(bench.device_text(Field::Serial).as_deref(), Some("XYZ00042"));
}

#[test]
fn a_scan_can_be_undone_from_the_field() {
    let mut bench = at_the_field();
    bench.scan("5CG1234ABC");
    bench.command_key(Key::Z);
    assert_eq!(bench.device_text(Field::Serial), None);
    assert_eq!(bench.focused().as_deref(), Some(FIELD));
    assert!(bench.says("Taken back"));
    bench.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    bench.harness.run();
    assert!(!bench.says("Taken back"));
}

#[test]
fn a_product_key_is_told_and_not_kept() {
    let mut bench = at_the_field();
    bench.scan("BBBBB-CCCCC-DDDDD-FFFFF-GGGGG");
    assert!(bench.says("the key itself is not kept"));
    assert!(!bench.says("BBBBB"));
}

#[test]
fn the_script_can_be_copied_and_saved() {
    let mut bench = Bench::open(Setup::default());
    bench.press("Capture from a device");
    assert!(bench.copies("Copy the script") == Some(Script::PowerShell.text()));
    assert!(bench.says("The script is on the clipboard."));

    bench.press("Command prompt");
    assert!(bench.says("Shift+F10") && bench.says("joinbench-capture.cmd"));
    let file = bench.folder.path().join("capture.cmd");
    bench.answers.set(vec![file.clone()]);
    bench.press("Save the script");
    assert!(bench.says("capture.cmd: saved."));
    assert_eq!(std::fs::read_to_string(file).unwrap(), Script::CommandPrompt.text());
    assert_eq!(bench.copies("Copy the line"), Some(Script::CommandPrompt.line()));
}

#[test]
fn a_capture_is_read_like_any_report() {
    let mut bench = at_the_field();
    bench.scan("S/N: PF1A2B3C");
    let capture = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/read/fixtures/joinbench-capture/powershell-5-redirected.json");
    bench.answers.set(vec![capture]);
    bench.press("Choose reports");
    assert!(bench.says("powershell-5-redirected.json"));
    assert!(!bench.says("Serial number: the sources differ"));
}
