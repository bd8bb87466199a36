//! This computer as a way in: the card, and the question before it is read.

use egui::Ui;

use crate::app::desk::{Action, Desk};
use crate::app::theme;
use crate::app::widgets::{Button, Icon, bold, heading, muted};
use crate::app::words::ThisComputer;

/// What its card on the first page says.
pub fn contents(ui: &mut Ui, words: &ThisComputer, desk: &mut Desk) {
    bold(ui, &words.card);
    muted(ui, &words.about);
    ui.add_space(2.0);
    if Button::plain(&words.button).icon(Icon::Computer).key("5").show(ui).clicked() {
        desk.send(Action::ThisComputer);
    }
}

/// Whether it is the device or the bench. Closing it answers nothing.
pub fn question(ui: &mut Ui, words: &ThisComputer, desk: &mut Desk) {
    let space = theme::of(ui).metrics.space;
    heading(ui, &words.ask);
    ui.add_space(space.s);
    muted(ui, &words.explain);
    ui.add_space(space.l);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space.s;
        if Button::primary(&words.device).icon(Icon::Device).show(ui).clicked() {
            desk.send(Action::ReadThisComputer);
        }
        if Button::plain(&words.bench).icon(Icon::Computer).show(ui).clicked() {
            desk.send(Action::LeaveThisComputer);
        }
    });
}
