//! A situation, and what it says of each join.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Join;
use crate::check::JoinPath;
use crate::check::condition::{Condition, Truth};
use crate::check::endpoint::path_ids;
use crate::check::fact::Facts;
use crate::check::table::sourced;

/// What a situation says of a join, with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub enum Vote {
    Best(String),
    Works(String),
    No(String),
}

impl Vote {
    /// The reason.
    #[must_use]
    pub fn reason(&self) -> &str {
        match self {
            Self::Best(reason) | Self::Works(reason) | Self::No(reason) => reason,
        }
    }
}

/// A situation, as it stands in `wizard/facts/situations.ron`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// Stable, for the command line.
    pub id: String,
    /// The heading under which it is offered.
    #[serde(default)]
    pub group: String,
    /// Empty for what only a device can tell.
    #[serde(default)]
    pub title: String,
    #[serde(default)]
    pub about: String,
    /// What the device told, for example `It runs Windows Home`.
    #[serde(default)]
    says: String,
    /// How a device tells by itself.
    #[serde(default)]
    when: Option<Condition>,
    /// The join paths that fit, the best first; none means it does not care.
    #[serde(default, deserialize_with = "path_ids")]
    pub paths: Vec<JoinPath>,
    votes: BTreeMap<Join, Vote>,
    sources: Vec<String>,
}

sourced!(Situation, id);

impl Situation {
    /// Whether a person can choose it.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        !self.title.is_empty()
    }

    /// What it is called: its title, or what the device told.
    #[must_use]
    pub fn name(&self) -> &str {
        if self.is_choice() { &self.title } else { &self.says }
    }

    /// What it says of a join; `None` leaves it open.
    #[must_use]
    pub fn vote(&self, join: Join) -> Option<&Vote> {
        self.votes.get(&join)
    }

    /// Whether the device tells that it is so.
    #[must_use]
    pub fn holds(&self, device: &Facts<'_>) -> bool {
        self.when.as_ref().is_some_and(|when| when.holds(device) == Truth::Yes)
    }

    pub(super) fn rules_out(&self, join: Join) -> bool {
        matches!(self.vote(join), Some(Vote::No(_)))
    }

    pub(super) fn prefers(&self, join: Join) -> bool {
        matches!(self.vote(join), Some(Vote::Best(_)))
    }
}
