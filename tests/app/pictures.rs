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
fn device() {
    both_themes("device", LARGE, &Opening::Demo, demo_at("Device"));
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
