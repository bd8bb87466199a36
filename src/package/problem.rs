//! What stands in the way of a package, field by field.

use jiff::civil::Date;
use serde::Serialize;

use super::field::PackageField;
use super::ids::ids;
use super::saying::Saying;
use super::secrets::Secrets;
use super::settings::PackageSettings;
use super::{field_rules, join_rules, name_rules, wifi_rules, words};
use crate::device::Device;

ids! {
    /// How grave a problem is.
    pub enum Severity;

    /// The package is not written before this is put right.
    Block "block";
    /// The package is written; someone should know.
    Warn "warn";
}

/// A problem of one field, with the way out. It never quotes a secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldProblem {
    pub field: PackageField,
    pub severity: Severity,
    /// Which sentence it is; stable, for tests and scripts.
    pub saying: Saying,
    pub message: String,
}

impl FieldProblem {
    pub(super) fn new(field: PackageField, saying: Saying, values: &[(&str, &str)]) -> Self {
        let severity = words::severity(saying);
        Self { field, severity, saying, message: words::say(saying, values) }
    }

    pub(super) fn plain(field: PackageField, saying: Saying) -> Self {
        Self::new(field, saying, &[])
    }

    /// Whether the package cannot be written with it.
    #[must_use]
    pub fn blocks(&self) -> bool {
        self.severity == Severity::Block
    }
}

/// Every problem of the settings and secrets, in the order of the fields.
///
/// `device` is the one the package is for; what is not known of it raises no
/// problem. `today` decides about the bulk token.
#[must_use]
pub fn problems(
    settings: &PackageSettings,
    secrets: &Secrets,
    device: &Device,
    today: Date,
) -> Vec<FieldProblem> {
    let settings = settings.fitted_to(device);
    let mut found = field_rules::package(&settings);
    found.extend(name_rules::device_name(&settings, device));
    found.extend(join_rules::bulk_join(&settings, secrets, today));
    found.extend(wifi_rules::wifi(&settings, secrets));
    found.extend(join_rules::local_admin(&settings, secrets, device));
    found.extend(field_rules::edition(&settings, secrets));
    found.extend(field_rules::first_setup(&settings));
    found.extend(field_rules::missing_secrets(&settings, secrets));
    found.sort_by_key(|problem| problem.field);
    found
}
