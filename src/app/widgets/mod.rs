//! The parts that pages are made of. Each draws itself from the theme's tokens
//! and has an accessible name.

mod button;
mod card;
mod chip;
mod field;
mod icon;
mod qr;
mod text;
mod toggle;

pub use button::{Button, ButtonKind, link};
pub use card::{Card, divider};
pub use chip::{Chip, key_cap};
pub use field::{Field, FieldNote, FieldResponse, show_note};
pub use icon::{Icon, paint_icon};
pub use qr::{MOST_BYTES, qr};
pub use text::{bold, code, heading, muted, small, title};
pub use toggle::{segments, switch};
