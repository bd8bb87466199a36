//! One question at a time: the fewest that settle the plan's path.

use egui::{Align, Id, Layout, Ui};

use crate::app::desk::{Action, Desk, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Card, Chip, Field, FieldNote, Icon, heading, muted, small};
use crate::check::{Fact, Interview};
use crate::device::Kind;
use crate::plan::{Command, answers};

/// Draws the interview while it is on.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let Some(passed_over) = &desk.interview else { return };
    let state = answers::interview(view.plan(), view.handbook, view.bench.today, passed_over);
    Card::default().edge(Tone::Accent).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        head(ui, view, &state, desk);
        match state.next {
            Some(fact) => ask(ui, view, fact, desk),
            None => end(ui, view, &state),
        }
    });
    ui.add_space(theme::of(ui).metrics.space.xs);
}

fn head(ui: &mut Ui, view: &View<'_>, state: &Interview, desk: &mut Desk) {
    let words = &view.words.texts.interview;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if Button::plain(&words.end).icon(Icon::Close).small().show(ui).clicked() {
                desk.interview = None;
            }
            if state.at_most > 0 {
                let left = words.left.replace("{n}", &state.at_most.to_string());
                Chip::new(Tone::Accent, &left).show(ui);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                small(ui, &words.about);
            });
        });
    });
}

fn ask(ui: &mut Ui, view: &View<'_>, fact: Fact, desk: &mut Desk) {
    let (question, hint) = wording(view, fact);
    heading(ui, &question);
    muted(ui, hint);
    ui.horizontal_wrapped(|ui| {
        match fact.kind() {
            Kind::YesNo => {
                choice(ui, fact, "yes", "Yes", desk);
                choice(ui, fact, "no", "No", desk);
            }
            Kind::Choice(ids) => {
                for id in ids {
                    let word = view.handbook.labels.value(fact, &(*id).into());
                    choice(ui, fact, id, &word, desk);
                }
            }
            Kind::Number { .. } | Kind::Text => typed(ui, view, fact, desk),
        }
        let words = &view.words.texts.interview;
        if Button::plain(&words.not_known).icon(Icon::Unknown).show(ui).clicked() {
            desk.pass_over(fact);
        }
    });
}

/// The question and where its answer stands.
fn wording<'v>(view: &'v View<'_>, fact: Fact) -> (String, &'v str) {
    let labels = &view.handbook.labels;
    match fact {
        Fact::Answer(question) => {
            let label = labels.question(question);
            (label.ask.clone(), &label.hint)
        }
        Fact::Device(field) => {
            let label = labels.field(field);
            (view.words.texts.interview.field.replace("{}", &label.label), &label.hint)
        }
        Fact::Derived(_) => (labels.fact(fact).to_owned(), ""),
    }
}

fn choice(ui: &mut Ui, fact: Fact, id: &str, word: &str, desk: &mut Desk) {
    if Button::plain(word).show(ui).clicked()
        && let Some(command) = command(fact, id.to_owned())
    {
        desk.run(command);
    }
}

/// Letters are kept until Enter: a half-typed number is no answer.
fn typed(ui: &mut Ui, view: &View<'_>, fact: Fact, desk: &mut Desk) {
    let id = Id::unique(("interview", fact.id()));
    let mut text = desk.draft(id, "");
    let refusal = desk.refusal(id).map(str::to_owned);
    let note = refusal.as_deref().map_or(FieldNote::None, FieldNote::Problem);
    let label = view.handbook.labels.fact(fact);
    let input = Field::new(label, &mut text).id(id).note(note).width(INPUT).show(ui).input;
    if input.changed() {
        desk.set_draft(id, text.clone());
    }
    let entered = input.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let taken = Button::plain(&view.words.texts.interview.take).show(ui).clicked();
    if (entered || taken)
        && !text.trim().is_empty()
        && let Some(command) = command(fact, text)
    {
        desk.send(Action::Edit { input: id, command });
    }
}

/// The width of a typed answer, in points.
const INPUT: f32 = 220.0;

/// A derived fact cannot be told: it follows from fields.
fn command(fact: Fact, typed: String) -> Option<Command> {
    match fact {
        Fact::Device(field) => Some(Command::TypeField { field, typed }),
        Fact::Answer(question) => Some(Command::Answer { question, typed }),
        Fact::Derived(_) => None,
    }
}

fn end(ui: &mut Ui, view: &View<'_>, state: &Interview) {
    let words = &view.words.texts.interview;
    let (icon, tone, text) = if state.settled {
        (Icon::Good, Tone::Good, &words.settled)
    } else {
        (Icon::Unknown, Tone::Unknown, &words.open)
    };
    ui.horizontal(|ui| {
        icon.show(ui, 20.0, theme::of(ui).ink(tone));
        heading(ui, text);
    });
    let path = view.plan().journey.path();
    if let Some(answer) = view.report().path(path) {
        let title = &view.handbook.labels.path(path).title;
        muted(ui, &format!("{title}: {}", answer.because));
    }
}
