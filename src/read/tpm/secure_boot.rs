//! `Confirm-SecureBootUEFI`: True, False, or why it cannot tell.
//!
//! A refusal is "not known", never "off".

use crate::device::{Field, Place};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};
use crate::read::text::Line;

pub(in crate::read) const READER: Reader = Reader { format: Format::SecureBoot, recognise, read };

const COMMAND: &str = "Confirm-SecureBootUEFI";

/// What the command answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    On,
    Off,
    /// The firmware runs in legacy mode.
    Unsupported,
    /// The firmware keeps no such state.
    Undefined,
    /// There is no such command where it was asked.
    NoCommand,
    /// No right to ask, or another reason.
    Refused,
}

impl Answer {
    /// Why Secure Boot is not known, and the way out.
    const fn why_unknown(self) -> &'static str {
        match self {
            Self::On | Self::Off | Self::Unsupported => "",
            Self::Undefined => {
                "found no state of Secure Boot in the firmware, so it is not known. Look for it in \
                 the setup of the firmware."
            }
            Self::NoCommand => {
                "is not known where it was run, so Secure Boot is not known. Run it in Windows \
                 PowerShell on the device."
            }
            Self::Refused => {
                "could not ask the firmware, so Secure Boot is not known. Run it as an \
                 administrator."
            }
        }
    }
}

fn recognise(content: &Content) -> Option<String> {
    let (line, answer) = answer(content)?;
    if matches!(answer, Answer::On | Answer::Off) {
        let mut others = content.text.filled().filter(|other| other.number != line.number);
        let alone = others.all(|other| names(other.text));
        alone.then(|| format!("Line {} is all that {COMMAND} prints.", line.number))
    } else {
        Some(format!("Line {} is a message of {COMMAND}.", line.number))
    }
}

fn names(text: &str) -> bool {
    text.to_ascii_lowercase().contains(&COMMAND.to_ascii_lowercase())
}

fn answer(content: &Content) -> Option<(Line<'_>, Answer)> {
    if content.document().is_some() {
        return None;
    }
    let mut commands = content.text.commands().peekable();
    let mut above: Option<Line<'_>> = None;
    let is_alone = commands.peek().is_none();
    let found = content.text.filled().find_map(|line| {
        while let Some(command) = commands.next_if(|command| command.number < line.number) {
            above = Some(command);
        }
        let asked = above.is_some_and(|command| names(command.text));
        let answer = answer_in(line.text, asked)?;
        // The word alone could be the answer of any other command.
        let is_word = matches!(answer, Answer::On | Answer::Off);
        (asked || is_alone || !is_word).then_some((line, answer))
    });
    let (line, answer) = found?;
    Some((line, if answer == Answer::Refused { read_on(content, line) } else { answer }))
}

/// What a message tells whose end a console put below its beginning.
fn read_on(content: &Content, message: Line<'_>) -> Answer {
    const MOST_LINES: usize = 2;
    let below = content.text.filled().skip_while(|line| line.number <= message.number);
    let is_unsupported = below.take(MOST_LINES).any(|line| is_not_supported(line.text));
    if is_unsupported { Answer::Unsupported } else { Answer::Refused }
}

fn is_not_supported(text: &str) -> bool {
    text.to_ascii_uppercase().contains("0XC0000002")
}

/// What a line answers; `asked` when the command stands above.
fn answer_in(text: &str, asked: bool) -> Option<Answer> {
    let text = text.trim();
    // A script may put the name of the command before its answer.
    let behind = text.get(COMMAND.len()..).filter(|_| starts_with_name(text));
    let behind = behind.map(str::trim_start).filter(|rest| rest.starts_with([':', '=']));
    let word = behind.map_or(text, |rest| rest.trim_start_matches([':', '=']).trim());
    if let Some(on) = super::truth(word) {
        return Some(if on { Answer::On } else { Answer::Off });
    }
    // Other programs fail with this number, too.
    let is_of_cmdlet = asked || names(text) || text.to_ascii_lowercase().contains("cmdlet");
    if is_of_cmdlet && is_not_supported(text) {
        return Some(Answer::Unsupported);
    }
    let (_, message) = text.split_once(':').filter(|_| starts_with_name(text))?;
    Some(if message.to_ascii_uppercase().contains("0XC0000100") {
        Answer::Undefined
    } else if names(message) {
        Answer::NoCommand
    } else {
        Answer::Refused
    })
}

fn starts_with_name(text: &str) -> bool {
    text.get(..COMMAND.len()).is_some_and(names)
}

fn read(content: &Content, findings: &mut Findings) {
    let Some((line, answer)) = answer(content) else { return };
    let place = Place::Line(line.number);
    let mut put = |field, value: &'static str| findings.put(field, value, line.text, place.clone());
    match answer {
        Answer::On | Answer::Off => {
            put(Field::Firmware, "uefi");
            put(Field::SecureBoot, if answer == Answer::On { "on" } else { "off" });
            findings.put(Field::SecureBootCapable, true, line.text, place);
        }
        Answer::Unsupported => {
            put(Field::Firmware, "bios");
            put(Field::SecureBoot, "unsupported");
        }
        Answer::Undefined | Answer::NoCommand | Answer::Refused => {
            findings.problem(line.number, format!("{COMMAND} {}", answer.why_unknown()));
        }
    }
}
