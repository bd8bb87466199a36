//! The rail: every step with its state, and what is always at hand.

use egui::scroll_area::ScrollBarVisibility;
use egui::{
    Color32, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, TextStyle, Ui, UiBuilder, Vec2,
    WidgetInfo,
};

use crate::app::desk::{Action, Desk, Overlay, View};
use crate::app::guide::Guide;
use crate::app::pages;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Icon, divider, paint_icon, scroll, small};
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
        let all = ui.available_rect_before_wrap();
        let (above, below) = all.split_top_bottom_at_y(all.bottom() - foot_height(ui, narrow));
        let mut steps = ui.new_child(UiBuilder::new().max_rect(above).id_salt("steps"));
        // With large text in a low window there is no room for every step.
        let hidden = ScrollBarVisibility::AlwaysHidden;
        scroll(&mut steps, ScrollArea::vertical().scroll_bar_visibility(hidden), |ui| {
            for (index, step) in view.plan().journey.steps().iter().enumerate() {
                row(ui, view, index + 1, *step, narrow, desk);
            }
        });
        let mut at_hand = ui.new_child(UiBuilder::new().max_rect(below).id_salt("foot"));
        foot(&mut at_hand, view, narrow, desk);
    });
}

/// What the rail says of the network.
const OFFLINE: &str = "Offline. Nothing leaves this computer.";

/// The size of the icon before it, in points.
const OFFLINE_ICON: f32 = 15.0;

/// The height of what is always at hand, at the lower end of the rail.
fn foot_height(ui: &Ui, narrow: bool) -> f32 {
    let metrics = theme::of(ui).metrics;
    if narrow {
        return 4.0 * metrics.small_control;
    }
    let room = ui.available_width() - OFFLINE_ICON - 2.0 * metrics.space.s;
    let font = TextStyle::Small.resolve(ui.style());
    let text = ui.painter().layout(OFFLINE.to_owned(), font, Color32::TRANSPARENT, room);
    2.0 * metrics.small_control + 2.0 * metrics.space.xs + text.size().y.max(metrics.small_control)
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
    if state == State::Current {
        reveal(ui, step, rect);
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

/// Scrolls to a step when it becomes the current one; from then on the rail stays
/// where a person scrolls it.
fn reveal(ui: &Ui, step: Step, rect: egui::Rect) {
    let shown = egui::Id::unique("step that the rail shows");
    let before = ui.data_mut(|data| data.get_temp::<Step>(shown));
    if before != Some(step) {
        ui.data_mut(|data| data.insert_temp(shown, step));
        ui.scroll_to_rect(rect, None);
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
        ui.horizontal(|ui| {
            ui.add_space(tokens.metrics.space.xs);
            if Button::icon_only(Icon::Book, &book).small().show(ui).clicked() {
                desk.read(Guide::Rules);
            }
        });
        for (icon, name, overlay) in buttons {
            ui.horizontal(|ui| {
                ui.add_space(tokens.metrics.space.xs);
                if Button::icon_only(icon, name).small().show(ui).clicked() {
                    desk.send(Action::Show(overlay));
                }
            });
        }
        return;
    }
    if Button::quiet(&book).icon(Icon::Book).small().show(ui).clicked() {
        desk.read(Guide::Rules);
    }
    ui.add_space(tokens.metrics.space.xs);
    ui.horizontal(|ui| {
        ui.add_space(tokens.metrics.space.s);
        Icon::Offline.show(ui, OFFLINE_ICON, tokens.colors.muted());
        small(ui, OFFLINE);
    });
    ui.add_space(tokens.metrics.space.xs);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for (icon, name, overlay) in buttons {
            if Button::quiet(name).icon(icon).small().show(ui).clicked() {
                desk.send(Action::Show(overlay));
            }
        }
    });
}
