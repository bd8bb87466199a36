//! `Get-CimInstance … | ConvertTo-Json`: one class or several, one object or
//! lists of them. PowerShell 7 adds a description of the class to each object,
//! of which only the name counts.

mod class;

use jiff::Timestamp;
use serde_json::{Map, Value};

use super::computerinfo::{self, enums};
use super::content::Content;
use super::fields::{self, Entry};
use super::findings::Findings;
use super::format::{Format, Reader};
use super::{chassis, cpu, hardware_uuid, junk, machine, os_name, product_key, tpm};
use crate::device::{Field, Place};
use class::Class;

pub(super) const READER: Reader = Reader { format: Format::CimJson, recognise, read };

type Object = Map<String, Value>;

fn recognise(content: &Content) -> Option<String> {
    let document = content.document()?;
    if (computerinfo::READER.recognise)(content).is_some() {
        return None;
    }
    let (class, _) = objects(&document.value).into_iter().next()?;
    Some(format!("The JSON has an object of the class {}.", class::title(class)))
}

/// The objects of known classes: those at the top, and those in lists or under
/// names of the person's own choice.
fn objects(value: &Value) -> Vec<(Class, &Object)> {
    const DEEPEST: usize = 4;
    let mut found = Vec::new();
    gather(value, DEEPEST, &mut found);
    found
}

fn gather<'a>(value: &'a Value, depth: usize, found: &mut Vec<(Class, &'a Object)>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::Array(list) => list.iter().for_each(|one| gather(one, depth, found)),
        Value::Object(object) => match class::class_of(object) {
            Some(class) => found.push((class, object)),
            None if object.contains_key("CimClass") || object.contains_key("content") => {}
            None => object.values().for_each(|one| gather(one, depth, found)),
        },
        _ => {}
    }
}

fn read(content: &Content, findings: &mut Findings) {
    let Some(document) = content.document() else { return };
    let mut reader = Classes { objects: objects(&document.value), findings };
    if reader.all(Class::ComputerSystem).count() > 1 {
        reader.findings.problem(
            0,
            "The file holds several computers; the first one was read. Give each its own file.",
        );
        return reader.first_computer();
    }
    reader.system();
    reader.windows();
    reader.membership();
    reader.memory();
    reader.processors();
    reader.storage();
    reader.tpm();
}

struct Classes<'a> {
    objects: Vec<(Class, &'a Object)>,
    findings: &'a mut Findings,
}

impl<'a> Classes<'a> {
    fn all(&self, class: Class) -> impl Iterator<Item = &'a Object> {
        let of_class =
            move |(one, object): &(Class, &'a Object)| (*one == class).then_some(*object);
        self.objects.iter().filter_map(of_class)
    }

