//! The rail: every step with its state, and what is always at hand.

use egui::{
    Align, Color32, Layout, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use crate::app::desk::{Action, Desk, Overlay, View};
use crate::app::guide::Guide;
use crate::app::pages;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Icon, divider, paint_icon, small};
use crate::plan::{Command, Step};

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Current,
    Done,
    /// Seen, and something is open there.
    Attention,
    Later,
}

impl State {
    fn word(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Done => "done",
            Self::Attention => "needs attention",
            Self::Later => "later",
        }
    }
}

pub(super) fn show(ui: &mut Ui, view: &View<'_>, narrow: bool, desk: &mut Desk) {
    let tokens = theme::of(ui);
    let space = tokens.metrics.space;
    let edge = ui.max_rect();
    ui.painter().rect_filled(
        egui::Rect::from_min_max(egui::pos2(edge.right() - 1.0, edge.top()), edge.max),
        0.0,
        tokens.colors.line(),
    );
    egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 16)).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if brand(ui, narrow).clicked() {
            desk.send(Action::Home);
        }
        ui.add_space(space.m);
        divider(ui);
        ui.add_space(space.s);
        if !narrow {
            ui.horizontal(|ui| {
                ui.add_space(space.s);
                small(ui, &view.words.journey(view.plan().journey).name);
            });
            ui.add_space(space.s);
        }
        for (index, step) in view.plan().journey.steps().iter().enumerate() {
            row(ui, view, index + 1, *step, narrow, desk);
        }
        ui.with_layout(Layout::bottom_up(Align::LEFT), |ui| foot(ui, view, narrow, desk));
    });
}

fn brand(ui: &mut Ui, narrow: bool) -> Response {
    let tokens = theme::of(ui);
    let size = Vec2::new(ui.available_width(), 30.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let badge = egui::Rect::from_min_size(
        rect.min + Vec2::new(if narrow { 7.0 } else { 6.0 }, 2.0),
        Vec2::splat(26.0),
    );
    let painter = ui.painter();
    painter.rect_filled(badge, 7.0, tokens.colors.accent());
    paint_icon(painter, badge.center(), Icon::Brand, 18.0, tokens.colors.on_accent());
    if !narrow {
        let font = theme::lead().resolve(ui.style());
        let at = badge.right_center() + Vec2::new(10.0, 0.0);
        painter.text(at, egui::Align2::LEFT_CENTER, "Joinbench", font, tokens.colors.text());
    }
    if response.has_focus() {
        let stroke = Stroke::new(tokens.metrics.focus, tokens.colors.accent());
        painter.rect_stroke(rect, 7.0, stroke, StrokeKind::Inside);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Joinbench, first page"));
    response.on_hover_text("To the first page. This plan is saved.")
}

fn state(view: &View<'_>, step: Step) -> State {
    let plan = view.plan();
    if plan.step == step {
        State::Current
    } else if !plan.visited.contains(&step) {
        State::Later
    } else if pages::is_settled(view, step) {
        State::Done
    } else {
        State::Attention
    }
}

fn row(ui: &mut Ui, view: &View<'_>, number: usize, step: Step, narrow: bool, desk: &mut Desk) {
    let tokens = theme::of(ui);
    let colors = &tokens.colors;
    let words = view.words.step(step);
    let state = state(view, step);
    let visited = view.plan().visited.contains(&step);
    let sense = if visited { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 38.0), sense);
    let painter = ui.painter();
    if state == State::Current {
        painter.rect_filled(rect, 7.0, colors.accent_soft());
    } else if response.hovered() && visited {
        painter.rect_filled(rect, 7.0, colors.sunken());
    }
    let dot = egui::pos2(rect.left() + 19.0, rect.center().y);
    dot_of(ui, dot, number, state);
    if !narrow {
        let (style, ink) = match state {
            State::Current => (theme::strong(), colors.text()),
            State::Later => (egui::TextStyle::Body, colors.muted()),
            State::Done | State::Attention => (egui::TextStyle::Body, colors.text()),
        };
        let at = egui::pos2(rect.left() + 40.0, rect.center().y);
        let font = style.resolve(ui.style());
        painter.text(at, egui::Align2::LEFT_CENTER, &words.name, font, ink);
        if let Some(count) = pages::count(view, step) {
            let font = egui::TextStyle::Small.resolve(ui.style());
            let at = egui::pos2(rect.right() - 8.0, rect.center().y);
            painter.text(at, egui::Align2::RIGHT_CENTER, count, font, colors.muted());
        }
    }
    if response.has_focus() {
        let stroke = Stroke::new(tokens.metrics.focus, colors.accent());
        painter.rect_stroke(rect, 7.0, stroke, StrokeKind::Inside);
    }
    let name = format!("Step {number}: {}, {}", words.name, state.word());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, visited, &name));
    if response.on_hover_text(&name).clicked() && visited {
        desk.close_guide();
        desk.run(Command::Go(step));
    }
}

fn dot_of(ui: &Ui, center: egui::Pos2, number: usize, state: State) {
    let tokens = theme::of(ui);
    let colors = &tokens.colors;
    let painter = ui.painter();
    let ring = |fill: Color32, line: Color32| {
        painter.circle(center, 10.5, fill, Stroke::new(tokens.metrics.hairline, line));
    };
    let digit = |ink: Color32, style: egui::TextStyle| {
        let mut font = style.resolve(ui.style());
        font.size = tokens.metrics.small;
        painter.text(center, egui::Align2::CENTER_CENTER, number.to_string(), font, ink);
    };
    match state {
        State::Current => {
            ring(colors.accent(), colors.accent());
            digit(colors.on_accent(), theme::strong());
        }
        State::Done => {
            ring(colors.good.ink(), colors.good.ink());
            paint_icon(painter, center, Icon::Tick, 15.0, colors.card());
        }
        State::Attention => {
            ring(tokens.soft(Tone::Warn), colors.warn.ink());
            digit(colors.warn.ink(), theme::strong());
        }
        State::Later => {
            ring(colors.card(), colors.line());
            digit(colors.muted(), egui::TextStyle::Small);
        }
    }
}

fn foot(ui: &mut Ui, view: &View<'_>, narrow: bool, desk: &mut Desk) {
    let tokens = theme::of(ui);
    let buttons = [
        (Icon::Gear, "Settings", Overlay::Settings),
        (Icon::Keyboard, "Keys", Overlay::Shortcuts),
        (Icon::Help, "Help", Overlay::Help),
    ];
    let book = view.words.guide(Guide::Rules).name;
    if narrow {
        for (icon, name, overlay) in buttons {
            ui.horizontal(|ui| {
                ui.add_space(4.0);
                if Button::icon_only(icon, name).small().show(ui).clicked() {
                    desk.send(Action::Show(overlay));
                }
            });
        }
        ui.horizontal(|ui| {
            ui.add_space(4.0);
            if Button::icon_only(Icon::Book, &book).small().show(ui).clicked() {
                desk.read(Guide::Rules);
            }
        });
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (icon, name, overlay) in buttons {
            if Button::quiet(name).icon(icon).small().show(ui).clicked() {
                desk.send(Action::Show(overlay));
            }
        }
    });
    ui.add_space(tokens.metrics.space.xs);
    ui.horizontal(|ui| {
        ui.add_space(tokens.metrics.space.s);
        Icon::Offline.show(ui, 15.0, tokens.colors.muted());
        small(ui, "Offline. Nothing leaves this computer.");
    });
    ui.add_space(tokens.metrics.space.xs);
    if Button::quiet(&book).icon(Icon::Book).small().show(ui).clicked() {
        desk.read(Guide::Rules);
    }
}
