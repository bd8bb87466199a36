//! The answer of a check as a technician reads it: the verdict, the paths,
//! what to do, what is not known.

use crate::check::{
    Effect, Fact, Finding, FixPlan, GateItem, GateVerdict, JoinPath, Labels, Outcome, PathAnswer,
    PathVerdict, Preview, Report, Verdict, Way,
};
use crate::cli::page::{Page, count};
use crate::cli::reports::device_line;
use crate::device::Device;

pub fn page(
    report: &Report,
    narrowed: Option<JoinPath>,
    device: &Device,
    labels: &Labels,
) -> String {
    let mut page = Page::default();
    page.line(&headline(report, narrowed, labels));
    page.line(&device_line(device));
    paths(&mut page, report, labels);
    windows11(&mut page, report);
    let matters = |finding: &&Finding| match narrowed {
        Some(path) => finding.effects.contains_key(&path),
        None => true,
    };
    let findings: Vec<&Finding> = report.findings.iter().filter(matters).collect();
    let focus = narrowed.or(report.best_path);
    to_do(&mut page, &findings, focus, labels);
    elsewhere(&mut page, &findings, focus);
    good_to_know(&mut page, &findings);
    unknown(&mut page, &findings, narrowed, labels);
    passed(&mut page, &report.findings);
    page.finish()
}

fn headline(report: &Report, narrowed: Option<JoinPath>, labels: &Labels) -> String {
    let title = |path: JoinPath| format!("{} ({path})", labels.path(path).title);
    let verdict = match report.verdict {
        Verdict::Ready => "READY",
        Verdict::Fix => "FIX FIRST",
        Verdict::Blocked => "BLOCKED",
        Verdict::Unknown => "UNDECIDED",
    };
    let warned = |path: JoinPath| {
        report.path(path).is_some_and(|answer| answer.verdict == PathVerdict::Warn)
    };
    let says = match (report.verdict, report.best_path, narrowed) {
        (Verdict::Ready, Some(path), _) if warned(path) => {
            format!("It can join, with a drawback: {}.", title(path))
        }
        (Verdict::Ready, Some(path), _) => format!("It can join: {}.", title(path)),
        (Verdict::Ready, None, _) => "It can join.".to_owned(),
        (Verdict::Fix, Some(path), _) => format!("After a fix it can join: {}.", title(path)),
        (Verdict::Fix, None, _) => "After a fix it can join.".to_owned(),
        (Verdict::Blocked, _, Some(path)) => format!("It cannot join by {}.", title(path)),
        (Verdict::Blocked, _, None) => "No join path is open to this device.".to_owned(),
        (Verdict::Unknown, _, Some(path)) => format!("Answers are missing for {}.", title(path)),
        (Verdict::Unknown, _, None) => "Answers that decide are missing.".to_owned(),
    };
    format!("{verdict}  {says}")
}

fn paths(page: &mut Page, report: &Report, labels: &Labels) {
    page.heading("Join paths, the best first");
    let row = |answer: &PathAnswer| {
        let title = &labels.path(answer.path).title;
        let says = format!("{title}. {}", answer.because);
        [answer.verdict.id().to_owned(), answer.path.id().to_owned(), says]
    };
    let rows: Vec<[String; 3]> = report.paths.iter().map(row).collect();
    page.table(&rows);
    let plans = report.paths.iter().filter_map(|answer| match &answer.way {
        Way::Fixes(plan) => Some((answer.path, plan)),
        Way::Open | Way::Closed(_) => None,
    });
    let rows: Vec<[String; 2]> =
        plans.map(|(path, plan)| [path.id().to_owned(), steps(plan)]).collect();
    if !rows.is_empty() {
        page.heading("The least work that opens a path, in order");
        page.table(&rows);
    }
}

/// `S04 A work account is registered; S02 The device is …`.
fn steps(plan: &FixPlan) -> String {
    let steps: Vec<String> =
        plan.steps.iter().map(|step| format!("{} {}", step.rule, step.title)).collect();
    steps.join("; ")
}

