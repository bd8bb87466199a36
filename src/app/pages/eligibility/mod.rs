//! The Eligibility page: the verdict, the findings and the join paths.

mod finding;
mod fixes;
mod side;
mod verdict;

use egui::{Align, Frame, Layout, Margin, Ui};

use super::{columns, header};
use crate::app::desk::{Action, Desk, FindingFilter, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Button, Card, Chip, Icon, chips_at_the_right, divider, heading, muted, small,
};
use crate::check::{Effect, Finding, JoinPath, Outcome, Task, Verdict};

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
            fixes::show(ui, view, desk);
            findings(ui, view, desk);
        },
        |ui, desk| side::show(ui, view, desk),
    );
}

/// Whether enough is known to say if the plan's own path is open.
#[must_use]
pub fn is_decided(view: &View<'_>) -> bool {
    let answer = view.report().path(view.plan().journey.path());
    answer.is_some_and(|answer| answer.as_device != Verdict::Unknown)
}

/// Findings that stand in the way of the plan's own path, or warn about it.
#[must_use]
pub fn needs_action(view: &View<'_>) -> usize {
    let path = view.plan().journey.path();
    let findings = &view.report().findings;
    findings.iter().filter(|finding| shelf(finding, path) == FindingFilter::NeedsAction).count()
}

/// The gravest effect a finding has on any path.
pub(super) fn worst(finding: &Finding) -> Option<Effect> {
    let grave = [Effect::Block, Effect::Warn, Effect::Info];
    grave.into_iter().find(|effect| finding.effects.values().any(|other| other == effect))
}

/// Where a finding is listed for a person who takes this path.
fn shelf(finding: &Finding, path: JoinPath) -> FindingFilter {
    let is_grave = |effect: Option<Effect>| matches!(effect, Some(Effect::Block | Effect::Warn));
    match finding.result {
        Outcome::Unknown => FindingFilter::Unknown,
        Outcome::Fires if is_grave(finding.effects.get(&path).copied()) => {
            FindingFilter::NeedsAction
        }
        Outcome::Fires if is_grave(worst(finding)) => FindingFilter::OtherPaths,
        Outcome::Fires | Outcome::Passes => FindingFilter::Passed,
    }
}

fn findings(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let all = &view.report().findings;
    let path = view.plan().journey.path();
    let count = |filter| all.iter().filter(|finding| shelf(finding, path) == filter).count();
    Card::flush().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        Frame::new().inner_margin(Margin::symmetric(16, 6)).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.set_min_height(28.0);
                heading(ui, "Findings");
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    filters(ui, count, desk);
                });
            });
        });
        let listed = |finding: &&Finding| shelf(finding, path) == desk.filter;
        let shown: Vec<&Finding> = all.iter().filter(listed).collect();
        if shown.is_empty() {
            divider(ui);
            Frame::new().inner_margin(16).show(ui, |ui| {
                muted(ui, nothing_here(desk.filter));
            });
        }
        for (task, findings) in by_task(desk.filter, shown) {
            if let Some(task) = task {
                task_heading(ui, view.handbook.knowledge.phrases.task(task));
            }
            for finding in findings {
                divider(ui);
                finding::show(ui, view, finding, desk);
            }
        }
        if desk.filter == FindingFilter::NeedsAction && count(FindingFilter::Unknown) > 0 {
            divider(ui);
            finding::missing_answers(ui, view, desk);
        }
    });
}

fn filters(ui: &mut Ui, count: impl Fn(FindingFilter) -> usize, desk: &mut Desk) {
    let filters = [
        (FindingFilter::NeedsAction, "Needs action"),
        (FindingFilter::OtherPaths, "Other paths"),
        (FindingFilter::Unknown, "Unknown"),
        (FindingFilter::Passed, "Passed"),
    ];
    let texts = filters.map(|(filter, word)| format!("{word} {}", count(filter)));
    let chips = filters.iter().zip(&texts).map(|((filter, _), text)| {
        let tone = if desk.filter == *filter { Tone::Accent } else { Tone::Unknown };
        (Chip::new(tone, text).clickable(), *filter)
    });
    if let Some(filter) = chips_at_the_right(ui, chips.collect()) {
        desk.filter = filter;
    }
}

/// The findings to act on, by what the person has to do about them; the others
/// in one group without a heading.
fn by_task(filter: FindingFilter, shown: Vec<&Finding>) -> Vec<(Option<Task>, Vec<&Finding>)> {
    match filter {
        FindingFilter::Unknown | FindingFilter::Passed => vec![(None, shown)],
        FindingFilter::NeedsAction | FindingFilter::OtherPaths => {
            let of = |task| shown.iter().copied().filter(move |finding| finding.task == task);
            let groups = Task::ALL.map(|task| (Some(task), of(task).collect::<Vec<_>>()));
            groups.into_iter().filter(|(_, findings)| !findings.is_empty()).collect()
        }
    }
}

fn task_heading(ui: &mut Ui, words: &str) {
    divider(ui);
    let sunken = theme::of(ui).colors.sunken();
    Frame::new().fill(sunken).inner_margin(Margin::symmetric(16, 5)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        small(ui, words);
    });
}

fn nothing_here(filter: FindingFilter) -> &'static str {
    match filter {
        FindingFilter::NeedsAction => "Nothing stands in the way of this path.",
        FindingFilter::OtherPaths => "No other path is worse off than this one.",
        FindingFilter::Unknown => "Everything that a rule asks about is known.",
        FindingFilter::Passed => "No rule has passed yet: too little is known.",
    }
}
