//! README.txt: what each file is for, and which of them hold secrets.

use super::bundle::ExportKind;
use super::export::{Context, holds_secrets};
use super::note;
use super::template::{fill, one_line, with_crlf};
use super::words::{self, words};

/// Columns of a line; long sentences are broken at blanks.
const WIDTH: usize = 78;

/// The text: UTF-8 with Windows line ends.
pub(super) fn readme(context: &Context<'_>) -> String {
    let notes = note::applying(words::readme_notes(), context.settings, context.secrets);
    let values = [
        ("package", or_unknown(&context.settings.name)),
        ("organization", or_unknown(&context.organization.name)),
        ("exported", context.today.to_string()),
        ("files", files(context)),
        ("left_out", bullets(context.left_out.iter().map(String::as_str))),
        ("notes", bullets(notes.into_iter())),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
    with_crlf(&fill(&words::template("readme.txt"), &values))
}

fn or_unknown(text: &str) -> String {
    if text.trim().is_empty() { words().not_known.clone() } else { one_line(text) }
}

fn files(context: &Context<'_>) -> String {
    let entries: Vec<String> = context.kinds.iter().map(|kind| file(*kind, context)).collect();
    entries.join("\n\n")
}

fn file(kind: ExportKind, context: &Context<'_>) -> String {
    let secrets = if holds_secrets(kind, context) {
        &words().holds_secrets
    } else {
        &words().no_secrets_inside
    };
    let says = format!("{} {secrets}", words::file_purpose(kind));
    format!("{}\n{}", kind.file_name(), wrapped(&says, "  ", "  "))
}

fn bullets<'a>(sentences: impl Iterator<Item = &'a str>) -> String {
    let lines: Vec<String> = sentences.map(|says| wrapped(says, "- ", "  ")).collect();
    if lines.is_empty() { words().nothing_noted.clone() } else { lines.join("\n") }
}

/// A sentence broken into lines, the first with one prefix and the rest with another.
fn wrapped(says: &str, first: &str, rest: &str) -> String {
    let mut lines = vec![first.to_owned()];
    let mut fresh = true;
    for word in says.split_whitespace() {
        let full = lines
            .last()
            .is_some_and(|line| line.chars().count() + 1 + word.chars().count() > WIDTH && !fresh);
        if full {
            lines.push(rest.to_owned());
            fresh = true;
        }
        if let Some(line) = lines.last_mut() {
            if !fresh {
                line.push(' ');
            }
            line.push_str(word);
            fresh = false;
        }
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_sentences_are_broken_at_blanks() {
        let text = wrapped(&"word ".repeat(40), "- ", "  ");
        assert!(text.lines().count() > 1);
        assert!(text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert!(text.lines().skip(1).all(|line| line.starts_with("  word")), "{text}");
    }
}
