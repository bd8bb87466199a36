//! package.ron: the description of a package and of everything exported with it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::device_name::has_random_digits;
use super::ids::ids;
use super::record::Record;
use super::secrets::{SecretKind, Secrets};
use super::settings::PackageSettings;
use crate::check::Organization;
use crate::device::{Device, Field, Value};
use crate::wizard;

/// The schema that this program writes.
pub const SCHEMA: u32 = 1;

ids! {
    /// Whether a secret went into the files. Never its value.
    pub enum SecretState;

    Included "included";
    /// The settings need it, and it was not there.
    Missing "missing";
    NotNeeded "not_needed";
}

/// The whole description.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Description {
    pub schema: u32,
    /// The day of the export.
    pub exported: Date,
    /// The id that stands in customizations.xml.
    pub package_id: Uuid,
    pub organization: DescribedOrganization,
    pub settings: PackageSettings,
    pub secrets: BTreeMap<SecretKind, SecretState>,
    pub devices: Vec<DescribedDevice>,
    pub record: Record,
    /// What was left out of the export, in words.
    pub left_out: Vec<String>,
    /// Every other file of the export.
    pub files: Vec<DescribedFile>,
}

/// The tenant, without its answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribedOrganization {
    pub name: String,
    pub tenant_id: String,
    pub domain: String,
}

/// A device: the name it gets, and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribedDevice {
    /// `None` when the package sets no name, or none can be told.
    pub name: Option<String>,
    /// Windows picks digits of the name; they stand as `x`.
    pub random_digits: bool,
    pub fields: BTreeMap<Field, DescribedValue>,
}

/// A value and where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribedValue {
    pub value: Value,
    pub from: String,
}

/// A file of the export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DescribedFile {
    pub name: String,
    /// In lower-case hex.
    pub sha256: String,
    pub holds_secrets: bool,
}

impl Description {
    /// The RON text, with the same line ends everywhere.
    ///
    /// # Errors
    /// When a value cannot be written as RON; no value of this type is known to do that.
    pub fn to_ron(&self) -> Result<String, ron::Error> {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n").struct_names(false);
        let mut text = wizard::options().to_string_pretty(self, pretty)?;
        text.push('\n');
        Ok(text)
    }

    /// Reads a package.ron.
    ///
    /// # Errors
    /// Names the place of the first fault.
    pub fn from_ron(text: &str) -> Result<Self, wizard::WizardError> {
        let name = super::ExportKind::Package.file_name().to_owned();
        wizard::parse(&wizard::Source { name, text: text.to_owned() })
    }
}

impl DescribedOrganization {
    pub(super) fn of(organization: &Organization) -> Self {
        Self {
            name: organization.name.clone(),
            tenant_id: organization.tenant_id.clone(),
            domain: organization.domain.clone(),
        }
    }
}

impl DescribedDevice {
    pub(super) fn of(device: &Device, settings: &PackageSettings) -> Self {
        let setting = settings.device_name.as_ref();
        let serial = device.text(Field::Serial);
        let fields = device.known().map(|reading| {
            let value = reading.value.clone();
            (reading.field, DescribedValue { value, from: reading.from.to_string() })
        });
        Self {
            name: setting.and_then(|name| name.preview(serial).ok()),
            random_digits: setting.is_some_and(|name| has_random_digits(&name.template)),
            fields: fields.collect(),
        }
    }

    /// A field as a person reads it; empty when not known.
    pub(super) fn value(&self, field: Field) -> String {
        self.fields.get(&field).map_or_else(String::new, |known| known.value.to_string())
    }
}

/// The state of every secret.
pub(super) fn secret_states(
    settings: &PackageSettings,
    secrets: &Secrets,
) -> BTreeMap<SecretKind, SecretState> {
    let needed = settings.needs();
    let state = |kind: SecretKind| match (needed.contains(&kind), secrets.has(kind)) {
        (false, _) => SecretState::NotNeeded,
        (true, true) => SecretState::Included,
        (true, false) => SecretState::Missing,
    };
    SecretKind::ALL.iter().map(|kind| (*kind, state(*kind))).collect()
}
