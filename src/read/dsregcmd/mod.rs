//! `dsregcmd /status`: the join state of a device, of any Windows release.

mod grammar;
mod keys;
mod report;
mod value;

pub use report::{Row, Section, StatusReport};
pub use value::{is_entra_account, is_known, moment, validity, yes_no};

use super::content::Content;
use super::findings::Findings;
use super::format::{Format, Reader};
use crate::device::{Field, Place};

pub(super) const READER: Reader = Reader { format: Format::Dsregcmd, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() {
        return None;
    }
    content.text.filled().find_map(|line| {
        let key = keys::marks_report(line.text)?;
        Some(format!("Line {} has the row {key} of dsregcmd /status.", line.number))
    })
}

fn read(content: &Content, findings: &mut Findings) {
    let report = grammar::read(&content.file, &content.text, findings);
    let mut rows = Rows { report: &report, findings };
    rows.answer(Field::EntraJoined, "Device State", "AzureAdJoined");
    rows.answer(Field::DomainJoined, "Device State", "DomainJoined");
    rows.domain();
    rows.hostname();
    rows.guid(Field::DeviceId, "Device Details", "DeviceId");
    rows.guid(Field::TenantId, "Tenant Details", "TenantId");
    rows.address(Field::MdmUrl, "Tenant Details", "MdmUrl");
    rows.answer(Field::EntraRegistered, "User State", "WorkplaceJoined");
    rows.user_is_entra();
    rows.observed_at();
    rows.note_another_device();
    findings.status = Some(report);
}

/// The rows of a report on their way to become readings.
struct Rows<'a> {
    report: &'a StatusReport,
    findings: &'a mut Findings,
}

impl Rows<'_> {
    fn find(&self, section: &str, key: &str) -> Option<(String, Place)> {
        let row = self.report.find(section, key)?;
        is_known(&row.value).then(|| (row.value.clone(), Place::Line(row.line)))
    }

    fn answer(&mut self, field: Field, section: &str, key: &str) {
        if let Some((raw, place)) = self.find(section, key) {
            self.findings.put_some(field, yes_no(&raw), &raw, place);
        }
    }

    fn text(&mut self, field: Field, section: &str, key: &str) {
        if let Some((raw, place)) = self.find(section, key) {
            self.findings.put_text(field, &raw, place);
        }
    }

    /// An address has no blanks; a narrow window may have put one into it.
    fn address(&mut self, field: Field, section: &str, key: &str) {
        if let Some((raw, place)) = self.find(section, key) {
            self.findings.put(field, without_blanks(&raw), &raw, place);
        }
    }

    /// The rows of a second device would be taken for those of the first one.
    fn note_another_device(&mut self) {
        let mut names = self.report.all("Device State", "Device Name");
        let Some(first) = names.next() else { return };
        let other = names.find(|row| !row.value.eq_ignore_ascii_case(&first.value));
        if let Some(other) = other {
            self.findings.problem(
                other.line,
                "Another device begins here; the first one was read. Give each its own file.",
            );
        }
    }

    fn guid(&mut self, field: Field, section: &str, key: &str) {
        if let Some((raw, place)) = self.find(section, key)
            && let Ok(id) = uuid::Uuid::try_parse(&without_blanks(&raw))
        {
            self.findings.put(field, id.to_string(), &raw, place);
        }
    }

    /// The `NetBIOS` name of the domain; it stands there on joined devices only.
    fn domain(&mut self) {
        let joined = self.report.find("Device State", "DomainJoined");
        if joined.and_then(|row| yes_no(&row.value)) == Some(true) {
            self.text(Field::Domain, "Device State", "DomainName");
        }
    }

    /// The device name without its DNS suffix.
    fn hostname(&mut self) {
        if let Some((raw, place)) = self.find("Device State", "Device Name") {
            let host = raw.split('.').next().unwrap_or_default().to_owned();
            self.findings.put(Field::Hostname, host, &raw, place);
        }
    }

    /// The account that ran the command: `IsUserAzureAD`, else its name.
    fn user_is_entra(&mut self) {
        if let Some((raw, place)) = self.find("Ngc Prerequisite Check", "IsUserAzureAD") {
            self.findings.put_some(Field::UserIsEntra, yes_no(&raw), &raw, place);
        } else if let Some((raw, place)) = self.find("Diagnostic Data", "Executing Account Name")
            && is_entra_account(&raw)
        {
            self.findings.put(Field::UserIsEntra, true, &raw, place);
        }
    }

    fn observed_at(&mut self) {
        if let Some((raw, place)) = self.find("Diagnostic Data", "Client Time") {
            let time = moment(&raw).map(|time| time.to_string());
            self.findings.put_some(Field::ObservedAt, time, &raw, place);
        }
    }
}

fn without_blanks(text: &str) -> String {
    text.split_whitespace().collect()
}
