//! The document: a plan, the commands that change it, its history and its file.

pub mod answers;
mod command;
pub mod demo;
mod document;
pub mod export;
pub mod file;
mod handbook;
mod history;
pub mod ron_file;
pub mod store;

pub use command::{AddedReport, Command, OrganizationText, Refused, apply};
pub use document::{Exported, Journey, Plan, ReportNote, SCHEMA, Step, WalkMode, WalkState};
pub use handbook::Handbook;
pub use history::History;
