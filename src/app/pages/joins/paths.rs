//! The eight join paths and when to take each; and where all this comes from.

use egui::{Align, Layout, Ui};

use super::table;
use crate::app::guide::Reading;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Card, Chip, Icon, bold, divider, heading, muted, small};
use crate::check::{Advice, JoinPath};

pub(super) fn show(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>) {
    let texts = &reading.words.texts.joins;
    Card::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heading(ui, &texts.paths);
        small(ui, &texts.paths_about);
        for path in JoinPath::ALL {
            divider(ui);
            row(ui, reading, advice, path);
        }
    });
    ui.add_space(theme::of(ui).metrics.space.s);
    Card::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        bold(ui, &texts.sources);
        table::sources(ui, reading);
    });
}

fn row(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>, path: JoinPath) {
    let label = reading.handbook.labels.path(path);
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        if advice.paths.first() == Some(&path) {
            let text = &reading.words.texts.joins.fits;
            Chip::new(Tone::Accent, text).icon(Icon::Tick).show(ui);
        }
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            bold(ui, &label.title);
            muted(ui, &format!("{} {}", label.about, label.take));
        });
    });
}
