//! The icons of the program, by what they mean here.

use egui::{Align2, Color32, FontId, Pos2, Ui};
use egui_material_icons::icons as glyphs;

/// An icon by its meaning, so that a drawing can change in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Account,
    Add,
    Alert,
    Back,
    Bad,
    Book,
    Brand,
    Building,
    Checked,
    Chosen,
    Clock,
    Close,
    Computer,
    Copy,
    Device,
    DomainLeave,
    Down,
    Drop,
    Edit,
    Export,
    Eye,
    EyeOff,
    Fingerprint,
    Fix,
    Folder,
    Gear,
    Globe,
    Good,
    Help,
    Info,
    Key,
    Keyboard,
    Layers,
    Lock,
    Mail,
    Moon,
    Name,
    Next,
    NotChosen,
    Offline,
    Open,
    Phone,
    Play,
    Proof,
    Redo,
    Refresh,
    Right,
    Saved,
    Search,
    Shield,
    Signpost,
    Sun,
    Swap,
    Tick,
    Trash,
    Unchecked,
    Undo,
    Unknown,
    Upgrade,
    Warn,
    Wifi,
}

impl Icon {
    fn glyph(self) -> &'static str {
        let icon = match self {
            Self::Account => glyphs::ICON_PERSON,
            Self::Add => glyphs::ICON_ADD,
            Self::Alert | Self::Bad => glyphs::ICON_ERROR,
            Self::Back => glyphs::ICON_ARROW_BACK,
            Self::Book => glyphs::ICON_MENU_BOOK,
            Self::Brand => glyphs::ICON_HUB,
            Self::Building => glyphs::ICON_DOMAIN,
            Self::Checked => glyphs::ICON_CHECK_BOX,
            Self::Chosen => glyphs::ICON_RADIO_BUTTON_CHECKED,
            Self::Clock => glyphs::ICON_SCHEDULE,
            Self::Close => glyphs::ICON_CLOSE,
            Self::Computer => glyphs::ICON_DESKTOP_WINDOWS,
            Self::Copy => glyphs::ICON_CONTENT_COPY,
            Self::Device => glyphs::ICON_LAPTOP,
            Self::DomainLeave | Self::Swap => glyphs::ICON_SWAP_HORIZ,
            Self::Down => glyphs::ICON_EXPAND_MORE,
            Self::Drop => glyphs::ICON_UPLOAD_FILE,
            Self::Edit => glyphs::ICON_EDIT,
            Self::Export => glyphs::ICON_DOWNLOAD,
            Self::Eye => glyphs::ICON_VISIBILITY,
            Self::EyeOff => glyphs::ICON_VISIBILITY_OFF,
            Self::Fingerprint => glyphs::ICON_FINGERPRINT,
            Self::Fix => glyphs::ICON_CHECKLIST,
            Self::Folder => glyphs::ICON_FOLDER_OPEN,
            Self::Gear => glyphs::ICON_SETTINGS,
            Self::Globe => glyphs::ICON_PUBLIC,
            Self::Good | Self::Saved => glyphs::ICON_CHECK_CIRCLE,
            Self::Help | Self::Unknown => glyphs::ICON_HELP,
            Self::Info => glyphs::ICON_INFO,
            Self::Key => glyphs::ICON_KEY,
            Self::Keyboard => glyphs::ICON_KEYBOARD,
            Self::Layers => glyphs::ICON_LAYERS,
            Self::Lock => glyphs::ICON_LOCK,
            Self::Mail => glyphs::ICON_MAIL,
            Self::Moon => glyphs::ICON_DARK_MODE,
            Self::Name => glyphs::ICON_SELL,
            Self::Next => glyphs::ICON_ARROW_FORWARD,
            Self::NotChosen => glyphs::ICON_RADIO_BUTTON_UNCHECKED,
            Self::Offline => glyphs::ICON_WIFI_OFF,
            Self::Open => glyphs::ICON_FILE_OPEN,
            Self::Phone => glyphs::ICON_SMARTPHONE,
            Self::Play => glyphs::ICON_PLAY_CIRCLE,
            Self::Proof => glyphs::ICON_VERIFIED,
            Self::Redo => glyphs::ICON_REDO,
            Self::Refresh => glyphs::ICON_REFRESH,
            Self::Right => glyphs::ICON_CHEVRON_RIGHT,
            Self::Search => glyphs::ICON_SEARCH,
            Self::Shield => glyphs::ICON_SHIELD,
            Self::Signpost => glyphs::ICON_ALT_ROUTE,
            Self::Sun => glyphs::ICON_LIGHT_MODE,
            Self::Tick => glyphs::ICON_CHECK,
            Self::Trash => glyphs::ICON_DELETE,
            Self::Unchecked => glyphs::ICON_CHECK_BOX_OUTLINE_BLANK,
            Self::Undo => glyphs::ICON_UNDO,
            Self::Upgrade => glyphs::ICON_UPGRADE,
            Self::Warn => glyphs::ICON_WARNING,
            Self::Wifi => glyphs::ICON_WIFI,
        };
        icon.codepoint
    }

    /// The font that draws icons at this size.
    #[must_use]
    pub fn font(size: f32) -> FontId {
        let family = egui::FontFamily::Name(egui_material_icons::FONT_FAMILY.into());
        FontId::new(size, family)
    }

    /// Draws the icon as a part of the line. It says nothing to a screen
    /// reader: the words beside it do.
    pub fn show(self, ui: &mut Ui, size: f32, color: Color32) {
        let (rect, _) = ui.allocate_exact_size(egui::vec2(size, size), egui::Sense::hover());
        paint_icon(ui.painter(), rect.center(), self, size, color);
    }
}

/// Paints an icon around a point.
pub fn paint_icon(painter: &egui::Painter, center: Pos2, icon: Icon, size: f32, color: Color32) {
    painter.text(center, Align2::CENTER_CENTER, icon.glyph(), Icon::font(size), color);
}
