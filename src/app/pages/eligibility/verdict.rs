//! The verdict in one sentence, and how many rules say what.

use egui::{Align, Layout, Ui};

use crate::app::desk::View;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Card, Chip, Icon, heading, muted, paint_icon};
use crate::check::{Effect, Finding, JoinPath, Outcome, PathVerdict, Verdict};
use crate::device::Field;

pub(super) fn show(ui: &mut Ui, view: &View<'_>) {
    let path = view.plan().journey.path();
    let report = view.report();
    let path_verdict = report.path(path).map(|answer| answer.verdict);
    let verdict = report.for_path(path);
    let (tone, icon) = face(verdict, path_verdict);
    let sentence = sentence(view, path, verdict);
    Card::default().edge(tone).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            ui.add_space(4.0);
            let (rect, _) = ui.allocate_exact_size(egui::vec2(30.0, 44.0), egui::Sense::hover());
            paint_icon(ui.painter(), rect.center(), icon, 30.0, theme::of(ui).ink(tone));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = 8.0;
                chips(ui, view);
                ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    heading(ui, &sentence);
                    muted(ui, &device_line(view));
                });
            });
        });
    });
}

fn face(verdict: Verdict, path: Option<PathVerdict>) -> (Tone, Icon) {
    match verdict {
        Verdict::Ready if path == Some(PathVerdict::Warn) => (Tone::Warn, Icon::Warn),
        Verdict::Ready => (Tone::Good, Icon::Good),
        Verdict::Fix => (Tone::Warn, Icon::Warn),
        Verdict::Blocked => (Tone::Bad, Icon::Bad),
        Verdict::Unknown => (Tone::Unknown, Icon::Unknown),
    }
}

fn sentence(view: &View<'_>, path: JoinPath, verdict: Verdict) -> String {
    let report = view.report();
    let title = &view.handbook.labels.path(path).title;
    let blocks = |finding: &&Finding| {
        finding.result == Outcome::Fires && finding.effects.get(&path) == Some(&Effect::Block)
    };
    let blockers: Vec<&Finding> = report.findings.iter().filter(blocks).collect();
    match (verdict, blockers.as_slice()) {
        (Verdict::Ready, _) => {
            let warns = report.path(path).is_some_and(|answer| answer.verdict == PathVerdict::Warn);
            if warns {
                "Yes, it can join. Mind the warnings.".to_owned()
            } else {
                "Yes, it can join now.".to_owned()
            }
        }
        (Verdict::Fix, [one]) => format!("Yes, after one fix. {}.", one.title),
        (Verdict::Fix, many) => format!("Yes, after {} fixes", many.len()),
        (Verdict::Blocked, [first, ..]) => {
            format!("No, not by this path. {}.", first.title)
        }
        (Verdict::Blocked, []) => format!("No: {title} is not meant for this device."),
        (Verdict::Unknown, _) => "Not known yet. A few answers decide.".to_owned(),
    }
}

fn chips(ui: &mut Ui, view: &View<'_>) {
    let findings = &view.report().findings;
    let path = view.plan().journey.path();
    let firing = |effect: Effect| {
        let fires =
            |f: &&Finding| f.result == Outcome::Fires && f.effects.get(&path) == Some(&effect);
        findings.iter().filter(fires).count()
    };
    let with = |result: Outcome| findings.iter().filter(|f| f.result == result).count();
    // Right to left: the gravest comes out at the left.
    for (tone, count, word) in [
        (Tone::Unknown, with(Outcome::Unknown), "unknown"),
        (Tone::Good, with(Outcome::Passes), "pass"),
        (Tone::Warn, firing(Effect::Warn), "warn"),
        (Tone::Bad, firing(Effect::Block), "block"),
    ] {
        if count > 0 {
            Chip::new(tone, &format!("{count} {word}")).show(ui);
        }
    }
}

fn device_line(view: &View<'_>) -> String {
    let device = &view.plan().device;
    let mut parts: Vec<String> = Vec::new();
    let model: Vec<&str> = [Field::Manufacturer, Field::Model]
        .into_iter()
        .filter_map(|field| device.text(field))
        .collect();
    if !model.is_empty() {
        parts.push(model.join(" "));
    }
    parts.extend(device.text(Field::Serial).map(str::to_owned));
    parts.extend(windows(view));
    if parts.is_empty() {
        "Nothing is known of the device yet.".to_owned()
    } else {
        parts.join(" · ")
    }
}

/// The Windows as people call it: "Windows 11, version 25H2 Pro (26200.2314)".
fn windows(view: &View<'_>) -> Option<String> {
    let device = &view.plan().device;
    let knowledge = &view.handbook.knowledge;
    let edition = device
        .text(Field::EditionId)
        .map(|id| knowledge.editions.with_id(id).map_or(id, |edition| edition.name.as_str()));
    let build = device.number(Field::Build);
    let release = build.and_then(|build| knowledge.releases.names(build).next());
    // The release says "Windows" already.
    let edition = edition.map(|name| name.strip_prefix("Windows ").unwrap_or(name));
    let number = build.map(|build| match device.number(Field::Revision) {
        Some(revision) => format!("({build}.{revision})"),
        None => format!("({build})"),
    });
    let parts: Vec<&str> = [release, edition, number.as_deref()].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
