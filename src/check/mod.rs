//! A device and an organization in, findings for each join path out.
//!
//! [`facts`] works out what tables tell, [`judge`] asks every rule, and
//! [`check`] adds the words and the evidence.

mod asks;
mod book;
mod condition;
mod derive;
mod endpoint;
mod explain;
mod fact;
mod fix;
mod gate;
mod interview;
mod joins;
mod judge;
mod knowledge;
mod labels;
mod nearest;
mod organization;
mod path;
mod processor;
mod registration;
mod report;
mod rule;
mod table;
mod verdict;

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::device::Device;

pub use asks::questions_for;
pub use book::{Book, BookFilter, BookWords, Entry, EntryCase, EntryMeaning, Headings, markdown};
pub use condition::{Condition, Truth};
pub use derive::{
    Edition, Editions, Family, Implications, KdfFloors, KeyGroups, KeyKind, Releases, Service,
    Servicing, Updates, facts,
};
pub use endpoint::{Endpoint, Endpoints};
pub use fact::{Derived, Fact, FactValue, Facts};
pub use fix::{FixPlan, FixStep, PathThen, Preview, Task, Way};
pub use gate::{Gate, GateItem, GateRules, GateVerdict, Item, Reason};
pub use interview::Interview;
pub use joins::{Advice, Aspect, Because, Join, JoinWords, Joins, Other, Situation, Vote};
pub use judge::{Judgement, Tally, judge};
pub use knowledge::Knowledge;
pub use labels::{DerivedLabel, FieldLabel, Labels, PathLabel, QuestionLabel};
pub use nearest::UnknownFact;
pub use organization::{Organization, Question};
pub use path::JoinPath;
pub use processor::{ProcessorAnswer, Processors};
pub use registration::{Registrable, Registration, Registrations};
pub use report::{Evidence, Finding, Outcome, PathAnswer, Report};
pub use rule::{
    Case, Effect, Effects, Effort, Meaning, Reference, Remedy, Rule, RuleSet, Rules, Template,
    TemplateError,
};
pub use verdict::{PathVerdict, Verdict};

/// Checks one device against every rule. `today` decides which releases are
/// still in service.
#[must_use]
pub fn check(
    knowledge: &Knowledge,
    device: &Device,
    organization: &Organization,
    today: Date,
) -> Report {
    let situation = fix::Situation { knowledge, device, organization, today };
    let facts = facts(knowledge, device, organization, today);
    let judgement = judge(&knowledge.rules, &facts);
    explain::report(&situation, &facts, &judgement)
}

/// What the answer would be if the rules with these ids were settled. An id
/// that is no rule, or whose rule does not fire, changes nothing.
#[must_use]
pub fn preview<'i>(
    knowledge: &Knowledge,
    device: &Device,
    organization: &Organization,
    today: Date,
    settled: impl IntoIterator<Item = &'i str>,
) -> Preview {
    fix::preview(&fix::Situation { knowledge, device, organization, today }, settled)
}

/// What to ask next to settle whether the device can join by a path, the most
/// decisive question first. `passed_over` are those that the person could not
/// answer.
#[must_use]
pub fn interview(
    knowledge: &Knowledge,
    device: &Device,
    organization: &Organization,
    today: Date,
    path: JoinPath,
    passed_over: &BTreeSet<Fact>,
) -> Interview {
    let situation = fix::Situation { knowledge, device, organization, today };
    interview::interview(&situation, path, passed_over)
}
