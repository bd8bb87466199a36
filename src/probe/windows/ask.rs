//! Asks Windows. No question needs an administrator.

use windows_registry::{Key, LOCAL_MACHINE};
use zeroize::Zeroizing;

use super::calls;
use super::registry::{self, Data, Registry, Spot};
use super::sources::Sources;
use crate::native::user;
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
        visible_bytes: calls::visible_bytes(),
        firmware_type: calls::firmware_type(),
        volume_bytes,
        tpm: calls::tpm(),
        domain: calls::domain(),
        entra: calls::entra_join(),
        enrolled: calls::is_enrolled(),
        user_sid: user::sid(),
        administrator: user::is_administrator(),
    }
}

fn data(spot: Spot) -> Option<Data> {
    let key = open(spot.key)?;
    let text = key.get_string(spot.name).ok().map(Data::Text);
    text.or_else(|| key.get_u32(spot.name).ok().map(Data::Number))
}

/// A key of the registry of this Windows. A program of 32 bits would be shown
/// another one.
fn open(key: &str) -> Option<Key> {
    LOCAL_MACHINE.options().read().wow64_64().open(key).ok()
}

fn logical_processors() -> Option<u32> {
    let keys = open(PROCESSORS)?;
    u32::try_from(keys.keys().ok()?.count()).ok()
}

/// `C:\` of `C:\Windows`.
fn volume_of(system_root: &str) -> Option<&str> {
    let drive = system_root.get(..3)?;
    drive.ends_with(r":\").then_some(drive)
}
