//! The parts that pages are made of. Each draws itself from the theme's tokens
//! and has an accessible name.

mod button;
mod card;
mod chip;
mod choice;
mod field;
mod icon;
mod qr;
mod row;
mod scroll;
mod text;
mod toggle;

pub use button::{Button, ButtonKind, link};
pub use card::{Card, cards, divider};
pub use chip::{Chip, key_cap};
pub use choice::{Tile, tile_look, tiles};
pub use field::{Field, FieldNote, FieldResponse, show_note};
pub use icon::{Icon, paint_icon};
pub use qr::{MOST_BYTES, qr};
pub use row::{buttons, buttons_at_the_right, card_title, chips_at_the_right};
pub use scroll::{in_view, scroll};
pub use text::{bold, code, heading, muted, small, title, told};
pub use toggle::{segments, switch};
