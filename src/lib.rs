//! Joinbench takes a Windows device to a proven Microsoft Entra join, offline.
//!
//! The folders are the floors of the house; see `ARCHITECTURE.md`.

pub mod app;
pub mod check;
pub mod cli;
pub mod device;
pub mod files;
pub mod native;
pub mod package;
pub mod plan;
pub mod probe;
pub mod read;
pub mod verify;
pub mod walk;
pub mod wizard;
