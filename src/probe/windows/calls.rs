//! The few calls into Windows, each behind a safe function.
//!
//! What every Windows since 10 has is linked; what some editions and setup
//! environments lack is looked for when it is asked, so that the program
//! starts there, too.

#![expect(unsafe_code, reason = "these answers of Windows come from C functions only")]

use std::ffi::{CStr, c_void};
use std::mem;
use std::ptr;

use windows_sys::Win32::Foundation::{S_FALSE, S_OK, TBS_E_TPM_NOT_FOUND};
use windows_sys::Win32::NetworkManagement::NetManagement::{
    DSREG_DEVICE_JOIN, DSREG_JOIN_INFO, DSREG_JOIN_TYPE, DSREG_WORKPLACE_JOIN, NERR_Success,
    NETSETUP_JOIN_STATUS, NetApiBufferFree, NetGetJoinInformation, NetSetupDomainName,
    NetSetupUnjoined, NetSetupWorkgroupName,
};
use windows_sys::Win32::Storage::FileSystem::GetDiskFreeSpaceExW;
use windows_sys::Win32::System::LibraryLoader::{
    GetProcAddress, LOAD_LIBRARY_SEARCH_SYSTEM32, LoadLibraryExW,
};
use windows_sys::Win32::System::SystemInformation::{
    FIRMWARE_TABLE_PROVIDER, GetFirmwareType, GetPhysicallyInstalledSystemMemory,
    GetSystemFirmwareTable, GlobalMemoryStatusEx, MEMORYSTATUSEX,
};
use windows_sys::Win32::System::TpmBaseServices::TPM_DEVICE_INFO;

use super::sources::{Answer, EntraJoin, JoinKind, Membership, Tpm};
use crate::native::{text, wide};

/// The firmware's table of the computer, `RSMB`.
pub(super) const SMBIOS: FIRMWARE_TABLE_PROVIDER = u32::from_be_bytes(*b"RSMB");
/// The tables by which firmware describes what can be switched, `ACPI`.
pub(super) const ACPI: FIRMWARE_TABLE_PROVIDER = u32::from_be_bytes(*b"ACPI");
/// The table with the maker's key. ACPI writes its names the other way round.
pub(super) const MSDM: u32 = u32::from_le_bytes(*b"MSDM");

/// A table of the firmware; `None` when there is none.
pub(super) fn firmware_table(provider: FIRMWARE_TABLE_PROVIDER, table: u32) -> Option<Vec<u8>> {
    // SAFETY: without a buffer the call only tells the size.
    let size = unsafe { GetSystemFirmwareTable(provider, table, ptr::null_mut(), 0) };
    let mut bytes = vec![0_u8; usize::try_from(size).ok()?];
    // SAFETY: the buffer is writable and as long as the call is told.
    let written = unsafe { GetSystemFirmwareTable(provider, table, bytes.as_mut_ptr(), size) };
    bytes.truncate(usize::try_from(written).ok()?);
    (written > 0 && written <= size).then_some(bytes)
}

/// All memory modules together, as the firmware tells.
pub(super) fn installed_kilobytes() -> Option<u64> {
    let mut kilobytes = 0;
    // SAFETY: the pointer is to a number that outlives the call.
    let told = unsafe { GetPhysicallyInstalledSystemMemory(&raw mut kilobytes) };
    (told != 0).then_some(kilobytes)
}

/// The memory that Windows sees, which is less than is installed.
pub(super) fn visible_bytes() -> Option<u64> {
    let length = u32::try_from(size_of::<MEMORYSTATUSEX>()).ok()?;
    let mut memory = MEMORYSTATUSEX { dwLength: length, ..MEMORYSTATUSEX::default() };
    // SAFETY: the structure tells its own length and outlives the call.
    let told = unsafe { GlobalMemoryStatusEx(&raw mut memory) };
    (told != 0).then_some(memory.ullTotalPhys)
}

/// 1 is legacy BIOS, 2 is UEFI.
pub(super) fn firmware_type() -> Option<u32> {
    let mut kind = 0;
    // SAFETY: the pointer is to a number that outlives the call.
    let told = unsafe { GetFirmwareType(&raw mut kind) };
    (told != 0).then(|| u32::try_from(kind).ok())?
}

/// The size of the volume of a folder.
pub(super) fn volume_bytes(folder: &str) -> Option<u64> {
    let folder = wide(folder);
    let mut bytes = 0;
    // SAFETY: the text ends in a zero, and the number outlives the call.
    let told = unsafe {
        GetDiskFreeSpaceExW(folder.as_ptr(), ptr::null_mut(), &raw mut bytes, ptr::null_mut())
    };
    (told != 0).then_some(bytes)
}

