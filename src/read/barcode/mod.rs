//! Barcodes: what a scanner types, and what it can mean.
//!
//! A box carries several codes, and few of them say what they are. A scan gives
//! the choices there are, the likeliest first; a single one is sure enough to
//! be taken. What a code means is never guessed beyond its shape.

mod arrived;
mod check_digit;
mod gs1;
mod key_value;
mod layout;
mod shape;
mod words;

use serde::{Deserialize, Serialize};

use crate::device::{Field, Origin, Place, Reading};
use crate::read::product_key;

pub use layout::differ_by_layout;
pub use words::{BarcodeWords, words};

/// The source name of what was scanned from a label.
pub const SCANNED: &str = "scanned";

/// The longest code that is looked at, in bytes; the largest QR code holds less.
const LONGEST: usize = 4296;

/// The longest value that is kept, in characters.
const LONGEST_VALUE: usize = 64;

/// What a part of a code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PartKind {
    Serial,
    Model,
    PartNumber,
    Manufacturer,
    /// The number of an article: EAN, UPC.
    Gtin,
    Mac,
    Uuid,
    /// A Windows Product ID; its text is the group, never the rest.
    ProductId,
    /// A Windows product key; its text is the key group or empty, never the key.
    ProductKey,
    AssetTag,
    /// The number of a spare part.
    SparePart,
}

/// Why a code can be read in a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Why {
    Labelled,
    Gs1,
    Envelope,
    Link,
    CheckDigit,
    Lenovo,
    SparePart,
    DellTag,
    DellExpress,
    MachineType,
    ProductNumber,
    Glued,
    MacShape,
    UuidShape,
    KeyShape,
    ProductIdShape,
    Plain,
    Digits,
}

/// Something about a scan that a person should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Warning {
    /// Scanner and computer use different keyboard layouts.
    Layout,
    /// They may do so: no code of a device holds such letters.
    Doubt,
    /// An article number would have another check digit.
    CheckDigit,
    /// A Wi-Fi code, which holds a key: nothing of it is kept.
    WiFi,
    /// Parts could not be read.
    Damaged,
    TooLong,
    Nothing,
    /// A product key, of which only the group is kept.
    Key,
    /// A Product ID of Windows, of which only the group is kept.
    ProductId,
}

/// One value of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub kind: PartKind,
    pub text: String,
}

/// One way to read a code, with all the values it gives then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub parts: Vec<Part>,
    pub why: Why,
}

/// What a scan can mean.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scan {
    /// The ways to read it, the likeliest first; none when it tells nothing.
    pub choices: Vec<Choice>,
    pub warnings: Vec<Warning>,
    /// What came from the scanner, where nothing was understood and no secret
    /// can be in it.
    pub arrived: Option<String>,
}

/// Tells the group of a product key; `None` when the key is none or unknown.
pub type KeyGroup = fn(&str) -> Option<u32>;

/// Reads a scan. Of a product key only the group is kept.
#[must_use]
pub fn scan(raw: &str) -> Scan {
    scan_with(raw, |key| product_key::group_of_key(key).ok().map(|group| group.0))
}

/// Reads a scan; `key_group` decodes a product key, which is then dropped.
#[must_use]
pub fn scan_with(raw: &str, key_group: KeyGroup) -> Scan {
    if raw.len() > LONGEST {
        return Scan::nothing(Warning::TooLong);
    }
    let mut found = read(raw, key_group);
    if let Some(meant) = layout::again(raw, &found, |meant| read(meant, key_group)) {
        found = meant;
    } else if found.is_doubtful(raw) {
        found.warn(Warning::Doubt);
    }
    if found.choices.is_empty() && !found.warnings.contains(&Warning::WiFi) {
        if found.warnings.is_empty() {
            found.warn(Warning::Nothing);
        }
        found.arrived = arrived::shown(raw);
    }
    found
}

/// The structured forms first: they say what they are.
fn read(raw: &str, key_group: KeyGroup) -> Scan {
    let text = raw.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    if is_wifi(text) {
        return Scan::nothing(Warning::WiFi);
    }
    let mut found = gs1::read(text)
        .or_else(|| key_value::read(text))
        .unwrap_or_else(|| shape::read(gs1::without_prefix(text)));
    found.forget_keys(key_group);
    found.keep_sound_values();
    found
}

/// `WIFI:S:…;T:WPA;P:…;;`
fn is_wifi(text: &str) -> bool {
    let start = gs1::without_prefix(text).get(..5);
    start.is_some_and(|start| start.eq_ignore_ascii_case("wifi:"))
}

