//! Rules of single fields: the package itself, edition and first setup.

use secrecy::ExposeSecret;

use super::field::PackageField;
use super::problem::FieldProblem;
use super::saying::Saying;
use super::secrets::{SecretKind, Secrets};
use super::settings::PackageSettings;

/// The longest package name, in characters; the built file is named after it.
pub(super) const LONGEST_NAME: usize = 64;
/// The highest rank a package may have.
pub(super) const HIGHEST_RANK: u8 = 99;

pub(super) fn package(settings: &PackageSettings) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    if settings.set_nothing() {
        found.push(FieldProblem::plain(PackageField::Package, Saying::NothingSet));
    }
    found.extend(package_name(&settings.name));
    if !is_version(&settings.version) {
        found.push(FieldProblem::plain(PackageField::Version, Saying::VersionShape));
    }
    if settings.rank > HIGHEST_RANK {
        found.push(FieldProblem::plain(PackageField::Rank, Saying::RankRange));
    }
    found.extend(control_characters(PackageField::Notes, &settings.notes));
    found
}

fn package_name(name: &str) -> Option<FieldProblem> {
    let count = name.chars().count();
    if name.trim().is_empty() {
        Some(FieldProblem::plain(PackageField::Name, Saying::NameMissing))
    } else if count > LONGEST_NAME {
        let values = [("count", count.to_string()), ("most", LONGEST_NAME.to_string())];
        Some(FieldProblem::new(PackageField::Name, Saying::NameTooLong, &as_values(&values)))
    } else {
        control_characters(PackageField::Name, name)
    }
}

/// Two parts or four; the build tool refuses three.
fn is_version(version: &str) -> bool {
    let parts: Vec<&str> = version.split('.').collect();
    matches!(parts.len(), 2 | 4)
        && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()))
}

pub(super) fn edition(settings: &PackageSettings, secrets: &Secrets) -> Option<FieldProblem> {
    let key = secrets.get(SecretKind::ProductKey).filter(|_| settings.edition_upgrade)?;
    let fits = is_product_key(key.expose_secret());
    (!fits).then(|| FieldProblem::plain(PackageField::ProductKey, Saying::ProductKeyShape))
}

fn is_product_key(key: &str) -> bool {
    let groups: Vec<&str> = key.split('-').collect();
    groups.len() == 5
        && groups.iter().all(|group| {
            group.len() == 5 && group.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        })
}

/// Hiding the first setup leaves nobody who could sign in, unless an account is made.
pub(super) fn first_setup(settings: &PackageSettings) -> Option<FieldProblem> {
    let nobody = settings.hide_oobe && settings.local_admin.is_none();
    nobody.then(|| FieldProblem::plain(PackageField::HideOobe, Saying::HideOobeWithoutAccount))
}

pub(super) fn missing_secrets(settings: &PackageSettings, secrets: &Secrets) -> Vec<FieldProblem> {
    let missing = settings.needs().into_iter().filter(|kind| !secrets.has(*kind));
    missing
        .map(|kind| {
            FieldProblem::new(kind.into(), Saying::SecretMissing, &[("secret", kind.label())])
        })
        .collect()
}

/// Refuses what XML cannot hold or what would start a line of its own.
pub(super) fn control_characters(field: PackageField, text: &str) -> Option<FieldProblem> {
    let found = text.chars().any(|c| c.is_control() || !super::xml::is_allowed(c));
    found.then(|| FieldProblem::plain(field, Saying::ControlCharacter))
}

/// Owned values as [`FieldProblem::new`] takes them.
pub(super) fn as_values<'a, const N: usize>(
    values: &'a [(&'a str, String); N],
) -> [(&'a str, &'a str); N] {
    values.each_ref().map(|(key, value)| (*key, value.as_str()))
}
