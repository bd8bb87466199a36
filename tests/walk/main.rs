#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
//! Walks as a person meets them: which screens come, in which order, and why.

mod faults;
mod progress;
mod routes;
mod seeds;
mod support;
mod texts;
