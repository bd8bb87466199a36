//! What lies over a page: help, the list of keys, the settings.

use egui::{Frame, Ui};

use super::notice::announce;
use crate::app::desk::{Action, Desk, Overlay};
use crate::app::dialogs::Ask;
use crate::app::guide::Guide;
use crate::app::keys::SHORTCUTS;
use crate::app::pages::{capture, this_computer};
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::theme;
use crate::app::widgets::{
    Button, Icon, code, heading, muted, scroll, segments, small, title as page_title,
};
use crate::app::words::{DropTexts, Words};

/// The width of what has little to say, in points.
const WIDTH: f32 = 420.0;

pub(super) fn show(ui: &Ui, overlay: Overlay, words: &Words, settings: &Settings, desk: &mut Desk) {
    let tokens = theme::of(ui);
    let frame = Frame::new()
        .fill(tokens.colors.card())
        .corner_radius(tokens.metrics.card_radius)
        .stroke(egui::Stroke::new(tokens.metrics.hairline, tokens.colors.line()))
        .inner_margin(20);
    let modal = egui::Modal::new(egui::Id::unique("overlay")).frame(frame).show(ui.ctx(), |ui| {
        let width = if overlay == Overlay::Capture { capture::WIDTH } else { WIDTH };
        ui.set_width(width.min(ui.ctx().content_rect().width() - 80.0));
        match overlay {
            Overlay::Shortcuts => shortcuts(ui),
            Overlay::Settings => show_settings(ui, words, settings, desk),
            Overlay::Help => help(ui, words, desk),
            Overlay::ThisComputer => {
                this_computer::question(ui, &words.texts.this_computer, desk);
                return false;
            }
            Overlay::Capture => tall(ui, |ui| capture::show(ui, words, desk)),
        }
        ui.add_space(tokens.metrics.space.l);
        // Only one button of a page is the primary one.
        let close = match overlay {
            Overlay::Capture => Button::plain("Close"),
            _ => Button::primary("Close"),
        };
        close.show(ui).clicked()
    });
    if modal.inner || modal.should_close() {
        desk.send(Action::CloseOverlay);
    }
}

/// What stands around it: its margins, and the button that closes it, in points.
const AROUND: f32 = 122.0;

/// What may be taller than the window scrolls inside.
fn tall(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let height = ui.ctx().content_rect().height() - AROUND;
    let area = egui::ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    scroll(ui, area, contents);
}

fn shortcuts(ui: &mut Ui) {
    heading(ui, "Keys");
    ui.add_space(8.0);
    egui::Grid::new("shortcuts").num_columns(2).spacing([24.0, 8.0]).show(ui, |ui| {
        for shortcut in SHORTCUTS {
            code(ui, shortcut.keys);
            muted(ui, shortcut.does);
            ui.end_row();
        }
    });
}

fn help(ui: &mut Ui, words: &Words, desk: &mut Desk) {
    heading(ui, "Help");
    ui.add_space(8.0);
    for text in &words.texts.help {
        ui.horizontal_top(|ui| {
            let tokens = theme::of(ui);
            Icon::Info.show(ui, 16.0, tokens.colors.accent());
            muted(ui, text);
        });
    }
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        for (guide, icon) in [(Guide::Joins, Icon::Signpost), (Guide::Rules, Icon::Book)] {
            if Button::plain(&words.guide(guide).name).icon(icon).small().show(ui).clicked() {
                desk.read(guide);
                desk.send(Action::CloseOverlay);
            }
        }
    });
}

fn show_settings(ui: &mut Ui, words: &Words, settings: &Settings, desk: &mut Desk) {
    heading(ui, "Settings");
    ui.add_space(8.0);
    small(ui, "Theme");
    let choices = [(None, "As the system"), (Some(Icon::Sun), "Light"), (Some(Icon::Moon), "Dark")];
    let themes = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];
    let chosen = themes.iter().position(|theme| *theme == settings.theme).unwrap_or(0);
    if let Some(theme) = segments(ui, &choices, chosen).and_then(|index| themes.get(index)) {
        desk.send(Action::Theme(*theme));
    }
    ui.add_space(8.0);
    small(ui, "Text size: Ctrl and + or -, up to twice the size.");
    ui.add_space(12.0);
    own_rules(ui, words, settings, desk);
}

fn own_rules(ui: &mut Ui, words: &Words, settings: &Settings, desk: &mut Desk) {
    let texts = &words.texts.own_rules;
    small(ui, &texts.label);
    match &settings.rules {
        Some(folder) => code(ui, &folder.display().to_string()),
        None => muted(ui, &texts.none),
    };
    ui.horizontal(|ui| {
        if Button::plain(&texts.choose).icon(Icon::Folder).small().show(ui).clicked() {
            desk.send(Action::Pick(Ask::RulesFolder));
        }
        let on = settings.rules.is_some();
        if on && Button::plain(&texts.forget).icon(Icon::Close).small().show(ui).clicked() {
            desk.send(Action::ForgetRules);
        }
    });
    small(ui, &texts.about);
}

/// The whole window is a drop zone.
pub(super) fn drop_hint(ui: &Ui, texts: &DropTexts, files: usize) {
    let tokens = theme::of(ui);
    let screen = ui.ctx().content_rect();
    let title = match files {
        1 => texts.one.clone(),
        _ => texts.several.replace("{n}", &files.to_string()),
    };
    let frame = Frame::new()
        .fill(tokens.colors.accent_soft())
        .stroke(egui::Stroke::new(tokens.metrics.focus, tokens.colors.accent()))
        .corner_radius(tokens.metrics.card_radius);
    // Above what lies over a page, too.
    egui::Area::new(egui::Id::unique("drop"))
        .order(egui::Order::Tooltip)
        .fixed_pos(screen.min + egui::Vec2::splat(tokens.metrics.space.m))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            frame.show(ui, |ui| {
                let around = tokens.metrics.space.m + tokens.metrics.focus;
                ui.set_min_size(screen.size() - egui::Vec2::splat(2.0 * around));
                ui.vertical_centered(|ui| {
                    ui.add_space(screen.height() / 2.0 - 70.0);
                    Icon::Drop.show(ui, 44.0, tokens.colors.accent());
                    let title = page_title(ui, &title);
                    announce(ui, &title);
                    muted(ui, &texts.about);
                });
            });
        });
}