    fn find(&self, class: Class, names: &[&str]) -> Option<Entry<'a>> {
        fields::find(self.all(class).next()?, names)
    }

    /// Which of the other objects belong to which computer is not known.
    fn first_computer(&mut self) {
        self.objects.retain(|(class, _)| *class == Class::ComputerSystem);
        self.objects.truncate(1);
        self.system();
        self.membership();
    }

    /// Keeps the first of these that says something.
    fn text(&mut self, field: Field, sources: &[(Class, &str)]) {
        for (class, name) in sources {
            if let Some((text, place)) = self.find(*class, &[name]).and_then(with_text)
                && !junk::is_junk(&text)
            {
                return self.findings.put_text(field, &text, place);
            }
        }
    }

    fn system(&mut self) {
        self.text(
            Field::Hostname,
            &[
                (Class::ComputerSystem, "DNSHostName"),
                (Class::ComputerSystem, "Name"),
                (Class::OperatingSystem, "CSName"),
            ],
        );
        let found = |system, product| {
            let in_system = self.find(Class::ComputerSystem, &[system]);
            in_system.or_else(|| self.find(Class::Product, &[product])).and_then(with_text)
        };
        let (maker, model) = (found("Manufacturer", "Vendor"), found("Model", "Name"));
        machine::put(
            self.findings,
            maker.as_ref().map(|(text, place)| (text.as_str(), place.clone())),
            model.as_ref().map(|(text, place)| (text.as_str(), place.clone())),
        );
        self.text(Field::SkuNumber, &[(Class::ComputerSystem, "SystemSKUNumber")]);
        self.text(
            Field::Serial,
            &[(Class::Bios, "SerialNumber"), (Class::Product, "IdentifyingNumber")],
        );
        if let Some((raw, place)) = self.find(Class::Product, &["UUID"]).and_then(with_text)
            && let Some(id) = hardware_uuid::of_text(&raw)
        {
            self.findings.put(Field::Uuid, id.to_string(), &raw, place);
        }
        if let Some((raw, place)) =
            self.find(Class::ComputerSystem, &["SystemType"]).and_then(with_text)
        {
            self.findings.put_some(Field::Architecture, enums::architecture(&raw), &raw, place);
        }
        self.chassis();
    }

    /// A device says first what it is; a second type is that of its dock.
    fn chassis(&mut self) {
        let Some(entry) = self.find(Class::Enclosure, &["ChassisTypes"]) else { return };
        let first = entry.value.as_array().map_or(Some(entry.value), |types| types.first());
        let number = first.and_then(Value::as_u64).and_then(|number| u8::try_from(number).ok());
        let raw = number.map(|number| number.to_string()).unwrap_or_default();
        let name = number.and_then(chassis::name);
        self.findings.put_some(Field::Chassis, name, &raw, entry.place());
    }

    fn windows(&mut self) {
        let find = |names: &[&str]| self.find(Class::OperatingSystem, names).and_then(with_text);
        let (name, kind) = (find(&["Caption"]), find(&["ProductType"]));
        let (sku, build) = (find(&["OperatingSystemSKU"]), find(&["BuildNumber", "Version"]));
        let time = self.find(Class::OperatingSystem, &["LocalDateTime"]);
        // The serial number of a Windows is its Product ID.
        if let Some((id, place)) = find(&["SerialNumber"]) {
            product_key::put_group(self.findings, &id, place);
        }
        if let Some((raw, place)) = name {
            let edition = os_name::read(&raw).and_then(|known| known.edition_id);
            self.findings.put_some(Field::EditionId, edition, &raw, place);
        }
        if let Some((raw, place)) = kind {
            self.findings.put_some(Field::InstallationType, enums::product_type(&raw), &raw, place);
        }
        if let Some((raw, place)) = sku {
            self.findings.put_some(Field::Sku, enums::sku(&raw), &raw, place);
        }
        if let Some((raw, place)) = build {
            let build: Option<u32> = raw.rsplit('.').next().and_then(|last| last.parse().ok());
            self.findings.put_some(Field::Build, build, &raw, place);
        }
        if let Some(entry) = time
            && let Some(raw) = enums::date_text(entry.value)
        {
            let time = enums::moment(raw).as_ref().map(Timestamp::to_string);
            self.findings.put_some(Field::ObservedAt, time, raw, entry.place());
        }
    }

    fn membership(&mut self) {
        let find = |name| self.find(Class::ComputerSystem, &[name]);
        let role = |entry: Entry<'a>| Some((entry, enums::is_member(&entry.text()?)?));
        let joined = find("PartOfDomain")
            .and_then(|entry| Some((entry, entry.answer()?)))
            .or_else(|| find("DomainRole").and_then(role));
        let user = find("UserName").and_then(with_text);
        if let Some((entry, answer)) = joined {
            let raw = entry.text().unwrap_or_default();
            self.findings.put(Field::DomainJoined, answer, &raw, entry.place());
            if answer {
                self.text(Field::Domain, &[(Class::ComputerSystem, "Domain")]);
            }
        }
        if let Some((name, place)) = user
            && super::dsregcmd::is_entra_account(&name)
        {
            self.findings.put(Field::UserIsEntra, true, &name, place);
        }
    }

    /// The modules tell what is installed; the others what Windows sees.
    fn memory(&mut self) {
        const MIB: i64 = 1024 * 1024;
        let modules = self.sum(Class::PhysicalMemory, "Capacity").map(|(sum, at)| (sum / MIB, at));
        let visible = |class, name, per_megabyte| {
            let entry = self.find(class, &[name])?;
            Some((entry.number()? / per_megabyte, entry.place()))
        };
        let found = modules
            .or_else(|| visible(Class::ComputerSystem, "TotalPhysicalMemory", MIB))
            .or_else(|| visible(Class::OperatingSystem, "TotalVisibleMemorySize", 1024));
        if let Some((megabytes, place)) = found.filter(|(megabytes, _)| *megabytes > 0) {
            self.findings.put(Field::MemoryMb, megabytes, &megabytes.to_string(), place);
        }
    }

    /// The sum over all objects of a class; `None` unless each has the key.
    fn sum(&self, class: Class, name: &str) -> Option<(i64, Place)> {
        let place = self.find(class, &[name])?.place();
        let mut counts = self.all(class).map(|one| fields::find(one, &[name])?.number());
        let sum = counts.try_fold(0_i64, |sum, count| sum.checked_add(count?))?;
        (sum > 0).then_some((sum, place))
    }

    fn processors(&mut self) {
        for (field, name) in
            [(Field::CpuCores, "NumberOfCores"), (Field::CpuThreads, "NumberOfLogicalProcessors")]
        {
            if let Some((count, place)) = self.sum(Class::Processor, name) {
                self.findings.put(field, count, &count.to_string(), place);
            }
        }
        self.text(Field::CpuName, &[(Class::Processor, "Name")]);
        self.text(Field::CpuVendor, &[(Class::Processor, "Manufacturer")]);
        let clock = self.find(Class::Processor, &["MaxClockSpeed"]);
        let described =
            self.find(Class::Processor, &["Description", "Caption"]).and_then(with_text);
        if let Some((entry, mhz)) = clock.and_then(|entry| Some((entry, entry.number()?))) {
            self.findings.put(Field::CpuMhz, mhz, &mhz.to_string(), entry.place());
        }
        if let Some((description, place)) = described {
            cpu::put(self.findings, &description, &place);
        }
    }

    /// The volume of Windows, else the only fixed disk.
    fn storage(&mut self) {
        let letter = self.find(Class::OperatingSystem, &["SystemDrive"]).and_then(Entry::text);
        let letter = letter.unwrap_or_else(|| "C:".to_owned());
        let is_windows = |volume: &&Object| {
            let id = fields::find(volume, &["DeviceID"]).and_then(Entry::text);
            id.is_some_and(|id| id.eq_ignore_ascii_case(&letter))
        };
        let volume = self.all(Class::LogicalDisk).find(is_windows);
        let disks: Vec<&Object> =
            self.all(Class::DiskDrive).filter(|disk| is_fixed(disk)).collect();
        let (found, kind) = match (volume, disks.as_slice()) {
            (Some(volume), _) => (volume, "system-volume"),
            (None, [disk]) => (*disk, "disk"),
            (None, []) => return,
            _ => {
                return self.findings.problem(
                    0,
                    "There are several disks, and the file does not say which one holds Windows, \
                     so storage is not known.",
                );
            }
        };
        if let Some(entry) = fields::find(found, &["Size"])
            && let Some(bytes) = entry.number().filter(|bytes| *bytes > 0)
        {
            let raw = bytes.to_string();
            self.findings.put(Field::StorageBytes, bytes, &raw, entry.place());
            self.findings.put(Field::StorageKind, kind, &raw, entry.place());
        }
    }

    fn tpm(&mut self) {
        let find = |name| self.find(Class::Tpm, &[name]).and_then(with_text);
        let (version, vendor) = (find("SpecVersion"), find("ManufacturerIdTxt"));
        let full = find("ManufacturerVersionFull20").filter(|(raw, _)| tpm::is_version(raw));
        if let Some((raw, place)) = version {
            let first = raw.split(',').next().unwrap_or_default().trim();
            let version = ["2.0", "1.2"].into_iter().find(|version| *version == first);
            self.findings.put_some(Field::TpmVersion, version, &raw, place);
        }
        if let Some((raw, place)) = vendor {
            self.findings.put_some(Field::TpmVendor, tpm::vendor(&raw), &raw, place);
        }
        match full {
            Some((raw, place)) => self.findings.put_text(Field::TpmFirmware, &raw, place),
            None => self.text(Field::TpmFirmware, &[(Class::Tpm, "ManufacturerVersion")]),
        }
    }
}

/// `InterfaceType` is not asked: it says SCSI for USB and for most SSDs.
fn is_fixed(disk: &Object) -> bool {
    let kind = fields::find(disk, &["MediaType"]).and_then(Entry::text);
    kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("fixed hard disk"))
}

fn with_text(entry: Entry<'_>) -> Option<(String, Place)> {
    Some((entry.text()?, entry.place()))
}
