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
    let values = [
        ("title", escaped(&title(context))),
        ("exported", escaped(&context.today.to_string())),
        ("facts", facts(context)),
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

/// What the record is about: two columns, name and value.
fn facts(context: &Context<'_>) -> String {
    let device = context.devices.first();
    let known = |field| device.map_or_else(String::new, |device| device.value(field));
    let name = device.and_then(|device| device.name.clone()).unwrap_or_default();
    let facts = [
        ("Organization", context.organization.name.clone()),
        ("Tenant ID", context.organization.tenant_id.clone()),
        ("Serial number", known(Field::Serial)),
        ("Device name", name),
        ("Manufacturer", known(Field::Manufacturer)),
        ("Model", known(Field::Model)),
        ("Edition ID", known(Field::EditionId)),
        ("Build", known(Field::Build)),
        ("Package", context.settings.name.clone()),
        ("Version", context.settings.version.clone()),
        ("Verdict", context.record.verdict.clone()),
        ("Best path", context.record.best_path.clone()),
        ("Join state", context.record.state.clone()),
    ];
    let rows = facts.iter().map(|(name, value)| {
        let value = if value.trim().is_empty() { &words().not_known } else { value };
        format!("<tr><th scope=\"row\">{name}</th>{}</tr>\n", cell(value))
    });
    rows.collect()
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
        + &mark_cell(&finding.result, tone(&finding.result))
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
    cell(&check.id) + &mark_cell(&check.result, tone(&check.result)) + &cell(&check.says)
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
        "warn" => "warn",
        "fires" | "bad" => "bad",
        _ => "unknown",
    }
}
