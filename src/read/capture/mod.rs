//! What the capture scripts of `assets/capture` write: one JSON file, each
//! value as its tool gave it and with the source it came from.
//!
//! `assets/capture/README.md` documents the format. The scripts interpret
//! nothing; that is done here.

mod meaning;
mod script;
mod values;

use serde_json::{Map, Value};

use super::content::Content;
use super::fields;
use super::findings::Findings;
use super::format::{Format, Reader};

pub use script::Script;

pub(super) const READER: Reader = Reader { format: Format::JoinbenchCapture, recognise, read };

/// The schema that the scripts write.
const SCHEMA: i64 = 1;

/// Every key that a script writes.
const KEYS: [&str; 48] = [
    "taken_at",
    "hostname",
    "manufacturer",
    "model",
    "sku_number",
    "serial",
    "uuid",
    "chassis_type",
    "azure_machine",
    "architecture",
    "edition_id",
    "installation_type",
    "build",
    "revision",
    "release",
    "sku",
    "product_id_group",
    "s_mode",
    "oobe_in_progress",
    "cpu_name",
    "cpu_identifier",
    "cpu_vendor",
    "cpu_mhz",
    "cpu_cores",
    "cpu_threads",
    "system_type",
    "memory_bytes",
    "memory_visible",
    "system_volume_bytes",
    "firmware",
    "secure_boot",
    "tpm_present",
    "tpm_version",
    "tpm_vendor",
    "tpm_firmware",
    "tpm_attests",
    "tpm_vulnerable",
    "entra_joined",
    "domain_joined",
    "domain",
    "entra_registered",
    "tenant_id",
    "device_id",
    "mdm_url",
    "mdm_providers",
    "intune_pc_client",
    "session_account",
    "user_is_entra",
];

fn capture(content: &Content) -> Option<&Map<String, Value>> {
    let object = content.document()?.object()?;
    (object.get("format")?.as_str()? == Format::JoinbenchCapture.id()).then_some(object)
}

fn recognise(content: &Content) -> Option<String> {
    capture(content)?;
    Some("The JSON says of itself that it is a capture by Joinbench's script.".to_owned())
}

fn read(content: &Content, findings: &mut Findings) {
    let Some(capture) = capture(content) else { return };
    let schema = fields::find(capture, &["schema"]).and_then(fields::Entry::number);
    if schema != Some(SCHEMA) {
        findings.problem(
            0,
            "The capture was written by a script of another version. What is known of it was \
             read; take the script from this version to get the rest.",
        );
    }
    let Some(Value::Object(values)) = capture.get("values") else {
        return findings.problem(0, "The capture holds no values. Run the script again.");
    };
    values::read(values, findings);
    note_unknown(values, findings);
    note_unseen(capture, findings);
}

fn is_key(key: &str) -> bool {
    KEYS.contains(&key)
}

fn note_unknown(values: &Map<String, Value>, findings: &mut Findings) {
    let unknown = values.keys().filter(|key| !is_key(key)).count();
    if unknown > 0 {
        let message = format!("{unknown} values of the capture have names that are not known.");
        findings.problem(0, message);
    }
}

/// What the script could not see for want of rights.
fn note_unseen(capture: &Map<String, Value>, findings: &mut Findings) {
    let Some(Value::Object(unseen)) = capture.get("not_seen") else { return };
    let denied = unseen.iter().filter(|(_, why)| why.as_str() == Some("administrator"));
    let denied: Vec<&str> = denied.map(|(key, _)| key.as_str()).filter(|key| is_key(key)).collect();
    if !denied.is_empty() {
        let message = format!(
            "Without an administrator the script could not see {}. Run it as one to fill them in.",
            denied.join(", ")
        );
        findings.problem(0, message);
    }
}

#[cfg(test)]
mod tests;
