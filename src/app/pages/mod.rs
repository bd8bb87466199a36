//! The pages, one file or folder each. A page draws from a `View` and sends
//! `Action`s; it never changes a plan.

pub mod book;
pub mod capture;
pub mod device;
pub mod eligibility;
pub mod export;
pub mod home;
mod input;
pub mod join;
pub mod joins;
pub mod organization;
mod product_key;
pub mod scan;
pub mod sign_in;
pub mod sorting;
pub mod this_computer;
pub mod verify;

use egui::{Align, Layout, Ui};

use super::desk::{Desk, View};
use super::guide::{Guide, Reading};
use super::theme;
use super::widgets::{Button, buttons, buttons_at_the_right, muted, title};
use crate::plan::{Step, WalkMode, answers};
use crate::walk;

/// Draws the page of the current step.
pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    match view.plan().step {
        Step::Device => device::show(ui, view, desk),
        Step::Eligibility => eligibility::show(ui, view, desk),
        Step::Organization => organization::show(ui, view, desk),
        Step::SignIn => sign_in::show(ui, view, desk),
        Step::Join => join::show(ui, view, desk),
        Step::Verify => verify::show(ui, view, desk),
        Step::Export => export::show(ui, view, desk),
    }
}

/// Draws a guide.
pub fn guide(ui: &mut Ui, guide: Guide, reading: &Reading<'_>, desk: &mut Desk) {
    match guide {
        Guide::Joins => joins::show(ui, reading, desk),
        Guide::Rules => book::show(ui, reading, desk),
    }
}

/// Whether a visited step has nothing open.
#[must_use]
pub fn is_settled(view: &View<'_>, step: Step) -> bool {
    let plan = view.plan();
    match step {
        Step::Device => plan.device.known().count() > 1 && !plan.has_open_conflict(),
        Step::Eligibility => eligibility::is_decided(view) && eligibility::needs_action(view) == 0,
        Step::Organization => !plan.organization.name.trim().is_empty(),
        Step::SignIn => sign_in::problem(&plan.account).is_none() && !plan.account.is_empty(),
        Step::Join => join::is_finished(view),
        Step::Verify => view.bench.verification().is_some_and(answers::is_proven),
        Step::Export => plan.exported.is_some(),
    }
}

/// The small count beside a step in the rail.
#[must_use]
pub fn count(view: &View<'_>, step: Step) -> Option<String> {
    match step {
        Step::Eligibility => {
            let open = eligibility::needs_action(view);
            (open > 0).then(|| open.to_string())
        }
        Step::Join => {
            let route = join::route(view);
            let done = view.plan().walk.progress().done_count(&route);
            (done > 0).then(|| format!("{done}/{}", route.len()))
        }
        Step::Export => {
            let problems = view.bench.problems().iter().filter(|problem| problem.blocks()).count();
            (problems > 0 && view.plan().visited.contains(&step)).then(|| problems.to_string())
        }
        _ => None,
    }
}

/// The title of a page, one line about it, and room for controls at the right.
fn header(ui: &mut Ui, name: &str, about: &str, controls: impl FnOnce(&mut Ui)) {
    let tokens = theme::of(ui);
    ui.horizontal_top(|ui| {
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            controls(ui);
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                title(ui, name);
                muted(ui, about);
            });
        });
    });
    ui.add_space(tokens.metrics.space.m);
}

/// The same with buttons, which stand below the title where there is little
/// room; gives what belongs to the one that was clicked.
fn header_with<T>(ui: &mut Ui, name: &str, about: &str, these: Vec<(Button<'_>, T)>) -> Option<T> {
    if has_room_for_side(ui) {
        let mut clicked = None;
        header(ui, name, about, |ui| clicked = buttons_at_the_right(ui, these));
        return clicked;
    }
    header(ui, name, about, |_| {});
    let clicked = buttons(ui, these);
    ui.add_space(theme::of(ui).metrics.space.s);
    clicked
}

/// Below this width the side column goes below the main one.
const ROOM_FOR_SIDE: f32 = 860.0;

/// Whether the side column stands beside the main one.
fn has_room_for_side(ui: &Ui) -> bool {
    ui.available_width() >= ROOM_FOR_SIDE
}

/// A main column and a side column.
fn columns(
    ui: &mut Ui,
    desk: &mut Desk,
    main: impl FnOnce(&mut Ui, &mut Desk),
    side: impl FnOnce(&mut Ui, &mut Desk),
) {
    let tokens = theme::of(ui);
    let gap = tokens.metrics.space.l + 2.0;
    let room = ui.available_width();
    if !has_room_for_side(ui) {
        main(ui, desk);
        ui.add_space(tokens.metrics.space.m);
        side(ui, desk);
        return;
    }
    let side_width = tokens.metrics.side;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.vertical(|ui| {
            ui.set_width(room - side_width - gap);
            ui.spacing_mut().item_spacing.x = tokens.metrics.space.s;
            main(ui, desk);
        });
        ui.vertical(|ui| {
            ui.set_width(side_width);
            ui.spacing_mut().item_spacing.x = tokens.metrics.space.s;
            side(ui, desk);
        });
    });
}

/// A wide part and, at its right, a part of a fixed width.
fn split(
    ui: &mut Ui,
    desk: &mut Desk,
    right_width: f32,
    left: impl FnOnce(&mut Ui, &mut Desk),
    right: impl FnOnce(&mut Ui, &mut Desk),
) {
    let gap = theme::of(ui).metrics.space.m;
    let left_width = (ui.available_width() - right_width - gap).max(0.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.vertical(|ui| {
            ui.set_width(left_width);
            left(ui, desk);
        });
        ui.vertical(|ui| {
            ui.set_width(right_width);
            right(ui, desk);
        });
    });
}

/// The words that fill the placeholders of a screen.
fn walk_words(view: &View<'_>) -> walk::Words {
    answers::walk_words(view.plan())
}

/// Whether the plan rehearses.
fn is_rehearsal(view: &View<'_>) -> bool {
    view.plan().walk.mode == WalkMode::Rehearsal
}
