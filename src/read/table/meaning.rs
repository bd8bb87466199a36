//! What a column of a list can mean, and the units its numbers can have.

use serde::{Deserialize, Serialize};

macro_rules! meanings {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What a column of a list means. Most meanings are one field of a
        /// device; some tell several, for example the join type.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum Meaning { $($(#[$doc])* $name,)* }

        impl Meaning {
            /// Every meaning, in the order in which a person chooses one.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

meanings! {
    Serial,
    Hostname,
    Manufacturer,
    Model,
    /// The machine type that Lenovo devices report as their model.
    MachineType,
    Uuid,
    SkuNumber,
    Chassis,
    Architecture,
    /// The name of the operating system.
    Os,
    /// `10.0.26100.4061`, `24H2` or the like.
    OsVersion,
    Build,
    Release,
    EditionId,
    /// Whether it is Pro, Enterprise, …, as Intune groups editions.
    SkuFamily,
    /// The number Windows gives the edition.
    Sku,
    Memory,
    Storage,
    CpuName,
    CpuCores,
    CpuThreads,
    CpuMhz,
    TpmVersion,
    TpmVendor,
    TpmFirmware,
    Firmware,
    SecureBoot,
    JoinType,
    Domain,
    DomainJoined,
    /// Yes or no.
    EntraJoined,
    Managed,
    ManagedBy,
    DeviceId,
    TenantId,
    LastSeen,
    GroupTag,
    AssignedUser,
    ProductId,
    HardwareHash,
    /// A yes or no about a requirement, as the list's format defines it.
    Check,
}

impl Meaning {
    /// Whether the cells must not be shown: they identify hardware or a license.
    #[must_use]
    pub const fn is_secret(self) -> bool {
        matches!(self, Self::HardwareHash | Self::ProductId)
    }

    /// Whether the column tells one device from another.
    #[must_use]
    pub const fn identifies(self) -> bool {
        matches!(
            self,
            Self::Serial | Self::Hostname | Self::Uuid | Self::DeviceId | Self::HardwareHash
        )
    }

    /// Whether the column holds amounts that can carry a unit.
    #[must_use]
    pub const fn has_unit(self) -> bool {
        matches!(self, Self::Memory | Self::Storage | Self::CpuMhz)
    }
}

/// The unit of a column's numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Scale {
    Bytes,
    KB,
    MB,
    GB,
    TB,
    MHz,
    GHz,
}
