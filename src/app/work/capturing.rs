//! The scripts for a device, onto a stick.

use std::path::PathBuf;

use egui::Context;

use super::{Outcome, name_of};
use crate::app::theme::Tone;
use crate::app::window::Window;
use crate::plan::store;
use crate::read::Script;

pub fn save(ctx: &Context, window: &mut Window, script: Script, path: PathBuf) {
    window.around.jobs.start(ctx, None, move |_| {
        let written = store::write_whole(&path, script.text().as_bytes());
        // Whoever runs it on the device may be somebody else.
        let readable = written.map(|()| store::make_readable(&path).is_ok());
        Outcome::ScriptSaved(readable.map(|_| name_of(&path)).map_err(|fault| fault.to_string()))
    });
}

pub fn saved(window: &mut Window, saved: Result<String, String>) {
    let texts = &window.around.words.texts.capturing;
    window.desk.capturing.done = Some(match saved {
        Ok(name) => (Tone::Good, format!("{name}: {}", texts.saved)),
        Err(fault) => (Tone::Bad, fault),
    });
}
