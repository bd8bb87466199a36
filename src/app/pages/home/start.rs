//! A report to begin with, or a device of the demo.

use egui::{Align, Layout, Rect, Role, Sense, Stroke, TextStyle, Ui, UiBuilder, Vec2, WidgetInfo};

use super::{Home, LOWEST, height_of};
use crate::app::desk::{Action, Desk, Overlay};
use crate::app::dialogs::Ask;
use crate::app::keys;
use crate::app::theme;
use crate::app::widgets::{Button, Icon, bold, link, muted, small};

impl Home<'_> {
    /// As high as the plans beside it, with the way to a report below.
    pub(super) fn drop_zone(&self, ui: &mut Ui, height: f32, desk: &mut Desk) {
        let tokens = theme::of(ui);
        let texts = &self.words.home;
        let link_row = ui.spacing().interact_size.y + ui.spacing().item_spacing.y;
        let size = Vec2::new(ui.available_width(), height.max(LOWEST) - link_row);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let hot = response.hovered() || response.has_focus();
        let ink = if hot { tokens.colors.accent() } else { tokens.colors.edge() };
        let thickness =
            if response.has_focus() { tokens.metrics.focus } else { tokens.metrics.hairline };
        dashed_frame(ui, rect, Stroke::new(thickness, ink));
        let inner = rect.shrink(16.0);
        let words =
            28.0 + 4.0 + 20.0 + height_of(ui, &texts.drop_about, &TextStyle::Small, inner.width());
        let top = (rect.center().y - words / 2.0 - 4.0).max(inner.top());
        let middle = Rect::from_min_max(egui::pos2(inner.left(), top), inner.max);
        let column = Layout::top_down(Align::Center);
        let mut child = ui.new_child(UiBuilder::new().max_rect(middle).layout(column));
        child.spacing_mut().item_spacing.y = 4.0;
        Icon::Drop.show(&mut child, 28.0, tokens.colors.accent());
        bold(&mut child, &texts.drop);
        small(&mut child, &texts.drop_about);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &texts.choose));
        if response.clicked() {
            desk.send(Action::Pick(Ask::Reports));
        }
        ui.horizontal(|ui| {
            small(ui, &texts.no_report);
            if link(ui, &texts.capture).clicked() {
                desk.send(Action::Show(Overlay::Capture));
            }
        });
    }

    pub(super) fn no_device(&self, ui: &mut Ui, desk: &mut Desk) {
        let texts = &self.words.home;
        bold(ui, &texts.no_device);
        muted(ui, &texts.no_device_about);
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            if Button::primary(&texts.demo).icon(Icon::Play).show(ui).clicked() {
                desk.send(Action::Demo);
            }
            let hint = format!("{} shortcuts", keys::SHORTCUTS.len());
            let keys = Button::plain(&texts.keys).icon(Icon::Keyboard);
            if keys.show(ui).on_hover_text(hint).clicked() {
                desk.send(Action::Show(Overlay::Shortcuts));
            }
        });
    }
}

fn dashed_frame(ui: &Ui, rect: Rect, stroke: Stroke) {
    let rect = rect.shrink(1.0);
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    let shapes = egui::Shape::dashed_line(&corners, stroke, 4.0, 3.0);
    ui.painter().extend(shapes);
}
