//! `Get-ComputerInfo`, as JSON and as it prints, of Windows PowerShell 5.1 and PowerShell 7.
//!
//! Traps that were checked over real captures: 5.1 misspells two keys and 7
//! corrects them; `WindowsProductName` says Windows 10 on Windows 11 and
//! `WindowsVersion` stays `2009`, so neither is read.

pub(super) mod enums;
mod text;

use serde_json::{Map, Value};

use super::content::Content;
use super::fields::{self, Entry};
use super::findings::Findings;
use super::format::{Format, Reader};
use super::{cpu, dsregcmd, junk, machine, os_name, product_key};
use crate::device::{Field, Place};

pub(super) use text::READER as TEXT;

pub(super) const READER: Reader = Reader { format: Format::ComputerInfoJson, recognise, read };

/// Keys of which two show that `Get-ComputerInfo` wrote the object.
const MARKS: [&str; 13] = [
    "WindowsBuildLabEx",
    "WindowsEditionId",
    "WindowsProductName",
    "BiosFirmwareType",
    "BiosSeralNumber",
    "CsManufacturer",
    "CsModel",
    "CsSystemType",
    "CsName",
    "CsDNSHostName",
    "OsBuildNumber",
    "OsName",
    "OsVersion",
];

fn recognise(content: &Content) -> Option<String> {
    let object = content.document()?.object()?;
    let marks: Vec<&str> = MARKS.into_iter().filter(|mark| object.contains_key(*mark)).collect();
    let [first, second, ..] = marks.as_slice() else { return None };
    Some(format!("The JSON has the keys {first} and {second} of Get-ComputerInfo."))
}

fn read(content: &Content, findings: &mut Findings) {
    let Some(document) = content.document() else { return };
    let Some(object) = document.object() else { return };
    if document.len() > 1 {
        findings.problem(
            0,
            "The file holds several computers; the first one was read. Give each its own file.",
        );
    }
    read_object(object, findings);
}

fn read_object(object: &Map<String, Value>, findings: &mut Findings) {
    let mut reader = Objects { object, findings };
    reader.system();
    reader.windows();
    reader.membership();
    reader.memory();
    reader.processors();
    reader.observed_at();
}

struct Objects<'a> {
    object: &'a Map<String, Value>,
    findings: &'a mut Findings,
}

