//! Reports into the plan: from the disk, dropped or pasted.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::Context;

use super::gathering::{File, FileRead, Gathered, Input, ReadFrom, gather};
use super::{Outcome, sorting};
use crate::app::desk::Action;
use crate::app::sorting::Sorting;
use crate::app::theme::Tone;
use crate::app::window::Window;
use crate::files::{self, Known, Named, PASTED};
use crate::plan::{AddedReport, Command, Journey, Plan, Step, store};
use crate::read::apart::Identity;
use crate::read::{Encoding, Recognised};

/// Reads text that a person pasted; each paste is a source of its own.
pub fn read_text(ctx: &Context, window: &mut Window, text: String) {
    let name = files::free_name(PASTED, &known(window));
    start(ctx, window, vec![Input::Text { name, text }]);
}

/// Reads files and folders that a person chose.
pub fn read_files(ctx: &Context, window: &mut Window, paths: Vec<PathBuf>) {
    start(ctx, window, paths.into_iter().map(file).collect());
}

fn file(path: PathBuf) -> Input {
    let named = Named { name: files::own_name(&path), path };
    Input::File(File { named, encoding: None, found: false })
}

/// The sources of the open plan and of what waits, with the files behind them.
fn known(window: &Window) -> Known {
    let mut known = Known::new();
    if let Some(bench) = &window.bench {
        let reports = bench.plan().reports.iter().map(|note| &note.source);
        let proof = bench.plan().proof.iter().map(|report| &report.source);
        for source in reports.chain(proof) {
            known.insert(source.to_string(), bench.files.get(source).cloned());
        }
    }
    for waiting in window.sorting.iter().flat_map(|sorting| &sorting.files) {
        known.insert(waiting.report.source.to_string(), waiting.from.path().map(Path::to_owned));
    }
    known
}

/// A file of the open plan, under the name that it has there.
fn of_plan(window: &Window, source: &str, encoding: Option<Encoding>) -> Option<Input> {
    let path = window.bench.as_ref()?.files.get(source)?.clone();
    let named = Named { path, name: source.to_owned() };
    Some(Input::File(File { named, encoding, found: false }))
}

/// Reads a file of the open plan once more, in the encoding that a person chose.
pub fn read_again(ctx: &Context, window: &mut Window, source: &str, encoding: Encoding) {
    if let Some(input) = of_plan(window, source, Some(encoding)) {
        start(ctx, window, vec![input]);
    }
}

/// Shows what the columns of a list of the open plan are taken for.
pub fn show_columns(ctx: &Context, window: &mut Window, source: &str) {
    if let Some(input) = of_plan(window, source, None) {
        start_with(ctx, window, vec![input], true);
    }
}

/// Reads the files that wait once more, after a mapping was forgotten.
pub fn sort_again(ctx: &Context, window: &mut Window) {
    let files = window.sorting.take().map(|sorting| sorting.files).unwrap_or_default();
    let again = |one: FileRead| {
        let name = one.report.source.to_string();
        match one.from {
            ReadFrom::File(path) => {
                Input::File(File { named: Named { path, name }, encoding: None, found: false })
            }
            ReadFrom::Paste(text) => Input::Text { name, text: text.to_string() },
        }
    };
    start_with(ctx, window, files.into_iter().map(again).collect(), true);
}

/// Takes the files that were dropped on the window, on whatever page.
pub fn take_dropped(ctx: &Context, window: &mut Window) {
    let dropped = ctx.input(|input| input.raw.dropped_files.clone());
    let (plans, reports): (Vec<PathBuf>, Vec<PathBuf>) =
        dropped.iter().map(|file| file.path().to_owned()).partition(|path| store::is_plan(path));
    if let Some(plan) = plans.into_iter().next() {
        window.desk.send(Action::OpenPlan(plan));
    }
    if !reports.is_empty() {
        // What lies over the page would hide what the files say.
        window.overlay = None;
        window.desk.close_guide();
        read_files(ctx, window, reports);
    }
}

fn start(ctx: &Context, window: &mut Window, inputs: Vec<Input>) {
    start_with(ctx, window, inputs, false);
}

