//! The values of a status report: more than yes and no.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// YES or NO; anything else (ERROR, UNKNOWN, NOT SET …) is not known.
#[must_use]
pub fn yes_no(value: &str) -> Option<bool> {
    match value.trim().to_ascii_uppercase().as_str() {
        "YES" => Some(true),
        "NO" => Some(false),
        _ => None,
    }
}

/// Whether a value says anything: not empty, not UNKNOWN, not an error, not a
/// test that did not run.
#[must_use]
pub fn is_known(value: &str) -> bool {
    const SILENT: [&str; 8] =
        ["UNKNOWN", "ERROR", "SKIPPED", "NOT TESTED", "MUST RUN ELEVATED", "NOT RUN", "N/A", "-"];
    let value = value.trim().to_ascii_uppercase();
    // ERROR may have its number behind it; a computer may be called ERRORSYS.
    let is_silent = |silent: &&str| {
        let rest = value.strip_prefix(*silent);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '(', ':', '.']))
    };
    !value.is_empty() && !SILENT.iter().any(is_silent)
}

/// Whether the name of an account is of the form `AzureAD\AdeleVance`.
#[must_use]
pub fn is_entra_account(name: &str) -> bool {
    name.trim().get(..8).is_some_and(|start| start.eq_ignore_ascii_case(r"AzureAD\"))
}

/// `2026-11-22 10:30:00.000 UTC`, with or without fractions of a second.
#[must_use]
pub fn moment(value: &str) -> Option<Timestamp> {
    let plain = value.trim().strip_suffix("UTC").unwrap_or(value).trim().replace(' ', "T");
    let time: DateTime = plain.parse().ok()?;
    time.to_zoned(TimeZone::UTC).ok().map(|zoned| zoned.timestamp())
}

/// The first and last moment of `[ start UTC -- end UTC ]`, also with one dash.
#[must_use]
pub fn validity(value: &str) -> Option<(Timestamp, Timestamp)> {
    let inner = value.trim().trim_start_matches('[').trim_end_matches(']');
    let (start, end) = inner.split_once("UTC")?;
    let end = end.trim_start().trim_start_matches(['-', '\u{2013}', '\u{2014}']);
    Some((moment(start)?, moment(end)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_yes_and_no_are_answers() {
        assert_eq!((yes_no("YES"), yes_no("no ")), (Some(true), Some(false)));
        for value in ["", "ERROR", "ERROR (0x80070005)", "UNKNOWN", "NOT SET"] {
            assert_eq!(yes_no(value), None, "{value}");
        }
    }

    #[test]
    fn a_validity_may_have_one_dash_or_two_and_no_fractions() {
        let two = validity("[ 2024-01-11 21:02:50.000 UTC -- 2034-01-11 21:32:50.000 UTC ]");
        let one = validity("[ 2024-01-11 21:02:50 UTC - 2034-01-11 21:32:50 UTC ]");
        assert!(two.is_some());
        assert_eq!(two, one);
        assert_eq!(validity("[ soon -- later ]"), None);
    }
}