impl<'a> Objects<'a> {
    fn find(&self, names: &[&str]) -> Option<Entry<'a>> {
        fields::find(self.object, names)
    }

    /// Keeps the first of these keys that holds a text which says something.
    fn text(&mut self, field: Field, names: &[&str]) {
        for name in names {
            let Some(entry) = self.find(&[name]) else { continue };
            if let Some(text) = entry.text().filter(|text| !junk::is_junk(text)) {
                self.findings.put_text(field, &text, entry.place());
                return;
            }
        }
    }

    /// Keeps what `understand` makes of the first of these keys.
    fn word(
        &mut self,
        field: Field,
        names: &[&str],
        understand: impl Fn(&str) -> Option<&'static str>,
    ) {
        if let Some(entry) = self.find(names)
            && let Some(raw) = entry.text()
        {
            self.findings.put_some(field, understand(&raw), &raw, entry.place());
        }
    }

    fn system(&mut self) {
        self.text(Field::Hostname, &["CsDNSHostName", "CsName", "CsCaption"]);
        let maker = self.find(&["CsManufacturer"]).and_then(Entry::with_place);
        let model = self.find(&["CsModel"]).and_then(Entry::with_place);
        machine::put(self.findings, maker, model);
        self.text(Field::SkuNumber, &["CsSystemSKUNumber"]);
        self.text(Field::Serial, &["BiosSeralNumber", "BiosSerialNumber"]);
        self.word(Field::Firmware, &["BiosFirmwareType"], enums::firmware);
        self.word(Field::Architecture, &["CsSystemType"], enums::architecture);
    }

    fn windows(&mut self) {
        self.text(Field::EditionId, &["WindowsEditionId"]);
        if self.find(&["WindowsEditionId"]).is_none()
            && let Some((name, place)) =
                self.find(&["OsName", "OsCaption"]).and_then(Entry::with_place)
        {
            let edition = os_name::read(&name).and_then(|known| known.edition_id);
            self.findings.put_some(Field::EditionId, edition, &name, place);
        }
        if let Some(entry) = self.find(&["OsOperatingSystemSKU"]) {
            let raw = entry.text().unwrap_or_default();
            self.findings.put_some(Field::Sku, enums::sku(&raw), &raw, entry.place());
        }
        self.word(Field::InstallationType, &["WindowsInstallationType"], enums::installation);
        if self.find(&["WindowsInstallationType"]).is_none() {
            self.word(Field::InstallationType, &["OsProductType"], enums::product_type);
        }
        self.build();
        self.text(Field::Release, &["OSDisplayVersion"]);
        if let Some((id, place)) = self.find(&["WindowsProductId"]).and_then(Entry::with_place) {
            product_key::put_group(self.findings, &id, place);
        }
    }

    fn build(&mut self) {
        if let Some(entry) = self.find(&["OsBuildNumber", "OsVersion"])
            && let Some(raw) = entry.text()
        {
            let build: Option<u32> = raw.rsplit('.').next().and_then(|last| last.parse().ok());
            self.findings.put_some(Field::Build, build, &raw, entry.place());
        }
        if let Some(entry) = self.find(&["WindowsUBR"])
            && let Some(raw) = entry.text()
        {
            self.findings.put_some(Field::Revision, entry.number(), &raw, entry.place());
        }
    }

    fn membership(&mut self) {
        let part_of = self.find(&["CsPartOfDomain"]);
        let role = self.find(&["CsDomainRole"]);
        let joined = part_of
            .and_then(|entry| Some((entry, entry.answer()?)))
            .or_else(|| role.and_then(|entry| Some((entry, enums::is_member(&entry.text()?)?))));
        if let Some((entry, answer)) = joined {
            let raw = entry.text().unwrap_or_default();
            self.findings.put(Field::DomainJoined, answer, &raw, entry.place());
            if answer {
                self.text(Field::Domain, &["CsDomain"]);
            }
        }
        if let Some((name, place)) = self.find(&["CsUserName"]).and_then(Entry::with_place)
            && dsregcmd::is_entra_account(&name)
        {
            self.findings.put(Field::UserIsEntra, true, &name, place);
        }
    }

    /// Installed and visible memory are in KB, the total in bytes.
    fn memory(&mut self) {
        const SOURCES: [(&[&str], i64); 3] = [
            (&["CsPhyicallyInstalledMemory", "CsPhysicallyInstalledMemory"], 1024),
            (&["CsTotalPhysicalMemory"], 1024 * 1024),
            (&["OsTotalVisibleMemorySize"], 1024),
        ];
        for (names, per_megabyte) in SOURCES {
            if let Some(entry) = self.find(names)
                && let Some(count) = entry.number().filter(|count| *count > 0)
            {
                let raw = count.to_string();
                self.findings.put(Field::MemoryMb, count / per_megabyte, &raw, entry.place());
                return;
            }
        }
    }

    /// The first processor tells what they are; cores and threads add up.
    fn processors(&mut self) {
        let Some(list) = self.find(&["CsProcessors"]).filter(|list| list.objects().count() > 0)
        else {
            return self.threads_alone();
        };
        let place = list.place();
        let total = |names: &[&str]| -> Option<i64> {
            let mut counts = list.objects().map(|one| fields::find(one, names)?.number());
            counts.try_fold(0_i64, |sum, count| sum.checked_add(count?))
        };
        let cores = total(&["NumberOfCores"]).filter(|count| *count > 0);
        let threads = total(&["NumberOfLogicalProcessors"]).filter(|count| *count > 0);
        for (field, count) in [(Field::CpuCores, cores), (Field::CpuThreads, threads)] {
            let raw = count.map(|count| count.to_string()).unwrap_or_default();
            self.findings.put_some(field, count, &raw, place.clone());
        }
        if let Some(first) = list.objects().next() {
            self.processor(first, &place);
        }
    }

    fn processor(&mut self, first: &Map<String, Value>, place: &Place) {
        let text = |name: &str| fields::find(first, &[name]).and_then(Entry::text);
        if let Some(name) = text("Name") {
            self.findings.put_text(Field::CpuName, &name, place.clone());
        }
        if let Some(vendor) = text("Manufacturer") {
            self.findings.put_text(Field::CpuVendor, &vendor, place.clone());
        }
        if let Some(clock) = fields::find(first, &["MaxClockSpeed"]).and_then(Entry::number) {
            self.findings.put(Field::CpuMhz, clock, &clock.to_string(), place.clone());
        }
        if let Some(description) = text("Description") {
            cpu::put(self.findings, &description, place);
        }
    }

    /// Where the processors are missing or were flattened into text.
    fn threads_alone(&mut self) {
        if let Some((list, place)) = self.find(&["CsProcessors"]).and_then(Entry::with_place)
            && let Some(names) = list.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'))
        {
            let first = names.split(", ").next().unwrap_or_default();
            self.findings.put_text(Field::CpuName, first, place);
        }
        if let Some(entry) = self.find(&["CsNumberOfLogicalProcessors"]) {
            let raw = entry.text().unwrap_or_default();
            self.findings.put_some(Field::CpuThreads, entry.number(), &raw, entry.place());
        }
    }

    fn observed_at(&mut self) {
        if let Some(entry) = self.find(&["OsLocalDateTime"])
            && let Some(raw) = enums::date_text(entry.value)
        {
            let time = enums::moment(raw).map(|time| time.to_string());
            self.findings.put_some(Field::ObservedAt, time, raw, entry.place());
        }
    }
}
