//! A field whose sources differ: what each says side by side, and a choice.

use egui::{Id, Ui};

use super::origin_note;
use crate::app::desk::{Desk, View};
use crate::app::pages::scan;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Card, Icon, Tile, bold, small, tiles};
use crate::check::Fact;
use crate::device::{Conflict, Reading};
use crate::plan::Command;

/// A value and its source need so much room, in points.
const NARROWEST: f32 = 190.0;

pub(super) fn card(ui: &mut Ui, view: &View<'_>, conflict: &Conflict<'_>, desk: &mut Desk) {
    let texts = &view.words.texts.conflict;
    let label = &view.handbook.labels.field(conflict.field).label;
    let is_settled = view.plan().is_settled(conflict);
    let (tone, icon, title, about) = if is_settled {
        (Tone::Good, Icon::Good, &texts.settled_title, &texts.settled_about)
    } else {
        (Tone::Warn, Icon::Warn, &texts.title, &texts.about)
    };
    Card::default().edge(tone).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            let tokens = theme::of(ui);
            icon.show(ui, tokens.metrics.icon, tokens.ink(tone));
            bold(ui, &title.replace("{}", label));
        });
        scan::about_conflict(ui, view, conflict);
        small(ui, about);
        let gap = theme::of(ui).metrics.space.s;
        let room = ui.available_width();
        let said = in_a_lasting_order(&conflict.readings);
        let fits = |count: &usize| *count as f32 * (NARROWEST + gap) <= room + gap;
        let a_row = (1..=said.len()).rev().find(fits).unwrap_or(1);
        let width = (room - gap * (a_row as f32 - 1.0)) / a_row as f32;
        for row in said.chunks(a_row) {
            side_by_side(ui, view, conflict, row, (gap, width), desk);
        }
    });
}

/// What a choice puts in force comes first in the plan; here each stays where
/// it is, so that nothing moves below the pointer.
fn in_a_lasting_order<'a>(readings: &[&'a Reading]) -> Vec<(usize, &'a Reading)> {
    let mut said: Vec<(usize, &Reading)> = readings.iter().copied().enumerate().collect();
    said.sort_by(|(_, one), (_, other)| (&one.from, &one.raw).cmp(&(&other.from, &other.raw)));
    said
}

fn side_by_side(
    ui: &mut Ui,
    view: &View<'_>,
    conflict: &Conflict<'_>,
    said: &[(usize, &Reading)],
    (gap, width): (f32, f32),
    desk: &mut Desk,
) {
    let labels = &view.handbook.labels;
    let texts = &view.words.texts.conflict;
    let field = conflict.field;
    let value = |reading: &Reading| labels.value(Fact::Device(field), &reading.value);
    let tile = |(index, reading): &(usize, &Reading)| Tile {
        id: Id::unique(("conflict", field, reading.from.to_string(), &reading.raw)),
        name: (texts.name.replace("{value}", &value(reading)))
            .replace("{field}", &labels.field(field).label),
        on: *index == 0,
    };
    let choices: Vec<Tile> = said.iter().map(tile).collect();
    let chosen = tiles(ui, gap, width, &choices, |ui, place| {
        if let Some((index, reading)) = said.get(place) {
            ui.spacing_mut().item_spacing.y = theme::of(ui).metrics.space.xs;
            state(ui, *index == 0, if *index == 0 { &texts.in_force } else { &texts.take });
            bold(ui, &value(reading));
            small(ui, &origin_note(view, Some(reading), ""));
        }
    });
    let chosen = chosen.and_then(|place| said.get(place));
    // The one in force is chosen once, too: to say that it is right.
    let is_new = |index: usize| index > 0 || !view.plan().is_settled(conflict);
    if let Some((index, _)) = chosen.filter(|(index, _)| is_new(*index)) {
        desk.run(Command::Prefer { field, index: *index });
    }
}

/// Whether it is in force, by a mark and a word.
fn state(ui: &mut Ui, in_force: bool, word: &str) {
    let tokens = theme::of(ui);
    let (icon, ink) = if in_force {
        (Icon::Chosen, tokens.ink(Tone::Accent))
    } else {
        (Icon::NotChosen, tokens.ink(Tone::Unknown))
    };
    ui.spacing_mut().interact_size.y = tokens.metrics.icon;
    ui.horizontal(|ui| {
        icon.show(ui, tokens.metrics.icon, ink);
        let word = egui::RichText::new(word).text_style(egui::TextStyle::Small).color(ink);
        ui.add(egui::Label::new(word).wrap());
    });
}
