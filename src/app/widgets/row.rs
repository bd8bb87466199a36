//! Rows of buttons and chips. Also what ends at the right edge is drawn from
//! left to right, so that Tab goes the way people read.

use egui::{Align, Layout, Response, Ui, Vec2};

use super::button::Button;
use super::chip::Chip;
use super::text::heading;
use crate::app::theme;

/// Buttons at the right end of a row that is laid out from the right; gives
/// what belongs to the one that was clicked.
pub fn buttons_at_the_right<T>(ui: &mut Ui, buttons: Vec<(Button<'_>, T)>) -> Option<T> {
    at_the_right(ui, buttons, Button::size, Button::show)
}

/// Buttons from the left, in as many rows as they need.
pub fn buttons<T>(ui: &mut Ui, buttons: Vec<(Button<'_>, T)>) -> Option<T> {
    ui.horizontal_wrapped(|ui| one_after_the_other(ui, buttons, Button::show)).inner
}

/// Chips to click at the right end.
pub fn chips_at_the_right<T>(ui: &mut Ui, chips: Vec<(Chip<'_>, T)>) -> Option<T> {
    at_the_right(ui, chips, Chip::size, Chip::show)
}

fn at_the_right<P, T>(
    ui: &mut Ui,
    parts: Vec<(P, T)>,
    size: impl Fn(&P, &Ui) -> Vec2,
    show: impl Fn(P, &mut Ui) -> Response,
) -> Option<T> {
    let gaps = ui.spacing().item_spacing.x * parts.len().saturating_sub(1) as f32;
    let sizes: Vec<Vec2> = parts.iter().map(|(part, _)| size(part, ui)).collect();
    let width: f32 = sizes.iter().map(|size| size.x).sum();
    let height = sizes.iter().map(|size| size.y).fold(0.0, f32::max);
    let size = Vec2::new(width + gaps, height);
    let row = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, row, |ui| one_after_the_other(ui, parts, show)).inner
}

fn one_after_the_other<P, T>(
    ui: &mut Ui,
    parts: Vec<(P, T)>,
    show: impl Fn(P, &mut Ui) -> Response,
) -> Option<T> {
    let mut clicked = None;
    for (part, meaning) in parts {
        if show(part, ui).clicked() {
            clicked = Some(meaning);
        }
    }
    clicked
}

/// The title of a card, and what stands at its right. The row is no higher
/// than its parts, so that titles of cards side by side stand on one line.
pub fn card_title(ui: &mut Ui, text: &str, right: impl FnOnce(&mut Ui)) {
    let height = ui.text_style_height(&theme::lead());
    let size = Vec2::new(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        right(ui);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| heading(ui, text));
    });
}
