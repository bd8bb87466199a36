//! Sentences that are said only where they apply.

use serde::Deserialize;

use super::secrets::Secrets;
use super::settings::PackageSettings;

/// When a sentence applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub(super) enum When {
    Always,
    /// A package is built.
    Package,
    DeviceName,
    BulkJoin,
    Wifi,
    LocalAdmin,
    EditionUpgrade,
    HideOobe,
    /// A secret that the settings need is in the files.
    SecretIncluded,
    /// A secret that the settings need is not there.
    SecretMissing,
}

/// A sentence and when it applies.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Note {
    when: When,
    says: String,
}

/// The sentences that apply, in their order.
pub(super) fn applying<'a>(
    notes: &'a [Note],
    settings: &PackageSettings,
    secrets: &Secrets,
) -> Vec<&'a str> {
    notes
        .iter()
        .filter(|note| applies(note.when, settings, secrets))
        .map(|note| note.says.as_str())
        .collect()
}

fn applies(when: When, settings: &PackageSettings, secrets: &Secrets) -> bool {
    match when {
        When::Always => true,
        When::Package => !settings.set_nothing(),
        When::DeviceName => settings.device_name.is_some(),
        When::BulkJoin => settings.bulk_join.is_some(),
        When::Wifi => settings.wifi.is_some(),
        When::LocalAdmin => settings.local_admin.is_some(),
        When::EditionUpgrade => settings.edition_upgrade,
        When::HideOobe => settings.hide_oobe,
        When::SecretIncluded => settings.needs().into_iter().any(|kind| secrets.has(kind)),
        When::SecretMissing => settings.needs().into_iter().any(|kind| !secrets.has(kind)),
    }
}
