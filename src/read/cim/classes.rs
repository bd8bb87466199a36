//! What the classes say of a device, whoever wrote them down.

use jiff::Timestamp;
use serde_json::Value;

use super::Object;
use super::class::Class;
use crate::device::{Field, Place, Reading};
use crate::read::computerinfo::enums;
use crate::read::fields::{self, Entry};
use crate::read::findings::Findings;
use crate::read::{
    chassis, cpu, dsregcmd, hardware_uuid, junk, machine, os_name, product_key, tpm,
};

/// Objects of one device on their way to become readings.
pub(super) struct Classes<'a> {
    pub objects: Vec<(Class, &'a Object)>,
    pub findings: &'a mut Findings,
}

impl<'a> Classes<'a> {
    /// Reads all of them, or what is sure where they are of several computers.
    pub fn read(&mut self) {
        if self.are_of_several() {
            let message = "The file holds several computers; the first one was read. Give each \
                           its own file.";
            self.findings.problem(0, message);
        }
        self.system();
        self.windows();
        self.membership();
        self.memory();
        self.processors();
        self.storage();
        self.tpm();
    }

    /// Whether there are two of what a computer has one of. Which of the other
    /// objects belong to which is not known then, so only one is left.
    fn are_of_several(&mut self) -> bool {
        let mut once = self.objects.iter().map(|(class, _)| *class).filter(|class| class.is_once());
        let Some(class) = once.find(|class| self.all(*class).nth(1).is_some()) else {
            return false;
        };
        let has_system = self.all(Class::ComputerSystem).next().is_some();
        let kept = if has_system { Class::ComputerSystem } else { class };
        self.objects.retain(|(class, _)| *class == kept);
        self.objects.truncate(1);
        true
    }

    fn all(&self, class: Class) -> impl Iterator<Item = &'a Object> {
        let of_class =
            move |(one, object): &(Class, &'a Object)| (*one == class).then_some(*object);
        self.objects.iter().filter_map(of_class)
    }

