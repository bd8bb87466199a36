//! The four ways in, each a card that is one big button.

use egui::{
    Align, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, UiBuilder, Vec2,
    WidgetInfo,
};

use super::{Home, ROOM_FOR_FOUR, height_of};
use crate::app::desk::{Action, Desk};
use crate::app::theme;
use crate::app::widgets::{Icon, heading, key_cap, muted, paint_icon};
use crate::plan::Journey;

/// One of the ways in.
struct Way<'a> {
    icon: Icon,
    key: &'a str,
    title: &'a str,
    about: &'a str,
    action: Action,
}

/// The padding of a way in, and the height of its icon and title, in points.
const PADDING: f32 = 18.0;
const HEAD: f32 = 78.0;

impl Home<'_> {
    pub(super) fn ways(&self, ui: &mut Ui, desk: &mut Desk) {
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
        let a_row: usize = if room < ROOM_FOR_FOUR { 2 } else { 4 };
        let gap = theme::of(ui).metrics.space.m + 2.0;
        let width = (room - gap * (a_row as f32 - 1.0)) / a_row as f32;
        let about = ways
            .iter()
            .map(|way| height_of(ui, way.about, &TextStyle::Body, width - 2.0 * PADDING));
        let height = HEAD + about.fold(0.0, f32::max) + 2.0 * PADDING;
        let mut ways = ways.into_iter().peekable();
        while ways.peek().is_some() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = gap;
                for way in ways.by_ref().take(a_row) {
                    if way_card(ui, &way, Vec2::new(width, height)).clicked() {
                        desk.send(way.action);
                    }
                }
            });
            if ways.peek().is_some() {
                ui.add_space(gap - ui.spacing().item_spacing.y);
            }
        }
    }
}

/// A card that is one big button.
fn way_card(ui: &mut Ui, way: &Way<'_>, size: Vec2) -> Response {
    let tokens = theme::of(ui);
    let colors = &tokens.colors;
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let hot = response.hovered() || response.has_focus();
    let line = if hot { colors.accent() } else { colors.line() };
    let thickness =
        if response.has_focus() { tokens.metrics.focus } else { tokens.metrics.hairline };
    let shadow = egui::Shadow { offset: [0, 1], blur: 3, spread: 0, color: colors.shadow() };
    let painter = ui.painter();
    painter.add(shadow.as_shape(rect, tokens.metrics.card_radius));
    let stroke = Stroke::new(thickness, line);
    painter.rect(rect, tokens.metrics.card_radius, colors.card(), stroke, StrokeKind::Inside);
    let inner = rect.shrink(PADDING);
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
