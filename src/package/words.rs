//! The sentences of this folder, from `wizard/package/`.
//!
//! The files are built in, so a fault in them is a fault of the build: tests
//! load every file and look for every sentence. Should one be missing all the
//! same, its id stands in its place.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::ExportKind;
use super::field::PackageField;
use super::note::Note;
use super::problem::Severity;
use super::saying::Saying;
use super::secrets::SecretKind;
use super::template::fill;
use crate::wizard::{self, WizardError};

/// Labels and short sentences.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    fields: BTreeMap<PackageField, String>,
    secrets: BTreeMap<SecretKind, String>,
    /// What each file of the export is for.
    files: BTreeMap<ExportKind, String>,
    labels: BTreeMap<String, String>,
    pub left_out_comment: String,
    pub left_out_secret: String,
    pub left_out_package: String,
    pub holds_secrets: String,
    pub no_secrets_inside: String,
    pub not_known: String,
    pub nothing_noted: String,
    pub not_done: String,
}

/// How grave a field problem is, and its sentence.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProblemWords {
    pub severity: Severity,
    pub says: String,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| load("package/words.ron").unwrap_or_default());
static PROBLEMS: LazyLock<BTreeMap<Saying, ProblemWords>> =
    LazyLock::new(|| load("package/problems.ron").unwrap_or_default());
static README_NOTES: LazyLock<Vec<Note>> =
    LazyLock::new(|| load("package/readme.ron").unwrap_or_default());
static CHECKLIST: LazyLock<Vec<Note>> =
    LazyLock::new(|| load("package/handover.ron").unwrap_or_default());

fn load<T: DeserializeOwned>(name: &str) -> Result<T, WizardError> {
    wizard::parse(&wizard::built_in(name)?)
}

/// A template file of `wizard/package/`, with the same line ends on whatever
/// system this program was built, so that its hash is the same.
pub(super) fn template(name: &str) -> String {
    let source = wizard::built_in(&format!("package/{name}"));
    source.map(|source| source.text.replace("\r\n", "\n")).unwrap_or_default()
}

pub(super) fn words() -> &'static Words {
    &WORDS
}

pub(super) fn readme_notes() -> &'static [Note] {
    &README_NOTES
}

pub(super) fn checklist() -> &'static [Note] {
    &CHECKLIST
}

pub(super) fn field_label(field: PackageField) -> &'static str {
    WORDS.fields.get(&field).map_or(field.id(), String::as_str)
}

pub(super) fn secret_label(kind: SecretKind) -> &'static str {
    WORDS.secrets.get(&kind).map_or(kind.id(), String::as_str)
}

pub(super) fn file_purpose(kind: ExportKind) -> &'static str {
    WORDS.files.get(&kind).map_or(kind.id(), String::as_str)
}

/// What an id of a record means to a reader; an unknown one stands as it is.
pub(super) fn label(id: &str) -> &str {
    WORDS.labels.get(id).map_or(id, String::as_str)
}

/// The severity of a saying; one without words blocks, to be on the safe side.
pub(super) fn severity(saying: Saying) -> Severity {
    PROBLEMS.get(&saying).map_or(Severity::Block, |words| words.severity)
}

/// The sentence of a saying with its values filled in.
pub(super) fn say(saying: Saying, values: &[(&str, &str)]) -> String {
    PROBLEMS.get(&saying).map_or_else(|| saying.id().to_owned(), |words| fill(&words.says, values))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_words_can_be_read_and_every_sentence_is_there() {
        let problems: BTreeMap<Saying, ProblemWords> = load("package/problems.ron").unwrap();
        for saying in Saying::ALL {
            assert!(problems.contains_key(saying), "no words for {saying}");
        }
        let words: Words = load("package/words.ron").unwrap();
        for field in PackageField::ALL {
            assert!(words.fields.contains_key(field), "no label for {field}");
        }
        for kind in SecretKind::ALL {
            assert!(words.secrets.contains_key(kind), "no label for {kind}");
        }
        for kind in ExportKind::ALL {
            assert!(words.files.contains_key(kind), "no purpose for {kind}");
        }
        assert!(!load::<Vec<Note>>("package/readme.ron").unwrap().is_empty());
        assert!(!load::<Vec<Note>>("package/handover.ron").unwrap().is_empty());
        for name in ["readme.txt", "handover.html", "build-package.cmd"] {
            assert!(!template(name).is_empty(), "{name}");
        }
    }

    #[test]
    fn every_join_path_has_a_label() {
        for path in crate::check::JoinPath::ALL {
            assert_ne!(label(path.id()), path.id());
        }
    }

    #[test]
    fn the_comment_for_a_missing_secret_fits_into_xml() {
        assert!(!words().left_out_comment.contains("--"));
    }
}
