//! Rules of the bulk join and of the local administrator beside it.

use jiff::civil::Date;
use secrecy::ExposeSecret;

use super::device_name::has_random_digits;
use super::field::PackageField;
use super::field_rules::{as_values, control_characters};
use super::problem::FieldProblem;
use super::saying::Saying;
use super::secrets::{SecretKind, Secrets};
use super::settings::{BulkJoin, PackageSettings};
use crate::device::{Device, Field};

/// The longest life of a bulk token, in days.
pub const LONGEST_TOKEN_DAYS: i64 = 180;
/// From this many days on it is said that a token ends soon.
pub const SOON_DAYS: i64 = 30;
/// The longest name of a local account, in characters.
const LONGEST_ADMIN_NAME: usize = 20;
/// What the name of a local account cannot hold.
const NOT_IN_ACCOUNT_NAMES: &str = "\"/\\[]:;|=,+*?<>@";

pub(super) fn bulk_join(
    settings: &PackageSettings,
    secrets: &Secrets,
    today: Date,
) -> Vec<FieldProblem> {
    let Some(join) = &settings.bulk_join else { return Vec::new() };
    let mut found = Vec::new();
    found.extend(authority(&join.authority));
    found.extend(token(secrets));
    found.extend(lifetime(join, today));
    if settings.local_admin.is_none() {
        found.push(FieldProblem::plain(PackageField::LocalAdmin, Saying::NoLocalAdmin));
    }
    found
}

fn authority(address: &str) -> Option<FieldProblem> {
    let host = address.strip_prefix("https://").unwrap_or_default();
    let fits = host.chars().next().is_some_and(|c| c.is_ascii_alphanumeric())
        && host.chars().all(|c| c.is_ascii_graphic());
    (!fits).then(|| FieldProblem::plain(PackageField::Authority, Saying::AuthorityAddress))
}

fn token(secrets: &Secrets) -> Option<FieldProblem> {
    let token = secrets.get(SecretKind::BulkToken)?;
    let fits = token.expose_secret().chars().all(|c| c.is_ascii_graphic());
    (!fits).then(|| FieldProblem::plain(PackageField::BulkToken, Saying::TokenBlank))
}

fn lifetime(join: &BulkJoin, today: Date) -> Option<FieldProblem> {
    let until = join.valid_until.map_or_else(String::new, |date| date.to_string());
    let saying = match join.days_left(today) {
        None => Saying::TokenDateUnknown,
        Some(..0) => Saying::TokenExpired,
        Some(0) => Saying::TokenEndsToday,
        Some(1) => Saying::TokenEndsTomorrow,
        Some(2..=SOON_DAYS) => Saying::TokenExpiresSoon,
        Some(days) if days > LONGEST_TOKEN_DAYS => Saying::TokenTooLong,
        Some(_) => return None,
    };
    let days = join.days_left(today).unwrap_or_default().to_string();
    let values = [("date", until), ("days", days), ("most", LONGEST_TOKEN_DAYS.to_string())];
    Some(FieldProblem::new(PackageField::ValidUntil, saying, &as_values(&values)))
}

pub(super) fn local_admin(
    settings: &PackageSettings,
    secrets: &Secrets,
    device: &Device,
) -> Vec<FieldProblem> {
    let Some(admin) = &settings.local_admin else { return Vec::new() };
    let mut found = Vec::new();
    found.extend(admin_name(&admin.user_name));
    if is_device_name(&admin.user_name, settings, device) {
        found.push(FieldProblem::plain(PackageField::AdminName, Saying::AdminNameIsDeviceName));
    }
    if let Some(password) = secrets.get(SecretKind::AdminPassword) {
        found.extend(control_characters(PackageField::AdminPassword, password.expose_secret()));
    }
    found
}

fn admin_name(name: &str) -> Option<FieldProblem> {
    let count = name.chars().count();
    let plain = |saying| Some(FieldProblem::plain(PackageField::AdminName, saying));
    if name.trim().is_empty() {
        plain(Saying::AdminNameMissing)
    } else if count > LONGEST_ADMIN_NAME {
        let values = [("count", count.to_string()), ("most", LONGEST_ADMIN_NAME.to_string())];
        let saying = Saying::AdminNameTooLong;
        Some(FieldProblem::new(PackageField::AdminName, saying, &as_values(&values)))
    } else if let Some(found) = name.chars().find(|c| NOT_IN_ACCOUNT_NAMES.contains(*c)) {
        let values = [("what", found.to_string())];
        let saying = Saying::AdminNameCharacter;
        Some(FieldProblem::new(PackageField::AdminName, saying, &as_values(&values)))
    } else if name.chars().all(|c| c == '.' || c == ' ') {
        plain(Saying::AdminNameDots)
    } else {
        control_characters(PackageField::AdminName, name)
    }
}

/// Windows refuses an account that is named like the device.
fn is_device_name(user_name: &str, settings: &PackageSettings, device: &Device) -> bool {
    let device_name = match &settings.device_name {
        // Windows picks digits, so the name is not known before.
        Some(name) if has_random_digits(&name.template) => None,
        Some(name) => name.preview(device.text(Field::Serial)).ok(),
        None => device.text(Field::Hostname).map(str::to_owned),
    };
    device_name.is_some_and(|name| name.eq_ignore_ascii_case(user_name))
}
