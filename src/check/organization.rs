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
    /// Whether the account is a guest from another organization.
    AccountIsGuest "account_is_guest" Kind::YesNo;
    /// Devices each person may have in Microsoft Entra ID; 50 unless changed.
    DeviceLimit "device_limit" COUNT;
    /// Devices this account has already.
    DevicesOwned "devices_owned" COUNT;
    /// Whether joining asks for multifactor authentication.
    MfaRequired "mfa_required" Kind::YesNo;
    /// Whether the planned device name is one that Windows and Autopilot take.
    DeviceNameFits "device_name_fits" Kind::YesNo;
    /// Whether whoever joins a device becomes its local administrator.
    JoinerBecomesAdmin "joiner_becomes_admin" Kind::YesNo;
    /// Whether the account is in the MDM user scope, so that joining enrolls the device.
    AutoEnroll "auto_enroll" Kind::YesNo;
    /// Whether the organization has Microsoft Entra ID P1 or P2.
    EntraPremium "entra_premium" Kind::YesNo;
    /// Whether the account has an Intune (MDM) license.
    MdmLicense "mdm_license" Kind::YesNo;
    /// Whether an enrollment restriction blocks Windows (MDM) as a whole.
    WindowsBlocked "windows_blocked" Kind::YesNo;
    /// Whether an enrollment restriction blocks personally owned Windows devices.
    PersonalBlocked "personal_blocked" Kind::YesNo;
    /// Whether this device stands in the list of corporate identifiers.
    CorporateIdentifier "corporate_identifier" Kind::YesNo;
    /// Whether Conditional Access policies for all apps leave enrollment out.
    EnrollmentExcluded "enrollment_excluded" Kind::YesNo;
    /// Where passwords are checked.
    Identity "identity" Kind::Choice(&["managed", "federated"]);
    /// Whether the federation service offers what joining and signing in need.
    FederationReady "federation_ready" Kind::YesNo;
    /// Whether the sign-in name is verified and the same on-premises.
    SignInNameFits "sign_in_name_fits" Kind::YesNo;
    /// How the person signs in on the device.
    SignInMethod "sign_in_method"
        Kind::Choice(&["password", "security-key", "temporary-access-pass"]);
    /// Whether the person has nothing but a smart card to sign in with.
    SmartCardOnly "smart_card_only" Kind::YesNo;
    /// Whether this account has a way to do multifactor authentication.
    MfaMethod "mfa_method" Kind::YesNo;
    /// Whether the organization uses Windows Hello for Business.
    HelloForBusiness "hello_for_business" Kind::YesNo;
    /// Whether this device is registered in Windows Autopilot with a profile assigned.
    AutopilotRegistered "autopilot_registered" Kind::YesNo;
    /// Whether Intune still holds the record of an earlier deployment that was not unblocked.
    AutopilotRecordBlocked "autopilot_record_blocked" Kind::YesNo;
    /// Whether the Microsoft Entra object that came with the registration is still there.
    AutopilotObjectKept "autopilot_object_kept" Kind::YesNo;
    /// Whether the profile allows pre-provisioning, with an enrollment status page.
    PreprovisioningAllowed "preprovisioning_allowed" Kind::YesNo;
    /// Whether the mainboard or TPM was replaced after the hardware hash was taken.
    HardwareChanged "hardware_changed" Kind::YesNo;
    /// Whether the service Microsoft Account Sign-in Assistant can start.
    SignInAssistant "sign_in_assistant" Kind::YesNo;
    /// Whether a Configuration Manager task sequence for Autopilot on existing devices is ready.
    AutopilotTaskSequence "autopilot_task_sequence" Kind::YesNo;
    /// Whether the account of the package may join devices.
    PackageMayJoin "package_may_join" Kind::YesNo;
    /// Whether the account of the package is left out of multifactor authentication.
    PackageMfaExcluded "package_mfa_excluded" Kind::YesNo;
    /// Whether the bulk token of the package is valid on the day it is used.
    BulkTokenValid "bulk_token_valid" Kind::YesNo;
    /// Whether the virtual machine has a system-assigned identity in the tenant it joins.
    AzureIdentity "azure_identity" Kind::YesNo;
    /// Whether the person has a role that lets them sign in to the virtual machine.
    AzureSignInRole "azure_sign_in_role" Kind::YesNo;
    /// Whether another device of the tenant has the virtual machine's name.
    AzureNameTaken "azure_name_taken" Kind::YesNo;
    /// Whether the device reaches the internet where it is joined.
    InternetAtJoin "internet_at_join" Kind::YesNo;
    /// Whether the addresses that a join needs are open and not inspected.
    EndpointsOpen "endpoints_open" Kind::YesNo;
    /// Whether the clock of the device is right to the minute.
    ClockRight "clock_right" Kind::YesNo;
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
