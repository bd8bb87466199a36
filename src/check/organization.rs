//! What is known about the organization that the device joins.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::device::key::keys;
use crate::device::{BadValue, Kind, Unit, Value};

const COUNT: Kind = Kind::Number { unit: Unit::None, slack: 0 };

keys! {
    /// A question to the organization or to the person who joins. Its words
    /// stand in `wizard/facts/questions.ron`.
    pub enum Question("a question to the organization");

    /// Whether "Users may join devices" lets this account join.
    AccountMayJoin "account_may_join" Kind::YesNo;
    /// Devices each person may have in Microsoft Entra ID; 50 unless changed.
    DeviceLimit "device_limit" COUNT;
    /// Devices this account has already.
    DevicesOwned "devices_owned" COUNT;
    /// Whether joining asks for multifactor authentication.
    MfaRequired "mfa_required" Kind::YesNo;
    /// Whether the account is in the MDM user scope, so that joining enrolls the device.
    AutoEnroll "auto_enroll" Kind::YesNo;
    /// Whether the account has an Intune (MDM) license.
    MdmLicense "mdm_license" Kind::YesNo;
    /// Whether an enrollment restriction blocks personally owned Windows devices.
    PersonalBlocked "personal_blocked" Kind::YesNo;
    /// Where passwords are checked.
    Identity "identity" Kind::Choice(&["managed", "federated"]);
    /// How the person signs in on the device.
    SignInMethod "sign_in_method"
        Kind::Choice(&["password", "security-key", "temporary-access-pass"]);
    /// Whether this account has a way to do multifactor authentication.
    MfaMethod "mfa_method" Kind::YesNo;
    /// Whether the organization uses Windows Hello for Business.
    HelloForBusiness "hello_for_business" Kind::YesNo;
    /// Whether this device is registered in Windows Autopilot with a profile assigned.
    AutopilotRegistered "autopilot_registered" Kind::YesNo;
    /// Whether a Configuration Manager task sequence for Autopilot on existing devices is ready.
    AutopilotTaskSequence "autopilot_task_sequence" Kind::YesNo;
    /// Whether the device reaches the internet where it is joined.
    InternetAtJoin "internet_at_join" Kind::YesNo;
}

/// The tenant and its answers; reusable across plans.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Organization {
    /// The name that the join shows, for example `Contoso`.
    pub name: String,
    /// The tenant ID, a GUID without braces; empty when not known.
    pub tenant_id: String,
    /// The primary domain, for example `contoso.com`.
    pub domain: String,
    /// What is known; a question without an entry is "not known".
    pub answers: BTreeMap<Question, Value>,
}

impl Organization {
    /// The answer to a question; `None` is "not known".
    #[must_use]
    pub fn answer(&self, question: Question) -> Option<&Value> {
        self.answers.get(&question)
    }

    /// Takes an answer as typed; an empty one means "not known".
    ///
    /// # Errors
    /// Says what would fit when the text does not fit the question.
    pub fn type_in(&mut self, question: Question, typed: &str) -> Result<(), BadValue> {
        if typed.trim().is_empty() {
            self.answers.remove(&question);
        } else {
            self.answers.insert(question, question.kind().parse(typed)?);
        }
        Ok(())
    }
}
