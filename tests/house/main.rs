//! What ARCHITECTURE.md promises about the house, checked over its sources.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod crates;
mod facts;
mod floors;
mod manifest;
mod papers;
mod sources;
