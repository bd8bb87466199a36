//! Which join fits: Microsoft Entra join, hybrid join or registration, side by
//! side (`wizard/facts/joins.ron`), and what speaks for each of them in a
//! situation (`wizard/facts/situations.ron`).

mod advice;
mod situation;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use advice::{Advice, Because, Other};
pub use situation::{Situation, Vote};

use super::fact::Facts;
use super::rule::Reference;
use super::table::{Sourced, Table, sourced};
use crate::wizard::{self, WizardError};

/// A way in which a device becomes known to Microsoft Entra ID. Where two fit
/// as well, the earlier is the better one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Join {
    Entra,
    Hybrid,
    Registration,
}

impl Join {
    /// Every join, the best first.
    pub const ALL: [Self; 3] = [Self::Entra, Self::Hybrid, Self::Registration];

    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Entra => "entra",
            Self::Hybrid => "hybrid",
            Self::Registration => "registration",
        }
    }
}

/// The words for a join.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JoinWords {
    pub title: String,
    /// What it is, in a sentence or two.
    pub about: String,
    /// What to do for it where no walk of this program leads there, in order.
    pub next: Vec<String>,
}

/// One line of the comparison: what each join has to say of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Aspect {
    pub id: String,
    pub label: String,
    /// Keys of the sources of the file.
    sources: Vec<String>,
    cells: BTreeMap<Join, Vec<String>>,
}

sourced!(Aspect, id);

impl Aspect {
    /// What this join has to say, statement by statement.
    #[must_use]
    pub fn of(&self, join: Join) -> &[String] {
        self.cells.get(&join).map_or(&[], Vec::as_slice)
    }
}

/// Reasons that no situation gives.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AdviceWords {
    by_default: String,
    silent: String,
    fewer: String,
    none: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct JoinFile {
    sources: BTreeMap<String, Reference>,
    joins: BTreeMap<Join, JoinWords>,
    table: Vec<Aspect>,
    words: AdviceWords,
}

/// The three joins, what tells them apart, and the situations they fit.
#[derive(Debug, Clone)]
pub struct Joins {
    words: Vec<JoinWords>,
    table: Table<Aspect>,
    situations: Table<Situation>,
    advice: AdviceWords,
}

impl Joins {
    /// The joins of `wizard/facts/joins.ron` and `situations.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault; a join without words or a
    /// cell that is missing is one.
    pub fn built_in() -> Result<Self, WizardError> {
        const FILE: &str = "facts/joins.ron";
        let mut file: JoinFile = wizard::parse(&wizard::built_in(FILE)?)?;
        let table = Table { sources: file.sources, rows: file.table }.checked(FILE)?;
        let words: Option<Vec<JoinWords>> =
            Join::ALL.iter().map(|join| file.joins.remove(join)).collect();
        let words = words.ok_or_else(|| WizardError::of_file(FILE, "a join has no words"))?;
        let gap = table.rows.iter().find(|row| Join::ALL.iter().any(|j| row.of(*j).is_empty()));
        if let Some(row) = gap {
            let message = format!("`{}` says nothing of a join", row.name());
            return Err(WizardError::of_file(FILE, message));
        }
        let situations = Table::<Situation>::built_in("facts/situations.ron")?;
        Ok(Self { words, table, situations, advice: file.words })
    }

    /// The words for a join.
    #[must_use]
    pub fn words(&self, join: Join) -> Option<&JoinWords> {
        self.words.get(join as usize)
    }

    /// What a join is called.
    #[must_use]
    pub fn title(&self, join: Join) -> &str {
        self.words(join).map_or(join.id(), |words| &words.title)
    }

    /// The lines of the comparison.
    #[must_use]
    pub fn aspects(&self) -> &[Aspect] {
        &self.table.rows
    }

    /// Where a line of the comparison comes from.
    pub fn sources_of<'a>(&'a self, aspect: &'a Aspect) -> impl Iterator<Item = &'a Reference> {
        aspect.sources.iter().filter_map(|key| self.table.sources.get(key))
    }

    /// Every source of the comparison, each once.
    pub fn sources(&self) -> impl Iterator<Item = &Reference> {
        self.table.sources.values()
    }

    /// Every situation, those that only a device tells included, the most
    /// binding first.
    #[must_use]
    pub fn situations(&self) -> &[Situation] {
        &self.situations.rows
    }

    /// The situations that a person can choose.
    pub fn choices(&self) -> impl Iterator<Item = &Situation> {
        self.situations().iter().filter(|situation| situation.is_choice())
    }

    /// Which join and which path fit these situations. What is known of a
    /// device counts as well, and goes first.
    #[must_use]
    pub fn advise(&self, chosen: &[&str], device: Option<&Facts<'_>>) -> Advice<'_> {
        advice::advise(self, chosen, device)
    }
}
