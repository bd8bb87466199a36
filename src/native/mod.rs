//! What the standard library has no words for: the console of Windows, who may
//! open a file there, and who runs this program. On other systems there is
//! nothing to do.

#[cfg(windows)]
mod windows;

#[cfg(windows)]
pub(crate) use windows::{text, user, wide};

use std::io;
use std::path::Path;

/// Closes the console when nobody but this program is in it.
///
/// The program is one of the command line, so that shells wait for it, and that
/// pipes, redirections and exit codes are as scripts expect; none of this works
/// for a program that Windows takes for one of the desktop. The price is a
/// console that opens when somebody double-clicks it. From Windows 11 24H2 on
/// the manifest keeps it away. Before, it closes when the window opens: a
/// console that a shell shares stays.
pub fn leave_own_console() {
    #[cfg(windows)]
    windows::leave_own_console();
}

/// Shows words in a box of their own where there is no console to read them in,
/// or one that closes with this program: after a double-click. Only for what a
/// person started, since it waits for an answer.
pub fn show_without_console(words: &str) {
    #[cfg(windows)]
    windows::show_without_console(words);
    let _ = words;
}

/// Whether the system hides a file from its owner, as Windows does its own ones.
#[must_use]
pub fn is_hidden(path: &Path) -> bool {
    #[cfg(windows)]
    return windows::is_hidden(path);
    #[cfg(not(windows))]
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

/// Keeps a file for whoever runs this program, and for administrators. Where
/// temporary files are for their owner only, nothing is left to do.
///
/// # Errors
/// When the file system keeps no rights, as on most sticks.
pub fn keep_for_owner(path: &Path) -> io::Result<()> {
    #[cfg(windows)]
    windows::keep_for_owner(path)?;
    let _ = path;
    Ok(())
}
