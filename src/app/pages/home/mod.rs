//! The first page: four ways in, recent plans, a drop zone, the demo.

mod recent;
mod start;
mod ways;

use egui::{Align, Color32, Frame, Layout, Margin, ScrollArea, Sense, TextStyle, Ui, Vec2};

use super::this_computer;
use crate::app::desk::Desk;
use crate::app::guide::Guide;
use crate::app::settings::Recent;
use crate::app::shell;
use crate::app::theme;
use crate::app::widgets::{
    Button, Icon, buttons, buttons_at_the_right, cards, muted, paint_icon, scroll,
};
use crate::app::window::Notice;
use crate::app::words::Words;

/// What the first page shows.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a> {
    pub words: &'a Words,
    pub recent: &'a [Recent],
}

impl Home<'_> {
    pub fn show(&self, ui: &mut Ui, message: Option<&Notice>, desk: &mut Desk) {
        let tokens = theme::of(ui);
        let ground = Frame::new().fill(tokens.colors.ground());
        egui::CentralPanel::default().frame(ground).show(ui, |ui| {
            let side = if ui.available_width() < 1000.0 { 24 } else { 56 };
            scroll(ui, ScrollArea::vertical().auto_shrink(false), |ui| {
                Frame::new().inner_margin(Margin::symmetric(side, 34)).show(ui, |ui| {
                    self.heading(ui, desk);
                    if let Some(message) = message {
                        shell::notice(ui, message, desk);
                        ui.add_space(tokens.metrics.space.m);
                    }
                    self.ways(ui, desk);
                    ui.add_space(tokens.metrics.space.l + 4.0);
                    self.lower(ui, desk);
                });
            });
        });
    }

    fn heading(&self, ui: &mut Ui, desk: &mut Desk) {
        let tokens = theme::of(ui);
        let narrow = ui.available_width() < ROOM_FOR_FOUR;
        let narrowest = ui.available_width() < ROOM_FOR_GUIDES;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(44.0), Sense::hover());
            ui.painter().rect_filled(rect, 10.0, tokens.colors.accent());
            let ink = tokens.colors.on_accent();
            paint_icon(ui.painter(), rect.center(), Icon::Brand, 26.0, ink);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if !narrowest {
                    self.guides(ui, buttons_at_the_right, desk);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        let text = egui::RichText::new(&self.words.home.title)
                            .text_style(theme::title())
                            .size(tokens.metrics.title + 4.0);
                        ui.add(egui::Label::new(text).wrap());
                        if !narrow {
                            muted(ui, &self.words.home.about);
                        }
                    });
                });
            });
        });
        if narrow {
            ui.add_space(tokens.metrics.space.xs);
            muted(ui, &self.words.home.about);
        }
        if narrowest {
            self.guides(ui, buttons, desk);
        }
        ui.add_space(tokens.metrics.space.l + 4.0);
    }

    /// The ways to what can be read without a plan.
    fn guides(
        &self,
        ui: &mut Ui,
        row: impl FnOnce(&mut Ui, Vec<(Button<'_>, Guide)>) -> Option<Guide>,
        desk: &mut Desk,
    ) {
        ui.spacing_mut().item_spacing.x = theme::of(ui).metrics.space.s;
        let guides = [(Guide::Joins, Icon::Signpost), (Guide::Rules, Icon::Book)];
        let names = guides.map(|(guide, _)| self.words.guide(guide).name);
        let buttons = guides
            .iter()
            .zip(&names)
            .map(|((guide, icon), name)| (Button::quiet(name).icon(*icon).small(), *guide));
        if let Some(guide) = row(ui, buttons.collect()) {
            desk.read(guide);
        }
    }

    fn lower(&self, ui: &mut Ui, desk: &mut Desk) {
        let room = ui.available_width();
        let gap = theme::of(ui).metrics.space.m + 2.0;
        let below = gap - ui.spacing().item_spacing.y;
        if room < ROOM_FOR_FOUR {
            self.drop_zone(ui, LOWEST, desk);
            ui.add_space(below);
            let half = ((room - gap) / 2.0).floor();
            self.other_ways(ui, gap, [half, half], desk);
            ui.add_space(below);
            self.recent_plans(ui, desk);
            return;
        }
        let right = ((room - gap) * 0.4).round();
        let left = room - gap - right;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            let recent = ui.vertical(|ui| {
                ui.set_width(left);
                self.recent_plans(ui, desk);
            });
            ui.vertical(|ui| {
                ui.set_width(right);
                self.drop_zone(ui, recent.response.rect.height(), desk);
            });
        });
        ui.add_space(below);
        self.other_ways(ui, gap, [left, right], desk);
    }

    /// What to do without a report, and without a device.
    fn other_ways(&self, ui: &mut Ui, gap: f32, widths: [f32; 2], desk: &mut Desk) {
        cards(ui, gap, &widths, |ui, place| match place {
            0 => this_computer::contents(ui, &self.words.texts.this_computer, desk),
            _ => self.no_device(ui, desk),
        });
    }
}

/// Below this width two cards stand in a row, and no columns, in points.
const ROOM_FOR_FOUR: f32 = 880.0;

/// Below this width the guides stand below the title, in points.
const ROOM_FOR_GUIDES: f32 = 640.0;

/// The least height of the drop zone with the line below it, in points.
const LOWEST: f32 = 180.0;

/// How high a text gets in a room of this width.
fn height_of(ui: &Ui, text: &str, style: &TextStyle, width: f32) -> f32 {
    let font = style.resolve(ui.style());
    ui.painter().layout(text.to_owned(), font, Color32::TRANSPARENT, width).size().y
}
