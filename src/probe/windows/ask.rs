//! Asks Windows. No question needs an administrator.

use windows_registry::LOCAL_MACHINE;
use zeroize::Zeroizing;

use super::calls;
use super::registry::{self, Data, Registry, Spot};
use super::sources::Sources;
use crate::probe::oem_key::OemKey;

/// One key below it for each logical processor.
const PROCESSORS: &str = r"HARDWARE\DESCRIPTION\System\CentralProcessor";

/// What this Windows shows.
pub(in crate::probe) fn ask() -> Sources {
    let registry =
        Registry(Spot::ALL.iter().filter_map(|spot| Some((*spot, data(*spot)?))).collect());
    let volume_bytes =
        registry.text(registry::SYSTEM_ROOT).and_then(volume_of).and_then(calls::volume_bytes);
    Sources {
        registry,
        logical_processors: logical_processors(),
        firmware_table: calls::firmware_table(calls::SMBIOS, 0),
        oem_key: calls::firmware_table(calls::ACPI, calls::MSDM)
            .and_then(|table| OemKey::from_msdm(&Zeroizing::new(table))),
        installed_kb: calls::installed_kilobytes(),
        firmware_type: calls::firmware_type(),
        volume_bytes,
        tpm: calls::tpm(),
        domain: calls::domain(),
        entra: calls::entra_join(),
        enrolled: calls::is_enrolled(),
        user_sid: calls::user_sid(),
    }
}

fn data(spot: Spot) -> Option<Data> {
    let key = LOCAL_MACHINE.open(spot.key).ok()?;
    let text = key.get_string(spot.name).ok().map(Data::Text);
    text.or_else(|| key.get_u32(spot.name).ok().map(Data::Number))
}

fn logical_processors() -> Option<u32> {
    let keys = LOCAL_MACHINE.open(PROCESSORS).ok()?;
    u32::try_from(keys.keys().ok()?.count()).ok()
}

/// `C:\` of `C:\Windows`.
fn volume_of(system_root: &str) -> Option<&str> {
    let drive = system_root.get(..3)?;
    drive.ends_with(r":\").then_some(drive)
}
