//! What follows from a plan: the check, the walk, the proof, the export.
//!
//! The command line and the window ask here, so that both answer the same.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::document::{Plan, WalkMode};
use super::handbook::Handbook;
use crate::check::{self, Fact, Facts, Question, Report};
use crate::device::{Field, Value};
use crate::verify::{self, Answer, Ask, Expect, Verification};
use crate::walk::{self, Stop, Walk, WhatIf, Words};

/// The rules' answer for the plan's device.
#[must_use]
pub fn check(plan: &Plan, handbook: &Handbook, today: Date) -> Report {
    check::check(&handbook.knowledge, &plan.device, &plan.organization, today)
}

/// What the plan's dsregcmd reports prove; `None` without a report.
#[must_use]
pub fn verification(plan: &Plan, handbook: &Handbook, today: Date) -> Option<Verification> {
    if plan.proof.is_empty() {
        return None;
    }
    let report = verify::merge(&plan.proof);
    let tenant = plan.organization.tenant_id.trim();
    let ask =
        Ask { tenant: (!tenant.is_empty()).then(|| tenant.to_owned()), expect: Expect::Entra };
    Some(verify::verify(&report, &ask, today, &handbook.verify))
}

/// The walk of the plan's journey.
#[must_use]
pub fn walk<'h>(plan: &Plan, handbook: &'h Handbook) -> Option<&'h Walk> {
    handbook.walks.for_path(plan.journey.path())
}

/// The questions that decide something for the plan's path: a rule or a
/// branch of the walk asks them, or they are answered already.
#[must_use]
pub fn questions(plan: &Plan, handbook: &Handbook) -> BTreeSet<Question> {
    let by_rules = check::questions_for(&handbook.knowledge, plan.journey.path());
    let mut asked: BTreeSet<Question> = by_rules.into_iter().collect();
    asked.extend(plan.organization.answers.keys());
    let screens = walk(plan, handbook).into_iter().flat_map(|walk| &walk.screens);
    for branch in screens.flat_map(|screen| &screen.next) {
        branch.when.visit_facts(&mut |fact| {
            if let Fact::Answer(question) = fact {
                asked.insert(question);
            }
        });
    }
    asked
}

/// The screens that this person will meet, in order.
#[must_use]
pub fn route<'h>(plan: &Plan, handbook: &'h Handbook, today: Date) -> Vec<Stop<'h>> {
    let Some(walk) = walk(plan, handbook) else { return Vec::new() };
    let facts = walk_facts(plan, handbook, walk, today);
    walk::route(walk, &facts, &plan.walk.progress().turns)
}

/// The facts that decide the branches: the plan's, and in a rehearsal the
/// what-ifs on top.
fn walk_facts<'p>(
    plan: &'p Plan,
    handbook: &'p Handbook,
    walk: &'p Walk,
    today: Date,
) -> Facts<'p> {
    let facts = check::facts(&handbook.knowledge, &plan.device, &plan.organization, today);
    match plan.walk.mode {
        WalkMode::AtTheDevice => facts,
        WalkMode::Rehearsal => {
            let switched =
                |what_if: &'p WhatIf| (what_if, plan.walk.what_ifs.contains(&what_if.id));
            walk::suppose(&facts, walk.what_ifs.iter().map(switched))
        }
    }
}

/// The words that screens are filled with.
#[must_use]
pub fn walk_words(plan: &Plan) -> Words {
    let words = Words {
        account: plan.account.clone(),
        organization: plan.organization.name.clone(),
        domain: plan.organization.domain.clone(),
        hostname: plan.device.text(Field::Hostname).unwrap_or_default().to_owned(),
        device_limit: None,
    };
    let limit = plan.organization.answer(Question::DeviceLimit).and_then(Value::as_number);
    Words { device_limit: limit, ..words }
}

/// Whether a verification proves the Entra join.
#[must_use]
pub fn is_proven(verification: &Verification) -> bool {
    verification.as_expected(Expect::Entra) == Answer::Yes
}
