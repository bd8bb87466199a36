//! Several captures of one device, read as one.
//!
//! User and sign-in states need the signed-in user, the test of the key needs
//! an administrator: one capture seldom tells all.

use std::sync::Arc;

use jiff::Timestamp;

use crate::read::StatusReport;
use crate::read::dsregcmd::{Section, is_known, moment, yes_no};

/// Sections that speak of the user who ran the command.
const OF_THE_USER: [&str; 3] = ["User State", "SSO State", "Ngc Prerequisite Check"];

/// Merges captures of one device: the latest counts, earlier ones fill what it
/// left unknown. What speaks of the user comes whole from the latest capture
/// that an Entra user made. A capture of another join says nothing of this one.
#[must_use]
pub fn merge(reports: &[StatusReport]) -> StatusReport {
    let latest_first = latest_first(reports);
    let Some((latest, rest)) = latest_first.split_first() else { return StatusReport::default() };
    let mut merged = (*latest).clone();
    for report in rest {
        // What an earlier capture has filled in counts here, too.
        if !is_of_one_join(&merged, report) {
            continue;
        }
        if by_entra_user(report) && !by_entra_user(&merged) {
            take_user_sections(&mut merged, report);
        }
        for section in &report.sections {
            fill(&mut merged, section, &report.source);
        }
    }
    merged
}

/// By the clock of the device; where a capture does not tell the time, in the
/// order in which they came.
fn latest_first(reports: &[StatusReport]) -> Vec<&StatusReport> {
    let mut sorted: Vec<&StatusReport> = reports.iter().rev().collect();
    if reports.iter().all(|report| time(report).is_some()) {
        sorted.sort_by_key(|report| std::cmp::Reverse(time(report)));
    }
    sorted
}

fn time(report: &StatusReport) -> Option<Timestamp> {
    moment(&report.find("Diagnostic Data", "Client Time")?.value)
}

/// Whether both were made while the device was joined in the same way.
fn is_of_one_join(one: &StatusReport, other: &StatusReport) -> bool {
    const DECIDING: [(&str, &str); 5] = [
        ("Device State", "AzureAdJoined"),
        ("Device State", "EnterpriseJoined"),
        ("Device State", "DomainJoined"),
        ("Device Details", "DeviceId"),
        ("Tenant Details", "TenantId"),
    ];
    let known = |report: &StatusReport, (section, key): (&str, &str)| {
        let row = report.find(section, key).filter(|row| is_known(&row.value))?;
        Some(row.value.trim().to_ascii_lowercase())
    };
    DECIDING.into_iter().all(|row| match (known(one, row), known(other, row)) {
        (Some(one), Some(other)) => one == other,
        _ => true,
    })
}

fn by_entra_user(report: &StatusReport) -> bool {
    let yes =
        |section, key| report.find(section, key).and_then(|row| yes_no(&row.value)) == Some(true);
    yes("Ngc Prerequisite Check", "IsUserAzureAD") || yes("SSO State", "AzureAdPrt")
}

/// Drops what the latest capture says of its user; filling brings the other's.
fn take_user_sections(merged: &mut StatusReport, report: &StatusReport) {
    merged.sections.retain(|section| {
        let of_the_user = OF_THE_USER.contains(&section.title.as_str());
        !of_the_user || !report.sections.iter().any(|other| other.title == section.title)
    });
}

fn fill(merged: &mut StatusReport, section: &Section, source: &Arc<str>) {
    let same = merged.sections.iter_mut().position(|known| known.title == section.title);
    let place = same.unwrap_or_else(|| {
        merged.sections.push(Section { title: section.title.clone(), rows: Vec::new() });
        merged.sections.len() - 1
    });
    let Some(known) = merged.sections.get_mut(place) else { return };
    for row in &section.rows {
        let mut row = row.clone();
        row.source.get_or_insert_with(|| Arc::clone(source));
        match known.rows.iter_mut().find(|other| other.key == row.key) {
            None => known.rows.push(row),
            Some(other) if !is_known(&other.value) && is_known(&row.value) => *other = row,
            Some(_) => {}
        }
    }
}
