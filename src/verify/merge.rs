//! Several captures of one device, read as one.
//!
//! User and sign-in states need the signed-in user, the test of the key needs
//! an administrator: one capture seldom tells all.

use std::sync::Arc;

use crate::read::StatusReport;
use crate::read::dsregcmd::{Section, is_known, yes_no};

/// Sections that speak of the user who ran the command.
const OF_THE_USER: [&str; 3] = ["User State", "SSO State", "Ngc Prerequisite Check"];

/// Merges captures of one device: the first counts, later ones fill what it
/// left unknown. What speaks of the user comes whole from the first capture
/// that an Entra user made.
#[must_use]
pub fn merge(reports: &[StatusReport]) -> StatusReport {
    let Some((first, rest)) = reports.split_first() else { return StatusReport::default() };
    let mut merged = first.clone();
    for report in rest {
        if by_entra_user(report) && !by_entra_user(&merged) {
            take_user_sections(&mut merged, report);
        }
        for section in &report.sections {
            fill(&mut merged, section, &report.source);
        }
    }
    merged
}

fn by_entra_user(report: &StatusReport) -> bool {
    let yes =
        |section, key| report.find(section, key).and_then(|row| yes_no(&row.value)) == Some(true);
    yes("Ngc Prerequisite Check", "IsUserAzureAD") || yes("SSO State", "AzureAdPrt")
}

/// Drops what the first capture says of its user; filling brings the other's.
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
