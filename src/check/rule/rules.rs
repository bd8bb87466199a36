//! All rules, in the order of their ids, built in and of the organization.

use super::fault;
use super::set::{MOST_RULES, RuleSet};
use super::{Case, Rule};
use crate::check::Fact;
use crate::wizard::{self, Source, WizardError};

/// The rules a device is checked against.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules {
    /// Sorted by id.
    list: Vec<Rule>,
    /// Those that ask about the device, not about the organization alone.
    of_device: RuleSet,
}

impl Rules {
    /// The rules of `wizard/rules`.
    ///
    /// # Errors
    /// Names the file, line and column of the first fault.
    pub fn built_in() -> Result<Self, WizardError> {
        Self::default().add(&wizard::built_in_folder("rules")?, false)
    }

    /// Adds rules of an organization; one whose id is there already takes its
    /// place.
    ///
    /// # Errors
    /// Names the file, line and column of the first fault.
    pub fn with(self, sources: &[Source]) -> Result<Self, WizardError> {
        self.add(sources, true)
    }

    fn add(mut self, sources: &[Source], own: bool) -> Result<Self, WizardError> {
        for source in sources {
            let rules: Vec<Rule> = wizard::parse(source)?;
            fault::check_file(source, &rules)?;
            for rule in rules {
                self.put(Rule { own, ..rule });
            }
            if self.list.len() > MOST_RULES {
                let message = format!("there is room for {MOST_RULES} rules in all");
                return Err(WizardError::of_file(&source.name, message));
            }
        }
        self.of_device = RuleSet::default();
        for (at, rule) in self.list.iter().enumerate() {
            if rule.facts().iter().any(|fact| !matches!(fact, Fact::Answer(_))) {
                self.of_device.insert(at);
            }
        }
        Ok(self)
    }

    /// The rules that ask about the device, not about the organization alone.
    #[must_use]
    pub fn of_device(&self) -> RuleSet {
        self.of_device
    }

    fn put(&mut self, rule: Rule) {
        match self.list.binary_search_by(|other| other.id.cmp(&rule.id)) {
            Ok(at) => {
                if let Some(place) = self.list.get_mut(at) {
                    *place = rule;
                }
            }
            Err(at) => self.list.insert(at, rule),
        }
    }

    /// Every rule, by id.
    pub fn iter(&self) -> std::slice::Iter<'_, Rule> {
        self.list.iter()
    }

    /// The rule with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Rule> {
        let at = self.list.binary_search_by(|rule| rule.id.as_str().cmp(id)).ok()?;
        self.list.get(at)
    }

    /// The rule at a place of a [`RuleSet`].
    #[must_use]
    pub fn at(&self, index: usize) -> Option<&Rule> {
        self.list.get(index)
    }

    /// The rules of a set, by id.
    pub fn of(&self, set: RuleSet) -> impl Iterator<Item = &Rule> {
        self.list.iter().enumerate().filter(move |(at, _)| set.contains(*at)).map(|(_, rule)| rule)
    }

    /// How many rules there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl<'a> IntoIterator for &'a Rules {
    type Item = &'a Rule;
    type IntoIter = std::slice::Iter<'a, Rule>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Rule {
    /// Every fact the rule asks about, each once, in the order of its text.
    #[must_use]
    pub fn facts(&self) -> Vec<Fact> {
        let mut facts = Vec::new();
        for Case { when, .. } in &self.cases {
            when.visit_facts(&mut |fact| {
                if !facts.contains(&fact) {
                    facts.push(fact);
                }
            });
        }
        facts
    }
}
