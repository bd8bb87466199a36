//! The blocks of a mirrored screen: fields, links, choices, rows, buttons.

use egui::{
    Align, Color32, Label, Layout, Response, RichText, Role, Sense, Stroke, StrokeKind, TextStyle,
    Ui, Vec2, WidgetInfo,
};

use crate::app::theme;
use crate::app::widgets::{Icon, paint_icon};
use crate::walk::{Button, Item, Replica, Words, fill};

/// Draws heading, text, items and buttons. Says whether what is marked as the
/// thing to press was pressed.
pub(super) fn all(ui: &mut Ui, replica: &Replica, words: &Words, large: bool) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    ui.spacing_mut().item_spacing = Vec2::new(8.0, 8.0);
    let size = if large { tokens.metrics.title - 2.0 } else { tokens.metrics.lead + 1.0 };
    let heading =
        RichText::new(fill(&replica.heading, words)).text_style(theme::title()).size(size);
    ui.add(Label::new(heading.color(colors.text())).wrap());
    for text in &replica.text {
        line(ui, &fill(text, words), TextStyle::Body, colors.muted());
    }
    let mut pressed = false;
    for item in &replica.items {
        pressed |= one(ui, item, words);
    }
    if !replica.buttons.is_empty() {
        ui.add_space(6.0);
        ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
            for button in replica.buttons.iter().rev() {
                pressed |= push_button(ui, button, words);
            }
        });
    }
    pressed
}

/// A line of the drawing.
pub(super) fn line(ui: &mut Ui, text: &str, style: TextStyle, color: Color32) -> Response {
    ui.add(Label::new(RichText::new(text).text_style(style).color(color)).wrap())
}

fn one(ui: &mut Ui, item: &Item, words: &Words) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    match item {
        Item::Field { label, value, secret } => {
            field(ui, &fill(label, words), &fill(value, words), *secret);
            false
        }
        Item::Link { label, pick } => link(ui, &fill(label, words), *pick),
        Item::Choice { label, about, pick } => {
            choice(ui, &fill(label, words), &fill(about, words), *pick)
        }
        Item::List { entries } => {
            let mut pressed = false;
            for entry in entries {
                pressed |= choice(ui, &fill(&entry.label, words), "", entry.pick);
            }
            pressed
        }
        Item::Notice { text } => {
            boxed(ui, |ui| {
                ui.horizontal_top(|ui| {
                    Icon::Info.show(ui, 16.0, colors.accent());
                    line(ui, &fill(text, words), TextStyle::Small, colors.text());
                });
            });
            false
        }
        Item::Progress { label, percent } => {
            progress(ui, &fill(label, words), *percent);
            false
        }
        Item::Toggle { label, on } => {
            toggle(ui, &fill(label, words), *on);
            false
        }
        Item::Row { label, value, button, pick } => {
            let button = button.as_deref().map(|text| fill(text, words));
            row(ui, &fill(label, words), &fill(value, words), button.as_deref(), *pick)
        }
        Item::Code { text } => {
            boxed(ui, |ui| {
                line(ui, &fill(text, words), TextStyle::Monospace, colors.text());
            });
            false
        }
    }
}

fn boxed(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    egui::Frame::new()
        .fill(colors.field())
        .stroke(Stroke::new(1.0, colors.line()))
        .corner_radius(5)
        .inner_margin(10)
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            contents(ui);
        });
}

fn field(ui: &mut Ui, label: &str, value: &str, secret: bool) {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let shown =
        if secret { "•".repeat(value.chars().count().clamp(8, 12)) } else { value.to_owned() };
    let (text, ink) =
        if shown.is_empty() { (label, colors.muted()) } else { (shown.as_str(), colors.text()) };
    let (rect, response) =
        ui.allocate_exact_size(Vec2::new(ui.available_width(), 34.0), Sense::hover());
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let stroke = Stroke::new(1.0, colors.line());
    painter.rect(rect, 4.0, colors.field(), stroke, StrokeKind::Inside);
    let under = egui::Rect::from_min_max(egui::pos2(rect.left(), rect.bottom() - 2.0), rect.max);
    painter.rect_filled(under, 0.0, colors.accent());
    let font = TextStyle::Body.resolve(ui.style());
    let at = rect.left_center() + Vec2::new(10.0, 0.0);
    painter.text(at, egui::Align2::LEFT_CENTER, text, font, ink);
    let name = format!("{label}: {}", if secret { "hidden" } else { value });
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
}

fn link(ui: &mut Ui, label: &str, pick: bool) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let text = RichText::new(label).text_style(TextStyle::Body).color(colors.accent());
    if !pick {
        ui.add(Label::new(text).wrap());
        return false;
    }
    let response = ui.add(Label::new(text.underline()).wrap().sense(Sense::click()));
    ring(ui, &response);
    response.clicked()
}

