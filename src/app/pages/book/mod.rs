//! The rule book: every rule in words, with a search and filters.

mod entry;
mod filters;
mod row;

use egui::{Frame, Margin, Ui};

pub use filters::search_id;

use super::header;
use crate::app::desk::Desk;
use crate::app::guide::{Guide, Reading, book_row};
use crate::app::theme;
use crate::app::widgets::{Card, divider, muted};

pub fn show(ui: &mut Ui, reading: &Reading<'_>, desk: &mut Desk) {
    let words = reading.words.guide(Guide::Rules);
    header(ui, &words.title, &words.about, |_| {});
    let book = reading.handbook.knowledge.book();
    let found = book.find(&desk.shelf.filter);
    filters::show(ui, reading, found.len(), desk);
    ui.add_space(theme::of(ui).metrics.space.xs);
    Card::flush().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if found.is_empty() {
            Frame::new().inner_margin(Margin::same(16)).show(ui, |ui| {
                muted(ui, &reading.words.texts.book.nothing);
            });
        }
        for (place, found) in found.into_iter().enumerate() {
            if place > 0 {
                divider(ui);
            }
            // Rows out of view draw less; an id of its own keeps each row the same.
            ui.push_id(&found.rule, |ui| {
                row::show(ui, reading, found, desk);
                if desk.is_open(&book_row(&found.rule)) {
                    entry::show(ui, reading, found);
                }
            });
        }
    });
}
