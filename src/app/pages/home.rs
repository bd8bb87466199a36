//! The first page: four ways in, recent plans, a drop zone, the demo.

use egui::{
    Align, Color32, Frame, Layout, Margin, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
};

use super::this_computer;
use crate::app::desk::{Action, Desk, Overlay};
use crate::app::dialogs::Ask;
use crate::app::guide::Guide;
use crate::app::settings::{Recent, Stage};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Button, Card, Chip, Icon, bold, divider, heading, key_cap, link, muted, paint_icon, small,
};
use crate::app::window::Notice;
use crate::app::words::Words;
use crate::app::{keys, shell};
use crate::plan::Journey;

/// What the first page shows.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a> {
    pub words: &'a Words,
    pub recent: &'a [Recent],
}

/// One of the ways in.
struct Way<'a> {
    icon: Icon,
    key: &'a str,
    title: &'a str,
    about: &'a str,
    action: Action,
}

impl Home<'_> {
    pub fn show(&self, ui: &mut Ui, message: Option<&Notice>, desk: &mut Desk) {
        let tokens = theme::of(ui);
        let ground = Frame::new().fill(tokens.colors.ground());
        egui::CentralPanel::default().frame(ground).show(ui, |ui| {
            let side = if ui.available_width() < 1000.0 { 24 } else { 56 };
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                Frame::new().inner_margin(Margin::symmetric(side, 34)).show(ui, |ui| {
                    self.heading(ui, desk);
                    if let Some(message) = message {
                        shell::notice(ui, message, desk);
                        ui.add_space(tokens.metrics.space.m);
                    }
                    self.ways(ui, desk);
                    ui.add_space(tokens.metrics.space.l + 4.0);
                    self.lower(ui, desk);
                });
            });
        });
    }

    fn heading(&self, ui: &mut Ui, desk: &mut Desk) {
        let tokens = theme::of(ui);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 14.0;
            let (rect, _) = ui.allocate_exact_size(Vec2::splat(44.0), Sense::hover());
            ui.painter().rect_filled(rect, 10.0, tokens.colors.accent());
            let ink = tokens.colors.on_accent();
            paint_icon(ui.painter(), rect.center(), Icon::Brand, 26.0, ink);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                let text = egui::RichText::new(&self.words.home.title)
                    .text_style(theme::title())
                    .size(tokens.metrics.title + 4.0);
                ui.label(text);
                muted(ui, &self.words.home.about);
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| self.guides(ui, desk));
        });
        ui.add_space(tokens.metrics.space.l + 4.0);
    }

    /// The ways to what can be read without a plan.
    fn guides(&self, ui: &mut Ui, desk: &mut Desk) {
        ui.spacing_mut().item_spacing.x = theme::of(ui).metrics.space.s;
        for (guide, icon) in [(Guide::Rules, Icon::Book), (Guide::Joins, Icon::Signpost)] {
            let name = self.words.guide(guide).name;
            if Button::quiet(&name).icon(icon).small().show(ui).clicked() {
                desk.read(guide);
            }
        }
    }

    fn ways(&self, ui: &mut Ui, desk: &mut Desk) {
        let new = self.words.journey(Journey::NewDevice);
        let used = self.words.journey(Journey::DeviceInUse);
        let proof = self.words.journey(Journey::Proof);
        let rehearse = &self.words.rehearsal;
        let ways = [
            Way {
                icon: Icon::Device,
                key: "1",
                title: &new.card,
                about: &new.about,
                action: Action::Start(Journey::NewDevice),
            },
            Way {
                icon: Icon::Gear,
                key: "2",
                title: &used.card,
                about: &used.about,
                action: Action::Start(Journey::DeviceInUse),
            },
            Way {
                icon: Icon::Play,
                key: "3",
                title: &rehearse.title,
                about: &rehearse.about,
                action: Action::Rehearse(Journey::NewDevice),
            },
            Way {
                icon: Icon::Proof,
                key: "4",
                title: &proof.card,
                about: &proof.about,
                action: Action::Start(Journey::Proof),
            },
        ];
        let room = ui.available_width();
        let a_row: usize = if room < 880.0 { 2 } else { 4 };
        let gap = theme::of(ui).metrics.space.m + 2.0;
        let width = (room - gap * (a_row as f32 - 1.0)) / a_row as f32;
        let mut ways = ways.into_iter().peekable();
        while ways.peek().is_some() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for way in ways.by_ref().take(a_row) {
                    if way_card(ui, &way, width).clicked() {
                        desk.send(way.action);
                    }
                }
            });
            if ways.peek().is_some() {
                ui.add_space(gap - ui.spacing().item_spacing.y);
            }
        }
    }

    fn lower(&self, ui: &mut Ui, desk: &mut Desk) {
        let room = ui.available_width();
        let gap = theme::of(ui).metrics.space.m + 2.0;
        if room < 880.0 {
            drop_zone(ui, desk);
            ui.add_space(gap);
            this_computer::card(ui, &self.words.texts.this_computer, desk);
            ui.add_space(gap - ui.spacing().item_spacing.y);
            no_device(ui, desk);
            ui.add_space(gap);
            self.recent_plans(ui, desk);
            return;
        }
        let right = ((room - gap) * 0.4).round();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            ui.vertical(|ui| {
                ui.set_width(room - gap - right);
                self.recent_plans(ui, desk);
            });
            ui.vertical(|ui| {
                ui.set_width(right);
                drop_zone(ui, desk);
                ui.add_space(gap - ui.spacing().item_spacing.y);
                this_computer::card(ui, &self.words.texts.this_computer, desk);
                ui.add_space(gap - ui.spacing().item_spacing.y);
                no_device(ui, desk);
            });
        });
    }

    fn recent_plans(&self, ui: &mut Ui, desk: &mut Desk) {
        Card::flush().show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            Frame::new().inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.set_min_height(28.0);
                    bold(ui, "Recent plans");
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        key_cap(ui, "Ctrl O");
                        if link(ui, "Open a plan").clicked() {
                            desk.send(Action::Pick(Ask::Plan));
                        }
                    });
                });
            });
            if self.recent.is_empty() {
                divider(ui);
                Frame::new().inner_margin(16).show(ui, |ui| {
                    muted(ui, "Plans appear here as soon as you change one. They save themselves.");
                });
            }
            for recent in self.recent.iter().take(5) {
                divider(ui);
                if recent_row(ui, recent).clicked() {
                    desk.send(Action::OpenPlan(recent.path.clone()));
                }
            }
        });
    }
}

