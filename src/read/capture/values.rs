//! The values of a capture, group by group.

use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::meaning::{
    architecture, bytes, firmware, guid, key_group, number, positive, switch, time, truth,
};
use crate::device::{Field, Place};
use crate::read::dsregcmd::yes_no;
use crate::read::findings::Findings;
use crate::read::{chassis, computerinfo::enums, cpu, machine, system, tpm};
use crate::wizard::{self, WizardError};

/// What values mean, from `wizard/facts/capture.ron`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Meanings {
    unmanaged: Vec<String>,
}

static MEANINGS: LazyLock<Result<Meanings, WizardError>> =
    LazyLock::new(|| wizard::parse(&wizard::built_in("facts/capture.ron")?));

const MIB: i64 = 1024 * 1024;

/// Reads every value that is known.
pub(super) fn read(values: &Map<String, Value>, findings: &mut Findings) {
    let mut reader = Values { values, findings };
    reader.identity();
    reader.windows();
    reader.processor();
    reader.memory_and_storage();
    reader.firmware();
    reader.tpm();
    reader.connection();
    reader.management();
    reader.session();
}

struct Values<'a, 'f> {
    values: &'a Map<String, Value>,
    findings: &'f mut Findings,
}

impl Values<'_, '_> {
    /// A value and its place; the scripts write texts, but numbers count too.
    fn find(&self, key: &'static str) -> Option<(String, Place)> {
        let value = self.values.get(key)?;
        let raw = match value.get("value").unwrap_or(value) {
            Value::String(text) => text.trim().to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Bool(answer) => answer.to_string(),
            Value::Null | Value::Array(_) | Value::Object(_) => return None,
        };
        (!raw.is_empty()).then(|| (raw, Place::Key(key.into())))
    }

    fn text(&mut self, field: Field, key: &'static str) {
        if let Some((raw, place)) = self.find(key) {
            self.findings.put_text(field, &raw, place);
        }
    }

    /// Keeps what `meaning` makes of the text.
    fn read<V: Into<crate::device::Value>>(
        &mut self,
        field: Field,
        key: &'static str,
        meaning: impl FnOnce(&str) -> Option<V>,
    ) {
        if let Some((raw, place)) = self.find(key) {
            self.findings.put_some(field, meaning(&raw), &raw, place);
        }
    }

    fn identity(&mut self) {
        self.read(Field::ObservedAt, "taken_at", time);
        self.text(Field::Hostname, "hostname");
        let (maker, model) = (self.find("manufacturer"), self.find("model"));
        machine::put(self.findings, maker, model);
        self.text(Field::SkuNumber, "sku_number");
        self.text(Field::Serial, "serial");
        self.read(Field::Uuid, "uuid", guid);
        self.read(Field::Chassis, "chassis_type", |raw| {
            chassis::name(u8::try_from(number(raw)?).ok()?)
        });
        self.read(Field::VmPlatform, "azure_machine", |raw| {
            (truth(raw) == Some(true)).then_some("azure")
        });
    }

    fn windows(&mut self) {
        let kind = self.find("system_type").is_some();
        self.read(Field::Architecture, "architecture", architecture);
        if kind && self.find("architecture").is_none() {
            self.read(Field::Architecture, "system_type", system::architecture);
        }
        self.text(Field::EditionId, "edition_id");
        self.read(Field::InstallationType, "installation_type", enums::installation);
        self.read(Field::Build, "build", number);
        self.read(Field::Revision, "revision", number);
        self.text(Field::Release, "release");
        self.read(Field::Sku, "sku", enums::sku);
        self.read(Field::KeyGroup, "product_id_group", key_group);
        self.read(Field::SMode, "s_mode", switch);
    }

    fn processor(&mut self) {
        self.text(Field::CpuName, "cpu_name");
        self.text(Field::CpuVendor, "cpu_vendor");
        if let Some((raw, place)) = self.find("cpu_identifier") {
            cpu::put(self.findings, &raw, &place);
        }
        self.read(Field::CpuMhz, "cpu_mhz", positive);
        self.read(Field::CpuCores, "cpu_cores", positive);
        self.read(Field::CpuThreads, "cpu_threads", positive);
    }

