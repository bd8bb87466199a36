//! Whole journeys through the real window by keyboard alone, from a report to
//! the exported files.

use std::path::{Path, PathBuf};

use egui::Key;
use joinbench::app::{Opening, Stage};
use joinbench::plan::{Plan, Step, store};

use crate::bench::{Bench, Setup, sample};

/// Ticks every screen of the walk with Enter, and says how many there were.
fn tick_every_screen(bench: &mut Bench) -> usize {
    bench.leave_control();
    for ticked in 1..60 {
        bench.key(Key::Enter);
        if bench.says("The device is joined") {
            bench.key(Key::Enter);
            return ticked + 1;
        }
    }
    panic!("the walk never ended");
}

fn answer_the_organization(bench: &mut Bench) {
    bench.type_into("Name", "Contoso");
    bench.type_into("Primary domain", "contoso.com");
    bench.type_into("Tenant ID", "8c2f5b1e-6d40-4f7a-9b83-2e1a7c5d0f46");
    bench.choose("Does joining a device ask for multifactor authentication?", "Yes");
}

fn set_the_package(bench: &mut Bench) {
    bench.type_into("Package name", "Contoso bench");
    bench.press("Device name");
    bench.press("Local administrator");
    bench.type_into("Local administrator password", "not-a-real-password-1");
}

/// Exports into a folder of the test and gives back its files.
fn export(bench: &mut Bench) -> PathBuf {
    let folder = bench.folder.path().join("out");
    bench.answers.set(vec![folder.clone()]);
    bench.press("Export package");
    assert!(bench.says("files are in"), "the export told nothing");
    folder
}

/// Compares the files with the ones that are kept beside the test.
fn compare(folder: &Path, name: &str) {
    for file in ["customizations.xml", "package.ron", "devices.csv", "build-package.cmd"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path("exports");
        settings.set_prepend_module_to_snapshot(false);
        settings.bind(|| insta::assert_snapshot!(format!("{name}-{file}"), text));
    }
}

fn saved(bench: &Bench) -> Plan {
    store::open(&bench.plan_file()).unwrap()
}

#[test]
fn a_new_device_goes_from_a_report_to_an_exported_package() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num1);
    assert!(bench.says("Which device is it?"));

    bench.answers.set(vec![sample("computerinfo.json"), sample("readiness.json")]);
    bench.press("Choose reports");
    assert!(bench.says("computerinfo.json"), "the report is not listed");
    // The sample is a domain member; this one was reset since.
    bench.choose("Joined to a domain", "No");

    bench.next();
    assert!(bench.says("Can this device join?"));
    assert!(bench.says("Yes, it can join now."), "the verdict is another");

    bench.next();
    answer_the_organization(&mut bench);
    bench.next();
    bench.type_into("Work or school address", "adele@contoso.com");

    bench.next();
    assert!(bench.says("Join during setup"));
    let screens = tick_every_screen(&mut bench);
    assert!(screens > 10, "only {screens} screens");

    bench.next();
    bench.answers.set(vec![sample("dsregcmd-joined.txt")]);
    bench.press("Choose a report");
    assert!(bench.says("Proven."), "the join is not proven");

    bench.next();
    set_the_package(&mut bench);
    let folder = export(&mut bench);
    compare(&folder, "new-device");

    let plan = saved(&bench);
    assert_eq!(plan.step, Step::Export);
    assert_eq!(plan.walk.at_device.done.len(), screens);
    assert!(plan.exported.is_some());
}

#[test]
fn eligibility_stays_open_in_the_rail_while_what_decides_is_not_known() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num1);
    bench.go_to("Organization");
    assert_eq!(bench.names_that_start("Step 2"), ["Step 2: Eligibility, needs attention"]);
}

#[test]
fn a_device_in_use_goes_from_a_report_to_an_exported_package() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num2);
    bench.answers.set(["systeminfo.txt", "dsregcmd.txt", "readiness.json"].map(sample).to_vec());
    bench.press("Choose reports");

    bench.next();
    assert!(bench.says("Yes, after one fix."), "the verdict is another");
    bench.press("Show the fix, 4 steps: S02");
    assert!(bench.says("What to do"));

    // The fix is done: the device has left the domain.
    bench.back();
    bench.choose("Joined to a domain", "No");
    bench.next();
    assert!(bench.says("Yes, it can join now."), "the fix changed nothing");

    bench.next();
    answer_the_organization(&mut bench);
    bench.next();
    bench.type_into("Work or school address", "adele@contoso.com");
    bench.next();
    assert!(bench.says("Join from Settings"));
    tick_every_screen(&mut bench);
    bench.next();
    bench.answers.set(vec![sample("dsregcmd-joined.txt")]);
    bench.press("Choose a report");
    assert!(bench.says("Proven."), "the join is not proven");
    bench.next();
    set_the_package(&mut bench);
    let folder = export(&mut bench);
    compare(&folder, "device-in-use");
    assert!(saved(&bench).exported.is_some());
}

#[test]
fn a_domain_member_can_take_the_new_device_path_instead() {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    bench.go_to("Eligibility");
    bench.press("Use the new-device path instead");
    assert!(bench.says("Yes, it can join now."), "the other path is not open");
    bench.leave_control();
    bench.press("Undo");
    assert!(bench.says("Yes, after one fix."), "the way back is lost");
}

