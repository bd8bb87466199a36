//! The check from outside: a device and an organization in, a report out.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod book;
mod cases;
mod dates;
mod fixing;
mod gate;
mod interview;
mod joins;
mod judging;
mod overlay;
mod own_rules;
mod processors;
mod properties;
mod questions;
mod support;
mod tables;
mod today;
mod verdicts;
