//! The sources of the program, without comments.

use std::path::{Path, PathBuf};

/// A file below `src`.
pub struct Source {
    /// With `/` on every system, for example `check/report.rs`.
    pub name: String,
    /// The first folder, or the file itself: `check`, `wizard`.
    pub part: String,
    /// Without lines that are comments, and without tests.
    pub code: String,
    pub lines: usize,
}

pub fn text(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// Every file of the program.
pub fn all() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    let sources: Vec<Source> = paths.iter().map(|path| source(&root, path)).collect();
    assert!(sources.len() > 100, "only {} files were found", sources.len());
    sources
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

fn source(root: &Path, path: &Path) -> Source {
    let pieces: Vec<&str> =
        path.strip_prefix(root).unwrap().iter().map(|piece| piece.to_str().unwrap()).collect();
    let text = std::fs::read_to_string(path).unwrap();
    let program = text.split("#[cfg(test)]\nmod tests").next().unwrap();
    let lines = program.lines().filter(|line| !line.trim_start().starts_with("//"));
    Source {
        name: pieces.join("/"),
        part: pieces[0].trim_end_matches(".rs").to_owned(),
        code: lines.collect::<Vec<_>>().join("\n"),
        lines: text.lines().count(),
    }
}
