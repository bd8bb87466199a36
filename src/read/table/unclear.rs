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

    /// What is to be said of a cell that says nothing, the first time it comes.
    pub fn tell(&mut self, at: usize, name: &str, meaning: Meaning, cell: &str) -> Option<String> {
        let text = first_line(cell);
        let says_little = || junk::is_junk(text) || values::leaves_open(text);
        if self.is_full() || !has_one_answer(meaning) || says_little() {
            return None;
        }
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
        let mut tell = |meaning, cell: &str| unclear.tell(0, "RAM", meaning, cell);
        let told = tell(Meaning::Memory, "lots").unwrap();
        assert_eq!(told, "RAM: \u{201c}lots\u{201d} was not understood, so it is not known.");
        assert_eq!(tell(Meaning::Memory, "lots"), None);
        assert_eq!(tell(Meaning::Os, "Windows"), None);
        assert_eq!(tell(Meaning::TpmVersion, "Yes"), None);
        assert_eq!(tell(Meaning::Memory, "Passed"), None);
        assert_eq!(tell(Meaning::Memory, "n/a"), None);
        let told: Vec<String> =
            (1..99).filter_map(|row| tell(Meaning::Memory, &format!("lots {row}"))).collect();
        assert_eq!(told.len(), 4);
        assert!(told[3].ends_with("not told."), "{told:?}");
    }
}
