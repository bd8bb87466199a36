//! The plan into an export folder.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Context;

use super::{Outcome, name_of};
use crate::app::dialogs::Ask;
use crate::app::jobs::Watch;
use crate::app::theme::Tone;
use crate::app::window::Window;
use crate::package::Secrets;
use crate::plan::{Command, Exported, Handbook, Plan, export};

/// Asks for the export folder, or says what has to be put right first.
pub fn ask_where_to_export(ctx: &Context, window: &mut Window) {
    let Some(bench) = &window.bench else { return };
    match bench.problems().iter().find(|problem| problem.blocks()) {
        Some(problem) => {
            window.desk.focus_next = Some(crate::app::pages::export::input_id(problem.field));
        }
        None => super::pick(ctx, window, Ask::ExportFolder),
    }
}

pub fn start(ctx: &Context, window: &mut Window, folder: PathBuf) {
    let Some(bench) = &window.bench else { return };
    let job = ExportJob {
        plan: bench.plan().clone(),
        secrets: bench.secrets.clone(),
        handbook: Arc::clone(&window.around.handbook),
        today: bench.today,
        folder,
    };
    window
        .around
        .jobs
        .start(ctx, Some("Exporting"), move |watch| Outcome::Exported(job.run(watch)));
}

/// An export on its way to the disk.
struct ExportJob {
    plan: Plan,
    secrets: Secrets,
    handbook: Arc<Handbook>,
    today: jiff::civil::Date,
    folder: PathBuf,
}

impl ExportJob {
    fn run(self, watch: &Watch) -> Result<export::Written, String> {
        let bundle = export::bundle(&self.plan, &self.secrets, &self.handbook, self.today, &[])
            .map_err(|fault| fault.to_string())?;
        let told = |done, total| {
            watch.report(done, total);
            !watch.is_cancelled()
        };
        export::write(&bundle, &self.folder, told).map_err(|fault| fault.to_string())
    }
}

pub fn exported(window: &mut Window, written: Result<export::Written, String>) {
    match written {
        Ok(written) => {
            let files = written.files.len();
            let folder = name_of(&written.folder);
            let at = window.around.clock.now().timestamp();
            let secrets = written.files.iter().filter(|file| file.holds_secrets).count();
            let text = match secrets {
                0 => format!(
                    "{files} files are in {}. None of them holds a secret.",
                    written.folder.display()
                ),
                1 => format!(
                    "{files} files are in {}. One of them holds secrets: keep it safe.",
                    written.folder.display()
                ),
                _ => format!(
                    "{files} files are in {}. {secrets} of them hold secrets: keep them safe.",
                    written.folder.display()
                ),
            };
            window.desk.run(Command::Exported(Exported { at, folder, files }));
            window.say(Tone::Good, text);
        }
        Err(fault) => window.say(Tone::Bad, fault),
    }
}
