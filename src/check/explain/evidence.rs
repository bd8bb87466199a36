//! What a rule looked at, and what it would still need.

use crate::check::fact::{Derived, Fact, Facts};
use crate::check::gate::Reason;
use crate::check::knowledge::Knowledge;
use crate::check::organization::Organization;
use crate::check::report::Evidence;
use crate::check::rule::{Meaning, Rule};
use crate::device::{Device, Field, Reading, Value};

/// The source name of an answer of the organization.
const ORGANIZATION: &str = "organization";

/// Looks up where facts come from.
pub struct Reader<'a> {
    pub knowledge: &'a Knowledge,
    pub device: &'a Device,
    pub organization: &'a Organization,
    pub facts: &'a Facts<'a>,
}

impl Reader<'_> {
    /// Everything that was read for a rule and for what it means for the
    /// device, each once.
    pub fn evidence(&self, rule: &Rule, meaning: Option<&Meaning>) -> Vec<Evidence> {
        let mut facts = rule.facts();
        if let Some(meaning) = meaning {
            meaning.when.visit_facts(&mut |fact| facts.push(fact));
        }
        let mut evidence: Vec<Evidence> = Vec::new();
        for found in facts.into_iter().flat_map(|fact| self.behind(fact)) {
            if !evidence.contains(&found) {
                evidence.push(found);
            }
        }
        evidence
    }

    /// The fields and questions that are missing for a rule, by id, each once.
    pub fn needs(&self, rule: &Rule) -> Vec<String> {
        let mut needs: Vec<String> = Vec::new();
        for fact in rule.facts().into_iter().filter(|fact| self.facts.get(*fact).is_none()) {
            let missing = match fact {
                Fact::Device(_) | Fact::Answer(_) => vec![fact.id()],
                Fact::Derived(derived) => {
                    self.missing_for(derived).into_iter().map(Field::id).collect()
                }
            };
            for id in missing {
                if !needs.iter().any(|other| other == id) {
                    needs.push(id.to_owned());
                }
            }
        }
        needs
    }

    fn behind(&self, fact: Fact) -> Vec<Evidence> {
        match fact {
            Fact::Device(field) => self.behind_field(field),
            Fact::Derived(derived) => self.behind_derived(derived),
            Fact::Answer(question) => {
                let answer = self.organization.answer(question);
                let told = |value: &Value| Evidence {
                    field: question.id().to_owned(),
                    value: value.clone(),
                    from: ORGANIZATION.to_owned(),
                };
                answer.map(told).into_iter().collect()
            }
        }
    }

    /// The readings that a derived fact was worked out from. The product key
    /// tells the edition where nothing else does.
    fn behind_derived(&self, derived: Derived) -> Vec<Evidence> {
        let fields = derived.read_from();
        let of_edition = |field: &Field| matches!(field, Field::EditionId | Field::Sku);
        let by_key = fields.iter().any(of_edition)
            && !fields.iter().filter(|f| of_edition(f)).any(|f| self.device.value(*f).is_some());
        let key = by_key.then_some(Field::KeyGroup);
        fields.iter().copied().chain(key).filter_map(|field| self.reading(field)).collect()
    }

    /// The reading of a field, or the readings from which it follows.
    fn behind_field(&self, field: Field) -> Vec<Evidence> {
        if let Some(found) = self.reading(field) {
            return vec![found];
        }
        let reasons = self.knowledge.implications.reasons(field, self.facts);
        reasons
            .into_iter()
            .filter_map(|fact| if let Fact::Device(f) = fact { self.reading(f) } else { None })
            .collect()
    }

    fn reading(&self, field: Field) -> Option<Evidence> {
        self.device.reading(field).map(|Reading { field, value, from, .. }| Evidence {
            field: field.id().to_owned(),
            value: value.clone(),
            from: from.to_string(),
        })
    }

    /// The fields that would settle a derived fact: the most telling of those
    /// that are missing, or all that the gate of Windows 11 lacks.
    fn missing_for(&self, derived: Derived) -> Vec<Field> {
        if derived == Derived::Windows11Gate {
            let reasons = self.knowledge.gate.reasons(&self.knowledge.processors, self.facts);
            return reasons.into_iter().flat_map(Reason::needs).copied().collect();
        }
        let missing = |field: &&Field| self.facts.get(Fact::Device(**field)).is_none();
        let edition_known = self.facts.get(Fact::Derived(Derived::EditionJoins)).is_some();
        let edition = |field: &Field| matches!(field, Field::EditionId | Field::Sku);
        let wanted = derived.read_from().iter().filter(|field| !(edition_known && edition(field)));
        wanted.into_iter().find(missing).copied().into_iter().collect()
    }
}
