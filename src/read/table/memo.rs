//! Answers that are kept because lists repeat themselves.

/// How many answers are kept.
const PLACES: usize = 256;

/// A longer question is not likely to come again.
const LONGEST: usize = 256;

/// Answers by question. Each question has one place, so an answer is found by
/// one comparison; one that needs its place takes that of another.
pub(super) struct Memo<T> {
    places: Vec<Option<(String, T)>>,
    /// The answer to the last question that was too long to keep.
    long: Option<T>,
}

impl<T> Memo<T> {
    pub fn new() -> Self {
        Self { places: Vec::new(), long: None }
    }

    /// The answer to a question, worked out once as long as it is kept.
    pub fn ask(&mut self, question: &str, answer: impl FnOnce() -> T) -> &T {
        if self.places.is_empty() {
            self.places.resize_with(PLACES, || None);
        }
        let place = self.places.get_mut(place_of(question));
        let Some(place) = place.filter(|_| question.len() <= LONGEST) else {
            return self.long.insert(answer());
        };
        // Not a match with a guard: the answer is borrowed for longer than that.
        if place.as_ref().is_none_or(|(known, _)| known != question) {
            *place = None;
        }
        &place.get_or_insert_with(|| (question.to_owned(), answer())).1
    }
}

/// A place by the ends and the length of a question, which is where the cells
/// of a column differ.
fn place_of(question: &str) -> usize {
    let bytes = question.as_bytes();
    let ends = match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(first), Some(last)) => {
            u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29)
        }
        _ => bytes.iter().fold(0, |all, byte| all << 8 | u64::from(*byte)),
    };
    let mixed = (ends ^ bytes.len() as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    usize::try_from(mixed >> 56).unwrap_or(0) % PLACES
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
            assert_eq!(*answer, question.to_uppercase());
        }
        assert_eq!(worked_out, 2);
    }

    #[test]
    fn answers_stay_right_when_places_are_taken() {
        let mut memo = Memo::new();
        for question in (0..5_000).chain(0..5_000) {
            let text = question.to_string();
            assert_eq!(*memo.ask(&text, || question), question);
        }
        assert_eq!(*memo.ask(&"long".repeat(100), || 7), 7);
    }
}
