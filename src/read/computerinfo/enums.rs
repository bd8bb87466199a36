//! The enums of `Get-ComputerInfo`: numbers in JSON of 5.1, names in others.

use jiff::Timestamp;
use serde_json::Value;

/// `BiosFirmwareType`.
pub(in crate::read) fn firmware(raw: &str) -> Option<&'static str> {
    match raw.to_ascii_lowercase().as_str() {
        "1" | "bios" => Some("bios"),
        "2" | "uefi" => Some("uefi"),
        _ => None,
    }
}

/// `CsSystemType`, for example `x64-based PC`.
pub(in crate::read) fn architecture(raw: &str) -> Option<&'static str> {
    match raw.split('-').next()?.to_ascii_lowercase().as_str() {
        "x64" => Some("x64"),
        "x86" => Some("x86"),
        "arm64" => Some("arm64"),
        _ => None,
    }
}

/// `WindowsInstallationType`.
pub(in crate::read) fn installation(raw: &str) -> Option<&'static str> {
    ["Client", "Server", "Server Core"].into_iter().find(|one| one.eq_ignore_ascii_case(raw))
}

/// `OsProductType`; whether a server is a Server Core it does not tell.
pub(in crate::read) fn product_type(raw: &str) -> Option<&'static str> {
    match raw.to_ascii_lowercase().as_str() {
        "1" | "workstation" => Some("Client"),
        "2" | "3" | "domaincontroller" | "server" => Some("Server"),
        _ => None,
    }
}

/// `CsDomainRole`: whether the device is a member or a controller of a domain.
pub(in crate::read) fn is_member(raw: &str) -> Option<bool> {
    match raw.to_ascii_lowercase().as_str() {
        "0" | "2" | "standaloneworkstation" | "standaloneserver" => Some(false),
        "1"
        | "3"
        | "4"
        | "5"
        | "memberworkstation"
        | "memberserver"
        | "backupdomaincontroller"
        | "primarydomaincontroller" => Some(true),
        _ => None,
    }
}

/// `OsOperatingSystemSKU`; the few names that PowerShell knows are old ones.
pub(in crate::read) fn sku(raw: &str) -> Option<u32> {
    match raw.to_ascii_lowercase().as_str() {
        "enterpriseedition" => Some(4),
        "standardserveredition" => Some(7),
        "datacenterserveredition" => Some(8),
        "" | "0" | "undefined" => None,
        number => number.parse().ok(),
    }
}

/// A date as text, also where 5.1 wraps it in an object.
pub(in crate::read) fn date_text(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("value")?.as_str())
}

/// `/Date(1763800000000)/` of 5.1, or ISO 8601 with an offset of 7.
pub(in crate::read) fn moment(raw: &str) -> Option<Timestamp> {
    if let Some(inner) = raw.strip_prefix("/Date(") {
        let digits = inner.split([')', '+']).next()?;
        return Timestamp::from_millisecond(digits.parse().ok()?).ok();
    }
    raw.parse().ok()
}
