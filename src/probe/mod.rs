//! This computer, asked what it is: the firmware's tables and what the system
//! knows, as readings like those of a report.
//!
//! Each system has a half that asks and fills `Sources`, and a half that makes
//! readings of them. The second half knows nothing of the computer it runs on,
//! so both systems are tested everywhere. What could not be seen is told, with
//! the way to see it.

mod elsewhere;
pub mod linux;
mod oem_key;
mod probed;
mod seen;
mod smbios;
mod unseen;
pub mod windows;
mod words;

pub use oem_key::OemKey;
pub use probed::{Probed, System};
pub use seen::Seen;
pub use unseen::Unseen;

/// Asks the computer that this program runs on. It takes a moment: keep it off
/// the thread that draws.
#[must_use]
pub fn this_computer() -> Probed {
    #[cfg(windows)]
    return windows::readings(&windows::ask());
    #[cfg(target_os = "linux")]
    return linux::readings(&linux::Sources::below(std::path::Path::new("/")));
    #[cfg(target_os = "macos")]
    return elsewhere::mac();
    #[cfg(not(any(windows, target_os = "linux", target_os = "macos")))]
    return elsewhere::other();
}
