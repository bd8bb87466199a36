//! Switches and segmented choices.

use std::sync::Arc;

use egui::{Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, Vec2, WidgetInfo};

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
    let segments: Vec<Segment<'_>> = choices
        .iter()
        .enumerate()
        .map(|(index, (icon, text))| Segment::new(ui, *icon, text, index == chosen))
        .collect();
    let width: f32 = segments.iter().map(|segment| segment.width).sum();
    let size = Vec2::new(width + 2.0 * RIM, metrics.small_control + 2.0 * RIM);
    let (frame, _) = ui.allocate_exact_size(size, Sense::hover());
    let line = Stroke::new(metrics.hairline, colors.line());
    ui.painter().rect(frame, metrics.control_radius, colors.card(), line, StrokeKind::Inside);
    let mut clicked = None;
    let mut left = frame.left() + RIM;
    for (index, segment) in segments.into_iter().enumerate() {
        let corner = egui::pos2(left, frame.top() + RIM);
        left += segment.width;
        let size = Vec2::new(segment.width, metrics.small_control);
        if segment.show(ui, egui::Rect::from_min_size(corner, size)).clicked() {
            clicked = Some(index);
        }
    }
    clicked
}

/// The rim around the segments, in points.
const RIM: f32 = 3.0;

/// One choice of a row.
struct Segment<'a> {
    icon: Option<Icon>,
    text: &'a str,
    on: bool,
    galley: Arc<egui::Galley>,
    width: f32,
}

impl<'a> Segment<'a> {
    fn new(ui: &Ui, icon: Option<Icon>, text: &'a str, on: bool) -> Self {
        let tokens = theme::of(ui);
        let ink = if on { tokens.colors.on_accent() } else { tokens.colors.text() };
        let style = if on { theme::strong() } else { TextStyle::Button };
        let galley = ui.painter().layout_no_wrap(text.to_owned(), style.resolve(ui.style()), ink);
        let metrics = &tokens.metrics;
        let icon_width = if icon.is_some() { metrics.icon + metrics.space.xs } else { 0.0 };
        let width = galley.size().x + icon_width + 2.0 * metrics.space.m;
        Self { icon, text, on, galley, width }
    }

    fn show(self, ui: &mut Ui, rect: egui::Rect) -> Response {
        let tokens = theme::of(ui);
        let (colors, metrics) = (&tokens.colors, &tokens.metrics);
        let ink = if self.on { colors.on_accent() } else { colors.text() };
        let response = ui.interact(rect, ui.scope_id().with(self.text), Sense::click());
        let painter = ui.painter();
        let radius = metrics.control_radius - 2.0;
        if self.on {
            painter.rect_filled(rect, radius, colors.accent());
        } else if response.hovered() {
            painter.rect_filled(rect, radius, colors.sunken());
        }
        let mut x = rect.left() + metrics.space.m;
        if let Some(icon) = self.icon {
            let center = egui::pos2(x + metrics.icon / 2.0, rect.center().y);
            paint_icon(painter, center, icon, metrics.icon, ink);
            x += metrics.icon + metrics.space.xs;
        }
        let top = rect.center().y - self.galley.size().y / 2.0;
        painter.galley(egui::pos2(x, top), self.galley, ink);
        if response.has_focus() {
            let color = if self.on { colors.text() } else { colors.accent() };
            let stroke = Stroke::new(metrics.focus, color);
            painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        }
        let (on, text) = (self.on, self.text);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, text));
        response
    }
}
