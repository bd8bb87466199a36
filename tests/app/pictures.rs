//! A picture of every page, light and dark.

use egui_kittest::SnapshotResults;
use joinbench::app::{Opening, ThemeChoice};

use crate::bench::{Bench, Setup, sample};
use crate::conflicts::three_sources;

fn both_themes(name: &str, size: (f32, f32), opening: &Opening, prepare: impl Fn(&mut Bench)) {
    let mut results = SnapshotResults::new();
    take(&mut results, name, size, opening, &prepare);
}

/// In a large window and, as `small-`, in the smallest.
fn both_sizes(name: &str, opening: &Opening, prepare: impl Fn(&mut Bench)) {
    let mut results = SnapshotResults::new();
    take(&mut results, name, LARGE, opening, &prepare);
    take(&mut results, &format!("small-{name}"), SMALL, opening, &prepare);
}

/// Takes a picture in each theme; a difference is told when the results are dropped.
fn take(
    results: &mut SnapshotResults,
    name: &str,
    size: (f32, f32),
    opening: &Opening,
    prepare: &impl Fn(&mut Bench),
) {
    for (theme, word) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        let setup = Setup { size, theme, opening: opening.clone(), ..Setup::default() };
        let mut bench = Bench::open(setup);
        prepare(&mut bench);
        bench.picture(&format!("{name}-{word}"));
        results.extend_harness(&mut bench.harness);
    }
}

/// The light one, with text of twice the size.
fn large_text(name: &str, opening: Opening, prepare: impl Fn(&mut Bench)) {
    let mut bench = Bench::open(Setup { text: 2.0, opening, ..Setup::default() });
    prepare(&mut bench);
    bench.picture(&format!("large-text-{name}"));
}

const LARGE: (f32, f32) = (1280.0, 800.0);
const SMALL: (f32, f32) = (800.0, 600.0);

/// Opens the demo and goes to a step by the rail, as a person would.
fn demo_at(step: &'static str) -> impl Fn(&mut Bench) {
    move |bench: &mut Bench| bench.go_to(step)
}

#[test]
fn home() {
    both_sizes("home", &Opening::Home, |_| {});
}

/// Five plans, of which the last four are listed.
fn with_plans(bench: &mut Bench) {
    for name in ["Latitude 5440", "Book 14", "Mini", "Reception kiosk 2", "ThinkPad T14"] {
        bench.key(egui::Key::Num1);
        bench.type_into("Model", name);
        bench.press("Joinbench, first page");
    }
}

#[test]
fn home_with_recent_plans() {
    both_themes("home-plans", LARGE, &Opening::Home, with_plans);
}

#[test]
fn home_while_files_hang_over_it() {
    both_themes("home-drop", LARGE, &Opening::Home, |bench| {
        bench.hover(&["systeminfo.txt", "dsregcmd.txt"].map(sample));
    });
}

#[test]
fn home_with_large_text() {
    large_text("home", Opening::Home, |_| {});
}

#[test]
fn the_question_about_this_computer() {
    both_themes("this-computer", LARGE, &Opening::Home, |bench| bench.press("Read this computer"));
}

#[test]
fn the_question_about_this_computer_in_a_small_window() {
    both_themes("small-this-computer", SMALL, &Opening::Demo, |bench| {
        bench.go_to("Device");
        bench.press("Read this computer");
    });
}

#[test]
fn device_read_from_this_computer() {
    both_sizes("device-this-computer", &Opening::Home, |bench| {
        bench.press("Read this computer");
        bench.press("Yes, read it");
    });
}

#[test]
fn device() {
    both_sizes("device", &Opening::Demo, demo_at("Device"));
}

#[test]
fn device_with_large_text() {
    large_text("device", Opening::Demo, demo_at("Device"));
}

/// A device whose three reports each say another model.
fn differing(bench: &mut Bench) {
    bench.key(egui::Key::Num2);
    three_sources(bench);
    bench.press("Use Book 14 G2 for Model");
}

#[test]
fn sources_that_differ() {
    both_sizes("conflict", &Opening::Home, differing);
}

#[test]
fn sources_that_differ_with_large_text() {
    large_text("conflict", Opening::Home, differing);
}

/// A code that could be two things, on a device whose label differs.
fn scanned(bench: &mut Bench) {
    bench.go_to("Device");
    for code in ["S/N: 5CG1234ABC", "20LFS06600"] {
        bench.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::B);
        bench.harness.run();
        bench.harness.event(egui::Event::Text(code.to_owned()));
        bench.harness.step();
        bench.key(egui::Key::Enter);
        if code.starts_with("S/N") {
            // A correction.
            bench.harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Num2);
            bench.harness.run();
        }
    }
}

