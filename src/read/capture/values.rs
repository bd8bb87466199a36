//! The values of a capture, group by group.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde_json::{Map, Value};

use crate::device::{Field, Place};
use crate::read::dsregcmd::{moment, yes_no};
use crate::read::findings::Findings;
use crate::read::{computerinfo::enums, cpu, machine, system, tpm};
use crate::wizard::{self, WizardError};

/// What values mean, from `wizard/facts/capture.ron`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Meanings {
    unmanaged: Vec<String>,
    chassis: BTreeMap<i64, String>,
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
        machine::put(
            self.findings,
            maker.as_ref().map(|(raw, place)| (raw.as_str(), place.clone())),
            model.as_ref().map(|(raw, place)| (raw.as_str(), place.clone())),
        );
        self.text(Field::SkuNumber, "sku_number");
        self.text(Field::Serial, "serial");
        self.read(Field::Uuid, "uuid", guid);
        self.read(Field::Chassis, "chassis_type", |raw| {
            MEANINGS.as_ref().ok()?.chassis.get(&number(raw)?).cloned()
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
            self.read(Field::MemoryMb, "memory_visible", megabytes);
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

/// A number as a registry tool prints it: `0x7c8`, or in decimals.
fn number(raw: &str) -> Option<i64> {
    let raw = raw.trim();
    match raw.strip_prefix("0x").or_else(|| raw.strip_prefix("0X")) {
        Some(digits) => i64::from_str_radix(digits, 16).ok(),
        None => raw.parse().ok(),
    }
    .filter(|number| *number >= 0)
}

fn positive(raw: &str) -> Option<i64> {
    number(raw).filter(|number| *number > 0)
}

/// `True` or `False`.
fn truth(raw: &str) -> Option<bool> {
    match raw.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// 1 or 0, as the registry keeps a switch.
fn switch(raw: &str) -> Option<bool> {
    match number(raw)? {
        0 => Some(false),
        1 => Some(true),
        _ => None,
    }
}

/// `16,265 MB`, `16.265 MB`, `4 095 МБ`: whole megabytes.
fn megabytes(raw: &str) -> Option<i64> {
    let unit = raw.find(char::is_alphabetic)?;
    let (digits, unit) = raw.split_at(unit);
    let of_megabytes = unit.chars().next().is_some_and(|c| "mMмМ".contains(c));
    of_megabytes.then(|| grouped(digits)).flatten()
}

/// `127,339,827,200 (118.6 GB)` or the digits alone.
fn bytes(raw: &str) -> Option<i64> {
    let digits = raw.split('(').next().unwrap_or_default();
    let plain = !digits.chars().any(char::is_alphabetic);
    plain.then(|| grouped(digits)).flatten()
}

/// The digits of a number, whatever separates their groups.
fn grouped(text: &str) -> Option<i64> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok().filter(|number| *number > 0)
}

fn guid(raw: &str) -> Option<String> {
    let id = uuid::Uuid::try_parse(raw.trim_start_matches('{').trim_end_matches('}')).ok()?;
    (!id.is_nil() && !id.is_max()).then(|| id.to_string())
}

/// `2026-11-22T13:01:10Z` of PowerShell, or the time that dsregcmd prints.
fn time(raw: &str) -> Option<String> {
    let read = raw.parse::<jiff::Timestamp>().ok().or_else(|| moment(raw));
    read.map(|time| time.to_string())
}

/// `PROCESSOR_ARCHITECTURE` of the machine.
fn architecture(raw: &str) -> Option<&'static str> {
    match raw.to_ascii_lowercase().as_str() {
        "amd64" => Some("x64"),
        "arm64" => Some("arm64"),
        "x86" => Some("x86"),
        _ => None,
    }
}

/// `UEFI` or `Legacy` of the environment, or the numbers of the registry.
fn firmware(raw: &str) -> Option<&'static str> {
    match raw.to_ascii_lowercase().as_str() {
        "uefi" => Some("uefi"),
        "legacy" | "bios" => Some("bios"),
        _ => match number(raw)? {
            1 => Some("bios"),
            2 => Some("uefi"),
            _ => None,
        },
    }
}

/// The group of the key that a product ID begins with: `00330-5` is 3305.
fn key_group(raw: &str) -> Option<i64> {
    let (head, tail) = raw.split_once('-')?;
    let plain = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    (head.len() == 5 && tail.len() == 1 && plain(head) && plain(tail))
        .then(|| format!("{head}{tail}").parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_in_every_language() {
        for (raw, expected) in [
            ("16,265 MB", Some(16_265)),
            ("16.265 MB", Some(16_265)),
            ("2\u{a0}047 Mo", Some(2_047)),
            ("4 095 МБ", Some(4_095)),
            ("16 GB", None),
            ("Contoso", None),
        ] {
            assert_eq!(megabytes(raw), expected, "{raw}");
        }
        assert_eq!(bytes(" 127,339,827,200 (118.6 GB)"), Some(127_339_827_200));
        assert_eq!(bytes("510770802688"), Some(510_770_802_688));
        assert_eq!(bytes("requires administrative privileges 1"), None);
    }

    #[test]
    fn numbers_of_the_registry_are_hexadecimal_or_not() {
        assert_eq!((number("0x7c8"), number("1992")), (Some(1992), Some(1992)));
        assert_eq!((number("-1"), number("0xfffffffffffffffff")), (None, None));
        assert_eq!((switch("0x1"), switch("0"), switch("2")), (Some(true), Some(false), None));
    }

    #[test]
    fn a_product_id_gives_its_group_and_nothing_else_does() {
        assert_eq!(key_group("00330-5"), Some(3305));
        for raw in ["00330", "00330-55", "0033A-5", "00330-80000-00000-AA123"] {
            assert_eq!(key_group(raw), None, "{raw}");
        }
    }
}
