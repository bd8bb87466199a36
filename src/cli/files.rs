//! Files from the command line: never more of one than is taken.

use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::check::Organization;
use crate::wizard::{self, Source};

use super::fail::Fail;

/// The name of standard input in messages and evidence.
pub const STANDARD_INPUT: &str = "stdin";

/// The largest RON file of a person: an organization, rules, secrets.
const LARGEST_RON: usize = 1024 * 1024;

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    #[error("There is no such file. Check the name.")]
    Missing,
    #[error("This is a folder. Name the files in it.")]
    Folder,
    #[error("This file is larger than {} MiB, the most that is read.", .limit / (1024 * 1024))]
    TooLarge { limit: usize },
    #[error("This file is not text in UTF-8. Save it as UTF-8 again.")]
    NotText,
    #[error("This file could not be read: {0}.")]
    Unreadable(std::io::Error),
}

/// Whether the path stands for standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file or of standard input. What is known to be larger than
/// `limit` is refused unread; of the rest at most one byte more is read, since
/// pipes and devices do not tell their size.
pub fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, FileFault> {
    if is_standard_input(path) {
        return bounded(std::io::stdin().lock(), limit);
    }
    let about = std::fs::metadata(path).map_err(unreadable)?;
    if about.is_dir() {
        return Err(FileFault::Folder);
    }
    if usize::try_from(about.len()).map_or(true, |size| size > limit) {
        return Err(FileFault::TooLarge { limit });
    }
    bounded(std::fs::File::open(path).map_err(unreadable)?, limit)
}

fn bounded(from: impl Read, limit: usize) -> Result<Vec<u8>, FileFault> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    from.take(most).read_to_end(&mut bytes).map_err(FileFault::Unreadable)?;
    if bytes.len() > limit { Err(FileFault::TooLarge { limit }) } else { Ok(bytes) }
}

fn unreadable(fault: std::io::Error) -> FileFault {
    match fault.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => FileFault::Missing,
        _ => FileFault::Unreadable(fault),
    }
}

/// A file of UTF-8 text.
pub fn text(path: &Path, limit: usize) -> Result<String, FileFault> {
    String::from_utf8(bytes(path, limit)?).map_err(|_| FileFault::NotText)
}

/// A RON file of a person, for [`wizard::parse`].
pub fn ron(path: &Path) -> Result<Source, Fail> {
    let text = text(path, LARGEST_RON).map_err(|fault| Fail::file(path, fault))?;
    let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
    Ok(Source { name: name(path), text })
}

/// The organization of `--org`; without one nothing is known of it.
pub fn organization(path: Option<&Path>) -> Result<Organization, Fail> {
    match path {
        Some(path) => Ok(wizard::parse(&ron(path)?)?),
        None => Ok(Organization::default()),
    }
}

/// Every RON file right in a folder, by name.
pub fn rules(folder: &Path) -> Result<Vec<Source>, Fail> {
    let failed = |fault: std::io::Error| match fault.kind() {
        ErrorKind::NotADirectory => Fail::NotAFolder { path: folder.display().to_string() },
        ErrorKind::NotFound => Fail::NoSuchFolder { path: folder.display().to_string() },
        _ => Fail::file(folder, FileFault::Unreadable(fault)),
    };
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.extension().is_some_and(|ending| ending == "ron") && !path.is_dir() {
            paths.push(path);
        }
    }
    if paths.is_empty() {
        return Err(Fail::NoRules { path: folder.display().to_string() });
    }
    paths.sort();
    paths.iter().map(|path| ron(path)).collect()
}

/// The name of a file without its folder, as evidence shows it.
pub fn name(path: &Path) -> String {
    if is_standard_input(path) {
        return STANDARD_INPUT.to_owned();
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
