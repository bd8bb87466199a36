//! Inputs that edit the plan: a draft while typing, a refusal at the field.

use egui::{Id, Response, ScrollArea, TextEdit, TextStyle, Ui};

use crate::app::desk::{Action, Desk};
use crate::app::widgets::{Button, Field, FieldNote, Icon};
use crate::check::Fact;
use crate::check::Labels;
use crate::device::{Kind, Value};
use crate::plan::Command;

/// A text input whose letters become commands.
pub struct TextInput<'a> {
    pub id: Id,
    pub label: &'a str,
    pub known: &'a str,
    pub note: FieldNote<'a>,
    pub example: &'a str,
    pub code: bool,
}

impl<'a> TextInput<'a> {
    pub fn new(id: Id, label: &'a str, known: &'a str) -> Self {
        Self { id, label, known, note: FieldNote::None, example: "", code: false }
    }

    pub fn note(self, note: FieldNote<'a>) -> Self {
        Self { note, ..self }
    }

    pub fn example(self, example: &'a str) -> Self {
        Self { example, ..self }
    }

    pub fn code(self) -> Self {
        Self { code: true, ..self }
    }

    /// Draws the input; `command` is what its text means.
    pub fn show(
        self,
        ui: &mut Ui,
        desk: &mut Desk,
        command: impl FnOnce(String) -> Command,
    ) -> Response {
        let mut text = desk.draft(self.id, self.known);
        let refusal = desk.refusal(self.id).map(str::to_owned);
        let note = refusal.as_deref().map_or(self.note, FieldNote::Problem);
        let mut field =
            Field::new(self.label, &mut text).id(self.id).note(note).example(self.example);
        if self.code {
            field = field.code();
        }
        let response = field.show(ui).input;
        if response.changed() {
            desk.set_draft(self.id, text.clone());
            desk.send(Action::Edit { input: self.id, command: command(text) });
        } else if response.lost_focus() || (!response.has_focus() && refusal.is_none()) {
            desk.leave(self.id);
        }
        take_focus(ui, desk, &response);
        response
    }
}

/// Gives the keyboard to an input that a page asked for.
pub fn take_focus(ui: &Ui, desk: &mut Desk, response: &Response) {
    if desk.focus_next == Some(response.id) {
        response.request_focus();
        response.scroll_to_me(Some(egui::Align::Center));
        desk.focus_next = None;
        ui.ctx().request_repaint();
    }
}

/// A box for text that is pasted, and the button that reads it.
pub fn paste_box(ui: &mut Ui, name: &str, rows: usize, read: Button<'_>, desk: &mut Desk) {
    // What is longer scrolls inside: a report has a hundred lines.
    let line = ui.text_style_height(&TextStyle::Monospace);
    let area = ScrollArea::vertical().id_salt(name).max_height(line * (rows + 3) as f32);
    area.show(ui, |ui| {
        let edit = TextEdit::multiline(&mut desk.paste)
            .font(TextStyle::Monospace)
            .desired_rows(rows)
            .desired_width(ui.available_width());
        ui.add(edit).accessible_name(name);
    });
    if read.icon(Icon::Right).small().show(ui).clicked() {
        let text = std::mem::take(&mut desk.paste);
        desk.send(Action::ReadText(text));
    }
}

/// What stands where no value does.
pub const NOT_KNOWN: &str = "Not known";

/// A choice among the words of a fact, with "Not known" as an answer. Gives
/// the word that was chosen; an empty one is "not known".
pub fn choose(
    ui: &mut Ui,
    id: Id,
    label: &str,
    fact: Fact,
    known: Option<&Value>,
    labels: &Labels,
) -> Option<String> {
    let options: Vec<Value> = match fact.kind() {
        Kind::YesNo => vec![Value::from(true), Value::from(false)],
        Kind::Choice(words) => words.iter().map(|word| Value::from(*word)).collect(),
        Kind::Number { .. } | Kind::Text => Vec::new(),
    };
    let shown = known.map_or_else(|| NOT_KNOWN.to_owned(), |value| labels.value(fact, value));
    let mut chosen = None;
    let metrics = crate::app::theme::of(ui).metrics;
    ui.spacing_mut().interact_size.y = metrics.control - 2.0;
    let width = ui.available_width();
    let combo = egui::ComboBox::from_id_salt(id).width(width).truncate().selected_text(shown);
    let response = combo.show_ui(ui, |ui| {
        for option in &options {
            let words = labels.value(fact, option);
            if ui.selectable_label(known == Some(option), words).clicked() {
                chosen = Some(option.to_string());
            }
        }
        if ui.selectable_label(known.is_none(), NOT_KNOWN).clicked() {
            chosen = Some(String::new());
        }
    });
    response.response.accessible_name(label);
    chosen
}
