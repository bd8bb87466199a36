//! `systeminfo` in any language: as text, as CSV, and as a list of that CSV.
//!
//! The labels are translated, the order of the rows is not. Rows are found by
//! counting from two anchors that no language translates: the type of the
//! system (`x64-based PC`) and the boot device (`\Device\…`).

mod csv;
mod list;
mod rows;
mod words;

use super::content::Content;
use super::findings::Findings;
use super::format::{Format, Reader};
use super::{cpu, junk, machine, os_name, product_key, system};
use crate::device::Field;
use rows::{Row, Rows};

pub(super) use csv::READER as CSV;
pub(super) use list::READER as LIST;

pub(super) const READER: Reader = Reader { format: Format::SystemInfoText, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() || list::recognise(content).is_some() {
        return None;
    }
    let (version, anchor) = Rows::new(&content.text).mark()?;
    Some(format!(
        "Line {version} has a Windows version and line {anchor} the kind of PC or the boot \
         device, in the order of systeminfo."
    ))
}

fn read(content: &Content, findings: &mut Findings) {
    read_rows(&Rows::new(&content.text), findings);
}

fn read_rows(rows: &Rows<'_>, findings: &mut Findings) {
    if let Some(row) = rows.host() {
        findings.put_text(Field::Hostname, row.value, row.place());
    }
    windows(rows, findings);
    configuration(rows, findings);
    hardware(rows, findings);
    if let Some(row) = rows.memory() {
        findings.put_some(
            Field::MemoryMb,
            system::whole_megabytes(row.value),
            row.value,
            row.place(),
        );
    }
    note_what_is_missing(rows, findings);
}

fn windows(rows: &Rows<'_>, findings: &mut Findings) {
    if let Some(row) = rows.os_name()
        && let Some(name) = os_name::read(row.value)
    {
        findings.put_some(Field::EditionId, name.edition_id, row.value, row.place());
    }
    if let Some(row) = rows.version()
        && let Some((build, revision)) = system::build(row.value)
    {
        findings.put(Field::Build, build, row.value, row.place());
        findings.put_some(Field::Revision, revision, row.value, row.place());
    }
    if let Some(row) = rows.product_id() {
        product_key::put_group(findings, row.value, row.place());
    }
}

/// What kind of Windows it is, and whether it is a member of a domain.
fn configuration(rows: &Rows<'_>, findings: &mut Findings) {
    let role = rows.configuration().map(|row| (row, words::role(row.value)));
    let by_role = role.and_then(|(row, role)| Some((row, role.server?)));
    let by_name = || rows.os_name().and_then(|row| Some((row, os_name::read(row.value)?.server)));
    if let Some((row, server)) = by_role.or_else(by_name) {
        findings.put(Field::InstallationType, system::installation(server), row.value, row.place());
    }
    let Some(domain) = rows.domain() else { return };
    let member = role.and_then(|(_, role)| role.member);
    // No workgroup has a dot in its name.
    let by_name = || domain.value.contains('.').then_some(true);
    let joined =
        if words::is_workgroup(domain.value) { Some(false) } else { member.or_else(by_name) };
    findings.put_some(Field::DomainJoined, joined, domain.value, domain.place());
    if joined == Some(true) {
        findings.put_text(Field::Domain, domain.value, domain.place());
    } else if joined.is_none() && role.is_some() && !junk::is_junk(domain.value) {
        let message = format!(
            "This report does not tell in words that are known whether {} is a domain or a \
             workgroup. dsregcmd /status tells.",
            domain.value
        );
        findings.problem(domain.line, message);
    }
}

fn hardware(rows: &Rows<'_>, findings: &mut Findings) {
    let with_place = |row: Row<'_>| (row.value.to_owned(), row.place());
    let (maker, model) = (rows.maker().map(with_place), rows.model().map(with_place));
    machine::put(findings, maker, model);
    if let Some(row) = rows.kind() {
        findings.put_some(
            Field::Architecture,
            system::architecture(row.value),
            row.value,
            row.place(),
        );
    }
    if let Some((place, text)) = rows.processor() {
        cpu::put(findings, text, &place);
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
