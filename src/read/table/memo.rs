//! Answers that are kept because lists repeat themselves.

use std::collections::BTreeMap;

/// Answers by question; few enough of them to stay small.
pub(super) struct Memo<T> {
    answers: BTreeMap<String, T>,
    /// The last question and its answer: neighbors in a list are often alike.
    last: Option<(String, T)>,
}

impl<T: Clone> Memo<T> {
    const MOST: usize = 4096;
    /// A longer question is not likely to come again.
    const LONGEST: usize = 256;

    pub fn new() -> Self {
        Self { answers: BTreeMap::new(), last: None }
    }

    /// The answer to a question, worked out once.
    pub fn ask(&mut self, question: &str, answer: impl FnOnce() -> T) -> T {
        if let Some((_, known)) = self.last.as_ref().filter(|(last, _)| last == question) {
            return known.clone();
        }
        if question.len() > Self::LONGEST {
            return answer();
        }
        let found = self.look_up(question, answer);
        let (last, known) = self.last.get_or_insert_with(|| (String::new(), found.clone()));
        last.clear();
        last.push_str(question);
        known.clone_from(&found);
        found
    }

    fn look_up(&mut self, question: &str, answer: impl FnOnce() -> T) -> T {
        if let Some(known) = self.answers.get(question) {
            return known.clone();
        }
        if self.answers.len() >= Self::MOST {
            self.answers.clear();
        }
        let fresh = answer();
        self.answers.insert(question.to_owned(), fresh.clone());
        fresh
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_is_worked_out_once_and_the_memory_stays_small() {
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
        for question in 0..10_000 {
            assert_eq!(
                memo.ask(&question.to_string(), || question.to_string()),
                question.to_string()
            );
        }
        assert!(memo.answers.len() <= Memo::<String>::MOST);
    }
}
