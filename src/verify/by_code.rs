//! The checks that look at several rows.

#![expect(clippy::unnecessary_wraps, reason = "every check of the table has the same type")]

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::checks::{Case, Found};
use super::state::JoinState;
use super::{Expect, TenantMatch};
use crate::read::dsregcmd::{Row, is_entra_account, is_known, validity, yes_no};

/// The check that compares the state with the expected one.
pub(super) const JOIN_STATE: &str = "join-state";

/// A check that looks at several rows: its id, how its outcome is found, and
/// every outcome it can have.
pub(super) type ByCode =
    (&'static str, for<'a> fn(&Case<'a>) -> Option<Found<'a>>, &'static [&'static str]);

pub(super) const BY_CODE: &[ByCode] = &[
    (
        JOIN_STATE,
        join_state,
        &[
            "entra-joined",
            "hybrid-joined",
            "entra-instead-of-hybrid",
            "hybrid-instead-of-entra",
            "domain-joined",
            "on-premises-registered",
            "registered",
            "not-joined",
            "unknown",
        ],
    ),
    ("device", device, &["same", "other"]),
    ("dual-state", dual_state, &["dual"]),
    ("tenant", tenant, &["match", "mismatch", "missing"]),
    ("certificate", certificate, &["valid", "expired", "early", "unclear", "absent"]),
    ("account", account, &["entra", "local", "absent"]),
    ("prt", prt, &["present", "not-entra", "missing", "refused", "absent"]),
    ("service-connection-point", service_connection_point, &["missing", "passed", "failed"]),
    ("object-sync", object_sync, &["pending", "failed"]),
];

fn join_state<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let outcome = match (case.state, case.ask.expect) {
        (JoinState::EntraJoined, Expect::Hybrid) => "entra-instead-of-hybrid",
        (JoinState::HybridJoined, Expect::Entra) => "hybrid-instead-of-entra",
        (state, _) => state.id(),
    };
    let key = match case.state {
        JoinState::DomainJoined => "DomainJoined",
        JoinState::OnPremisesRegistered => "EnterpriseJoined",
        _ => "AzureAdJoined",
    };
    Some(Found::new(outcome, case.report.find("Device State", key)))
}

/// Whether the report is of the device that is meant. Windows that was set up
/// anew has another name, so this is never wrong for sure.
fn device<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let row = case.report.find("Device State", "Device Name").filter(|row| is_known(&row.value))?;
    let name = without_domain(&row.value);
    let wanted = case.ask.names.iter().map(|wanted| without_domain(wanted));
    let is_same = |wanted: &str| wanted.eq_ignore_ascii_case(name);
    let outcome = if wanted.clone().any(is_same) { "same" } else { "other" };
    let expected = wanted.clone().next()?;
    Some(Found::new(outcome, Some(row)).with("name", name).with("expected", expected))
}

fn without_domain(name: &str) -> &str {
    name.trim().split('.').next().unwrap_or_default()
}

fn dual_state<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let row = case.report.find("User State", "WorkplaceJoined");
    case.flags.is_dual().then(|| Found::new("dual", row))
}

fn tenant<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let outcome = match case.tenant.expected {
        TenantMatch::Match => "match",
        TenantMatch::Mismatch => "mismatch",
        TenantMatch::Unknown => "missing",
        TenantMatch::NotAsked => return None,
    };
    let id = case.tenant.id.clone().unwrap_or_default();
    let name =
        case.tenant.name.as_ref().map_or_else(|| id.clone(), |name| format!("{name} ({id})"));
    let wanted = case.ask.tenant.clone().unwrap_or_default();
    let row = case.report.find("Tenant Details", "TenantId");
    Some(Found::new(outcome, row).with("tenant", name).with("expected", wanted))
}

/// Whether today is inside the validity, by whole days in UTC.
fn certificate<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let Some(row) = case.report.find("Device Details", "DeviceCertificateValidity") else {
        return Some(Found::new("absent", None));
    };
    let Some((start, end)) = validity(&row.value) else {
        return Some(Found::new("unclear", Some(row)));
    };
    let day = |time: Timestamp| time.to_zoned(TimeZone::UTC).date();
    let (start, end) = (day(start), day(end));
    let outcome = if case.today < start {
        "early"
    } else if case.today > end {
        "expired"
    } else {
        "valid"
    };
    let found = Found::new(outcome, Some(row));
    Some(found.with("start", start.to_string()).with("end", end.to_string()))
}

