//! An open plan with everything that is worked out from it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;

use super::work::Pen;
use crate::check::Report;
use crate::package::{self, FieldProblem, Secrets};
use crate::plan::{Command, Handbook, History, Plan, Refused, answers};
use crate::verify::Verification;

/// Whether what is on the screen is on the disk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// Nothing was changed since the plan was opened.
    Unchanged,
    /// Being written.
    Saving,
    /// Written at this time of day.
    At(String),
    /// Not written; why, and the way out.
    Failed(String),
}

/// An open plan.
#[derive(Debug)]
pub struct Bench {
    history: History,
    pub path: PathBuf,
    pub saved: Saved,
    /// In memory only.
    pub secrets: Secrets,
    pub today: Date,
    report: Report,
    verification: Option<Verification>,
    problems: Vec<FieldProblem>,
    /// Counts the changes, so that a late save is not taken for the newest.
    pub version: u64,
    /// Whether a save is on its way.
    pub is_being_written: bool,
    pub(super) pen: Pen,
    /// Where the reports of this session were read, by source: to read one
    /// again in another encoding.
    pub files: BTreeMap<Arc<str>, PathBuf>,
}

impl Bench {
    /// Opens a plan on the bench.
    #[must_use]
    pub fn new(plan: Plan, path: PathBuf, handbook: &Handbook, today: Date) -> Self {
        let secrets = Secrets::default();
        Self {
            report: answers::check(&plan, handbook, today),
            verification: answers::verification(&plan, handbook, today),
            problems: package::problems(&plan.package, &secrets, &plan.device, today),
            history: History::new(plan),
            path,
            saved: Saved::Unchanged,
            secrets,
            today,
            version: 0,
            is_being_written: false,
            pen: Pen::default(),
            files: BTreeMap::new(),
        }
    }

    #[must_use]
    pub fn plan(&self) -> &Plan {
        self.history.plan()
    }

    #[must_use]
    pub fn history(&self) -> &History {
        &self.history
    }

    #[must_use]
    pub fn report(&self) -> &Report {
        &self.report
    }

    #[must_use]
    pub fn verification(&self) -> Option<&Verification> {
        self.verification.as_ref()
    }

    /// What is wrong with the package settings.
    #[must_use]
    pub fn problems(&self) -> &[FieldProblem] {
        &self.problems
    }

    /// Carries a command out; says whether anything changed.
    ///
    /// # Errors
    /// Says why the command was refused.
    pub fn run(&mut self, command: Command, handbook: &Handbook) -> Result<bool, Refused> {
        let is_move = command.is_move();
        let changed = self.history.run(command)?;
        if changed {
            self.changed(handbook, is_move);
        }
        Ok(changed)
    }

    pub fn undo(&mut self, handbook: &Handbook) -> bool {
        let changed = self.history.undo();
        if changed {
            self.changed(handbook, false);
        }
        changed
    }

    pub fn redo(&mut self, handbook: &Handbook) -> bool {
        let changed = self.history.redo();
        if changed {
            self.changed(handbook, false);
        }
        changed
    }

    /// Works everything out again: after a change, with new secrets, on
    /// another day.
    pub fn refresh(&mut self, handbook: &Handbook, today: Date) {
        self.today = today;
        let plan = self.history.plan();
        self.report = answers::check(plan, handbook, today);
        self.verification = answers::verification(plan, handbook, today);
        self.problems = package::problems(&plan.package, &self.secrets, &plan.device, today);
    }

    /// Whether the newest state is not on the disk yet.
    #[must_use]
    pub fn needs_saving(&self) -> bool {
        self.saved == Saved::Saving
    }

    fn changed(&mut self, handbook: &Handbook, is_move: bool) {
        self.version += 1;
        self.saved = Saved::Saving;
        if !is_move {
            self.refresh(handbook, self.today);
        }
    }
}
