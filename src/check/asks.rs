//! Which questions to ask: those whose answer decides something for a path.

use super::fact::Fact;
use super::knowledge::Knowledge;
use super::organization::Question;
use super::path::JoinPath;
use super::rule::Effect;

/// The questions with which a rule blocks this path, rules it out or warns of
/// it, in the order of [`Question::ALL`]. Another question changes nothing
/// about whether the path can be taken.
#[must_use]
pub fn questions_for(knowledge: &Knowledge, path: JoinPath) -> Vec<Question> {
    let mut asked = vec![false; Question::ALL.len()];
    let cases = knowledge.rules.iter().flat_map(|rule| &rule.cases);
    for case in cases.filter(|case| case.effects.on(path).is_some_and(decides)) {
        case.when.visit_facts(&mut |fact| {
            if let Fact::Answer(question) = fact
                && let Some(slot) = asked.get_mut(question.index())
            {
                *slot = true;
            }
        });
    }
    Question::ALL.iter().zip(asked).filter(|(_, asked)| *asked).map(|(q, _)| *q).collect()
}

const fn decides(effect: Effect) -> bool {
    match effect {
        Effect::Block | Effect::NotApplicable | Effect::Warn => true,
        Effect::Info | Effect::Ok => false,
    }
}
