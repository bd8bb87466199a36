//! Facts that tables tell: the edition's family, whether the release still
//! gets updates, whether the hardware passes the gate of Windows 11.

mod edition;
mod hash;
mod implied;
mod kdf;
mod key_group;
mod release;

use jiff::civil::Date;

pub use edition::{Edition, Editions, Family, Servicing};
pub use implied::Implications;
pub use kdf::KdfFloors;
pub use key_group::{KeyGroups, KeyKind};
pub use release::{Releases, Service, Updates};

use super::fact::{Derived, Fact, FactValue, Facts};
use super::knowledge::Knowledge;
use super::organization::Organization;
use crate::device::Device;

/// Every fact of a device in an organization, the derived ones included. What
/// cannot be worked out stays "not known".
#[must_use]
pub fn facts<'a>(
    knowledge: &'a Knowledge,
    device: &'a Device,
    organization: &'a Organization,
    today: Date,
) -> Facts<'a> {
    facts_if(knowledge, device, organization, today, &[])
}

/// A fact that is supposed to have a value.
pub(super) type Supposed<'a> = (Fact, FactValue<'a>);

/// The same as [`facts`], if some things were otherwise: what the tables tell
/// follows from what is supposed.
pub(super) fn facts_if<'a>(
    knowledge: &'a Knowledge,
    device: &'a Device,
    organization: &'a Organization,
    today: Date,
    supposed: &[Supposed<'a>],
) -> Facts<'a> {
    let mut facts = Facts::of(device, organization);
    suppose(&mut facts, supposed);
    knowledge.implications.apply(&mut facts);
    let edition = knowledge
        .editions
        .find(&facts)
        .or_else(|| knowledge.key_groups.edition(&facts, &knowledge.editions));
    let family = edition::family(edition, &facts);
    let updates = knowledge.releases.updates(&facts, edition, today);
    let gate = knowledge.gate.overall(&knowledge.processors, &facts);
    let patched = knowledge.kdf_floors.patched(&facts);
    let derived = [
        (Derived::EditionFamily, family.map(Family::id).map(FactValue::Text)),
        (Derived::EditionJoins, edition.map(Edition::joins_id).map(FactValue::Text)),
        (Derived::EditionAutopilot, edition.map(Edition::autopilot_id).map(FactValue::Text)),
        (Derived::EditionRegisters, edition.map(Edition::registers_id).map(FactValue::Text)),
        (Derived::ReleaseService, updates.service.map(Service::id).map(FactValue::Text)),
        (Derived::UpdatesUntil, updates.until.map(FactValue::Text)),
        (Derived::Windows11Gate, gate.map(FactValue::Text)),
        (Derived::KdfPatched, patched.map(FactValue::Bool)),
        (Derived::HashFits, hash::fits(&facts).map(FactValue::Bool)),
    ];
    for (fact, value) in derived {
        if let Some(value) = value {
            facts.set(Fact::Derived(fact), value);
        }
    }
    suppose(&mut facts, supposed);
    facts
}

fn suppose<'a>(facts: &mut Facts<'a>, supposed: &[Supposed<'a>]) {
    for (fact, value) in supposed {
        facts.set(*fact, *value);
    }
}
