//! The Eligibility page: the verdict, the findings and the join paths.

mod finding;
mod side;
mod verdict;

use egui::{Align, Frame, Layout, Margin, Ui};

use super::{columns, header};
use crate::app::desk::{Action, Desk, FindingFilter, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Card, Chip, Icon, divider, heading, muted};
use crate::check::{Effect, Finding, Outcome, Report};

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let words = view.words.step(view.plan().step);
    let rules = view.report().findings.len();
    let paths = view.report().paths.len();
    let about = format!("Checked against {rules} rules for {paths} join paths. {}", words.about);
    header(ui, &words.title, &about, |ui| {
        if Button::plain("Re-check").icon(Icon::Refresh).key("F5").show(ui).clicked() {
            desk.send(Action::Recheck);
        }
    });
    columns(
        ui,
        desk,
        |ui, desk| {
            verdict::show(ui, view);
            ui.add_space(theme::of(ui).metrics.space.xs);
            findings(ui, view, desk);
        },
        |ui, _| side::show(ui, view),
    );
}

/// Findings that ask for something: firing ones that block or warn somewhere.
#[must_use]
pub fn needs_action(report: &Report) -> usize {
    report.findings.iter().filter(|finding| asks_for_action(finding)).count()
}

pub(super) fn worst(finding: &Finding) -> Option<Effect> {
    let grave = [Effect::Block, Effect::Warn, Effect::Info];
    grave.into_iter().find(|effect| finding.effects.values().any(|other| other == effect))
}

fn asks_for_action(finding: &Finding) -> bool {
    finding.result == Outcome::Fires && matches!(worst(finding), Some(Effect::Block | Effect::Warn))
}

fn belongs(finding: &Finding, filter: FindingFilter) -> bool {
    match filter {
        FindingFilter::NeedsAction => asks_for_action(finding),
        FindingFilter::Unknown => finding.result == Outcome::Unknown,
        FindingFilter::Passed => finding.result != Outcome::Unknown && !asks_for_action(finding),
    }
}

fn findings(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let all = &view.report().findings;
    let count = |filter| all.iter().filter(|finding| belongs(finding, filter)).count();
    Card::flush().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        Frame::new().inner_margin(Margin::symmetric(16, 6)).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(28.0);
                heading(ui, "Findings");
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    for (filter, word) in [
                        (FindingFilter::Passed, "Passed"),
                        (FindingFilter::Unknown, "Unknown"),
                        (FindingFilter::NeedsAction, "Needs action"),
                    ] {
                        let tone = if desk.filter == filter { Tone::Accent } else { Tone::Unknown };
                        let text = format!("{word} {}", count(filter));
                        if Chip::new(tone, &text).clickable().show(ui).clicked() {
                            desk.filter = filter;
                        }
                    }
                });
            });
        });
        let mut shown = all.iter().filter(|finding| belongs(finding, desk.filter)).peekable();
        if shown.peek().is_none() {
            divider(ui);
            Frame::new().inner_margin(16).show(ui, |ui| {
                muted(ui, nothing_here(desk.filter));
            });
        }
        let shown: Vec<&Finding> = shown.collect();
        for finding in shown {
            divider(ui);
            finding::show(ui, view, finding, desk);
        }
        if desk.filter == FindingFilter::NeedsAction && count(FindingFilter::Unknown) > 0 {
            divider(ui);
            finding::missing_answers(ui, view, desk);
        }
    });
}

fn nothing_here(filter: FindingFilter) -> &'static str {
    match filter {
        FindingFilter::NeedsAction => "Nothing to do here.",
        FindingFilter::Unknown => "Everything that a rule asks about is known.",
        FindingFilter::Passed => "No rule has passed yet: too little is known.",
    }
}
