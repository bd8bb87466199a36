//! Organization files: answers that serve many plans.

use std::path::{Path, PathBuf};

use egui::Context;

use super::{Outcome, name_of};
use crate::app::theme::Tone;
use crate::app::window::Window;
use crate::check::Organization;
use crate::plan::{Command, store};
use crate::wizard;

/// Larger files hold no organization.
const LARGEST: u64 = 1024 * 1024;

pub fn open(ctx: &Context, window: &mut Window, path: PathBuf) {
    window.around.jobs.start(ctx, None, move |_| Outcome::Organization(read(&path)));
}

fn read(path: &Path) -> Result<Organization, String> {
    let failed = |fault: std::io::Error| format!("{} could not be read: {fault}", path.display());
    if std::fs::metadata(path).map_err(failed)?.len() > LARGEST {
        return Err(format!("{} is no organization file: it is too large.", path.display()));
    }
    let text = std::fs::read_to_string(path).map_err(failed)?;
    let source = wizard::Source { name: name_of(path), text };
    wizard::parse(&source).map_err(|fault| fault.to_string())
}

pub fn take(window: &mut Window, read: Result<Organization, String>) {
    match read {
        Ok(organization) => window.desk.run(Command::Organization(Box::new(organization))),
        Err(fault) => window.say(Tone::Bad, fault),
    }
}

pub fn save(ctx: &Context, window: &mut Window, path: PathBuf) {
    let Some(bench) = &window.bench else { return };
    let organization = bench.plan().organization.clone();
    window.around.jobs.start(ctx, None, move |_| {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n");
        let written = wizard::options()
            .to_string_pretty(&organization, pretty)
            .map_err(store::StoreError::from)
            .and_then(|text| store::write_whole(&path, text.as_bytes()));
        Outcome::OrganizationSaved(written.err().map(|fault| fault.to_string()))
    });
}

pub fn saved(window: &mut Window, failed: Option<String>) {
    match failed {
        Some(fault) => window.say(Tone::Bad, fault),
        None => window.say(Tone::Good, "The organization is saved. Other plans can open it."),
    }
}
