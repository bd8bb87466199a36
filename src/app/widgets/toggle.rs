//! Switches and segmented choices.

use egui::{
    Align, Layout, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, Vec2, WidgetInfo,
};

use super::button::focus_ring;
use super::icon::{Icon, paint_icon};
use crate::app::theme;

/// A switch. `name` is what a screen reader says; it changes `on` when clicked.
pub fn switch(ui: &mut Ui, on: &mut bool, name: &str) -> Response {
    let tokens = theme::of(ui);
    let colors = &tokens.colors;
    let size = Vec2::new(32.0, tokens.metrics.target);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *on = !*on;
        response.mark_changed();
    }
    let track = egui::Rect::from_center_size(rect.center(), Vec2::new(32.0, 18.0));
    let fill = if *on { colors.accent() } else { colors.edge() };
    ui.painter().rect_filled(track, 9.0, fill);
    let knob = if *on { track.right() - 9.0 } else { track.left() + 9.0 };
    ui.painter().circle_filled(egui::pos2(knob, track.center().y), 7.0, colors.card());
    focus_ring(ui, rect, &response, &tokens);
    let state = *on;
    response.widget_info(|| WidgetInfo::selected(Role::Switch, true, state, name));
    response
}

/// A row of choices of which one is on. Returns the index that was clicked.
pub fn segments(ui: &mut Ui, choices: &[(Option<Icon>, &str)], chosen: usize) -> Option<usize> {
    let tokens = theme::of(ui);
    let (colors, metrics) = (&tokens.colors, &tokens.metrics);
    let mut clicked = None;
    let frame = egui::Frame::new()
        .fill(colors.card())
        .stroke(Stroke::new(metrics.hairline, colors.line()))
        .corner_radius(metrics.control_radius)
        .inner_margin(3);
    frame.show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            for (index, (icon, text)) in choices.iter().enumerate() {
                if segment(ui, *icon, text, index == chosen).clicked() {
                    clicked = Some(index);
                }
            }
        });
    });
    clicked
}

fn segment(ui: &mut Ui, icon: Option<Icon>, text: &str, on: bool) -> Response {
    let tokens = theme::of(ui);
    let (colors, metrics) = (&tokens.colors, &tokens.metrics);
    let ink = if on { colors.on_accent() } else { colors.text() };
    let style = if on { theme::strong() } else { TextStyle::Button };
    let galley = ui.painter().layout_no_wrap(text.to_owned(), style.resolve(ui.style()), ink);
    let icon_width = if icon.is_some() { metrics.icon + metrics.space.xs } else { 0.0 };
    let width = galley.size().x + icon_width + 2.0 * metrics.space.m;
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(width, metrics.small_control), Sense::click());
    let painter = ui.painter();
    if on {
        painter.rect_filled(rect, metrics.control_radius - 2.0, colors.accent());
    } else if response.hovered() {
        painter.rect_filled(rect, metrics.control_radius - 2.0, colors.sunken());
    }
    let mut x = rect.left() + metrics.space.m;
    if let Some(icon) = icon {
        let center = egui::pos2(x + metrics.icon / 2.0, rect.center().y);
        paint_icon(painter, center, icon, metrics.icon, ink);
        x += icon_width;
    }
    painter.galley(egui::pos2(x, rect.center().y - galley.size().y / 2.0), galley, ink);
    if response.has_focus() {
        let stroke = Stroke::new(metrics.focus, if on { colors.text() } else { colors.accent() });
        painter.rect_stroke(rect, metrics.control_radius - 2.0, stroke, StrokeKind::Inside);
    }
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, text));
    response
}
