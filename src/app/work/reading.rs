//! Reports into the plan: from the disk, dropped or pasted.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::{Outcome, name_of, sorting};
use crate::app::desk::Action;
use crate::app::sorting::Sorting;
use crate::app::theme::Tone;
use crate::app::window::Window;
use crate::plan::{Command, Journey, ReportNote, Step, store};
use crate::read::apart::Identity;
use crate::read::table::Mappings;
use crate::read::{self, Encoding, ReadError, Recognised};

/// Something to read: a file, or text that was pasted.
enum Input {
    /// The encoding is a person's choice; `None` leaves it to be told from the content.
    Path(PathBuf, Option<Encoding>),
    Text {
        name: String,
        text: String,
    },
}

/// What was read, and the file it came from, if it was one.
#[derive(Debug, Clone)]
pub struct FileRead {
    pub report: Recognised,
    pub path: Option<PathBuf>,
    /// A list of which somebody wants to see the columns.
    pub columns_asked: bool,
}

/// Reads text that a person pasted.
pub fn read_text(ctx: &Context, window: &mut Window, name: String, text: String) {
    start(ctx, window, vec![Input::Text { name, text }]);
}

/// Reads files that a person chose.
pub fn read_files(ctx: &Context, window: &mut Window, paths: Vec<PathBuf>) {
    start(ctx, window, paths.into_iter().map(|path| Input::Path(path, None)).collect());
}

/// Reads a file of the open plan once more, in the encoding that a person chose.
pub fn read_again(ctx: &Context, window: &mut Window, source: &str, encoding: Encoding) {
    let path = window.bench.as_ref().and_then(|bench| bench.files.get(source)).cloned();
    if let Some(path) = path {
        start(ctx, window, vec![Input::Path(path, Some(encoding))]);
    }
}

/// Shows what the columns of a list of the open plan are taken for.
pub fn show_columns(ctx: &Context, window: &mut Window, source: &str) {
    let path = window.bench.as_ref().and_then(|bench| bench.files.get(source)).cloned();
    if let Some(path) = path {
        start_with(ctx, window, vec![Input::Path(path, None)], true);
    }
}

/// Reads the files that wait once more, after a mapping was forgotten.
pub fn sort_again(ctx: &Context, window: &mut Window) {
    let files = window.sorting.take().map(|sorting| sorting.files).unwrap_or_default();
    let paths = files.into_iter().filter_map(|file| file.path);
    let inputs = paths.map(|path| Input::Path(path, None)).collect();
    start_with(ctx, window, inputs, true);
}

/// Takes the files that were dropped on the window, on whatever page.
pub fn take_dropped(ctx: &Context, window: &mut Window) {
    let dropped = ctx.input(|input| input.raw.dropped_files.clone());
    let (plans, reports): (Vec<PathBuf>, Vec<PathBuf>) =
        dropped.iter().map(|file| file.path().to_owned()).partition(|path| is_plan(path));
    if let Some(plan) = plans.into_iter().next() {
        window.desk.send(Action::OpenPlan(plan));
    }
    if !reports.is_empty() {
        read_files(ctx, window, reports);
    }
}

fn is_plan(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == store::ENDING || ending == "bak")
}

fn start(ctx: &Context, window: &mut Window, inputs: Vec<Input>) {
    start_with(ctx, window, inputs, false);
}

fn start_with(ctx: &Context, window: &mut Window, inputs: Vec<Input>, columns_asked: bool) {
    let mappings = window.settings.mappings.clone();
    window.around.jobs.start(ctx, Some("Reading reports"), move |watch| {
        let total = inputs.len();
        let mut read = Vec::new();
        for (done, input) in inputs.into_iter().enumerate() {
            if watch.is_cancelled() {
                return Outcome::Cancelled;
            }
            watch.report(done, total);
            read.push(read_one(input, &mappings, columns_asked));
        }
        Outcome::Read(read)
    });
}

fn read_one(input: Input, mappings: &Mappings, columns_asked: bool) -> Result<FileRead, String> {
    let (report, path) = match input {
        Input::Text { name, text } => {
            (read::read_with(&name, text.as_bytes(), None, mappings), None)
        }
        Input::Path(path, encoding) => {
            let bytes = read_file(&path)?;
            (read::read_with(&name_of(&path), &bytes, encoding, mappings), Some(path))
        }
    };
    let report = report.map_err(|fault| fault.to_string())?;
    let columns_asked = columns_asked && report.list.is_some();
    Ok(FileRead { report, path, columns_asked })
}

/// Reads a file, but never more of it than readers take.
fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let failed = |fault: std::io::Error| format!("{}: {fault}", name_of(path));
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > read::LARGEST_FILE as u64 {
        let file = Arc::from(name_of(path));
        return Err(ReadError::TooLarge { file, limit: read::LARGEST_FILE }.to_string());
    }
    std::fs::read(path).map_err(failed)
}

/// What was read goes into the open plan; without one, it starts one. Where it
/// is about several devices, somebody has to say which one is meant.
pub fn take(ctx: &Context, window: &mut Window, reports: Vec<Result<FileRead, String>>) {
    let mut failures = Vec::new();
    let mut read = Vec::new();
    for report in reports {
        match report {
            Ok(file) => read.push(file),
            Err(failure) => failures.push(failure),
        }
    }
    if !failures.is_empty() {
        window.say(Tone::Bad, failures.join("\n"));
    }
    let plan = window.plan().filter(|plan| plan.step != Step::Verify);
    let sorting = Sorting::new(read, plan.map(|plan| Identity::of_device(&plan.device)));
    if sorting.is_open() {
        sorting::begin(ctx, window, sorting);
    } else {
        put_into_plan(window, sorting.files);
    }
}

/// Files of one device go into the open plan; without one, they start one.
pub fn put_into_plan(window: &mut Window, read: Vec<FileRead>) {
    let proving = match window.plan() {
        Some(plan) => plan.step == Step::Verify,
        None => read.iter().all(|file| file.report.status.is_some()),
    };
    if window.bench.is_none() && !read.is_empty() {
        window.start(if proving { Journey::Proof } else { Journey::DeviceInUse });
    }
    for FileRead { report, path, .. } in read {
        if let (Some(bench), Some(path)) = (&mut window.bench, path) {
            bench.files.insert(Arc::clone(&report.source), path);
        }
        window.desk.run(command(report, proving));
    }
}

/// On the Verify page a dsregcmd report is proof of what the device is now;
/// anywhere else a report tells what it was like when it came to the bench.
fn command(report: Recognised, proving: bool) -> Command {
    let note = ReportNote::of(&report);
    let Recognised { readings, status, .. } = report;
    match status {
        Some(status) if proving => Command::AddProof(status),
        _ => Command::AddReport { note, readings },
    }
}