impl PartKind {
    /// The field of a device that it fills; `None` for what is only shown.
    #[must_use]
    pub fn field(self) -> Option<Field> {
        match self {
            Self::Serial => Some(Field::Serial),
            Self::Model => Some(Field::Model),
            Self::PartNumber => Some(Field::SkuNumber),
            Self::Manufacturer => Some(Field::Manufacturer),
            Self::Uuid => Some(Field::Uuid),
            Self::ProductKey | Self::ProductId => Some(Field::KeyGroup),
            Self::Gtin | Self::Mac | Self::AssetTag | Self::SparePart => None,
        }
    }
}

impl Part {
    pub(super) fn new(kind: PartKind, text: impl Into<String>) -> Self {
        Self { kind, text: text.into() }
    }

    fn reading(&self) -> Option<Reading> {
        let field = self.kind.field()?;
        let value = field.kind().parse(&self.text).ok()?;
        let from = Origin { source: SCANNED.into(), place: Place::Whole };
        Some(Reading::new(field, value, self.text.as_str(), from))
    }
}

impl Choice {
    pub(super) fn one(kind: PartKind, text: impl Into<String>, why: Why) -> Self {
        Self { parts: vec![Part::new(kind, text)], why }
    }

    /// Whether the code says what it is, or its shape does beyond doubt.
    fn is_told(&self) -> bool {
        !matches!(self.why, Why::Plain | Why::Digits | Why::DellTag | Why::DellExpress)
    }

    /// What it says of a device, with the source [`SCANNED`].
    #[must_use]
    pub fn readings(&self) -> Vec<Reading> {
        self.parts.iter().filter_map(Part::reading).collect()
    }

    /// The text of its first part of a kind.
    #[must_use]
    pub fn text(&self, kind: PartKind) -> Option<&str> {
        self.parts.iter().find(|part| part.kind == kind).map(|part| part.text.as_str())
    }
}

impl Scan {
    fn nothing(warning: Warning) -> Self {
        Self { warnings: vec![warning], ..Self::default() }
    }

    pub(super) fn of(choices: Vec<Choice>) -> Self {
        Self { choices, ..Self::default() }
    }

    /// The way to read it, when there is only one.
    #[must_use]
    pub fn sure(&self) -> Option<&Choice> {
        match self.choices.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }

    pub(super) fn warn(&mut self, warning: Warning) {
        if !self.warnings.contains(&warning) {
            self.warnings.push(warning);
        }
    }

    /// Whether a number has letters that only another layout types.
    pub(super) fn holds_foreign_letters(&self) -> bool {
        let is_number =
            |part: &&Part| !matches!(part.kind, PartKind::Manufacturer | PartKind::Model);
        let mut parts = self.choices.iter().flat_map(|choice| &choice.parts).filter(is_number);
        parts.any(|part| layout::is_suspect(&part.text))
    }

    /// Whether it has letters that no code holds, and says nothing in spite of
    /// them or gives a number that has them.
    fn is_doubtful(&self, raw: &str) -> bool {
        let is_nothing = self.choices.is_empty() && self.warnings.is_empty();
        self.holds_foreign_letters() || (is_nothing && layout::is_suspect(raw))
    }

    /// Puts the group of a product key in the place of whatever holds the key,
    /// or is called one and holds a mistake.
    fn forget_keys(&mut self, key_group: KeyGroup) {
        let (mut any, mut is_id) = (false, false);
        for part in self.choices.iter_mut().flat_map(|choice| &mut choice.parts) {
            if let Some(group) = product_key::group_of_product_id(&part.text) {
                *part = Part::new(PartKind::ProductId, group.to_string());
                is_id = true;
                continue;
            }
            let keys = shape::keys(&part.text);
            if keys.is_empty() && part.kind != PartKind::ProductKey {
                continue;
            }
            any = true;
            let group = keys.iter().find_map(|key| key_group(key));
            part.kind = PartKind::ProductKey;
            part.text = group.map(|group| group.to_string()).unwrap_or_default();
        }
        if is_id {
            self.warn(Warning::ProductId);
        }
        if any {
            self.warn(Warning::Key);
            // With and without a label before it, it is the same key.
            self.choices.dedup_by(|one, other| one.parts == other.parts);
        }
    }

    /// Drops junk and what no label holds.
    fn keep_sound_values(&mut self) {
        for choice in &mut self.choices {
            choice.parts.retain(|part| part.kind == PartKind::ProductKey || is_sound(&part.text));
        }
        self.choices.retain(|choice| !choice.parts.is_empty());
    }
}

fn is_sound(text: &str) -> bool {
    text.chars().count() <= LONGEST_VALUE
        && !text.chars().any(char::is_control)
        && !super::junk::is_junk(text)
}

#[cfg(test)]
mod tests;
