//! What is looked for in the book: words, a path, a kind of work.

use egui::{Id, Ui};

use crate::app::desk::Desk;
use crate::app::guide::Reading;
use crate::app::pages::input::take_focus;
use crate::app::shell::announce;
use crate::app::theme;
use crate::app::widgets::{Card, Field, link, small, switch};
use crate::check::{BookFilter, JoinPath, Task};

/// The id of the search, so that the keyboard can be sent there.
#[must_use]
pub fn search_id() -> Id {
    Id::unique("book search")
}

/// The width of a choice beside the search.
const CHOICE: f32 = 190.0;

pub(super) fn show(ui: &mut Ui, reading: &Reading<'_>, found: usize, desk: &mut Desk) {
    Card::default().show(ui, |ui| {
        let gap = theme::of(ui).metrics.space.m;
        let search = (ui.available_width() - 2.0 * (CHOICE + gap)).max(160.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            look_for(ui, reading, search, desk);
            by_path(ui, reading, desk);
            by_task(ui, reading, desk);
        });
        ui.horizontal(|ui| count(ui, reading, found, desk));
    });
}

fn look_for(ui: &mut Ui, reading: &Reading<'_>, width: f32, desk: &mut Desk) {
    let texts = &reading.words.texts.book;
    let mut words = desk.shelf.filter.words.clone();
    let field = Field::new(&texts.search, &mut words)
        .id(search_id())
        .example(&texts.example)
        .width(width)
        .show(ui);
    take_focus(ui, desk, &field.input);
    if field.input.changed() {
        desk.shelf.filter.words = words;
    }
}

fn by_path(ui: &mut Ui, reading: &Reading<'_>, desk: &mut Desk) {
    let texts = &reading.words.texts.book;
    let labels = &reading.handbook.labels;
    let options = JoinPath::ALL.map(|path| (path, labels.path(path).title.as_str()));
    pick(ui, &texts.path, &texts.any_path, &options, &mut desk.shelf.filter.path);
}

fn by_task(ui: &mut Ui, reading: &Reading<'_>, desk: &mut Desk) {
    let texts = &reading.words.texts.book;
    let phrases = &reading.handbook.knowledge.phrases;
    let options = Task::ALL.map(|task| (task, phrases.task(task)));
    pick(ui, &texts.task, &texts.any_task, &options, &mut desk.shelf.filter.task);
}

/// A label and a choice of one among many, or of all.
fn pick<Choice: Copy + PartialEq>(
    ui: &mut Ui,
    label: &str,
    any: &str,
    options: &[(Choice, &str)],
    chosen: &mut Option<Choice>,
) {
    ui.vertical(|ui| {
        ui.set_width(CHOICE);
        let metrics = theme::of(ui).metrics;
        ui.spacing_mut().item_spacing.y = metrics.space.xs;
        ui.spacing_mut().interact_size.y = metrics.control - 2.0;
        small(ui, label);
        let shown = options.iter().find(|(one, _)| Some(*one) == *chosen).map_or(any, |(_, w)| w);
        let combo = egui::ComboBox::from_id_salt(label).width(CHOICE).truncate();
        let response = combo.selected_text(shown).show_ui(ui, |ui| {
            if ui.selectable_label(chosen.is_none(), any).clicked() {
                *chosen = None;
            }
            for (option, words) in options {
                if ui.selectable_label(*chosen == Some(*option), *words).clicked() {
                    *chosen = Some(*option);
                }
            }
        });
        response.response.accessible_name(label);
    });
}

/// How many rules are shown, with a way back to all of them.
fn count(ui: &mut Ui, reading: &Reading<'_>, found: usize, desk: &mut Desk) {
    let texts = &reading.words.texts.book;
    let entries = reading.handbook.knowledge.book().entries();
    let text = texts.count.replace("{n}", &found.to_string());
    let told = small(ui, &text.replace("{all}", &entries.len().to_string()));
    announce(ui, &told);
    if entries.iter().any(|entry| entry.own) {
        switch(ui, &mut desk.shelf.filter.own, &texts.own_only);
        small(ui, &texts.own_only);
    }
    if !desk.shelf.filter.is_empty() && link(ui, &texts.clear).clicked() {
        desk.shelf.filter = BookFilter::default();
    }
}
