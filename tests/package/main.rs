//! The provisioning package: settings in, checked and written files out.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::missing_panics_doc
)]

mod device_names;
mod examples;
mod exporting;
mod field_rules;
mod golden;
mod properties;
mod secrecy;
mod settings_table;
mod xml;
