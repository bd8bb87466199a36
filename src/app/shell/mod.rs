//! What surrounds every step: the rail, the footer, the page's scroll area,
//! and what can lie on top.

mod footer;
mod notice;
mod overlay;
mod rail;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, UiBuilder};

use super::desk::{Desk, View};
use super::guide::{Guide, Reading};
use super::widgets::scroll;
use super::window::{Notice, Window};
use super::words::Words;
use super::{pages, theme};

pub use notice::{announce, show as notice};

/// Below this width of the window the rail shows numbers only.
const ROOM_FOR_NAMES: f32 = 1000.0;

/// Whether the window is too narrow for names in the rail and wide margins.
fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < ROOM_FOR_NAMES
}

/// Draws the open plan: rail, page and footer.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, message: Option<&Notice>, desk: &mut Desk) {
    let tokens = theme::of(ui);
    let (colors, metrics) = (&tokens.colors, &tokens.metrics);
    let narrow = is_narrow(ui);
    let width = if narrow { metrics.space.xxl * 2.0 } else { metrics.rail };
    let card = Frame::new().fill(colors.card());
    Panel::left("rail")
        .exact_size(width)
        .resizable(false)
        .show_separator_line(false)
        .frame(card)
        .show(ui, |ui| rail::show(ui, view, narrow, desk));
    let shelf = desk.shelf.open;
    let page = (view.plan().step, &view.bench.path);
    above_footer(
        ui,
        desk,
        |ui, desk| match shelf {
            Some(guide) => {
                let View { bench, handbook, words } = *view;
                let reading = Reading { bench: Some(bench), handbook, words };
                body(ui, guide, message, desk, |ui, desk| pages::guide(ui, guide, &reading, desk));
            }
            None => body(ui, page, message, desk, |ui, desk| pages::show(ui, view, desk)),
        },
        |ui, desk| match shelf {
            Some(_) => footer::leave_guide(ui, &view.words.step(view.plan().step).name, desk),
            None => footer::show(ui, view, desk),
        },
    );
}

/// The page and the footer below it. The page is drawn first: Tab goes through
/// them in this order.
fn above_footer(
    ui: &mut Ui,
    desk: &mut Desk,
    page: impl FnOnce(&mut Ui, &mut Desk),
    footer: impl FnOnce(&mut Ui, &mut Desk),
) {
    let tokens = theme::of(ui);
    let all = ui.available_rect_before_wrap();
    let (above, below) = all.split_top_bottom_at_y(all.bottom() - tokens.metrics.footer);
    let mut upper = ui.new_child(UiBuilder::new().max_rect(above).id_salt("page"));
    upper.shrink_clip_rect(above);
    page(&mut upper, desk);
    let mut lower = ui.new_child(UiBuilder::new().max_rect(below).id_salt("footer"));
    lower.painter().rect_filled(below, 0.0, tokens.colors.card());
    footer(&mut lower, desk);
}

/// Draws a guide over the first page.
pub(super) fn guide(
    ui: &mut Ui,
    guide: Guide,
    reading: &Reading<'_>,
    message: Option<&Notice>,
    desk: &mut Desk,
) {
    above_footer(
        ui,
        desk,
        |ui, desk| {
            body(ui, guide, message, desk, |ui, desk| pages::guide(ui, guide, reading, desk));
        },
        |ui, desk| footer::leave_guide(ui, &reading.words.home.title, desk),
    );
}

/// Asks which of several devices is meant.
pub(super) fn sorting(ui: &mut Ui, window: &mut Window) {
    let Some(sorting) = &window.sorting else { return };
    let (words, message, desk) = (&window.around.words, &window.notice, &mut window.desk);
    above_footer(
        ui,
        desk,
        |ui, desk| {
            body(ui, "sorting", message.as_ref(), desk, |ui, desk| {
                pages::sorting::show(ui, sorting, words, desk);
            });
        },
        |ui, desk| footer::leave_sorting(ui, words, desk),
    );
}

/// The page itself, which scrolls inside; `page` tells pages apart, so that
/// each keeps its place.
fn body(
    ui: &mut Ui,
    page: impl std::hash::Hash + std::fmt::Debug,
    message: Option<&Notice>,
    desk: &mut Desk,
    contents: impl FnOnce(&mut Ui, &mut Desk),
) {
    let tokens = theme::of(ui);
    let (colors, space) = (&tokens.colors, tokens.metrics.space);
    CentralPanel::default().frame(Frame::new().fill(colors.ground())).show(ui, |ui| {
        let side = if is_narrow(ui) { space.l } else { space.xl + space.xs };
        #[expect(clippy::cast_possible_truncation, reason = "a margin is a few points")]
        let margin = Margin { left: side as i8, right: side as i8, top: 22, bottom: 16 };
        scroll(ui, ScrollArea::vertical().id_salt(page).auto_shrink(false), |ui| {
            Frame::new().inner_margin(margin).show(ui, |ui| {
                if let Some(message) = message {
                    notice(ui, message, desk);
                    ui.add_space(space.m);
                }
                contents(ui, desk);
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
pub(super) fn drop_hint(ui: &Ui, words: &Words) {
    let files = ui.input(|input| input.raw.hovered_files.len());
    if files > 0 {
        overlay::drop_hint(ui, &words.texts.drop, files);
    }
}
