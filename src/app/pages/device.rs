//! The Device page: reports in, fields by hand, conflicts side by side.

use egui::{Align, Id, Layout, Ui};

use super::input::{TextInput, choose};
use super::{columns, header, product_key, scan};
use crate::app::desk::{Action, Desk, Overlay, View};
use crate::app::dialogs::Ask;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Button, Card, Chip, FieldNote, Icon, bold, code, divider, heading, muted, small,
};
use crate::check::{Fact, Labels};
use crate::device::{Conflict, Field, Kind, Reading};
use crate::plan::{Command, ReportNote};
use crate::read::Encoding;
use crate::read::barcode::SCANNED;

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let words = view.words.step(view.plan().step);
    if ui.available_width() < ROOM_FOR_WAYS_IN {
        header(ui, &words.title, &words.about, |_| {});
        ui.horizontal_wrapped(|ui| ways_in(ui, view, desk));
        ui.add_space(theme::of(ui).metrics.space.s);
    } else {
        header(ui, &words.title, &words.about, |ui| ways_in(ui, view, desk));
    }
    columns(ui, desk, |ui, desk| fields(ui, view, desk), |ui, desk| sources(ui, view, desk));
}

/// Below this width the title would be squeezed beside the buttons, in points.
const ROOM_FOR_WAYS_IN: f32 = 860.0;

/// The ways in beside typing and dropping.
fn ways_in(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    if Button::plain("Choose reports").icon(Icon::Open).show(ui).clicked() {
        desk.send(Action::Pick(Ask::Reports));
    }
    let name = &view.words.texts.this_computer.button;
    if Button::plain(name).icon(Icon::Computer).show(ui).clicked() {
        desk.send(Action::ThisComputer);
    }
    if Button::plain("Capture from a device").icon(Icon::Phone).show(ui).clicked() {
        desk.send(Action::Show(Overlay::Capture));
    }
}

fn fields(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let space = theme::of(ui).metrics.space;
    scan::card(ui, view, desk);
    ui.add_space(space.xs);
    for conflict in view.plan().device.conflicts() {
        conflict_card(ui, view, conflict, desk);
        ui.add_space(space.xs);
    }
    for group in groups(&view.handbook.labels) {
        group_card(ui, view, group, desk);
        ui.add_space(space.xs);
    }
}

/// Two sources that differ, side by side, with a choice.
fn conflict_card(ui: &mut Ui, view: &View<'_>, conflict: Conflict<'_>, desk: &mut Desk) {
    let labels = &view.handbook.labels;
    let label = labels.field(conflict.field);
    Card::default().edge(Tone::Warn).show(ui, |ui| {
        ui.horizontal(|ui| {
            Icon::Warn.show(ui, 18.0, theme::of(ui).ink(Tone::Warn));
            bold(ui, &format!("{}: the sources differ", label.label));
        });
        scan::about_conflict(ui, view, conflict);
        for (index, reading) in conflict.readings.iter().enumerate() {
            ui.horizontal(|ui| {
                let value = labels.value(Fact::Device(conflict.field), &reading.value);
                bold(ui, &value);
                small(ui, "read from");
                code(ui, &reading.from.to_string());
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if index == 0 {
                        Chip::new(Tone::Good, "In force").icon(Icon::Tick).show(ui);
                    } else {
                        let name = format!("Use {value} for {}", label.label);
                        if Button::plain("Use this").small().name(&name).show(ui).clicked() {
                            desk.run(Command::Prefer { field: conflict.field, index });
                        }
                    }
                });
            });
        }
    });
}

/// The groups of fields, in the order of the fields.
fn groups(labels: &Labels) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for field in Field::ALL {
        let group = labels.field(*field).group.as_str();
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

fn group_card(ui: &mut Ui, view: &View<'_>, group: &str, desk: &mut Desk) {
    let labels = &view.handbook.labels;
    let fields: Vec<Field> =
        Field::ALL.iter().copied().filter(|field| labels.field(*field).group == group).collect();
    let known = fields.iter().filter(|field| view.plan().device.value(**field).is_some()).count();
    Card::default().show(ui, |ui| {
        ui.horizontal(|ui| {
            heading(ui, group);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let tone = if known == fields.len() { Tone::Good } else { Tone::Unknown };
                Chip::new(tone, &format!("{known} of {} known", fields.len())).show(ui);
            });
        });
        let gap = theme::of(ui).metrics.space.m;
        let a_row = if ui.available_width() < 520.0 { 1 } else { 2 };
        let width = (ui.available_width() - gap * (a_row as f32 - 1.0)) / a_row as f32;
        for row in fields.chunks(a_row) {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for field in row {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        field_input(ui, view, *field, desk);
                    });
                }
            });
            ui.add_space(2.0);
        }
    });
}

