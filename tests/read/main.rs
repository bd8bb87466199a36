//! Reading reports: a folder of fixtures for each format, bad input, and
//! arbitrary input.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs
)]

mod bad_input;
mod fixtures;
#[path = "../shared/hardware_hash.rs"]
mod hardware_hash;
mod hash_fixtures;
mod hashes;
mod hostile;
mod hostile_lists;
mod lists;
#[path = "../shared/reading.rs"]
mod reading;
mod reports;
mod transcripts;
