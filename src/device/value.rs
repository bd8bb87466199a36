//! The values a field can hold and how a person types them.

use std::fmt;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// One value of a field: a yes or no, a whole number, or a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Value {
    Bool(bool),
    Number(i64),
    Text(SmolStr),
}

impl Value {
    /// The text of a text value.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Bool(_) | Self::Number(_) => None,
        }
    }

    /// The number of a number value.
    #[must_use]
    pub fn as_number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Bool(_) | Self::Text(_) => None,
        }
    }

    /// The answer of a yes-or-no value.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(answer) => Some(*answer),
            Self::Number(_) | Self::Text(_) => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(true) => f.write_str("yes"),
            Self::Bool(false) => f.write_str("no"),
            Self::Number(number) => number.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

impl From<bool> for Value {
    fn from(answer: bool) -> Self {
        Self::Bool(answer)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(i64::from(number))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<SmolStr> for Value {
    fn from(text: SmolStr) -> Self {
        Self::Text(text)
    }
}

impl From<&'static str> for Value {
    fn from(text: &'static str) -> Self {
        Self::Text(SmolStr::new_static(text))
    }
}

/// What a field can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Yes or no.
    YesNo,
    /// A whole number of `unit`, not negative. `slack` is the difference in
    /// percent below which two sources still agree: tools count memory and
    /// storage differently.
    Number { unit: Unit, slack: i64 },
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Any text.
    Text,
}

/// The unit of a number, as it stands in the field's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    None,
    Megabytes,
    Bytes,
    Megahertz,
}

impl Unit {
    /// The unit as a person reads it behind a number; empty where there is none.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Megabytes => "MB",
            Self::Bytes => "bytes",
            Self::Megahertz => "MHz",
        }
    }
}

/// Why a typed value does not fit its field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadValue {
    #[error("Answer with yes or no.")]
    NotYesNo,
    #[error("Type a whole number, for example {example}.")]
    NotNumber { example: &'static str },
    #[error("Choose one of: {}.", words.join(", "))]
    NotAChoice { words: &'static [&'static str] },
    #[error("Type something, or clear the field.")]
    Empty,
    #[error("At most {most} characters fit here.")]
    TooLong { most: usize },
    #[error("Control characters cannot stand here.")]
    ControlCharacter,
}

/// The longest text a field takes, in characters.
pub const LONGEST_TEXT: usize = 256;

impl Kind {
    /// A yes or no, a number or a text, as a person types it.
    ///
    /// Numbers may carry the field's unit or a larger one of the same family
    /// (`16 GB` in a field of megabytes).
    ///
    /// # Errors
    /// Says what would fit when the text does not.
    pub fn parse(self, typed: &str) -> Result<Value, BadValue> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(BadValue::Empty);
        }
        match self {
            Self::YesNo => yes_no(typed).map(Value::Bool).ok_or(BadValue::NotYesNo),
            Self::Number { unit, .. } => number(typed, unit).map(Value::Number),
            Self::Choice(words) => choice(typed, words),
            Self::Text => text(typed),
        }
    }

    /// Whether two sources say the same.
    #[must_use]
    pub fn agree(self, a: &Value, b: &Value) -> bool {
        match (self, a, b) {
            (Self::Number { slack, .. }, Value::Number(a), Value::Number(b)) if slack > 0 => {
                let (small, large) = if a <= b { (*a, *b) } else { (*b, *a) };
                large.saturating_sub(small).saturating_mul(100) <= large.saturating_mul(slack)
            }
            (_, Value::Text(a), Value::Text(b)) => a.trim().eq_ignore_ascii_case(b.trim()),
            _ => a == b,
        }
    }
}

fn yes_no(typed: &str) -> Option<bool> {
    match typed.to_ascii_lowercase().as_str() {
        "yes" | "y" | "true" | "on" => Some(true),
        "no" | "n" | "false" | "off" => Some(false),
        _ => None,
    }
}

fn choice(typed: &str, words: &'static [&'static str]) -> Result<Value, BadValue> {
    words
        .iter()
        .find(|word| word.eq_ignore_ascii_case(typed))
        .map(|word| Value::from(*word))
        .ok_or(BadValue::NotAChoice { words })
}

fn text(typed: &str) -> Result<Value, BadValue> {
    if typed.chars().any(char::is_control) {
        return Err(BadValue::ControlCharacter);
    }
    if typed.chars().count() > LONGEST_TEXT {
        return Err(BadValue::TooLong { most: LONGEST_TEXT });
    }
    Ok(Value::Text(SmolStr::new(typed)))
}

fn number(typed: &str, unit: Unit) -> Result<i64, BadValue> {
    let wrong = || BadValue::NotNumber { example: example(unit) };
    let is_part = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let end = typed.find(|c: char| !is_part(c)).unwrap_or(typed.len());
    let (digits, suffix) = typed.split_at(end);
    let factor = factor(suffix.trim(), unit).ok_or_else(wrong)?;
    amount(digits, factor).ok_or_else(wrong)
}

/// So many times `factor`, cut to a whole number. What is smaller than one of
/// the field's unit can only be a mistake.
fn amount(digits: &str, factor: i64) -> Option<i64> {
    /// Digits of a fraction that make a difference.
    const MOST: usize = 6;
    let (whole, fraction) = parts(digits, factor > 1)?;
    let count: i64 = whole.parse().ok()?;
    let fraction = fraction.trim_end_matches('0');
    let fraction = fraction.get(..MOST).unwrap_or(fraction);
    if fraction.is_empty() {
        return count.checked_mul(factor);
    }
    if factor == 1 {
        return None;
    }
    let scale = 10_i64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let more = fraction.parse::<i64>().ok()?.checked_mul(factor)? / scale;
    count.checked_mul(factor)?.checked_add(more)
}