fn field_input(ui: &mut Ui, view: &View<'_>, field: Field, desk: &mut Desk) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let labels = &view.handbook.labels;
    let label = labels.field(field);
    let reading = view.plan().device.reading(field);
    let from = origin_note(reading, &label.hint);
    if field == Field::KeyGroup {
        return product_key::input(ui, view, &from, desk);
    }
    match field.kind() {
        Kind::YesNo | Kind::Choice(_) => {
            small(ui, &label.label);
            let known = reading.map(|reading| &reading.value);
            let fact = Fact::Device(field);
            if let Some(typed) =
                choose(ui, Id::unique(("field", field)), &label.label, fact, known, labels)
            {
                desk.run(typed_command(field, typed));
            }
            small(ui, &from);
        }
        Kind::Number { unit, .. } => {
            let known = reading.map(|reading| reading.value.to_string()).unwrap_or_default();
            let name = match unit.symbol() {
                "" => label.label.clone(),
                symbol => format!("{}, in {symbol}", label.label),
            };
            TextInput::new(Id::unique(("field", field)), &name, &known)
                .note(FieldNote::Hint(&from))
                .code()
                .show(ui, desk, |typed| typed_command(field, typed));
        }
        Kind::Text => {
            let known = reading.map(|reading| reading.value.to_string()).unwrap_or_default();
            TextInput::new(Id::unique(("field", field)), &label.label, &known)
                .note(FieldNote::Hint(&from))
                .show(ui, desk, |typed| typed_command(field, typed));
        }
    }
}

/// An emptied input takes the typed value back; the reports speak again.
fn typed_command(field: Field, typed: String) -> Command {
    if typed.trim().is_empty() {
        Command::ForgetTyped(field)
    } else {
        Command::TypeField { field, typed }
    }
}

fn origin_note(reading: Option<&Reading>, hint: &str) -> String {
    match reading {
        None => hint.to_owned(),
        Some(reading) if reading.from.is_typed() => "Typed by you".to_owned(),
        Some(reading) if &*reading.from.source == SCANNED => "Scanned from the label".to_owned(),
        Some(reading) => format!("From {}", reading.from),
    }
}

fn sources(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let space = theme::of(ui).metrics.space;
    paste_card(ui, desk);
    ui.add_space(space.xs);
    Card::default().show(ui, |ui| {
        heading(ui, "Reports read");
        if view.plan().reports.is_empty() {
            muted(ui, "None yet. Drop files anywhere on this window.");
        }
        for note in &view.plan().reports {
            divider(ui);
            report_row(ui, view, note, desk);
        }
    });
}

fn paste_card(ui: &mut Ui, desk: &mut Desk) {
    Card::default().show(ui, |ui| {
        heading(ui, "Paste a report");
        small(
            ui,
            "The output of dsregcmd /status, systeminfo, Get-ComputerInfo, tpmtool or another tool, or an Autopilot hardware hash.",
        );
        egui::ScrollArea::vertical().max_height(112.0).id_salt("paste").show(ui, |ui| {
            let edit = egui::TextEdit::multiline(&mut desk.paste)
                .font(egui::TextStyle::Monospace)
                .desired_rows(5)
                .desired_width(ui.available_width());
            ui.add(edit).accessible_name("Paste a report");
        });
        if Button::plain("Read the text").icon(Icon::Right).small().show(ui).clicked() {
            let text = std::mem::take(&mut desk.paste);
            desk.send(Action::ReadText { name: "pasted text".to_owned(), text });
        }
    });
}

fn report_row(ui: &mut Ui, view: &View<'_>, note: &ReportNote, desk: &mut Desk) {
    ui.horizontal(|ui| {
        bold(ui, note.title());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let name = format!("Forget {}", note.source);
            if Button::icon_only(Icon::Trash, &name).small().show(ui).clicked() {
                desk.run(Command::ForgetSource(note.source.to_string()));
            }
        });
    });
    small(ui, &format!("{} fields. {}", note.fields, note.because));
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
    for problem in &note.problems {
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
