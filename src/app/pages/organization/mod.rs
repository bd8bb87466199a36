//! The Organization page: who the tenant is and the answers that decide.

mod interview;

use std::collections::BTreeSet;

use egui::{Id, Ui};

use super::input::{TextInput, choose};
use super::{columns, header_with, split};
use crate::app::desk::{Action, Desk, View};
use crate::app::dialogs::Ask;
use crate::app::theme;
use crate::app::widgets::{Button, Card, FieldNote, Icon, bold, divider, heading, muted, small};
use crate::check::{Fact, Question};
use crate::device::Kind;
use crate::plan::{Command, OrganizationText, answers};

/// The group of questions that the Sign-in page asks.
pub const SIGN_IN_GROUP: &str = "Sign-in";

/// What a button of the page does.
type Act = fn(&mut Desk);

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let words = view.words.step(view.plan().step);
    let mut buttons: Vec<(Button<'_>, Act)> = Vec::new();
    if desk.interview.is_none() {
        let begin = Button::plain(&view.words.texts.interview.begin).icon(Icon::Play);
        let begin = begin.id(Id::unique("begin the interview"));
        buttons.push((begin, |desk| desk.interview = Some(BTreeSet::new())));
    }
    let open = Button::plain("Open file").icon(Icon::Open);
    buttons.push((open, |desk| desk.send(Action::Pick(Ask::Organization))));
    let save = Button::plain("Save as file").icon(Icon::Export);
    buttons.push((save, |desk| desk.send(Action::Pick(Ask::SaveOrganization))));
    if let Some(act) = header_with(ui, &words.title, &words.about, buttons) {
        act(desk);
    }
    columns(
        ui,
        desk,
        |ui, desk| {
            interview::show(ui, view, desk);
            identity(ui, view, desk);
            for group in groups(view) {
                ui.add_space(theme::of(ui).metrics.space.xs);
                questions(ui, view, group, desk);
            }
        },
        |ui, _| why(ui, view),
    );
}

fn identity(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let organization = &view.plan().organization;
    let tenant_problem = tenant_problem(&organization.tenant_id);
    Card::default().show(ui, |ui| {
        heading(ui, "The organization");
        let rows = [
            (
                OrganizationText::Name,
                "Name",
                &organization.name,
                "Contoso",
                FieldNote::Hint("As the join shows it on \"Make sure this is your organization\"."),
            ),
            (
                OrganizationText::Domain,
                "Primary domain",
                &organization.domain,
                "contoso.com",
                FieldNote::Hint("The part behind the @ of a work or school address."),
            ),
            (
                OrganizationText::TenantId,
                "Tenant ID",
                &organization.tenant_id,
                "00000000-0000-0000-0000-000000000000",
                tenant_problem.map_or(
                    FieldNote::Hint("Microsoft Entra admin center > Overview. Verify compares it."),
                    FieldNote::Problem,
                ),
            ),
        ];
        for (place, (which, label, known, example, note)) in rows.into_iter().enumerate() {
            if place > 0 {
                ui.add_space(2.0);
            }
            TextInput::new(Id::unique(("organization", label)), label, known)
                .note(note)
                .example(example)
                .show(ui, desk, |text| Command::OrganizationText { which, text });
        }
    });
}

/// What is wrong with a tenant ID; an empty one is "not known".
fn tenant_problem(tenant_id: &str) -> Option<&'static str> {
    let id = tenant_id.trim();
    let fits = id.is_empty() || uuid::Uuid::try_parse(id).is_ok();
    (!fits).then_some("A tenant ID has 32 hexadecimal digits in five groups: 8-4-4-4-12.")
}

/// The groups of the questions that decide something, without the sign-in.
fn groups<'v>(view: &View<'v>) -> Vec<&'v str> {
    let mut groups: Vec<&str> = Vec::new();
    for question in answers::questions(view.plan(), view.handbook) {
        let group = view.handbook.labels.question(question).group.as_str();
        if group != SIGN_IN_GROUP && !groups.contains(&group) {
            groups.push(group);
        }
    }
    groups
}

/// A card with the questions of a group that decide something.
pub(super) fn questions(ui: &mut Ui, view: &View<'_>, group: &str, desk: &mut Desk) {
    let labels = &view.handbook.labels;
    Card::default().show(ui, |ui| {
        heading(ui, group);
        for question in answers::questions(view.plan(), view.handbook) {
            if labels.question(question).group == group {
                divider(ui);
                one_question(ui, view, question, desk);
            }
        }
    });
}

/// The widest an answer gets, in points.
const ANSWER: f32 = 190.0;

fn one_question(ui: &mut Ui, view: &View<'_>, question: Question, desk: &mut Desk) {
    let label = view.handbook.labels.question(question);
    split(
        ui,
        desk,
        ANSWER,
        |ui, _| {
            ui.spacing_mut().item_spacing.y = 2.0;
            bold(ui, &label.ask);
            small(ui, &label.hint);
            told_by_the_package(ui, view, question);
        },
        |ui, desk| answer(ui, view, question, desk),
    );
}

/// Says so where the package settings answer what nobody answered here.
fn told_by_the_package(ui: &mut Ui, view: &View<'_>, question: Question) {
    let plan = view.plan();
    if plan.organization.answer(question).is_some() {
        return;
    }
    let mut told = answers::told_by_the_package(plan, view.bench.today);
    if let Some((_, fits)) = told.find(|(told, _)| *told == question) {
        let texts = &view.words.texts;
        small(ui, if fits { &texts.package_says_yes } else { &texts.package_says_no });
    }
}

fn answer(ui: &mut Ui, view: &View<'_>, question: Question, desk: &mut Desk) {
    let labels = &view.handbook.labels;
    let label = labels.question(question);
    let known = view.plan().organization.answer(question);
    let id = Id::unique(("question", question));
    if let Kind::Number { .. } = question.kind() {
        let shown = known.map(ToString::to_string).unwrap_or_default();
        TextInput::new(id, &label.label, &shown)
            .show(ui, desk, |typed| Command::Answer { question, typed });
    } else if let Some(typed) = choose(ui, id, &label.ask, Fact::Answer(question), known, labels) {
        desk.run(Command::Answer { question, typed });
    }
}

fn why(ui: &mut Ui, view: &View<'_>) {
    Card::default().show(ui, |ui| {
        heading(ui, "Why these answers");
        for text in &view.words.texts.why_answers {
            ui.horizontal_top(|ui| {
                Icon::Info.show(ui, 16.0, theme::of(ui).colors.accent());
                muted(ui, text);
            });
        }
    });
}
