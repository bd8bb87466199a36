//! The fields of a device in groups: typed, chosen, or told by a report.

use egui::{Id, Ui};

use super::origin_note;
use crate::app::desk::{Desk, View};
use crate::app::pages::input::{NOT_KNOWN, TextInput, choose};
use crate::app::pages::product_key;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Card, Chip, FieldNote, card_title, small, told};
use crate::check::{Fact, Labels};
use crate::device::{Field, Kind};
use crate::plan::Command;

/// The groups of fields, in the order of the fields.
pub(super) fn groups(labels: &Labels) -> Vec<&str> {
    let mut groups: Vec<&str> = Vec::new();
    for field in Field::ALL {
        let group = labels.field(*field).group.as_str();
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

pub(super) fn group_card(ui: &mut Ui, view: &View<'_>, group: &str, desk: &mut Desk) {
    let labels = &view.handbook.labels;
    let fields: Vec<Field> =
        Field::ALL.iter().copied().filter(|field| labels.field(*field).group == group).collect();
    let known = fields.iter().filter(|field| view.plan().device.value(**field).is_some()).count();
    Card::default().show(ui, |ui| {
        card_title(ui, group, |ui| {
            let tone = if known == fields.len() { Tone::Good } else { Tone::Unknown };
            Chip::new(tone, &format!("{known} of {} known", fields.len())).show(ui);
        });
        let gap = theme::of(ui).metrics.space.m;
        let a_row = if ui.available_width() < 520.0 { 1 } else { 2 };
        let width = (ui.available_width() - gap * (a_row as f32 - 1.0)) / a_row as f32;
        for (place, row) in fields.chunks(a_row).enumerate() {
            if place > 0 {
                ui.add_space(2.0);
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for field in row {
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        field_input(ui, view, *field, desk);
                    });
                }
            });
        }
    });
}

fn field_input(ui: &mut Ui, view: &View<'_>, field: Field, desk: &mut Desk) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let labels = &view.handbook.labels;
    let label = labels.field(field);
    let reading = view.plan().device.reading(field);
    let from = origin_note(view, reading, &label.hint);
    if field == Field::KeyGroup {
        return product_key::input(ui, view, &from, desk);
    }
    if label.told && !reading.is_some_and(|reading| reading.from.is_typed()) {
        let fact = Fact::Device(field);
        let known = reading.map(|reading| labels.value(fact, &reading.value));
        return told(ui, &label.label, known.as_deref(), NOT_KNOWN, &from);
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
