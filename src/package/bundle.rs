//! The files of an export, in memory, and their manifest.

use std::fmt;
use std::fmt::Write as _;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::description::{DescribedFile, SCHEMA};
use super::ids::ids;
use super::words;

ids! {
    /// A kind of file that an export can hold, as `--only` names it; in the
    /// order in which they are written.
    pub enum ExportKind;

    Customizations "customizations";
    Build "build";
    Devices "devices";
    Readme "readme";
    Handover "handover";
    /// Last, because it holds the hash of every other file.
    Package "package";
}

impl ExportKind {
    /// The name of the file.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Customizations => "customizations.xml",
            Self::Build => "build-package.cmd",
            Self::Devices => "devices.csv",
            Self::Readme => "README.txt",
            Self::Handover => "handover.html",
            Self::Package => "package.ron",
        }
    }
}

impl ExportKind {
    /// What the file is for, in a sentence.
    #[must_use]
    pub fn purpose(self) -> &'static str {
        words::file_purpose(self)
    }
}

/// One file of an export. `Debug` shows its size and never its content.
#[derive(Clone, PartialEq, Eq)]
pub struct ExportFile {
    pub name: String,
    pub bytes: Vec<u8>,
    /// To be written for its owner's eyes only.
    pub holds_secrets: bool,
}

impl ExportFile {
    pub(super) fn new(kind: ExportKind, bytes: Vec<u8>, holds_secrets: bool) -> Self {
        Self { name: kind.file_name().to_owned(), bytes, holds_secrets }
    }

    /// The SHA-256 of the content, in lower-case hex.
    #[must_use]
    pub fn sha256(&self) -> String {
        let mut hex = String::with_capacity(64);
        for byte in Sha256::digest(&self.bytes) {
            // Writing to a String cannot fail.
            let _ = write!(hex, "{byte:02x}");
        }
        hex
    }

    pub(super) fn described(&self) -> DescribedFile {
        DescribedFile {
            name: self.name.clone(),
            sha256: self.sha256(),
            holds_secrets: self.holds_secrets,
        }
    }
}

impl fmt::Debug for ExportFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ExportFile")
            .field("name", &self.name)
            .field("bytes", &format_args!("[{} bytes]", self.bytes.len()))
            .field("holds_secrets", &self.holds_secrets)
            .finish()
    }
}

/// Everything that an export writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle {
    /// In the order of [`ExportKind::ALL`].
    pub files: Vec<ExportFile>,
    /// What is not in the files though the settings ask for it, in words.
    pub left_out: Vec<String>,
}

impl Bundle {
    /// The file of this kind, when it is there.
    #[must_use]
    pub fn file(&self, kind: ExportKind) -> Option<&ExportFile> {
        self.files.iter().find(|file| file.name == kind.file_name())
    }

    /// The manifest for a folder, as `export --json` prints it.
    #[must_use]
    pub fn manifest(&self, dir: &str) -> Manifest {
        let files = self.files.iter().map(|file| ManifestFile {
            name: file.name.clone(),
            sha256: file.sha256(),
            holds_secrets: file.holds_secrets,
        });
        Manifest { schema: SCHEMA, dir: dir.to_owned(), files: files.collect() }
    }
}

/// What `export --json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Manifest {
    pub schema: u32,
    pub dir: String,
    pub files: Vec<ManifestFile>,
}

/// One file of the manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ManifestFile {
    pub name: String,
    pub sha256: String,
    pub holds_secrets: bool,
}
