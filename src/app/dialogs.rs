//! The system's file dialogs, off the UI thread and behind a seam so that
//! tests can answer.

use std::fmt::Debug;
use std::path::PathBuf;

use crate::read::Script;

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Reports about a device; several at once.
    Reports,
    /// A saved plan.
    Plan,
    /// The folder to export into.
    ExportFolder,
    /// An organization file to open.
    Organization,
    /// Where to save the organization.
    SaveOrganization,
    /// Where to save a script for a device.
    SaveScript(Script),
    /// A folder with the organization's own rules.
    RulesFolder,
}

/// Waits for the person's answer; run it on a worker thread.
pub type Answer = Box<dyn FnOnce() -> Vec<PathBuf> + Send>;

/// Opens dialogs.
pub trait Dialogs: Debug {
    /// Opens a dialog and gives back what waits for its answer; an empty
    /// answer means that the person closed it.
    fn open(&self, ask: Ask) -> Answer;
}

/// The dialogs of the desktop.
#[derive(Debug, Default)]
pub struct SystemDialogs;

impl Dialogs for SystemDialogs {
    fn open(&self, ask: Ask) -> Answer {
        let dialog = rfd::AsyncFileDialog::new();
        match ask {
            Ask::Reports => {
                let future = dialog.set_title("Choose reports about the device").pick_files();
                Box::new(move || {
                    let files = pollster::block_on(future).unwrap_or_default();
                    files.into_iter().map(|file| file.path().to_owned()).collect()
                })
            }
            Ask::Plan => {
                let plans = dialog.add_filter("Joinbench plans", &["joinplan", "bak"]);
                one(plans.set_title("Open a plan").pick_file())
            }
            Ask::ExportFolder => {
                one(dialog.set_title("Choose a folder to export into").pick_folder())
            }
            Ask::Organization => {
                let files = dialog.add_filter("Organizations", &["ron"]);
                one(files.set_title("Open an organization").pick_file())
            }
            Ask::RulesFolder => {
                one(dialog.set_title("Choose the folder with your rules").pick_folder())
            }
            Ask::SaveOrganization => {
                let files = dialog.add_filter("Organizations", &["ron"]);
                one(files
                    .set_title("Save the organization")
                    .set_file_name("organization.ron")
                    .save_file())
            }
            Ask::SaveScript(script) => {
                let files = dialog.set_title("Save the script");
                one(files.set_file_name(script.file_name()).save_file())
            }
        }
    }
}

fn one(future: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static) -> Answer {
    Box::new(move || {
        pollster::block_on(future).map(|file| file.path().to_owned()).into_iter().collect()
    })
}