/// The digits before and behind the decimal sign. A comma or a dot separates
/// thousands only where groups of three digits follow; of two different signs
/// the last one is the decimal one.
fn parts(digits: &str, of_larger_unit: bool) -> Option<(String, String)> {
    let is_sign = |last: &usize| is_decimal(digits, *last, of_larger_unit);
    let decimal = digits.rfind([',', '.']).filter(is_sign);
    let (whole, fraction) = match decimal.and_then(|last| digits.split_at_checked(last)) {
        Some((whole, fraction)) => (whole, fraction.get(1..)?),
        None => (digits, ""),
    };
    let mut groups = whole.split([',', '.']);
    let first = groups.next()?;
    let of_three = groups.clone().all(|group| group.len() == 3);
    let sound = of_three && (whole == first || (1..=3).contains(&first.len()));
    let is_one_sign = !(whole.contains(',') && whole.contains('.'));
    let whole: String = std::iter::once(first).chain(groups).collect();
    (sound && is_one_sign).then(|| (whole, fraction.to_owned()))
}

/// Whether the last sign of a number is the decimal one. Before three digits a
/// dot is that only in front of a larger unit: `2.400 GHz`, but `16.384 MB`.
fn is_decimal(digits: &str, last: usize, of_larger_unit: bool) -> bool {
    let (before, after) = digits.split_at_checked(last).unwrap_or_default();
    let sign = after.chars().next().unwrap_or_default();
    let is_second_kind = before.contains([',', '.']) && !before.contains(sign);
    let behind = after.len().saturating_sub(1);
    let could_be_thousands = behind == 3 && (1..=3).contains(&before.len()) && before != "0";
    let has_groups = before.contains(sign) && behind == 3;
    let is_thousands = has_groups || could_be_thousands && !(sign == '.' && of_larger_unit);
    behind > 0 && (is_second_kind || !is_thousands)
}

fn example(unit: Unit) -> &'static str {
    match unit {
        Unit::None => "26100",
        Unit::Megabytes => "16384 or 16 GB",
        Unit::Bytes => "256 GB",
        Unit::Megahertz => "2400",
    }
}

/// How many of `unit` one `suffix` is; storage is binary, as Windows counts it.
fn factor(suffix: &str, unit: Unit) -> Option<i64> {
    const KIB: i64 = 1024;
    let suffix = suffix.to_ascii_lowercase();
    match (unit, suffix.as_str()) {
        (_, "")
        | (Unit::Megabytes, "mb" | "mib")
        | (Unit::Bytes, "b" | "bytes")
        | (Unit::Megahertz, "mhz") => Some(1),
        (Unit::Megabytes, "gb" | "gib") | (Unit::Bytes, "kb" | "kib") => Some(KIB),
        (Unit::Megabytes, "tb" | "tib") | (Unit::Bytes, "mb" | "mib") => Some(KIB * KIB),
        (Unit::Bytes, "gb" | "gib") => Some(KIB * KIB * KIB),
        (Unit::Bytes, "tb" | "tib") => Some(KIB * KIB * KIB * KIB),
        (Unit::Megahertz, "ghz") => Some(1000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MEMORY: Kind = Kind::Number { unit: Unit::Megabytes, slack: 10 };

    #[test]
    fn a_number_may_carry_its_unit_or_a_larger_one() {
        assert_eq!(MEMORY.parse("16384"), Ok(Value::Number(16_384)));
        assert_eq!(MEMORY.parse("16 GB"), Ok(Value::Number(16_384)));
        assert_eq!(MEMORY.parse("16,384 MB"), Ok(Value::Number(16_384)));
    }

    #[test]
    fn a_comma_separates_thousands_only_before_three_digits() {
        for (typed, megabytes) in [
            ("16.0 GB", 16_384),
            ("16,0 GB", 16_384),
            ("1,5 TB", 1_572_864),
            ("1.5 TB", 1_572_864),
            ("0,5 GB", 512),
            ("16.384 MB", 16_384),
            ("1,048,576", 1_048_576),
            ("1.048.576,0 MB", 1_048_576),
            ("1,024.5 GB", 1_049_088),
            ("0.500 GB", 512),
        ] {
            assert_eq!(MEMORY.parse(typed), Ok(Value::Number(megabytes)), "{typed}");
        }
        let speed = Kind::Number { unit: Unit::Megahertz, slack: 15 };
        for typed in ["3,2 GHz", "3.2 GHz", "3.20GHz", "3.200 GHz", "3200", "3,200 MHz"] {
            assert_eq!(speed.parse(typed), Ok(Value::Number(3_200)), "{typed}");
        }
        for typed in
            ["1,2,3 GB", "12,34,567", "16384,5", ".5 GB", "5. GB", "1,,5 GB", ",", "1.2,3.4"]
        {
            assert!(MEMORY.parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_number_out_of_range_or_in_words_is_refused_with_an_example() {
        for typed in
            ["sixteen", "16 apples", "99999999999999999999", "9223372036854775807 TB", "-4"]
        {
            let refused = MEMORY.parse(typed).unwrap_err();
            assert!(refused.to_string().contains("16 GB"), "{typed}: {refused}");
        }
    }

    #[test]
    fn visible_and_installed_memory_agree() {
        assert!(MEMORY.agree(&Value::Number(16_265), &Value::Number(16_384)));
        assert!(!MEMORY.agree(&Value::Number(8_192), &Value::Number(16_384)));
    }

    #[test]
    fn a_choice_is_taken_in_any_case_and_kept_in_its_own() {
        let kind = Kind::Choice(&["uefi", "bios"]);
        assert_eq!(kind.parse("UEFI"), Ok(Value::from("uefi")));
        assert!(kind.parse("efi").is_err());
    }
}