/// The version of the TPM.
pub(super) fn tpm() -> Tpm {
    type Ask = unsafe extern "system" fn(u32, *mut c_void) -> u32;
    let Some(found) = function(c"tbs.dll", c"Tbsi_GetDeviceInfo") else { return Tpm::NotAsked };
    // SAFETY: tbs.h declares the function so.
    let ask = unsafe { mem::transmute::<Function, Ask>(found) };
    let mut info = TPM_DEVICE_INFO::default();
    let Ok(size) = u32::try_from(size_of::<TPM_DEVICE_INFO>()) else { return Tpm::NotAsked };
    // SAFETY: the structure is as long as the call is told.
    let outcome = unsafe { ask(size, (&raw mut info).cast()) };
    if outcome == 0 {
        Tpm::Version(info.tpmVersion)
    } else if outcome == TBS_E_TPM_NOT_FOUND.cast_unsigned() {
        Tpm::None
    } else {
        Tpm::NotAsked
    }
}

/// The domain that the computer is a member of.
pub(super) fn domain() -> Answer<Membership> {
    let mut name = ptr::null_mut();
    let mut status: NETSETUP_JOIN_STATUS = 0;
    // SAFETY: both pointers are to values that outlive the call.
    let outcome = unsafe { NetGetJoinInformation(ptr::null(), &raw mut name, &raw mut status) };
    if outcome != NERR_Success {
        return Answer::NotAsked;
    }
    // SAFETY: the call gave a text that ends in a zero, or nothing.
    let domain = unsafe { text(name) }.unwrap_or_default();
    // SAFETY: the text was allocated by the call and is not used again.
    unsafe { NetApiBufferFree(name.cast()) };
    if status == NetSetupDomainName {
        Answer::Is(Membership { domain })
    } else if status == NetSetupWorkgroupName || status == NetSetupUnjoined {
        Answer::IsNot
    } else {
        Answer::NotAsked
    }
}

/// The tenant that knows the device. Windows before 10 cannot tell.
pub(super) fn entra_join() -> Answer<EntraJoin> {
    type Ask = unsafe extern "system" fn(*const u16, *mut *mut DSREG_JOIN_INFO) -> i32;
    type Free = unsafe extern "system" fn(*const DSREG_JOIN_INFO);
    let (Some(ask), Some(free)) = (
        function(c"netapi32.dll", c"NetGetAadJoinInformation"),
        function(c"netapi32.dll", c"NetFreeAadJoinInformation"),
    ) else {
        return Answer::NotAsked;
    };
    // SAFETY: lmjoin.h declares the functions so.
    let (ask, free) =
        unsafe { (mem::transmute::<Function, Ask>(ask), mem::transmute::<Function, Free>(free)) };
    let mut found: *mut DSREG_JOIN_INFO = ptr::null_mut();
    // SAFETY: no tenant is named, and the pointer outlives the call.
    let outcome = unsafe { ask(ptr::null(), &raw mut found) };
    if outcome != S_OK && outcome != S_FALSE {
        return Answer::NotAsked;
    }
    // SAFETY: the call gave a structure of its own, or nothing.
    let Some(info) = (unsafe { found.as_ref() }) else { return Answer::IsNot };
    // SAFETY: the texts of the structure end in a zero, or are nothing.
    let join = unsafe {
        EntraJoin {
            kind: join_kind(info.joinType),
            tenant_id: text(info.pszTenantId),
            device_id: text(info.pszDeviceId),
            mdm_url: text(info.pszMdmEnrollmentUrl),
        }
    };
    // SAFETY: the structure came from the call and is not used again.
    unsafe { free(found) };
    Answer::Is(join)
}

fn join_kind(kind: DSREG_JOIN_TYPE) -> JoinKind {
    match kind {
        DSREG_DEVICE_JOIN => JoinKind::Device,
        DSREG_WORKPLACE_JOIN => JoinKind::WorkAccount,
        _ => JoinKind::NotTold,
    }
}

/// Whether a management enrolled the device.
pub(super) fn is_enrolled() -> Option<bool> {
    type Ask = unsafe extern "system" fn(*mut i32, u32, *mut u16) -> i32;
    let found = function(c"mdmregistration.dll", c"IsDeviceRegisteredWithManagement")?;
    // SAFETY: mdmregistration.h declares the function so.
    let ask = unsafe { mem::transmute::<Function, Ask>(found) };
    let mut enrolled = 0;
    // SAFETY: the number outlives the call, and no buffer for a name is given.
    let outcome = unsafe { ask(&raw mut enrolled, 0, ptr::null_mut()) };
    (outcome == S_OK).then_some(enrolled != 0)
}

/// A function of any kind; whoever asks knows its true one.
type Function = unsafe extern "system" fn() -> isize;

/// A function of a library of the system, where this Windows has it. The
/// library stays loaded, so that the function stays good.
fn function(library: &CStr, name: &CStr) -> Option<Function> {
    let library = wide(library.to_str().ok()?);
    // SAFETY: the text ends in a zero; only the system's own folder is searched.
    let module =
        unsafe { LoadLibraryExW(library.as_ptr(), ptr::null_mut(), LOAD_LIBRARY_SEARCH_SYSTEM32) };
    (!module.is_null()).then_some(())?;
    // SAFETY: the module was loaded above, and the name ends in a zero.
    unsafe { GetProcAddress(module, name.as_ptr().cast()) }
}
