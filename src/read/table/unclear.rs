//! Cells of columns that are read and say nothing that is known: a person should
//! see the first of them, and not one for every row.

use super::meaning::Meaning;
use super::trim::first_line;
use super::values;
use crate::read::junk;

/// How many cells of a list are told.
const MOST: usize = 5;

/// How much of a cell is shown.
const LONGEST: usize = 40;

/// The cells that were told, by column.
#[derive(Debug, Default)]
pub(super) struct Unclear(Vec<(usize, String)>);

impl Unclear {
    /// Whether nothing more is told.
    fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }

    /// What is to be said of an unclear cell, the first time it comes.
    pub fn tell(&mut self, at: usize, name: &str, cell: &str) -> Option<String> {
        if self.is_full() {
            return None;
        }
        let text = first_line(cell);
        if self.0.iter().any(|(column, told)| *column == at && told == text) {
            return None;
        }
        self.0.push((at, text.to_owned()));
        let plain = text.chars().map(|c| if c.is_control() { ' ' } else { c });
        let short: String = plain.take(LONGEST).collect();
        let last = if self.is_full() { " Other cells like it are not told." } else { "" };
        Some(format!(
            "{name}: \u{201c}{short}\u{201d} was not understood, so it is not known.{last}"
        ))
    }
}

/// Whether a cell from which nothing was read should have said something.
pub(super) fn is_unclear(meaning: Meaning, cell: &str) -> bool {
    let text = first_line(cell);
    has_one_answer(meaning) && !junk::is_junk(text) && !values::leaves_open(text)
}

/// Whether every cell of a column should say something. Names of systems and
/// ways to manage a device need not.
fn has_one_answer(meaning: Meaning) -> bool {
    matches!(
        meaning,
        Meaning::Memory
            | Meaning::Storage
            | Meaning::CpuMhz
            | Meaning::CpuCores
            | Meaning::CpuThreads
            | Meaning::TpmVersion
            | Meaning::Firmware
            | Meaning::SecureBoot
            | Meaning::OsVersion
            | Meaning::Build
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_told_once_and_a_list_does_not_drown_in_them() {
        let mut unclear = Unclear::default();
        let told = unclear.tell(0, "RAM", "lots").unwrap();
        assert_eq!(told, "RAM: \u{201c}lots\u{201d} was not understood, so it is not known.");
        assert_eq!(unclear.tell(0, "RAM", "lots"), None);
        let told: Vec<String> =
            (1..99).filter_map(|row| unclear.tell(0, "RAM", &format!("lots {row}"))).collect();
        assert_eq!(told.len(), 4);
        assert!(told[3].ends_with("not told."), "{told:?}");
    }

    #[test]
    fn what_says_little_is_clear_all_the_same() {
        assert!(is_unclear(Meaning::Memory, "lots"));
        for (meaning, cell) in [
            (Meaning::Os, "Windows"),
            (Meaning::TpmVersion, "Yes"),
            (Meaning::Memory, "Passed"),
            (Meaning::Memory, "n/a"),
        ] {
            assert!(!is_unclear(meaning, cell), "{cell}");
        }
    }
}
