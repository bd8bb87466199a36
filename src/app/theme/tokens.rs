//! Design tokens: every color and size of the window, read from `assets/theme`.

use std::sync::Arc;

use egui::Color32;
use rust_embed::RustEmbed;
use serde::{Deserialize, Deserializer};

use crate::wizard::{self, Source, WizardError};

#[derive(RustEmbed)]
#[folder = "assets/theme/"]
struct ThemeFiles;

/// A color written as `#RRGGBB` or `#RRGGBBAA`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hex(pub Color32);

impl<'de> Deserialize<'de> for Hex {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Color32::from_hex(&text)
            .map(Self)
            .map_err(|_| serde::de::Error::custom(format!("`{text}` is not a color like #2354D1")))
    }
}

/// The color of a state and the soft ground of its chip.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StateColors {
    ink: Hex,
    soft: Hex,
}

impl StateColors {
    /// The color of the state's words and icon.
    #[must_use]
    pub fn ink(&self) -> Color32 {
        self.ink.0
    }

    /// The ground behind them.
    #[must_use]
    pub fn soft(&self) -> Color32 {
        self.soft.0
    }
}

macro_rules! colors {
    ($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident,)* } $(+ { $($extra:ident: $extra_type:ty,)* })?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($field: Hex,)*
            $($(pub $extra: $extra_type,)*)?
        }

        impl $name {
            $($(#[$field_doc])* #[must_use] pub fn $field(&self) -> Color32 { self.$field.0 })*
        }
    };
}

colors! {
    /// The colors of the mirrored Windows screens.
    Replica {
        /// The frame of the drawn device.
        bezel,
        /// The top of the drawn screen's gradient.
        top,
        /// Its bottom.
        bottom,
        /// A window or card on the drawn screen.
        panel,
        line,
        text,
        muted,
        accent,
        on_accent,
        /// The inside of a drawn input.
        field,
    }
}

colors! {
    /// The colors of one theme.
    Colors {
        /// Behind everything.
        ground,
        card,
        /// Set back: previews and tracks.
        sunken,
        /// Hairlines and quiet borders.
        line,
        /// The border of an input: 3:1 against its ground.
        edge,
        text,
        muted,
        accent,
        on_accent,
        accent_soft,
        /// The accent under the pointer.
        accent_strong,
        shadow,
        /// A QR code: dark on light in both themes, as scanners want it.
        code_ink,
        code_ground,
    } + {
        good: StateColors,
        warn: StateColors,
        bad: StateColors,
        unknown: StateColors,
        replica: Replica,
    }
}

/// The steps of white space, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Space {
    pub xs: f32,
    pub s: f32,
    pub m: f32,
    pub l: f32,
    pub xl: f32,
    pub xxl: f32,
}

/// Sizes, in points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metrics {
    pub title: f32,
    pub lead: f32,
    pub body: f32,
    pub small: f32,
    pub code: f32,
    pub card_radius: f32,
    pub control_radius: f32,
    /// Height of a control in the header and footer.
    pub control: f32,
    /// Height of a control in a card.
    pub small_control: f32,
    /// The least width and height of anything that can be clicked.
    pub target: f32,
    pub icon: f32,
    pub rail: f32,
    pub side: f32,
    pub footer: f32,
    pub hairline: f32,
    /// Width of the ring around what has the keyboard.
    pub focus: f32,
    pub space: Space,
}

/// One theme: colors and sizes.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tokens {
    pub colors: Colors,
    pub metrics: Metrics,
}

/// Both themes.
#[derive(Debug, Clone, Default)]
pub struct Themes {
    pub light: Arc<Tokens>,
    pub dark: Arc<Tokens>,
}

impl Themes {
    /// The themes that are built in.
    ///
    /// # Errors
    /// Names file, line and column of a faulty token; only a faulty build has one.
    pub fn built_in() -> Result<Self, WizardError> {
        let metrics: Metrics = wizard::parse(&file("metrics.ron")?)?;
        let theme = |name: &str| -> Result<Arc<Tokens>, WizardError> {
            let colors = wizard::parse(&file(name)?)?;
            Ok(Arc::new(Tokens { colors, metrics }))
        };
        Ok(Self { light: theme("light.ron")?, dark: theme("dark.ron")? })
    }

