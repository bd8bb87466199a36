//! Choices as tiles: the look of one, and tiles side by side of which one is on.

use egui::{Color32, Frame, Id, Response, Role, Sense, Stroke, Ui, WidgetInfo};

use super::card::side_by_side;
use crate::app::theme::{self, Tokens};

/// The ground and the border of a tile that can be chosen.
#[must_use]
pub fn tile_look(tokens: &Tokens, on: bool, response: &Response) -> (Color32, Stroke) {
    let (colors, metrics) = (&tokens.colors, &tokens.metrics);
    let hot = response.hovered() || response.has_focus();
    let line = if on || hot { colors.accent() } else { colors.line() };
    let thickness = if response.has_focus() { metrics.focus } else { metrics.hairline };
    let fill = if on { colors.accent_soft() } else { colors.card() };
    (fill, Stroke::new(thickness, line))
}

/// One of the tiles among which a person chooses.
#[derive(Debug, Clone)]
pub struct Tile {
    /// Stays the same while others are chosen, so that the keyboard stays here.
    pub id: Id,
    /// What a screen reader says.
    pub name: String,
    pub on: bool,
}

/// Tiles of one width side by side, all as high as the highest; `contents`
/// draws the one at a place. Gives the place of the one that was chosen, which
/// may be on already.
pub fn tiles(
    ui: &mut Ui,
    gap: f32,
    width: f32,
    tiles: &[Tile],
    contents: impl FnMut(&mut Ui, usize),
) -> Option<usize> {
    let tokens = theme::of(ui);
    let metrics = &tokens.metrics;
    let frame = Frame::new()
        .stroke(Stroke::new(metrics.hairline, Color32::TRANSPARENT))
        .corner_radius(metrics.control_radius)
        .inner_margin(metrics.space.m);
    let widths = vec![width; tiles.len()];
    let mut chosen = None;
    side_by_side(ui, gap, &widths, frame, contents, |ui, place, rect| {
        let Some(tile) = tiles.get(place) else { return frame };
        let response = ui.interact(rect, tile.id, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, tile.on, &tile.name));
        if response.clicked() {
            chosen = Some(place);
        }
        let (fill, stroke) = tile_look(&tokens, tile.on, &response);
        frame.fill(fill).stroke(stroke)
    });
    chosen
}
