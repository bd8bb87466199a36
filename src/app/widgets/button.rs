//! Buttons: one primary a page, plain ones, quiet ones, and links.

use std::sync::Arc;

use egui::{
    Color32, Id, Response, RichText, Role, Sense, Stroke, StrokeKind, TextStyle, Ui, Vec2,
    WidgetInfo,
};

use super::icon::{Icon, paint_icon};
use crate::app::theme::{self, Tokens};

/// How much a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one main thing to do.
    Primary,
    Plain,
    /// No border: in the rail and the footer.
    Quiet,
}

/// A button with a word, and perhaps an icon and a key.
#[derive(Debug, Clone)]
#[must_use = "call .show(ui)"]
pub struct Button<'a> {
    text: &'a str,
    kind: ButtonKind,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    key: Option<&'a str>,
    small: bool,
    wide: bool,
    name: Option<&'a str>,
    id: Option<Id>,
}

/// What a button is made of, laid out.
struct Measured {
    galley: Arc<egui::Galley>,
    cap: Option<Arc<egui::Galley>>,
    ink: Color32,
    gap: f32,
    /// The width of icons, words and key.
    content: f32,
    /// The same with its padding.
    width: f32,
}

impl<'a> Button<'a> {
    fn new(kind: ButtonKind, text: &'a str) -> Self {
        Self {
            text,
            kind,
            icon: None,
            trailing: None,
            key: None,
            small: false,
            wide: false,
            name: None,
            id: None,
        }
    }

    pub fn primary(text: &'a str) -> Self {
        Self::new(ButtonKind::Primary, text)
    }

    pub fn plain(text: &'a str) -> Self {
        Self::new(ButtonKind::Plain, text)
    }

    pub fn quiet(text: &'a str) -> Self {
        Self::new(ButtonKind::Quiet, text)
    }

    /// A button with an icon only; `name` is what a screen reader says.
    pub fn icon_only(icon: Icon, name: &'a str) -> Self {
        Self { icon: Some(icon), name: Some(name), ..Self::new(ButtonKind::Quiet, "") }
    }

    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// An icon behind the word.
    pub fn trailing(mut self, icon: Icon) -> Self {
        self.trailing = Some(icon);
        self
    }

    /// The key that does the same.
    pub fn key(mut self, key: &'a str) -> Self {
        self.key = Some(key);
        self
    }

