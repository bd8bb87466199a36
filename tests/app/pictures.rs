//! A picture of every page, light and dark.

use joinbench::app::{Opening, ThemeChoice};

use crate::bench::{Bench, Setup};

fn both_themes(name: &str, size: (f32, f32), opening: &Opening, prepare: impl Fn(&mut Bench)) {
    let mut results = egui_kittest::SnapshotResults::new();
    for (theme, word) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        let mut bench = Bench::open(Setup { size, theme, opening: opening.clone() });
        prepare(&mut bench);
        bench.picture(&format!("{name}-{word}"));
        results.extend_harness(&mut bench.harness);
    }
}

const LARGE: (f32, f32) = (1280.0, 800.0);
const SMALL: (f32, f32) = (800.0, 600.0);

/// Opens the demo and goes to a step by the rail, as a person would.
fn demo_at(step: &'static str) -> impl Fn(&mut Bench) {
    move |bench: &mut Bench| bench.go_to(step)
}

#[test]
fn home() {
    both_themes("home", LARGE, &Opening::Home, |_| {});
}

#[test]
fn home_in_a_small_window() {
    both_themes("small-home", SMALL, &Opening::Home, |_| {});
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
    both_themes("device-this-computer", LARGE, &Opening::Home, |bench| {
        bench.press("Read this computer");
        bench.press("Yes, read it");
    });
}

#[test]
fn device() {
    both_themes("device", LARGE, &Opening::Demo, demo_at("Device"));
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
    }
}

#[test]
fn device_with_a_scan() {
    both_themes("device-scan", LARGE, &Opening::Demo, scanned);
}

#[test]
fn device_with_a_scan_in_a_small_window() {
    both_themes("small-device-scan", SMALL, &Opening::Demo, scanned);
}

#[test]
fn capture() {
    both_themes("capture", LARGE, &Opening::Home, |bench| bench.press("Capture from a device"));
}

#[test]
fn capture_in_a_small_window() {
    both_themes("small-capture", SMALL, &Opening::Home, |bench| {
        bench.press("Capture from a device");
    });
}

/// What a product key is for, below the input that forgot it.
#[test]
fn device_with_a_product_key() {
    both_themes("product-key", (1280.0, 1300.0), &Opening::Demo, |bench: &mut Bench| {
        bench.go_to("Device");
        bench.type_into("Product key", "00330-50000-00000-AAOEM");
    });
}

#[test]
fn eligibility() {
    both_themes("eligibility", LARGE, &Opening::Demo, demo_at("Eligibility"));
}

/// A device in use that has to leave its domain, with the fix supposed.
#[test]
fn eligibility_with_a_look_ahead() {
    both_themes("eligibility-ahead", LARGE, &Opening::Demo, |bench: &mut Bench| {
        bench.go_to("Eligibility");
        bench.press("Settings, work or school: After a fix");
        bench.press("Suppose all");
    });
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
    both_themes("organization", LARGE, &Opening::Demo, demo_at("Organization"));
}

#[test]
fn organization_with_an_interview() {
    both_themes("organization-interview", LARGE, &Opening::Demo, |bench: &mut Bench| {
        bench.go_to("Organization");
        bench.press("Ask me");
    });
}

#[test]
fn sign_in() {
    both_themes("sign-in", LARGE, &Opening::Demo, demo_at("Sign-in"));
}

#[test]
fn join() {
    both_themes("join", LARGE, &Opening::Demo, demo_at("Join"));
}

#[test]
fn verify() {
    both_themes("verify", LARGE, &Opening::Demo, demo_at("Verify"));
}

#[test]
fn export() {
    both_themes("export", LARGE, &Opening::Demo, demo_at("Export"));
}

#[test]
fn eligibility_in_a_small_window() {
    both_themes("small-eligibility", SMALL, &Opening::Demo, demo_at("Eligibility"));
}

#[test]
fn join_in_a_small_window() {
    both_themes("small-join", SMALL, &Opening::Demo, demo_at("Join"));
}

const LIST: &str = "Inventory;Computer;Place;Manufacturer;Model;Serial number;Memory (GB)\n\
    1;CT-0001;Bonn;Contoso;Book 14;CTS0001;16\n\
    2;CT-0002;Bonn;Contoso;Book 16;CTS0002;32\n\
    3;CT-0003;Kiel;Contoso;Mini;CTS0003;8\n";

/// A list of several devices, with what its columns mean.
fn list_to_sort(bench: &mut Bench) {
    let path = bench.folder.path().join("inventory.csv");
    std::fs::write(&path, LIST).unwrap();
    bench.answers.set(vec![path]);
    bench.press("Choose a report to read");
}

#[test]
fn sorting() {
    both_themes("sorting", LARGE, &Opening::Home, list_to_sort);
}

#[test]
fn sorting_in_a_small_window() {
    both_themes("small-sorting", SMALL, &Opening::Home, list_to_sort);
}
