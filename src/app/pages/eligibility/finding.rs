//! One finding: what and why, and when opened the evidence, the fix and the sources.

use egui::{Align, Frame, Layout, Margin, RichText, TextStyle, Ui};

use super::worst;
use crate::app::desk::{Action, Desk, FindingFilter, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Chip, Icon, bold, code, link, muted, small};
use crate::check::{Effect, Evidence, Fact, Finding, JoinPath, Outcome, Task};
use crate::plan::{Command, Journey, Step};

pub(super) fn show(ui: &mut Ui, view: &View<'_>, finding: &Finding, desk: &mut Desk) {
    let (tone, icon) = face(finding);
    Frame::new().inner_margin(Margin::symmetric(16, 11)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            icon.show(ui, 18.0, theme::of(ui).ink(tone));
            ui.vertical(|ui| {
                ui.set_width(ui.available_width());
                head(ui, view, finding, tone);
                muted(ui, &finding.because);
                read_from(ui, view, finding, desk);
                buttons(ui, view, finding, desk);
                if desk.is_open(&finding.rule) {
                    details(ui, view, finding);
                }
            });
        });
    });
}

fn face(finding: &Finding) -> (Tone, Icon) {
    match (finding.result, worst(finding)) {
        (Outcome::Unknown, _) => (Tone::Unknown, Icon::Unknown),
        (Outcome::Fires, Some(Effect::Block)) => (Tone::Bad, Icon::Bad),
        (Outcome::Fires, Some(Effect::Warn)) => (Tone::Warn, Icon::Warn),
        (Outcome::Fires, Some(Effect::Info)) => (Tone::Accent, Icon::Info),
        (Outcome::Fires | Outcome::Passes, _) => (Tone::Good, Icon::Good),
    }
}

fn head(ui: &mut Ui, view: &View<'_>, finding: &Finding, tone: Tone) {
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        ui.set_max_width(ui.available_width());
        let reach = reach(view, finding);
        if !reach.is_empty() {
            Chip::new(tone, &reach).show(ui);
        }
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            bold(ui, &finding.title);
        });
    });
}

/// Which paths it touches: "Blocks Settings", "Blocks 3 paths", "Warns on all paths".
fn reach(view: &View<'_>, finding: &Finding) -> String {
    if finding.result == Outcome::Passes {
        return String::new();
    }
    let Some(grave @ (Effect::Block | Effect::Warn)) = worst(finding) else {
        return String::new();
    };
    let paths: Vec<JoinPath> = finding
        .effects
        .iter()
        .filter(|(_, effect)| **effect == grave)
        .map(|(path, _)| *path)
        .collect();
    let verb = match (finding.result, grave) {
        (Outcome::Unknown, Effect::Block) => "Could block",
        (Outcome::Unknown, _) => "Could warn on",
        (_, Effect::Block) => "Blocks",
        (_, _) => "Warns on",
    };
    match paths.as_slice() {
        [one] => format!("{verb} {}", view.handbook.labels.path(*one).title),
        many if many.len() == JoinPath::ALL.len() => format!("{verb} all paths"),
        many => format!("{verb} {} paths", many.len()),
    }
}

fn read_from(ui: &mut Ui, view: &View<'_>, finding: &Finding, desk: &mut Desk) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 5.0;
        if finding.evidence.is_empty() {
            small(ui, &format!("Needs {}", needed(view, finding)));
        } else {
            small(ui, "Read from");
            for evidence in finding.evidence.iter().take(2) {
                code(ui, &evidence.from);
                small(ui, &reading(view, evidence));
            }
        }
        small(ui, "· Rule");
        rule_link(ui, view, finding, desk);
    });
}

/// The id of the rule, which opens the rule book there.
fn rule_link(ui: &mut Ui, view: &View<'_>, finding: &Finding, desk: &mut Desk) {
    let color = theme::of(ui).colors.accent();
    let id = RichText::new(&finding.rule).text_style(TextStyle::Monospace).color(color);
    let name = view.words.texts.book.open.replace("{}", &finding.rule);
    let link = ui.add(egui::Link::new(id)).accessible_name(&name).on_hover_text(&name);
    if link.clicked() {
        desk.read_rule(&finding.rule);
    }
}

/// What was read, in words: "Memory: 16 GB".
fn reading(view: &View<'_>, evidence: &Evidence) -> String {
    let labels = &view.handbook.labels;
    match evidence.field.parse::<Fact>() {
        Ok(fact) => format!("{}: {}", labels.fact(fact), labels.value(fact, &evidence.value)),
        Err(_) => format!("{}: {}", evidence.field, evidence.value),
    }
}

fn buttons(ui: &mut Ui, view: &View<'_>, finding: &Finding, desk: &mut Desk) {
    ui.horizontal_wrapped(|ui| {
        let open = desk.is_open(&finding.rule);
        let text = match (open, finding.fix.len()) {
            (true, _) => "Close".to_owned(),
            (false, 0) => "Show evidence and sources".to_owned(),
            (false, 1) => "Show the fix, 1 step".to_owned(),
            (false, steps) => format!("Show the fix, {steps} steps"),
        };
        let name = format!("{text}: {}", finding.rule);
        if Button::plain(&text).icon(Icon::Fix).small().name(&name).show(ui).clicked() {
            desk.toggle(&finding.rule);
        }
        if leads_out_of_box(view, finding) {
            let button = Button::plain("Use the new-device path instead").icon(Icon::Swap).small();
            let hint =
                "Reset the device and join it on its first screens. This can be undone here.";
            if button.show(ui).on_hover_text(hint).clicked() {
                desk.run(Command::Journey(Journey::NewDevice));
            }
        }
        if finding.result == Outcome::Fires && finding.task != Task::OtherUse {
            suppose(ui, view, finding, desk);
        }
        if open && Button::plain("Copy").icon(Icon::Copy).small().show(ui).clicked() {
            desk.send(Action::Copy(as_text(finding)));
        }
    });
}