fn choice(ui: &mut Ui, label: &str, about: &str, pick: bool) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let frame = egui::Frame::new()
        .fill(if pick { tokens.colors.accent_soft() } else { colors.panel() })
        .stroke(Stroke::new(1.0, if pick { colors.accent() } else { colors.line() }))
        .corner_radius(6)
        .inner_margin(9);
    let inner = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 1.0;
        let style = if pick { theme::strong() } else { TextStyle::Body };
        line(ui, label, style, colors.text());
        if !about.is_empty() {
            line(ui, about, TextStyle::Small, colors.muted());
        }
    });
    pick && pressable(ui, inner.response.rect, label)
}

fn progress(ui: &mut Ui, label: &str, percent: Option<u8>) {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    if let Some(percent) = percent {
        let (rect, _) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), 5.0), Sense::hover());
        ui.painter().rect_filled(rect, 2.5, colors.line());
        let mut done = rect;
        done.set_width(rect.width() * f32::from(percent.min(100)) / 100.0);
        ui.painter().rect_filled(done, 2.5, colors.accent());
    } else {
        // Windows shows turning dots here; a still ring keeps an idle window idle.
        let (rect, _) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), 34.0), Sense::hover());
        for index in 0_u8..8 {
            let angle = f32::from(index) * std::f32::consts::TAU / 8.0;
            let at = rect.center() + Vec2::angled(angle) * 12.0;
            let fade = 1.0 - f32::from(index) / 9.0;
            ui.painter().circle_filled(at, 2.4, colors.accent().gamma_multiply(fade));
        }
    }
    line(ui, label, TextStyle::Small, colors.muted());
}

fn toggle(ui: &mut Ui, label: &str, on: bool) {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(32.0, 18.0), Sense::hover());
            let fill = if on { colors.accent() } else { colors.muted() };
            ui.painter().rect_filled(rect, 9.0, fill);
            let x = if on { rect.right() - 9.0 } else { rect.left() + 9.0 };
            ui.painter().circle_filled(egui::pos2(x, rect.center().y), 6.0, colors.panel());
            line(ui, if on { "Yes" } else { "No" }, TextStyle::Small, colors.muted());
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                line(ui, label, TextStyle::Body, colors.text());
            });
        });
    });
}

fn row(ui: &mut Ui, label: &str, value: &str, button: Option<&str>, pick: bool) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let mut pressed = false;
    let marked = pick && button.is_none();
    let frame = egui::Frame::new()
        .fill(if marked { tokens.colors.accent_soft() } else { colors.field() })
        .stroke(Stroke::new(1.0, if marked { colors.accent() } else { colors.line() }))
        .corner_radius(5)
        .inner_margin(egui::Margin::symmetric(12, 7));
    let inner = frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(24.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(button) = button {
                    let drawn = Button { label: button.to_owned(), primary: pick, pick };
                    pressed |= push_button(ui, &drawn, &Words::default());
                }
                if !value.is_empty() {
                    line(ui, value, TextStyle::Small, colors.muted());
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    line(ui, label, TextStyle::Body, colors.text());
                });
            });
        });
    });
    if marked {
        pressed |= pressable(ui, inner.response.rect, label);
    }
    pressed
}

fn push_button(ui: &mut Ui, button: &Button, words: &Words) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let label = fill(&button.label, words);
    let ink = if button.primary { colors.on_accent() } else { colors.text() };
    let style = if button.primary { theme::strong() } else { TextStyle::Body };
    let galley = ui.painter().layout_no_wrap(label.clone(), style.resolve(ui.style()), ink);
    let size = Vec2::new((galley.size().x + 32.0).max(84.0), 32.0);
    let sense = if button.pick { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let fill = if button.primary { colors.accent() } else { colors.panel() };
    let stroke = Stroke::new(1.0, if button.primary { colors.accent() } else { colors.line() });
    ui.painter().rect(rect, 4.0, fill, stroke, StrokeKind::Inside);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, ink);
    if button.pick {
        let role = Role::Button;
        response.widget_info(|| WidgetInfo::labeled(role, true, &label));
        ring(ui, &response);
        if !button.primary {
            let center = rect.left_center() - Vec2::new(12.0, 0.0);
            paint_icon(ui.painter(), center, Icon::Right, 16.0, colors.accent());
        }
    }
    response.clicked()
}

/// Lets the thing to press be pressed, by pointer and keyboard.
fn pressable(ui: &mut Ui, rect: egui::Rect, label: &str) -> bool {
    let response = ui.interact(rect, ui.scope_id().with(("pick", label)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, label));
    ring(ui, &response);
    response.clicked()
}

/// Shows what is to be pressed when the pointer or the keyboard is on it.
fn ring(ui: &Ui, response: &Response) {
    if response.has_focus() || response.hovered() {
        let tokens = theme::of(ui);
        let stroke = Stroke::new(tokens.metrics.focus, tokens.colors.replica.accent());
        ui.painter().rect_stroke(response.rect.expand(2.0), 6.0, stroke, StrokeKind::Outside);
    }
}
