//! The scan field between the frames: what is being typed, what was scanned
//! last, and what a person answered before.

use std::collections::{BTreeMap, VecDeque};

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
    /// The last code has another serial number than the device: nothing of it is
    /// taken before somebody says which device it is of.
    is_other: bool,
    /// What was scanned since then.
    waiting: VecDeque<Scan>,
    /// The last code was left out, and so many that waited.
    left_out: Option<usize>,
    /// A code that nobody said the meaning of before the next one came.
    dropped: Option<Choice>,
    /// What was taken in this frame is not in the plan yet.
    is_fresh: bool,
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
        if self.is_other {
            self.waiting.push_back(scan);
            return None;
        }
        self.look_at(scan)
    }

    fn look_at(&mut self, scan: Scan) -> Option<Choice> {
        self.dropped = self.question().first().cloned();
        self.left_out = None;
        self.is_fresh = true;
        self.taken = self.known_way(&scan);
        self.last = Some(scan);
        self.taken_choice().cloned()
    }

    /// The next code that waited, once nothing is open.
    pub fn next_waiting(&mut self) -> Option<Choice> {
        if self.is_fresh || !self.has_next() {
            return None;
        }
        let scan = self.waiting.pop_front()?;
        self.look_at(scan)
    }

    /// Whether a code waits for nothing but its turn.
    #[must_use]
    pub fn has_next(&self) -> bool {
        !self.waiting.is_empty() && !self.is_other && self.question().is_empty()
    }

    /// A frame begins: what was taken is in the plan.
    pub fn begin_frame(&mut self) {
        self.is_fresh = false;
    }

    #[must_use]
    pub fn is_fresh(&self) -> bool {
        self.is_fresh
    }

    /// The last code may be of another device; what comes behind it waits.
    pub fn ask_which_device(&mut self) {
        self.is_other = true;
    }

    #[must_use]
    pub fn asks_which_device(&self) -> bool {
        self.is_other
    }

    /// How many codes wait for an answer.
    #[must_use]
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }

    /// A person said which device it is of: this one or a new one. Gives what is
    /// taken then.
    pub fn settle(&mut self) -> Option<Choice> {
        self.is_other = false;
        self.is_fresh = true;
        self.taken_choice().cloned()
    }

    /// A person wants nothing of it, nor of what waits.
    pub fn leave_out(&mut self) {
        self.is_other = false;
        self.left_out = Some(self.waiting.len());
        self.waiting.clear();
    }

    /// Whether the last code was left out, and with how many others.
    #[must_use]
    pub fn left_out(&self) -> Option<usize> {
        self.left_out
    }

    /// What nobody said the meaning of.
    #[must_use]
    pub fn dropped(&self) -> Option<&Choice> {
        self.dropped.as_ref()
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
        self.is_fresh = true;
        Some(choice)
    }

    /// The last code is asked about again.
    pub fn ask_again(&mut self) {
        if let Some(scan) = &self.last {
            self.answers.remove(&ways(scan));
            self.taken = None;
            self.is_other = false;
            self.left_out = None;
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
