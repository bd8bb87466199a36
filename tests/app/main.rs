//! The real window, headless: journeys by accessible names and by keyboard,
//! and a picture of every page.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod bad_input;
mod bench;
mod idle;
mod journeys;
mod keyboard;
mod painter;
mod pictures;