#[test]
fn device_with_a_scan() {
    both_sizes("device-scan", &Opening::Demo, scanned);
}

#[test]
fn device_with_the_label_of_another() {
    both_sizes("device-another", &Opening::Demo, |bench| {
        bench.go_to("Device");
        bench.harness.event(egui::Event::Text("S/N: 5CG1234ABC".to_owned()));
        bench.harness.step();
        bench.key(egui::Key::Enter);
    });
}

#[test]
fn capture() {
    both_sizes("capture", &Opening::Home, |bench| bench.press("Capture from a device"));
}

/// What a product key is for, below the input that forgot it.
fn keyed(bench: &mut Bench) {
    bench.go_to("Device");
    bench.type_into("Product key", "00330-50000-00000-AAOEM");
}

#[test]
fn device_with_a_product_key() {
    both_sizes("product-key", &Opening::Demo, keyed);
}

#[test]
fn eligibility() {
    both_sizes("eligibility", &Opening::Demo, demo_at("Eligibility"));
}

/// A device in use that has to leave its domain, with the fix supposed.
fn look_ahead(bench: &mut Bench) {
    bench.go_to("Eligibility");
    bench.press("Settings, work or school: After a fix");
    bench.press("Suppose all");
}

#[test]
fn eligibility_with_a_look_ahead() {
    both_sizes("eligibility-ahead", &Opening::Demo, look_ahead);
}

fn open_guide(key: egui::Key) -> impl Fn(&mut Bench) {
    move |bench: &mut Bench| {
        bench.harness.key_press_modifiers(egui::Modifiers::COMMAND, key);
        bench.harness.run();
    }
}

/// Which join fits, with two situations chosen and no plan open.
fn choose_two(bench: &mut Bench) {
    open_guide(egui::Key::J)(bench);
    bench.press("Hybrid: Active Directory, synced to Microsoft Entra ID");
    bench.press("At home or in a branch office: Little or no infrastructure on-premises");
    bench.leave_control();
}

#[test]
fn which_join_fits() {
    both_themes("joins", LARGE, &Opening::Home, choose_two);
}

#[test]
fn which_join_fits_in_a_plan_and_a_small_window() {
    both_themes("small-joins", SMALL, &Opening::Demo, open_guide(egui::Key::J));
}

/// The three joins side by side, below the recommendation.
#[test]
fn the_three_joins_side_by_side() {
    both_themes("joins-table", (1280.0, 2000.0), &Opening::Home, choose_two);
}

#[test]
fn rule_book() {
    both_themes("rule-book", LARGE, &Opening::Demo, |bench: &mut Bench| {
        bench.go_to("Eligibility");
        bench.press("Rule S02 in the rule book");
    });
}

#[test]
fn rule_book_in_a_small_window() {
    both_themes("small-rule-book", SMALL, &Opening::Home, open_guide(egui::Key::R));
}

#[test]
fn organization() {
    both_sizes("organization", &Opening::Demo, demo_at("Organization"));
}

#[test]
fn organization_with_an_interview() {
    both_sizes("organization-interview", &Opening::Demo, |bench: &mut Bench| {
        bench.go_to("Organization");
        bench.press("Ask me");
    });
}

#[test]
fn sign_in() {
    both_sizes("sign-in", &Opening::Demo, demo_at("Sign-in"));
}

#[test]
fn join() {
    both_sizes("join", &Opening::Demo, demo_at("Join"));
}

#[test]
fn verify() {
    both_sizes("verify", &Opening::Demo, demo_at("Verify"));
}

#[test]
fn export() {
    both_sizes("export", &Opening::Demo, demo_at("Export"));
}

const LIST: &str = "Inventory;Computer;Place;Manufacturer;Model;Serial number;Memory (GB)\n\
    1;CT-0001;Bonn;Contoso;Book 14;CTS0001;16\n\
    2;CT-0002;Bonn;Contoso;Book 16;CTS0002;32\n\
    3;CT-0003;Kiel;Contoso;Mini;CTS0003;8\n";

/// A list of several devices, with what its columns mean.
fn list_to_sort(bench: &mut Bench) {
    bench.answers.set(vec![bench.write("inventory.csv", LIST)]);
    bench.press("Choose a report to read");
}

#[test]
fn sorting() {
    both_sizes("sorting", &Opening::Home, list_to_sort);
}

#[test]
fn sorting_with_large_text() {
    large_text("sorting", Opening::Home, list_to_sort);
}

#[test]
fn capture_with_large_text() {
    large_text("capture", Opening::Home, |bench| bench.press("Capture from a device"));
}
