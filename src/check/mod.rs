//! A device and an organization in, findings for each join path out.
//!
//! [`facts`] works out what tables tell, [`judge`] asks every rule, and
//! [`check`] adds the words and the evidence.

mod asks;
mod condition;
mod derive;
mod endpoint;
mod explain;
mod fact;
mod gate;
mod judge;
mod knowledge;
mod labels;
mod nearest;
mod organization;
mod path;
mod processor;
mod report;
mod rule;
mod table;
mod verdict;

use jiff::civil::Date;

use crate::device::Device;

pub use asks::questions_for;
pub use condition::{Condition, Truth};
pub use derive::{
    Edition, Editions, Family, Implications, KdfFloors, KeyGroups, KeyKind, Releases, Service,
    Servicing, facts,
};
pub use endpoint::{Endpoint, Endpoints};
pub use fact::{Derived, Fact, FactValue, Facts};
pub use gate::{Gate, GateItem, GateRules, GateVerdict, Item, Reason};
pub use judge::{Judgement, Tally, judge};
pub use knowledge::Knowledge;
pub use labels::{DerivedLabel, FieldLabel, Labels, PathLabel, QuestionLabel};
pub use nearest::UnknownFact;
pub use organization::{Organization, Question};
pub use path::JoinPath;
pub use processor::{ProcessorAnswer, Processors};
pub use report::{Evidence, Finding, Outcome, PathAnswer, Report};
pub use rule::{
    Case, Effect, Effects, Effort, Reference, Remedy, Rule, RuleSet, Rules, Template, TemplateError,
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
    let facts = facts(knowledge, device, organization, today);
    let judgement = judge(&knowledge.rules, &facts);
    explain::report(knowledge, device, organization, &facts, &judgement, today)
}
