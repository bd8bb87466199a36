//! The Verify page: what a dsregcmd report proves.

use egui::{Align, Frame, Layout, Margin, Ui};

use super::input::paste_box;
use super::{columns, header};
use crate::app::desk::{Action, Desk, View};
use crate::app::dialogs::Ask;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Button, Card, Chip, Icon, bold, code, divider, heading, muted, paint_icon, small,
};
use crate::plan::{Command, answers};
use crate::verify::{Check, CheckResult, JoinState, TenantMatch, Verification};

/// The command that a person runs on the device.
const CAPTURE: &str = "dsregcmd /status > dsregcmd.txt";

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let words = view.words.step(view.plan().step);
    header(ui, &words.title, &words.about, |ui| {
        if Button::plain("Choose a report").icon(Icon::Open).show(ui).clicked() {
            desk.send(Action::Pick(Ask::Reports));
        }
    });
    columns(
        ui,
        desk,
        |ui, desk| match view.bench.verification() {
            Some(verification) => proof(ui, view, verification, desk),
            None => nothing_yet(ui, desk),
        },
        |ui, desk| {
            if let Some(verification) = view.bench.verification() {
                facts(ui, view, verification);
                ui.add_space(theme::of(ui).metrics.space.xs);
            }
            capture(ui, view, desk);
        },
    );
}

fn nothing_yet(ui: &mut Ui, desk: &mut Desk) {
    Card::default().show(ui, |ui| {
        heading(ui, "Read a dsregcmd report");
        muted(ui, "Run the command on the device, then drop the file here or paste its text.");
        ui.add_space(4.0);
        let read = Button::primary("Read the text");
        paste_box(ui, "Paste a dsregcmd report", 12, read, desk);
    });
}

fn proof(ui: &mut Ui, view: &View<'_>, verification: &Verification, desk: &mut Desk) {
    let proven = answers::is_proven(verification);
    let (tone, icon) = match (proven, verification.state) {
        (true, _) => (Tone::Good, Icon::Proof),
        (false, JoinState::Unknown) => (Tone::Unknown, Icon::Unknown),
        (false, _) => (Tone::Bad, Icon::Bad),
    };
    Card::default().edge(tone).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let (rect, _) = ui.allocate_exact_size(egui::vec2(34.0, 44.0), egui::Sense::hover());
            paint_icon(ui.painter(), rect.center(), icon, 32.0, theme::of(ui).ink(tone));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if Button::plain("Forget").icon(Icon::Trash).small().show(ui).clicked() {
                    desk.run(Command::ForgetProof);
                }
                ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    heading(ui, &headline(verification));
                    muted(ui, &read_from(view));
                });
            });
        });
    });
    ui.add_space(theme::of(ui).metrics.space.xs);
    checks(ui, verification);
}

fn headline(verification: &Verification) -> String {
    let state = verification.checks.iter().find(|check| check.id == "join-state");
    let says = state.map_or("The join state is not known.", |check| check.says.as_str());
    let proven = if answers::is_proven(verification) { "Proven" } else { "Not proven" };
    format!("{proven}. {says}")
}

fn read_from(view: &View<'_>) -> String {
    let names: Vec<&str> = view.plan().proof.iter().map(|report| &*report.source).collect();
    format!("Read from {}", names.join(" and "))
}

fn checks(ui: &mut Ui, verification: &Verification) {
    Card::flush().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        Frame::new().inner_margin(Margin::symmetric(16, 10)).show(ui, |ui| heading(ui, "Checks"));
        for check in &verification.checks {
            divider(ui);
            Frame::new().inner_margin(Margin::symmetric(16, 9)).show(ui, |ui| one(ui, check));
        }
    });
}

fn one(ui: &mut Ui, check: &Check) {
    let (tone, icon, word) = match check.result {
        CheckResult::Good => (Tone::Good, Icon::Good, "Good"),
        CheckResult::Warn => (Tone::Warn, Icon::Warn, "Look at this"),
        CheckResult::Bad => (Tone::Bad, Icon::Bad, "Wrong"),
        CheckResult::Unknown => (Tone::Unknown, Icon::Unknown, "Not known"),
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(12.0, 3.0);
        icon.show(ui, 18.0, theme::of(ui).ink(tone));
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            Chip::new(tone, word).show(ui);
            ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
                bold(ui, &check.says);
                if !check.advice.is_empty() {
                    muted(ui, &check.advice);
                }
                if !check.from.is_empty() {
                    code(ui, &check.from);
                }
            });
        });
    });
}

fn facts(ui: &mut Ui, view: &View<'_>, verification: &Verification) {
    let tenant = &verification.tenant;
    Card::default().show(ui, |ui| {
        heading(ui, "Tenant");
        let name = tenant.name.as_deref().unwrap_or("Name not in the report");
        muted(ui, name);
        if let Some(id) = &tenant.id {
            code(ui, id);
        }
        let (tone, icon, text) = match tenant.expected {
            TenantMatch::Match => (Tone::Good, Icon::Tick, "The tenant of this plan"),
            TenantMatch::Mismatch => (Tone::Bad, Icon::Bad, "Another tenant"),
            TenantMatch::NotAsked => (Tone::Unknown, Icon::Info, "No tenant ID in this plan"),
            TenantMatch::Unknown => (Tone::Unknown, Icon::Unknown, "Not in the report"),
        };
        Chip::new(tone, text).icon(icon).show(ui);
        if tenant.expected == TenantMatch::Mismatch {
            small(ui, &format!("Expected {}", view.plan().organization.tenant_id));
        }
    });
    ui.add_space(theme::of(ui).metrics.space.xs);
    Card::default().show(ui, |ui| {
        heading(ui, "Enrolled in Intune?");
        muted(ui, &view.words.texts.enrolled);
        for text in &view.words.texts.enrolled_proof {
            ui.horizontal_top(|ui| {
                Icon::Right.show(ui, 14.0, theme::of(ui).colors.accent());
                small(ui, text);
            });
        }
    });
}

fn capture(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    Card::default().show(ui, |ui| {
        heading(ui, "On the device");
        muted(ui, &view.words.texts.capture);
        ui.horizontal(|ui| {
            code(ui, CAPTURE);
            if Button::icon_only(Icon::Copy, "Copy the command").small().show(ui).clicked() {
                desk.send(Action::Copy(CAPTURE.to_owned()));
            }
        });
    });
}