    fn find(&self, class: Class, names: &[&str]) -> Option<Entry<'a>> {
        Some(fields::find(self.all(class).next()?, names)?.of(class.title()))
    }

    /// Keeps the first of these that says something.
    fn text(&mut self, field: Field, sources: &[(Class, &str)]) {
        for (class, name) in sources {
            if let Some((text, place)) = self.find(*class, &[name]).and_then(Entry::with_place)
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
        self.name_of_remote();
        let found = |system, product| {
            let in_system = self.find(Class::ComputerSystem, &[system]);
            in_system.or_else(|| self.find(Class::Product, &[product])).and_then(Entry::with_place)
        };
        let (maker, model) = (found("Manufacturer", "Vendor"), found("Model", "Name"));
        machine::put(self.findings, maker, model);
        self.text(Field::SkuNumber, &[(Class::ComputerSystem, "SystemSKUNumber")]);
        self.text(
            Field::Serial,
            &[(Class::Bios, "SerialNumber"), (Class::Product, "IdentifyingNumber")],
        );
        if let Some((raw, place)) = self.find(Class::Product, &["UUID"]).and_then(Entry::with_place)
            && let Some(id) = hardware_uuid::of_text(&raw)
        {
            self.findings.put(Field::Uuid, id.to_string(), &raw, place);
        }
        if let Some((raw, place)) =
            self.find(Class::ComputerSystem, &["SystemType"]).and_then(Entry::with_place)
        {
            self.findings.put_some(Field::Architecture, enums::architecture(&raw), &raw, place);
        }
        self.chassis();
    }

    /// Remote commands add the name by which the computer was asked.
    fn name_of_remote(&mut self) {
        let known = |reading: &Reading| reading.field == Field::Hostname;
        if self.findings.readings.iter().any(known) {
            return;
        }
        let named = |(class, object): &(Class, &'a Object)| {
            let entry = fields::find(object, &["PSComputerName", "__SERVER"])?;
            entry.of(class.title()).with_place()
        };
        if let Some((name, place)) = self.objects.iter().find_map(named) {
            let is_address =
                name.contains(':') || name.chars().all(|c| c.is_ascii_digit() || c == '.');
            let is_name = !is_address && !name.eq_ignore_ascii_case("localhost");
            let host = name.split('.').next().unwrap_or_default();
            self.findings.put_some(
                Field::Hostname,
                is_name.then_some(host.to_owned()),
                &name,
                place,
            );
        }
    }

    /// A device says first what it is; a second type is that of its dock.
    fn chassis(&mut self) {
        let Some(entry) = self.find(Class::Enclosure, &["ChassisTypes"]) else { return };
        let first = entry.value.as_array().map_or(Some(entry.value), |types| types.first());
        // In a list that was printed it is a text such as `{10, 24}`.
        let printed = |value: &Value| {
            let first = value.as_str()?.trim_matches(['{', '}']).split(',').next()?;
            first.trim().parse().ok()
        };
        let number = first.and_then(|value| value.as_u64().or_else(|| printed(value)));
        let number = number.and_then(|number| u8::try_from(number).ok());
        let raw = number.map(|number| number.to_string()).unwrap_or_default();
        let name = number.and_then(chassis::name);
        self.findings.put_some(Field::Chassis, name, &raw, entry.place());
    }

    fn windows(&mut self) {
        let find =
            |names: &[&str]| self.find(Class::OperatingSystem, names).and_then(Entry::with_place);
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
        let user = find("UserName").and_then(Entry::with_place);
        if let Some((entry, answer)) = joined {
            let raw = entry.text().unwrap_or_default();
            self.findings.put(Field::DomainJoined, answer, &raw, entry.place());
            if answer {
                self.text(Field::Domain, &[(Class::ComputerSystem, "Domain")]);
            }
        }
        if let Some((name, place)) = user
            && dsregcmd::is_entra_account(&name)
        {
            self.findings.put(Field::UserIsEntra, true, &name, place);
        }
    }

    /// The modules tell what is installed; the others what Windows sees.
    fn memory(&mut self) {
        const MIB: i64 = 1024 * 1024;
        let in_megabytes = |sum: Sum, unit| Sum { count: sum.count / unit, ..sum };
        let found = self
            .sum(Class::PhysicalMemory, "Capacity")
            .or_else(|| self.sum(Class::ComputerSystem, "TotalPhysicalMemory"))
            .map(|sum| in_megabytes(sum, MIB))
            .or_else(|| {
                let kilobytes = self.sum(Class::OperatingSystem, "TotalVisibleMemorySize")?;
                Some(in_megabytes(kilobytes, 1024))
            });
        if let Some(sum) = found.filter(|sum| sum.count > 0) {
            self.findings.put(Field::MemoryMb, sum.count, &sum.raw, sum.place);
        }
    }

    /// The sum over all objects of a class; `None` unless each has the key.
    fn sum(&self, class: Class, name: &str) -> Option<Sum> {
        let place = self.find(class, &[name])?.place();
        let (mut count, mut raw) = (0_i64, Vec::new());
        for object in self.all(class) {
            let entry = fields::find(object, &[name])?;
            count = count.checked_add(entry.number()?)?;
            raw.push(entry.text()?);
        }
        (count > 0).then(|| Sum { count, raw: raw.join(" + "), place })
    }

    fn processors(&mut self) {
        for (field, name) in
            [(Field::CpuCores, "NumberOfCores"), (Field::CpuThreads, "NumberOfLogicalProcessors")]
        {
            if let Some(sum) = self.sum(Class::Processor, name) {
                self.findings.put(field, sum.count, &sum.raw, sum.place);
            }
        }
        self.text(Field::CpuName, &[(Class::Processor, "Name")]);
        self.text(Field::CpuVendor, &[(Class::Processor, "Manufacturer")]);
        let clock = self.find(Class::Processor, &["MaxClockSpeed"]);
        let described =
            self.find(Class::Processor, &["Description", "Caption"]).and_then(Entry::with_place);
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
        let owner = if kind == "disk" { Class::DiskDrive } else { Class::LogicalDisk };
        if let Some(entry) = fields::find(found, &["Size"]).map(|entry| entry.of(owner.title()))
            && let Some(bytes) = entry.number().filter(|bytes| *bytes > 0)
        {
            let raw = bytes.to_string();
            self.findings.put(Field::StorageBytes, bytes, &raw, entry.place());
            self.findings.put(Field::StorageKind, kind, &raw, entry.place());
        }
    }

    fn tpm(&mut self) {
        let find = |name| self.find(Class::Tpm, &[name]).and_then(Entry::with_place);
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

/// What all objects of a class have together.
struct Sum {
    count: i64,
    /// The numbers as they stand in the file.
    raw: String,
    /// Where the first of them stands.
    place: Place,
}

/// `InterfaceType` is not asked: it says SCSI for USB and for most SSDs.
fn is_fixed(disk: &Object) -> bool {
    let kind = fields::find(disk, &["MediaType"]).and_then(Entry::text);
    kind.is_some_and(|kind| kind.to_ascii_lowercase().starts_with("fixed hard disk"))
}
