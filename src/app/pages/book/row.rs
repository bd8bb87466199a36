//! A rule on one line: its id, its title and what it does at worst. Only rows
//! in view are drawn, so that a book of any length stays quick.

use egui::{
    Align, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
};

use crate::app::desk::Desk;
use crate::app::guide::{Reading, book_row};
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Chip, Icon, paint_icon};
use crate::check::{Effect, Entry, JoinPath};

const HEIGHT: f32 = 42.0;

pub(super) fn show(ui: &mut Ui, reading: &Reading<'_>, entry: &Entry, desk: &mut Desk) {
    let size = Vec2::new(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    if desk.shelf.show_rule.as_deref() == Some(&entry.rule) {
        desk.shelf.show_rule = None;
        response.request_focus();
        response.scroll_to_me(Some(Align::TOP));
        ui.ctx().request_repaint();
    }
    let row = book_row(&entry.rule);
    let open = desk.is_open(&row);
    if ui.is_rect_visible(rect) {
        paint(ui, reading, entry, rect, &response, open);
    }
    let name = format!("{} {}", entry.rule, entry.title);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &name));
    if response.clicked() {
        desk.toggle(&row);
    }
}

fn paint(
    ui: &mut Ui,
    reading: &Reading<'_>,
    entry: &Entry,
    rect: Rect,
    response: &Response,
    open: bool,
) {
    let tokens = theme::of(ui);
    let (colors, metrics) = (&tokens.colors, &tokens.metrics);
    if response.hovered() || open {
        ui.painter().rect_filled(rect, 0.0, colors.sunken());
    }
    if response.has_focus() {
        let stroke = Stroke::new(metrics.focus, colors.accent());
        ui.painter().rect_stroke(rect, metrics.control_radius, stroke, StrokeKind::Inside);
    }
    let arrow = if open { Icon::Down } else { Icon::Right };
    let mark = egui::pos2(rect.left() + 22.0, rect.center().y);
    paint_icon(ui.painter(), mark, arrow, metrics.icon, colors.muted());
    let inner = Rect::from_min_max(
        egui::pos2(rect.left() + 38.0, rect.top()),
        egui::pos2(rect.right() - 16.0, rect.bottom()),
    );
    let layout = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner).layout(layout));
    chips(&mut child, reading, entry);
    child.with_layout(Layout::left_to_right(Align::Center), |ui| words(ui, entry));
}

fn words(ui: &mut Ui, entry: &Entry) {
    /// The longest id of a built-in rule.
    const ID_WIDTH: f32 = 36.0;
    let ink = theme::of(ui).colors.text();
    let id = egui::RichText::new(&entry.rule).text_style(egui::TextStyle::Monospace).color(ink);
    let drawn = ui.add(egui::Label::new(id).extend());
    ui.add_space((ID_WIDTH - drawn.rect.width()).max(0.0));
    ui.add(egui::Label::new(egui::RichText::new(&entry.title).color(ink)).truncate());
}

/// What the rule does at worst, the gravest at the left.
fn chips(ui: &mut Ui, reading: &Reading<'_>, entry: &Entry) {
    let words = &reading.handbook.knowledge.book_words;
    for (effect, tone) in [(Effect::Warn, Tone::Warn), (Effect::Block, Tone::Bad)] {
        let text = match entry.count(effect) {
            0 => continue,
            all if all == JoinPath::ALL.len() => reading.words.texts.book.all_paths.clone(),
            1 => reading.words.texts.book.one_path.clone(),
            many => reading.words.texts.book.paths.replace("{}", &many.to_string()),
        };
        Chip::new(tone, &format!("{} {text}", words.effect(effect))).show(ui);
    }
    if entry.own {
        Chip::new(Tone::Accent, &words.headings.own).icon(Icon::Building).show(ui);
    }
}
