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
mod idle;
mod journeys;
mod keyboard;
mod painter;
mod pictures;
mod scanning;
