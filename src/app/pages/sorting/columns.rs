//! What the columns of a list are taken for, and another meaning for each.

use egui::Ui;

use crate::app::desk::{Action, Desk};
use crate::app::pages::split;
use crate::app::sorting::Sorting;
use crate::app::widgets::{Card, bold, card_title, divider, link, small};
use crate::app::words::Words;
use crate::read::table::{Column, List, Meaning};

/// The width of a choice, in points.
const CHOICE: f32 = 210.0;

/// So many cells of a column show what stands in it.
const SAMPLES: usize = 3;

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
        let samples = list.preview(SAMPLES);
        for (place, column) in list.columns().iter().enumerate() {
            divider(ui);
            let cells = samples.iter().filter_map(|row| row.get(place));
            let cells: Vec<&str> =
                cells.map(String::as_str).filter(|cell| !cell.is_empty()).collect();
            one(ui, list, at, place, column, &cells, words, desk);
        }
    });
}

#[expect(clippy::too_many_arguments, reason = "one column, its place and its cells")]
fn one(
    ui: &mut Ui,
    list: &List,
    at: usize,
    place: usize,
    column: &Column,
    cells: &[&str],
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
            let sample: String = cells.join(" · ").chars().take(80).collect();
            small(ui, &format!("{sample}\n{}", column.because));
        },
        |ui, desk| {
            let meaning = choose(ui, list, place, column, words);
            if meaning != column.meaning {
                desk.send(Action::Remap { list: at, column: place, meaning });
            }
        },
    );
}

/// The meaning that is chosen; `None` is "not read".
fn choose(
    ui: &mut Ui,
    list: &List,
    place: usize,
    column: &Column,
    words: &Words,
) -> Option<Meaning> {
    let not_read = &words.texts.sorting.not_read;
    let shown = match column.meaning {
        Some(meaning) => meaning.label(),
        None => not_read,
    };
    let mut chosen = column.meaning;
    let salt = ("meaning", list.fingerprint(), place);
    let combo = egui::ComboBox::from_id_salt(salt)
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
