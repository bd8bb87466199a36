//! The window: pages over one plan, drawn by egui.
//!
//! `window` keeps the state and does what pages ask for; `shell` surrounds the
//! pages; `widgets` and `theme` are how everything looks; `jobs` is the only
//! place with threads, `work` what they do.

mod bench;
mod clock;
mod desk;
mod dialogs;
pub(crate) mod guide;
mod jobs;
mod keys;
mod listening;
mod next_device;
mod open;
mod over;
mod pages;
pub mod picture;
mod scanner;
mod settings;
mod shell;
mod sorting;
pub mod theme;
pub mod widgets;
mod window;
mod words;
mod work;

pub use bench::{Bench, Saved};
pub use clock::{Clock, FixedClock, SystemClock};
pub use dialogs::{Answer, Ask, Dialogs, SystemDialogs};
pub use jobs::Jobs;
pub use open::{OpenError, open};
pub use settings::{Folders, Recent, Settings, Stage, ThemeChoice};
pub use window::{Notice, Opening, Surroundings, Window};
pub use words::Words;
pub use work::Outcome;
