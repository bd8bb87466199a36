//! The plans that were open last.

use egui::{
    Align, Frame, Layout, Margin, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo,
};

use super::{Home, LOWEST};
use crate::app::desk::{Action, Desk};
use crate::app::dialogs::Ask;
use crate::app::settings::{Recent, Stage};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Card, Chip, Icon, bold, divider, key_cap, link, muted, paint_icon, small,
};
use crate::plan::Journey;

/// More plans than this are opened by their file.
const MOST_RECENT: usize = 4;

impl Home<'_> {
    pub(super) fn recent_plans(&self, ui: &mut Ui, desk: &mut Desk) {
        let texts = &self.words.home;
        Card::flush().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            Frame::new().inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.set_min_height(28.0);
                    bold(ui, &texts.recent);
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        key_cap(ui, "Ctrl O");
                        if link(ui, &texts.open).clicked() {
                            desk.send(Action::Pick(Ask::Plan));
                        }
                    });
                });
            });
            divider(ui);
            if self.recent.is_empty() {
                no_recent(ui, &texts.no_recent);
            }
            for (place, recent) in self.recent.iter().take(MOST_RECENT).enumerate() {
                if place > 0 {
                    divider(ui);
                }
                if recent_row(ui, recent).clicked() {
                    desk.send(Action::OpenPlan(recent.path.clone()));
                }
            }
        });
    }
}

/// In place of the plans, as high as the drop zone beside it.
fn no_recent(ui: &mut Ui, text: &str) {
    let tokens = theme::of(ui);
    let size = Vec2::new(ui.available_width(), LOWEST - 47.0);
    ui.allocate_ui_with_layout(size, Layout::top_down(Align::Center), |ui| {
        ui.set_min_size(size);
        ui.add_space(size.y / 2.0 - 30.0);
        Icon::Clock.show(ui, 28.0, tokens.colors.muted());
        ui.add_space(tokens.metrics.space.s);
        muted(ui, text);
    });
}

fn recent_row(ui: &mut Ui, recent: &Recent) -> Response {
    let tokens = theme::of(ui);
    let size = Vec2::new(ui.available_width(), 57.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, tokens.colors.sunken());
    }
    if response.has_focus() {
        let stroke = Stroke::new(tokens.metrics.focus, tokens.colors.accent());
        let radius = tokens.metrics.control_radius;
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    }
    let icon = match recent.journey {
        Journey::NewDevice => Icon::Device,
        Journey::DeviceInUse => Icon::Gear,
        Journey::Proof => Icon::Proof,
    };
    let at = egui::pos2(rect.left() + 26.0, rect.center().y);
    paint_icon(ui.painter(), at, icon, 20.0, tokens.colors.muted());
    let (tone, word) = match recent.stage {
        Stage::InProgress => (Tone::Accent, "In progress"),
        Stage::Verified => (Tone::Good, "Verified"),
        Stage::Exported => (Tone::Good, "Exported"),
    };
    let inner =
        Rect::from_min_max(rect.min + Vec2::new(48.0, 9.0), rect.max - Vec2::new(16.0, 8.0));
    let row = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).layout(row));
    child.scope(|ui| {
        Chip::new(tone, word).show(ui);
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(egui::Label::new(&recent.title).truncate());
            small(ui, &recent.about);
        });
    });
    let name = format!("Open {}, {word}", recent.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response
}