/// The look ahead at the answer after this fix.
fn suppose(ui: &mut Ui, view: &View<'_>, finding: &Finding, desk: &mut Desk) {
    let words = &view.words.texts.fixes;
    let on = desk.supposed.contains(&finding.rule);
    let text = if on { &words.stop_supposing } else { &words.what_if };
    let name = format!("{text}: {}", finding.rule);
    if Button::plain(text).icon(Icon::Eye).small().name(&name).show(ui).clicked() {
        desk.suppose(&finding.rule);
    }
}

/// Whether the finding stands in the way of a device in use and would not of
/// the same device after a reset.
fn leads_out_of_box(view: &View<'_>, finding: &Finding) -> bool {
    let effect = |path| finding.effects.get(&path);
    view.plan().journey == Journey::DeviceInUse
        && finding.result == Outcome::Fires
        && effect(JoinPath::Settings) == Some(&Effect::Block)
        && effect(JoinPath::OutOfBox) != Some(&Effect::Block)
}

fn details(ui: &mut Ui, view: &View<'_>, finding: &Finding) {
    ui.add_space(4.0);
    muted(ui, &finding.why);
    if !finding.fix.is_empty() {
        ui.add_space(4.0);
        bold(ui, "What to do");
        for (index, step) in finding.fix.iter().enumerate() {
            muted(ui, &format!("{}. {step}", index + 1));
        }
        let effort = view.handbook.knowledge.phrases.effort(finding.effort);
        small(ui, &view.words.texts.fixes.takes.replace("{}", effort));
    }
    if let Some(alternative) = &finding.alternative {
        bold(ui, "Or");
        muted(ui, alternative);
    }
    for note in finding.presumed.iter().chain(finding.unverified.iter()) {
        ui.horizontal_top(|ui| {
            Icon::Info.show(ui, 15.0, theme::of(ui).colors.muted());
            small(ui, note);
        });
    }
    if !finding.needs.is_empty() {
        small(ui, &format!("Not known: {}", needed(view, finding)));
    }
    bold(ui, "Evidence");
    for evidence in &finding.evidence {
        ui.horizontal_wrapped(|ui| {
            code(ui, &evidence.from);
            small(ui, &reading(view, evidence));
        });
    }
    if finding.evidence.is_empty() {
        small(ui, "None of the facts it needs is known.");
    }
    bold(ui, "Sources");
    for source in &finding.sources {
        small(ui, source);
    }
}

/// The labels of what is missing.
fn needed(view: &View<'_>, finding: &Finding) -> String {
    let labels = &view.handbook.labels;
    let names: Vec<String> = finding
        .needs
        .iter()
        .map(|id| {
            id.parse::<Fact>().map_or_else(|_| id.clone(), |fact| labels.fact(fact).to_owned())
        })
        .collect();
    names.join(", ")
}

/// The finding as text, for a ticket or a mail.
fn as_text(finding: &Finding) -> String {
    let mut lines = vec![format!("{} ({})", finding.title, finding.rule), finding.because.clone()];
    lines.extend(finding.fix.iter().enumerate().map(|(at, step)| format!("{}. {step}", at + 1)));
    lines.extend(
        finding.evidence.iter().map(|e| format!("Read from {}: {} = {}", e.from, e.field, e.value)),
    );
    lines.extend(finding.sources.iter().map(|source| format!("Source: {source}")));
    lines.join("\n")
}

/// What is not known, in one place, with the way to answer.
pub(super) fn missing_answers(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let unknown = || view.report().findings.iter().filter(|f| f.result == Outcome::Unknown);
    let decides = |finding: &&Finding| finding.presumed.is_none();
    let mut names: Vec<String> = Vec::new();
    for finding in unknown().filter(decides) {
        for name in needed(view, finding).split(", ") {
            if !name.is_empty() && !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    let usual = unknown().filter(|finding| finding.presumed.is_some()).count();
    Frame::new().inner_margin(Margin::symmetric(16, 11)).show(ui, |ui| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            Icon::Unknown.show(ui, 18.0, theme::of(ui).ink(Tone::Unknown));
            ui.vertical(|ui| {
                bold(ui, &missing(names.len()));
                if !names.is_empty() {
                    muted(ui, &format!("{}.", names.join(", ")));
                }
                if usual > 0 {
                    let text = format!(
                        "{usual} rules take the usual case for granted until you say otherwise."
                    );
                    muted(ui, &text);
                }
                ui.horizontal_wrapped(|ui| {
                    if link(ui, "Show what they decide").clicked() {
                        desk.filter = FindingFilter::Unknown;
                    }
                    ui.add_space(8.0);
                    if link(ui, "Answer on the Device page").clicked() {
                        desk.run(Command::Go(Step::Device));
                    }
                    ui.add_space(8.0);
                    if link(ui, "Answer on the Organization page").clicked() {
                        desk.run(Command::Go(Step::Organization));
                    }
                });
            });
        });
    });
}

fn missing(count: usize) -> String {
    match count {
        0 => "Nothing that decides is missing".to_owned(),
        1 => "1 answer is missing".to_owned(),
        _ => format!("{count} answers are missing"),
    }
}
