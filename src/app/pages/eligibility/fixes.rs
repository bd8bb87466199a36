//! The least work that opens a path, and a look ahead: what the answer would
//! be once some of the fixes are done.

use egui::{Align, Layout, Ui};

use super::side::path_chip;
use crate::app::desk::{Desk, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Card, Chip, Icon, bold, card_title, divider, heading, link, muted, small, switch,
};
use crate::check::{FixPlan, FixStep, JoinPath, PathVerdict, Preview, Way};
use crate::plan::answers;

pub(super) fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let path = desk.way_to.unwrap_or_else(|| view.plan().journey.path());
    let Some(answer) = view.report().path(path) else { return };
    match &answer.way {
        Way::Fixes(plan) => Card::default().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            head(ui, view, plan, path, desk);
            for step in &plan.steps {
                divider(ui);
                row(ui, view, step, desk);
            }
            ahead(ui, view, desk);
        }),
        Way::Open | Way::Closed(_) if desk.way_to.is_none() && desk.supposed.is_empty() => return,
        Way::Open | Way::Closed(_) => Card::default().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            heading(ui, &view.handbook.labels.path(path).title);
            muted(ui, &answer.because);
            ahead(ui, view, desk);
        }),
    };
    ui.add_space(theme::of(ui).metrics.space.xs);
}

fn head(ui: &mut Ui, view: &View<'_>, plan: &FixPlan, path: JoinPath, desk: &mut Desk) {
    let words = &view.words.texts.fixes;
    let title = words.title.replace("{}", &view.handbook.labels.path(path).title);
    let all = plan.steps.iter().all(|step| desk.supposed.contains(&step.rule));
    card_title(ui, &title, |ui| {
        if !all && link(ui, &words.suppose_all).clicked() {
            desk.supposed.extend(plan.steps.iter().map(|step| step.rule.clone()));
        }
    });
    small(ui, &words.about);
}

fn row(ui: &mut Ui, view: &View<'_>, step: &FixStep, desk: &mut Desk) {
    let words = &view.words.texts.fixes;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 10.0;
        let mut on = desk.supposed.contains(&step.rule);
        let name = words.suppose.replace("{}", &step.title);
        if switch(ui, &mut on, &name).on_hover_text(&name).changed() {
            desk.suppose(&step.rule);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let effort = view.handbook.knowledge.phrases.effort(step.effort);
            Chip::new(Tone::Unknown, effort).show(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                bold(ui, &step.title);
            });
        });
    });
}

/// The answer as if what is supposed were done.
fn ahead(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    if desk.supposed.is_empty() {
        return;
    }
    let words = &view.words.texts.fixes;
    let then = look_ahead(view, desk);
    divider(ui);
    ui.horizontal_wrapped(|ui| {
        bold(ui, &words.then);
        for change in changes(view, &then) {
            let title = &view.handbook.labels.path(change.0).title;
            let (tone, word) = path_chip(change.1);
            Chip::new(tone, &format!("{title}: {word}")).icon(icon_of(tone)).show(ui);
        }
        if link(ui, &words.clear).clicked() {
            desk.supposed.clear();
        }
    });
    for rule in &then.comes_up {
        let title = view.report().finding(rule).map_or(rule.as_str(), |found| &found.title);
        ui.horizontal(|ui| {
            Icon::Warn.show(ui, 15.0, theme::of(ui).ink(Tone::Warn));
            small(ui, &words.comes_up.replace("{}", title));
        });
    }
}

/// The plan's own path always, and every other whose answer would change.
fn changes(view: &View<'_>, then: &Preview) -> Vec<(JoinPath, PathVerdict)> {
    let own = view.plan().journey.path();
    let paths = view.report().paths.iter();
    paths
        .filter(|now| now.path == own || now.verdict != then.path(now.path))
        .map(|now| (now.path, then.path(now.path)))
        .collect()
}

fn icon_of(tone: Tone) -> Icon {
    match tone {
        Tone::Good => Icon::Tick,
        Tone::Bad => Icon::Close,
        Tone::Warn => Icon::Warn,
        Tone::Unknown | Tone::Accent => Icon::Unknown,
    }
}

fn look_ahead(view: &View<'_>, desk: &Desk) -> Preview {
    let settled = desk.supposed.iter().map(String::as_str);
    answers::preview(view.plan(), view.handbook, view.bench.today, settled)
}
