//! The words of a plan put into the sentences of a walk.

use crate::check::{Fact, FactValue, Facts, Question};

/// Names that sentences and replicas mention; an empty one is "not known".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// The address that joins, for example `adele@contoso.com`.
    pub account: String,
    /// For example `Contoso`.
    pub organization: String,
    /// For example `contoso.com`.
    pub domain: String,
    /// The name the device gets, for example `CONTOSO-0042`.
    pub hostname: String,
    /// How many devices each person may have.
    pub device_limit: Option<i64>,
}

impl Words {
    /// Takes over what the facts hold.
    #[must_use]
    pub fn with_facts(mut self, facts: &Facts<'_>) -> Self {
        if let Some(FactValue::Number(limit)) = facts.get(Fact::Answer(Question::DeviceLimit)) {
            self.device_limit = Some(limit);
        }
        self
    }

    fn value(&self, placeholder: &str) -> Option<String> {
        let (known, fallback) = match placeholder {
            "account" => (&self.account, "your work or school address"),
            "organization" => (&self.organization, "your organization"),
            "domain" => (&self.domain, "your organization's domain"),
            "hostname" => (&self.hostname, "the name from your plan"),
            "device_limit" => return Some(self.device_limit.unwrap_or(USUAL_LIMIT).to_string()),
            _ => return None,
        };
        let known = known.trim();
        Some(if known.is_empty() { fallback } else { known }.to_owned())
    }
}

/// The device limit of a tenant that never changed it.
const USUAL_LIMIT: i64 = 50;

/// Every placeholder that [`fill`] knows.
pub const PLACEHOLDERS: [&str; 5] =
    ["account", "organization", "domain", "hostname", "device_limit"];

/// Puts the words in place of `{account}`, `{organization}`, `{domain}`,
/// `{hostname}` and `{device_limit}`.
///
/// A word that is not known gets a phrase that reads well in its place. Any
/// other text in braces stays as it is, and what was put in is not looked at
/// again.
#[must_use]
pub fn fill(text: &str, words: &Words) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let word = after.split_once('}').and_then(|(name, tail)| Some((words.value(name)?, tail)));
        if let Some((word, tail)) = word {
            filled.push_str(&word);
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// A run of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<'a> {
    pub text: &'a str,
    pub bold: bool,
}

/// Splits a sentence at its `**bold**` marks. Split first and fill after, so
/// that a name with asterisks stays a name.
pub fn spans(text: &str) -> impl Iterator<Item = Span<'_>> {
    let runs = text.split("**").enumerate();
    runs.map(|(at, text)| Span { text, bold: at % 2 == 1 }).filter(|span| !span.text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let words = Words {
            account: "adele@contoso.com".into(),
            organization: "{account}".into(),
            ..Words::default()
        };
        assert_eq!(fill(text, &words), expected);
    }

    #[test]
    fn known_words_are_put_in() {
        check("Type {account}.", "Type adele@contoso.com.");
    }

    #[test]
    fn words_that_are_not_known_read_well_all_the_same() {
        check("{domain}, {hostname}", "your organization's domain, the name from your plan");
        check("At most {device_limit} devices.", "At most 50 devices.");
    }

    #[test]
    fn what_is_no_placeholder_stays() {
        check("{package} { {{account} }", "{package} { {adele@contoso.com }");
        check("open {account", "open {account");
    }

    #[test]
    fn what_was_put_in_is_not_filled_again() {
        check("{organization}", "{account}");
    }

    #[test]
    fn bold_marks_split_a_sentence() {
        let runs: Vec<_> = spans("Choose **Next**.").map(|s| (s.text, s.bold)).collect();
        assert_eq!(runs, [("Choose ", false), ("Next", true), (".", false)]);
    }
}
