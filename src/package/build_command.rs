//! build-package.cmd: the call of `icd.exe`, and the name of what it builds.

use super::customizations::LEFT_OUT_MARK;
use super::template::{fill, with_crlf};
use super::words;

/// The longest file name without its extension, in characters.
const LONGEST_STEM: usize = 60;
/// Names that Windows keeps for devices.
const RESERVED: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The name of the built package, without `.ppkg`.
///
/// Only ASCII letters, digits, `-` and `_` stay, so that the name is safe on
/// every disk and needs no quoting rules inside a batch file.
#[must_use]
pub fn file_stem(package_name: &str) -> String {
    let mut stem = String::new();
    for c in package_name.chars() {
        if c.is_ascii_alphanumeric() || c == '_' {
            stem.push(c);
        } else if !stem.ends_with('-') {
            stem.push('-');
        }
    }
    let stem: String = stem.trim_matches('-').chars().take(LONGEST_STEM).collect();
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() {
        "package".to_owned()
    } else if is_reserved(stem) {
        format!("{stem}-package")
    } else {
        stem.to_owned()
    }
}

fn is_reserved(stem: &str) -> bool {
    let stem = stem.to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    RESERVED.contains(&stem.as_str())
        || port.is_some_and(|n| n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()))
}

/// The text of build-package.cmd: ASCII, with Windows line ends.
pub(super) fn build_command(package_name: &str) -> String {
    let package = format!("{}.ppkg", file_stem(package_name));
    let values = [("package", package.as_str()), ("mark", LEFT_OUT_MARK)];
    with_crlf(&fill(&words::template("build-package.cmd"), &values))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_name_becomes_a_name_that_every_disk_takes() {
        let table = [
            ("Contoso-Autumn", "Contoso-Autumn"),
            ("Contoso: autumn / 2026", "Contoso-autumn-2026"),
            ("..\\..\\windows\\system32", "windows-system32"),
            ("%PATH% & del \"x\"", "PATH-del-x"),
            ("Schüler", "Sch-ler"),
            ("nul", "nul-package"),
            ("COM1", "COM1-package"),
            ("Console", "Console"),
            ("日本", "package"),
            ("", "package"),
        ];
        for (name, expected) in table {
            assert_eq!(file_stem(name), expected, "{name}");
        }
        assert_eq!(file_stem(&"a".repeat(300)).len(), LONGEST_STEM);
    }
}
