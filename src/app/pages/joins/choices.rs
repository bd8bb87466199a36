//! The situations, as cards that are switched on and off.

use egui::{Rect, Response, Role, Sense, StrokeKind, TextStyle, Ui, Vec2, WidgetInfo};

use crate::app::desk::Desk;
use crate::app::guide::Reading;
use crate::app::theme;
use crate::app::widgets::{Card, Icon, heading, link, paint_icon, small, tile_look};
use crate::check::{Advice, Situation};

/// A choice needs so much room for its words, in points.
const NARROWEST: f32 = 300.0;

const HEIGHT: f32 = 50.0;

pub(super) fn show(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>, desk: &mut Desk) {
    let texts = &reading.words.texts.joins;
    Card::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            heading(ui, &texts.choose);
            if !desk.shelf.situations.is_empty() && link(ui, &texts.clear).clicked() {
                desk.shelf.situations.clear();
            }
        });
        told_by_the_device(ui, reading, advice);
        let mut group = "";
        let choices: Vec<&Situation> = reading.handbook.knowledge.joins.choices().collect();
        for first in &choices {
            if first.group == group {
                continue;
            }
            group = &first.group;
            ui.add_space(2.0);
            small(ui, group);
            let of_group: Vec<&Situation> =
                choices.iter().copied().filter(|one| one.group == group).collect();
            rows(ui, &of_group, desk);
        }
    });
}

/// What is counted without being chosen, because the device says so.
fn told_by_the_device(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>) {
    let told: Vec<&str> =
        advice.counted.iter().filter(|one| !one.is_choice()).map(|one| one.name()).collect();
    if told.is_empty() {
        return;
    }
    ui.horizontal_top(|ui| {
        let tokens = theme::of(ui);
        Icon::Device.show(ui, tokens.metrics.icon, tokens.colors.accent());
        small(ui, &reading.words.texts.joins.told.replace("{}", &told.join(". ")));
    });
}

fn rows(ui: &mut Ui, choices: &[&Situation], desk: &mut Desk) {
    let gap = theme::of(ui).metrics.space.s;
    let a_row: usize = if ui.available_width() < 2.0 * NARROWEST + gap { 1 } else { 2 };
    let width = ((ui.available_width() - gap * (a_row as f32 - 1.0)) / a_row as f32).floor();
    for row in choices.chunks(a_row) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for choice in row {
                let on = desk.shelf.situations.contains(&choice.id);
                if card(ui, choice, on, width).clicked() {
                    desk.choose_situation(&choice.id);
                }
            }
        });
    }
}

fn card(ui: &mut Ui, choice: &Situation, on: bool, width: f32) -> Response {
    let tokens = theme::of(ui);
    let (colors, metrics) = (&tokens.colors, &tokens.metrics);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::click());
    let (fill, stroke) = tile_look(&tokens, on, &response);
    ui.painter().rect(rect, metrics.control_radius, fill, stroke, StrokeKind::Inside);
    let (icon, ink) =
        if on { (Icon::Checked, colors.accent()) } else { (Icon::Unchecked, colors.edge()) };
    let mark = egui::pos2(rect.left() + 20.0, rect.top() + 17.0);
    paint_icon(ui.painter(), mark, icon, metrics.icon, ink);
    let words = Rect::from_min_max(
        egui::pos2(rect.left() + 36.0, rect.top() + 6.0),
        rect.max - Vec2::new(8.0, 6.0),
    );
    write(ui, words, &theme::strong(), &choice.title, colors.text(), 0.0);
    write(ui, words, &TextStyle::Small, &choice.about, colors.muted(), 21.0);
    let name = format!("{}: {}", choice.title, choice.about);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
    response.on_hover_text(name)
}

/// One line that ends in an ellipsis where it does not fit.
fn write(ui: &Ui, at: Rect, style: &TextStyle, text: &str, ink: egui::Color32, below: f32) {
    let mut job =
        egui::text::LayoutJob::simple_singleline(text.to_owned(), style.resolve(ui.style()), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(at.width());
    let galley = ui.painter().layout_job(job);
    ui.painter().galley(at.min + Vec2::new(0.0, below), galley, ink);
}
