//! RON files of a person: an organization, rules. Never more than a megabyte
//! of one is read.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::wizard::Source;

/// The largest file that is read, in bytes.
pub const LARGEST: u64 = 1024 * 1024;

/// Why a RON file of a person could not be read.
#[derive(Debug, thiserror::Error)]
pub enum RonFileError {
    #[error("{path}: There is no such file. Check the name.")]
    Missing { path: String },
    #[error("{path}: This is a folder. Name the file in it.")]
    Folder { path: String },
    #[error("{path}: This file is larger than {} MiB, the most that is read.", LARGEST / (1024 * 1024))]
    TooLarge { path: String },
    #[error("{path}: This file is not text in UTF-8. Save it as UTF-8 again.")]
    NotText { path: String },
    #[error("{path}: This file could not be read: {fault}.")]
    Unreadable { path: String, fault: std::io::Error },
    #[error("{path}: There is no such folder. Check the name.")]
    NoSuchFolder { path: String },
    #[error("{path}: This is a file. Name the folder that it is in.")]
    NotAFolder { path: String },
    #[error("{path}: No .ron file is in this folder.")]
    NoRules { path: String },
}

/// Reads a RON file, for [`crate::wizard::parse`].
///
/// # Errors
/// Names the file and the way out.
pub fn read(path: &Path) -> Result<Source, RonFileError> {
    let shown = || path.display().to_string();
    let failed = |fault: std::io::Error| match fault.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename => {
            RonFileError::Missing { path: shown() }
        }
        _ => RonFileError::Unreadable { path: shown(), fault },
    };
    if std::fs::metadata(path).map_err(failed)?.is_dir() {
        return Err(RonFileError::Folder { path: shown() });
    }
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(RonFileError::TooLarge { path: shown() });
    }
    let text = String::from_utf8(bytes).map_err(|_| RonFileError::NotText { path: shown() })?;
    Ok(source(path, &text))
}

/// A text as the source of this file; an editor's byte order mark is no part of it.
#[must_use]
pub fn source(path: &Path, text: &str) -> Source {
    let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    Source { name, text: text.strip_prefix('\u{feff}').unwrap_or(text).to_owned() }
}

/// Reads every rule file right in a folder, by name.
///
/// # Errors
/// Names the folder or the file, and the way out.
pub fn read_rules(folder: &Path) -> Result<Vec<Source>, RonFileError> {
    let shown = || folder.display().to_string();
    let failed = |fault: std::io::Error| match fault.kind() {
        ErrorKind::NotADirectory => RonFileError::NotAFolder { path: shown() },
        ErrorKind::NotFound => RonFileError::NoSuchFolder { path: shown() },
        _ => RonFileError::Unreadable { path: shown(), fault },
    };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|ending| ending == "ron") && !path.is_dir() {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        return Err(RonFileError::NoRules { path: shown() });
    }
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}
