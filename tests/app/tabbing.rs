//! The order of Tab, whether the keyboard is seen, and what the keys do.

use egui::epaint::{ClippedShape, Shape};
use egui::{Id, Key, Modifiers, Rect};
use joinbench::app::Opening;
use joinbench::plan::Step;

use crate::bench::{Bench, Setup};
use crate::conflicts::three_sources;

/// A control that had the keyboard.
struct Stop {
    id: Id,
    name: String,
}

impl Bench {
    fn stop(&self) -> Option<Stop> {
        let id = self.harness.ctx.memory(egui::Memory::focused)?;
        Some(Stop { id, name: self.focused()? })
    }

    fn place(&self, id: Id) -> Option<Rect> {
        self.harness.ctx.read_response(id).map(|response| response.rect)
    }

    fn with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Presses Tab through the whole window. At each stop the keyboard is seen,
    /// and the way there went on: to the right, or down.
    fn tab_through(&mut self, page: &str) -> Vec<String> {
        self.leave_control();
        let mut names: Vec<String> = Vec::new();
        let mut first = None;
        let mut before: Option<Stop> = None;
        for _ in 0..400 {
            self.key(Key::Tab);
            let Some(stop) = self.stop() else { continue };
            if first == Some(stop.id) {
                return names;
            }
            first.get_or_insert(stop.id);
            let here = self.place(stop.id).unwrap();
            assert!(self.shows_focus(here), "{page}: nobody sees the keyboard at {}", stop.name);
            if let Some(before) = before
                && let Some(there) = self.place(before.id)
            {
                assert!(
                    goes_on(there, here),
                    "{page}: Tab goes from {} at {there} to {} at {here}",
                    before.name,
                    stop.name
                );
            }
            names.push(stop.name.clone());
            before = Some(stop);
        }
        panic!("{page}: Tab never came round: {names:?}");
    }

    /// Whether a thick line or an underline is drawn at this place.
    fn shows_focus(&self, at: Rect) -> bool {
        self.harness.output().shapes.iter().any(|ClippedShape { shape, .. }| is_mark(shape, at))
    }
}

fn is_mark(shape: &Shape, at: Rect) -> bool {
    let thick = |width: f32| width >= 2.0;
    let near = |rect: Rect| rect.intersects(at) && rect.width() <= at.width() + 16.0;
    match shape {
        Shape::Vec(shapes) => shapes.iter().any(|shape| is_mark(shape, at)),
        Shape::Rect(rect) => thick(rect.stroke.width) && near(rect.rect),
        Shape::Path(path) => thick(path.stroke.width) && near(shape.visual_bounding_rect()),
        Shape::LineSegment { stroke, points } => {
            thick(stroke.width) && at.expand(4.0).contains(points[0])
        }
        Shape::Text(text) => {
            let lined = text.galley.job.sections.iter().any(|s| s.format.underline.width > 0.0);
            (lined || text.underline.width > 0.0) && near(shape.visual_bounding_rect())
        }
        _ => false,
    }
}

/// To the right on the same line or in the next column, or further down.
fn goes_on(from: Rect, to: Rect) -> bool {
    const SLACK: f32 = 6.0;
    let shared = from.bottom().min(to.bottom()) - from.top().max(to.top());
    let on_one_line = shared > from.height().min(to.height()) / 2.0;
    let right = to.left() >= from.right() - SLACK;
    if on_one_line { right } else { right || to.top() >= from.top() }
}

fn demo_at(step: &str, size: (f32, f32)) -> Bench {
    let mut bench = Bench::open(Setup { size, opening: Opening::Demo, ..Setup::default() });
    bench.go_to(step);
    bench
}

const LARGE: (f32, f32) = (1280.0, 800.0);
const SMALL: (f32, f32) = (800.0, 600.0);

#[test]
fn tab_goes_through_the_first_page_as_people_read_it() {
    for size in [LARGE, SMALL] {
        let mut bench = Bench::open(Setup { size, ..Setup::default() });
        let names = bench.tab_through("Home");
        assert_eq!(names.first().map(String::as_str), Some("Which join fits?"));
    }
}

