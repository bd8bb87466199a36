//! The Export page: what the package does, and the file it becomes.

mod cards;
mod preview;

use egui::{Id, Ui};

use super::{columns, header};
use crate::app::desk::{Action, Desk, View};
use crate::app::theme;
use crate::app::widgets::{Field, FieldNote};
use crate::package::{FieldProblem, PackageField, PackageSettings, SecretKind};
use crate::plan::Command;

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let words = view.words.step(view.plan().step);
    header(ui, &words.title, &words.about, |_| {});
    let cards = [
        cards::package,
        cards::device_name,
        cards::bulk_join,
        cards::wifi,
        cards::local_admin,
        cards::edition,
        cards::first_setup,
    ];
    columns(
        ui,
        desk,
        |ui, desk| {
            for card in cards {
                card(ui, view, desk);
                ui.add_space(theme::of(ui).metrics.space.xs);
            }
        },
        |ui, desk| preview::show(ui, view, desk),
    );
}

/// The input of a field, so that the footer can jump to it.
#[must_use]
pub fn input_id(field: PackageField) -> Id {
    Id::unique(("package", field))
}

/// The gravest problem of a field, else a hint.
fn note<'a>(view: &View<'a>, field: PackageField, hint: &'a str) -> FieldNote<'a> {
    let of_field = |problem: &&FieldProblem| problem.field == field;
    let problems = || view.bench.problems().iter().filter(of_field);
    let gravest = problems().find(|problem| problem.blocks()).or_else(|| problems().next());
    match gravest {
        Some(problem) if problem.blocks() => FieldNote::Problem(&problem.message),
        Some(problem) => FieldNote::Warning(&problem.message),
        None if hint.is_empty() => FieldNote::None,
        None => FieldNote::Hint(hint),
    }
}

/// A command that changes one thing of the settings.
fn change(view: &View<'_>, edit: impl FnOnce(&mut PackageSettings)) -> Command {
    let mut settings = view.plan().package.clone();
    edit(&mut settings);
    Command::Package(Box::new(settings))
}

/// An input for a secret with a hint, or with what is wrong with it.
fn secret(ui: &mut Ui, view: &View<'_>, kind: SecretKind, hint: &str, desk: &mut Desk) {
    secret_input(ui, view, kind, note(view, kind.into(), hint), desk);
}

/// An input for a secret: dots, an eye, and never in the plan.
fn secret_input(
    ui: &mut Ui,
    view: &View<'_>,
    kind: SecretKind,
    note: FieldNote<'_>,
    desk: &mut Desk,
) {
    use secrecy::ExposeSecret;
    let field = PackageField::from(kind);
    let held = view.bench.secrets.get(kind).map(|secret| secret.expose_secret().to_owned());
    let mut text = zeroize::Zeroizing::new(held.unwrap_or_default());
    let key = format!("show {kind}");
    let shown = desk.is_open(&key);
    let response = Field::new(kind.label(), &mut text)
        .id(input_id(field))
        .note(note)
        .secret(!shown)
        .code()
        .reveal(shown, &format!("Show the {}", kind.label().to_lowercase()))
        .show(ui);
    if response.reveal_clicked {
        desk.toggle(&key);
    }
    super::input::take_focus(ui, desk, &response.input);
    if response.input.changed() {
        desk.send(Action::Secret { kind, value: text.to_string() });
    }
}
