//! Files that a person names: what is in a folder, how each file is called, and
//! its bytes, of which never more than a limit is read.
//!
//! The command line and the window ask here, so that both find, name and refuse
//! the same.

mod bytes;
mod folder;
mod names;

use std::path::PathBuf;

pub use bytes::{FileFault, bounded, bytes};
pub use folder::files as in_folder;
pub use names::{Known, PASTED, free_name, own_name, tell_apart};

/// A file to read and the name it is shown by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    pub path: PathBuf,
    pub name: String,
}
