//! What surrounds every step: the rail, the footer, the page's scroll area,
//! and what can lie on top.

mod footer;
mod notice;
mod overlay;
mod rail;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::desk::{Desk, View};
use super::window::{Notice, Window};
use super::{pages, theme};

pub use notice::{announce, show as notice};

/// Below this width of the window the rail shows numbers only.
const ROOM_FOR_NAMES: f32 = 1000.0;

/// Draws the open plan: rail, page and footer.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, message: Option<&Notice>, desk: &mut Desk) {
    let tokens = theme::of(ui);
    let (colors, metrics) = (&tokens.colors, &tokens.metrics);
    let narrow = ui.available_width() < ROOM_FOR_NAMES;
    let width = if narrow { metrics.space.xxl * 2.0 } else { metrics.rail };
    let card = Frame::new().fill(colors.card());
    Panel::left("rail")
        .exact_size(width)
        .resizable(false)
        .show_separator_line(false)
        .frame(card)
        .show(ui, |ui| rail::show(ui, view, narrow, desk));
    Panel::bottom("footer")
        .exact_size(metrics.footer)
        .resizable(false)
        .show_separator_line(false)
        .frame(card)
        .show(ui, |ui| footer::show(ui, view, desk));
    CentralPanel::default().frame(Frame::new().fill(colors.ground())).show(ui, |ui| {
        let side = if narrow { metrics.space.l } else { metrics.space.xl + metrics.space.xs };
        #[expect(clippy::cast_possible_truncation, reason = "a margin is a few points")]
        let margin = Margin { left: side as i8, right: side as i8, top: 22, bottom: 16 };
        ScrollArea::vertical().id_salt(view.plan().step).auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                if let Some(message) = message {
                    notice(ui, message, desk);
                    ui.add_space(metrics.space.m);
                }
                pages::show(ui, view, desk);
            });
        });
    });
}

/// The bar of a job that takes long enough, with a way to stop it.
pub(super) fn job_bar(ui: &mut Ui, window: &mut Window) {
    if let Some(job) = window.around.jobs.shown(ui.ctx()) {
        notice::job(ui, &job, &mut window.desk);
    }
}

/// Help, shortcuts and settings.
pub(super) fn overlays(ui: &Ui, window: &mut Window) {
    if let Some(open) = window.overlay {
        overlay::show(ui, open, &window.around.words, &window.settings, &mut window.desk);
    }
}

/// While files hang over the window: where they will go.
pub(super) fn drop_hint(ui: &Ui) {
    if !ui.input(|input| input.raw.hovered_files.is_empty()) {
        overlay::drop_hint(ui);
    }
}
