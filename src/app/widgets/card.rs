//! Cards: the white boxes that hold what belongs together.

use egui::layers::ShapeIdx;
use egui::{Color32, Frame, InnerResponse, Margin, Rect, Shadow, Shape, Stroke, Ui};

use crate::app::theme::{self, Tokens, Tone};

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
        let inner = self.frame(&tokens).show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui)
        });
        if let Some(tone) = self.edge {
            let (rect, metrics) = (inner.response.rect, &tokens.metrics);
            let clip = Rect::from_min_max(
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

    fn frame(self, tokens: &Tokens) -> Frame {
        let (colors, metrics) = (&tokens.colors, &tokens.metrics);
        #[expect(clippy::cast_possible_truncation, reason = "a padding is a few points")]
        let padding = Margin::same(self.padding as i8);
        Frame::new()
            .fill(colors.card())
            .stroke(Stroke::new(metrics.hairline, colors.line()))
            .corner_radius(metrics.card_radius)
            .shadow(Shadow { offset: [0, 1], blur: 3, spread: 0, color: colors.shadow() })
            .inner_margin(padding)
    }
}

/// Cards of these widths side by side, all as high as the highest; `contents`
/// draws the one at a place.
pub fn cards(ui: &mut Ui, gap: f32, widths: &[f32], contents: impl FnMut(&mut Ui, usize)) {
    let frame = Card::default().frame(&theme::of(ui));
    side_by_side(ui, gap, widths, frame, contents, |_, _, _| frame);
}

/// Frames side by side, all as high as the highest. How each looks is told
/// last, when its room is known: `look` may only change what takes no room.
pub(super) fn side_by_side(
    ui: &mut Ui,
    gap: f32,
    widths: &[f32],
    frame: Frame,
    mut contents: impl FnMut(&mut Ui, usize),
    mut look: impl FnMut(&mut Ui, usize, Rect) -> Frame,
) {
    let mut drawn: Vec<(ShapeIdx, Rect)> = Vec::new();
    let between = ui.spacing().item_spacing.x;
    let margin = frame.total_margin();
    let stroke = Stroke::new(frame.stroke.width, Color32::TRANSPARENT);
    let unseen = Frame { fill: Color32::TRANSPARENT, stroke, shadow: Shadow::NONE, ..frame };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (place, width) in widths.iter().enumerate() {
            let ground = ui.painter().add(Shape::Noop);
            let inner = unseen.show(ui, |ui| {
                ui.vertical(|ui| {
                    ui.set_width(width - margin.sum().x);
                    ui.spacing_mut().item_spacing.x = between;
                    contents(ui, place);
                });
            });
            drawn.push((ground, inner.response.rect));
        }
    });
    let bottom = drawn.iter().map(|(_, rect)| rect.bottom()).fold(f32::MIN, f32::max);
    for (place, (ground, rect)) in drawn.into_iter().enumerate() {
        let rect = Rect::from_min_max(rect.min, egui::pos2(rect.right(), bottom));
        let shape = look(ui, place, rect).paint(rect - margin);
        ui.painter().set(ground, shape);
    }
}

/// A hairline across the room there is.
pub fn divider(ui: &mut Ui) {
    let tokens = theme::of(ui);
    let size = egui::vec2(ui.available_width(), tokens.metrics.hairline);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    ui.painter().rect_filled(rect, 0.0, tokens.colors.line());
}
