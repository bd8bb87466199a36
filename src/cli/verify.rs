//! `joinbench verify`: whether dsregcmd reports prove the join.

use jiff::civil::Date;
use serde::Serialize;

use super::args::VerifyArgs;
use super::fail::Fail;
use super::files;
use super::page::Page;
use super::piles;
use super::reply::{Exit, Reply};
use super::reports::Reports;
use crate::read::{Problem, Recognised, StatusReport};
use crate::verify::{
    self, Answer, Ask, Check, CheckResult, Expect, TenantMatch, Verification, VerifyWords,
};

pub fn run(args: &VerifyArgs, today: Date) -> Result<Reply, Fail> {
    let ask = Ask { tenant: tenant(args)?, expect: args.expect, names: Vec::new() };
    let mut reports = Reports::gather(&args.files, args.encoding).or_nothing()?;
    let captures = captures(&mut reports, args.device.as_deref())?;
    if captures.is_empty() {
        return Err(Fail::NoStatus { problems: reports.problems });
    }
    let words = VerifyWords::built_in()?;
    let verification = verify::verify(&verify::merge(&captures), &ask, today, &words);
    let answer = Document { verification: &verification, problems: &reports.problems };
    let text = text(&verification, &ask, &words);
    Ok(Reply::new(exit(&verification, ask.expect), &answer, &text)?.with_notes(reports.notes()))
}

/// The tenant to compare with: the one asked for, else that of the organization.
fn tenant(args: &VerifyArgs) -> Result<Option<String>, Fail> {
    let organization = files::organization(args.org.as_deref())?;
    let known = organization.tenant_id.trim();
    let asked = args.tenant.map(|id| id.to_string());
    Ok(asked.or_else(|| (!known.is_empty()).then(|| known.to_owned())))
}

/// The status reports of one device; any other report becomes a problem.
fn captures(reports: &mut Reports, asked: Option<&str>) -> Result<Vec<StatusReport>, Fail> {
    let (status, others): (Vec<_>, Vec<_>) =
        reports.read.iter().partition(|report| report.status.is_some());
    let about = |report: &&Recognised| {
        let title = report.format.title();
        let message = format!("This is {title}. A join is proven by dsregcmd /status.");
        Problem::of_file(&report.source, message)
    };
    let mut problems: Vec<Problem> = others.iter().map(about).collect();
    let pile = match piles::of_one_device(&status, asked) {
        Ok(pile) => pile,
        Err(fail) => return Err(fail.after(std::mem::take(&mut reports.problems))),
    };
    problems.extend(pile.problems);
    let captures = pile.reports.iter().filter_map(|report| report.status.clone()).collect();
    reports.problems.extend(problems);
    Ok(captures)
}

fn exit(verification: &Verification, expect: Expect) -> Exit {
    match verification.as_expected(expect) {
        Answer::Yes => Exit::Yes,
        Answer::No => Exit::No,
        Answer::Unknown => Exit::Undecided,
    }
}

/// The document of `verify --json`: the answer, and what could not be read.
#[derive(Serialize)]
struct Document<'a> {
    #[serde(flatten)]
    verification: &'a Verification,
    problems: &'a [Problem],
}

fn text(verification: &Verification, ask: &Ask, words: &VerifyWords) -> String {
    let mut page = Page::default();
    let verdict = match verification.as_expected(ask.expect) {
        Answer::Yes => "PROVEN",
        Answer::No => "NOT PROVEN",
        Answer::Unknown => "UNDECIDED",
    };
    page.line(&format!(
        "{verdict}  {}, expected {}",
        verification.state.id(),
        ask.expect.state().id()
    ));
    page.line(&tenant_line(verification, ask));
    page.line("Enrollment in Intune: not known; dsregcmd does not prove it");
    page.heading("Checks");
    for check in &verification.checks {
        one(&mut page, check, words);
    }
    page.finish()
}

fn tenant_line(verification: &Verification, ask: &Ask) -> String {
    let tenant = &verification.tenant;
    let known: Vec<&str> =
        [&tenant.name, &tenant.id].into_iter().flatten().map(String::as_str).collect();
    let wanted = ask.tenant.as_deref().unwrap_or_default();
    let found = if known.is_empty() { "not in the report".to_owned() } else { known.join(", ") };
    match tenant.expected {
        TenantMatch::Match => format!("Tenant: {found}, as expected"),
        TenantMatch::Mismatch | TenantMatch::Unknown => {
            format!("Tenant: {found}; expected {wanted}")
        }
        TenantMatch::NotAsked => format!("Tenant: {found}"),
    }
}

fn one(page: &mut Page, check: &Check, words: &VerifyWords) {
    const INDENT: &str = "           ";
    let word = match check.result {
        CheckResult::Good => "good",
        CheckResult::Warn => "warn",
        CheckResult::Bad => "BAD",
        CheckResult::Unknown => "unknown",
    };
    let title = words.title(&check.id).unwrap_or(&check.id);
    page.hanging(&format!("  {word:<7}  "), &format!("{title}: {}", check.says));
    if !check.advice.is_empty() {
        page.hanging(&format!("{INDENT}Next: "), &check.advice);
    }
    if !check.from.is_empty() && check.result != CheckResult::Good {
        page.hanging(&format!("{INDENT}Read from "), &check.from);
    }
}
