//! Answers that are kept because lists repeat themselves.

/// How many answers are kept.
const PLACES: usize = 256;

/// A longer question is not likely to come again.
const LONGEST: usize = 256;

/// Answers by question. Each question has one place, so an answer is found by
/// one comparison; one that needs its place takes that of another.
pub(super) struct Memo<T> {
    places: Vec<Option<(String, T)>>,
}

impl<T: Clone> Memo<T> {
    pub fn new() -> Self {
        Self { places: Vec::new() }
    }

    /// The answer to a question, worked out once as long as it is kept.
    pub fn ask(&mut self, question: &str, answer: impl FnOnce() -> T) -> T {
        if self.places.is_empty() {
            self.places.resize_with(PLACES, || None);
        }
        let place = self.places.get_mut(place_of(question));
        match place.filter(|_| question.len() <= LONGEST) {
            None => answer(),
            Some(Some((known, answer))) if known == question => answer.clone(),
            Some(free) => free.insert((question.to_owned(), answer())).1.clone(),
        }
    }
}

/// FNV-1a, which is quick for short texts.
fn place_of(question: &str) -> usize {
    let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = question.bytes().fold(0xcbf2_9ce4_8422_2325, mix);
    usize::try_from((hash ^ (hash >> 32)) % PLACES as u64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_worked_out_once() {
        let mut memo = Memo::new();
        let mut worked_out = 0;
        for question in ["a", "a", "b", "a", "b"] {
            let answer = memo.ask(question, || {
                worked_out += 1;
                question.to_uppercase()
            });
            assert_eq!(answer, question.to_uppercase());
        }
        assert_eq!(worked_out, 2);
    }

    #[test]
    fn answers_stay_right_when_places_are_taken() {
        let mut memo = Memo::new();
        for question in (0..5_000).chain(0..5_000) {
            let text = question.to_string();
            assert_eq!(memo.ask(&text, || question), question);
        }
        assert_eq!(memo.ask(&"long".repeat(100), || 7), 7);
    }
}
