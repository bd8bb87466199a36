//! What a rule does to each join path.

use serde::{Deserialize, Serialize};

use crate::check::JoinPath;

/// What a firing case does to one join path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all(serialize = "kebab-case"))]
pub enum Effect {
    /// The join cannot work.
    Block,
    /// The path is not meant for such a device at all.
    NotApplicable,
    /// The join works, with a drawback.
    Warn,
    /// Worth knowing.
    Info,
    /// Right as it is.
    Ok,
}

/// The effects of one case; a path without one is left alone.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "Cells")]
pub struct Effects([Option<Effect>; JoinPath::ALL.len()]);

impl Effects {
    /// The effect on one path.
    #[must_use]
    pub fn on(&self, path: JoinPath) -> Option<Effect> {
        self.0.get(path.index()).copied().flatten()
    }

    /// Every path with an effect, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (JoinPath, Effect)> {
        JoinPath::ALL.into_iter().zip(self.0).filter_map(|(path, cell)| Some((path, cell?)))
    }

    /// Whether no path is touched.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(Option::is_none)
    }
}

/// Effects as they stand in RON. `every` is for each path that is not named.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Cells {
    every: Option<Effect>,
    oobe: Option<Effect>,
    settings: Option<Effect>,
    package: Option<Effect>,
    autopilot_user: Option<Effect>,
    autopilot_self: Option<Effect>,
    autopilot_preprovisioned: Option<Effect>,
    autopilot_existing: Option<Effect>,
    azure_vm: Option<Effect>,
}

impl From<Cells> for Effects {
    fn from(cells: Cells) -> Self {
        Self(JoinPath::ALL.map(|path| {
            let cell = match path {
                JoinPath::OutOfBox => cells.oobe,
                JoinPath::Settings => cells.settings,
                JoinPath::Package => cells.package,
                JoinPath::AutopilotUser => cells.autopilot_user,
                JoinPath::AutopilotSelf => cells.autopilot_self,
                JoinPath::AutopilotPreprovisioned => cells.autopilot_preprovisioned,
                JoinPath::AutopilotExisting => cells.autopilot_existing,
                JoinPath::AzureVm => cells.azure_vm,
            };
            cell.or(cells.every)
        }))
    }
}
