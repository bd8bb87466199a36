//! `joinbench demo`: the Contoso demo, in the window or into a folder.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Serialize;

use super::args::DemoArgs;
use super::export::rows;
use super::fail::Fail;
use super::page::{Page, count};
use super::reply::{Exit, Reply, SCHEMA};
use super::window;
use crate::app::{OpenError, Opening};
use crate::check::JoinPath;
use crate::package::{Bundle, ManifestFile};
use crate::plan::{Handbook, Plan, answers, demo, export, file, store};
use crate::verify::JoinState;

/// Where the demo goes when there is no display.
const FOLDER: &str = "joinbench-demo";

/// The plan of the demo.
const PLAN: &str = "contoso.joinplan";

pub fn run(args: &DemoArgs, json: bool, today: Option<Date>) -> Result<Reply, Fail> {
    if let Some(folder) = &args.to {
        return write(folder, today, None);
    }
    if json {
        return write(&PathBuf::from(FOLDER), today, None);
    }
    match window::open(Opening::Demo, today) {
        Ok(()) => Reply::new(Exit::Yes, &(), ""),
        Err(fault @ OpenError::Stopped(_)) => Err(fault.into()),
        Err(fault) => write(&PathBuf::from(FOLDER), today, Some(&fault)),
    }
}

/// Runs the demo without a window and writes every file of it.
fn write(folder: &Path, today: Option<Date>, no_window: Option<&OpenError>) -> Result<Reply, Fail> {
    let today = today.unwrap_or(demo::TODAY);
    let handbook = Handbook::built_in()?;
    let plan = demo::plan_on(&handbook, today)?;
    let bundle = export::bundle(&plan, &demo::secrets()?, &handbook, today, &[])?;
    write_samples(folder)?;
    write_readable(&folder.join(PLAN), &file::to_text(&plan).map_err(store::StoreError::from)?)?;
    export::write(&bundle, folder, |_, _| true)?;
    let outcome = Outcome::of(&plan, &handbook, &bundle, folder, today);
    let notes = no_window.map(|fault| {
        format!("{fault} So the demo was run without the window: every file is in {FOLDER}.")
    });
    Ok(Reply::new(Exit::Yes, &outcome, &outcome.text())?.with_notes(notes))
}

fn write_samples(folder: &Path) -> Result<(), Fail> {
    for name in demo::REPORTS.into_iter().chain([demo::PROOF, demo::ORGANIZATION]) {
        write_readable(&folder.join(name), &demo::sample(name)?.text)?;
    }
    // Written for its owner only, as any file with secrets, though these open nothing.
    let secrets = demo::sample(demo::SECRETS)?;
    store::write_for_owner(&folder.join(demo::SECRETS), secrets.text.as_bytes())?;
    Ok(())
}

fn write_readable(path: &Path, text: &str) -> Result<(), Fail> {
    store::write_whole(path, text.as_bytes())?;
    let failed = |source| store::StoreError::Write { path: path.to_owned(), source };
    store::make_readable(path).map_err(failed)?;
    Ok(())
}

/// What the demo shows, and where its files are.
#[derive(Serialize)]
struct Outcome {
    schema: u32,
    dir: String,
    today: Date,
    verdict: &'static str,
    best_path: Option<JoinPath>,
    state: Option<JoinState>,
    /// The reports and the plan.
    made_from: Vec<&'static str>,
    /// The export.
    files: Vec<ManifestFile>,
}

impl Outcome {
    fn of(plan: &Plan, handbook: &Handbook, bundle: &Bundle, folder: &Path, today: Date) -> Self {
        let report = answers::check(plan, handbook, today);
        let made_from = demo::REPORTS
            .into_iter()
            .chain([demo::PROOF, demo::ORGANIZATION, demo::SECRETS, PLAN])
            .collect();
        let dir = folder.display().to_string();
        Self {
            schema: SCHEMA,
            files: bundle.manifest(&dir).files,
            dir,
            today,
            verdict: report.verdict.id(),
            best_path: report.best_path,
            state: answers::verification(plan, handbook, today).map(|proof| proof.state),
            made_from,
        }
    }

    fn text(&self) -> String {
        let mut page = Page::default();
        let number = self.made_from.len() + self.files.len();
        page.line(&format!(
            "The Contoso demo: {} in {}",
            count(number, "file is", "files are"),
            self.dir
        ));
        page.heading("What it shows");
        let best = self.best_path.map_or("none", JoinPath::id);
        let state = self.state.map_or("unknown", JoinState::id);
        page.line(&format!("  checked on {}: {}, best path {best}", self.today, self.verdict));
        page.line(&format!("  proven afterwards: {state}"));
        page.heading("What it is made from");
        let made: Vec<[String; 2]> =
            self.made_from.iter().map(|name| [(*name).to_owned(), about(name)]).collect();
        page.table(&made);
        page.heading("What it writes");
        page.table(&rows(&self.files));
        page.heading("Try it");
        let file = |name: &str| Path::new(&self.dir).join(name).display().to_string();
        page.line(&format!("  joinbench check {}", demo::REPORTS.map(file).join(" ")));
        page.line(&format!("  joinbench verify {}", file(demo::PROOF)));
        page.line(&format!("  joinbench {}", file(PLAN)));
        page.finish()
    }
}

fn about(name: &str) -> String {
    match name {
        demo::PROOF => "the device after the join",
        demo::ORGANIZATION => "the invented organization",
        demo::SECRETS => "invented secrets that open nothing",
        PLAN => "the plan",
        _ => "the device as it came to the bench",
    }
    .to_owned()
}
