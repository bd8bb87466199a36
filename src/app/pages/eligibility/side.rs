//! The join paths, best first, and the Windows 11 requirements.

use egui::{Align, Layout, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::app::desk::{Desk, View};
use crate::app::guide::Guide;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Card, Chip, Icon, divider, heading, link, small};
use crate::check::{
    Effect, GateVerdict, JoinPath, Outcome, PathAnswer, PathVerdict, Registrable, Report, Verdict,
};

pub(super) fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    paths(ui, view, desk);
    ui.add_space(theme::of(ui).metrics.space.xs);
    windows11(ui, view);
}

fn paths(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    Card::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heading(ui, "Join paths");
        small(ui, &view.words.texts.fixes.paths);
        for answer in &view.report().paths {
            divider(ui);
            let (tone, word) = chip_of(view.report(), answer);
            let title = &view.handbook.labels.path(answer.path).title;
            let row = row(ui, title, tone, &word).on_hover_text(explanation(view, answer));
            if row.clicked() {
                desk.way_to = Some(answer.path);
            }
        }
        registration(ui, view, desk);
    });
}

/// What can be had instead of a join, and the way to choose between them.
fn registration(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let texts = &view.words.texts.joins;
    let registration = view.report().registration();
    let (tone, word) = match registration.verdict {
        Registrable::Possible => (Tone::Accent, texts.possible.as_str()),
        Registrable::NotForThis => (Tone::Unknown, texts.not_for_this.as_str()),
        Registrable::Unknown => path_chip(PathVerdict::Unknown),
    };
    divider(ui);
    let row = row(ui, &texts.registration, tone, word);
    let row = match registration.because.as_str() {
        "" => row,
        because => row.on_hover_text(because),
    };
    divider(ui);
    if link(ui, &texts.which).clicked() || row.clicked() {
        desk.read(Guide::Joins);
    }
}

fn row(ui: &mut Ui, title: &str, tone: Tone, word: &str) -> egui::Response {
    let row = ui.horizontal(|ui| {
        ui.set_min_height(22.0);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            Chip::new(tone, word).show(ui);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(title).wrap());
            });
        });
    });
    let response = ui.interact(row.response.rect, ui.scope_id().with(title), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{title}: {word}")));
    if response.hovered() || response.has_focus() {
        let tokens = theme::of(ui);
        let stroke = Stroke::new(tokens.metrics.focus, tokens.colors.accent());
        let around = response.rect.expand2(egui::vec2(6.0, 3.0));
        let radius = tokens.metrics.control_radius;
        ui.painter().rect_stroke(around, radius, stroke, StrokeKind::Inside);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// The word for a path's answer where its rules are not counted.
pub(super) fn path_chip(verdict: PathVerdict) -> (Tone, &'static str) {
    match verdict {
        PathVerdict::Ready => (Tone::Good, "Ready"),
        PathVerdict::Warn => (Tone::Warn, "With a drawback"),
        PathVerdict::Unknown => (Tone::Unknown, "Unknown"),
        PathVerdict::Blocked => (Tone::Bad, "Blocked"),
        PathVerdict::NotApplicable => (Tone::Unknown, "Not this kind"),
    }
}

fn chip_of(report: &Report, answer: &PathAnswer) -> (Tone, String) {
    match answer.verdict {
        PathVerdict::Warn => {
            let count = warnings(report, answer.path);
            let word = if count == 1 { "warning" } else { "warnings" };
            (Tone::Warn, format!("{count} {word}"))
        }
        PathVerdict::Blocked if answer.as_device == Verdict::Fix => {
            (Tone::Warn, "After a fix".to_owned())
        }
        verdict => {
            let (tone, word) = path_chip(verdict);
            (tone, word.to_owned())
        }
    }
}

fn warnings(report: &Report, path: JoinPath) -> usize {
    let warns = |effect: Option<&Effect>| effect == Some(&Effect::Warn);
    let fires = report.findings.iter().filter(|finding| finding.result == Outcome::Fires);
    fires.filter(|finding| warns(finding.effects.get(&path))).count()
}

/// What the path is, why it stands here, and the rules that decide it.
fn explanation(view: &View<'_>, answer: &PathAnswer) -> String {
    let about = view.handbook.labels.path(answer.path).about.clone();
    let mut lines = vec![about, answer.because.clone()];
    let findings = answer.rules.iter().filter_map(|rule| view.report().finding(rule));
    lines.extend(findings.map(|finding| format!("{}: {}", finding.rule, finding.title)));
    lines.join("\n")
}

fn windows11(ui: &mut Ui, view: &View<'_>) {
    Card::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heading(ui, "Windows 11 requirements");
        for item in &view.report().windows11.items {
            let (tone, icon, word) = match item.verdict {
                GateVerdict::Pass => (Tone::Good, Icon::Tick, "meets it"),
                GateVerdict::Fail => (Tone::Bad, Icon::Close, "does not meet it"),
                GateVerdict::Unknown => (Tone::Unknown, Icon::Unknown, "not known"),
            };
            let row = ui.horizontal_top(|ui| {
                ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
                    icon.show(ui, 16.0, theme::of(ui).ink(tone));
                    ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
                        let text = egui::RichText::new(&item.because)
                            .text_style(egui::TextStyle::Small)
                            .color(theme::of(ui).colors.text());
                        ui.add(egui::Label::new(text).wrap());
                    });
                });
            });
            row.response.on_hover_text(word);
        }
    });
}
