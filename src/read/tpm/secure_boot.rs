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
    /// No right to ask, or no variable to read.
    Unknown,
}

fn recognise(content: &Content) -> Option<String> {
    let (line, answer) = answer(content)?;
    if matches!(answer, Answer::On | Answer::Off) {
        // The word alone could be the answer of any command.
        let mut commands = content.text.commands().peekable();
        let asked = commands.peek().is_none() || commands.any(|command| names(command.text));
        let alone = content.text.filled().filter(|line| !names(line.text)).count() == 1;
        (asked && alone).then(|| format!("Line {} is all that {COMMAND} prints.", line.number))
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
    content.text.filled().find_map(|line| Some((line, answer_in(line.text)?)))
}

fn answer_in(text: &str) -> Option<Answer> {
    let text = text.trim();
    if text.eq_ignore_ascii_case("true") {
        Some(Answer::On)
    } else if text.eq_ignore_ascii_case("false") {
        Some(Answer::Off)
    } else if text.to_ascii_uppercase().contains("0XC0000002") {
        Some(Answer::Unsupported)
    } else {
        let is_message = text.get(..COMMAND.len()).is_some_and(names) && text.contains(':');
        is_message.then_some(Answer::Unknown)
    }
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
        Answer::Unknown => findings.problem(
            line.number,
            format!(
                "{COMMAND} could not ask the firmware, so Secure Boot is not known. Run it as an \
                 administrator."
            ),
        ),
    }
}
