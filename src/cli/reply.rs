//! What a command hands back, ready to print.

use std::process::ExitCode;

use serde::Serialize;

use super::fail::Fail;
use super::page::safe;

/// The number of the JSON shapes; it changes only when they do.
pub const SCHEMA: u32 = 1;

/// The four answers to a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Yes, or done.
    Yes = 0,
    No = 1,
    /// Bad arguments, unreadable input, nothing recognized.
    Unusable = 2,
    /// Something that decides is not known.
    Undecided = 3,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// A result in both forms, and what is said beside it.
#[derive(Debug)]
pub struct Reply {
    pub exit: Exit,
    /// For people.
    pub text: String,
    /// For scripts: one document.
    pub json: String,
    /// Lines for standard error, whatever the form.
    pub notes: Vec<String>,
}

impl Reply {
    /// A result; `text` is cleaned of what could steer a terminal.
    pub fn new(exit: Exit, json: &impl Serialize, text: &str) -> Result<Self, Fail> {
        let mut document = serde_json::to_string_pretty(json)?;
        document.push('\n');
        Ok(Self { exit, text: safe(text), json: document, notes: Vec::new() })
    }

    /// A text that is the same in both forms: the help and the version.
    pub fn of_text(text: String) -> Self {
        Self { exit: Exit::Yes, json: text.clone(), text, notes: Vec::new() }
    }

    pub fn with_notes(mut self, notes: impl IntoIterator<Item = String>) -> Self {
        self.notes.extend(notes);
        self
    }
}