    /// The height of controls in cards.
    pub fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// As wide as there is room.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// What a screen reader says, where the word alone says too little.
    pub fn name(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// An id of its own, where it goes away once it is pressed: the keyboard
    /// must not slip to the button that takes its place.
    pub fn id(mut self, id: Id) -> Self {
        self.id = Some(id);
        self
    }

    /// The room it takes where it is not told to be wide.
    #[must_use]
    pub fn size(&self, ui: &Ui) -> Vec2 {
        let tokens = theme::of(ui);
        Vec2::new(self.measure(ui, &tokens).width, self.height(&tokens))
    }

    fn height(&self, tokens: &Tokens) -> f32 {
        if self.small { tokens.metrics.small_control } else { tokens.metrics.control }
    }

    fn measure(&self, ui: &Ui, tokens: &Tokens) -> Measured {
        let metrics = &tokens.metrics;
        let style = match self.kind {
            ButtonKind::Primary => theme::strong(),
            ButtonKind::Quiet if self.small => TextStyle::Small,
            ButtonKind::Plain | ButtonKind::Quiet => TextStyle::Button,
        };
        let ink = self.ink(tokens);
        let galley =
            ui.painter().layout_no_wrap(self.text.to_owned(), style.resolve(ui.style()), ink);
        let cap = self.key.map(|key| {
            let font = egui::FontId::monospace(metrics.small - 1.0);
            ui.painter().layout_no_wrap(key.to_owned(), font, ink)
        });
        let gap = if self.small { metrics.space.xs + 2.0 } else { metrics.space.s };
        let mut content = galley.size().x;
        for _ in self.icon.iter().chain(self.trailing.iter()) {
            content += metrics.icon + if self.text.is_empty() { 0.0 } else { gap };
        }
        if let Some(cap) = &cap {
            content += cap.size().x + 2.0 * gap;
        }
        let padding = if self.text.is_empty() { metrics.space.xs } else { metrics.space.m + 2.0 };
        let padding = if self.kind == ButtonKind::Quiet { metrics.space.xs + 2.0 } else { padding };
        Measured { galley, cap, ink, gap, content, width: content + 2.0 * padding }
    }

    pub fn show(self, ui: &mut Ui) -> Response {
        let tokens = theme::of(ui);
        let metrics = &tokens.metrics;
        let Measured { galley, cap, ink, gap, content, width } = self.measure(ui, &tokens);
        let height = self.height(&tokens);
        let width = if self.wide { ui.available_width() } else { width };
        let size = Vec2::new(width, height);
        let (rect, response) = match self.id {
            Some(id) => {
                let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
                (rect, ui.interact(rect, id, Sense::click()))
            }
            None => ui.allocate_exact_size(size, Sense::click()),
        };

        self.paint_ground(ui, rect, &response, &tokens);
        let painter = ui.painter();
        let mut x = rect.center().x - content / 2.0;
        let y = rect.center().y;
        if let Some(icon) = self.icon {
            let center = egui::pos2(x + metrics.icon / 2.0, y);
            paint_icon(painter, center, icon, metrics.icon, ink);
            x += metrics.icon + gap;
        }
        let text_width = galley.size().x;
        painter.galley(egui::pos2(x, y - galley.size().y / 2.0), galley, ink);
        x += text_width + gap;
        if let Some(icon) = self.trailing {
            let center = egui::pos2(x + metrics.icon / 2.0, y);
            paint_icon(painter, center, icon, metrics.icon, ink);
            x += metrics.icon + gap;
        }
        if let Some(cap) = cap {
            let corner = egui::pos2(x + gap / 2.0, y - cap.size().y / 2.0);
            let frame = egui::Rect::from_min_size(corner, cap.size()).expand2(Vec2::new(5.0, 2.0));
            painter.rect_stroke(
                frame,
                4.0,
                Stroke::new(1.0, ink.gamma_multiply(0.5)),
                StrokeKind::Inside,
            );
            painter.galley(corner, cap, ink);
        }

        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        if self.text.is_empty() { response.on_hover_text(name) } else { response }
    }

    fn ink(&self, tokens: &Tokens) -> Color32 {
        match self.kind {
            ButtonKind::Primary => tokens.colors.on_accent(),
            ButtonKind::Plain => tokens.colors.text(),
            ButtonKind::Quiet => tokens.colors.muted(),
        }
    }

    fn paint_ground(&self, ui: &Ui, rect: egui::Rect, response: &Response, tokens: &Tokens) {
        let (colors, metrics) = (&tokens.colors, &tokens.metrics);
        let hot = response.hovered() || response.is_pointer_button_down_on();
        let (fill, stroke) = match self.kind {
            ButtonKind::Primary if hot => (colors.accent_strong(), Stroke::NONE),
            ButtonKind::Primary => (colors.accent(), Stroke::NONE),
            ButtonKind::Plain if hot => (colors.sunken(), Stroke::new(1.0, colors.edge())),
            ButtonKind::Plain => (colors.card(), Stroke::new(metrics.hairline, colors.line())),
            ButtonKind::Quiet if hot => (colors.sunken(), Stroke::NONE),
            ButtonKind::Quiet => (Color32::TRANSPARENT, Stroke::NONE),
        };
        ui.painter().rect(rect, metrics.control_radius, fill, stroke, StrokeKind::Inside);
        focus_ring(ui, rect, response, tokens);
    }
}

/// The ring around whatever has the keyboard.
pub(super) fn focus_ring(ui: &Ui, rect: egui::Rect, response: &Response, tokens: &Tokens) {
    if response.has_focus() {
        let stroke = Stroke::new(tokens.metrics.focus, tokens.colors.accent());
        let ring = rect.expand(tokens.metrics.focus);
        let radius = tokens.metrics.control_radius + tokens.metrics.focus;
        ui.painter().rect_stroke(ring, radius, stroke, StrokeKind::Inside);
    }
}

/// A word that does something, in running text.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    let color = theme::of(ui).colors.accent();
    ui.add(egui::Link::new(RichText::new(text).color(color)))
}
