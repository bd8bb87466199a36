//! The rows that Windows is known to print, each with its section.
//!
//! The labels stay English in every language of Windows. The table serves
//! pastes that lost their line breaks and their sections.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A known row: its key and the section it stands in since Windows 10 1809.
pub(super) struct Known {
    pub key: &'static str,
    pub section: &'static str,
}

/// The sections with their rows, as current releases print them.
const SECTIONS: &[(&str, &[&str])] = &[
    (
        "Device State",
        &[
            "AzureAdJoined",
            "EnterpriseJoined",
            "DomainJoined",
            "DomainName",
            "Virtual Desktop",
            "Device Name",
        ],
    ),
    (
        "Device Details",
        &[
            "DeviceId",
            "Thumbprint",
            "DeviceCertificateValidity",
            "KeyContainerId",
            "KeyProvider",
            "TpmProtected",
            "KeySignTest",
            "DeviceAuthStatus",
        ],
    ),
    (
        "Tenant Details",
        &[
            "TenantName",
            "TenantId",
            "Idp",
            "AuthCodeUrl",
            "AccessTokenUrl",
            "MdmUrl",
            "MdmTouUrl",
            "MdmComplianceUrl",
            "dmComplianceUrl",
            "SettingsUrl",
            "JoinSrvVersion",
            "JoinSrvUrl",
            "JoinSrvId",
            "KeySrvVersion",
            "KeySrvUrl",
            "KeySrvId",
            "WebAuthNSrvVersion",
            "WebAuthNSrvUrl",
            "WebAuthNSrvId",
            "DeviceManagementSrvVersion",
            "DeviceManagementSrvVer",
            "DeviceManagementSrvUrl",
            "DeviceManagementSrvId",
        ],
    ),
    (
        "User State",
        &[
            "NgcSet",
            "NgcKeyId",
            "CanReset",
            "WorkplaceJoined",
            "WamDefaultSet",
            "WamDefaultAuthority",
            "WamDefaultId",
            "WamDefaultGUID",
        ],
    ),
    (
        "SSO State",
        &[
            "AzureAdPrt",
            "AzureAdPrtUpdateTime",
            "AzureAdPrtExpiryTime",
            "AzureAdPrtAuthority",
            "EnterprisePrt",
            "EnterprisePrtUpdateTime",
            "EnterprisePrtExpiryTime",
            "EnterprisePrtAuthority",
            "OnPremTgt",
            "CloudTgt",
            "KerbTopLevelNames",
            "Previous Prt Attempt",
            "Acquire Prt Diagnostics",
            "Attempt Status",
            "User Identity",
            "Credential Type",
            "Correlation ID",
            "Endpoint URI",
            "HTTP Method",
            "HTTP Error",
            "HTTP Status",
            "Https Status",
            "Server Error Code",
            "Server Error Description",
        ],
    ),
    (
        "Diagnostic Data",
        &[
            "AadRecoveryNeeded",
            "AadRecoveryEnabled",
            "Diagnostics Reference",
            "User Context",
            "Client Time",
            "AD Connectivity Test",
            "AD Configuration Test",
            "DRS Discovery Test",
            "DRS Connectivity Test",
            "Token acquisition Test",
            "Fallback to Sync-Join",
            "Previous Registration",
            "Registration Type",
            "Error Phase",
            "Client ErrorCode",
            "Server ErrorCode",
            "Server Message",
            "Server ErrorSubCode",
            "Server Operation",
            "Server Response",
            "Request Id",
            "Executing Account Name",
            "Last HostName Update",
        ],
    ),
    (
        "Work Account 1",
        &[
            "WorkplaceDeviceId",
            "WorkplaceThumbprint",
            "WorkplaceIdp",
            "WorkplaceTenantId",
            "WorkplaceTenantName",
            "WorkplaceMdmUrl",
            "WorkplaceSettingsUrl",
        ],
    ),
    (
        "IE Proxy Config for Current User",
        &[
            "Auto Detect Settings",
            "Auto-Configuration URL",
            "Proxy Server List",
            "Proxy Bypass List",
        ],
    ),
    ("WinHttp Default Proxy Config", &["Access Type"]),
    (
        "Ngc Prerequisite Check",
        &[
            "IsDeviceJoined",
            "IsUserAzureAD",
            "PolicyEnabled",
            "PostLogonEnabled",
            "DeviceEligible",
            "SessionIsNotRemote",
            "CertEnrollment",
            "AdfsRefreshToken",
            "AdfsRaIsReady",
            "LogonCertTemplateReady",
            "PreReqResult",
            "X509CertRequired",
        ],
    ),
];

