//! Lines of text in the few styles the program has.

use egui::{Label, Response, RichText, TextStyle, Ui};

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
