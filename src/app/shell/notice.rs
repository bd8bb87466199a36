//! The banner of a page, and the bar of a long job.

use egui::{Align, Frame, Layout, Stroke, Ui};

use crate::app::desk::{Action, Desk};
use crate::app::jobs::Shown;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Icon, buttons_at_the_right};
use crate::app::window::Notice;

/// A message about the whole page, with its way out.
pub fn show(ui: &mut Ui, notice: &Notice, desk: &mut Desk) {
    let tokens = theme::of(ui);
    let icon = match notice.tone {
        Tone::Good => Icon::Good,
        Tone::Warn => Icon::Warn,
        Tone::Bad => Icon::Bad,
        Tone::Unknown | Tone::Accent => Icon::Info,
    };
    let frame = Frame::new()
        .fill(tokens.soft(notice.tone))
        .stroke(Stroke::new(tokens.metrics.hairline, tokens.ink(notice.tone)))
        .corner_radius(tokens.metrics.card_radius)
        .inner_margin(12);
    frame.show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            let mut buttons = Vec::new();
            if let Some(copy) = &notice.open_instead {
                let open = Button::plain("Open the last good copy").small();
                buttons.push((open, Action::OpenPlan(copy.clone())));
            }
            let close = Button::icon_only(Icon::Close, "Dismiss").small();
            buttons.push((close, Action::Dismiss));
            if let Some(action) = buttons_at_the_right(ui, buttons) {
                desk.send(action);
            }
            ui.with_layout(Layout::left_to_right(Align::TOP), |ui| {
                icon.show(ui, tokens.metrics.icon, tokens.ink(notice.tone));
                let text = egui::RichText::new(&notice.text).color(tokens.colors.text());
                let label = ui.add(egui::Label::new(text).wrap().selectable(true));
                announce(ui, &label);
            });
        });
    });
}

/// Tells screen readers when the words of a label change.
pub fn announce(ui: &Ui, label: &egui::Response) {
    ui.ctx().accesskit_node_builder(label.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
}

/// How far a job is, with a way to stop it.
pub(super) fn job(ui: &Ui, job: &Shown, desk: &mut Desk) {
    let tokens = theme::of(ui);
    egui::Area::new(egui::Id::unique("job"))
        .anchor(egui::Align2::CENTER_BOTTOM, [0.0, -80.0])
        .order(egui::Order::Foreground)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(14).show(ui, |ui| {
                ui.set_width(320.0);
                ui.label(&job.title);
                let bar = match job.fraction {
                    Some(done) => egui::ProgressBar::new(done).show_percentage(),
                    None => egui::ProgressBar::new(0.0).animate(true),
                };
                ui.add(bar.fill(tokens.colors.accent()));
                if Button::plain("Cancel").small().show(ui).clicked() {
                    desk.send(Action::CancelJob);
                }
            });
        });
}
