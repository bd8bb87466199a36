//! The values of the registry that are asked for.

use std::collections::BTreeMap;

use crate::device::Place;
use crate::probe::probed::place;

/// One value below `HKEY_LOCAL_MACHINE`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    pub key: &'static str,
    pub name: &'static str,
}

const WINDOWS: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
const FIRST_PROCESSOR: &str = r"HARDWARE\DESCRIPTION\System\CentralProcessor\0";

pub const EDITION_ID: Spot = Spot { key: WINDOWS, name: "EditionID" };
pub const INSTALLATION_TYPE: Spot = Spot { key: WINDOWS, name: "InstallationType" };
pub const BUILD: Spot = Spot { key: WINDOWS, name: "CurrentBuildNumber" };
pub const REVISION: Spot = Spot { key: WINDOWS, name: "UBR" };
/// `24H2`.
pub const RELEASE: Spot = Spot { key: WINDOWS, name: "DisplayVersion" };
/// `1909`; it stays at `2009` where there is a `DisplayVersion`.
pub const OLD_RELEASE: Spot = Spot { key: WINDOWS, name: "ReleaseId" };
pub const SYSTEM_ROOT: Spot = Spot { key: WINDOWS, name: "SystemRoot" };
pub const HOST_NAME: Spot =
    Spot { key: r"SYSTEM\CurrentControlSet\Services\Tcpip\Parameters", name: "Hostname" };
pub const ARCHITECTURE: Spot = Spot {
    key: r"SYSTEM\CurrentControlSet\Control\Session Manager\Environment",
    name: "PROCESSOR_ARCHITECTURE",
};
/// 1 on Windows in S mode.
pub const S_MODE: Spot =
    Spot { key: r"SYSTEM\CurrentControlSet\Control\CI\Policy", name: "SkuPolicyRequired" };
/// 1 while the first screens show.
pub const FIRST_SCREENS: Spot = Spot { key: r"SYSTEM\Setup", name: "OOBEInProgress" };
pub const SECURE_BOOT: Spot = Spot {
    key: r"SYSTEM\CurrentControlSet\Control\SecureBoot\State",
    name: "UEFISecureBootEnabled",
};
pub const CPU_NAME: Spot = Spot { key: FIRST_PROCESSOR, name: "ProcessorNameString" };
pub const CPU_IDENTIFIER: Spot = Spot { key: FIRST_PROCESSOR, name: "Identifier" };
pub const CPU_VENDOR: Spot = Spot { key: FIRST_PROCESSOR, name: "VendorIdentifier" };
pub const CPU_MHZ: Spot = Spot { key: FIRST_PROCESSOR, name: "~MHz" };

impl Spot {
    /// Every value that is asked for.
    pub const ALL: &'static [Self] = &[
        EDITION_ID,
        INSTALLATION_TYPE,
        BUILD,
        REVISION,
        RELEASE,
        OLD_RELEASE,
        SYSTEM_ROOT,
        HOST_NAME,
        ARCHITECTURE,
        S_MODE,
        FIRST_SCREENS,
        SECURE_BOOT,
        CPU_NAME,
        CPU_IDENTIFIER,
        CPU_VENDOR,
        CPU_MHZ,
    ];

    pub(super) fn place(self) -> Place {
        place(&format!("registry {}", self.name))
    }
}

/// A value of the registry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Data {
    Text(String),
    Number(u32),
}

/// The values that were there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Registry(pub BTreeMap<Spot, Data>);

impl Registry {
    pub(super) fn text(&self, spot: Spot) -> Option<&str> {
        match self.0.get(&spot)? {
            Data::Text(text) => Some(text),
            Data::Number(_) => None,
        }
    }

    pub(super) fn number(&self, spot: Spot) -> Option<u32> {
        match self.0.get(&spot)? {
            Data::Number(number) => Some(*number),
            Data::Text(_) => None,
        }
    }
}