/// A card that is one big button.
fn way_card(ui: &mut Ui, way: &Way<'_>, width: f32) -> Response {
    let tokens = theme::of(ui);
    let colors = &tokens.colors;
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 176.0), Sense::click());
    let hot = response.hovered() || response.has_focus();
    let line = if hot { colors.accent() } else { colors.line() };
    let thickness =
        if response.has_focus() { tokens.metrics.focus } else { tokens.metrics.hairline };
    let shadow = egui::Shadow { offset: [0, 1], blur: 3, spread: 0, color: colors.shadow() };
    let painter = ui.painter();
    painter.add(shadow.as_shape(rect, tokens.metrics.card_radius));
    let stroke = Stroke::new(thickness, line);
    painter.rect(rect, tokens.metrics.card_radius, colors.card(), stroke, StrokeKind::Inside);
    let inner = rect.shrink(18.0);
    let badge = Rect::from_min_size(inner.min, Vec2::splat(40.0));
    painter.rect_filled(badge, 9.0, colors.accent_soft());
    paint_icon(painter, badge.center(), way.icon, 22.0, colors.accent());

    let corner = Layout::right_to_left(Align::TOP);
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).layout(corner));
    key_cap(&mut child, way.key);
    let words = Rect::from_min_max(egui::pos2(inner.left(), inner.top() + 48.0), inner.max);
    let column = Layout::top_down(Align::LEFT);
    let mut child = ui.new_child(UiBuilder::new().max_rect(words).layout(column));
    heading(&mut child, way.title);
    muted(&mut child, way.about);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, way.title));
    response
}

