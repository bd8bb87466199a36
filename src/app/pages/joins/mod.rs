//! Which join fits: situations to choose, what they recommend, and the three
//! joins side by side.

mod advice;
mod choices;
mod paths;
mod table;

use egui::Ui;

use super::{columns, has_room_for_side, header};
use crate::app::desk::Desk;
use crate::app::guide::{Guide, Reading};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Chip, Icon};
use crate::check::{Advice, facts};

pub fn show(ui: &mut Ui, reading: &Reading<'_>, desk: &mut Desk) {
    let words = reading.words.guide(Guide::Joins);
    let advice = advise(reading, desk);
    header(ui, &words.title, &words.about, |ui| in_short(ui, reading, &advice));
    columns(
        ui,
        desk,
        |ui, desk| choices::show(ui, reading, &advice, desk),
        |ui, desk| advice::show(ui, reading, &advice, desk),
    );
    let gap = theme::of(ui).metrics.space.s;
    ui.add_space(gap);
    table::show(ui, reading, &advice);
    ui.add_space(gap);
    paths::show(ui, reading, &advice);
}

/// Where the recommendation stands below the choices, it is told above them as
/// well, in a place that does not move.
fn in_short(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>) {
    if has_room_for_side(ui) {
        return;
    }
    if let Some(join) = advice.join {
        let title = reading.handbook.knowledge.joins.title(join);
        let text = reading.words.texts.joins.fits_best.replace("{}", title);
        Chip::new(Tone::Accent, &text).icon(Icon::Tick).show(ui);
    }
}

/// What the chosen situations recommend; the device of an open plan counts too.
fn advise<'a>(reading: &Reading<'a>, desk: &Desk) -> Advice<'a> {
    let knowledge = &reading.handbook.knowledge;
    let chosen: Vec<&str> = desk.shelf.situations.iter().map(String::as_str).collect();
    let Some(bench) = reading.bench else { return knowledge.joins.advise(&chosen, None) };
    let plan = bench.plan();
    let known = facts(knowledge, &plan.device, &plan.organization, bench.today);
    knowledge.joins.advise(&chosen, Some(&known))
}
