//! How the window looks: tokens, fonts and egui's style. No color, size or
//! font stands anywhere else.

pub mod fonts;
mod style;
mod tokens;

use std::sync::Arc;

use egui::{Color32, Id, Theme};

pub use style::{lead, strong, title};
pub use tokens::{Colors, Metrics, Replica, Space, StateColors, Themes, Tokens};

/// What a state means; each has a color, an icon and a word, never color alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Good,
    Warn,
    Bad,
    Unknown,
    Accent,
}

impl Tokens {
    /// The color of a tone's words and icons.
    #[must_use]
    pub fn ink(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Good => self.colors.good.ink(),
            Tone::Warn => self.colors.warn.ink(),
            Tone::Bad => self.colors.bad.ink(),
            Tone::Unknown => self.colors.unknown.ink(),
            Tone::Accent => self.colors.accent(),
        }
    }

    /// The ground of a tone's chip.
    #[must_use]
    pub fn soft(&self, tone: Tone) -> Color32 {
        match tone {
            Tone::Good => self.colors.good.soft(),
            Tone::Warn => self.colors.warn.soft(),
            Tone::Bad => self.colors.bad.soft(),
            Tone::Unknown => self.colors.unknown.soft(),
            Tone::Accent => self.colors.accent_soft(),
        }
    }
}

/// Installs fonts and both themes.
pub fn install(ctx: &egui::Context, themes: &Themes) {
    fonts::install(ctx);
    for theme in [Theme::Light, Theme::Dark] {
        let tokens = themes.of(theme);
        ctx.style_mut_of(theme, |style| style::apply(style, tokens, theme == Theme::Dark));
        ctx.data_mut(|data| data.insert_temp(key(theme), Arc::clone(tokens)));
    }
}

/// The tokens of the theme that is drawn.
#[must_use]
pub fn of(ui: &egui::Ui) -> Arc<Tokens> {
    let theme = if ui.visuals().dark_mode { Theme::Dark } else { Theme::Light };
    ui.data(|data| data.get_temp(key(theme))).unwrap_or_default()
}

fn key(theme: Theme) -> Id {
    match theme {
        Theme::Light => Id::unique("tokens-light"),
        Theme::Dark => Id::unique("tokens-dark"),
    }
}
