//! The eight join paths, and registration as an alternative to them.

use serde::{Deserialize, Serialize};

/// A way by which a device can become Microsoft Entra joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum JoinPath {
    /// During the first setup (out of box).
    #[serde(rename = "oobe")]
    OutOfBox,
    /// From Settings on a device in use.
    #[serde(rename = "settings")]
    Settings,
    /// By a provisioning package with a bulk token.
    #[serde(rename = "package")]
    Package,
    #[serde(rename = "autopilot-user")]
    AutopilotUser,
    #[serde(rename = "autopilot-self")]
    AutopilotSelf,
    #[serde(rename = "autopilot-preprovisioned")]
    AutopilotPreprovisioned,
    #[serde(rename = "autopilot-existing")]
    AutopilotExisting,
    /// A virtual machine in Azure, by the sign-in extension.
    #[serde(rename = "azure-vm")]
    AzureVm,
}

impl JoinPath {
    /// Every path; where two are as good, the earlier is the better one.
    pub const ALL: [Self; 8] = [
        Self::OutOfBox,
        Self::Settings,
        Self::Package,
        Self::AutopilotUser,
        Self::AutopilotSelf,
        Self::AutopilotPreprovisioned,
        Self::AutopilotExisting,
        Self::AzureVm,
    ];

    /// The stable id on the command line and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::OutOfBox => "oobe",
            Self::Settings => "settings",
            Self::Package => "package",
            Self::AutopilotUser => "autopilot-user",
            Self::AutopilotSelf => "autopilot-self",
            Self::AutopilotPreprovisioned => "autopilot-preprovisioned",
            Self::AutopilotExisting => "autopilot-existing",
            Self::AzureVm => "azure-vm",
        }
    }

    /// The path with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|path| path.id() == id)
    }

    /// The path's place in [`JoinPath::ALL`].
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl std::fmt::Display for JoinPath {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.id())
    }
}
