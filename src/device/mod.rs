//! What is known about one device, each value with its evidence.
//!
//! This is the ground floor: it knows fields, values and where they were read,
//! and nothing of formats, rules or windows.

mod field;
pub(crate) mod key;
mod known;
mod reading;
mod value;

pub use field::Field;
pub use key::UnknownKey;
pub use known::{Conflict, Device};
pub use reading::{Origin, Place, Reading, THIS_COMPUTER, TYPED};
pub use value::{BadValue, Kind, LONGEST_TEXT, Unit, Value};
