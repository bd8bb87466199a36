//! What a command asked for: `Get-CimInstance Win32_BIOS` or `wmic bios get
//! serialnumber`.
//!
//! It says of which class the objects below it are, and where it asked for
//! something else, that nothing may be guessed from a key that other classes
//! have, too.

use serde_json::{Map, Value};

use super::class::{self, Class};
use crate::read::text::behind_prompt;

/// What the last command asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) enum Asked {
    /// There is no command, or it runs a script or shows a file.
    #[default]
    Anything,
    /// Classes, of which some may not be read.
    Classes { read: Vec<Class>, unread: bool },
    /// Something that names no class.
    Other,
}

impl Asked {
    /// What a command asks for, behind its prompt.
    pub fn by(prompt: &str) -> Self {
        let command = prompt.to_ascii_lowercase();
        let command = behind_prompt(&command);
        let plain = |word: &str| word.trim_matches(['"', '\'', '&', ';', ')']).to_owned();
        let mut words = command.split_whitespace().map(plain).filter(|word| !word.is_empty());
        let first = words.clone().next().unwrap_or_default();
        if first.is_empty()
            || class::shows_file(&first)
            || words.any(|word| class::is_script(&word))
        {
            return Self::Anything;
        }
        // Blocks calculate columns, unless what is asked stands in one.
        let outside = classes_of(&without_blocks(command));
        outside.or_else(|| classes_of(command)).unwrap_or(Self::Other)
    }

    /// The class of an object that was printed below the command, and whether
    /// that is a guess from its only key.
    pub fn class_of(
        &self,
        object: &Map<String, Value>,
        lone: Option<(&str, &str)>,
    ) -> Option<(Class, bool)> {
        let by_keys = || Some((class::class_of(object)?, false));
        let guess =
            || lone.and_then(|(key, value)| Some((class::class_of_lone_key(key, value)?, true)));
        match self {
            Self::Anything => by_keys().or_else(guess),
            Self::Other => by_keys(),
            Self::Classes { .. } if class::name_of(object).is_some() => by_keys(),
            Self::Classes { read, unread } => match read.as_slice() {
                [class] if !unread => Some((*class, false)),
                _ => by_keys()
                    .or_else(|| guess().filter(|_| !unread))
                    .filter(|(class, _)| read.contains(class)),
            },
        }
    }
}

/// The classes that a command names, in small letters; `None` when it names none.
fn classes_of(command: &str) -> Option<Asked> {
    let mut read = Vec::new();
    let mut unread = false;
    let mut take = |class: Option<Class>, is_other: bool| match class {
        Some(class) if !read.contains(&class) => read.push(class),
        Some(_) => {}
        None => unread |= is_other,
    };
    for word in command.split(|c: char| !c.is_ascii_alphanumeric() && c != '_') {
        take(class::named(word), class::is_other_class(word));
    }
    for alias in short_names(command) {
        take(class::with_short_name(alias), true);
    }
    (unread || !read.is_empty()).then_some(Asked::Classes { read, unread })
}

/// The short names behind each `wmic` and its switches; behind `path` stands
/// the name of a class.
fn short_names(command: &str) -> impl Iterator<Item = &str> {
    let words: Vec<&str> = command.split_whitespace().collect();
    let is_wmic = |word: &str| word.trim_end_matches(".exe").ends_with("wmic");
    let behind = words.iter().enumerate().filter(|(_, word)| is_wmic(word)).map(|(at, _)| at + 1);
    let names: Vec<&str> = behind
        .filter_map(|at| words.iter().skip(at).find(|word| !word.starts_with('/')))
        .copied()
        .filter(|name| !matches!(*name, "path" | "class"))
        .collect();
    names.into_iter()
}

/// A command without what stands in `{…}`.
fn without_blocks(command: &str) -> String {
    let mut depth = 0_usize;
    let outside = command.chars().filter(|letter| {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    outside.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn classes(read: &[Class], unread: bool) -> Asked {
        Asked::Classes { read: read.to_vec(), unread }
    }

    #[test]
    fn a_command_asks_for_a_class_by_its_name_or_the_short_one() {
        for (command, class) in [
            ("C:\\>wmic  bios get serialnumber", Class::Bios),
            ("C:\\>wmic /node:CTS-0001 bios get serialnumber", Class::Bios),
            ("C:\\>wmic path win32_bios get serialnumber", Class::Bios),
            ("PS C:\\> gcim Win32_Tpm -Namespace root/cimv2", Class::Tpm),
            ("PS C:\\> icm CTS-0001 { gcim Win32_BIOS }", Class::Bios),
            (
                "PS C:\\> gcim Win32_ComputerSystem | select @{n='s';e={(gcim Win32_BIOS).SerialNumber}}",
                Class::ComputerSystem,
            ),
        ] {
            assert_eq!(Asked::by(command), classes(&[class], false), "{command}");
        }
        let both = "C:\\>wmic bios get serialnumber & wmic csproduct get uuid";
        assert_eq!(Asked::by(both), classes(&[Class::Bios, Class::Product], false));
    }

    #[test]
    fn a_command_asks_for_what_is_not_read() {
        for command in [
            "C:\\>wmic baseboard get serialnumber",
            "C:\\>wmic path win32_physicalmedia get SerialNumber",
            "PS C:\\> Get-CimInstance Win32_BaseBoard | select SerialNumber",
        ] {
            assert_eq!(Asked::by(command), classes(&[], true), "{command}");
        }
        for command in ["C:\\>wmic", "PS C:\\> Get-Disk | select SerialNumber", "PS C:\\> Get-Tpm"]
        {
            assert_eq!(Asked::by(command), Asked::Other, "{command}");
        }
    }

    #[test]
    fn a_script_may_print_anything() {
        for command in
            ["PS C:\\>", "C:\\>collect.cmd", "PS C:\\> .\\a.ps1 -b", "C:\\>type a.txt", ""]
        {
            assert_eq!(Asked::by(command), Asked::Anything, "{command}");
        }
    }
}
