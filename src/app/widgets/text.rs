//! Lines of text in the few styles the program has.

use egui::{Align, Frame, Label, Layout, Margin, Response, RichText, TextStyle, Ui};

use crate::app::theme;

/// The one title of a page.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    let color = theme::of(ui).colors.text();
    let label = Label::new(RichText::new(text).text_style(theme::title()).color(color)).wrap();
    ui.add(label)
}

/// The title of a card.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    let color = theme::of(ui).colors.text();
    ui.add(Label::new(RichText::new(text).text_style(theme::lead()).color(color)).wrap())
}

/// Bold body text.
pub fn bold(ui: &mut Ui, text: &str) -> Response {
    let color = theme::of(ui).colors.text();
    ui.add(Label::new(RichText::new(text).text_style(theme::strong()).color(color)).wrap())
}

/// Body text set back.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    let color = theme::of(ui).colors.muted();
    ui.add(Label::new(RichText::new(text).color(color)).wrap())
}

/// Small text set back.
pub fn small(ui: &mut Ui, text: &str) -> Response {
    let color = theme::of(ui).colors.muted();
    ui.add(Label::new(RichText::new(text).text_style(TextStyle::Small).color(color)).wrap())
}

/// A code, serial or file place; it can be selected and copied.
pub fn code(ui: &mut Ui, text: &str) -> Response {
    let color = theme::of(ui).colors.text();
    let text = RichText::new(text).text_style(TextStyle::Monospace).color(color);
    ui.add(Label::new(text).wrap().selectable(true))
}

/// A value that nobody types, with its label above and a note below. It stands
/// as high as an input beside it, and can be selected and copied.
pub fn told(ui: &mut Ui, label: &str, value: Option<&str>, unknown: &str, note: &str) {
    let tokens = theme::of(ui);
    let metrics = &tokens.metrics;
    small(ui, label);
    let ground = Frame::new()
        .fill(tokens.colors.sunken())
        .corner_radius(metrics.control_radius)
        .inner_margin(Margin::symmetric(10, 0));
    ground.show(ui, |ui| {
        let ink = if value.is_some() { tokens.colors.text() } else { tokens.colors.muted() };
        let text = RichText::new(value.unwrap_or(unknown)).color(ink);
        let size = egui::vec2(ui.available_width(), metrics.control - 2.0);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.add(Label::new(text).wrap().selectable(true));
        });
    });
    small(ui, note);
}
