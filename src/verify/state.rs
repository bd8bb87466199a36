//! The join state of a device, from its three flags and the user's one.

use serde::{Deserialize, Serialize};

use crate::read::StatusReport;
use crate::read::dsregcmd::yes_no;

/// What a device is to Microsoft Entra ID and to a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum JoinState {
    EntraJoined,
    HybridJoined,
    /// A member of an on-premises domain only.
    DomainJoined,
    /// Registered with an on-premises registration service.
    OnPremisesRegistered,
    /// Not joined, with a registered work account.
    Registered,
    NotJoined,
    Unknown,
}

impl JoinState {
    /// The stable id in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::EntraJoined => "entra-joined",
            Self::HybridJoined => "hybrid-joined",
            Self::DomainJoined => "domain-joined",
            Self::OnPremisesRegistered => "on-premises-registered",
            Self::Registered => "registered",
            Self::NotJoined => "not-joined",
            Self::Unknown => "unknown",
        }
    }

    /// Whether Microsoft Entra ID knows the device as joined.
    #[must_use]
    pub const fn is_joined(self) -> bool {
        matches!(self, Self::EntraJoined | Self::HybridJoined)
    }
}

/// The four flags that make the state; `None` is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Flags {
    pub entra: Option<bool>,
    pub enterprise: Option<bool>,
    pub domain: Option<bool>,
    pub workplace: Option<bool>,
}

impl Flags {
    pub fn of(report: &StatusReport) -> Self {
        let flag = |section, key| report.find(section, key).and_then(|row| yes_no(&row.value));
        let workplace = flag("User State", "WorkplaceJoined");
        Self {
            entra: flag("Device State", "AzureAdJoined"),
            enterprise: flag("Device State", "EnterpriseJoined"),
            domain: flag("Device State", "DomainJoined"),
            workplace: workplace.or(report.has_work_account().then_some(true)),
        }
    }

    pub fn state(self) -> JoinState {
        match (self.entra, self.enterprise, self.domain) {
            (Some(true), _, Some(false)) => JoinState::EntraJoined,
            (Some(true), _, Some(true)) => JoinState::HybridJoined,
            (Some(false), Some(true), _) => JoinState::OnPremisesRegistered,
            (Some(false), _, Some(true)) => JoinState::DomainJoined,
            (Some(false), _, Some(false)) if self.workplace == Some(true) => JoinState::Registered,
            (Some(false), _, Some(false)) => JoinState::NotJoined,
            _ => JoinState::Unknown,
        }
    }

    /// Joined and registered at once.
    pub fn is_dual(self) -> bool {
        self.entra == Some(true) && self.workplace == Some(true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(entra: &str, enterprise: &str, domain: &str, workplace: &str, expected: JoinState) {
        let flags = Flags {
            entra: yes_no(entra),
            enterprise: yes_no(enterprise),
            domain: yes_no(domain),
            workplace: yes_no(workplace),
        };
        assert_eq!(flags.state(), expected, "{flags:?}");
    }

    #[test]
    fn the_flags_make_the_state() {
        check("YES", "NO", "NO", "NO", JoinState::EntraJoined);
        check("YES", "NO", "YES", "NO", JoinState::HybridJoined);
        check("NO", "NO", "YES", "NO", JoinState::DomainJoined);
        check("NO", "YES", "YES", "NO", JoinState::OnPremisesRegistered);
        check("NO", "NO", "NO", "NO", JoinState::NotJoined);
        check("NO", "NO", "NO", "YES", JoinState::Registered);
        check("YES", "NO", "NO", "YES", JoinState::EntraJoined);
    }

    #[test]
    fn a_flag_that_is_not_known_is_not_a_no() {
        check("", "NO", "NO", "NO", JoinState::Unknown);
        check("ERROR", "NO", "YES", "NO", JoinState::Unknown);
        check("YES", "NO", "UNKNOWN", "NO", JoinState::Unknown);
    }
}
