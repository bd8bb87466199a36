//! The book as Markdown, for a wiki or a printout.

use std::fmt::Write as _;

use super::{Entry, Headings};
use crate::check::knowledge::Knowledge;

/// Every rule of the book, under a heading each.
#[must_use]
pub fn markdown(knowledge: &Knowledge) -> String {
    let mut page = Page(format!("# {}\n", knowledge.book_words.title));
    for entry in knowledge.book().entries() {
        page.entry(entry, knowledge);
    }
    page.0
}

struct Page(String);

impl Page {
    fn entry(&mut self, entry: &Entry, knowledge: &Knowledge) {
        let headings = &knowledge.book_words.headings;
        self.paragraph(&format!("## {} {}", entry.rule, entry.title));
        if entry.own {
            self.paragraph(&format!("*{}*", headings.own));
        }
        self.paragraph(&entry.why);
        self.cases(entry, knowledge);
        self.facts(entry, knowledge);
        if !entry.fix.is_empty() {
            self.paragraph(&format!("**{}**", headings.fix));
            let steps = entry.fix.iter().enumerate();
            self.list(steps.map(|(place, step)| format!("{}. {step}", place + 1)));
        }
        if let Some(alternative) = &entry.alternative {
            self.paragraph(&format!("{}: {alternative}", headings.alternative));
        }
        let sources = entry.sources.iter();
        let sources: Vec<String> =
            sources.map(|source| format!("{source}, {}", source.dated)).collect();
        self.paragraph(&format!("{}: {}", headings.sources, sources.join("; ")));
    }

    /// When it fires, and what it does then.
    fn cases(&mut self, entry: &Entry, knowledge: &Knowledge) {
        let words = &knowledge.book_words;
        let name = |path| knowledge.labels.path(path).title.as_str();
        self.list(entry.cases.iter().map(|case| {
            let reach = words.reach(&case.effects, name);
            format!("- **{}** {}: {reach}", words.headings.when, case.when)
        }));
        if !entry.means.is_empty() {
            self.paragraph(&format!("**{}**", words.headings.means));
            let means = entry.means.iter();
            self.list(means.map(|meaning| format!("- {}: {}", meaning.when, meaning.says)));
        }
    }

    fn facts(&mut self, entry: &Entry, knowledge: &Knowledge) {
        let Headings { passes, presume, presume_unless, asks, unverified, .. } =
            &knowledge.book_words.headings;
        let Headings { effort, after, since, task, .. } = &knowledge.book_words.headings;
        let phrases = &knowledge.phrases;
        let asked: Vec<String> = entry.asks.iter().map(|id| format!("`{id}`")).collect();
        let fixable = entry.can_be_fixed();
        let rows = [
            (passes, entry.passes.clone()),
            (asks, Some(asked.join(", "))),
            (presume, entry.presume.clone()),
            (presume_unless, entry.presume_unless.clone()),
            (task, fixable.then(|| phrases.task(entry.task).to_owned())),
            (effort, fixable.then(|| phrases.effort(entry.effort).to_owned())),
            (after, (!entry.after.is_empty()).then(|| entry.after.join("; "))),
            (unverified, entry.unverified.clone()),
            (since, Some(entry.since.clone())),
        ];
        let told = rows.iter().filter_map(|(heading, text)| Some((heading, text.as_ref()?)));
        self.list(told.map(|(heading, text)| format!("- **{heading}:** {text}")));
    }

    fn paragraph(&mut self, text: &str) {
        // Writing to a string never fails.
        let _ = writeln!(self.0, "\n{text}");
    }

    fn list(&mut self, lines: impl Iterator<Item = String>) {
        let lines: Vec<String> = lines.collect();
        if !lines.is_empty() {
            self.paragraph(&lines.join("\n"));
        }
    }
}
