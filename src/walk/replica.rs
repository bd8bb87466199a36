//! What a mirrored screen looks like, well enough to draw a simple picture.
//!
//! These are drawings of our own: a frame, a heading, and blocks in reading
//! order on a canvas of 640 by 560 points. Only the labels are Microsoft's.

use serde::Deserialize;

/// One mirrored screen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replica {
    pub frame: Frame,
    pub heading: String,
    /// Paragraphs below the heading.
    #[serde(default)]
    pub text: Vec<String>,
    #[serde(default)]
    pub illustration: Option<Illustration>,
    /// Blocks below the text, from top to bottom.
    #[serde(default)]
    pub items: Vec<Item>,
    /// Buttons at the foot, from left to right.
    #[serde(default)]
    pub buttons: Vec<Button>,
}

impl Replica {
    /// Whether something on the screen is marked as the thing to press.
    #[must_use]
    pub fn has_pick(&self) -> bool {
        self.buttons.iter().any(|button| button.pick) || self.items.iter().any(Item::has_pick)
    }

    /// Every text on the screen, from top to bottom.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        let mut texts = vec![self.heading.as_str()];
        texts.extend(self.text.iter().map(String::as_str));
        for item in &self.items {
            item.push_texts(&mut texts);
        }
        texts.extend(self.buttons.iter().map(|button| button.label.as_str()));
        texts.retain(|text| !text.is_empty());
        texts
    }
}

/// What surrounds the blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Frame {
    /// A page of the first setup: picture to the left, blocks to the right.
    Oobe,
    /// The Settings window.
    Settings,
    /// A dialog over the Settings window.
    Dialog,
    /// The Windows sign-in screen.
    Lock,
    /// The desktop, with one window on it at most.
    Desktop,
    /// A plain dark screen while Windows starts or works.
    Boot,
    /// A mobile phone.
    Phone,
}

/// The pictures that a replica or a hint may show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Illustration {
    Person,
    Key,
    Phone,
    Globe,
    Keyboard,
    Wifi,
    Shield,
    Laptop,
    Check,
    Warning,
    Clock,
    Building,
    Hello,
    Lock,
    Gear,
}

/// One block. `pick` marks what the person presses or chooses.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Item {
    /// A box to type in.
    Field {
        label: String,
        /// What stands in it once it is filled in.
        #[serde(default)]
        value: String,
        /// Show dots in place of the value.
        #[serde(default)]
        secret: bool,
    },
    Link {
        label: String,
        #[serde(default)]
        pick: bool,
    },
    /// A card to choose among its neighbors.
    Choice {
        label: String,
        #[serde(default)]
        about: String,
        #[serde(default)]
        pick: bool,
    },
    /// A box with lines, of which one is chosen.
    List {
        entries: Vec<Entry>,
    },
    /// A remark in a frame, for example an error above a field.
    Notice {
        text: String,
    },
    /// A bar, or turning dots where `percent` is not given.
    Progress {
        label: String,
        #[serde(default)]
        percent: Option<u8>,
    },
    Toggle {
        label: String,
        on: bool,
    },
    /// A line with a name at the left and a value or button at the right.
    Row {
        label: String,
        #[serde(default)]
        value: String,
        #[serde(default)]
        button: Option<String>,
        #[serde(default)]
        pick: bool,
    },
    /// Text in a fixed-width face: a code, or the output of a command.
    Code {
        text: String,
    },
}

impl Item {
    fn has_pick(&self) -> bool {
        match self {
            Self::Link { pick, .. } | Self::Choice { pick, .. } | Self::Row { pick, .. } => *pick,
            Self::List { entries } => entries.iter().any(|entry| entry.pick),
            Self::Field { .. }
            | Self::Notice { .. }
            | Self::Progress { .. }
            | Self::Toggle { .. }
            | Self::Code { .. } => false,
        }
    }

    fn push_texts<'a>(&'a self, texts: &mut Vec<&'a str>) {
        match self {
            Self::Field { label, value, .. } => texts.extend([label.as_str(), value]),
            Self::Choice { label, about, .. } => texts.extend([label.as_str(), about]),
            Self::Link { label, .. }
            | Self::Progress { label, .. }
            | Self::Toggle { label, .. } => {
                texts.push(label);
            }
            Self::List { entries } => {
                texts.extend(entries.iter().map(|entry| entry.label.as_str()));
            }
            Self::Notice { text } | Self::Code { text } => texts.push(text),
            Self::Row { label, value, button, .. } => {
                texts.extend([label.as_str(), value]);
                texts.extend(button.as_deref());
            }
        }
    }
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub label: String,
    #[serde(default)]
    pub pick: bool,
}

/// A button. The filled one is `primary`; where that is a trap, `pick` differs.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Button {
    pub label: String,
    #[serde(default)]
    pub primary: bool,
    #[serde(default)]
    pub pick: bool,
}
