//! Files from the command line: never more of one than is taken.

use std::path::Path;

use crate::check::Organization;
use crate::files::{self, FileFault, bounded};
use crate::plan::ron_file;
use crate::wizard::{self, Source};

use super::fail::Fail;

/// The name of standard input in messages and evidence.
pub const STANDARD_INPUT: &str = "stdin";

/// Whether the path stands for standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file or of standard input, when they are no more than `limit`.
pub fn bytes(path: &Path, limit: usize) -> Result<Vec<u8>, FileFault> {
    if is_standard_input(path) {
        return bounded(std::io::stdin().lock(), limit);
    }
    files::bytes(path, limit)
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
    if is_standard_input(path) { STANDARD_INPUT.to_owned() } else { files::own_name(path) }
}
