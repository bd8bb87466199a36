//! Idle means idle: no page asks for another frame without a cause.

use std::time::Duration;

use joinbench::app::Opening;

use crate::bench::{Bench, Setup};

fn check(bench: &Bench, page: &str) {
    let output = bench.harness.output();
    let viewport = &output.viewport_output[&egui::ViewportId::ROOT];
    assert!(
        viewport.repaint_delay > Duration::from_secs(10),
        "{page} asks for a frame in {:?}",
        viewport.repaint_delay
    );
}

#[test]
fn no_page_repaints_while_nobody_touches_it() {
    let home = Bench::open(Setup::default());
    check(&home, "Home");
    for page in ["Device", "Eligibility", "Organization", "Sign-in", "Join", "Verify", "Export"] {
        let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
        bench.go_to(page);
        bench.harness.run();
        check(&bench, page);
    }
    for (key, guide) in [(egui::Key::J, "Which join fits"), (egui::Key::R, "Rule book")] {
        let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
        bench.harness.key_press_modifiers(egui::Modifiers::COMMAND, key);
        bench.harness.run();
        check(&bench, guide);
    }
}
