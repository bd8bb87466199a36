//! The JSON inventory of the GLPI agent:
//! `{"content": {"hardware": …, "bios": …, "operatingsystem": …}}`.

use serde_json::{Map, Value};

use super::content::Content;
use super::fields::{self, Entry};
use super::findings::Findings;
use super::format::{Format, Reader};
use super::{hardware_uuid, machine, os_name, product_key, system};
use crate::device::Field;

pub(super) const READER: Reader = Reader { format: Format::GlpiJson, recognise, read };

type Object = Map<String, Value>;

fn inventory(content: &Content) -> Option<&Object> {
    content.document()?.object()?.get("content")?.as_object()
}

fn recognise(content: &Content) -> Option<String> {
    const SECTIONS: [&str; 5] = ["hardware", "bios", "operatingsystem", "cpus", "versionclient"];
    let inventory = inventory(content)?;
    let has = |section: &&&str| inventory.contains_key(**section);
    (SECTIONS.iter().filter(has).count() >= 2)
        .then(|| "The JSON has the sections of an inventory of the GLPI agent.".to_owned())
}

fn read(content: &Content, findings: &mut Findings) {
    let Some(inventory) = inventory(content) else { return };
    let mut sections = Sections { inventory, findings };
    sections.system();
    sections.windows();
    sections.processors();
    sections.storage();
}

struct Sections<'a> {
    inventory: &'a Object,
    findings: &'a mut Findings,
}

impl<'a> Sections<'a> {
    /// The objects of a section; most sections have one.
    fn all(&self, section: &str) -> impl Iterator<Item = &'a Object> + use<'a> {
        let found = fields::find(self.inventory, &[section]);
        found.into_iter().flat_map(Entry::objects)
    }

    fn find(&self, section: &str, names: &[&str]) -> Option<Entry<'a>> {
        fields::find(self.all(section).next()?, names)
    }

    fn text(&mut self, field: Field, section: &str, name: &str) {
        if let Some((text, place)) = self.find(section, &[name]).and_then(Entry::with_place) {
            self.findings.put_text(field, &text, place);
        }
    }

    fn system(&mut self) {
        self.text(Field::Hostname, "hardware", "name");
        let maker = self.find("bios", &["smanufacturer"]).and_then(Entry::with_place);
        let model = self.find("bios", &["smodel"]).and_then(Entry::with_place);
        machine::put(self.findings, maker, model);
        self.text(Field::Serial, "bios", "ssn");
        self.text(Field::SkuNumber, "bios", "skunumber");
        self.text(Field::Chassis, "hardware", "chassis_type");
        if let Some((id, place)) = self.find("hardware", &["winprodid"]).and_then(Entry::with_place)
        {
            product_key::put_group(self.findings, &id, place);
        }
        if let Some((raw, place)) = self.find("hardware", &["uuid"]).and_then(Entry::with_place)
            && let Some(id) = hardware_uuid::of_text(&raw)
        {
            self.findings.put(Field::Uuid, id.to_string(), &raw, place);
        }
        if let Some(entry) = self.find("hardware", &["memory"])
            && let Some(megabytes) = entry.number().filter(|count| *count > 0)
        {
            self.findings.put(Field::MemoryMb, megabytes, &megabytes.to_string(), entry.place());
        }
    }

    fn windows(&mut self) {
        let find = |names: &[&str]| self.find("operatingsystem", names).and_then(Entry::with_place);
        let (name, version) = (find(&["full_name", "name"]), find(&["kernel_version", "version"]));
        let Some((name, place)) = name else { return };
        let Some(known) = os_name::read(&name) else {
            return self.findings.problem(0, "The inventory is not of a Windows computer.");
        };
        let installed = system::installation(known.server);
        self.findings.put_some(Field::EditionId, known.edition_id, &name, place.clone());
        self.findings.put(Field::InstallationType, installed, &name, place);
        if let Some((raw, place)) = version
            && let Some((build, revision)) = system::build(&raw)
        {
            self.findings.put(Field::Build, build, &raw, place.clone());
            self.findings.put_some(Field::Revision, revision, &raw, place);
        }
    }

    /// Each entry is a processor with the cores and threads that it has.
    fn processors(&mut self) {
        self.text(Field::CpuName, "cpus", "name");
        let numbers = [
            (Field::CpuMhz, "speed"),
            (Field::CpuFamily, "familynumber"),
            (Field::CpuModel, "model"),
            (Field::CpuStepping, "stepping"),
        ];
        for (field, name) in numbers {
            if let Some(entry) = self.find("cpus", &[name]) {
                let raw = entry.text().unwrap_or_default();
                self.findings.put_some(field, entry.number(), &raw, entry.place());
            }
        }
        for (field, name) in [(Field::CpuCores, "core"), (Field::CpuThreads, "thread")] {
            let mut counts = self.all("cpus").map(|cpu| fields::find(cpu, &[name])?.number());
            let sum = counts.try_fold(0_i64, |sum, count| sum.checked_add(count?));
            if let Some(sum) = sum.filter(|sum| *sum > 0)
                && let Some(entry) = self.find("cpus", &[name])
            {
                self.findings.put(field, sum, &sum.to_string(), entry.place());
            }
        }
    }

    /// The drive of Windows, in MB.
    fn storage(&mut self) {
        const MIB: i64 = 1024 * 1024;
        let is_windows = |drive: &&Object| {
            let answer = fields::find(drive, &["systemdrive"]);
            answer.is_some_and(|entry| entry.answer() == Some(true) || entry.number() == Some(1))
        };
        if let Some(drive) = self.all("drives").find(is_windows)
            && let Some(entry) = fields::find(drive, &["total"])
            && let Some(megabytes) = entry.number()
        {
            let bytes = megabytes.checked_mul(MIB).filter(|bytes| *bytes > 0);
            let (raw, place) = (megabytes.to_string(), entry.place());
            self.findings.put_some(Field::StorageBytes, bytes, &raw, place.clone());
            let kind = bytes.map(|_| "system-volume");
            self.findings.put_some(Field::StorageKind, kind, &raw, place);
        }
    }
}
