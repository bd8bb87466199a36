//! The Autopilot hardware hash: an inventory of a device, as base64.
//!
//! It is no hash but 3,000 bytes: `OA`, the length of what counts as a u16,
//! records up to there, then `CS`, the u16 36 and the SHA-256 of what counts,
//! then zeros. Numbers are little-endian. Nothing here shows the text or the
//! bytes of a hash: whoever has it can register the device as theirs.

mod envelope;
mod fault;
mod kinds;
mod lines;
mod list;
mod parts;
mod readings;
mod record;
mod report;
mod tpm;

use std::fmt;

use zeroize::Zeroizing;

pub use fault::{Damage, HashFault};
pub use list::{HashList, HashRow, read_list};
pub use parts::Part;

pub(super) use readings::{Spot, put_text};
pub(super) use report::READER;

use record::{Record, Records};

/// A hash that arrived as it was written.
#[derive(Clone, PartialEq, Eq)]
pub struct HardwareHash {
    /// `OA`, the length and the records; wiped when dropped.
    content: Zeroizing<Vec<u8>>,
}

/// Reads a hash and checks that it is whole. Blanks, line ends and quotes do
/// not count.
///
/// # Errors
/// When the text is no hash, or one that was damaged on its way. The fault
/// never quotes the text.
pub fn decode(text: &str) -> Result<HardwareHash, HashFault> {
    if text.trim_end().ends_with('\u{2026}') || text.trim_end().ends_with("...") {
        return Err(HashFault::CutOff);
    }
    let mut content = envelope::bytes(text)?;
    let end = envelope::check(&content)?;
    content.truncate(end);
    let hash = HardwareHash { content };
    if hash.records().any(|record| record.is_none()) {
        return Err(HashFault::Damaged(Damage::Records));
    }
    Ok(hash)
}

/// Whether a text begins as every hash does; it may still be damaged.
#[must_use]
pub fn looks_like(text: &str) -> bool {
    envelope::looks_like(text)
}

/// Whether the beginning of a hash stands anywhere in a text.
pub(super) fn may_stand_in(text: &str) -> bool {
    envelope::may_stand_in(text)
}

impl HardwareHash {
    /// The records in their order; `None` where one does not fit, which ends them.
    fn records(&self) -> Records<'_> {
        Records::new(self.content.get(envelope::HEAD..).unwrap_or_default())
    }

    /// The records that fit.
    fn whole_records(&self) -> impl Iterator<Item = Record<'_>> {
        self.records().flatten()
    }

    /// The first record of a kind.
    fn record(&self, kind: u8) -> Option<Record<'_>> {
        self.whole_records().find(|record| record.kind == kind)
    }
}

impl fmt::Debug for HardwareHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "HardwareHash([secret], {} records)", self.whole_records().count())
    }
}
