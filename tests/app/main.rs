//! The real window, headless: journeys by accessible names and by keyboard,
//! and a picture of every page.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a test may fail loudly"
)]

mod bad_input;
mod bench;
mod conflicts;
mod dropping;
mod guides;
#[path = "../shared/hardware_hash.rs"]
#[allow(dead_code, reason = "other tests use the rest")]
mod hardware_hash;
mod idle;
mod journeys;
mod keyboard;
mod painter;
mod pictures;
mod product_keys;
mod scanning;
mod sorting;
mod tabbing;
mod this_computer;
