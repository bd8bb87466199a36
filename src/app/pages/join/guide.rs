//! Beside the screen: what to do, what to see, what if it looks different.

use egui::text::LayoutJob;
use egui::{TextFormat, Ui};

use super::super::walk_words;
use super::replica::illustration_icon;
use crate::app::desk::{Action, Desk, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Card, Chip, Icon, divider, heading, muted, small};
use crate::plan::Command;
use crate::walk::{Otherwise, Outcome, Screen, Stop, Words, fill, spans};

pub(super) fn show(ui: &mut Ui, view: &View<'_>, route: &[Stop<'_>], here: usize, desk: &mut Desk) {
    let Some(stop) = route.get(here) else { return };
    let words = walk_words(view);
    let progress = view.plan().walk.progress();
    Card::default().show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            small(ui, &format!("{} · {}", here + 1, stop.screen.phase));
            if stop.may_appear {
                Chip::new(Tone::Unknown, "May appear").show(ui);
            }
            if progress.is_done(stop) {
                Chip::new(Tone::Good, "Done").icon(Icon::Tick).show(ui);
            }
        });
        heading(ui, &fill(&stop.screen.title, &words));
        instructions(ui, stop.screen, &words);
        ending(ui, stop.screen);
        ui.add_space(4.0);
        let last = here + 1 == route.len();
        let label = if last { "Done" } else { "Done, next screen" };
        if Button::primary(label).icon(Icon::Tick).key("Enter").wide().show(ui).clicked() {
            desk.send(Action::TickScreen);
        }
        let key = format!("otherwise {}", stop.screen.id);
        if Button::plain("I see something else").icon(Icon::Info).wide().show(ui).clicked() {
            desk.toggle(&key);
        }
        if desk.is_open(&key) {
            for other in &stop.screen.otherwise {
                divider(ui);
                otherwise(ui, view, route, other, &words, desk);
            }
        }
    });
}

fn instructions(ui: &mut Ui, screen: &Screen, words: &Words) {
    for step in &screen.do_ {
        sentence(ui, step, words);
    }
    for cue in &screen.see {
        row(ui, Icon::Eye, &cue.0, words);
    }
    for hint in &screen.hints {
        row(ui, illustration_icon(hint.icon), &hint.text, words);
    }
    for wording in &screen.wording {
        row(ui, Icon::Info, &format!("{}: {}", wording.on, wording.says), words);
    }
}

fn row(ui: &mut Ui, icon: Icon, text: &str, words: &Words) {
    ui.horizontal_top(|ui| {
        icon.show(ui, 18.0, theme::of(ui).colors.accent());
        sentence(ui, text, words);
    });
}

/// A sentence with bold labels; the words are filled in after the split, so
/// that a name with asterisks stays a name.
fn sentence(ui: &mut Ui, text: &str, words: &Words) {
    let color = theme::of(ui).colors.text();
    let mut job = LayoutJob::default();
    for span in spans(text) {
        let style = if span.bold { theme::strong() } else { egui::TextStyle::Body };
        let format = TextFormat { font_id: style.resolve(ui.style()), color, ..Default::default() };
        job.append(&fill(span.text, words), 0.0, format);
    }
    ui.add(egui::Label::new(job).wrap());
}

/// How the walk ends here, if it does.
fn ending(ui: &mut Ui, screen: &Screen) {
    match &screen.outcome {
        None => {}
        Some(Outcome::Joined) => {
            Chip::new(Tone::Good, "The device is joined").icon(Icon::Good).show(ui);
        }
        Some(Outcome::Failed { code }) => {
            let text = match code {
                Some(code) => format!("The join failed, code {code}"),
                None => "The join failed".to_owned(),
            };
            Chip::new(Tone::Bad, &text).icon(Icon::Bad).show(ui);
        }
    }
}

fn otherwise(
    ui: &mut Ui,
    view: &View<'_>,
    route: &[Stop<'_>],
    other: &Otherwise,
    words: &Words,
    desk: &mut Desk,
) {
    crate::app::widgets::bold(ui, &fill(&other.sees, words));
    muted(ui, &fill(&other.then, words).replace("**", ""));
    if let Some(go) = &other.go {
        let name = format!("Go on there: {go}");
        if Button::plain("Go on there").trailing(Icon::Next).small().name(&name).show(ui).clicked()
        {
            let mut progress = view.plan().walk.progress().clone();
            if progress.take_turn(route, go) {
                desk.run(Command::Walk(progress));
            }
        }
    }
}
