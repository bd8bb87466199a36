//! The scan field between the frames: what is being typed, what was scanned
//! last, and what a person answered before.

use std::collections::BTreeMap;

use super::listening::Keys;
use crate::read::barcode::{Choice, Scan, Why, scan};

/// The longest average gap between the keys of a scanner, in seconds; the
/// fastest fingers need twice as long.
const GAP: f64 = 0.035;

/// Fewer letters are no code.
const FEWEST: usize = 4;

/// The state of the scan field.
#[derive(Debug, Default)]
pub struct Scanner {
    /// What is in the field.
    pub text: String,
    /// What came from the keyboard.
    pub keys: Keys,
    /// When the first letter of it came, in seconds of the window's time.
    since: Option<f64>,
    last: Option<Scan>,
    taken: Option<usize>,
    /// For codes that can be read in several ways: which way was chosen.
    answers: BTreeMap<Vec<Why>, Why>,
}

impl Scanner {
    /// Notes when the first letter came.
    pub fn typed(&mut self, now: f64) {
        if self.text.is_empty() {
            self.since = None;
        } else {
            self.since.get_or_insert(now);
        }
    }

    /// Whether the text and so many letters more came as fast as only scanners
    /// type.
    #[must_use]
    pub fn is_fast(&self, more: usize, now: f64) -> bool {
        let letters = self.text.chars().count() + more;
        let since = self.since.unwrap_or(now);
        letters >= FEWEST && now - since <= GAP * (letters as f64 - 1.0)
    }

    /// The code is whole: reads it and empties the field. Gives the way to
    /// read it, when it is sure or was chosen before.
    pub fn end(&mut self) -> Option<Choice> {
        let text = std::mem::take(&mut self.text);
        self.since = None;
        if text.trim().is_empty() {
            return None;
        }
        let scan = scan(&text);
        self.taken = self.known_way(&scan);
        self.last = Some(scan);
        self.taken_choice().cloned()
    }

    /// The only way to read it, or the one chosen for such a code before.
    fn known_way(&self, scan: &Scan) -> Option<usize> {
        if scan.choices.len() == 1 {
            return Some(0);
        }
        let before = self.answers.get(&ways(scan))?;
        scan.choices.iter().position(|choice| choice.why == *before)
    }

    /// A person chose; codes of this kind are not asked about again.
    pub fn choose(&mut self, index: usize) -> Option<Choice> {
        let scan = self.last.as_ref()?;
        let choice = scan.choices.get(index)?.clone();
        self.answers.insert(ways(scan), choice.why);
        self.taken = Some(index);
        Some(choice)
    }

    /// The last code is asked about again.
    pub fn ask_again(&mut self) {
        if let Some(scan) = &self.last {
            self.answers.remove(&ways(scan));
            self.taken = None;
        }
    }

    /// What was scanned last.
    #[must_use]
    pub fn last(&self) -> Option<&Scan> {
        self.last.as_ref()
    }

    /// The way in which the last code was read.
    #[must_use]
    pub fn taken_choice(&self) -> Option<&Choice> {
        self.last.as_ref()?.choices.get(self.taken?)
    }

    /// The ways among which a person has to choose; empty when nothing is open.
    #[must_use]
    pub fn question(&self) -> &[Choice] {
        match &self.last {
            Some(scan) if self.taken.is_none() => &scan.choices,
            _ => &[],
        }
    }
}

fn ways(scan: &Scan) -> Vec<Why> {
    scan.choices.iter().map(|choice| choice.why).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::barcode::PartKind;

    fn end(scanner: &mut Scanner, text: &str) -> Option<String> {
        text.clone_into(&mut scanner.text);
        scanner.end().map(|choice| choice.parts[0].text.clone())
    }

    #[test]
    fn an_ambiguous_code_is_asked_about_once() {
        let mut scanner = Scanner::default();
        assert_eq!(end(&mut scanner, "20LFS06600"), None);
        assert_eq!(scanner.question().len(), 2);
        let chosen = scanner.choose(1).unwrap();
        assert_eq!(chosen.parts[0].kind, PartKind::Serial);
        assert!(scanner.question().is_empty());

        assert_eq!(end(&mut scanner, "21AHS00042"), Some("21AHS00042".to_owned()));
        assert_eq!(scanner.taken_choice().unwrap().parts[0].kind, PartKind::Serial);
        scanner.ask_again();
        assert_eq!(scanner.question().len(), 2);
    }

    #[test]
    fn an_empty_field_ends_nothing() {
        let mut scanner = Scanner::default();
        assert_eq!(end(&mut scanner, " "), None);
        assert_eq!(scanner.last(), None);
    }

    #[test]
    fn a_scanner_is_told_from_fingers_by_its_speed() {
        let mut scanner = Scanner { text: "5CG1234ABC".to_owned(), ..Scanner::default() };
        scanner.typed(10.0);
        assert!(scanner.is_fast(0, 10.1));
        assert!(!scanner.is_fast(0, 11.5));
    }
}
