//! The switches that change a rehearsal.

use egui::{Align, Layout, Ui};

use crate::app::desk::{Desk, View};
use crate::app::widgets::{Button, Card, Icon, divider, heading, small, switch};
use crate::plan::{Command, answers};
use crate::walk::Progress;

pub(super) fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let Some(walk) = answers::walk(view.plan(), view.handbook) else { return };
    Card::default().show(ui, |ui| {
        heading(ui, "What if …");
        small(ui, "Change the rehearsal and watch the walk change");
        for what_if in &walk.what_ifs {
            divider(ui);
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let mut on = view.plan().walk.what_ifs.contains(&what_if.id);
                    if switch(ui, &mut on, &what_if.label).changed() {
                        desk.run(Command::WhatIf { id: what_if.id.clone(), on });
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(egui::Label::new(&what_if.label).wrap())
                            .on_hover_text(&what_if.about);
                    });
                });
            });
        }
        divider(ui);
        if Button::quiet("Start over").icon(Icon::Refresh).small().show(ui).clicked() {
            desk.run(Command::Walk(Progress::default()));
        }
    });
}
