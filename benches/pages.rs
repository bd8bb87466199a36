//! How long one frame of each page takes to lay out and tessellate, in one run
//! with an empty page as the measure of what egui itself costs.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark may fail loudly")]

use std::sync::Arc;
use std::time::{Duration, Instant};

use egui::{Context, Key, Modifiers, RawInput, Rect, Vec2};
use joinbench::app::theme::Themes;
use joinbench::app::{
    FixedClock, Folders, Jobs, Opening, Surroundings, SystemDialogs, Window, Words,
};
use joinbench::plan::{Handbook, Step};

const FRAMES: usize = 60;
/// The goal for the median of every page, in milliseconds.
const GOAL: f64 = 4.0;

fn main() {
    let folder = tempfile::tempdir().expect("a folder for the plan");
    let empty = median(|| {
        let ctx = Context::default();
        move || {
            frame(&ctx, Vec::new(), |ui| {
                ui.label("Nothing");
            });
        }
    });
    println!("page            median   of an empty page");
    println!("(empty)       {:7.3} ms", ms(empty));
    for step in [
        Step::Device,
        Step::Eligibility,
        Step::Organization,
        Step::SignIn,
        Step::Join,
        Step::Verify,
        Step::Export,
    ] {
        tell(&format!("{step:?}"), median(|| page(folder.path(), step)), empty);
    }
    for (name, key) in [("Joins", Key::J), ("Rules", Key::B)] {
        tell(name, median(|| guide(folder.path(), key)), empty);
    }
}

fn tell(name: &str, time: Duration, empty: Duration) {
    let verdict = if ms(time) <= GOAL { "within the goal" } else { "MISSES THE GOAL" };
    let ratio = time.as_secs_f64() / empty.as_secs_f64();
    println!("{name:13} {:7.3} ms  {ratio:6.1} times  {verdict} of {GOAL} ms", ms(time));
}

/// A window on the demo, with the guide that this key opens.
fn guide(folder: &std::path::Path, key: Key) -> impl FnMut() {
    let ctx = Context::default();
    let mut window = Window::new(&ctx, surroundings(folder), Opening::Demo);
    frame(&ctx, vec![pressed(key, Modifiers::COMMAND)], |ui| window.show(ui));
    move || frame(&ctx, Vec::new(), |ui| window.show(ui))
}

fn pressed(key: Key, modifiers: Modifiers) -> egui::Event {
    egui::Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// A window on the demo, at this step; each call draws a frame.
fn page(folder: &std::path::Path, step: Step) -> impl FnMut() {
    let ctx = Context::default();
    let mut window = Window::new(&ctx, surroundings(folder), Opening::Demo);
    for _ in 0..8 {
        let forward = pressed(Key::ArrowRight, Modifiers::ALT);
        let there = window.plan().is_some_and(|plan| plan.step == step);
        let events = if there { Vec::new() } else { vec![forward] };
        frame(&ctx, events, |ui| window.show(ui));
    }
    assert_eq!(window.plan().map(|plan| plan.step), Some(step));
    move || frame(&ctx, Vec::new(), |ui| window.show(ui))
}

fn surroundings(folder: &std::path::Path) -> Surroundings {
    Surroundings {
        computer: joinbench::probe::this_computer,
        handbook: Arc::new(Handbook::built_in().expect("the built-in wizard")),
        themes: Themes::built_in().expect("the built-in themes"),
        words: Words::built_in().expect("the built-in words"),
        clock: Box::new(FixedClock("2026-11-22T14:02:00Z".parse().expect("a time"))),
        dialogs: Box::new(SystemDialogs),
        folders: Folders::below(folder),
        jobs: Jobs::inline(),
    }
}

fn frame(ctx: &Context, events: Vec<egui::Event>, mut draw: impl FnMut(&mut egui::Ui)) {
    let input = RawInput {
        screen_rect: Some(Rect::from_min_size(egui::Pos2::ZERO, Vec2::new(1280.0, 800.0))),
        events,
        ..RawInput::default()
    };
    let mut output = ctx.run_ui(input, |ui| draw(ui));
    output.textures_delta.set.clear();
    output.textures_delta.free.clear();
    std::hint::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn median<F: FnMut()>(prepare: impl FnOnce() -> F) -> Duration {
    let mut draw = prepare();
    draw();
    let mut times: Vec<Duration> = (0..FRAMES)
        .map(|_| {
            let start = Instant::now();
            draw();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[FRAMES / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
