//! `systeminfo` as text, in any language.
//!
//! The labels are translated, the order of the rows is not. Rows are found by
//! counting from two anchors that no language translates: the type of the
//! system (`x64-based PC`) and the boot device (`\Device\…`).

mod rows;
mod words;

use super::content::Content;
use super::findings::Findings;
use super::format::{Format, Reader};
use super::{cpu, junk, machine, os_name};
use crate::device::{Field, Place};
use rows::{Row, Rows};

pub(super) const READER: Reader = Reader { format: Format::SystemInfoText, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() {
        return None;
    }
    let rows = Rows::new(&content.text);
    // `Get-ComputerInfo` prints the number alone; `systeminfo` adds the build.
    let version = rows.version().filter(|row| row.value.contains(' '))?;
    let anchor = rows.kind().or_else(|| rows.boot_device())?;
    Some(format!(
        "Line {} has a Windows version and line {} {}, in the order of systeminfo.",
        version.line, anchor.line, anchor.value
    ))
}

fn read(content: &Content, findings: &mut Findings) {
    let rows = Rows::new(&content.text);
    if let Some(row) = rows.host() {
        findings.put_text(Field::Hostname, row.value, row.place());
    }
    windows(&rows, findings);
    configuration(&rows, findings);
    system(&rows, findings);
    if let Some(row) = rows.memory() {
        findings.put_some(Field::MemoryMb, rows::megabytes(row.value), row.value, row.place());
    }
    note_what_is_missing(&rows, findings);
}

fn windows(rows: &Rows<'_>, findings: &mut Findings) {
    if let Some(row) = rows.os_name()
        && let Some(name) = os_name::read(row.value)
    {
        findings.put_some(Field::EditionId, name.edition_id, row.value, row.place());
    }
    if let Some(row) = rows.version()
        && let Some((build, revision)) = rows::build(row.value)
    {
        findings.put(Field::Build, build, row.value, row.place());
        findings.put_some(Field::Revision, revision, row.value, row.place());
    }
}

/// What kind of Windows it is, and whether it is a member of a domain.
fn configuration(rows: &Rows<'_>, findings: &mut Findings) {
    let role = rows.configuration().map(|row| (row, words::role(row.value)));
    let by_role = role.and_then(|(row, role)| Some((row, role.server?)));
    let by_name = || rows.os_name().and_then(|row| Some((row, os_name::read(row.value)?.server)));
    if let Some((row, server)) = by_role.or_else(by_name) {
        findings.put(Field::InstallationType, installation(server), row.value, row.place());
    }
    let Some(domain) = rows.domain() else { return };
    let member = role.and_then(|(_, role)| role.member);
    let joined = if words::is_workgroup(domain.value) { Some(false) } else { member };
    findings.put_some(Field::DomainJoined, joined, domain.value, domain.place());
    if joined == Some(true) {
        findings.put_text(Field::Domain, domain.value, domain.place());
    }
}

/// Whether a server is a Server Core this report cannot tell.
fn installation(server: bool) -> &'static str {
    if server { "Server" } else { "Client" }
}

fn system(rows: &Rows<'_>, findings: &mut Findings) {
    let with_place = |row: Row<'_>| (row.value.to_owned(), row.place());
    let (maker, model) = (rows.maker().map(with_place), rows.model().map(with_place));
    machine::put(
        findings,
        maker.as_ref().map(|(text, place)| (text.as_str(), place.clone())),
        model.as_ref().map(|(text, place)| (text.as_str(), place.clone())),
    );
    if let Some(row) = rows.kind() {
        findings.put_some(
            Field::Architecture,
            rows::architecture(row.value),
            row.value,
            row.place(),
        );
    }
    if let Some((line, text)) = rows.processor() {
        cpu::put(findings, text, &Place::Line(line));
    }
}

fn note_what_is_missing(rows: &Rows<'_>, findings: &mut Findings) {
    if !rows.in_order() {
        findings.problem(
            0,
            "Rows are missing, so only those that can be told without their order were read. \
             Save the whole output of systeminfo.",
        );
    } else if rows.memory().is_none() || rows.domain().is_none_or(|row| junk::is_junk(row.value)) {
        findings.problem(
            rows.last_line(),
            "The report ends before the memory and the domain. What stands before was read; save \
             the whole output of systeminfo.",
        );
    }
}
