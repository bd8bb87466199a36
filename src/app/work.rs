//! The window's work in the background: reading files, saving, exporting.

use std::path::{Path, PathBuf};

use egui::Context;

use super::bench::{Bench, Saved};
use super::desk::Action;
use super::dialogs::Ask;
use super::jobs::Watch;
use super::settings::{Recent, Stage};
use super::theme::Tone;
use super::window::Window;
use super::words::Words;
use crate::check::Organization;
use crate::package::Secrets;
use crate::plan::{
    Command, Exported, Handbook, Journey, Plan, ReportNote, Step, answers, export, store,
};
use crate::read::{self, ReadError, Recognised};
use crate::wizard;

/// How a job of the window ended.
#[derive(Debug)]
pub enum Outcome {
    Picked(Ask, Vec<PathBuf>),
    Read(Vec<Result<Recognised, String>>),
    Saved { version: u64, failed: Option<String> },
    Organization(Result<Organization, String>),
    OrganizationSaved(Option<String>),
    Exported(Result<export::Written, String>),
    Cancelled,
}

/// Something to read: a file, or text that was pasted.
enum Input {
    Path(PathBuf),
    Bytes { name: String, bytes: Vec<u8> },
}

/// Opens a file dialog.
pub(super) fn pick(ctx: &Context, window: &mut Window, ask: Ask) {
    let answer = window.around.dialogs.open(ask);
    window.around.jobs.start(ctx, None, move |_| Outcome::Picked(ask, answer()));
}

/// Reads text that a person pasted.
pub(super) fn read_text(ctx: &Context, window: &mut Window, name: String, text: String) {
    read_inputs(ctx, window, vec![Input::Bytes { name, bytes: text.into_bytes() }]);
}

/// Takes the files that were dropped on the window, on whatever page.
pub(super) fn take_dropped(ctx: &Context, window: &mut Window) {
    let dropped = ctx.input(|input| input.raw.dropped_files.clone());
    let (plans, reports): (Vec<PathBuf>, Vec<PathBuf>) =
        dropped.iter().map(|file| file.path().to_owned()).partition(|path| is_plan(path));
    if let Some(plan) = plans.into_iter().next() {
        window.desk.send(Action::OpenPlan(plan));
    }
    let inputs: Vec<Input> = reports.into_iter().map(Input::Path).collect();
    if !inputs.is_empty() {
        read_inputs(ctx, window, inputs);
    }
}

fn is_plan(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == store::ENDING || ending == "bak")
}

fn read_inputs(ctx: &Context, window: &mut Window, inputs: Vec<Input>) {
    window.around.jobs.start(ctx, Some("Reading reports"), move |watch| {
        let total = inputs.len();
        let mut read = Vec::new();
        for (done, input) in inputs.into_iter().enumerate() {
            if watch.is_cancelled() {
                return Outcome::Cancelled;
            }
            watch.report(done, total);
            read.push(read_input(input));
        }
        Outcome::Read(read)
    });
}

fn read_input(input: Input) -> Result<Recognised, String> {
    match input {
        Input::Bytes { name, bytes } => {
            read::read(&name, &bytes).map_err(|fault| fault.to_string())
        }
        Input::Path(path) => {
            let bytes = read_file(&path)?;
            read::read(&name_of(&path), &bytes).map_err(|fault| fault.to_string())
        }
    }
}

/// Reads a file, but never more of it than readers take.
fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let failed = |fault: std::io::Error| format!("{}: {fault}", name_of(path));
    let size = std::fs::metadata(path).map_err(failed)?.len();
    if size > read::LARGEST_FILE as u64 {
        return Err(ReadError::TooLarge { file: name_of(path).into(), limit: read::LARGEST_FILE }
            .to_string());
    }
    std::fs::read(path).map_err(failed)
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(|| path.display().to_string(), |n| n.to_string_lossy().into_owned())
}

/// Starts a save when the plan changed since the last one.
pub(super) fn save_if_changed(ctx: &Context, window: &mut Window) {
    let Some(bench) = &mut window.bench else { return };
    // One save at a time: an older one must never end after a newer one.
    if !bench.needs_saving() || bench.is_being_written {
        return;
    }
    bench.is_being_written = true;
    let (plan, path, version) = (bench.plan().clone(), bench.path.clone(), bench.version);
    window.around.jobs.start(ctx, None, move |_| {
        let failed = store::save(&path, &plan).err().map(|fault| fault.to_string());
        Outcome::Saved { version, failed }
    });
}

/// Takes in the jobs that ended since the last frame.
pub(super) fn take_finished(ctx: &Context, window: &mut Window) {
    for outcome in window.around.jobs.finished() {
        match outcome {
            Outcome::Picked(ask, paths) => picked(ctx, window, ask, paths),
            Outcome::Read(reports) => take_reports(window, reports),
            Outcome::Saved { version, failed } => saved(window, version, failed),
            Outcome::Organization(read) => take_organization(window, read),
            Outcome::OrganizationSaved(failed) => organization_saved(window, failed),
            Outcome::Exported(written) => exported(window, written),
            Outcome::Cancelled => window.say(Tone::Unknown, "Stopped. Nothing was changed."),
        }
        ctx.request_repaint();
    }
}

