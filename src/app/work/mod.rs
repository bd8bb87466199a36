//! The window's work in the background, and what comes back of it.

mod capturing;
mod computer;
mod exporting;
mod gathering;
mod organization;
mod reading;
mod rules;
mod saving;
mod sorting;

use std::path::PathBuf;

use egui::Context;

use super::dialogs::Ask;
use super::theme::Tone;
use super::window::Window;
use crate::check::Organization;
use crate::plan::export;
use crate::probe::Probed;

pub(super) use computer::{ask_this_computer, leave_this_computer, read_this_computer};
pub(super) use exporting::ask_where_to_export;
pub use gathering::{FileRead, Gathered};
pub(super) use reading::{read_again, read_files, read_text, show_columns, take_dropped};
pub use rules::RulesRead;
pub(super) use rules::{forget as forget_rules, load_again as load_rules_again};
pub(super) use saving::{Pen, recent, save_if_changed};
pub use sorting::Searched;
pub(super) use sorting::{forget_mapping, remap, search as search_rows, take_pile, take_row};

/// How a job of the window ended.
#[derive(Debug)]
pub enum Outcome {
    Picked(Ask, Vec<PathBuf>),
    Read(Gathered),
    Probed(Probed),
    Saved {
        path: PathBuf,
        version: u64,
        failed: Option<String>,
    },
    Organization(Result<Organization, String>),
    OrganizationSaved(Option<String>),
    Rules(RulesRead),
    Searched(Searched),
    Exported(Result<export::Written, String>),
    /// The name of the file, or why it was not written.
    ScriptSaved(Result<String, String>),
    Cancelled,
}

/// Opens a file dialog.
pub(super) fn pick(ctx: &Context, window: &mut Window, ask: Ask) {
    let answer = window.around.dialogs.open(ask);
    window.around.jobs.start(ctx, None, move |_| Outcome::Picked(ask, answer()));
}

/// Takes in the jobs that ended since the last frame.
pub(super) fn take_finished(ctx: &Context, window: &mut Window) {
    for outcome in window.around.jobs.finished() {
        match outcome {
            Outcome::Picked(ask, paths) => picked(ctx, window, ask, paths),
            Outcome::Read(reports) => reading::take(ctx, window, reports),
            Outcome::Probed(probed) => computer::take(window, probed),
            Outcome::Saved { path, version, failed } => {
                saving::saved(window, &path, version, failed);
            }
            Outcome::Organization(read) => organization::take(window, read),
            Outcome::OrganizationSaved(failed) => organization::saved(window, failed),
            Outcome::ScriptSaved(saved) => capturing::saved(window, saved),
            Outcome::Searched(answer) => sorting::searched(window, answer),
            Outcome::Rules(read) => rules::take(window, read),
            Outcome::Exported(written) => exporting::exported(window, written),
            Outcome::Cancelled => window.say(Tone::Unknown, "Stopped. Nothing was changed."),
        }
        ctx.request_repaint();
    }
}

fn picked(ctx: &Context, window: &mut Window, ask: Ask, paths: Vec<PathBuf>) {
    match (ask, paths.first().cloned()) {
        (_, None) => {}
        (Ask::Reports, Some(_)) => reading::read_files(ctx, window, paths),
        (Ask::Plan, Some(path)) => window.open_plan(path),
        (Ask::ExportFolder, Some(folder)) => exporting::start(ctx, window, folder),
        (Ask::Organization, Some(path)) => organization::open(ctx, window, path),
        (Ask::SaveScript(script), Some(path)) => capturing::save(ctx, window, script, path),
        (Ask::RulesFolder, Some(folder)) => rules::choose(ctx, window, folder),
        (Ask::SaveOrganization, Some(path)) => organization::save(ctx, window, path),
    }
}

/// A file's name without its folder.
fn name_of(path: &std::path::Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
}
