//! Settings in, the files of an export out.
//!
//! Everything here is a function of its arguments: no file is opened, no clock
//! is read, and the same input gives the same bytes. Secrets live in [`Secrets`]
//! only; of the files, customizations.xml alone can hold them.

mod build_command;
mod bundle;
mod customizations;
mod description;
mod device_name;
mod devices_csv;
mod export;
mod facts;
mod field;
mod field_rules;
mod handover;
mod html;
mod ids;
mod join_rules;
mod name_rules;
mod note;
mod problem;
mod readme;
mod record;
mod saying;
mod secrets;
mod settings;
mod template;
mod wifi_rules;
mod words;
mod xml;

pub use build_command::file_stem;
pub use bundle::{Bundle, ExportFile, ExportKind, Manifest, ManifestFile};
pub use customizations::{LEFT_OUT_MARK, SECRET_MARK, customizations_xml, package_id, preview_xml};
pub use description::{
    DescribedDevice, DescribedFile, DescribedOrganization, DescribedValue, Description, SCHEMA,
    SecretState,
};
pub use device_name::{
    NameProblem, RANDOM_DIGIT, UNKNOWN_SERIAL, device_name_preview, has_random_digits,
};
pub use export::{ExportInput, ExportRefused, export};
pub use facts::{SettingFact, SettingKind, setting_facts};
pub use field::PackageField;
pub use join_rules::{LONGEST_TOKEN_DAYS, SOON_DAYS};
pub use name_rules::{LONGEST_DEVICE_NAME, LONGEST_DNS_NAME};
pub use problem::{FieldProblem, Severity, problems};
pub use record::{Record, RecordCheck, RecordFinding, RecordStep};
pub use saying::Saying;
pub use secrets::{SecretKind, Secrets, SecretsError};
pub use settings::{
    BulkJoin, COMMON_AUTHORITY, DeviceName, FIRST_DNS_NAME_BUILD, LocalAdmin, OwnerType,
    PackageSettings, Wifi, WifiSecurity,
};
