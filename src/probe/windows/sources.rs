//! What Windows shows of the computer, unread.

use super::registry::Registry;
use crate::probe::oem_key::OemKey;

/// What Windows shows. Only Windows fills it, and tests.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    pub registry: Registry,
    /// The keys below `CentralProcessor`.
    pub logical_processors: Option<u32>,
    /// What `GetSystemFirmwareTable` gives for `RSMB`, with its header.
    pub firmware_table: Option<Vec<u8>>,
    pub oem_key: Option<OemKey>,
    /// `GetPhysicallyInstalledSystemMemory`, in kilobytes.
    pub installed_kb: Option<u64>,
    /// `GlobalMemoryStatusEx`: what Windows sees of the memory.
    pub visible_bytes: Option<u64>,
    /// `GetFirmwareType`: 1 is legacy BIOS, 2 is UEFI.
    pub firmware_type: Option<u32>,
    /// The size of the system volume.
    pub volume_bytes: Option<u64>,
    pub tpm: Tpm,
    pub domain: Answer<Membership>,
    pub entra: Answer<EntraJoin>,
    /// `IsDeviceRegisteredWithManagement`.
    pub enrolled: Option<bool>,
    /// The SID of whoever runs this program.
    pub user_sid: Option<String>,
    /// Whether that account is one of the administrators.
    pub administrator: Option<bool>,
}

/// What `Tbsi_GetDeviceInfo` says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tpm {
    /// 1 is 1.2, 2 is 2.0.
    Version(u32),
    None,
    #[default]
    NotAsked,
}

/// An answer of Windows that may also be "there is none".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Answer<T> {
    Is(T),
    IsNot,
    #[default]
    NotAsked,
}

/// A computer that is a member of an Active Directory domain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Membership {
    pub domain: String,
}

/// What `NetGetAadJoinInformation` says of a device that is known to a tenant.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct EntraJoin {
    pub kind: JoinKind,
    pub tenant_id: Option<String>,
    pub device_id: Option<String>,
    pub mdm_url: Option<String>,
}

/// What is known to the tenant.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum JoinKind {
    /// The whole device.
    Device,
    /// A work account that was added to it.
    WorkAccount,
    /// Windows does not tell.
    #[default]
    NotTold,
}