fn recent_row(ui: &mut Ui, recent: &Recent) -> Response {
    let tokens = theme::of(ui);
    let size = Vec2::new(ui.available_width(), 57.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, 0.0, tokens.colors.sunken());
    }
    let icon = match recent.journey {
        Journey::NewDevice => Icon::Device,
        Journey::DeviceInUse => Icon::Gear,
        Journey::Proof => Icon::Proof,
    };
    let at = egui::pos2(rect.left() + 26.0, rect.center().y);
    paint_icon(ui.painter(), at, icon, 20.0, tokens.colors.muted());
    let (tone, word) = match recent.stage {
        Stage::InProgress => (Tone::Accent, "In progress"),
        Stage::Verified => (Tone::Good, "Verified"),
        Stage::Exported => (Tone::Good, "Exported"),
    };
    let inner =
        Rect::from_min_max(rect.min + Vec2::new(48.0, 9.0), rect.max - Vec2::new(16.0, 8.0));
    let row = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).layout(row));
    child.scope(|ui| {
        Chip::new(tone, word).show(ui);
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add(egui::Label::new(&recent.title).truncate());
            small(ui, &recent.about);
        });
    });
    let name = format!("Open {}, {word}", recent.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    response
}

fn drop_zone(ui: &mut Ui, desk: &mut Desk) {
    let tokens = theme::of(ui);
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 142.0), Sense::click());
    let ink = if response.hovered() || response.has_focus() {
        tokens.colors.accent()
    } else {
        tokens.colors.edge()
    };
    dashed_frame(ui, rect, ink);
    let column = Layout::top_down(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect.shrink(16.0)).layout(column));
    child.scope(|ui| {
        ui.add_space(6.0);
        Icon::Drop.show(ui, 28.0, tokens.colors.accent());
        ui.add_space(4.0);
        bold(ui, "Drop a report here");
        small(ui, "systeminfo, msinfo32, Get-ComputerInfo, dsregcmd, HardwareReadiness, dxdiag, tpmtool. Or choose a file.");
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Choose a report to read"));
    if response.clicked() {
        desk.send(Action::Pick(Ask::Reports));
    }
    ui.horizontal(|ui| {
        small(ui, "No report yet?");
        if link(ui, "Capture from a device").clicked() {
            desk.send(Action::Show(Overlay::Capture));
        }
    });
}

fn dashed_frame(ui: &Ui, rect: Rect, ink: Color32) {
    let rect = rect.shrink(1.0);
    let corners = [
        rect.left_top(),
        rect.right_top(),
        rect.right_bottom(),
        rect.left_bottom(),
        rect.left_top(),
    ];
    let shapes = egui::Shape::dashed_line(&corners, Stroke::new(1.0, ink), 4.0, 3.0);
    ui.painter().extend(shapes);
}

fn no_device(ui: &mut Ui, desk: &mut Desk) {
    Card::default().show(ui, |ui| {
        bold(ui, "No device at hand?");
        muted(
            ui,
            "Walk through a full join with the Contoso sample, with failures you can switch on.",
        );
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            if Button::primary("Start the demo").icon(Icon::Play).show(ui).clicked() {
                desk.send(Action::Demo);
            }
            let keys = keys::SHORTCUTS.len();
            let hint = format!("{keys} shortcuts");
            if Button::plain("Keys").icon(Icon::Keyboard).show(ui).on_hover_text(hint).clicked() {
                desk.send(Action::Show(Overlay::Shortcuts));
            }
        });
    });
}