fn start_with(ctx: &Context, window: &mut Window, inputs: Vec<Input>, columns_asked: bool) {
    window.notice = None;
    let mappings = window.settings.mappings.clone();
    let texts = window.around.words.texts.reading.clone();
    let known = known(window);
    window.around.jobs.start(ctx, Some("Reading reports"), move |watch| {
        gather(inputs, &known, columns_asked, &mappings, &texts, watch)
            .map_or(Outcome::Cancelled, Outcome::Read)
    });
}

/// What was read goes into the open plan; without one, it starts one. Where it
/// is about several devices, somebody has to say which one is meant.
pub fn take(ctx: &Context, window: &mut Window, mut gathered: Gathered) {
    let says = gathered.says(&window.around.words.texts.reading);
    let tone = gathered.tone();
    if let Some(unread) = gathered.take_unread().filter(|_| window.desk.paste.is_empty()) {
        window.desk.paste = unread;
    }
    sort(ctx, window, gathered.read);
    // A plan that is started takes older messages away.
    if let Some(says) = says {
        window.say(tone, says);
    }
}

fn sort(ctx: &Context, window: &mut Window, read: Vec<FileRead>) {
    if read.is_empty() {
        return;
    }
    let plan = window.plan().map(identity);
    // Files that wait already and new ones are sorted together.
    let waiting = window.sorting.take().map(|sorting| sorting.files).unwrap_or_default();
    let is_read_anew =
        |old: &FileRead| read.iter().any(|new| new.report.source == old.report.source);
    let mut files: Vec<FileRead> = waiting.into_iter().filter(|old| !is_read_anew(old)).collect();
    files.extend(read);
    let sorting = Sorting::new(files, plan);
    if sorting.is_open() {
        sorting::begin(ctx, window, sorting);
    } else {
        put_into_plan(window, sorting.files);
    }
}

/// What new reports are compared with. A device is often renamed on its way, so
/// proof is compared with the proof that is there already.
fn identity(plan: &Plan) -> Identity {
    if plan.step == Step::Verify {
        Identity::of_all(plan.proof.iter().map(Identity::of_status))
    } else {
        Identity::of_device(&plan.device)
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
    tell_elsewhere(window, &read);
    for file in by_file(read) {
        for one in &file {
            if let (Some(bench), Some(path)) = (&mut window.bench, one.from.path()) {
                bench.files.insert(Arc::clone(&one.report.source), path.to_owned());
            }
        }
        let reports = file.into_iter().map(|one| one.report).collect();
        for command in commands(reports, proving) {
            window.desk.run(command);
        }
    }
}

/// What was read, file by file.
fn by_file(read: Vec<FileRead>) -> Vec<Vec<FileRead>> {
    let mut files: Vec<Vec<FileRead>> = Vec::new();
    for one in read {
        let same = |file: &&mut Vec<FileRead>| {
            file.first().is_some_and(|first| first.report.source == one.report.source)
        };
        match files.iter_mut().find(same) {
            Some(file) => file.push(one),
            None => files.push(vec![one]),
        }
    }
    files
}

/// Pages that do not list the reports say that some were read.
fn tell_elsewhere(window: &mut Window, read: &[FileRead]) {
    let lists_them = |step| matches!(step, Step::Device | Step::Verify);
    if window.plan().is_none_or(|plan| lists_them(plan.step)) {
        return;
    }
    let mut names: Vec<&str> = read.iter().map(|file| &*file.report.source).collect();
    names.dedup();
    if !names.is_empty() {
        let text = window.around.words.texts.reading.read.replace("{}", &names.join(", "));
        window.say(Tone::Good, text);
    }
}

/// On the Verify page a dsregcmd report is proof of what the device is now;
/// anywhere else a report tells what it was like when it came to the bench.
fn commands(reports: Vec<Recognised>, proving: bool) -> Vec<Command> {
    let is_proof = |report: &Recognised| proving && report.status.is_some();
    let (proof, others): (Vec<_>, Vec<_>) = reports.into_iter().partition(is_proof);
    let proof: Vec<_> = proof.into_iter().filter_map(|report| report.status).collect();
    let others: Vec<_> = others.into_iter().map(AddedReport::of).collect();
    let proof = (!proof.is_empty()).then_some(Command::AddProof(proof));
    let others = (!others.is_empty()).then_some(Command::AddReports(others));
    proof.into_iter().chain(others).collect()
}
