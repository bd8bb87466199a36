//! What a file holds once it is decoded: lines, and JSON where there is any.

use std::sync::Arc;

use super::error::ReadError;
use super::json::{self, Document};
use super::text::Text;

/// A decoded file.
#[derive(Debug)]
pub(super) struct Content {
    pub file: Arc<str>,
    pub text: Text,
    /// The first JSON value in the file; `None` when none starts there.
    pub json: Option<Result<Document, ReadError>>,
}

impl Content {
    pub fn new(file: &Arc<str>, decoded: impl Into<String>) -> Self {
        Self::of(file, Text::new(decoded))
    }

    /// A part of a decoded file.
    pub fn of(file: &Arc<str>, text: Text) -> Self {
        let json = json::find(file, &text);
        Self { file: Arc::clone(file), text, json }
    }

    /// A document that was taken out of a file.
    pub fn of_document(file: &Arc<str>, document: Document) -> Self {
        Self { file: Arc::clone(file), text: Text::new(""), json: Some(Ok(document)) }
    }

    /// The beginning of a long text, by which most reports can be told; `None`
    /// when it is not long, or holds JSON.
    pub fn head(&self) -> Option<Self> {
        if self.document().is_some() {
            return None;
        }
        Some(Self { file: Arc::clone(&self.file), text: self.text.head()?, json: None })
    }

    /// The JSON that could be read.
    pub fn document(&self) -> Option<&Document> {
        self.json.as_ref()?.as_ref().ok()
    }
}
