//! What is known about one device, each value with its evidence.
//!
//! This is the ground floor: it knows fields, values and where they were read,
//! and nothing of formats, rules or windows. What sources call the same thing
//! stands in `wizard/`.

mod agree;
mod field;
pub(crate) mod key;
mod known;
pub(crate) mod processor_name;
mod reading;
mod same_name;
mod value;

pub(crate) use agree::{is_same_uuid, uuid_key};
pub use field::Field;
pub use key::UnknownKey;
pub use known::{Conflict, Device};
pub use reading::{Origin, Place, Reading, THIS_COMPUTER, TYPED};
pub(crate) use same_name::{maker_key, model_key};
pub use value::{BadValue, Kind, LONGEST_TEXT, Unit, Value};
