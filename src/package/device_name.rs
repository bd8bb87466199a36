//! Device names from a template: what Windows will make of it.
//!
//! With a macro the name is limited to 15 characters, and a long serial number
//! loses characters at its start (Accounts CSP, `Domain/ComputerName`).

use super::name_rules::{LONGEST_DEVICE_NAME, LONGEST_DNS_NAME};
use super::saying::Saying;
use super::settings::DeviceName;
use super::words;

/// Stands for a serial number that is not known.
pub const UNKNOWN_SERIAL: &str = "…";
/// Stands for each random digit.
pub const RANDOM_DIGIT: char = 'x';

/// Why a template gives no device name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.message())]
pub enum NameProblem {
    Missing,
    /// A character that a device name cannot hold.
    Character(char),
    /// A percent sign that starts no known macro.
    Macro(String),
    /// `%RAND:x%` without a count of 1 to 15.
    RandomDigits,
    SerialTwice,
    TooLong {
        count: usize,
        most: usize,
    },
    NoRoomForSerial,
    AllDigits,
    /// The device's own serial number holds a character that a name cannot hold.
    SerialCharacter(char),
}

impl NameProblem {
    /// The sentence and what to fill in.
    pub(super) fn words(&self) -> (Saying, Vec<(&'static str, String)>) {
        match self {
            Self::Missing => (Saying::DeviceNameMissing, Vec::new()),
            Self::Character(found) => (Saying::DeviceNameCharacter, vec![("what", shown(*found))]),
            Self::Macro(found) => (Saying::DeviceNameMacro, vec![("what", found.clone())]),
            Self::RandomDigits => (Saying::DeviceNameRandomDigits, Vec::new()),
            Self::SerialTwice => (Saying::DeviceNameSerialTwice, Vec::new()),
            Self::TooLong { count, most } => (
                Saying::DeviceNameTooLong,
                vec![("count", count.to_string()), ("most", most.to_string())],
            ),
            Self::NoRoomForSerial => (Saying::DeviceNameNoRoomForSerial, Vec::new()),
            Self::AllDigits => (Saying::DeviceNameAllDigits, Vec::new()),
            Self::SerialCharacter(found) => {
                (Saying::DeviceNameSerialCharacter, vec![("what", shown(*found))])
            }
        }
    }

    fn message(&self) -> String {
        let (saying, values) = self.words();
        let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
        words::say(saying, &values)
    }
}

/// A blank or a control character is named, since it cannot be seen.
fn shown(found: char) -> String {
    match found {
        ' ' => "a space".to_owned(),
        control if control.is_control() => "a control character".to_owned(),
        other => other.to_string(),
    }
}

/// The name that a template gives, at most 15 characters.
///
/// `%SERIAL%` becomes the serial number, cut from its start to what fits, or
/// `…` when it is not known. `%RAND:4%` becomes `xxxx`: Windows picks the digits.
///
/// # Errors
/// Says why the template, or the serial number in it, gives no name.
pub fn device_name_preview(template: &str, serial: Option<&str>) -> Result<String, NameProblem> {
    Template::parse(template)?.fill(serial, LONGEST_DEVICE_NAME)
}

impl DeviceName {
    /// The name for a device with this serial number: that of
    /// [`device_name_preview`], or a longer one where a DNS name may be longer.
    ///
    /// # Errors
    /// As for [`device_name_preview`].
    pub fn preview(&self, serial: Option<&str>) -> Result<String, NameProblem> {
        let template = Template::parse(&self.template)?;
        match template.fill(serial, LONGEST_DEVICE_NAME) {
            Err(NameProblem::TooLong { .. } | NameProblem::NoRoomForSerial) if self.as_dns_name => {
                template.fill(serial, LONGEST_DNS_NAME)
            }
            result => result,
        }
    }
}

/// Whether Windows picks digits of the name, so that it is not known before.
#[must_use]
pub fn has_random_digits(template: &str) -> bool {
    Template::parse(template)
        .is_ok_and(|read| read.parts.iter().any(|part| matches!(part, Part::Random(_))))
}

/// A template, taken apart.
pub(super) struct Template {
    parts: Vec<Part>,
}

enum Part {
    Literal(String),
    Serial,
    Random(usize),
}

impl Template {
    pub(super) fn parse(template: &str) -> Result<Self, NameProblem> {
        if template.trim().is_empty() {
            return Err(NameProblem::Missing);
        }
        let mut parts = Vec::new();
        let mut rest = template;
        while let Some((literal, from_percent)) = rest.split_once('%') {
            parts.push(Part::Literal(checked(literal)?));
            let Some((inside, after)) = from_percent.split_once('%') else {
                return Err(NameProblem::Macro(format!("%{from_percent}")));
            };
            parts.push(part_of_macro(inside)?);
            rest = after;
        }
        parts.push(Part::Literal(checked(rest)?));
        if parts.iter().filter(|part| matches!(part, Part::Serial)).count() > 1 {
            return Err(NameProblem::SerialTwice);
        }
        Ok(Self { parts })
    }

