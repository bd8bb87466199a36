//! A reading: one value of one field, and where it was read.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

use super::field::Field;
use super::value::Value;

/// Where in its source a value stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Place {
    /// Nothing more exact is known, or the source is a person.
    Whole,
    /// A line of a text, counted from 1.
    Line(u32),
    /// A key of a structured file, for example `OsBuildNumber`.
    Key(Arc<str>),
    /// A cell of a list: the line in which its row begins, counted from 1, and
    /// the name of its column.
    Cell { line: u32, column: Arc<str> },
}

/// The source of a value: a file, this computer, or the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Origin {
    /// The file's name without its folder, or `typed`.
    pub source: Arc<str>,
    pub place: Place,
}

/// The source name of what a person typed.
pub const TYPED: &str = "typed";

/// The source name of what was read from the computer that this program runs on.
pub const THIS_COMPUTER: &str = "this computer";

impl Origin {
    /// A line of a file, counted from 1.
    #[must_use]
    pub fn line(source: &Arc<str>, line: u32) -> Self {
        Self { source: Arc::clone(source), place: Place::Line(line) }
    }

    /// A key of a structured file.
    #[must_use]
    pub fn key(source: &Arc<str>, key: impl Into<Arc<str>>) -> Self {
        Self { source: Arc::clone(source), place: Place::Key(key.into()) }
    }

    /// What a person typed or chose.
    #[must_use]
    pub fn typed() -> Self {
        Self { source: Arc::from(TYPED), place: Place::Whole }
    }

    /// Whether a person typed it.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        &*self.source == TYPED
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Place::Whole => f.write_str(&self.source),
            Place::Line(line) => write!(f, "{}:{line}", self.source),
            // Not a file, so the key reads as words.
            Place::Key(key) if &*self.source == THIS_COMPUTER => {
                write!(f, "{}: {key}", self.source)
            }
            Place::Key(key) => write!(f, "{}:{key}", self.source),
            Place::Cell { line, column } => write!(f, "{}:{line} {column}", self.source),
        }
    }
}

/// One value of one field with its evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    pub field: Field,
    pub value: Value,
    /// The value as it stood in the source.
    pub raw: SmolStr,
    pub from: Origin,
}

impl Reading {
    #[must_use]
    pub fn new(
        field: Field,
        value: impl Into<Value>,
        raw: impl Into<SmolStr>,
        from: Origin,
    ) -> Self {
        Self { field, value: value.into(), raw: raw.into(), from }
    }
}
