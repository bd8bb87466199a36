//! What the wizard knows and says: the RON files of `wizard/`, built in.
//!
//! Rules, walks, facts, labels and samples are data, so that words and rules
//! change without Rust. This module hands out their text and turns RON into
//! typed values with errors that name file, line and column. It does not know
//! what the files mean; the layers above do.

use rust_embed::RustEmbed;
use serde::de::DeserializeOwned;

#[derive(RustEmbed)]
#[folder = "wizard/"]
struct BuiltIn;

/// One RON file: its name for messages, and its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    pub name: String,
    pub text: String,
}

/// A RON file that cannot be used, with the place of the fault.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {message}")]
pub struct WizardError {
    pub file: String,
    /// Counted from 1; 0 when the fault has no place.
    pub line: usize,
    pub column: usize,
    pub message: String,
}

impl WizardError {
    /// A fault of a whole file.
    #[must_use]
    pub fn of_file(file: &str, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: 0, column: 0, message: message.into() }
    }
}

/// A built-in file by its name below `wizard/`, for example `facts/fields.ron`.
///
/// # Errors
/// When there is no such file or it is not UTF-8; only a faulty build does that.
pub fn built_in(name: &str) -> Result<Source, WizardError> {
    let file = BuiltIn::get(name)
        .ok_or_else(|| WizardError::of_file(name, "this file is not built in"))?;
    let text = String::from_utf8(file.data.into_owned())
        .map_err(|_| WizardError::of_file(name, "this file is not UTF-8"))?;
    Ok(Source { name: name.to_owned(), text })
}

/// Every built-in RON file of one folder, for example `rules`, by name.
///
/// # Errors
/// As for [`built_in`].
pub fn built_in_folder(folder: &str) -> Result<Vec<Source>, WizardError> {
    let mut names: Vec<String> = BuiltIn::iter()
        .filter(|name| {
            name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))
                && name.ends_with(".ron")
        })
        .map(std::borrow::Cow::into_owned)
        .collect();
    names.sort();
    names.iter().map(|name| built_in(name)).collect()
}

/// Turns RON into a value.
///
/// # Errors
/// Names the file, line and column of the first fault.
pub fn parse<T: DeserializeOwned>(source: &Source) -> Result<T, WizardError> {
    options().from_str(&source.text).map_err(|fault| WizardError {
        file: source.name.clone(),
        line: fault.span.start.line,
        column: fault.span.start.col,
        message: fault.code.to_string(),
    })
}

/// How every RON file of this program is read and written.
#[must_use]
pub fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}
