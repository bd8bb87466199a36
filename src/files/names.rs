//! What files are called in evidence. Two files never share a name, since
//! forgetting and reading again go by it, and no file is called like a source
//! that is none.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::Named;
use crate::device::{THIS_COMPUTER, TYPED};
use crate::read::barcode::SCANNED;

/// What text is called that was pasted.
pub const PASTED: &str = "pasted text";

/// The names that are taken, with the files behind them as far as they are known.
pub type Known = BTreeMap<String, Option<PathBuf>>;

/// The name of a file without its folder.
#[must_use]
pub fn own_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// Gives each file a name of its own. A file that is known keeps its name, so
/// that it is read again; files that share a name are called by their whole path.
pub fn tell_apart(files: &mut [&mut Named], known: &Known) {
    let shared = shared_names(files);
    for file in files {
        let of_file = |(_, path): &(&String, &Option<PathBuf>)| path.as_ref() == Some(&file.path);
        if let Some((name, _)) = known.iter().find(of_file) {
            file.name.clone_from(name);
        } else if shared.contains(&file.name)
            || known.get(&file.name).is_some_and(Option::is_some)
            || is_no_file(&file.name)
        {
            file.name = longer_name(file);
        }
    }
}

/// The names that several files have.
fn shared_names(files: &[&mut Named]) -> BTreeSet<String> {
    let mut first: BTreeMap<&str, &Path> = BTreeMap::new();
    let mut shared = BTreeSet::new();
    for file in files {
        if *first.entry(&file.name).or_insert(&file.path) != file.path {
            shared.insert(file.name.clone());
        }
    }
    shared
}

/// Whether something else than a file is called so.
fn is_no_file(name: &str) -> bool {
    [TYPED, SCANNED, THIS_COMPUTER].contains(&name) || name.starts_with(PASTED)
}

/// The whole path, or `./` before a name that has none.
fn longer_name(file: &Named) -> String {
    let path = file.path.display().to_string();
    if path == file.name { format!("./{path}") } else { path }
}

/// The first of `name`, `name 2`, `name 3` and so on that is free.
#[must_use]
pub fn free_name(name: &str, known: &Known) -> String {
    let numbered = (2_u64..).map(|number| format!("{name} {number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !known.contains_key(name)).unwrap_or_else(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each file as its path; what it is called beside files that are known.
    fn check(paths: &[&str], known: &[(&str, Option<&str>)], expected: &[&str]) {
        let named = |path: &&str| Named { path: path.into(), name: own_name(Path::new(path)) };
        let mut files: Vec<Named> = paths.iter().map(named).collect();
        let known = known.iter().map(|(name, path)| ((*name).to_owned(), path.map(PathBuf::from)));
        tell_apart(&mut files.iter_mut().collect::<Vec<_>>(), &known.collect());
        let called: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(called, expected);
    }

    #[test]
    fn files_of_one_name_are_called_by_their_paths() {
        check(&["a/x.txt", "b/x.txt", "b/y.txt"], &[], &["a/x.txt", "b/x.txt", "y.txt"]);
        check(&["a/x.txt", "a/x.txt"], &[], &["x.txt", "x.txt"]);
    }

    #[test]
    fn a_known_file_keeps_its_name_and_another_of_that_name_gets_a_longer_one() {
        let known = [("x.txt", Some("a/x.txt")), ("b/x.txt", Some("b/x.txt"))];
        check(&["a/x.txt", "b/x.txt", "c/x.txt"], &known, &["x.txt", "b/x.txt", "c/x.txt"]);
    }

    #[test]
    fn a_name_whose_file_nobody_remembers_is_read_again() {
        check(&["a/x.txt"], &[("x.txt", None)], &["x.txt"]);
    }

    #[test]
    fn no_file_is_called_like_a_source_that_is_none() {
        check(
            &["typed", "a/scanned", "./this computer", "pasted text 2"],
            &[],
            &["./typed", "a/scanned", "./this computer", "./pasted text 2"],
        );
    }

    #[test]
    fn the_smallest_number_that_is_free_is_taken() {
        let known = |names: &[&str]| names.iter().map(|name| ((*name).to_owned(), None)).collect();
        assert_eq!(free_name(PASTED, &known(&[])), "pasted text");
        assert_eq!(free_name(PASTED, &known(&[PASTED, "pasted text 3"])), "pasted text 2");
    }
}
