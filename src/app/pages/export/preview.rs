//! Beside the settings: the file they become, and what else is written.

use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui};

use crate::app::desk::{Action, Desk, View};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Card, Chip, Icon, bold, divider, muted, small};
use crate::package::{ExportKind, package_id, preview_xml};

const TABS: [&str; 2] = ["customizations.xml", "Files"];

pub(super) fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let xml = xml(view);
    Card::flush().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        Frame::new().inner_margin(Margin::symmetric(12, 6)).show(ui, |ui| {
            ui.horizontal(|ui| {
                for (index, tab) in TABS.iter().enumerate() {
                    let tone = if desk.preview == index { Tone::Accent } else { Tone::Unknown };
                    if Chip::new(tone, tab).clickable().show(ui).clicked() {
                        desk.preview = index;
                    }
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let copy = Button::icon_only(Icon::Copy, "Copy the preview").small();
                    if copy.show(ui).clicked() {
                        desk.send(Action::Copy(xml.clone()));
                    }
                });
            });
        });
        divider(ui);
        let ground = Frame::new().fill(theme::of(ui).colors.sunken()).inner_margin(12);
        ground.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.set_min_height(430.0);
            if desk.preview == 0 { lines(ui, &xml) } else { files(ui, view) }
        });
    });
}

/// The file as it will be, with marks where secrets stand.
fn xml(view: &View<'_>) -> String {
    let plan = view.plan();
    let mut settings = plan.package.fitted_to(&plan.device);
    if settings.name.trim().is_empty() {
        settings.name = plan.title();
    }
    if settings.set_nothing() {
        return String::new();
    }
    preview_xml(&settings, &view.bench.secrets, package_id(&settings, &plan.organization))
}

fn lines(ui: &mut Ui, xml: &str) {
    if xml.is_empty() {
        muted(ui, "Switch something on and the file appears here. The record is exported anyway.");
        return;
    }
    let text = egui::RichText::new(xml.trim_start_matches('\u{feff}').replace('\r', ""))
        .text_style(egui::TextStyle::Monospace)
        .color(theme::of(ui).colors.text());
    let label = egui::Label::new(text).selectable(true);
    // Below the settings there is room for most lines, and the others fold.
    let (area, label) = if ui.available_width() < ROOM_FOR_LINES {
        (ScrollArea::both(), label.extend())
    } else {
        (ScrollArea::vertical(), label.wrap())
    };
    area.max_height(480.0).id_salt("preview").show(ui, |ui| ui.add(label));
}

/// In less room than this, in points, lines are not folded.
const ROOM_FOR_LINES: f32 = 400.0;

fn files(ui: &mut Ui, view: &View<'_>) {
    let settings = &view.plan().package;
    let secret = settings.needs().into_iter().any(|kind| view.bench.secrets.has(kind));
    ui.spacing_mut().item_spacing.y = 6.0;
    for kind in ExportKind::ALL {
        let package = matches!(kind, ExportKind::Customizations | ExportKind::Build);
        if package && settings.set_nothing() {
            continue;
        }
        bold(ui, kind.file_name());
        small(ui, kind.purpose());
        if *kind == ExportKind::Customizations && secret {
            Chip::new(Tone::Warn, "Will hold secrets").icon(Icon::Lock).show(ui);
        }
        ui.add_space(4.0);
    }
}
