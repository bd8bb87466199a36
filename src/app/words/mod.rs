//! The words of the pages, from `wizard/app/pages.ron`.

mod texts;

use std::collections::BTreeMap;

use serde::Deserialize;

use super::guide::Guide;
use crate::plan::{Journey, Step};
use crate::wizard::{self, WizardError};

pub use texts::{
    CaptureWords, DropTexts, HomeTexts, ReadingTexts, SortingTexts, Texts, ThisComputer,
};

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
    pub home: HomeTexts,
    /// The card of the rehearsal on the first page.
    pub rehearsal: Heading,
    guides: BTreeMap<Guide, StepWords>,
    steps: BTreeMap<Step, StepWords>,
    journeys: BTreeMap<Journey, JourneyWords>,
    join_titles: BTreeMap<Journey, String>,
    pub texts: Texts,
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

    /// The words of a guide.
    #[must_use]
    pub fn guide(&self, guide: Guide) -> StepWords {
        self.guides.get(&guide).cloned().unwrap_or_default()
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
    fn every_guide_has_words() {
        let words = Words::built_in().unwrap();
        for guide in [Guide::Joins, Guide::Rules] {
            assert!(!words.guide(guide).title.is_empty(), "{guide:?}");
        }
    }

    #[test]
    fn every_step_and_journey_has_words() {
        let words = Words::built_in().unwrap();
        for journey in [Journey::NewDevice, Journey::DeviceInUse, Journey::Proof] {
            assert!(!words.journey(journey).card.is_empty(), "{journey:?}");
            assert!(!words.join_title(journey).is_empty(), "{journey:?}");
            assert!(words.texts.joins.start.contains_key(&journey), "{journey:?}");
            assert!(words.texts.joins.go_on.contains_key(&journey), "{journey:?}");
            for step in journey.steps() {
                assert!(!words.step(*step).title.is_empty(), "{step:?}");
            }
        }
    }
}