/// The answer as if some fixes were done.
pub fn preview(then: &Preview, now: &Report, labels: &Labels) -> String {
    let mut page = Page::default();
    page.heading(&format!("If {} were fixed", then.settled.join(" and ")));
    let verdict = match (then.verdict, then.best_path) {
        (Verdict::Ready, Some(path)) => format!("It can join: {}.", labels.path(path).title),
        (verdict, _) => format!("The answer would be: {}.", verdict.id()),
    };
    page.hanging("  ", &verdict);
    let rows = now.paths.iter().filter_map(|answer| {
        let verdict = then.path(answer.path);
        let changed = verdict != answer.verdict;
        let says = format!("{} instead of {}", verdict.id(), answer.verdict.id());
        changed.then(|| [answer.path.id().to_owned(), says])
    });
    let rows: Vec<[String; 2]> = rows.collect();
    page.table(&rows);
    if !then.comes_up.is_empty() {
        page.hanging("  Comes up then: ", &then.comes_up.join(" "));
    }
    page.finish()
}

fn windows11(page: &mut Page, report: &Report) {
    let verdict = match report.windows11.verdict {
        GateVerdict::Pass => "the hardware passes",
        GateVerdict::Fail => "the hardware does not pass",
        GateVerdict::Unknown => "not known yet",
    };
    page.heading(&format!("Windows 11 requirements: {verdict}"));
    let word = |item: &GateItem| match item.verdict {
        GateVerdict::Pass => "pass",
        GateVerdict::Fail => "fail",
        GateVerdict::Unknown => "unknown",
    };
    let rows: Vec<[String; 2]> = report
        .windows11
        .items
        .iter()
        .map(|item| [word(item).to_owned(), item.because.clone()])
        .collect();
    page.table(&rows);
}

fn is_grave(effect: Effect) -> bool {
    matches!(effect, Effect::Block | Effect::NotApplicable | Effect::Warn)
}

fn asks_for_action(finding: &Finding) -> bool {
    finding.effects.values().copied().any(is_grave)
}

fn fires(finding: &Finding) -> bool {
    finding.result == Outcome::Fires
}

/// Whether a finding stands in the way of the path to take; without such a
/// path, of any.
fn is_in_focus(finding: &Finding, focus: Option<JoinPath>) -> bool {
    match focus {
        Some(path) => finding.effects.get(&path).copied().is_some_and(is_grave),
        None => asks_for_action(finding),
    }
}

/// What stands in the way of the path to take, in full.
fn to_do(page: &mut Page, findings: &[&Finding], focus: Option<JoinPath>, labels: &Labels) {
    let acting = findings.iter().filter(|finding| fires(finding) && is_in_focus(finding, focus));
    for (place, finding) in acting.enumerate() {
        match place {
            0 => page.heading("What to do"),
            _ => page.blank(),
        }
        one(page, finding, labels);
    }
}

/// What stands in the way of the other paths, in short.
fn elsewhere(page: &mut Page, findings: &[&Finding], focus: Option<JoinPath>) {
    let others = findings.iter().filter(|finding| {
        fires(finding) && asks_for_action(finding) && !is_in_focus(finding, focus)
    });
    let rows: Vec<[String; 2]> = others
        .map(|finding| [finding.rule.clone(), format!("{}. {}", finding.title, reach(finding))])
        .collect();
    if !rows.is_empty() {
        page.heading("In the way of other paths");
        page.table(&rows);
    }
}

/// A finding with everything that helps: its reach, reason, evidence, fix, sources.
fn one(page: &mut Page, finding: &Finding, labels: &Labels) {
    const INDENT: &str = "       ";
    page.hanging(&format!("  {:<4} ", finding.rule), &finding.title);
    page.hanging(INDENT, &reach(finding));
    page.hanging(INDENT, &finding.because);
    for (number, step) in finding.fix.iter().enumerate() {
        page.hanging(&format!("{INDENT}{}. ", number + 1), step);
    }
    if let Some(alternative) = &finding.alternative {
        page.hanging(&format!("{INDENT}Or: "), alternative);
    }
    for evidence in &finding.evidence {
        let value = labelled(labels, &evidence.field, &evidence.value);
        page.hanging(&format!("{INDENT}Read from "), &format!("{}: {value}", evidence.from));
    }
    if let Some(note) = &finding.unverified {
        page.hanging(&format!("{INDENT}Not verified: "), note);
    }
    for source in &finding.sources {
        page.hanging(&format!("{INDENT}Source: "), source);
    }
}

