//! The fonts: Noto Sans for text, Hack for codes, Material Symbols for icons.

use std::sync::Arc;

use egui::{FontData, FontDefinitions, FontFamily};

/// The family of bold text.
#[must_use]
pub fn bold() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Installs the fonts.
pub fn install(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in [
        ("noto-sans", notosans::REGULAR_TTF),
        ("noto-sans-bold", notosans::BOLD_TTF),
        ("hack", epaint_default_fonts::HACK_REGULAR),
    ] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let family = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    fonts.families.insert(FontFamily::Proportional, family(&["noto-sans", "hack"]));
    fonts.families.insert(FontFamily::Monospace, family(&["hack", "noto-sans"]));
    fonts.families.insert(bold(), family(&["noto-sans-bold", "hack"]));
    ctx.set_fonts(fonts);
    ctx.add_font(egui_material_icons::font_insert());
}