fn account<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let (answer, row) = user_is_entra(case);
    Some(match answer {
        Some(true) => Found::new("entra", row),
        Some(false) => Found::new("local", row),
        None => Found::new("absent", None),
    })
}

/// Whether an Entra user ran the command, and the row that tells:
/// `IsUserAzureAD`, else a token that only such a user has, else the account's
/// name. On a hybrid joined device the name is that of the domain and does not
/// tell.
fn user_is_entra<'a>(case: &Case<'a>) -> (Option<bool>, Option<&'a Row>) {
    let said = case.report.find("Ngc Prerequisite Check", "IsUserAzureAD");
    if let Some(answer) = said.and_then(|row| yes_no(&row.value)) {
        return (Some(answer), said);
    }
    let token = case.report.find("SSO State", "AzureAdPrt");
    if token.and_then(|row| yes_no(&row.value)) == Some(true) {
        return (Some(true), token);
    }
    let name = case.report.find("Diagnostic Data", "Executing Account Name");
    let name = name.filter(|row| is_known(&row.value));
    match name.map(|row| is_entra_account(&row.value)) {
        Some(false) if case.state != JoinState::EntraJoined => (None, None),
        answer => (answer, name),
    }
}

fn prt<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let row = case.report.find("SSO State", "AzureAdPrt");
    Some(match row.and_then(|row| yes_no(&row.value)) {
        None => Found::new("absent", row),
        Some(true) => Found::new("present", row),
        Some(false) => match (user_is_entra(case).0, attempt(case)) {
            (Some(false), _) => Found::new("not-entra", row),
            (_, Some(attempt)) => Found::new("refused", row).with("attempt", attempt),
            (_, None) => Found::new("missing", row),
        },
    })
}

/// The status of the last attempt and the server's words, when it failed.
fn attempt(case: &Case<'_>) -> Option<String> {
    let text = |key| {
        let row = case.report.find("SSO State", key).filter(|row| is_known(&row.value))?;
        Some(row.value.trim())
    };
    let status = text("Attempt Status").filter(|status| !is_success(status));
    let server = text("Server Error Description").or_else(|| text("Server Error Code"));
    match (status, server) {
        (Some(status), Some(server)) => Some(format!("{status}: {server}")),
        (status, server) => status.or(server).map(str::to_owned),
    }
}

fn is_success(status: &str) -> bool {
    status.trim_start_matches("0x").chars().all(|digit| digit == '0')
}

/// The error when Active Directory has no service connection point.
const NO_CONNECTION_POINT: &str = "0x801c001d";

/// The error when Microsoft Entra ID does not know the computer object.
const NOT_SYNCED: &str = "0x801c03f2";

/// The errors of the last registration, on devices in a domain only.
fn registration_errors<'a>(case: &Case<'a>) -> Vec<&'a Row> {
    ["Client ErrorCode", "Server ErrorCode"]
        .into_iter()
        .filter_map(|key| case.report.find("Diagnostic Data", key))
        .filter(|row| is_known(&row.value) && !is_success(&row.value))
        .collect()
}

fn with_code<'a>(errors: &[&'a Row], code: &str) -> Option<&'a Row> {
    errors.iter().copied().find(|row| row.value.to_lowercase().contains(code))
}

/// The pre-join test of Active Directory.
fn service_connection_point<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let row = case.report.find("Diagnostic Data", "AD Configuration Test")?;
    let value = row.value.to_lowercase();
    let no_point = with_code(&registration_errors(case), NO_CONNECTION_POINT).is_some();
    if value.starts_with("fail") {
        let missing = no_point || value.contains("0x80070002");
        Some(Found::new(if missing { "missing" } else { "failed" }, Some(row)))
    } else if value.starts_with("pass") {
        Some(Found::new("passed", Some(row)))
    } else {
        None
    }
}

fn object_sync<'a>(case: &Case<'a>) -> Option<Found<'a>> {
    let errors = registration_errors(case);
    if let Some(row) = with_code(&errors, NOT_SYNCED) {
        return Some(Found::new("pending", Some(row)));
    }
    // A missing connection point has a check of its own.
    if with_code(&errors, NO_CONNECTION_POINT).is_some() {
        return None;
    }
    errors.first().map(|row| Found::new("failed", Some(*row)))
}
