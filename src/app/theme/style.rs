//! Tokens into egui's own style, so that its widgets look like ours.

use egui::style::{ScrollStyle, Selection, WidgetVisuals};
use egui::{Color32, CornerRadius, FontFamily, FontId, Shadow, Stroke, Style, TextStyle, Visuals};

use super::fonts;
use super::tokens::Tokens;

/// The text style of page titles.
#[must_use]
pub fn title() -> TextStyle {
    TextStyle::Name("title".into())
}

/// The text style of card titles.
#[must_use]
pub fn lead() -> TextStyle {
    TextStyle::Name("lead".into())
}

/// The text style of bold body text.
#[must_use]
pub fn strong() -> TextStyle {
    TextStyle::Name("strong".into())
}

/// Writes the tokens into an egui style.
pub fn apply(style: &mut Style, tokens: &Tokens, dark: bool) {
    let metrics = &tokens.metrics;
    let proportional = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Body, proportional(metrics.body)),
        (TextStyle::Button, proportional(metrics.body)),
        (TextStyle::Small, proportional(metrics.small)),
        (TextStyle::Heading, FontId::new(metrics.lead, fonts::bold())),
        (TextStyle::Monospace, FontId::new(metrics.code, FontFamily::Monospace)),
        (title(), FontId::new(metrics.title, fonts::bold())),
        (lead(), FontId::new(metrics.lead, fonts::bold())),
        (strong(), FontId::new(metrics.body, fonts::bold())),
    ]
    .into();
    style.spacing.item_spacing = egui::vec2(metrics.space.s, metrics.space.s);
    style.spacing.button_padding = egui::vec2(metrics.space.m, metrics.space.xs);
    style.spacing.interact_size = egui::vec2(metrics.target, metrics.small_control);
    style.spacing.scroll = ScrollStyle {
        bar_width: metrics.space.s,
        floating_width: metrics.space.xs,
        floating_allocated_width: 0.0,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_handle_opacity: 1.0,
        ..ScrollStyle::thin()
    };
    style.visuals = visuals(tokens, dark);
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    // No motion at all: nothing here needs it, and some people cannot bear it.
    style.animation_time = 0.0;
    style.scroll_animation = egui::style::ScrollAnimation::none();
}

fn visuals(tokens: &Tokens, dark: bool) -> Visuals {
    let (colors, metrics) = (&tokens.colors, &tokens.metrics);
    let mut visuals = if dark { Visuals::dark() } else { Visuals::light() };
    let radius = CornerRadius::from(metrics.control_radius);
    let line = Stroke::new(metrics.hairline, colors.line());
    let edge = Stroke::new(metrics.hairline, colors.edge());
    let accent = Stroke::new(metrics.focus, colors.accent());

    visuals.panel_fill = colors.ground();
    visuals.window_fill = colors.card();
    visuals.window_stroke = line;
    visuals.window_corner_radius = CornerRadius::from(metrics.card_radius);
    visuals.menu_corner_radius = radius;
    visuals.faint_bg_color = colors.sunken();
    visuals.extreme_bg_color = colors.card();
    visuals.text_edit_bg_color = Some(colors.card());
    visuals.code_bg_color = colors.sunken();
    visuals.hyperlink_color = colors.accent();
    visuals.warn_fg_color = colors.warn.ink();
    visuals.error_fg_color = colors.bad.ink();
    visuals.weak_text_color = Some(colors.muted());
    visuals.selection = Selection { bg_fill: colors.accent_soft(), stroke: accent };
    visuals.popup_shadow = soft_shadow(colors.shadow());
    visuals.window_shadow = soft_shadow(colors.shadow());

    let widget = |fill: Color32, stroke: Stroke, ink: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: stroke,
        corner_radius: radius,
        fg_stroke: Stroke::new(metrics.hairline, ink),
        expansion: 0.0,
    };
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = widget(colors.card(), line, colors.text());
    widgets.inactive = widget(colors.card(), edge, colors.text());
    widgets.hovered = widget(colors.sunken(), edge, colors.text());
    widgets.active = widget(colors.accent_soft(), accent, colors.text());
    widgets.open = widget(colors.card(), accent, colors.text());
    // Of all that is drawn here, only the handles of scroll bars take this fill.
    widgets.inactive.bg_fill = colors.edge();
    widgets.hovered.bg_fill = colors.muted();
    widgets.active.bg_fill = colors.accent();
    visuals
}

fn soft_shadow(color: Color32) -> Shadow {
    Shadow { offset: [0, 4], blur: 16, spread: 0, color }
}
