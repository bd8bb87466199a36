//! Where another report may begin: at a prompt with a command, below an empty
//! line, and where JSON begins or has ended.

use crate::read::json;
use crate::read::text::Text;

/// A line with which another report may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    pub line: u32,
    /// It is a prompt with a command, so nothing goes on here.
    pub is_command: bool,
}

/// What stands above a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Above {
    /// An empty line, or JSON that ended.
    Gap,
    /// A command; empty lines below it count for nothing.
    Command,
    Lines,
    /// JSON, of which so many brackets are open.
    Json {
        open: usize,
    },
}

/// Every such line.
pub(super) fn starts(text: &Text) -> Vec<Start> {
    let mut starts = Vec::new();
    let mut above = Above::Gap;
    let mut commands = text.commands().peekable();
    for line in text.lines() {
        if let Some(command) = commands.next_if(|command| command.number == line.number) {
            if asks_for_something(command.text) {
                starts.push(Start { line: line.number, is_command: true });
                above = Above::Command;
            }
            continue;
        }
        if line.text.is_empty() {
            above = if above == Above::Lines { Above::Gap } else { above };
            continue;
        }
        let begins = match above {
            Above::Gap => true,
            Above::Command | Above::Json { .. } => false,
            Above::Lines => json::starts_json(line.text),
        };
        if begins {
            starts.push(Start { line: line.number, is_command: false });
        }
        above = below(above, line.text);
    }
    starts
}

/// What stands above the line below this one.
fn below(above: Above, line: &str) -> Above {
    let open = match above {
        Above::Json { open } => open,
        _ if json::starts_json(line) => 0,
        _ => return Above::Lines,
    };
    match json::open_brackets(line, open) {
        0 => Above::Gap,
        open => Above::Json { open },
    }
}

/// Whether a command stands behind the prompt.
fn asks_for_something(prompt: &str) -> bool {
    let command = prompt.strip_prefix('$').or_else(|| Some(prompt.split_once('>')?.1));
    command.is_some_and(|command| !command.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(u32, bool)]) {
        let found: Vec<(u32, bool)> = starts(&Text::new(text))
            .into_iter()
            .map(|start| (start.line, start.is_command))
            .collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_report_may_begin_below_an_empty_line() {
        check("\na: b\nc: d\n\n\ne: f", &[(2, false), (6, false)]);
        check("```\na\n```\nb", &[(2, false), (4, false)]);
    }

    #[test]
    fn a_command_begins_with_its_prompt() {
        check("C:\\>hostname\nCT-1\n\nC:\\>ver\n\nMicrosoft\n", &[(1, true), (4, true)]);
        check("PS C:\\> a\n\nb\n\nPS C:\\>\n", &[(1, true)]);
        check("$ cat a\nb\n", &[(1, true)]);
    }

    #[test]
    fn json_is_never_cut() {
        check("a\n{\n\"b\": [\n\n{}\n]\n}\nc", &[(1, false), (2, false), (8, false)]);
        check("{\"a\": \"}\"}\n{\"a\": \"{\"}\nb", &[(1, false), (2, false), (3, false)]);
        check("{\"a\": [\nPS C:\\> b\nc", &[(1, false), (2, true)]);
    }
}