/// Keys that were renamed between releases, as (other, one), normalized.
const RENAMED: &[(&str, &str)] = &[
    ("devicemanagementsrvver", "devicemanagementsrvversion"),
    ("dmcomplianceurl", "mdmcomplianceurl"),
    ("httpsstatus", "httpstatus"),
    ("aadrecoveryneeded", "aadrecoveryenabled"),
];

/// A key or title without case, blanks and punctuation, under its newest name.
pub(super) fn normalize(name: &str) -> String {
    let plain: String =
        name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    let renamed = RENAMED.iter().find(|(other, _)| *other == plain);
    renamed.map_or(plain, |(_, one)| (*one).to_owned())
}

/// Whether a section belongs to a registered account, not to the device.
pub(super) fn is_work_account(title: &str) -> bool {
    normalize(title).starts_with("workaccount")
}

/// Whether a key of the device appears again below each work account.
pub(super) fn is_repeated(key: &str) -> bool {
    const REPEATED: [&str; 6] = [
        "NgcSet",
        "KeyProvider",
        "KeyContainerId",
        "TpmProtected",
        "Thumbprint",
        "DeviceCertificateValidity",
    ];
    REPEATED.contains(&key)
}

/// Every known row.
pub(super) fn all() -> impl DoubleEndedIterator<Item = Known> {
    SECTIONS.iter().flat_map(|(section, keys)| keys.iter().map(|key| Known { key, section }))
}

/// The section of a key, for pastes that lost it.
pub(super) fn home(key: &str) -> Option<&'static str> {
    static HOMES: LazyLock<BTreeMap<String, &str>> = LazyLock::new(|| {
        // Of two sections with the same key, the first is meant.
        all().rev().map(|known| (normalize(known.key), known.section)).collect()
    });
    HOMES.get(&normalize(key)).copied()
}

/// Whether the value of a key is a sentence, which may hold what looks like
/// other rows: `AADSTS50126: … Correlation ID: …`.
pub(super) fn is_sentence(key: &str) -> bool {
    const SENTENCES: [&str; 4] =
        ["Server Error Description", "Server Message", "Server Response", "Diagnostics Reference"];
    let key = normalize(key);
    SENTENCES.iter().any(|known| normalize(known) == key)
}

/// The key by which a line shows that it comes from `dsregcmd /status`.
pub(super) fn marks_report(line: &str) -> Option<&'static str> {
    const MARKS: [&str; 6] = [
        "AzureAdJoined",
        "EnterpriseJoined",
        "WorkplaceJoined",
        "AzureAdPrt",
        "DeviceCertificateValidity",
        "DeviceAuthStatus",
    ];
    MARKS.into_iter().find(|mark| !positions(line, mark).is_empty())
}

/// Where a line has `key` as a word followed by a colon.
pub(super) fn positions(line: &str, key: &str) -> Vec<usize> {
    let found = line.match_indices(key).filter(|(start, _)| {
        let before = line.get(..*start).and_then(|head| head.chars().next_back());
        let after = line.get(start + key.len()..).unwrap_or_default();
        before.is_none_or(|c| c.is_whitespace() || c == '|' || c == '+')
            && after.trim_start().starts_with(':')
    });
    found.map(|(start, _)| start).collect()
}
