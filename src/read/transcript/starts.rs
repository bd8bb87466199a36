//! Where another report may begin: at a prompt with a command, below an empty
//! line, where JSON begins or has ended, and at a line with which only another
//! report begins.

use super::firsts::Rows;
use crate::read::text::{Text, behind_prompt};
use crate::read::{cim, json};

/// A line with which another report may begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Start {
    pub line: u32,
    /// It is a prompt with a command, so nothing goes on here.
    pub is_command: bool,
    /// Whether the last command says what stands here.
    pub is_told: bool,
}

/// What stands above a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Above {
    /// An empty line, or JSON that ended.
    Gap,
    /// A command; empty lines below it count for nothing.
    Command,
    Lines,
    /// The names of a table, in a text in which `wmic` may have written it.
    Names,
    /// A table of `wmic`, each line of which can end with two returns, so that
    /// an empty one seems to follow: whether it does.
    Doubled {
        is_empty: bool,
    },
    /// JSON, of which so many brackets are open.
    Json {
        open: usize,
    },
}

/// Every such line.
pub(super) fn starts(text: &Text) -> Vec<Start> {
    let mut starts: Vec<Start> = Vec::new();
    let (mut above, mut rows, mut is_told) = (Above::Gap, Rows::default(), false);
    let doubles = text.holds("\r\r\n");
    let mut commands = text.commands().peekable();
    for line in text.lines() {
        if let Some(command) = commands.next_if(|command| command.number == line.number) {
            if !behind_prompt(command.text).is_empty() {
                is_told = cim::tells_what_it_prints(command.text);
                starts.push(Start { line: line.number, is_command: true, is_told });
                above = Above::Command;
            }
            rows = Rows::default();
            continue;
        }
        if line.text.is_empty() {
            rows = Rows::default();
            above = above.then_empty();
            continue;
        }
        let begins = match above {
            Above::Gap => Some(line.number),
            Above::Command | Above::Json { .. } => None,
            _ if json::starts_json(line.text) => Some(line.number),
            _ => rows.begins(line),
        };
        if let Some(begins) = begins {
            starts.push(Start { line: begins, is_command: false, is_told });
        }
        rows.push(line, begins.is_none() && above.is_lines());
        above = below(above, line.text, doubles);
    }
    starts
}

impl Above {
    fn is_lines(self) -> bool {
        matches!(self, Self::Lines | Self::Names | Self::Doubled { .. })
    }

    /// What stands above the line below an empty one.
    fn then_empty(self) -> Self {
        match self {
            Self::Names | Self::Doubled { is_empty: false } => Self::Doubled { is_empty: true },
            Self::Lines | Self::Doubled { is_empty: true } => Self::Gap,
            other => other,
        }
    }
}

/// What stands above the line below this one; `doubles` when the text has lines
/// that end with two returns.
fn below(above: Above, line: &str, doubles: bool) -> Above {
    let open = match above {
        Above::Json { open } => open,
        _ if json::starts_json(line) => 0,
        _ if doubles && cim::are_names(line) => return Above::Names,
        Above::Doubled { is_empty: true } => return Above::Doubled { is_empty: false },
        _ => return Above::Lines,
    };
    match json::open_brackets(line, open) {
        0 => Above::Gap,
        open => Above::Json { open },
    }
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
    fn a_line_of_another_report_needs_no_gap_above() {
        check("a: b\nSerialNumber  \nCTS0001\n", &[(1, false), (2, false)]);
        check("a: b\n+--+\n| Device State |\n+--+\n", &[(1, false), (2, false)]);
        check(
            "a: b\nHost: A\nName: Microsoft Windows 11 Pro\nVersion: 10.0.26100 N/A Build 26100\n",
            &[(1, false), (2, false)],
        );
        for one in [
            "C:\\>x\nSerialNumber\nCTS0001\n",
            "C:\\>x\nHost: A\nName: Microsoft Windows 11 Pro\nVersion: 10.0.26100 N/A Build 26100\n",
        ] {
            check(one, &[(1, true)]);
        }
    }

    #[test]
    fn what_wmic_ends_with_two_returns_is_no_gap() {
        check(
            "a: b\r\nSerialNumber  \r\r\nCTS0001  \r\r\n\r\r\nc: d",
            &[(1, false), (2, false), (8, false)],
        );
        check("C:\\>wmic memorychip get capacity\r\nCapacity\r\r\n8\r\r\n8\r\r\n", &[(1, true)]);
        check("SerialNumber\n\nCTS0001\n", &[(1, false), (3, false)]);
    }

    #[test]
    fn json_is_never_cut() {
        check("a\n{\n\"b\": [\n\n{}\n]\n}\nc", &[(1, false), (2, false), (8, false)]);
        check("{\"a\": \"}\"}\n{\"a\": \"{\"}\nb", &[(1, false), (2, false), (3, false)]);
        check("{\"a\": [\nPS C:\\> b\nc", &[(1, false), (2, true)]);
    }
}
