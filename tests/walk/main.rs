#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]
//! Walks as a person meets them: which screens come, in which order, and why.

use joinbench::walk::Walks;

#[test]
fn the_built_in_walks_can_be_used() {
    Walks::built_in().unwrap();
}
