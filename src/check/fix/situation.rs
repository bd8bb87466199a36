//! A device in its organization on a day, and what would be so after fixes.

use jiff::civil::Date;

use crate::check::derive::facts_if;
use crate::check::fact::Facts;
use crate::check::judge::{Judgement, judge_without};
use crate::check::knowledge::Knowledge;
use crate::check::organization::Organization;
use crate::check::rule::RuleSet;
use crate::device::Device;

/// What a check is about.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    pub knowledge: &'a Knowledge,
    pub device: &'a Device,
    pub organization: &'a Organization,
    pub today: Date,
}

impl<'a> Situation<'a> {
    /// The facts once these rules' fixes are done, in the order of their ids.
    pub fn facts_after(&self, fixed: RuleSet) -> Facts<'a> {
        let rules = self.knowledge.rules.of(fixed);
        let supposed: Vec<_> = rules
            .flat_map(|rule| rule.after.iter().map(|(fact, value)| (*fact, value.into())))
            .collect();
        facts_if(self.knowledge, self.device, self.organization, self.today, &supposed)
    }

    /// What the rules would say once these rules' fixes are done.
    pub fn judge_after(&self, fixed: RuleSet) -> Judgement {
        judge_without(&self.knowledge.rules, &self.facts_after(fixed), fixed)
    }
}
