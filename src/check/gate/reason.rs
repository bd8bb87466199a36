//! Why an item of the gate passes, fails or is not known.

use serde::{Deserialize, Serialize};

use super::GateVerdict;
use crate::device::Field;

/// Declares each reason once with its answer and what would settle it.
macro_rules! reasons {
    ($($(#[$doc:meta])* $reason:ident: $verdict:ident $needs:expr;)*) => {
        /// Why an item passes, fails or is not known. Its sentence stands in
        /// `wizard/facts/gate.ron`.
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum Reason { $($(#[$doc])* $reason,)* }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Self] = &[$(Self::$reason,)*];

            /// What the reason means for its item.
            #[must_use]
            pub const fn verdict(self) -> GateVerdict {
                match self { $(Self::$reason => GateVerdict::$verdict,)* }
            }

            /// The fields that would settle an item that is not known.
            #[must_use]
            pub const fn needs(self) -> &'static [Field] {
                match self { $(Self::$reason => $needs,)* }
            }
        }
    };
}

reasons! {
    ProcessorSupported: Pass &[];
    ProcessorTooOld: Fail &[];
    ProcessorIs32Bit: Fail &[];
    ProcessorTooSlow: Fail &[];
    ProcessorSingleThread: Fail &[];
    ProcessorUnrecognized: Unknown &[Field::CpuFamily, Field::CpuModel];
    ProcessorMissing: Unknown &[Field::CpuName];
    TpmPresent: Pass &[];
    TpmTooOld: Fail &[];
    TpmAbsent: Fail &[];
    TpmMissing: Unknown &[Field::TpmVersion];
    SecureBootOn: Pass &[];
    SecureBootOff: Pass &[];
    SecureBootCapable: Pass &[];
    SecureBootUnsupported: Fail &[];
    LegacyBios: Fail &[];
    SecureBootMissing: Unknown &[Field::SecureBootCapable];
    MemoryEnough: Pass &[];
    MemoryTooSmall: Fail &[];
    MemoryMissing: Unknown &[Field::MemoryMb];
    StorageEnough: Pass &[];
    StorageTooSmall: Fail &[];
    /// The figure is small, but nobody says what it was measured on.
    StorageUnclear: Unknown &[Field::StorageKind];
    StorageMissing: Unknown &[Field::StorageBytes];
}