    /// `memory_visible` is a row of systeminfo told by its place, so it counts
    /// only where the row before it that can be told stands in its own place.
    fn memory_and_storage(&mut self) {
        self.read(Field::MemoryMb, "memory_bytes", |raw| {
            positive(raw).map(|bytes| bytes / MIB).filter(|megabytes| *megabytes > 0)
        });
        let in_place = self.find("system_type").is_some_and(|(raw, _)| raw.ends_with("-based PC"));
        if in_place && self.find("memory_bytes").is_none() {
            self.read(Field::MemoryMb, "memory_visible", system::whole_megabytes);
        }
        if let Some((raw, place)) = self.find("system_volume_bytes")
            && let Some(bytes) = bytes(&raw)
        {
            self.findings.put(Field::StorageBytes, bytes, &raw, place.clone());
            self.findings.put(Field::StorageKind, "system-volume", &raw, place);
        }
    }

    /// Where the value of Secure Boot stands, the firmware can do it.
    fn firmware(&mut self) {
        self.read(Field::Firmware, "firmware", firmware);
        let word = |on| if on { "on" } else { "off" };
        self.read(Field::SecureBoot, "secure_boot", |raw| switch(raw).map(word));
        self.read(Field::SecureBootCapable, "secure_boot", |raw| switch(raw).filter(|on| *on));
    }

    fn tpm(&mut self) {
        let present = self.find("tpm_present").and_then(|(raw, _)| truth(&raw));
        if present == Some(false) {
            return self.read(Field::TpmVersion, "tpm_present", |_| Some("none"));
        }
        self.read(Field::TpmVersion, "tpm_version", |raw| {
            let first = raw.split(',').next().unwrap_or_default().trim();
            ["2.0", "1.2"].into_iter().find(|version| *version == first)
        });
        self.read(Field::TpmVendor, "tpm_vendor", tpm::vendor);
        self.text(Field::TpmFirmware, "tpm_firmware");
        self.read(Field::TpmAttests, "tpm_attests", truth);
        self.read(Field::TpmVulnerable, "tpm_vulnerable", truth);
    }

    fn connection(&mut self) {
        self.read(Field::EntraJoined, "entra_joined", yes_no);
        self.read(Field::DomainJoined, "domain_joined", yes_no);
        let joined = self.find("domain_joined").and_then(|(raw, _)| yes_no(&raw));
        if joined == Some(true) {
            self.text(Field::Domain, "domain");
        }
        self.read(Field::EntraRegistered, "entra_registered", yes_no);
        self.read(Field::TenantId, "tenant_id", guid);
        self.read(Field::DeviceId, "device_id", guid);
        self.text(Field::MdmUrl, "mdm_url");
    }

    fn management(&mut self) {
        self.read(Field::MdmEnrolled, "mdm_providers", |raw| {
            let unmanaged = &MEANINGS.as_ref().ok()?.unmanaged;
            let manages = |one: &str| !unmanaged.contains(&one.trim().to_lowercase());
            Some(raw.split(',').any(manages))
        });
        self.read(Field::LegacyAgent, "intune_pc_client", truth);
    }

    /// During setup the account is Windows' own and tells nothing of a person.
    fn session(&mut self) {
        let in_setup = self.find("oobe_in_progress").and_then(|(raw, _)| switch(&raw));
        let state = |setup| if setup { "new" } else { "in-use" };
        self.read(Field::SetupState, "oobe_in_progress", |raw| switch(raw).map(state));
        if in_setup == Some(true) {
            return;
        }
        self.read(Field::SessionUser, "session_account", |raw| {
            ["standard", "administrator", "built-in-administrator"]
                .into_iter()
                .find(|kind| *kind == raw)
        });
        self.read(Field::UserIsEntra, "user_is_entra", truth);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_manages_nothing_by_itself_is_no_enrollment() {
        let unmanaged = &MEANINGS.as_ref().unwrap().unmanaged;
        assert!(!unmanaged.is_empty());
        let enrolled = |providers: &str| {
            let values = serde_json::json!({ "mdm_providers": providers });
            let mut findings = Findings::new(&"a".into());
            super::read(values.as_object().unwrap(), &mut findings);
            findings.readings.into_iter().find(|r| r.field == Field::MdmEnrolled)?.value.as_bool()
        };
        for one in unmanaged {
            assert_eq!(enrolled(one), Some(false), "{one}");
        }
        assert_eq!(enrolled(&format!("{},MS DM Server", unmanaged[0])), Some(true));
    }
}
