//! A folder in place of a file: every file in it and in the folders below.

use std::path::{Path, PathBuf};

use super::Named;
use crate::native;
use crate::read::Problem;

/// Folders deeper than this are not reports that somebody put together.
const DEEPEST: usize = 4;

/// More files than this are left unread.
const MOST_FILES: usize = 2000;

/// The files of a folder, each called by its path below the folder; hidden ones
/// are passed over.
pub fn files(folder: &Path, problems: &mut Vec<Problem>) -> Vec<Named> {
    let mut paths = Vec::new();
    collect(folder, &mut Vec::new(), &mut paths, problems);
    if paths.len() > MOST_FILES {
        let message = format!(
            "This folder holds {} files; the first {MOST_FILES} were read. Name a smaller folder.",
            paths.len()
        );
        problems.push(Problem::of_file(&shown(folder), message));
        paths.truncate(MOST_FILES);
    }
    let name = |path: &Path| {
        let below = path.strip_prefix(folder).unwrap_or(path);
        let parts = below.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
        parts.collect::<Vec<_>>().join("/")
    };
    paths.into_iter().map(|path| Named { name: name(&path), path }).collect()
}

/// `above` are the folders that this one stands in; a link can lead back to one
/// of them.
fn collect(
    folder: &Path,
    above: &mut Vec<PathBuf>,
    paths: &mut Vec<PathBuf>,
    problems: &mut Vec<Problem>,
) {
    let real = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    if above.contains(&real) {
        return;
    }
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(fault) => {
            let message = format!("This folder could not be read: {fault}.");
            return problems.push(Problem::of_file(&shown(folder), message));
        }
    };
    let mut here: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    here.sort();
    above.push(real);
    for path in here {
        match (native::is_hidden(&path), path.is_dir()) {
            (false, true) if above.len() <= DEEPEST => collect(&path, above, paths, problems),
            (false, false) => paths.push(path),
            (true, _) | (false, true) => {}
        }
    }
    above.pop();
}

fn shown(folder: &Path) -> std::sync::Arc<str> {
    folder.display().to_string().into()
}
