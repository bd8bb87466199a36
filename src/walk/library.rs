//! Walks as they are loaded, and the walks that are built in.

use serde::Deserialize;

use super::screen::{Screen, ScreenId};
use super::vet::vet;
use super::what_if::WhatIf;
use crate::check::JoinPath;
use crate::wizard::{self, Source, WizardError};

/// The screens of one join path.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Walk {
    /// The stable id, for example `new-device`.
    pub id: String,
    pub path: JoinPath,
    pub title: String,
    pub about: String,
    /// Where the order of the screens and their labels come from.
    pub sources: Vec<Reference>,
    pub what_ifs: Vec<WhatIf>,
    pub start: ScreenId,
    pub screens: Vec<Screen>,
}

impl Walk {
    /// The screen with this id.
    #[must_use]
    pub fn screen(&self, id: &ScreenId) -> Option<&Screen> {
        self.screens.iter().find(|screen| screen.id == *id)
    }

    /// The what-if with this id.
    #[must_use]
    pub fn what_if(&self, id: &str) -> Option<&WhatIf> {
        self.what_ifs.iter().find(|what_if| what_if.id == id)
    }
}

/// A page that something was taken from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    pub title: String,
    pub url: String,
}

/// Every walk, in the order of the file names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Walks {
    walks: Vec<Walk>,
}

impl Walks {
    /// The walks of this program.
    ///
    /// # Errors
    /// Only a faulty build has a walk that cannot be used.
    pub fn built_in() -> Result<Self, WizardError> {
        Self::from_sources(&wizard::built_in_folder("walks")?)
    }

    /// Walks from RON files.
    ///
    /// # Errors
    /// Names the file, the line and the screen of the first fault: RON that
    /// cannot be read, a way that leads nowhere or in a circle, a screen that
    /// no way reaches, or one without the advice it owes.
    pub fn from_sources(sources: &[Source]) -> Result<Self, WizardError> {
        let mut walks: Vec<Walk> = Vec::with_capacity(sources.len());
        for source in sources {
            let walk: Walk = wizard::parse(source)?;
            vet(&walk).map_err(|fault| fault.in_source(source))?;
            if walks.iter().any(|other| other.id == walk.id) {
                let message = format!("another walk is called `{}` too", walk.id);
                return Err(WizardError::of_file(&source.name, message));
            }
            walks.push(walk);
        }
        Ok(Self { walks })
    }

    /// The walk with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Walk> {
        self.walks.iter().find(|walk| walk.id == id)
    }

    /// The walk of a join path; `None` where no screens are mirrored.
    #[must_use]
    pub fn for_path(&self, path: JoinPath) -> Option<&Walk> {
        self.walks.iter().find(|walk| walk.path == path)
    }

    /// Every walk.
    pub fn iter(&self) -> impl Iterator<Item = &Walk> {
        self.walks.iter()
    }
}