#[test]
fn a_fix_can_be_looked_at_before_it_is_done_and_changes_nothing() {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    bench.go_to("Eligibility");
    let before = saved(&bench);
    bench.press("What if I fix this: S02");
    assert!(bench.says("Settings, work or school: Ready"), "no look ahead");
    assert!(bench.says("Yes, after one fix."), "the answer of today is lost");
    bench.press("Back to how it is");
    assert!(!bench.says("Settings, work or school: Ready"), "it is still supposed");
    assert_eq!(saved(&bench), before);
}

/// The demo's organization answers most; the interview asks for the rest.
#[test]
fn an_interview_asks_until_nothing_is_left() {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    bench.go_to("Organization");
    bench.press("Ask me");
    assert!(bench.says("One question at a time"), "no interview");
    assert_eq!(bench.focused(), None, "the keyboard slipped to another button");
    let mut asked = 0;
    while bench.offers("Not known") && asked < 60 {
        bench.press("Not known");
        asked += 1;
    }
    assert!(asked > 3 && asked < 60, "{asked} questions");
    assert!(bench.says("The rest stays open"), "the interview has no end");
    bench.press("End");
    assert!(bench.offers("Ask me"), "it cannot be begun again");
}

#[test]
fn an_answer_of_the_interview_is_an_answer_of_the_plan() {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    bench.go_to("Organization");
    bench.press("Ask me");
    let before = saved(&bench);
    let answers = ["An administrator", "Yes", "No"];
    bench.press(answers.into_iter().find(|answer| bench.offers(answer)).unwrap());
    let after = saved(&bench);
    let fields = |plan: &Plan| plan.device.known().count() + plan.organization.answers.len();
    assert_eq!(fields(&after), fields(&before) + 1);
}

/// A rule that fires for the device of the demo.
const OUR_RULE: &str = include_str!("../shared/our-rule.ron");

#[test]
fn own_rules_are_chosen_read_again_and_taken_back() {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    let folder = bench.folder.path().join("rules");
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("ours.ron"), OUR_RULE).unwrap();
    bench.answers.set(vec![folder.clone()]);
    bench.go_to("Eligibility");
    bench.press("Settings");
    bench.press("Choose a folder");
    bench.key(Key::Escape);
    assert!(bench.says("Contoso keeps Latitude 5440 out"), "the rule is not in use");
    std::fs::write(folder.join("ours.ron"), OUR_RULE.replace("Is(", "Iz(")).unwrap();
    bench.key(Key::F5);
    assert!(bench.says("ours.ron:4:"), "the fault has no place");
    assert!(bench.says("Contoso keeps Latitude 5440 out"), "a fault put the rules out of use");
    bench.press("Settings");
    bench.press("Use none");
    bench.key(Key::Escape);
    assert!(!bench.says("Contoso keeps"), "the rule is still in use");
}

#[test]
fn secrets_are_in_the_exported_file_and_nowhere_else() {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    bench.go_to("Export");
    bench.type_into("Bulk token", "not-a-real-token");
    bench.type_into("Wi-Fi key", "not-a-real-key");
    bench.type_into("Local administrator password", "not-a-real-password-1");
    let folder = export(&mut bench);
    let holding: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| std::fs::read_to_string(path).unwrap().contains("not-a-real"))
        .map(|path| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    assert_eq!(holding, ["customizations.xml"]);
    let plan = std::fs::read_to_string(bench.plan_file()).unwrap();
    assert!(!plan.contains("not-a-real"));
}

#[test]
fn a_plan_opens_where_it_was_left() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num1);
    bench.type_into("Model", "Latitude 5440");
    bench.next();
    bench.next();
    let (file, folder) = (bench.plan_file(), bench.folder);
    drop(bench.harness);
    let again = Bench::open_in(folder, Setup { opening: Opening::Plan(file), ..Setup::default() });
    assert!(again.says("Which organization does it join?"));
    let plan = again.harness.state().plan().unwrap();
    assert_eq!(plan.title(), "Latitude 5440");
}

#[test]
fn every_edit_can_be_undone_and_done_again() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num1);
    bench.type_into("Model", "Latitude 5440");
    bench.leave_control();
    bench.press("Undo");
    assert_eq!(saved(&bench).title(), "Unnamed device");
    bench.press("Redo");
    assert_eq!(saved(&bench).title(), "Latitude 5440");
}

#[test]
fn a_rehearsal_changes_with_its_what_ifs() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num3);
    assert!(bench.says("Rehearsal"), "the rehearsal wears no badge");
    let before = bench.screens();
    bench.press("Account is federated (AD FS)");
    assert_ne!(bench.screens(), before);
}

#[test]
fn a_person_who_sees_something_else_goes_on_there() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num2);
    bench.go_to("Join");
    // Not every screen has another way on; the first ones that do offer it.
    for _ in 0..12 {
        let before = bench.screens();
        bench.press("I see something else");
        if let Some(way) = bench.names_that_start("Go on there").first().cloned() {
            bench.press(&way);
            let plan = bench.harness.state().plan().unwrap();
            assert_eq!(plan.walk.at_device.turns.len(), 1);
            assert_ne!(bench.screens(), before);
            return;
        }
        bench.press("Done, next screen");
    }
    panic!("no screen offers another way on");
}

#[test]
fn recent_plans_stand_on_the_first_page() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num2);
    bench.type_into("Serial number", "CTS0042");
    bench.press("Joinbench, first page");
    assert!(bench.says("CTS0042"));
    let recent = bench.settings().recent;
    assert_eq!(recent.len(), 1);
    assert_eq!(recent[0].stage, Stage::InProgress);
    bench.press("Open CTS0042, In progress");
    assert!(bench.says("Which device is it?"));
}