fn picked(ctx: &Context, window: &mut Window, ask: Ask, paths: Vec<PathBuf>) {
    match (ask, paths.first()) {
        (_, None) => {}
        (Ask::Reports, Some(_)) => {
            read_inputs(ctx, window, paths.into_iter().map(Input::Path).collect());
        }
        (Ask::Plan, Some(path)) => window.open_plan(path.clone()),
        (Ask::ExportFolder, Some(folder)) => start_export(ctx, window, folder.clone()),
        (Ask::Organization, Some(path)) => {
            let path = path.clone();
            window
                .around
                .jobs
                .start(ctx, None, move |_| Outcome::Organization(open_organization(&path)));
        }
        (Ask::SaveOrganization, Some(path)) => save_organization(ctx, window, path.clone()),
    }
}

/// What was read goes into the open plan; without one, it starts one.
fn take_reports(window: &mut Window, reports: Vec<Result<Recognised, String>>) {
    let mut failures = Vec::new();
    let mut read = Vec::new();
    for report in reports {
        match report {
            Ok(report) => read.push(report),
            Err(failure) => failures.push(failure),
        }
    }
    if !read.is_empty() && window.bench.is_none() {
        let proof_only = read.iter().all(|report| report.status.is_some());
        let journey = if proof_only { Journey::Proof } else { Journey::DeviceInUse };
        window.desk.send(Action::Start(journey));
        window.desk.actions.extend(read.into_iter().map(|report| take(report, proof_only)));
    } else {
        let proving = window.plan().is_some_and(|plan| plan.step == Step::Verify);
        window.desk.actions.extend(read.into_iter().map(|report| take(report, proving)));
    }
    if !failures.is_empty() {
        window.say(Tone::Bad, failures.join("\n"));
    }
}

/// On the Verify page a dsregcmd report is proof of what the device is now;
/// anywhere else a report tells what it was like when it came to the bench.
fn take(report: Recognised, proving: bool) -> Action {
    let note = ReportNote::of(&report);
    let Recognised { readings, status, .. } = report;
    match status {
        Some(status) if proving => Action::Do(Command::AddProof(status)),
        _ => Action::Do(Command::AddReport { note, readings }),
    }
}

fn saved(window: &mut Window, version: u64, failed: Option<String>) {
    let now = window.around.clock.now().strftime("%H:%M").to_string();
    let Some(bench) = &mut window.bench else { return };
    bench.is_being_written = false;
    if let Some(failure) = failed {
        bench.saved = Saved::Failed(failure);
    } else if bench.version == version {
        bench.saved = Saved::At(now);
        let recent = recent(bench, &window.around.words);
        window.settings.remember(recent);
        window.keep_settings();
    }
}

fn open_organization(path: &Path) -> Result<Organization, String> {
    let text = std::fs::read_to_string(path)
        .map_err(|fault| format!("{} could not be read: {fault}", path.display()))?;
    let source = wizard::Source { name: name_of(path), text };
    wizard::parse(&source).map_err(|fault| fault.to_string())
}

fn take_organization(window: &mut Window, read: Result<Organization, String>) {
    match read {
        Ok(organization) => window.desk.run(Command::Organization(Box::new(organization))),
        Err(fault) => window.say(Tone::Bad, fault),
    }
}

fn save_organization(ctx: &Context, window: &mut Window, path: PathBuf) {
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

fn organization_saved(window: &mut Window, failed: Option<String>) {
    match failed {
        Some(fault) => window.say(Tone::Bad, fault),
        None => window.say(Tone::Good, "The organization is saved. Other plans can open it."),
    }
}

/// Asks for the export folder, or says what has to be put right first.
pub(super) fn ask_where_to_export(ctx: &Context, window: &mut Window) {
    let Some(bench) = &window.bench else { return };
    match bench.problems().iter().find(|problem| problem.blocks()) {
        Some(problem) => {
            window.desk.focus_next = Some(super::pages::export::input_id(problem.field));
        }
        None => pick(ctx, window, Ask::ExportFolder),
    }
}

fn start_export(ctx: &Context, window: &mut Window, folder: PathBuf) {
    let Some(bench) = &window.bench else { return };
    let job = ExportJob {
        plan: bench.plan().clone(),
        secrets: bench.secrets.clone(),
        handbook: std::sync::Arc::clone(&window.around.handbook),
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
    handbook: std::sync::Arc<Handbook>,
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

fn exported(window: &mut Window, written: Result<export::Written, String>) {
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

/// The entry of a plan among the recent ones.
pub(super) fn recent(bench: &Bench, words: &Words) -> Recent {
    let plan = bench.plan();
    let steps = plan.journey.steps();
    let place = steps.iter().position(|step| *step == plan.step).unwrap_or(0) + 1;
    let joined = bench.verification().is_some_and(answers::is_proven);
    let stage = match (&plan.exported, joined) {
        (Some(_), _) => Stage::Exported,
        (None, true) => Stage::Verified,
        (None, false) => Stage::InProgress,
    };
    let journey = words.journey(plan.journey).card;
    Recent {
        path: bench.path.clone(),
        title: plan.title(),
        about: format!(
            "{journey}, step {place} of {}: {}",
            steps.len(),
            words.step(plan.step).name
        ),
        journey: plan.journey,
        stage,
    }
}
