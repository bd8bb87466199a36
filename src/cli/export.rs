//! `joinbench export`: the files of a plan.

use std::path::Path;

use jiff::civil::Date;
use zeroize::Zeroizing;

use super::args::ExportArgs;
use super::fail::Fail;
use super::files;
use super::page::{Page, count};
use super::reply::{Exit, Reply};
use crate::files::FileFault;
use crate::package::{self, Bundle, ManifestFile, Secrets};
use crate::plan::{Handbook, Plan, export, file, store};

/// The largest secrets file, in bytes; a bulk token has some thousand.
const LARGEST_SECRETS: usize = 64 * 1024;

/// The largest plan on standard input, as for a plan in a file.
const LARGEST_PLAN: usize = 64 * 1024 * 1024;

pub fn run(args: &ExportArgs, today: Date) -> Result<Reply, Fail> {
    let handbook = Handbook::built_in()?;
    let plan = open(&args.plan)?;
    let secrets = match &args.with_secrets {
        Some(path) => read_secrets(path)?,
        None => Secrets::default(),
    };
    let bundle = export::bundle(&plan, &secrets, &handbook, today, &args.only)?;
    export::write(&bundle, &args.to, |_, _| true)?;
    let manifest = bundle.manifest(&args.to.display().to_string());
    let text = text(&bundle, &manifest.files, &args.to);
    Ok(Reply::new(Exit::Yes, &manifest, &text)?.with_notes(warnings(&plan, &secrets, today)))
}

/// A plan from a file, or from standard input or a pipe.
fn open(path: &Path) -> Result<Plan, Fail> {
    let is_stream = files::is_standard_input(path) || (path.exists() && !path.is_file());
    if !is_stream {
        return Ok(store::open(path)?);
    }
    let text = files::text(path, LARGEST_PLAN).map_err(|fault| Fail::file(path, fault))?;
    file::from_text(&text).map_err(|fault| Fail::Plan { path: files::name(path), fault })
}

/// The secrets of a file, which is wiped from memory afterwards. No error
/// quotes what is in it.
fn read_secrets(path: &Path) -> Result<Secrets, Fail> {
    let failed = |fault| Fail::file(path, fault);
    let bytes = Zeroizing::new(files::bytes(path, LARGEST_SECRETS).map_err(failed)?);
    let text = std::str::from_utf8(&bytes).map_err(|_| failed(FileFault::NotText))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Secrets::parse(text).map_err(|fault| Fail::Secrets { path: path.display().to_string(), fault })
}

/// What does not stand in the way but should be known.
fn warnings(plan: &Plan, secrets: &Secrets, today: Date) -> Vec<String> {
    package::problems(&plan.package, secrets, &plan.device, today)
        .into_iter()
        .filter(|problem| !problem.blocks())
        .map(|problem| format!("{}: {}", problem.field.label(), problem.message))
        .collect()
}

fn text(bundle: &Bundle, written: &[ManifestFile], folder: &Path) -> String {
    let mut page = Page::default();
    let files = count(written.len(), "file is", "files are");
    page.line(&format!("{files} in {}", folder.display()));
    page.table(&rows(written));
    if !bundle.left_out.is_empty() {
        page.heading("Left out");
        for left_out in &bundle.left_out {
            page.hanging("  ", left_out);
        }
    }
    page.finish()
}

/// Each file, with a mark at those that hold secrets.
pub fn rows(written: &[ManifestFile]) -> Vec<[String; 2]> {
    let note = |file: &ManifestFile| {
        if file.holds_secrets { "holds secrets: keep it safe" } else { "" }
    };
    written.iter().map(|file| [file.name.clone(), note(file).to_owned()]).collect()
}
