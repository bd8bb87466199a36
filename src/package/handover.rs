//! handover.html: one page to print, with the checklist and the record.
//!
//! The page is self-contained: its style stands in it, and it fetches nothing.

use super::bundle::ExportFile;
use super::export::Context;
use super::html::{cell, cells, code_cell, escaped, mark_cell, rows};
use super::note;
use super::record::{RecordCheck, RecordFinding, RecordStep};
use super::template::fill;
use super::words::{self, words};
use crate::device::Field;

/// The text of the page.
pub(super) fn handover(context: &Context<'_>, files: &[ExportFile]) -> String {
    let record = context.record;
    let known = |field| context.devices.first().map_or_else(String::new, |d| d.value(field));
    let name = context.devices.first().and_then(|device| device.name.clone());
    let values = [
        ("title", escaped(&title(context))),
        ("exported", escaped(&context.today.to_string())),
        ("organization", shown(&context.organization.name)),
        ("tenant_id", shown(&context.organization.tenant_id)),
        ("serial", shown(&known(Field::Serial))),
        ("device_name", shown(&name.unwrap_or_default())),
        ("manufacturer", shown(&known(Field::Manufacturer))),
        ("model", shown(&known(Field::Model))),
        ("edition", shown(&known(Field::EditionId))),
        ("build", shown(&known(Field::Build))),
        ("package", shown(&context.settings.name)),
        ("version", shown(&context.settings.version)),
        ("verdict", shown(words::label(&record.verdict))),
        ("best_path", shown(words::label(&record.best_path))),
        ("state", shown(words::label(&record.state))),
        ("checklist", checklist(context)),
        ("findings", rows(4, record.findings.iter().map(finding))),
        ("steps", rows(3, record.steps.iter().map(step))),
        ("checks", rows(3, record.checks.iter().map(check))),
        ("left_out", rows(1, context.left_out.iter().map(|says| cell(says)))),
        ("files", rows(3, files.iter().map(file))),
    ];
    let values: Vec<(&str, &str)> = values.iter().map(|(k, v)| (*k, v.as_str())).collect();
    fill(&words::template("handover.html"), &values)
}

fn title(context: &Context<'_>) -> String {
    let device = context.devices.first();
    let name = device.and_then(|device| device.name.clone());
    let serial = device.map(|device| device.value(Field::Serial)).filter(|s| !s.is_empty());
    name.or(serial).unwrap_or_else(|| context.settings.name.clone())
}

/// A value as it stands in the page; an empty one is "not known".
fn shown(value: &str) -> String {
    escaped(if value.trim().is_empty() { &words().not_known } else { value })
}

fn checklist(context: &Context<'_>) -> String {
    let items = note::applying(words::checklist(), context.settings, context.secrets);
    let item = |says: &str| {
        format!(
            "<li><label><input type=\"checkbox\"> <span>{}</span></label></li>\n",
            escaped(says)
        )
    };
    items.into_iter().map(item).collect()
}

fn finding(finding: &RecordFinding) -> String {
    let fix = finding.fix.join(" ");
    let answer = format!("{} {fix}", finding.because);
    cells(&[&finding.rule, &finding.title])
        + &mark_cell(words::label(&finding.result), tone(&finding.result))
        + &cell(answer.trim())
}

fn step(step: &RecordStep) -> String {
    let (done, tone) = match &step.done_at {
        Some(at) => (at.as_str(), "good"),
        None => (words().not_done.as_str(), "unknown"),
    };
    let mark = if step.done_at.is_some() { "&#10003;" } else { "&#9744;" };
    format!("<td aria-hidden=\"true\">{mark}</td>{}{}", cell(&step.title), mark_cell(done, tone))
}

fn check(check: &RecordCheck) -> String {
    let mark = mark_cell(words::label(&check.result), tone(&check.result));
    cell(&check.id) + &mark + &cell(&check.says)
}

fn file(file: &ExportFile) -> String {
    let secrets =
        if file.holds_secrets { &words().holds_secrets } else { &words().no_secrets_inside };
    cell(&file.name) + &cell(secrets) + &code_cell(&file.sha256())
}

/// The style class of a result; the word itself always stands beside it.
fn tone(result: &str) -> &'static str {
    match result {
        "passes" | "good" => "good",
        "warn" | "fires" => "warn",
        "bad" => "bad",
        _ => "unknown",
    }
}
