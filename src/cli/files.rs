//! Files from the command line: never more of one than is taken.

use std::io::{ErrorKind, Read};
use std::path::Path;

use crate::check::Organization;
use crate::plan::ron_file;
use crate::wizard::{self, Source};

use super::fail::Fail;

/// The name of standard input in messages and evidence.
pub const STANDARD_INPUT: &str = "stdin";

/// Why a file could not be read.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    #[error("There is no such file. Check the name.")]
    Missing,
    #[error("This is a folder. Name the files in it.")]
    Folder,
    #[error(
        "This is a named pipe, not a file. Give - in its place, and the pipe as standard input."
    )]
    Pipe,
    #[error("This file may not be read by you. Copy it to a folder of yours, or ask its owner.")]
    Forbidden,
    #[error("This file is larger than {} MiB, the most that is read. Choose a part of it.", .limit / (1024 * 1024))]
    TooLarge { limit: usize },
    #[error("This file is not text in UTF-8. Save it as UTF-8 again.")]
    NotText,
    #[error("This file could not be read: {0}. Check that it opens elsewhere, or copy it here.")]
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
    if is_named_pipe(path, &about) {
        return Err(FileFault::Pipe);
    }
    if usize::try_from(about.len()).map_or(true, |size| size > limit) {
        return Err(FileFault::TooLarge { limit });
    }
    bounded(std::fs::File::open(path).map_err(unreadable)?, limit)
}

/// Whether opening the file would wait for a writer. What a shell opened
/// already, as `<(command)`, stands below `/dev` or `/proc` and is read.
#[cfg(unix)]
fn is_named_pipe(path: &Path, about: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::FileTypeExt;
    let is_open = path.starts_with("/dev") || path.starts_with("/proc");
    about.file_type().is_fifo() && !is_open
}

#[cfg(not(unix))]
fn is_named_pipe(_: &Path, _: &std::fs::Metadata) -> bool {
    false
}

fn bounded(from: impl Read, limit: usize) -> Result<Vec<u8>, FileFault> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    from.take(most).read_to_end(&mut bytes).map_err(FileFault::Unreadable)?;
    if bytes.len() > limit { Err(FileFault::TooLarge { limit }) } else { Ok(bytes) }
}

fn unreadable(fault: std::io::Error) -> FileFault {
    match fault.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory | ErrorKind::InvalidFilename => {
            FileFault::Missing
        }
        ErrorKind::PermissionDenied => FileFault::Forbidden,
        _ => FileFault::Unreadable(fault),
    }
}

/// A file of UTF-8 text.
pub fn text(path: &Path, limit: usize) -> Result<String, FileFault> {
    String::from_utf8(bytes(path, limit)?).map_err(|_| FileFault::NotText)
}

/// A RON file of a person or from standard input, for [`wizard::parse`].
fn ron(path: &Path) -> Result<Source, Fail> {
    if is_standard_input(path) {
        let limit = usize::try_from(ron_file::LARGEST).unwrap_or(usize::MAX);
        let text = text(path, limit).map_err(|fault| Fail::file(path, fault))?;
        return Ok(ron_file::source(Path::new(STANDARD_INPUT), &text));
    }
    Ok(ron_file::read(path)?)
}

/// The organization of `--org`; without one nothing is known of it.
pub fn organization(path: Option<&Path>) -> Result<Organization, Fail> {
    match path {
        Some(path) => Ok(wizard::parse(&ron(path)?)?),
        None => Ok(Organization::default()),
    }
}

/// The name of a file without its folder, as evidence shows it.
pub fn name(path: &Path) -> String {
    if is_standard_input(path) {
        return STANDARD_INPUT.to_owned();
    }
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}
