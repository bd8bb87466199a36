//! The line of JSON that Microsoft's `HardwareReadiness.ps1` prints.
//!
//! Its key `logging` lists each check with what it saw:
//! `Storage: OSDiskSize=237GB. PASS; Memory: System_Memory=8GB. PASS; …`.

use serde_json::{Map, Value};

use super::content::Content;
use super::cpu;
use super::fields::{self, Entry};
use super::findings::Findings;
use super::format::{Format, Reader};
use crate::device::{Field, Place};

pub(super) const READER: Reader = Reader { format: Format::HardwareReadiness, recognise, read };

/// The keys that the script prints, in lower case.
const KEYS: [&str; 4] = ["returncode", "returnresult", "returnreason", "logging"];

fn recognise(content: &Content) -> Option<String> {
    let object = content.document()?.object()?;
    let has = |wanted: &str| object.keys().any(|key| key.eq_ignore_ascii_case(wanted));
    let marks = KEYS.into_iter().filter(|key| has(key)).count();
    (marks >= 2).then(|| {
        "The JSON has the keys returnCode, returnResult or logging of HardwareReadiness.ps1."
            .to_owned()
    })
}

fn read(content: &Content, findings: &mut Findings) {
    let Some(object) = content.document().and_then(|document| document.object()) else { return };
    if let Some(entry) = fields::find(object, &["logging"]) {
        read_logging(findings, entry);
    } else {
        findings
            .problem(0, "The key logging is missing or empty, so nothing of the device is known.");
    }
    note_failure(findings, object);
    read_other_keys(findings, object);
}

fn read_logging(findings: &mut Findings, entry: Entry<'_>) {
    let place = entry.place();
    match entry.value {
        Value::String(log) => read_checks(findings, log, &place),
        Value::Array(list) => {
            for log in list.iter().filter_map(Value::as_str) {
                read_checks(findings, log, &place);
            }
        }
        Value::Object(checks) => {
            for (name, seen) in checks {
                match seen.as_str() {
                    Some(seen) => read_check(findings, &format!("{name}: {seen}"), &place),
                    None => left_aside(findings, &format!("logging.{name}")),
                }
            }
        }
        _ => left_aside(findings, "logging"),
    }
}

fn read_checks(findings: &mut Findings, log: &str, place: &Place) {
    for check in split_outside_braces(log) {
        read_check(findings, check, place);
    }
}

/// Splits at `; ` where no brace is open.
fn split_outside_braces(log: &str) -> Vec<&str> {
    let (mut pieces, mut start, mut depth) = (Vec::new(), 0, 0_u32);
    for (place, letter) in log.char_indices() {
        match letter {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ';' if depth == 0 => {
                pieces.extend(log.get(start..place));
                start = place + 1;
            }
            _ => {}
        }
    }
    pieces.extend(log.get(start..));
    pieces.into_iter().map(str::trim).filter(|piece| !piece.is_empty()).collect()
}

/// One check: `TPM: TPMVersion=2.0, 0, 1.38. PASS`.
fn read_check(findings: &mut Findings, check: &str, place: &Place) {
    let Some((name, seen)) = check.split_once(':') else {
        return findings.problem(0, format!("HardwareReadiness.ps1 noted: {}", short(check)));
    };
    let (seen, result) = seen.trim().rsplit_once(". ").unwrap_or((seen.trim(), ""));
    if result.trim_end_matches('.').eq_ignore_ascii_case("UNDETERMINED") {
        return findings.problem(
            0,
            format!("HardwareReadiness.ps1 could not check {name}. Run it as an administrator."),
        );
    }
    match name.trim().to_ascii_lowercase().as_str() {
        "storage" => storage(findings, seen, place),
        "memory" => memory(findings, seen, place),
        "tpm" => tpm(findings, seen, place),
        "processor" => processor(findings, seen, place),
        "secureboot" => secure_boot(findings, seen, place),
        _ => findings.problem(0, format!("HardwareReadiness.ps1 noted: {}", short(check))),
    }
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(120).collect()
}

