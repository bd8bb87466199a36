//! What the window remembers between starts: theme, size, text scale, recent plans.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::plan::{Journey, store};
use crate::read::table::Mappings;
use crate::wizard;

/// Where the program keeps its files.
#[derive(Debug, Clone)]
pub struct Folders {
    /// Plans that were never saved elsewhere.
    pub plans: PathBuf,
    /// The settings.
    pub settings: PathBuf,
}

impl Folders {
    /// The folders of the person who is signed in; `None` where the system
    /// names no home.
    #[must_use]
    pub fn of_this_user() -> Option<Self> {
        let folders = directories::ProjectDirs::from("", "", "Joinbench")?;
        Some(Self {
            plans: folders.data_dir().join("plans"),
            settings: folders.config_dir().to_owned(),
        })
    }

    /// Folders below one folder: for tests, and where there is no home.
    #[must_use]
    pub fn below(folder: &Path) -> Self {
        Self { plans: folder.join("plans"), settings: folder.join("settings") }
    }

    fn settings_file(&self) -> PathBuf {
        self.settings.join("settings.ron")
    }
}

/// Light, dark, or as the system.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ThemeChoice {
    #[default]
    System,
    Light,
    Dark,
}

/// How far a recent plan is, for its chip on the first page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    InProgress,
    Verified,
    Exported,
}

/// A plan that was open lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recent {
    pub path: PathBuf,
    pub title: String,
    /// One line about it, for example "New device, step 5 of 7".
    pub about: String,
    pub journey: Journey,
    pub stage: Stage,
}

/// How many recent plans are kept.
const MOST_RECENT: usize = 8;

/// The settings.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub theme: ThemeChoice,
    /// Size of the window in points.
    pub window: Option<(f32, f32)>,
    /// 1 is normal, 2 is twice the size.
    pub zoom: Option<f32>,
    pub recent: Vec<Recent>,
    /// The folder with the organization's own rules.
    pub rules: Option<PathBuf>,
    /// What columns of lists mean, where somebody chose it.
    pub mappings: Mappings,
}

impl Settings {
    /// The settings as they were left. A file that cannot be read counts as
    /// none: settings are not worth a failed start.
    #[must_use]
    pub fn load(folders: &Folders) -> Self {
        std::fs::read_to_string(folders.settings_file())
            .ok()
            .and_then(|text| wizard::options().from_str(&text).ok())
            .unwrap_or_default()
    }

    /// Keeps the settings for the next start.
    ///
    /// # Errors
    /// Names the file that could not be written.
    pub fn save(&self, folders: &Folders) -> Result<(), store::StoreError> {
        let pretty = ron::ser::PrettyConfig::new().new_line("\n");
        let text = wizard::options().to_string_pretty(self, pretty)?;
        store::write_whole(&folders.settings_file(), text.as_bytes())
    }

    /// Puts a plan at the top of the recent ones.
    pub fn remember(&mut self, recent: Recent) {
        self.recent.retain(|other| other.path != recent.path);
        self.recent.insert(0, recent);
        self.recent.truncate(MOST_RECENT);
    }

    /// Drops plans whose files are gone.
    pub fn forget_missing(&mut self) {
        self.recent.retain(|recent| recent.path.exists());
    }
}
