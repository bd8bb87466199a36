//! The firmware's table of the computer (SMBIOS, DMTF DSP0134) → readings.
//!
//! Types 0, 1 and 3 tell what it is, 4 and 17 what is in it, 43 its TPM.

mod parts;

use smbioslib::{
    SMBiosData, SMBiosInformation, SMBiosString, SMBiosSystemChassisInformation,
    SMBiosSystemInformation, SystemUuidData,
};

use super::probed::{Gathering, place};
use crate::device::{Field, Place};
use crate::read::{chassis, hardware_uuid, machine};

/// The longest table that is read, in bytes. Real ones have a few thousand.
pub(super) const LARGEST_TABLE: usize = 1024 * 1024;

const TYPE_1: &str = "SMBIOS type 1";

/// Reads the structures of a table, without the entry point before it. Says
/// whether there were any.
pub(super) fn read(table: &[u8], gathering: &mut Gathering) -> bool {
    let table = table.get(..LARGEST_TABLE).unwrap_or(table);
    let data = SMBiosData::from_vec_and_version(table.to_vec(), None);
    system(&data, gathering);
    virtual_firmware(&data, gathering);
    chassis(&data, gathering);
    parts::processors(&data, gathering);
    parts::memory(&data, gathering);
    parts::tpm(&data, gathering);
    data.iter().next().is_some()
}

/// A text of a structure; an empty one is none.
fn text(found: &SMBiosString) -> Option<String> {
    found.to_utf8_lossy().filter(|text| !text.trim().is_empty())
}

fn system(data: &SMBiosData, gathering: &mut Gathering) {
    let Some(system) = data.first::<SMBiosSystemInformation<'_>>() else { return };
    let findings = &mut gathering.findings;
    let here = place(TYPE_1);
    let (maker, model) = (text(&system.manufacturer()), text(&system.product_name()));
    machine::put(findings, at_here(maker.as_deref()), at_here(model.as_deref()));
    for (field, found) in
        [(Field::Serial, system.serial_number()), (Field::SkuNumber, system.sku_number())]
    {
        if let Some(text) = text(&found) {
            findings.put_text(field, &text, here.clone());
        }
    }
    if let Some(SystemUuidData::Uuid(uuid)) = system.uuid()
        && let Some(uuid) = hardware_uuid::of_text(&uuid.to_string())
    {
        let uuid = uuid.to_string().to_uppercase();
        findings.put(Field::Uuid, uuid.clone(), &uuid, here);
    }
}

fn at_here(found: Option<&str>) -> Option<(&str, Place)> {
    Some((found?, place(TYPE_1)))
}

/// A hypervisor says in type 0 that the table describes a virtual machine.
/// That a table does not say so tells nothing: few do.
fn virtual_firmware(data: &SMBiosData, gathering: &mut Gathering) {
    let firmware = data.first::<SMBiosInformation<'_>>();
    let told = firmware
        .and_then(|firmware| firmware.characteristics_extension1())
        .is_some_and(|bits| bits.smbios_table_describes_avirtual_machine());
    if told {
        let here = place("SMBIOS type 0");
        gathering.findings.put(Field::VirtualMachine, true, "virtual machine", here);
    }
}

fn chassis(data: &SMBiosData, gathering: &mut Gathering) {
    let chassis = data.first::<SMBiosSystemChassisInformation<'_>>();
    let Some(kind) = chassis.and_then(|chassis| chassis.chassis_type()) else { return };
    put_chassis(gathering, kind.raw, place("SMBIOS type 3"));
}

/// Keeps the form of the computer.
pub(super) fn put_chassis(gathering: &mut Gathering, number: u8, place: Place) {
    let form = chassis::name(number);
    gathering.findings.put_some(Field::Chassis, form, &number.to_string(), place);
}
