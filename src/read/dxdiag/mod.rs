//! `dxdiag`: its text (`/t`) and its XML (`/x`).
//!
//! Labels are English on every Windows; only the name of the edition is
//! translated. It tells nothing of the TPM and of Secure Boot.

mod text;
mod xml;

pub(super) use text::READER as TEXT;
pub(super) use xml::READER as XML;

use super::findings::Findings;
use super::{machine, os_name, system};
use crate::device::{Field, Place};

/// The first value of each label, and where it stands.
#[derive(Debug, Default)]
struct Rows {
    rows: Vec<(String, String, Place)>,
}

impl Rows {
    /// Labels of both formats differ in case and blanks alone.
    fn take(&mut self, label: &str, value: &str, place: Place) {
        let label = folded(label);
        let says = !value.trim().is_empty() && WANTED.contains(&label.as_str());
        if says && self.find(&label).is_none() {
            self.rows.push((label, value.trim().to_owned(), place));
        }
    }

    fn find(&self, label: &str) -> Option<(&str, Place)> {
        let found = self.rows.iter().find(|(one, _, _)| one == label);
        found.map(|(_, value, place)| (value.as_str(), place.clone()))
    }
}

/// The labels that are read, without blanks and in lower case.
const WANTED: [&str; 8] = [
    "machinename",
    "operatingsystem",
    "systemmanufacturer",
    "systemmodel",
    "bios",
    "processor",
    "memory",
    "windowsdir",
];

fn folded(label: &str) -> String {
    label.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase()
}

fn read(rows: &Rows, findings: &mut Findings) {
    if let Some((name, place)) = rows.find("machinename") {
        findings.put_text(Field::Hostname, name, place);
    }
    if let Some((os, place)) = rows.find("operatingsystem") {
        put_windows(findings, os, &place);
    }
    machine::put(findings, rows.find("systemmanufacturer"), rows.find("systemmodel"));
    if let Some((bios, place)) = rows.find("bios") {
        findings.put_some(Field::Firmware, firmware(bios), bios, place);
    }
    if let Some((processor, place)) = rows.find("processor") {
        put_processor(findings, processor, &place);
    }
    if let Some((memory, place)) = rows.find("memory") {
        findings.put_some(Field::MemoryMb, system::megabytes(memory), memory, place);
    }
}

/// `Windows 11 Pro 64-bit (10.0, Build 26100) (26100.ge_release.…)`.
fn put_windows(findings: &mut Findings, text: &str, place: &Place) {
    let (name, version) = text.split_once(" (").unwrap_or((text, ""));
    let words = name.split_whitespace().filter(|word| !word.starts_with("64") && *word != "32-bit");
    let name = words.collect::<Vec<_>>().join(" ");
    if let Some(known) = os_name::read(&name) {
        let installed = system::installation(known.server);
        findings.put_some(Field::EditionId, known.edition_id, text, place.clone());
        findings.put(Field::InstallationType, installed, text, place.clone());
    }
    let digits = version.split_once("Build ").and_then(|(_, rest)| rest.split(')').next());
    let build: Option<u32> = digits.and_then(|digits| digits.trim().parse().ok());
    findings.put_some(Field::Build, build, text, place.clone());
}

/// `N24ET60W (1.35 ) (type: UEFI)`.
fn firmware(bios: &str) -> Option<&'static str> {
    let kind = bios.rsplit_once("(type:")?.1.trim().trim_end_matches(')').trim();
    match kind.to_ascii_lowercase().as_str() {
        "uefi" => Some("uefi"),
        "bios" => Some("bios"),
        _ => None,
    }
}

/// `Intel(R) Core(TM) i7-8550U CPU @ 1.80GHz (8 CPUs), ~2.0GHz`.
fn put_processor(findings: &mut Findings, text: &str, place: &Place) {
    let Some((name, rest)) = text.rsplit_once(" (") else {
        return findings.put_text(Field::CpuName, text, place.clone());
    };
    findings.put_text(Field::CpuName, name, place.clone());
    let threads: Option<u32> = rest.split_whitespace().next().and_then(|word| word.parse().ok());
    findings.put_some(Field::CpuThreads, threads, text, place.clone());
    let mhz = rest.split_once('~').and_then(|(_, clock)| megahertz(clock));
    findings.put_some(Field::CpuMhz, mhz, text, place.clone());
}

/// `2.0GHz` or `1992MHz`.
fn megahertz(clock: &str) -> Option<u32> {
    let clock = clock.trim().to_ascii_lowercase();
    if let Some(mhz) = clock.strip_suffix("mhz") {
        return mhz.trim().parse().ok();
    }
    let (whole, fraction) = clock.strip_suffix("ghz")?.trim().split_once('.')?;
    let (whole, tenth): (u32, u32) = (whole.parse().ok()?, fraction.get(..1)?.parse().ok()?);
    whole.checked_mul(1000)?.checked_add(tenth * 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_read_in_both_units() {
        assert_eq!((megahertz("2.0GHz"), megahertz("1992MHz")), (Some(2000), Some(1992)));
        assert_eq!((megahertz("fast"), megahertz("9999999.0GHz")), (None, None));
    }
}
