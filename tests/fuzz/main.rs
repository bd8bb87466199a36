//! Fuzz targets: every parser is fed good input that was damaged at random.
//!
//! The damage comes from fixed seeds, so a run is the same everywhere. Without
//! more words a bounded number of rounds runs with the other tests; more of
//! them in one command:
//!
//! ```text
//! JOINBENCH_FUZZ_ROUNDS=100000 cargo test --release --test fuzz
//! ```

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod damage;
mod targets;
