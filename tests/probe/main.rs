//! The probe of this computer, over recorded bytes of invented computers: the
//! half that understands is the same on every system.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail loudly"
)]

mod firmware;
mod here;
mod linux;
mod properties;
mod secrecy;
mod support;
mod windows;
