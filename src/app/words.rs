//! The words of the pages, from `wizard/app/pages.ron`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::plan::{Journey, Step};
use crate::wizard::{self, WizardError};

/// A page's heading.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    pub title: String,
    pub about: String,
}

/// A step's name in the rail and its heading.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StepWords {
    pub name: String,
    pub title: String,
    pub about: String,
}

/// A journey's name in the rail and its card on the first page.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JourneyWords {
    pub name: String,
    pub card: String,
    pub about: String,
}

/// All words of the pages.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub home: Heading,
    /// The card of the rehearsal on the first page.
    pub rehearsal: Heading,
    steps: BTreeMap<Step, StepWords>,
    journeys: BTreeMap<Journey, JourneyWords>,
    join_titles: BTreeMap<Journey, String>,
    pub texts: Texts,
}

/// What the pages say beside their headings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    pub help: Vec<String>,
    /// The least work that opens a path, and the look ahead.
    pub fixes: FixTexts,
    pub interview: InterviewTexts,
    pub own_rules: OwnRulesTexts,
    /// Below a question that the package settings answer.
    pub package_says_yes: String,
    pub package_says_no: String,
    /// Why the Organization page asks.
    pub why_answers: Vec<String>,
    pub at_hand: AtHand,
    /// How to take a dsregcmd report.
    pub capture: String,
    pub scan: ScanWords,
    /// The page "Capture from a device".
    pub capturing: CaptureWords,
    /// What proves an enrollment, which a report cannot.
    pub enrolled: String,
    pub enrolled_proof: Vec<String>,
    /// What is said below every mirrored screen.
    pub replica: String,
}

/// What the scan field says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScanWords {
    pub title: String,
    pub about: String,
    pub label: String,
    pub hint: String,
    pub question: String,
    pub ask_again: String,
    /// Stands before the name of the source that says the same.
    pub same_as: String,
    pub differs: String,
    /// The serial number of the label is not that of the firmware.
    pub board: String,
    /// The two differ as two keyboard layouts do.
    pub layout: String,
}

/// What "Capture from a device" says. A step that ends in a colon is followed
/// by the command.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaptureWords {
    pub title: String,
    pub about: String,
    pub powershell: String,
    pub prompt: String,
    pub powershell_steps: Vec<String>,
    pub prompt_steps: Vec<String>,
    pub save: String,
    pub copy: String,
    pub copied: String,
    pub saved: String,
    pub code_title: String,
    pub powershell_code: String,
    pub prompt_code: String,
    pub copy_line: String,
    pub line_copied: String,
}

/// What is said about fixes on the Eligibility page. `{}` is where a path, a
/// finding or a list goes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixTexts {
    /// Above the join paths.
    pub paths: String,
    pub title: String,
    pub about: String,
    /// The name of a switch that supposes one fix to be done.
    pub suppose: String,
    pub suppose_all: String,
    pub then: String,
    pub clear: String,
    pub comes_up: String,
    /// On a finding.
    pub what_if: String,
    pub stop_supposing: String,
}

/// What the interview says; `{n}` is a number, `{}` the label of a field.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterviewTexts {
    pub begin: String,
    pub about: String,
    pub left: String,
    pub field: String,
    pub take: String,
    pub not_known: String,
    pub end: String,
    pub settled: String,
    pub open: String,
}

/// What the settings say about the organization's own rules.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnRulesTexts {
    pub label: String,
    pub none: String,
    pub choose: String,
    pub forget: String,
    pub about: String,
}

/// What a person needs beside the device, by circumstance.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtHand {
    pub internet: String,
    pub security_key: String,
    pub access_pass: String,
    pub password: String,
    pub phone: String,
    pub no_method: String,
    pub federation: String,
    pub administrator: String,
}

impl Words {
    /// The built-in words.
    ///
    /// # Errors
    /// Names file, line and column of a fault; only a faulty build has one.
    pub fn built_in() -> Result<Self, WizardError> {
        wizard::parse(&wizard::built_in("app/pages.ron")?)
    }

    /// The words of a step.
    #[must_use]
    pub fn step(&self, step: Step) -> StepWords {
        self.steps.get(&step).cloned().unwrap_or_default()
    }

    /// The words of a journey.
    #[must_use]
    pub fn journey(&self, journey: Journey) -> JourneyWords {
        self.journeys.get(&journey).cloned().unwrap_or_default()
    }

    /// The title of the Join page, which differs by journey.
    #[must_use]
    pub fn join_title(&self, journey: Journey) -> &str {
        self.join_titles.get(&journey).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_and_journey_has_words() {
        let words = Words::built_in().unwrap();
        for journey in [Journey::NewDevice, Journey::DeviceInUse, Journey::Proof] {
            assert!(!words.journey(journey).card.is_empty(), "{journey:?}");
            assert!(!words.join_title(journey).is_empty(), "{journey:?}");
            for step in journey.steps() {
                assert!(!words.step(*step).title.is_empty(), "{step:?}");
            }
        }
    }
}
