//! An organization's own rules: a folder that is read at the start, when it is
//! chosen, and again with every re-check.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::Outcome;
use crate::app::theme::Tone;
use crate::app::window::Window;
use crate::plan::{Handbook, ron_file};

/// What came of reading a folder of rules.
#[derive(Debug)]
pub struct RulesRead {
    folder: PathBuf,
    /// Somebody chose the folder just now and waits for a word.
    chosen: bool,
    handbook: Result<Box<Handbook>, String>,
}

/// Reads the folder that was chosen.
pub(in crate::app) fn choose(ctx: &Context, window: &mut Window, folder: PathBuf) {
    start(ctx, window, folder, true);
}

/// Reads the remembered folder again.
pub(in crate::app) fn load_again(ctx: &Context, window: &mut Window) {
    if let Some(folder) = window.settings.rules.clone() {
        start(ctx, window, folder, false);
    }
}

fn start(ctx: &Context, window: &mut Window, folder: PathBuf, chosen: bool) {
    let built_in = Arc::clone(&window.built_in);
    window.around.jobs.start(ctx, None, move |_| {
        let read = ron_file::read_rules(&folder).map_err(|fault| fault.to_string());
        let with = |sources: Vec<_>| (*built_in).clone().with_rules(&sources);
        let handbook =
            read.and_then(|sources| with(sources).map_err(|fault| fault.to_string())).map(Box::new);
        Outcome::Rules(RulesRead { folder, chosen, handbook })
    });
}

/// With a fault nothing changes: half a set of rules would give wrong answers.
pub(super) fn take(window: &mut Window, read: RulesRead) {
    match read.handbook {
        Ok(handbook) => {
            let count = handbook.knowledge.rules.len();
            window.use_handbook(Arc::new(*handbook));
            if read.chosen {
                let text = &window.around.words.texts.own_rules.in_use;
                window.say(Tone::Good, text.replace("{n}", &count.to_string()));
                window.settings.rules = Some(read.folder);
                window.keep_settings();
            }
        }
        Err(fault) => {
            let text = window.around.words.texts.own_rules.refused.replace("{}", &fault);
            window.say(Tone::Bad, text);
        }
    }
}

/// Goes back to the rules that are built in.
pub(in crate::app) fn forget(window: &mut Window) {
    window.use_handbook(Arc::clone(&window.built_in));
    window.settings.rules = None;
    window.keep_settings();
}
