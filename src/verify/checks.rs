//! How a check comes to its outcome and its sentences.

use jiff::civil::Date;

use super::by_code::BY_CODE;
use super::state::{Flags, JoinState};
use super::words::{CheckWords, Needs, Reads};
use super::{Ask, Check, Details, Tenant};
use crate::read::StatusReport;
use crate::read::dsregcmd::Row;

/// Everything a check may look at.
pub(super) struct Case<'a> {
    pub report: &'a StatusReport,
    pub ask: &'a Ask,
    pub today: Date,
    pub flags: Flags,
    pub state: JoinState,
    pub tenant: &'a Tenant,
}

/// An outcome by its name in RON, the row it was read from, and details.
pub(super) struct Found<'a> {
    outcome: &'static str,
    row: Option<&'a Row>,
    details: Details,
}

impl<'a> Found<'a> {
    pub fn new(outcome: &'static str, row: Option<&'a Row>) -> Self {
        Self { outcome, row, details: Details::new() }
    }

    pub fn with(mut self, name: &'static str, detail: impl Into<String>) -> Self {
        self.details.insert(name, detail.into());
        self
    }
}

/// What a check says of this case; `None` when it has nothing to say.
pub(super) fn answer(check: &CheckWords, case: &Case<'_>) -> Option<Check> {
    let asked = match check.needs {
        Needs::Always => true,
        Needs::Joined => case.state.is_joined(),
        Needs::DomainOnly => case.state == JoinState::DomainJoined,
    };
    if !asked {
        return None;
    }
    if let Some(reads) = &check.reads {
        let (outcome, row) = by_row(reads, case);
        return say(check, case, outcome, row, &Details::new());
    }
    let (_, find, _) = BY_CODE.iter().find(|(id, ..)| *id == check.id)?;
    let found = find(case)?;
    say(check, case, found.outcome, found.row, &found.details)
}

/// Fills the sentences of an outcome; `None` when it has none.
fn say(
    check: &CheckWords,
    case: &Case<'_>,
    outcome: &str,
    row: Option<&Row>,
    details: &Details,
) -> Option<Check> {
    let words = check.outcomes.get(outcome)?;
    let value = row.map(|row| row.value.trim()).unwrap_or_default();
    let fill = |sentence: &str| {
        let start = sentence.replace("{value}", value);
        details
            .iter()
            .fold(start, |text, (name, detail)| text.replace(&format!("{{{name}}}"), detail))
    };
    Some(Check {
        id: check.id.clone(),
        result: words.result,
        says: fill(&words.says),
        advice: fill(&words.advice),
        from: row.map(|row| case.report.origin(row).to_string()).unwrap_or_default(),
    })
}

fn by_row<'a>(reads: &'a Reads, case: &Case<'a>) -> (&'a str, Option<&'a Row>) {
    let Some(row) = case.report.find(&reads.section, &reads.key) else {
        return ("absent", None);
    };
    let fitting = reads.cases.iter().find(|(pattern, _)| pattern.fits(&row.value));
    (fitting.map_or("other", |(_, outcome)| outcome.as_str()), Some(row))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::verify::VerifyWords;

    #[test]
    fn every_outcome_has_its_sentences_and_no_sentence_is_without_an_outcome() {
        let words = VerifyWords::built_in().unwrap();
        for check in &words.checks {
            let written: BTreeSet<&str> = check.outcomes.keys().map(String::as_str).collect();
            let mut possible: BTreeSet<&str> = BTreeSet::new();
            if let Some(reads) = &check.reads {
                possible.extend(reads.cases.iter().map(|(_, outcome)| outcome.as_str()));
                possible.extend(written.intersection(&BTreeSet::from(["other", "absent"])));
            } else {
                let by_code = BY_CODE.iter().find(|(id, ..)| *id == check.id);
                possible.extend(by_code.expect("a check without a row is found by code").2);
            }
            assert_eq!(written, possible, "{}", check.id);
        }
        for (id, ..) in BY_CODE {
            assert!(words.title(id).is_some(), "{id}");
        }
    }

    #[test]
    fn every_braced_name_is_one_that_its_check_brings() {
        let known = ["value", "name", "tenant", "expected", "start", "end", "attempt"];
        for check in VerifyWords::built_in().unwrap().checks {
            for outcome in check.outcomes.values() {
                for piece in outcome.says.split('{').chain(outcome.advice.split('{')).skip(1) {
                    if let Some((name, _)) = piece.split_once('}') {
                        assert!(known.contains(&name), "{}: {name}", check.id);
                    }
                }
            }
        }
    }
}