fn labelled(labels: &Labels, field: &str, value: &crate::device::Value) -> String {
    match field.parse::<Fact>() {
        Ok(fact) => format!("{} = {}", labels.fact(fact), labels.value(fact, value)),
        Err(_) => format!("{field} = {value}"),
    }
}

/// Which paths a finding blocks and on which it warns.
fn reach(finding: &Finding) -> String {
    let on = |wanted: Effect, verb: &str| {
        let paths = finding.effects.iter().filter(|(_, effect)| **effect == wanted);
        let ids: Vec<&str> = paths.map(|(path, _)| path.id()).collect();
        match ids.len() {
            0 => None,
            all if all == JoinPath::ALL.len() => Some(format!("{verb} every path.")),
            _ => Some(format!("{verb} {}.", ids.join(", "))),
        }
    };
    let parts = [
        on(Effect::Block, "Blocks"),
        on(Effect::NotApplicable, "Does not apply to"),
        on(Effect::Warn, "Warns on"),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn good_to_know(page: &mut Page, findings: &[&Finding]) {
    let rows: Vec<[String; 2]> = findings
        .iter()
        .filter(|finding| fires(finding) && !asks_for_action(finding))
        .map(|finding| [finding.rule.clone(), format!("{}. {}", finding.title, finding.because)])
        .collect();
    if !rows.is_empty() {
        page.heading("Good to know");
        page.table(&rows);
    }
}

/// What is not known, where a person finds it, and which rules it decides;
/// what decides most comes first.
fn unknown(page: &mut Page, findings: &[&Finding], focus: Option<JoinPath>, labels: &Labels) {
    let mut missing: Vec<(&str, Vec<&str>)> = Vec::new();
    let undecided = findings.iter().filter(|finding| finding.result == Outcome::Unknown);
    for finding in undecided.filter(|finding| is_in_focus(finding, focus)) {
        for need in &finding.needs {
            match missing.iter_mut().find(|(known, _)| known == need) {
                Some((_, rules)) => rules.push(&finding.rule),
                None => missing.push((need, vec![&finding.rule])),
            }
        }
    }
    missing.sort_by_key(|(_, rules)| std::cmp::Reverse(rules.len()));
    let row = |(need, rules): &(&str, Vec<&str>)| {
        let (label, hint) = words(need, labels);
        [label.to_owned(), format!("{hint} Decides {}.", rules.join(" "))]
    };
    let rows: Vec<[String; 2]> = missing.iter().map(row).collect();
    if !rows.is_empty() {
        page.heading("Not known yet, and where to look");
        page.table(&rows);
    }
}

/// The label of a field or question, and where its answer is found.
fn words<'a>(need: &'a str, labels: &'a Labels) -> (&'a str, &'a str) {
    match need.parse::<Fact>() {
        Ok(fact @ Fact::Device(field)) => (labels.fact(fact), &labels.field(field).hint),
        Ok(fact @ Fact::Answer(question)) => (labels.fact(fact), &labels.question(question).hint),
        Ok(fact @ Fact::Derived(_)) => (labels.fact(fact), ""),
        Err(_) => (need, ""),
    }
}

fn passed(page: &mut Page, findings: &[Finding]) {
    let rules: Vec<&str> = findings
        .iter()
        .filter(|finding| finding.result == Outcome::Passes)
        .map(|finding| finding.rule.as_str())
        .collect();
    if !rules.is_empty() {
        page.heading(&count(rules.len(), "rule passes", "rules pass"));
        page.hanging("  ", &rules.join(" "));
    }
}
