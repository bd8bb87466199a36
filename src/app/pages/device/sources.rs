//! Where the values come from: text that is pasted, and the reports read.

use egui::{Align, Layout, Ui};

use crate::app::desk::{Action, Desk, View};
use crate::app::pages::input::paste_box;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Card, Icon, bold, divider, heading, muted, small};
use crate::plan::{Command, ReportNote};
use crate::read::Encoding;

pub(super) fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let space = theme::of(ui).metrics.space;
    paste_card(ui, desk);
    ui.add_space(space.xs);
    Card::default().show(ui, |ui| {
        heading(ui, "Reports read");
        if view.plan().reports.is_empty() {
            muted(ui, "None yet. Drop files anywhere on this window.");
        }
        for (first, others) in files(&view.plan().reports) {
            divider(ui);
            file_row(ui, view, first, &others, desk);
        }
    });
}

/// The reports file by file, in the order of the first of each: a file may hold
/// several.
fn files(reports: &[ReportNote]) -> Vec<(&ReportNote, Vec<&ReportNote>)> {
    let mut files: Vec<(&ReportNote, Vec<&ReportNote>)> = Vec::new();
    for note in reports {
        match files.iter_mut().find(|(first, _)| first.source == note.source) {
            Some((_, others)) => others.push(note),
            None => files.push((note, Vec::new())),
        }
    }
    files
}

fn paste_card(ui: &mut Ui, desk: &mut Desk) {
    Card::default().show(ui, |ui| {
        heading(ui, "Paste a report");
        small(
            ui,
            "The output of dsregcmd /status, systeminfo, Get-ComputerInfo, tpmtool or another tool, or an Autopilot hardware hash.",
        );
        paste_box(ui, "Paste a report", 5, Button::plain("Read the text"), desk);
    });
}

fn file_row(
    ui: &mut Ui,
    view: &View<'_>,
    note: &ReportNote,
    others: &[&ReportNote],
    desk: &mut Desk,
) {
    let all = || std::iter::once(&note).chain(others);
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        let name = format!("Forget {}", note.source);
        if Button::icon_only(Icon::Trash, &name).small().show(ui).clicked() {
            desk.run(Command::ForgetSource(note.source.to_string()));
        }
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            bold(ui, note.title());
            for note in all() {
                let unit = if note.fields == 1 { "field" } else { "fields" };
                small(ui, &format!("{} {unit}. {}", note.fields, note.because));
            }
        });
    });
    if note.is_list() && view.bench.files.contains_key(&note.source) {
        let text = &view.words.texts.sorting.show_columns;
        let name = format!("{text} of {}", note.source);
        if Button::plain(text).icon(Icon::Layers).small().name(&name).show(ui).clicked() {
            desk.send(Action::ShowColumns(note.source.to_string()));
        }
    }
    if view.bench.files.contains_key(&note.source) {
        encodings(ui, note, desk);
    }
    for problem in all().flat_map(|note| &note.problems) {
        ui.horizontal_top(|ui| {
            Icon::Warn.show(ui, 14.0, theme::of(ui).ink(Tone::Warn));
            small(ui, problem);
        });
    }
}

/// The encoding is told from the content; where names look wrong, another one
/// can be chosen.
fn encodings(ui: &mut Ui, note: &ReportNote, desk: &mut Desk) {
    let combo = egui::ComboBox::from_id_salt(("encoding", &note.source))
        .width(ui.available_width())
        .selected_text(format!("Read as {}", note.encoding));
    let response = combo.show_ui(ui, |ui| {
        for encoding in Encoding::ALL {
            let on = encoding.id() == note.encoding;
            if ui.selectable_label(on, encoding.id()).clicked() {
                let source = note.source.to_string();
                desk.send(Action::ReadAgain { source, encoding: *encoding });
            }
        }
    });
    response.response.accessible_name(format!("Encoding of {}", note.source));
}
