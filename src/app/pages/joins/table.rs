//! The three joins side by side.

use egui::{Frame, Margin, Rect, Ui, UiBuilder};

use crate::app::guide::Reading;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Card, Chip, Icon, bold, divider, heading, small};
use crate::check::{Advice, Aspect, Join};

/// Below this width the name of a line stands above its cells.
const ROOM_FOR_NAMES: f32 = 820.0;

const NAME_WIDTH: f32 = 140.0;
const GAP: f32 = 20.0;

pub(super) fn show(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>) {
    let texts = &reading.words.texts.joins;
    let joins = &reading.handbook.knowledge.joins;
    Card::flush().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        padded(ui, 12, |ui| {
            heading(ui, &texts.compare);
        });
        divider(ui);
        padded(ui, 10, |ui| {
            cells(ui, "", |ui, join| {
                bold(ui, joins.title(join));
                if advice.join == Some(join) {
                    Chip::new(Tone::Accent, &texts.fits).icon(Icon::Tick).show(ui);
                }
                small(ui, joins.words(join).map_or("", |words| &words.about));
            });
        });
        for aspect in joins.aspects() {
            divider(ui);
            line(ui, reading, aspect);
        }
    });
}

fn line(ui: &mut Ui, reading: &Reading<'_>, aspect: &Aspect) {
    let row = ui.scope(|ui| {
        padded(ui, 9, |ui| {
            cells(ui, &aspect.label, |ui, join| {
                let ink = theme::of(ui).colors.text();
                for statement in aspect.of(join) {
                    ui.add(egui::Label::new(egui::RichText::new(statement).color(ink)).wrap());
                }
            });
        });
    });
    let sources = reading.handbook.knowledge.joins.sources_of(aspect);
    let lines: Vec<String> = sources.map(|source| format!("{source}, {}", source.dated)).collect();
    row.response.on_hover_text(lines.join("\n"));
}

/// A name and a cell for each join, side by side.
fn cells(ui: &mut Ui, name: &str, mut cell: impl FnMut(&mut Ui, Join)) {
    let wide = ui.available_width() >= ROOM_FOR_NAMES;
    if !wide && !name.is_empty() {
        small(ui, name);
        ui.add_space(2.0);
    }
    let all = ui.available_rect_before_wrap();
    let left = if wide { all.left() + NAME_WIDTH + GAP } else { all.left() };
    let width = (all.right() - left - 2.0 * GAP) / 3.0;
    let mut bottom = all.top();
    if wide && !name.is_empty() {
        let place = Rect::from_min_max(all.min, egui::pos2(all.left() + NAME_WIDTH, all.bottom()));
        bottom = bottom.max(column(ui, place, |ui| {
            bold(ui, name);
        }));
    }
    for (index, join) in Join::ALL.into_iter().enumerate() {
        let from = left + index as f32 * (width + GAP);
        let place =
            Rect::from_min_max(egui::pos2(from, all.top()), egui::pos2(from + width, all.bottom()));
        bottom = bottom.max(column(ui, place, |ui| cell(ui, join)));
    }
    let used = Rect::from_min_max(all.min, egui::pos2(all.right(), bottom));
    ui.allocate_rect(used, egui::Sense::hover());
}

/// Draws from the top of a place and gives back where it ended.
fn column(ui: &mut Ui, place: Rect, contents: impl FnOnce(&mut Ui)) -> f32 {
    let layout = egui::Layout::top_down(egui::Align::LEFT);
    let mut child = ui.new_child(UiBuilder::new().max_rect(place).layout(layout));
    child.spacing_mut().item_spacing.y = 3.0;
    contents(&mut child);
    child.min_rect().bottom()
}

fn padded(ui: &mut Ui, vertical: i8, contents: impl FnOnce(&mut Ui)) {
    let margin = Margin::symmetric(16, vertical);
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        contents(ui);
    });
}

/// Where the comparison comes from.
pub(super) fn sources(ui: &mut Ui, reading: &Reading<'_>) {
    for source in reading.handbook.knowledge.joins.sources() {
        small(ui, &format!("{source}, {}", source.dated));
    }
}
