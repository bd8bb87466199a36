//! What the computer belongs to: a domain, a tenant, a management; and who
//! runs this program.

use super::registry;
use super::sources::{Answer, EntraJoin, JoinKind, Sources};
use crate::device::Field;
use crate::probe::probed::{Gathering, place};
use crate::probe::unseen::Unseen;

/// How the SID of every Microsoft Entra user begins.
const ENTRA_SID: &str = "S-1-12-1-";

/// How the SID of every account of a computer or of a domain begins. Accounts
/// of Windows itself begin in other ways.
const ACCOUNT_SID: &str = "S-1-5-21-";

/// How the SID of the account that Windows comes with ends.
const BUILT_IN_RID: &str = "-500";

pub(super) fn read(sources: &Sources, gathering: &mut Gathering) {
    domain(sources, gathering);
    entra(&sources.entra, gathering);
    match sources.enrolled {
        Some(enrolled) => {
            let here = place("IsDeviceRegisteredWithManagement");
            gathering.findings.put(Field::MdmEnrolled, enrolled, yes_no(enrolled), here);
        }
        None => gathering.unseen(Unseen::EnrollmentNotAsked),
    }
    // The first screens run as an account of Windows' own.
    if sources.registry.number(registry::FIRST_SCREENS) != Some(1)
        && let Some(sid) = &sources.user_sid
    {
        user(sid, sources.administrator, gathering);
    }
}

fn yes_no(answer: bool) -> &'static str {
    if answer { "yes" } else { "no" }
}

fn domain(sources: &Sources, gathering: &mut Gathering) {
    let here = place("NetGetJoinInformation");
    let findings = &mut gathering.findings;
    match &sources.domain {
        Answer::Is(membership) => {
            findings.put(Field::DomainJoined, true, &membership.domain, here.clone());
            findings.put_text(Field::Domain, &membership.domain, here);
        }
        Answer::IsNot => findings.put(Field::DomainJoined, false, "no domain", here),
        Answer::NotAsked => gathering.unseen(Unseen::JoinNotAsked),
    }
}

/// A computer has one join, which is that of the device or that of a work
/// account. Joined as a device, it may have work accounts besides, of which
/// this answer says nothing.
fn entra(answer: &Answer<EntraJoin>, gathering: &mut Gathering) {
    let here = place("NetGetAadJoinInformation");
    let findings = &mut gathering.findings;
    let join = match answer {
        Answer::Is(join) => join,
        Answer::IsNot => {
            findings.put(Field::EntraJoined, false, "no join", here.clone());
            return findings.put(Field::EntraRegistered, false, "no join", here);
        }
        Answer::NotAsked => return gathering.unseen(Unseen::JoinNotAsked),
    };
    match join.kind {
        JoinKind::Device => findings.put(Field::EntraJoined, true, "device join", here.clone()),
        JoinKind::WorkAccount => {
            findings.put(Field::EntraJoined, false, "work account", here.clone());
            return findings.put(Field::EntraRegistered, true, "work account", here);
        }
        JoinKind::NotTold => return gathering.unseen(Unseen::JoinNotAsked),
    }
    for (field, text) in [
        (Field::TenantId, &join.tenant_id),
        (Field::DeviceId, &join.device_id),
        (Field::MdmUrl, &join.mdm_url),
    ] {
        if let Some(text) = text {
            findings.put_text(field, text, here.clone());
        }
    }
}

/// Only what kind of account it is; the SID itself names a person.
fn user(sid: &str, administrator: Option<bool>, gathering: &mut Gathering) {
    let is_entra = sid.starts_with(ENTRA_SID);
    if !is_entra && !sid.starts_with(ACCOUNT_SID) {
        return;
    }
    let here = place("the user's SID");
    let findings = &mut gathering.findings;
    let raw = if is_entra { "S-1-12-1-…" } else { "not S-1-12-1-…" };
    findings.put(Field::UserIsEntra, is_entra, raw, here.clone());
    if !is_entra && sid.ends_with(BUILT_IN_RID) {
        findings.put(Field::SessionUser, "built-in-administrator", "…-500", here);
    } else if let Some(administrator) = administrator {
        let kind = if administrator { "administrator" } else { "standard" };
        let raw = format!("in Administrators: {}", yes_no(administrator));
        findings.put(Field::SessionUser, kind, &raw, place("the user's groups"));
    }
}