    /// The tokens of a theme.
    #[must_use]
    pub fn of(&self, theme: egui::Theme) -> &Arc<Tokens> {
        match theme {
            egui::Theme::Light => &self.light,
            egui::Theme::Dark => &self.dark,
        }
    }
}

fn file(name: &str) -> Result<Source, WizardError> {
    let file = ThemeFiles::get(name)
        .ok_or_else(|| WizardError::of_file(name, "this file is not built in"))?;
    let text = String::from_utf8(file.data.into_owned())
        .map_err(|_| WizardError::of_file(name, "this file is not UTF-8"))?;
    Ok(Source { name: name.to_owned(), text })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Contrast as WCAG 2 defines it.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(color: Color32) -> f64 {
        let linear = |channel: u8| {
            let value = f64::from(channel) / 255.0;
            if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(color.r()) + 0.7152 * linear(color.g()) + 0.0722 * linear(color.b())
    }

    fn check_theme(name: &str, tokens: &Tokens) {
        let c = &tokens.colors;
        let replica = &c.replica;
        let mut texts = vec![
            ("on_accent on accent", c.on_accent(), c.accent()),
            ("on_accent on accent_strong", c.on_accent(), c.accent_strong()),
            ("code_ink on code_ground", c.code_ink(), c.code_ground()),
            ("text on accent_soft", c.text(), c.accent_soft()),
            ("accent on accent_soft", c.accent(), c.accent_soft()),
            ("replica text on panel", replica.text(), replica.panel()),
            ("replica muted on panel", replica.muted(), replica.panel()),
            ("replica text on top", replica.text(), replica.top()),
            ("replica muted on top", replica.muted(), replica.top()),
            ("replica text on bottom", replica.text(), replica.bottom()),
            ("replica muted on bottom", replica.muted(), replica.bottom()),
            ("replica on_accent", replica.on_accent(), replica.accent()),
            ("replica link", replica.accent(), replica.top()),
            ("replica text on field", replica.text(), replica.field()),
        ];
        for ground in [c.ground(), c.card(), c.sunken()] {
            texts.push(("text", c.text(), ground));
            texts.push(("muted", c.muted(), ground));
            texts.push(("accent", c.accent(), ground));
        }
        for (state, colors) in
            [("good", c.good), ("warn", c.warn), ("bad", c.bad), ("unknown", c.unknown)]
        {
            texts.push((state, colors.ink(), colors.soft()));
            texts.push((state, colors.ink(), c.card()));
        }
        for (pair, ink, ground) in texts {
            let contrast = contrast(ink, ground);
            assert!(contrast >= 4.5, "{name}: {pair} has a contrast of {contrast:.2}");
        }
        // Inputs stand on cards, scroll bars on any ground.
        for (part, ground) in [
            ("edge on card", c.card()),
            ("edge on ground", c.ground()),
            ("edge on sunken", c.sunken()),
        ] {
            let contrast = contrast(c.edge(), ground);
            assert!(contrast >= 3.0, "{name}: {part} has a contrast of {contrast:.2}");
        }
        let (ink, ground) = (luminance(c.code_ink()), luminance(c.code_ground()));
        assert!(ink < 0.05 && ground > 0.8, "{name}: a QR code is dark on light");
    }

    #[test]
    fn every_text_stands_out_from_its_ground_in_both_themes() {
        let themes = Themes::built_in().unwrap();
        check_theme("light", &themes.light);
        check_theme("dark", &themes.dark);
    }

    #[test]
    fn a_wrong_color_names_file_line_and_column() {
        let text = "(ink: \"#18794A\",\n soft: \"green\")".to_owned();
        let source = Source { name: "light.ron".to_owned(), text };
        let fault = wizard::parse::<StateColors>(&source).unwrap_err();
        assert_eq!((fault.line, fault.file.as_str()), (2, "light.ron"));
        assert!(fault.message.contains("#2354D1"), "{fault}");
    }
}