/// The number behind `=` and before its unit.
fn amount(seen: &str) -> Option<i64> {
    let digits: String = value(seen)?.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

fn value(seen: &str) -> Option<&str> {
    seen.split_once('=').map(|(_, value)| value.trim())
}

/// The system volume in GiB.
fn storage(findings: &mut Findings, seen: &str, place: &Place) {
    const GIB: i64 = 1024 * 1024 * 1024;
    if let Some(bytes) = amount(seen).and_then(|count| count.checked_mul(GIB)) {
        findings.put(Field::StorageBytes, bytes, seen, place.clone());
        findings.put(Field::StorageKind, "system-volume", seen, place.clone());
    }
}

fn memory(findings: &mut Findings, seen: &str, place: &Place) {
    let megabytes = amount(seen).and_then(|count| count.checked_mul(1024));
    findings.put_some(Field::MemoryMb, megabytes, seen, place.clone());
}

/// `TPMVersion=2.0, 0, 1.38`, or `TPMVersion=False` where there is none.
fn tpm(findings: &mut Findings, seen: &str, place: &Place) {
    let version = match value(seen).map(|value| value.split(',').next().unwrap_or_default().trim())
    {
        Some("2.0") => Some("2.0"),
        Some("1.2") => Some("1.2"),
        Some(other) if other.eq_ignore_ascii_case("false") => Some("none"),
        _ => None,
    };
    findings.put_some(Field::TpmVersion, version, seen, place.clone());
}

/// `{AddressWidth=64; MaxClockSpeed=1992; …; Caption=Intel64 Family 6 …; }`.
fn processor(findings: &mut Findings, seen: &str, place: &Place) {
    let inner = seen.trim_start_matches('{').trim_end_matches(['}', '.']);
    let facts: Vec<(&str, &str)> =
        inner.split(';').filter_map(|fact| fact.trim().split_once('=')).collect();
    let fact = |name: &str| {
        let found = facts.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    };
    let number = |name: &str| fact(name).and_then(|value| value.parse::<u32>().ok());
    let raw = fact("Caption").unwrap_or(seen);
    findings.put_some(Field::CpuMhz, number("MaxClockSpeed"), seen, place.clone());
    findings.put_some(Field::CpuThreads, number("NumberOfLogicalCores"), seen, place.clone());
    if let Some(vendor) = fact("Manufacturer") {
        findings.put_text(Field::CpuVendor, vendor, place.clone());
    }
    let architecture = cpu::identify(raw).and_then(|found| found.architecture);
    findings.put_some(Field::Architecture, architecture, raw, place.clone());
    cpu::put(findings, raw, place);
}

/// PASS means that the firmware can do Secure Boot, also when it is off.
fn secure_boot(findings: &mut Findings, seen: &str, place: &Place) {
    let capable = match seen.to_ascii_lowercase().as_str() {
        "capable" => Some(true),
        "not capable" => Some(false),
        _ => None,
    };
    findings.put_some(Field::SecureBootCapable, capable, seen, place.clone());
}

fn note_failure(findings: &mut Findings, object: &Map<String, Value>) {
    let result = fields::find(object, &["returnResult"]).and_then(Entry::text);
    if result.is_some_and(|result| result.eq_ignore_ascii_case("FAILED TO RUN")) {
        findings.problem(
            0,
            "HardwareReadiness.ps1 says that it failed to run. Run it again as an administrator.",
        );
    }
}

/// Other scripts print more than this one does: most of them say of which
/// device, and those names are the usual ones.
fn read_other_keys(findings: &mut Findings, object: &Map<String, Value>) {
    const NAMES: [(&str, Field); 6] = [
        ("ComputerName", Field::Hostname),
        ("HostName", Field::Hostname),
        ("DeviceName", Field::Hostname),
        ("SerialNumber", Field::Serial),
        ("Manufacturer", Field::Manufacturer),
        ("Model", Field::Model),
    ];
    let others =
        object.keys().filter(|key| !KEYS.iter().any(|known| key.eq_ignore_ascii_case(known)));
    for key in others {
        let field = NAMES.iter().find(|(name, _)| key.eq_ignore_ascii_case(name));
        let entry = fields::find(object, &[key.as_str()]);
        match (field, entry.and_then(Entry::text), entry) {
            (Some((_, field)), Some(text), Some(entry)) => {
                findings.put_text(*field, &text, entry.place());
            }
            _ => left_aside(findings, key),
        }
    }
}

fn left_aside(findings: &mut Findings, key: &str) {
    let message = format!(
        "The key {} is not one that HardwareReadiness.ps1 prints; it was left aside.",
        short(key)
    );
    findings.problem(0, message);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_split_outside_braces_only() {
        let log = "Memory: System_Memory=8GB. PASS; Processor: {A=1; B=2; }. PASS; ";
        let expected = ["Memory: System_Memory=8GB. PASS", "Processor: {A=1; B=2; }. PASS"];
        assert_eq!(split_outside_braces(log), expected);
    }
}
