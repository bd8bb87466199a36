//! Organization files: answers that serve many plans.

use std::path::{Path, PathBuf};

use egui::Context;

use super::Outcome;
use crate::app::theme::Tone;
use crate::app::window::Window;
use crate::check::Organization;
use crate::plan::{Command, ron_file, store};
use crate::wizard;

pub fn open(ctx: &Context, window: &mut Window, path: PathBuf) {
    window.around.jobs.start(ctx, None, move |_| Outcome::Organization(read(&path)));
}

fn read(path: &Path) -> Result<Organization, String> {
    let source = ron_file::read(path).map_err(|fault| fault.to_string())?;
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
