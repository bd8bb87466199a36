//! The command line as a person or a script meets it: the real program is run,
//! without a display, in a folder of its own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod capturing;
mod checking;
mod demo;
mod exporting;
mod hashing;
mod hostile;
mod joins;
mod lists;
mod meant;
mod misuse;
mod probing;
mod reading;
mod rules;
mod support;
mod verifying;
mod window;
