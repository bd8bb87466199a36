//! What follows from a plan: the check, the walk, the proof, the export.
//!
//! The command line and the window ask here, so that both answer the same.

use std::borrow::Cow;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::document::{Journey, Plan, WalkMode};
use super::handbook::Handbook;
use crate::check::{self, Fact, Facts, Interview, Organization, Preview, Question, Report};
use crate::device::{Field, Value};
use crate::package::has_random_digits;
use crate::verify::{self, Answer, Ask, Expect, Verification};
use crate::walk::{self, Stop, Walk, WhatIf, Words};

/// The rules' answer for the plan's device.
#[must_use]
pub fn check(plan: &Plan, handbook: &Handbook, today: Date) -> Report {
    check::check(&handbook.knowledge, &plan.device, &organization(plan, today), today)
}

/// The answer as if the rules with these ids were settled.
pub fn preview<'i>(
    plan: &Plan,
    handbook: &Handbook,
    today: Date,
    settled: impl IntoIterator<Item = &'i str>,
) -> Preview {
    let organization = organization(plan, today);
    check::preview(&handbook.knowledge, &plan.device, &organization, today, settled)
}

/// What to ask next about the plan's path.
#[must_use]
pub fn interview(
    plan: &Plan,
    handbook: &Handbook,
    today: Date,
    passed_over: &BTreeSet<Fact>,
) -> Interview {
    let (knowledge, path) = (&handbook.knowledge, plan.journey.path());
    let organization = organization(plan, today);
    check::interview(knowledge, &plan.device, &organization, today, path, passed_over)
}

/// The organization with what the package settings tell already: whether the
/// bulk token is valid, and whether the device name is one. What a person
/// answered stays.
#[must_use]
pub fn organization(plan: &Plan, today: Date) -> Cow<'_, Organization> {
    let told: Vec<(Question, bool)> = told_by_the_package(plan, today)
        .filter(|(question, _)| plan.organization.answer(*question).is_none())
        .collect();
    if told.is_empty() {
        return Cow::Borrowed(&plan.organization);
    }
    let mut organization = plan.organization.clone();
    organization.answers.extend(told.into_iter().map(|(question, fits)| (question, fits.into())));
    Cow::Owned(organization)
}

/// Questions that the package settings answer.
pub fn told_by_the_package(plan: &Plan, today: Date) -> impl Iterator<Item = (Question, bool)> {
    let token = plan.package.bulk_join.as_ref().and_then(|join| join.days_left(today));
    let serial = plan.device.text(Field::Serial);
    let name = plan.package.device_name.as_ref().filter(|name| !name.template.trim().is_empty());
    let token = token.map(|days| (Question::BulkTokenValid, days >= 0));
    let name = name.map(|name| (Question::DeviceNameFits, name.preview(serial).is_ok()));
    token.into_iter().chain(name)
}

/// What the plan's dsregcmd reports prove; `None` without a report.
#[must_use]
pub fn verification(plan: &Plan, handbook: &Handbook, today: Date) -> Option<Verification> {
    if plan.proof.is_empty() {
        return None;
    }
    let report = verify::merge(&plan.proof);
    let tenant = plan.organization.tenant_id.trim();
    let ask = Ask {
        tenant: (!tenant.is_empty()).then(|| tenant.to_owned()),
        expect: Expect::Entra,
        names: names(plan),
    };
    Some(verify::verify(&report, &ask, today, &handbook.verify))
}

/// What the device may be called after the join: what it is called now, and
/// what the package calls it. Nothing where that is not known before.
fn names(plan: &Plan) -> Vec<String> {
    let Some(now) = plan.device.text(Field::Hostname) else { return Vec::new() };
    let given = plan.package.device_name.as_ref().filter(|name| !name.template.trim().is_empty());
    if given.is_some_and(|name| has_random_digits(&name.template)) {
        return Vec::new();
    }
    let given = given.and_then(|name| name.preview(plan.device.text(Field::Serial)).ok());
    if plan.journey == Journey::NewDevice && given.is_none() {
        // Windows that is set up anew makes up a name of its own.
        return Vec::new();
    }
    std::iter::once(now.to_owned()).chain(given).collect()
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

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::check::Outcome;
    use crate::package::{BulkJoin, DeviceName};
    use crate::plan::Journey;

    const TODAY: Date = date(2026, 11, 22);

    /// What the rule says of a plan whose token and name are these.
    fn check(valid_until: Date, template: &str, rule: &str, expected: Outcome) {
        let mut plan = Plan::new(Journey::NewDevice);
        let token = BulkJoin { valid_until: Some(valid_until), ..BulkJoin::default() };
        plan.package.bulk_join = Some(token);
        let name = DeviceName { template: template.to_owned(), as_dns_name: false };
        plan.package.device_name = Some(name);
        let report = super::check(&plan, &Handbook::built_in().unwrap(), TODAY);
        assert_eq!(report.finding(rule).map(|finding| finding.result), Some(expected));
    }

    #[test]
    fn the_package_tells_whether_its_token_is_valid() {
        check(date(2026, 11, 22), "CT-%SERIAL%", "T12", Outcome::Passes);
        check(date(2026, 11, 21), "CT-%SERIAL%", "T12", Outcome::Fires);
    }

    #[test]
    fn the_package_tells_whether_the_name_is_one() {
        check(date(2026, 12, 24), "MUCH-TOO-LONG-FOR-A-NAME", "T13", Outcome::Fires);
    }

    #[test]
    fn what_a_person_answered_stays() {
        let mut plan = Plan::new(Journey::NewDevice);
        let token = BulkJoin { valid_until: Some(date(2026, 1, 1)), ..BulkJoin::default() };
        plan.package.bulk_join = Some(token);
        plan.organization.type_in(Question::BulkTokenValid, "yes").unwrap();
        let organization = organization(&plan, TODAY);
        assert_eq!(organization.answer(Question::BulkTokenValid), Some(&true.into()));
    }
}
