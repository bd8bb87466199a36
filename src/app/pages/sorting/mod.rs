//! The page that asks which of several devices is meant: devices told apart by
//! their reports, and rows of lists with what their columns mean.

mod columns;
mod rows;

use egui::{Align, Layout, Ui};

pub use rows::input_id as search_id;

use super::{header, split};
use crate::app::desk::{Action, Desk};
use crate::app::sorting::{FilePile, Sorting};
use crate::app::theme;
use crate::app::widgets::{Button, Card, Icon, bold, divider, heading, small};
use crate::app::words::{SortingTexts, Words};

pub fn show(ui: &mut Ui, sorting: &Sorting, words: &Words, desk: &mut Desk) {
    let texts = &words.texts.sorting;
    header(ui, &texts.title, &texts.about, |_| {});
    if sorting.piles.iter().any(|pile| !pile.files.is_empty()) {
        piles(ui, sorting, texts, desk);
    }
    for list in &sorting.lists {
        ui.add_space(theme::of(ui).metrics.space.xs);
        one_list(ui, sorting, *list, words, desk);
    }
}

/// Below this width the columns of a list stand below its rows, in points.
const ROOM_FOR_COLUMNS: f32 = 1000.0;

/// The width of what the columns mean beside the rows, in points.
const COLUMNS: f32 = 520.0;

/// A list: its rows, and beside them what its columns mean.
fn one_list(ui: &mut Ui, sorting: &Sorting, list: usize, words: &Words, desk: &mut Desk) {
    let texts = &words.texts.sorting;
    if ui.available_width() < ROOM_FOR_COLUMNS {
        rows::show(ui, sorting, list, texts, desk);
        ui.add_space(theme::of(ui).metrics.space.xs);
        columns::show(ui, sorting, list, words, desk);
        return;
    }
    split(
        ui,
        desk,
        COLUMNS,
        |ui, desk| rows::show(ui, sorting, list, texts, desk),
        |ui, desk| columns::show(ui, sorting, list, words, desk),
    );
}

fn piles(ui: &mut Ui, sorting: &Sorting, texts: &SortingTexts, desk: &mut Desk) {
    Card::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heading(ui, &texts.piles);
        for (place, pile) in sorting.piles.iter().enumerate() {
            divider(ui);
            one_pile(ui, sorting, place, pile, texts, desk);
        }
        for file in sorting.left_aside.iter().filter_map(|at| sorting.files.get(*at)) {
            divider(ui);
            small(ui, &texts.left_aside.replace("{}", &file.report.source));
        }
    });
}

fn one_pile(
    ui: &mut Ui,
    sorting: &Sorting,
    place: usize,
    pile: &FilePile,
    texts: &SortingTexts,
    desk: &mut Desk,
) {
    let label = match pile.identity.label() {
        label if label.is_empty() => texts.unnamed.clone(),
        label => label,
    };
    let sources = pile.files.iter().filter_map(|at| sorting.files.get(*at));
    let sources: Vec<&str> = sources.map(|file| &*file.report.source).collect();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let word = if pile.is_of_plan { &texts.add } else { &texts.take };
            let name = format!("{word}: {label}");
            if Button::plain(word).icon(Icon::Right).small().name(&name).show(ui).clicked() {
                desk.send(Action::TakePile(place));
            }
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                bold(ui, &label);
                let of_plan = if pile.is_of_plan { texts.of_plan.as_str() } else { "" };
                small(ui, format!("{of_plan} {}", sources.join(", ")).trim());
            });
        });
    });
}
