//! The devices of a list: a search, and the first rows that answer it.

use egui::{Align, Id, Layout, Ui};

use crate::app::desk::{Action, Desk};
use crate::app::pages::input::take_focus;
use crate::app::sorting::{Found, Sorting};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Button, Card, Chip, Field, Icon, bold, card_title, divider, muted, small,
};
use crate::app::words::SortingTexts;
use crate::device::Field as DeviceField;
use crate::read::table::Row;

pub(super) fn show(
    ui: &mut Ui,
    sorting: &Sorting,
    list: usize,
    texts: &SortingTexts,
    desk: &mut Desk,
) {
    let Some(file) = sorting.files.get(list) else { return };
    let nothing = Found::default();
    let found = sorting.found.iter().find(|found| found.list == list).unwrap_or(&nothing);
    Card::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        card_title(ui, &file.report.source, |ui| {
            Chip::new(Tone::Unknown, &count(texts, found)).show(ui);
        });
        small(ui, &file.report.because);
        ui.add_space(theme::of(ui).metrics.space.s);
        search(ui, sorting, list, texts, desk);
        if found.rows.is_empty() {
            muted(ui, &texts.no_row);
        }
        for row in &found.rows {
            divider(ui);
            one(ui, list, row, texts, desk);
        }
        if found.matching > found.rows.len() {
            divider(ui);
            small(ui, &texts.more.replace("{n}", &(found.matching - found.rows.len()).to_string()));
        }
    });
}

fn count(texts: &SortingTexts, found: &Found) -> String {
    let count = texts.count.replace("{n}", &found.matching.to_string());
    count.replace("{all}", &found.devices.to_string())
}

/// Where Ctrl F sends the keyboard.
#[must_use]
pub fn input_id(list: usize) -> Id {
    Id::unique(("search rows", list))
}

fn search(ui: &mut Ui, sorting: &Sorting, list: usize, texts: &SortingTexts, desk: &mut Desk) {
    let id = input_id(list);
    let mut text = desk.draft(id, &sorting.query);
    let input = Field::new(&texts.search, &mut text).id(id).show(ui).input;
    take_focus(ui, desk, &input);
    if input.changed() {
        desk.set_draft(id, text.clone());
        desk.send(Action::SearchRows(text));
    }
}

/// The fields that tell people which device a row is.
const TELLING: [DeviceField; 5] = [
    DeviceField::Serial,
    DeviceField::Hostname,
    DeviceField::Manufacturer,
    DeviceField::Model,
    DeviceField::AssignedUser,
];

fn one(ui: &mut Ui, list: usize, row: &Row, texts: &SortingTexts, desk: &mut Desk) {
    let mut known = TELLING.into_iter().filter_map(|field| row.text(field));
    let label = known.next().unwrap_or(&texts.unnamed).to_owned();
    let rest: Vec<&str> = known.collect();
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = format!("{}: {label}", texts.take);
            if Button::plain(&texts.take).icon(Icon::Right).small().name(&name).show(ui).clicked() {
                desk.send(Action::TakeRow { list, line: row.line });
            }
            for problem in row.problems.iter().take(1) {
                let color = theme::of(ui).ink(Tone::Warn);
                ui.scope(|ui| Icon::Warn.show(ui, 15.0, color))
                    .response
                    .on_hover_text(&problem.message);
            }
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                bold(ui, &label);
                let line = texts.line.replace("{n}", &row.line.to_string());
                let told: Vec<&str> = std::iter::once(line.as_str()).chain(rest).collect();
                small(ui, &told.join(" · "));
            });
        });
    });
}
