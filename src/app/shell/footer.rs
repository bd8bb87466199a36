//! The footer: back, what is saved or missing, and the one way on.

use egui::{Align, Layout, Ui};

use super::notice::announce;
use crate::app::bench::Saved;
use crate::app::desk::{Action, Desk, View};
use crate::app::pages;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Icon, link};
use crate::app::words::Words;
use crate::plan::{Command, Step};

pub(super) fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let tokens = theme::of(ui);
    bar(ui, |ui| {
        back(ui, view, desk);
        ui.add_space(tokens.metrics.space.s);
        undo_redo(ui, view, desk);
        ui.add_space(tokens.metrics.space.s);
        state(ui, view, desk);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| forward(ui, view, desk));
    });
}

/// The footer of a guide: the way back to the page below it.
pub(super) fn leave_guide(ui: &mut Ui, page: &str, desk: &mut Desk) {
    bar(ui, |ui| {
        let name = format!("Back to: {page}");
        if Button::plain(&name).icon(Icon::Back).show(ui).clicked() {
            desk.close_guide();
        }
    });
}

/// Leaves the files as they are.
pub(super) fn leave_sorting(ui: &mut Ui, words: &Words, desk: &mut Desk) {
    bar(ui, |ui| {
        if Button::plain(&words.texts.sorting.leave).icon(Icon::Back).show(ui).clicked() {
            desk.send(Action::CloseSorting);
        }
    });
}

/// The line above the footer, and its margins.
fn bar(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let tokens = theme::of(ui);
    let rect = ui.max_rect();
    let line = egui::Rect::from_min_size(rect.min, egui::vec2(rect.width(), 1.0));
    ui.painter().rect_filled(line, 0.0, tokens.colors.line());
    let side = if super::is_narrow(ui) { 16 } else { 28 };
    egui::Frame::new().inner_margin(egui::Margin::symmetric(side, 0)).show(ui, |ui| {
        ui.horizontal_centered(contents);
    });
}

/// A narrower window names no key beside what is saved, in points.
const ROOM_FOR_KEYS: f32 = 720.0;

fn back(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let plan = view.plan();
    if Button::plain("Back").icon(Icon::Back).show(ui).clicked() {
        desk.send(match plan.journey.before(plan.step) {
            Some(step) => Action::Do(Command::Go(step)),
            None => Action::Home,
        });
    }
}

fn undo_redo(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let history = view.bench.history();
    ui.spacing_mut().item_spacing.x = 0.0;
    ui.add_enabled_ui(history.can_undo(), |ui| {
        if Button::icon_only(Icon::Undo, "Undo").show(ui).clicked() {
            desk.send(Action::Undo);
        }
    });
    ui.add_enabled_ui(history.can_redo(), |ui| {
        if Button::icon_only(Icon::Redo, "Redo").show(ui).clicked() {
            desk.send(Action::Redo);
        }
    });
}

/// What needs a correction, with a jump to it; else whether all is saved.
fn state(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let tokens = theme::of(ui);
    if view.plan().step == Step::Export
        && let Some(problem) = view.bench.problems().iter().find(|problem| problem.blocks())
    {
        Icon::Bad.show(ui, 16.0, tokens.ink(Tone::Bad));
        ui.add_space(tokens.metrics.space.xs);
        let count = view.bench.problems().iter().filter(|problem| problem.blocks()).count();
        let text = match count {
            1 => format!("1 field needs a correction: {}", problem.field.label()),
            _ => format!("{count} fields need a correction: {} first", problem.field.label()),
        };
        if link(ui, &text).clicked() {
            desk.send(Action::JumpTo(pages::export::input_id(problem.field)));
        }
        return;
    }
    let (icon, tone, text) = match &view.bench.saved {
        Saved::Unchanged => (Icon::Saved, Tone::Unknown, "Every change is saved".to_owned()),
        Saved::Saving => (Icon::Clock, Tone::Unknown, "Saving".to_owned()),
        Saved::At(time) => (Icon::Saved, Tone::Unknown, format!("Saved {time}")),
        Saved::Failed(why) => (Icon::Bad, Tone::Bad, format!("Not saved: {why}")),
    };
    Icon::show(icon, ui, 16.0, tokens.ink(tone));
    ui.add_space(tokens.metrics.space.xs);
    let text = egui::RichText::new(text).text_style(egui::TextStyle::Small).color(tokens.ink(tone));
    let label = ui.add(egui::Label::new(text).truncate());
    announce(ui, &label);
}

fn forward(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let plan = view.plan();
    let Some(next) = plan.journey.after(plan.step) else {
        if Button::primary("Export package").icon(Icon::Export).show(ui).clicked() {
            desk.send(Action::Export);
        }
        return;
    };
    let text = format!("Next: {}", view.words.step(next).name);
    let mut button = Button::primary(&text).trailing(Icon::Next);
    // Enter stays in the scan field there. With large text the key has no room.
    let has_room = ui.ctx().content_rect().width() >= ROOM_FOR_KEYS;
    if plan.step == Step::Device && has_room {
        button = button.key("Alt Right");
    }
    let go = button.show(ui).clicked();
    if enter_pressed(ui, plan.step, desk) || go {
        desk.run(Command::Go(next));
    }
}

/// Enter goes on, unless something has or had the keyboard: Enter that ends
/// typing does not go on, too. On the Join page it ticks the screen instead, and
/// on the Device page it ends a scan.
fn enter_pressed(ui: &Ui, step: Step, desk: &mut Desk) -> bool {
    let free =
        ui.memory(|memory| memory.focused().is_none() && memory.allows_interaction(ui.layer_id()));
    let was_free = std::mem::replace(&mut desk.was_free, free);
    !matches!(step, Step::Join | Step::Device)
        && free
        && was_free
        && ui.input(|input| input.key_pressed(egui::Key::Enter))
}
