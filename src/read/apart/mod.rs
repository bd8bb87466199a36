//! Several devices in one pile of reports, told apart: by serial number, then
//! by UUID, then by host name and device ID.
//!
//! Reports that do not contradict each other are taken to be about one device.
//! A folder in which nothing contradicts is of one device. A report that names
//! no device, or fits two of them, goes to the one whose folder or name its file
//! shares; if that tells nothing, it is left aside rather than given to the
//! wrong device.

mod identity;
mod name;
mod sort;

pub use identity::{Called, Identity};
pub(crate) use identity::{Match, called_by};
pub(crate) use name::is_address;
pub use sort::apart;
pub(crate) use sort::is_named_by;

/// A report, as far as it matters here.
#[derive(Debug, Clone)]
pub struct Told {
    /// The name of its file; folders in it count when it names no device.
    pub file: String,
    pub identity: Identity,
}

/// The devices of a pile of reports.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Apart {
    /// In the order of the first report of each.
    pub devices: Vec<Pile>,
    /// The places of reports that could be of more than one device.
    pub left_aside: Vec<usize>,
}

/// The reports of one device.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pile {
    pub identity: Identity,
    /// The places of its reports, in their order.
    pub reports: Vec<usize>,
}
