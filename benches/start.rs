//! From the start of the process to the first frame, beside a bare eframe
//! window in the same run. Needs a display; says so where there is none.

#![allow(clippy::expect_used, clippy::indexing_slicing, reason = "a benchmark may fail loudly")]

use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use joinbench::app::theme::Themes;
use joinbench::app::{
    Folders, Jobs, Opening, Surroundings, SystemClock, SystemDialogs, Window, Words,
};
use joinbench::plan::Handbook;

const ROUNDS: usize = 15;
/// The goal: at most this many times a bare window.
const GOAL: f64 = 1.2;
const IDLE: Duration = Duration::from_secs(10);

fn main() {
    match std::env::args().nth(1).as_deref() {
        Some("bare") => open(|cc| {
            plain_fonts(&cc.egui_ctx);
            Box::new(Bare { frames: 0 })
        }),
        Some("ours") => open(|cc| Box::new(Ours { window: window(cc), frames: 0 })),
        Some("idle") => open(|cc| Box::new(Idle { window: window(cc), frames: 0, started: None })),
        _ => measure(),
    }
}

fn measure() {
    let display =
        ["DISPLAY", "WAYLAND_DISPLAY"].iter().any(|name| std::env::var_os(name).is_some());
    if cfg!(target_os = "linux") && !display {
        println!("No display: the start of the window was not measured.");
        return;
    }
    let (mut bare, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        bare.push(time("bare"));
        ours.push(time("ours"));
    }
    bare.sort();
    ours.sort();
    let (bare, ours) = (bare[ROUNDS / 2], ours[ROUNDS / 2]);
    let ratio = ours.as_secs_f64() / bare.as_secs_f64();
    let verdict = if ratio <= GOAL { "within the goal" } else { "MISSES THE GOAL" };
    println!(
        "first frame: bare {bare:.0?}, ours {ours:.0?}: {ratio:.2} times, {verdict} of {GOAL}"
    );
    let idle = child("idle").output().expect("the benchmark itself");
    print!("{}", String::from_utf8_lossy(&idle.stdout));
}

fn child(what: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("the benchmark itself"));
    command.arg(what).stderr(Stdio::null());
    command
}

#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn time(what: &str) -> Duration {
    let start = Instant::now();
    let status = child(what).stdout(Stdio::null()).status().expect("the benchmark itself");
    assert!(status.success(), "the {what} window did not open");
    start.elapsed()
}

fn open(app: impl FnOnce(&eframe::CreationContext<'_>) -> Box<dyn eframe::App> + 'static) {
    let viewport = egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]);
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let opened = eframe::run_native("bench", options, Box::new(|cc| Ok(app(cc))));
    if opened.is_err() {
        std::process::exit(1);
    }
}

fn window(cc: &eframe::CreationContext<'_>) -> Window {
    let folder = std::env::temp_dir().join("joinbench-bench");
    let around = Surroundings {
        computer: joinbench::probe::this_computer,
        handbook: Arc::new(Handbook::built_in().expect("the built-in wizard")),
        themes: Themes::built_in().expect("the built-in themes"),
        words: Words::built_in().expect("the built-in words"),
        clock: Box::new(SystemClock),
        dialogs: Box::new(SystemDialogs),
        folders: Folders::below(&folder),
        jobs: Jobs::threaded(),
    };
    Window::new(&cc.egui_ctx, around, Opening::Home)
}

/// Closes in the second frame: the first one is on the screen then.
fn close_after_first(frames: &mut u32, ctx: &egui::Context) {
    *frames += 1;
    if *frames > 1 {
        ctx.send_viewport_cmd(egui::ViewportCommand::Close);
    }
    ctx.request_repaint();
}

struct Bare {
    frames: u32,
}

/// A font for text and one for codes: the least that a window with words needs.
fn plain_fonts(ctx: &egui::Context) {
    use egui::{FontData, FontDefinitions, FontFamily};
    let mut fonts = FontDefinitions::empty();
    for (family, name, bytes) in [
        (FontFamily::Proportional, "noto-sans", notosans::REGULAR_TTF),
        (FontFamily::Monospace, "hack", epaint_default_fonts::HACK_REGULAR),
    ] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        fonts.families.entry(family).or_default().push(name.to_owned());
    }
    ctx.set_fonts(fonts);
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("A bare window");
        close_after_first(&mut self.frames, ui.ctx());
    }
}

struct Ours {
    window: Window,
    frames: u32,
}

impl eframe::App for Ours {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.window.show(ui);
        close_after_first(&mut self.frames, ui.ctx());
    }
}

/// Counts the frames of a window that nobody touches.
struct Idle {
    window: Window,
    frames: u32,
    started: Option<Instant>,
}

/// How long the first frames may settle before the count begins.
const SETTLING: Duration = Duration::from_secs(2);
/// egui wakes up a little before the time that was asked for.
const WAKE_UP: Duration = Duration::from_millis(500);

impl eframe::App for Idle {
    #[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.window.show(ui);
        let elapsed = self.started.get_or_insert_with(Instant::now).elapsed();
        let end = SETTLING + IDLE;
        // The frames that this count itself asks for come at its very end.
        if elapsed > SETTLING && elapsed + WAKE_UP < end {
            self.frames += 1;
        }
        if elapsed < end {
            ui.ctx().request_repaint_after(end.saturating_sub(elapsed));
        } else {
            println!("idle for 10 seconds: {} repaints", self.frames);
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
        }
    }
}