    /// Characters outside of macros.
    pub(super) fn literal_length(&self) -> usize {
        self.parts.iter().map(|part| part.length(false)).sum()
    }

    /// The name, with the serial number cut so that `most` characters suffice.
    pub(super) fn fill(&self, serial: Option<&str>, most: usize) -> Result<String, NameProblem> {
        let fixed: usize = self.parts.iter().map(|part| part.length(true)).sum();
        let has_serial = self.parts.iter().any(|part| matches!(part, Part::Serial));
        if fixed > most {
            return Err(NameProblem::TooLong { count: fixed, most });
        }
        if has_serial && fixed == most {
            return Err(NameProblem::NoRoomForSerial);
        }
        let serial = serial.map(str::trim).filter(|serial| !serial.is_empty());
        let serial_text = match serial {
            Some(serial) => last_characters(checked_serial(serial)?, most - fixed),
            None => UNKNOWN_SERIAL.to_owned(),
        };
        let name: String = self.parts.iter().map(|part| part.text(&serial_text)).collect();
        if self.is_all_digits(&serial_text) {
            return Err(NameProblem::AllDigits);
        }
        Ok(name)
    }

    fn is_all_digits(&self, serial: &str) -> bool {
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        self.parts.iter().all(|part| match part {
            Part::Literal(text) => digits(text),
            Part::Serial => digits(serial),
            Part::Random(_) => true,
        })
    }
}

impl Part {
    fn length(&self, with_random: bool) -> usize {
        match self {
            Self::Literal(text) => text.len(),
            Self::Random(count) if with_random => *count,
            Self::Random(_) | Self::Serial => 0,
        }
    }

    fn text(&self, serial: &str) -> String {
        match self {
            Self::Literal(text) => text.clone(),
            Self::Serial => serial.to_owned(),
            Self::Random(count) => RANDOM_DIGIT.to_string().repeat(*count),
        }
    }
}

fn part_of_macro(inside: &str) -> Result<Part, NameProblem> {
    if inside == "SERIAL" {
        return Ok(Part::Serial);
    }
    let Some(count) = inside.strip_prefix("RAND:") else {
        return Err(NameProblem::Macro(format!("%{inside}%")));
    };
    match count.parse::<usize>() {
        Ok(count) if (1..=LONGEST_DEVICE_NAME).contains(&count) => Ok(Part::Random(count)),
        _ => Err(NameProblem::RandomDigits),
    }
}

fn checked(literal: &str) -> Result<String, NameProblem> {
    let wrong = literal.chars().find(|c| !fits_in_name(*c));
    wrong.map_or_else(|| Ok(literal.to_owned()), |found| Err(NameProblem::Character(found)))
}

/// Only device names are limited in this way, so Windows may well shorten or
/// refuse; nothing is invented in place of the serial number.
fn checked_serial(serial: &str) -> Result<&str, NameProblem> {
    let wrong = serial.chars().find(|c| !fits_in_name(*c));
    wrong.map_or_else(|| Ok(serial), |found| Err(NameProblem::SerialCharacter(found)))
}

fn fits_in_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-'
}

fn last_characters(serial: &str, count: usize) -> String {
    let skip = serial.chars().count().saturating_sub(count);
    serial.chars().skip(skip).collect()
}
