//! The answer of a check, as the window shows it and `check --json` prints it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::fix::{Task, Way};
use super::gate::Gate;
use super::judge::Judgement;
use super::path::JoinPath;
use super::registration::Registration;
use super::rule::{Effect, Effort};
use super::verdict::{PathVerdict, Verdict};
use crate::device::Value;

/// The number of the JSON shape; it changes only when the shape does.
const SCHEMA: u32 = 1;

/// Everything a check has to say about one device. Its JSON is the body of
/// `check --json`; what only the window needs is left out there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    schema: u32,
    pub today: Date,
    pub verdict: Verdict,
    /// The path to take, now or after a fix.
    pub best_path: Option<JoinPath>,
    /// Every path, the best first.
    pub paths: Vec<PathAnswer>,
    /// What can be had instead of a join; it is no join path.
    alternatives: [Registration; 1],
    pub windows11: Gate,
    /// One for each rule, in the order to act.
    pub findings: Vec<Finding>,
}

/// The answer for one path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PathAnswer {
    pub path: JoinPath,
    pub verdict: PathVerdict,
    /// The ids of the rules that decide.
    pub rules: Vec<String>,
    /// Why the path stands where it stands, as a sentence.
    pub because: String,
    /// What it takes to join by it.
    pub way: Way,
    /// The ids of the rules that are taken for granted.
    #[serde(skip)]
    pub presumed: Vec<String>,
    /// The answer in the words for a device.
    #[serde(skip)]
    pub as_device: Verdict,
}

/// What a rule found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    Fires,
    Passes,
    Unknown,
}

impl Outcome {
    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Fires => "fires",
            Self::Passes => "passes",
            Self::Unknown => "unknown",
        }
    }
}

/// A rule's answer for one device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The id of the rule.
    pub rule: String,
    pub result: Outcome,
    /// What the rule does, or could do while it is undecided, to each path.
    pub effects: BTreeMap<JoinPath, Effect>,
    pub title: String,
    pub because: String,
    pub fix: Vec<String>,
    pub alternative: Option<String>,
    pub sources: Vec<String>,
    pub evidence: Vec<Evidence>,
    /// The fields and questions whose answers are missing, by id.
    pub needs: Vec<String>,
    #[serde(skip)]
    pub why: String,
    #[serde(skip)]
    pub effort: Effort,
    /// What a person has to do about it.
    #[serde(skip)]
    pub task: Task,
    /// What is taken for granted while the answer is missing.
    #[serde(skip)]
    pub presumed: Option<String>,
    /// What about the rule is not verified.
    #[serde(skip)]
    pub unverified: Option<String>,
}

/// A value that a rule looked at, and where it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The id of the field or question.
    pub field: String,
    pub value: Value,
    /// For example `dsregcmd.txt:8`; `organization` for a question.
    pub from: String,
}

impl Report {
    pub(super) fn new(
        today: Date,
        judgement: &Judgement,
        paths: Vec<PathAnswer>,
        registration: Registration,
        windows11: Gate,
        findings: Vec<Finding>,
    ) -> Self {
        let (verdict, best_path) = (judgement.verdict(), judgement.best_path());
        let alternatives = [registration];
        Self { schema: SCHEMA, today, verdict, best_path, paths, alternatives, windows11, findings }
    }

    /// The answer for one path.
    #[must_use]
    pub fn path(&self, path: JoinPath) -> Option<&PathAnswer> {
        self.paths.iter().find(|answer| answer.path == path)
    }

    /// Whether the device can be registered instead of joined.
    #[must_use]
    pub fn registration(&self) -> &Registration {
        let [registration] = &self.alternatives;
        registration
    }

    /// The verdict when only this path counts (`check --path`).
    #[must_use]
    pub fn for_path(&self, path: JoinPath) -> Verdict {
        self.path(path).map_or(Verdict::Unknown, |answer| answer.as_device)
    }

    /// The same report with a verdict that speaks of one path.
    #[must_use]
    pub fn narrowed_to(mut self, path: JoinPath) -> Self {
        self.verdict = self.for_path(path);
        self.best_path = matches!(self.verdict, Verdict::Ready | Verdict::Fix).then_some(path);
        self
    }

    /// The answer of one rule.
    #[must_use]
    pub fn finding(&self, rule: &str) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.rule == rule)
    }
}