#[test]
fn tab_goes_through_the_steps_as_people_read_them_and_ends_at_the_way_on() {
    for step in ["Device", "Eligibility", "Organization", "Sign-in", "Join", "Verify"] {
        for size in [LARGE, SMALL] {
            let mut bench = demo_at(step, size);
            let names = bench.tab_through(step);
            assert_eq!(names.first().map(String::as_str), Some("Joinbench, first page"));
            assert!(names.last().unwrap().starts_with("Next: "), "{step}: {names:?}");
        }
    }
}

#[test]
fn tab_goes_through_the_export_page_as_people_read_it() {
    let mut bench = demo_at("Export", LARGE);
    let names = bench.tab_through("Export");
    assert_eq!(names.last().map(String::as_str), Some("Export package"));
}

#[test]
fn tab_goes_through_differing_sources_from_left_to_right() {
    for size in [LARGE, SMALL] {
        let mut bench = Bench::open(Setup { size, ..Setup::default() });
        bench.key(Key::Num2);
        three_sources(&mut bench);
        let names = bench.tab_through("Device");
        let use_one = names.iter().filter(|name| name.starts_with("Use "));
        assert_eq!(use_one.count(), 3);
    }
}

#[test]
fn tab_goes_through_what_lies_over_the_page_and_nothing_else() {
    for size in [LARGE, SMALL] {
        let mut bench = Bench::open(Setup { size, ..Setup::default() });
        bench.press("Capture from a device");
        let names = bench.tab_through_overlay();
        assert_eq!(names.first().map(String::as_str), Some("PowerShell"));
        assert_eq!(names.last().map(String::as_str), Some("Close"));
        assert!(!names.iter().any(|name| name == "A new device"), "{names:?}");
    }
}

impl Bench {
    /// Tab from the first control of an overlay to its last.
    fn tab_through_overlay(&mut self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for _ in 0..60 {
            self.key(Key::Tab);
            let Some(name) = self.focused() else { continue };
            if names.first() == Some(&name) {
                break;
            }
            names.push(name);
        }
        names
    }
}

#[test]
fn escape_closes_what_lies_on_top_and_the_keyboard_is_where_it_was() {
    let mut bench = Bench::open(Setup::default());
    bench.press("Capture from a device");
    assert!(bench.says("Without a USB drive"));
    bench.key(Key::Escape);
    assert!(!bench.says("Without a USB drive"));
    assert_eq!(bench.focused().as_deref(), Some("Capture from a device"));
}

#[test]
fn help_shortcuts_and_settings_open_and_close_by_keys() {
    let mut bench = demo_at("Eligibility", LARGE);
    bench.key(Key::F1);
    assert!(bench.says("What is not known stays unknown."), "F1 shows no help");
    bench.key(Key::Escape);
    bench.harness.event(egui::Event::Text("?".to_owned()));
    bench.harness.run();
    assert!(bench.says("To the scan field of the Device page"), "? shows no list");
    bench.key(Key::Escape);
    bench.press("Settings");
    assert!(bench.says("Your own rules"));
    bench.key(Key::Escape);
    assert!(!bench.says("Your own rules"));
    assert!(bench.says("Can this device join?"));
}

#[test]
fn keys_search_scan_and_step_from_any_page() {
    let mut bench = demo_at("Eligibility", LARGE);
    bench.with(Modifiers::COMMAND, Key::B);
    assert_eq!(bench.focused().as_deref(), Some("Scan field"));
    assert_eq!(bench.harness.state().plan().unwrap().step, Step::Device);
    bench.next();
    bench.with(Modifiers::COMMAND, Key::R);
    bench.with(Modifiers::COMMAND, Key::F);
    assert_eq!(bench.focused().as_deref(), Some("Search"));
}

#[test]
fn text_grows_to_twice_its_size_by_keys_and_no_further() {
    let mut bench = Bench::open(Setup::default());
    for _ in 0..30 {
        bench.with(Modifiers::COMMAND, Key::Plus);
    }
    let grown = bench.harness.ctx.zoom_factor();
    assert!((1.95..=2.05).contains(&grown), "{grown}");
    bench.with(Modifiers::COMMAND, Key::Num0);
    let usual = bench.harness.ctx.zoom_factor();
    assert!((usual - 1.0).abs() < 0.01, "{usual}");
}
