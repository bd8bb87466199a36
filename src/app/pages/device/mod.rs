//! The Device page: reports in, fields by hand, conflicts side by side.

mod conflict;
mod fields;
mod sources;

use egui::Ui;

use super::{columns, header_with, scan};
use crate::app::desk::{Action, Desk, Overlay, View};
use crate::app::dialogs::Ask;
use crate::app::theme;
use crate::app::widgets::{Button, Icon};
use crate::device::Reading;
use crate::read::barcode::SCANNED;

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let words = view.words.step(view.plan().step);
    if let Some(action) = header_with(ui, &words.title, &words.about, ways_in(view)) {
        desk.send(action);
    }
    columns(ui, desk, |ui, desk| main(ui, view, desk), |ui, desk| sources::show(ui, view, desk));
}

/// The ways in beside typing and dropping.
fn ways_in<'a>(view: &View<'a>) -> Vec<(Button<'a>, Action)> {
    let this_computer = &view.words.texts.this_computer.button;
    vec![
        (Button::plain("Choose reports").icon(Icon::Open), Action::Pick(Ask::Reports)),
        (Button::plain(this_computer).icon(Icon::Computer), Action::ThisComputer),
        (Button::plain("Capture from a device").icon(Icon::Phone), Action::Show(Overlay::Capture)),
    ]
}

fn main(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let space = theme::of(ui).metrics.space;
    scan::card(ui, view, desk);
    ui.add_space(space.xs);
    for conflict in view.plan().device.conflicts() {
        conflict::card(ui, view, &conflict, desk);
        ui.add_space(space.xs);
    }
    for group in fields::groups(&view.handbook.labels) {
        fields::group_card(ui, view, group, desk);
        ui.add_space(space.xs);
    }
}

/// Where a value comes from, or where a person finds it.
fn origin_note(view: &View<'_>, reading: Option<&Reading>, hint: &str) -> String {
    match reading {
        None => hint.to_owned(),
        Some(reading) if view.plan().began_with(reading) => "As this plan began".to_owned(),
        Some(reading) if reading.from.is_typed() => "Typed by you".to_owned(),
        Some(reading) if &*reading.from.source == SCANNED => "Scanned from the label".to_owned(),
        Some(reading) => format!("From {}", reading.from),
    }
}
