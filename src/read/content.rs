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
    pub fn new(file: &Arc<str>, decoded: &str) -> Self {
        let text = Text::new(decoded);
        let json = json::find(file, &text);
        Self { file: Arc::clone(file), text, json }
    }

    /// The JSON that could be read.
    pub fn document(&self) -> Option<&Document> {
        self.json.as_ref()?.as_ref().ok()
    }
}
