//! The bytes of a file: never more of one than is taken.

use std::io::{ErrorKind, Read};
use std::path::Path;

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

/// The bytes of a file. What is known to be larger than `limit` is refused
/// unread; of the rest at most one byte more is read, since pipes and devices do
/// not tell their size.
///
/// # Errors
/// When there is no such file, or it may not be read, or is too large.
pub fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, FileFault> {
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

/// What a reader gives, when it is no more than `limit`; one byte more is read.
///
/// # Errors
/// When it is more, or cannot be read.
pub fn bounded(from: impl Read, limit: usize) -> Result<Vec<u8>, FileFault> {
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
