//! Chips: a short word on a soft ground. And key caps.

use std::sync::Arc;

use egui::{
    Align2, CornerRadius, FontId, Galley, Response, Sense, Stroke, StrokeKind, TextStyle, Ui, Vec2,
};

use super::icon::{Icon, paint_icon};
use crate::app::theme::{self, Tokens, Tone};

/// A word in a round box that tells a state, or chooses a filter when clicked.
#[derive(Debug, Clone)]
#[must_use = "call .show(ui)"]
pub struct Chip<'a> {
    text: &'a str,
    tone: Tone,
    icon: Option<Icon>,
    sense: Sense,
}

impl<'a> Chip<'a> {
    pub fn new(tone: Tone, text: &'a str) -> Self {
        Self { text, tone, icon: None, sense: Sense::hover() }
    }

    /// Puts an icon before the word.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Makes it a button: a filter, for example.
    pub fn clickable(mut self) -> Self {
        self.sense = Sense::click();
        self
    }

    /// The room it takes.
    #[must_use]
    pub fn size(&self, ui: &Ui) -> Vec2 {
        let tokens = theme::of(ui);
        self.around(&self.galley(ui, &tokens), &tokens)
    }

    fn galley(&self, ui: &Ui, tokens: &Tokens) -> Arc<Galley> {
        let font = TextStyle::Small.resolve(ui.style());
        ui.painter().layout_no_wrap(self.text.to_owned(), font, tokens.ink(self.tone))
    }

    fn icon_width(&self, tokens: &Tokens) -> f32 {
        self.icon.map_or(0.0, |_| tokens.metrics.small + tokens.metrics.space.xs)
    }

    fn around(&self, galley: &Galley, tokens: &Tokens) -> Vec2 {
        let space = tokens.metrics.space;
        let least = if self.sense.senses_click() { tokens.metrics.target } else { 0.0 };
        let height = (galley.size().y + space.xs).max(least);
        let width = galley.size().x + self.icon_width(tokens) + 2.0 * (space.s + 1.0);
        Vec2::new(width, height)
    }

    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = theme::of(ui);
        let (space, ink) = (tokens.metrics.space, tokens.ink(self.tone));
        let galley = self.galley(ui, &tokens);
        let icon_width = self.icon_width(&tokens);
        let clickable = self.sense.senses_click();
        let size = self.around(&galley, &tokens);
        let (rect, response) = ui.allocate_exact_size(size, self.sense);
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(255), tokens.soft(self.tone));
        if clickable && (response.hovered() || response.has_focus()) {
            let stroke = Stroke::new(tokens.metrics.focus, ink);
            painter.rect_stroke(rect, CornerRadius::same(255), stroke, StrokeKind::Inside);
        }
        let mut at = rect.left_center() + Vec2::new(space.s + 1.0, 0.0);
        if let Some(icon) = self.icon {
            let half = tokens.metrics.small / 2.0;
            paint_icon(painter, at + Vec2::new(half, 0.0), icon, tokens.metrics.small, ink);
            at.x += icon_width;
        }
        painter.galley(at - Vec2::new(0.0, galley.size().y / 2.0), galley, ink);
        let kind = if clickable { egui::Role::Button } else { egui::Role::Label };
        response.widget_info(|| egui::WidgetInfo::labeled(kind, true, self.text));
        response
    }
}

/// A key of the keyboard, drawn small. Screen readers hear of it from the
/// control beside it.
pub fn key_cap(ui: &mut Ui, text: &str) {
    let tokens = theme::of(ui);
    let font = FontId::monospace(tokens.metrics.small - 1.0);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font.clone(), tokens.colors.muted());
    let size = galley.size() + Vec2::new(tokens.metrics.space.s + 2.0, tokens.metrics.space.xs);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let stroke = Stroke::new(tokens.metrics.hairline, tokens.colors.line());
    let painter = ui.painter();
    painter.rect(rect, 4.0, tokens.colors.card(), stroke, StrokeKind::Inside);
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font, tokens.colors.muted());
}
