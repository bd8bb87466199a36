//! What the columns of a list are taken for, and another meaning for each.

use egui::{Id, Ui};

use crate::app::desk::{Action, Desk};
use crate::app::pages::split;
use crate::app::sorting::Sorting;
use crate::app::widgets::{Card, bold, card_title, divider, in_view, link, small};
use crate::app::words::Words;
use crate::read::table::{Column, Meaning};

/// The width of a choice, in points.
const CHOICE: f32 = 210.0;

pub(super) fn show(ui: &mut Ui, sorting: &Sorting, at: usize, words: &Words, desk: &mut Desk) {
    let list = sorting.files.get(at).and_then(|file| file.report.list.as_ref());
    let Some(list) = list else { return };
    let texts = &words.texts.sorting;
    Card::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        card_title(ui, &texts.columns, |ui| {
            if link(ui, &texts.forget).clicked() {
                desk.send(Action::ForgetMapping(at));
            }
        });
        small(ui, &texts.columns_about);
        let columns = list.columns();
        in_view(ui, Id::unique(("columns", at)), columns.len(), |ui, place| {
            if let Some(column) = columns.get(place) {
                divider(ui);
                let sample = sorting.sample(at, place);
                one(ui, (at, place), column, sample, words, desk);
            }
        });
    });
}

/// A column, at its place in a list at its place.
fn one(
    ui: &mut Ui,
    (at, place): (usize, usize),
    column: &Column,
    sample: &str,
    words: &Words,
    desk: &mut Desk,
) {
    split(
        ui,
        desk,
        CHOICE,
        |ui, _| {
            ui.spacing_mut().item_spacing.y = 1.0;
            bold(ui, &column.name);
            small(ui, &format!("{sample}\n{}", column.because));
        },
        |ui, desk| {
            let meaning = choose(ui, (at, place), column, words);
            if meaning != column.meaning {
                desk.send(Action::Remap { list: at, column: place, meaning });
            }
        },
    );
}

/// The meaning that is chosen; `None` is "not read".
fn choose(ui: &mut Ui, place: (usize, usize), column: &Column, words: &Words) -> Option<Meaning> {
    let not_read = &words.texts.sorting.not_read;
    let shown = match column.meaning {
        Some(meaning) => meaning.label(),
        None => not_read,
    };
    let mut chosen = column.meaning;
    let combo = egui::ComboBox::from_id_salt(("meaning", place))
        .width(ui.available_width())
        .truncate()
        .selected_text(shown);
    let response = combo.show_ui(ui, |ui| {
        if ui.selectable_label(column.meaning.is_none(), not_read).clicked() {
            chosen = None;
        }
        for meaning in Meaning::ALL {
            let on = column.meaning == Some(*meaning);
            if ui.selectable_label(on, meaning.label()).clicked() {
                chosen = Some(*meaning);
            }
        }
    });
    response.response.accessible_name(format!("Meaning of {}", column.name));
    chosen
}
