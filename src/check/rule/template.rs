//! Texts with holes: `The device is joined to {domain|a domain}`.
//!
//! A hole names a fact and, behind a bar, the words that stand in while the
//! fact is not known. Both are required, so that no sentence is ever left with
//! a gap; a hole that names no fact is an error when the file is loaded.

use serde::{Deserialize, Serialize};

use crate::check::labels::Labels;
use crate::check::{Fact, Facts, UnknownFact};

/// A text with holes for facts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Template {
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Words(String),
    Hole { fact: Fact, otherwise: String },
}

/// Why a text with holes cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    #[error("`{{{hole}` has no closing brace")]
    Open { hole: String },
    #[error("`{{{hole}}}` needs words for when it is not known: `{{{hole}|words}}`")]
    NoWords { hole: String },
    #[error("a hole names no fact: {0}")]
    NoFact(#[from] UnknownFact),
}

impl Template {
    /// The text with every hole filled.
    #[must_use]
    pub fn fill(&self, facts: &Facts<'_>, labels: &Labels) -> String {
        let mut filled = String::with_capacity(self.text.len());
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => filled.push_str(words),
                Piece::Hole { fact, otherwise } => match facts.get(*fact) {
                    Some(known) => filled.push_str(&labels.known(*fact, known)),
                    None => filled.push_str(otherwise),
                },
            }
        }
        filled
    }

    /// The text as it was written, holes and all.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl TryFrom<String> for Template {
    type Error = TemplateError;

    fn try_from(text: String) -> Result<Self, TemplateError> {
        let mut pieces = Vec::new();
        let mut rest = text.as_str();
        while let Some((before, hole)) = rest.split_once('{') {
            let (inside, after) = hole
                .split_once('}')
                .ok_or_else(|| TemplateError::Open { hole: hole.chars().take(20).collect() })?;
            let (name, otherwise) = inside
                .split_once('|')
                .ok_or_else(|| TemplateError::NoWords { hole: inside.to_owned() })?;
            let fact = name.parse()?;
            pieces.push(Piece::Words(before.to_owned()));
            pieces.push(Piece::Hole { fact, otherwise: otherwise.to_owned() });
            rest = after;
        }
        pieces.push(Piece::Words(rest.to_owned()));
        Ok(Self { text, pieces })
    }
}

impl From<Template> for String {
    fn from(template: Template) -> Self {
        template.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Organization;
    use crate::device::{Device, Field};

    fn check(text: &str, typed: &[(Field, &str)], expected: &str) {
        let mut device = Device::default();
        for (field, value) in typed {
            device.type_in(*field, value).unwrap();
        }
        let organization = Organization::default();
        let template = Template::try_from(text.to_owned()).unwrap();
        let labels = Labels::built_in().unwrap();
        assert_eq!(template.fill(&Facts::of(&device, &organization), &labels), expected);
    }

    #[test]
    fn a_hole_takes_the_fact_or_the_words_behind_the_bar() {
        let text = "Joined to {domain|a domain}.";
        check(text, &[(Field::Domain, "corp.contoso.com")], "Joined to corp.contoso.com.");
        check(text, &[], "Joined to a domain.");
        check("{memory_mb|Some memory}", &[(Field::MemoryMb, "16384")], "16 GB");
    }

    #[test]
    fn a_hole_without_words_or_fact_is_refused() {
        for bad in ["{domain}", "{domian|a domain}", "joined to {domain|x"] {
            assert!(Template::try_from(bad.to_owned()).is_err(), "{bad}");
        }
    }
}
