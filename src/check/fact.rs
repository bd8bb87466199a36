//! Facts: everything a condition can ask about, under one name each.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::nearest::UnknownFact;
use super::organization::{Organization, Question};
use crate::device::key::keys;
use crate::device::{Device, Field, Kind, Value};

keys! {
    /// A fact worked out from a table and the fields it needs (`read_from`).
    pub enum Derived("a derived fact");

    /// The family of the edition, from the editions table.
    EditionFamily "edition_family"
        Kind::Choice(&["home", "client", "multi-session", "se", "server", "server-core", "other"]);
    /// Whether the edition can be Microsoft Entra joined.
    EditionJoins "edition_joins" Kind::Choice(&["yes", "no", "azure-vm", "unverified"]);
    /// Whether Windows Autopilot takes the edition.
    EditionAutopilot "edition_autopilot" Kind::Choice(&["yes", "no", "not-listed"]);
    /// Whether the edition can be Microsoft Entra registered.
    EditionRegisters "edition_registers" Kind::Choice(&["yes", "no", "unverified"]);
    /// Whether the release still gets updates today.
    ReleaseService "release_service" Kind::Choice(&["in-service", "esu", "ended"]);
    /// The last day on which the release gets updates, for a person to read.
    UpdatesUntil "updates_until" Kind::Text;
    /// Whether the build can still sign in after the fix of July 2021 (`KDFv1`).
    KdfPatched "kdf_patched" Kind::YesNo;
    /// The Windows 11 hardware gate as a whole.
    Windows11Gate "windows11_gate" Kind::Choice(&["pass", "fail"]);
    /// Whether the serial number in the hardware hash is that of the device.
    HashFits "hash_fits" Kind::YesNo;
}

impl Derived {
    /// The fields the fact is worked out from, the most telling first.
    #[must_use]
    pub const fn read_from(self) -> &'static [Field] {
        match self {
            Self::EditionFamily => &[Field::EditionId, Field::Sku, Field::InstallationType],
            Self::EditionJoins | Self::EditionAutopilot | Self::EditionRegisters => {
                &[Field::EditionId, Field::Sku]
            }
            Self::ReleaseService | Self::UpdatesUntil => {
                &[Field::Build, Field::EditionId, Field::Sku]
            }
            Self::KdfPatched => &[Field::Build, Field::Revision],
            Self::Windows11Gate => &[
                Field::CpuName,
                Field::CpuFamily,
                Field::CpuModel,
                Field::TpmVersion,
                Field::SecureBootCapable,
                Field::MemoryMb,
                Field::StorageBytes,
            ],
            Self::HashFits => &[Field::HashSerial, Field::Serial],
        }
    }
}

/// Anything a condition can ask about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Fact {
    Device(Field),
    Answer(Question),
    Derived(Derived),
}

const QUESTIONS_AT: usize = Field::ALL.len();
const DERIVED_AT: usize = QUESTIONS_AT + Question::ALL.len();
const COUNT: usize = DERIVED_AT + Derived::ALL.len();

impl Fact {
    /// The stable id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Device(field) => field.id(),
            Self::Answer(question) => question.id(),
            Self::Derived(derived) => derived.id(),
        }
    }

    /// What the fact can hold.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::Device(field) => field.kind(),
            Self::Answer(question) => question.kind(),
            Self::Derived(derived) => derived.kind(),
        }
    }

    const fn slot(self) -> usize {
        match self {
            Self::Device(field) => field.index(),
            Self::Answer(question) => QUESTIONS_AT + question.index(),
            Self::Derived(derived) => DERIVED_AT + derived.index(),
        }
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for Fact {
    type Err = UnknownFact;

    fn from_str(id: &str) -> Result<Self, UnknownFact> {
        Field::from_str(id)
            .map(Self::Device)
            .or_else(|_| Question::from_str(id).map(Self::Answer))
            .or_else(|_| Derived::from_str(id).map(Self::Derived))
            .map_err(|_| UnknownFact::named(id))
    }
}

impl From<Fact> for String {
    fn from(fact: Fact) -> Self {
        fact.id().to_owned()
    }
}

impl TryFrom<String> for Fact {
    type Error = UnknownFact;

    fn try_from(id: String) -> Result<Self, UnknownFact> {
        id.parse()
    }
}

/// A value as conditions compare it: copied, never allocated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactValue<'a> {
    Bool(bool),
    Number(i64),
    Text(&'a str),
}

impl<'a> From<&'a Value> for FactValue<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Bool(answer) => Self::Bool(*answer),
            Value::Number(number) => Self::Number(*number),
            Value::Text(text) => Self::Text(text),
        }
    }
}

/// The facts of one device in one organization, each known or not.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    slots: [Option<FactValue<'a>>; COUNT],
}

impl<'a> Facts<'a> {
    /// The facts that are read or answered; derived ones are set by [`Facts::set`].
    #[must_use]
    pub fn of(device: &'a Device, organization: &'a Organization) -> Self {
        let mut facts = Self { slots: [None; COUNT] };
        for reading in device.known() {
            facts.set(Fact::Device(reading.field), (&reading.value).into());
        }
        for (question, value) in &organization.answers {
            facts.set(Fact::Answer(*question), value.into());
        }
        facts
    }

    /// The value of a fact; `None` is "not known".
    #[must_use]
    pub fn get(&self, fact: Fact) -> Option<FactValue<'a>> {
        self.slots.get(fact.slot()).copied().flatten()
    }

    /// The text of a fact that is known and a text.
    #[must_use]
    pub fn text(&self, fact: Fact) -> Option<&'a str> {
        match self.get(fact) {
            Some(FactValue::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The number of a fact that is known and a number.
    #[must_use]
    pub fn number(&self, fact: Fact) -> Option<i64> {
        match self.get(fact) {
            Some(FactValue::Number(number)) => Some(number),
            _ => None,
        }
    }

    /// The yes or no of a fact that is known and one of them.
    #[must_use]
    pub fn answer(&self, fact: Fact) -> Option<bool> {
        match self.get(fact) {
            Some(FactValue::Bool(answer)) => Some(answer),
            _ => None,
        }
    }

    /// Makes a fact known, or supposes it for a rehearsal.
    pub fn set(&mut self, fact: Fact, value: FactValue<'a>) {
        if let Some(slot) = self.slots.get_mut(fact.slot()) {
            *slot = Some(value);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_facts_share_a_name() {
        let mut ids: Vec<&str> = Field::ALL.iter().map(|f| f.id()).collect();
        ids.extend(Question::ALL.iter().map(|q| q.id()));
        ids.extend(Derived::ALL.iter().map(|d| d.id()));
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}
