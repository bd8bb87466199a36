//! Cards: the white boxes that hold what belongs together.

use egui::{Frame, InnerResponse, Margin, Shadow, Stroke, Ui};

use crate::app::theme::{self, Tone};

/// A card, perhaps with a colored edge that tells its state.
#[derive(Debug, Clone, Copy)]
#[must_use = "call .show(ui, …)"]
pub struct Card {
    edge: Option<Tone>,
    padding: f32,
}

impl Default for Card {
    fn default() -> Self {
        Self { edge: None, padding: 16.0 }
    }
}

impl Card {
    /// A card without padding, for rows that reach its borders.
    pub fn flush() -> Self {
        Self { padding: 0.0, ..Self::default() }
    }

    /// A colored left edge.
    pub fn edge(mut self, tone: Tone) -> Self {
        self.edge = Some(tone);
        self
    }

    /// Draws the card as wide as there is room.
    pub fn show<R>(self, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
        let tokens = theme::of(ui);
        let (colors, metrics) = (&tokens.colors, &tokens.metrics);
        #[expect(clippy::cast_possible_truncation, reason = "a padding is a few points")]
        let padding = Margin::same(self.padding as i8);
        let frame = Frame::new()
            .fill(colors.card())
            .stroke(Stroke::new(metrics.hairline, colors.line()))
            .corner_radius(metrics.card_radius)
            .shadow(Shadow { offset: [0, 1], blur: 3, spread: 0, color: colors.shadow() })
            .inner_margin(padding);
        let inner = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        });
        if let Some(tone) = self.edge {
            let rect = inner.response.rect;
            let clip = egui::Rect::from_min_max(
                rect.min,
                egui::pos2(rect.left() + metrics.space.xs, rect.bottom()),
            );
            ui.painter().with_clip_rect(clip.intersect(ui.clip_rect())).rect_filled(
                rect,
                metrics.card_radius,
                tokens.ink(tone),
            );
        }
        inner
    }
}

/// A hairline across the room there is.
pub fn divider(ui: &mut Ui) {
    let tokens = theme::of(ui);
    let size = egui::vec2(ui.available_width(), tokens.metrics.hairline);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, tokens.colors.line());
}
