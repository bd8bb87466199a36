//! The screens of a join, in order: what a person does on each, what they see,
//! and where each way out leads.
//!
//! A [`Walk`] is data (`wizard/walks/*.ron`). [`route`] turns it, with the facts
//! of a device and its organization, into the screens that this person will
//! meet; [`Progress`] remembers what they ticked and where they turned. Nothing
//! here reads a clock, draws, or knows a rule: branches are decided by the same
//! conditions as rules are.

mod fault;
mod library;
mod progress;
mod replica;
mod route;
mod screen;
mod vet;
mod what_if;
mod words;

pub use library::{Reference, Walk, Walks};
pub use progress::{Done, Progress, Turn};
pub use replica::{Button, Entry, Frame, Illustration, Item, Replica};
pub use route::{MOST_VISITS, Stop, minutes, open_branches, route};
pub use screen::{Branch, Cue, Hint, Minutes, Otherwise, Outcome, Screen, ScreenId, Wording};
pub use what_if::{WhatIf, suppose};
pub use words::{PLACEHOLDERS, Span, Words, fill, spans};
