//! The Join page: the mirrored screen, what to do there, and the what-ifs.

mod blocks;
mod guide;
mod replica;
mod what_if;

use egui::{Ui, Vec2};

use super::{columns, header, is_rehearsal, walk_words};
use crate::app::desk::{Action, Desk, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Card, Chip, Icon, muted, segments, small};
use crate::plan::{Command, WalkMode, answers};
use crate::walk::{Outcome, Stop};

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let words = view.words.step(view.plan().step);
    let title = view.words.join_title(view.plan().journey);
    header(ui, title, &words.about, |ui| modes(ui, view, desk));
    let route = route(view);
    let here = view.plan().walk.progress().here(&route);
    let Some(stop) = route.get(here) else {
        Card::default().show(ui, |ui| muted(ui, "This journey has no screens to walk."));
        return;
    };
    progress_bar(ui, view, &route, here, desk);
    columns(
        ui,
        desk,
        |ui, desk| mirrored(ui, view, stop, desk),
        |ui, desk| {
            guide::show(ui, view, &route, here, desk);
            if is_rehearsal(view) {
                ui.add_space(theme::of(ui).metrics.space.xs);
                what_if::show(ui, view, desk);
            }
        },
    );
    if tick_by_enter(ui) {
        desk.send(Action::TickScreen);
    }
}

/// Below this height the mirrored screen is drawn lower, in points.
const SMALL_WINDOW: f32 = 700.0;

/// The screens that this person will meet.
#[must_use]
pub fn route<'v>(view: &View<'v>) -> Vec<Stop<'v>> {
    answers::route(view.plan(), view.handbook, view.bench.today)
}

/// Whether the walk at the device ended with a join.
#[must_use]
pub fn is_finished(view: &View<'_>) -> bool {
    let finished = view.plan().walk.progress().finished(&route(view));
    finished == Some(&Outcome::Joined)
}

/// Enter ticks the screen, unless a control has the keyboard.
fn tick_by_enter(ui: &Ui) -> bool {
    let free = ui.memory(|memory| memory.focused().is_none());
    free && ui.input(|input| input.key_pressed(egui::Key::Enter))
}

fn modes(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let modes = [WalkMode::AtTheDevice, WalkMode::Rehearsal];
    let chosen = usize::from(is_rehearsal(view));
    let choices = [(Some(Icon::Device), "At the device"), (Some(Icon::Play), "Rehearse")];
    if let Some(mode) = segments(ui, &choices, chosen).and_then(|index| modes.get(index)) {
        desk.run(Command::WalkMode(*mode));
    }
}

/// One part a screen: done, current, ahead. Each can be clicked.
fn progress_bar(ui: &mut Ui, view: &View<'_>, route: &[Stop<'_>], here: usize, desk: &mut Desk) {
    let tokens = theme::of(ui);
    let progress = view.plan().walk.progress();
    let place = format!("Screen {} of {}", here + 1, route.len());
    let font = egui::TextStyle::Small.resolve(ui.style());
    let words = ui.painter().layout_no_wrap(place.clone(), font, tokens.colors.muted()).size().x;
    ui.horizontal(|ui| {
        let gap = tokens.metrics.space.xs;
        let before_words = tokens.metrics.space.s;
        let count = route.len() as f32;
        let room = ui.available_width() - words - before_words;
        let width = (room / count - gap).max(4.0);
        ui.spacing_mut().item_spacing.x = gap;
        for (index, stop) in route.iter().enumerate() {
            let size = Vec2::new(width, tokens.metrics.target);
            let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
            let color = if index == here {
                tokens.colors.accent()
            } else if progress.is_done(stop) {
                tokens.colors.good.ink()
            } else {
                tokens.colors.line()
            };
            let bar = egui::Rect::from_center_size(rect.center(), Vec2::new(width, 5.0));
            ui.painter().rect_filled(bar, 2.5, color);
            if response.has_focus() {
                let stroke = egui::Stroke::new(tokens.metrics.focus, tokens.colors.accent());
                ui.painter().rect_stroke(rect, 4.0, stroke, egui::StrokeKind::Inside);
            }
            let name = format!("Screen {}: {}", index + 1, stop.screen.title);
            let role = egui::Role::Button;
            response.widget_info(|| egui::WidgetInfo::labeled(role, true, &name));
            if response.on_hover_text(&name).clicked() {
                let mut progress = progress.clone();
                progress.go_to(route, index);
                desk.run(Command::Walk(progress));
            }
        }
        ui.add_space(before_words);
        small(ui, &place);
    });
    ui.add_space(4.0);
}

fn mirrored(ui: &mut Ui, view: &View<'_>, stop: &Stop<'_>, desk: &mut Desk) {
    let words = walk_words(view);
    let width = ui.available_width();
    // In a small window the guide has to stay near its screen.
    let most = if ui.ctx().content_rect().height() < SMALL_WINDOW { 330.0 } else { 552.0 };
    let height = (width * 0.84).clamp(300.0, most);
    if replica::show(ui, Vec2::new(width, height), &stop.screen.replica, &words) {
        desk.send(Action::TickScreen);
    }
    ui.horizontal_wrapped(|ui| {
        if is_rehearsal(view) {
            Chip::new(Tone::Warn, "Rehearsal").icon(Icon::Play).show(ui);
        }
        Icon::Info.show(ui, 15.0, theme::of(ui).colors.muted());
        small(ui, &view.words.texts.replica);
    });
}
