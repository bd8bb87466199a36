//! Inputs with a label above and a note below: a hint, or what is wrong.

use egui::{Id, Margin, Response, Stroke, TextEdit, Ui};

use super::button::Button;
use super::icon::Icon;
use super::scroll::belongs_to;
use super::text::small;
use crate::app::theme::{self, Tokens};

/// What stands below an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldNote<'a> {
    None,
    Hint(&'a str),
    Warning(&'a str),
    /// The problem and the way out.
    Problem(&'a str),
}

/// A single-line input.
#[derive(Debug)]
#[must_use = "call .show(ui)"]
pub struct Field<'a> {
    label: &'a str,
    text: &'a mut String,
    id: Option<Id>,
    note: FieldNote<'a>,
    example: &'a str,
    secret: bool,
    code: bool,
    width: Option<f32>,
    reveal: Option<(bool, &'a str)>,
    keeps_focus: bool,
}

/// What happened at an input.
#[derive(Debug)]
pub struct FieldResponse {
    pub input: Response,
    /// The eye beside a secret was clicked.
    pub reveal_clicked: bool,
}

impl<'a> Field<'a> {
    pub fn new(label: &'a str, text: &'a mut String) -> Self {
        Self {
            label,
            text,
            id: None,
            note: FieldNote::None,
            example: "",
            secret: false,
            code: false,
            width: None,
            reveal: None,
            keeps_focus: false,
        }
    }

    /// A stable id, so that the keyboard can be sent here.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    pub fn note(mut self, note: FieldNote<'a>) -> Self {
        self.note = note;
        self
    }

    /// What stands in the empty input, set back.
    pub fn example(mut self, example: &'a str) -> Self {
        self.example = example;
        self
    }

    /// Shows dots instead of what is typed.
    pub fn secret(mut self, secret: bool) -> Self {
        self.secret = secret;
        self
    }

    /// Codes and serials.
    pub fn code(mut self) -> Self {
        self.code = true;
        self
    }

    /// A width in points; otherwise as wide as there is room.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Enter does not send the keyboard elsewhere.
    pub fn keeps_focus(mut self) -> Self {
        self.keeps_focus = true;
        self
    }

    /// An eye beside a secret; `name` is what a screen reader says of it.
    pub fn reveal(mut self, shown: bool, name: &'a str) -> Self {
        self.reveal = Some((shown, name));
        self
    }

    pub fn show(mut self, ui: &mut Ui) -> FieldResponse {
        let tokens = theme::of(ui);
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let shown = ui.vertical(|ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = tokens.metrics.space.xs;
            let label = small(ui, self.label);
            let wrong = matches!(self.note, FieldNote::Problem(_));
            if wrong {
                let stroke = Stroke::new(tokens.metrics.hairline, tokens.colors.bad.ink());
                let widgets = &mut ui.visuals_mut().widgets;
                widgets.inactive.bg_stroke = stroke;
                widgets.hovered.bg_stroke = stroke;
            }
            let eye = if self.reveal.is_some() { tokens.metrics.control + 4.0 } else { 0.0 };
            let mut reveal_clicked = false;
            let input = ui
                .horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    let input = self.edit(ui, &tokens, width - eye).labelled_by(label.id);
                    if let Some((shown, name)) = self.reveal {
                        let icon = if shown { Icon::EyeOff } else { Icon::Eye };
                        reveal_clicked = Button::icon_only(icon, name).small().show(ui).clicked();
                    }
                    input
                })
                .inner;
            show_note(ui, self.note);
            FieldResponse { input, reveal_clicked }
        });
        belongs_to(ui, &shown.inner.input, shown.response.rect);
        shown.inner
    }

    fn edit(&mut self, ui: &mut Ui, tokens: &Tokens, width: f32) -> Response {
        let padding = (tokens.metrics.control - tokens.metrics.body * 1.4) / 2.0;
        #[expect(clippy::cast_possible_truncation, reason = "a padding is a few points")]
        let margin = Margin::symmetric(10, padding as i8);
        let example = egui::RichText::new(self.example).color(tokens.colors.muted());
        let mut edit = TextEdit::singleline(self.text)
            .desired_width(width)
            .min_size(egui::vec2(0.0, tokens.metrics.control - 2.0))
            .align(egui::Align2::LEFT_CENTER)
            .margin(margin)
            .password(self.secret)
            .hint_text(example);
        if self.code {
            edit = edit.font(egui::TextStyle::Monospace);
        }
        if let Some(id) = self.id {
            edit = edit.id(id);
        }
        if self.keeps_focus {
            edit = edit.return_key(None);
        }
        ui.add(edit)
    }
}

/// The line below an input.
pub fn show_note(ui: &mut Ui, note: FieldNote<'_>) {
    let tokens = theme::of(ui);
    let (icon, color, text) = match note {
        FieldNote::None => return,
        FieldNote::Hint(text) => {
            small(ui, text);
            return;
        }
        FieldNote::Warning(text) => (Icon::Warn, tokens.colors.warn.ink(), text),
        FieldNote::Problem(text) => (Icon::Bad, tokens.colors.bad.ink(), text),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = tokens.metrics.space.xs;
        icon.show(ui, tokens.metrics.lead, color);
        let text = egui::RichText::new(text).text_style(egui::TextStyle::Small).color(color);
        ui.add(egui::Label::new(text).wrap());
    });
}
