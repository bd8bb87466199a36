//! One screen of a walk, and the ways that lead out of it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::replica::Replica;
use crate::check::{Condition, Facts, Truth};

/// The name of a screen inside its walk, for example `enter-password`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ScreenId(String);

impl ScreenId {
    /// The name as it stands in the RON file.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for ScreenId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

impl fmt::Display for ScreenId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One screen that a person meets on the device.
///
/// Sentences may hold `**bold**` marks (see [`super::spans`]) and placeholders
/// such as `{account}` (see [`super::fill`]).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screen {
    pub id: ScreenId,
    /// The part of the walk in a word or two, for example `Sign in`.
    pub phase: String,
    /// What the person does here, for example `Type the work or school address`.
    pub title: String,
    /// The steps on this screen, in order.
    #[serde(rename = "do")]
    pub do_: Vec<String>,
    /// What tells that it went right.
    #[serde(default)]
    pub see: Vec<Cue>,
    /// What helps some people and not others.
    #[serde(default)]
    pub hints: Vec<Hint>,
    /// What to do when the device shows something else.
    pub otherwise: Vec<Otherwise>,
    /// What other releases of Windows call the same thing.
    #[serde(default)]
    pub wording: Vec<Wording>,
    pub minutes: Minutes,
    pub replica: Replica,
    /// Where the walk goes on, the first open way first. Empty on the last screen.
    #[serde(default)]
    pub next: Vec<Branch>,
    /// How the walk ends here; `None` when it goes on.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

impl Screen {
    /// Every screen that a person can say they see next: the branches first,
    /// then what stands under "otherwise".
    pub fn exits(&self) -> impl Iterator<Item = &ScreenId> {
        let branches = self.next.iter().map(|branch| &branch.go);
        branches.chain(self.otherwise.iter().filter_map(|other| other.go.as_ref()))
    }
}

/// Something the person should see.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Cue(pub String);

/// Advice for some people, with the picture that stands in front of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hint {
    pub icon: super::Illustration,
    pub text: String,
}

/// What a person may see instead, and what to do then.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Otherwise {
    pub sees: String,
    pub then: String,
    /// The screen where the walk goes on in that case.
    #[serde(default)]
    pub go: Option<ScreenId>,
}

/// What a release of Windows calls this screen or its parts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wording {
    /// The releases, for example `Windows 10`.
    pub on: String,
    pub says: String,
}

/// How long a screen takes, in whole minutes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub struct Minutes(pub u16, pub u16);

/// One way on from a screen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Branch {
    #[serde(default = "always")]
    pub when: Condition,
    pub go: ScreenId,
    /// The way may stay closed although its condition holds: no fact tells.
    #[serde(default)]
    pub maybe: bool,
    /// The way to expect while it is not known which one opens.
    #[serde(default)]
    pub likely: bool,
}

impl Branch {
    /// Whether the way is open.
    #[must_use]
    pub fn open(&self, facts: &Facts<'_>) -> Truth {
        match self.when.holds(facts) {
            Truth::Yes if self.maybe => Truth::Unknown,
            truth => truth,
        }
    }

    /// Whether the way is open whatever the facts are.
    #[must_use]
    pub fn is_sure(&self) -> bool {
        self.when == Condition::Always && !self.maybe
    }
}

fn always() -> Condition {
    Condition::Always
}

/// How a walk ends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Outcome {
    Joined,
    /// The join did not happen. The code is one of the trouble codes, where
    /// the device shows one or the symptom has one.
    Failed {
        #[serde(default)]
        code: Option<String>,
    },
}
