//! `joinbench rules`: the rule book, for scripts, wikis and terminals.

use serde::Serialize;

use super::args::RulesArgs;
use super::fail::Fail;
use super::page::{Page, count};
use super::reply::{Exit, Reply, SCHEMA};
use crate::check::{Entry, JoinPath, Knowledge, markdown};

pub fn run(args: &RulesArgs) -> Result<Reply, Fail> {
    let knowledge = super::check::knowledge(args.rules.as_deref())?;
    let rules = knowledge.book().entries();
    let text = if args.markdown { markdown(&knowledge) } else { text(&knowledge) };
    Reply::new(Exit::Yes, &Answer { schema: SCHEMA, rules }, &text)
}

/// The document of `rules --json`.
#[derive(Serialize)]
struct Answer<'a> {
    schema: u32,
    rules: &'a [Entry],
}

fn text(knowledge: &Knowledge) -> String {
    const INDENT: &str = "       ";
    let words = &knowledge.book_words;
    let rules = knowledge.book().entries();
    let mut page = Page::default();
    page.line(&count(rules.len(), "rule", "rules"));
    for rule in rules {
        page.blank();
        page.hanging(&format!("  {:<4} ", rule.rule), &rule.title);
        for case in &rule.cases {
            let reach = words.reach(&case.effects, JoinPath::id);
            page.hanging(INDENT, &format!("{} {}: {reach}", words.headings.when, case.when));
        }
        let notes = [
            (&words.headings.presume, &rule.presume),
            (&words.headings.unverified, &rule.unverified),
        ];
        for (heading, note) in notes {
            if let Some(note) = note {
                page.hanging(&format!("{INDENT}{heading}: "), note);
            }
        }
        for source in &rule.sources {
            let text = format!("{source}, {}", source.dated);
            page.hanging(&format!("{INDENT}{}: ", words.headings.sources), &text);
        }
    }
    page.finish()
}
