//! Which join fits a situation, and what the comparison says.

use std::collections::BTreeSet;

use jiff::civil::date;
use joinbench::check::{Advice, Join, JoinPath, facts};

use crate::support::{KNOWLEDGE, typed};

fn advise<'a>(chosen: &[&str]) -> Advice<'a> {
    KNOWLEDGE.joins.advise(chosen, None)
}

fn check(chosen: &[&str], join: Join, path: Option<JoinPath>) {
    let advice = advise(chosen);
    assert_eq!(advice.join, Some(join), "{chosen:?}");
    assert_eq!(advice.paths.first().copied(), path, "{chosen:?}");
    assert!(!advice.because.is_empty(), "{chosen:?}");
    assert_eq!(advice.others.len(), 2, "{chosen:?}");
    assert!(advice.others.iter().all(|other| !other.because.is_empty()), "{chosen:?}");
}

/// With a device, as its reports tell.
fn check_device(device: &[(&str, &str)], chosen: &[&str], join: Option<Join>) {
    let (device, organization) = typed(device.iter().copied());
    let facts = facts(&KNOWLEDGE, &device, &organization, date(2026, 11, 22));
    let advice = KNOWLEDGE.joins.advise(chosen, Some(&facts));
    assert_eq!(advice.join, join, "{device:?} {chosen:?}");
}

#[test]
fn each_situation_alone_has_its_join_and_its_path() {
    let oobe = Some(JoinPath::OutOfBox);
    check(&["cloud-only"], Join::Entra, oobe);
    check(&["hybrid"], Join::Entra, oobe);
    check(&["seasonal"], Join::Entra, oobe);
    check(&["mostly-m365"], Join::Entra, oobe);
    check(&["tablets-phones"], Join::Entra, oobe);
    check(&["remote"], Join::Entra, Some(JoinPath::AutopilotUser));
    check(&["server-azure"], Join::Entra, Some(JoinPath::AzureVm));
    check(&["server-here"], Join::Hybrid, None);
    check(&["domain-bound"], Join::Hybrid, None);
    check(&["personal"], Join::Registration, None);
    check(&["shared"], Join::Entra, Some(JoinPath::AutopilotSelf));
    check(&["many"], Join::Entra, Some(JoinPath::Package));
    check(&["in-use"], Join::Entra, Some(JoinPath::Settings));
    check(&["configmgr"], Join::Entra, Some(JoinPath::AutopilotExisting));
    check(&["prepared"], Join::Entra, Some(JoinPath::AutopilotPreprovisioned));
    check(&["shipped"], Join::Entra, Some(JoinPath::AutopilotUser));
}

#[test]
fn every_choice_alone_leads_to_a_join_and_stands_apart_from_nothing() {
    let mut paths = BTreeSet::new();
    for choice in KNOWLEDGE.joins.choices() {
        let advice = advise(&[&choice.id]);
        assert!(advice.join.is_some() && advice.apart.is_empty(), "{}", choice.id);
        assert!(!choice.group.is_empty() && !choice.about.is_empty(), "{}", choice.id);
        paths.extend(advice.paths.first().copied());
    }
    assert_eq!(paths.len(), JoinPath::ALL.len(), "some path is never the first: {paths:?}");
}

#[test]
fn a_situation_that_rules_out_wins_over_one_that_prefers() {
    check(&["personal", "mostly-m365"], Join::Registration, None);
    check(&["domain-bound", "hybrid", "mostly-m365"], Join::Hybrid, None);
    check(&["cloud-only", "seasonal", "remote"], Join::Entra, Some(JoinPath::AutopilotUser));
}

#[test]
fn situations_that_exclude_each_other_are_told_apart_by_which_binds_more() {
    let advice = advise(&["cloud-only", "domain-bound"]);
    assert_eq!(advice.join, Some(Join::Hybrid));
    let apart: Vec<&str> = advice.apart.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(apart, ["cloud-only"]);
    let advice = advise(&["personal", "server-azure"]);
    assert_eq!(advice.join, Some(Join::Entra));
    assert_eq!(advice.apart.len(), 1);
}

#[test]
fn the_order_in_which_situations_are_chosen_does_not_matter() {
    let ids: Vec<&str> = KNOWLEDGE.joins.choices().map(|one| one.id.as_str()).collect();
    for one in &ids {
        for other in &ids {
            assert_eq!(advise(&[one, other]), advise(&[other, one]), "{one} {other}");
        }
    }
}

#[test]
fn no_two_situations_leave_a_person_without_an_answer() {
    let ids: Vec<&str> = KNOWLEDGE.joins.choices().map(|one| one.id.as_str()).collect();
    for one in &ids {
        for other in &ids {
            let advice = advise(&[one, other]);
            let join = advice.join.unwrap_or_else(|| panic!("{one} {other}"));
            let refused = advice.counted.iter().any(|situation| {
                matches!(situation.vote(join), Some(joinbench::check::Vote::No(_)))
            });
            assert!(!refused, "{one} {other}: {join:?} is ruled out");
            assert_eq!(advice.paths.is_empty(), join != Join::Entra, "{one} {other}");
        }
    }
}

#[test]
fn nothing_chosen_and_nothing_known_advises_nothing() {
    let advice = advise(&[]);
    assert_eq!(advice.join, None);
    assert!(advice.because.is_empty() && advice.others.is_empty() && advice.paths.is_empty());
    assert_eq!(advise(&["no-such-situation"]), advice);
}

#[test]
fn what_the_device_says_binds_more_than_what_a_person_chose() {
    check_device(&[("edition_id", "Core")], &[], Some(Join::Registration));
    check_device(&[("edition_id", "Core")], &["cloud-only"], Some(Join::Registration));
    check_device(&[("edition_id", "Professional")], &["cloud-only"], Some(Join::Entra));
    let server = [("edition_id", "ServerStandard"), ("vm_platform", "azure")];
    check_device(&server, &[], Some(Join::Entra));
    check_device(
        &[("edition_id", "ServerStandard"), ("vm_platform", "none")],
        &[],
        Some(Join::Hybrid),
    );
    check_device(&[("installation_type", "Server Core")], &["cloud-only"], None);
    check_device(&[("domain_joined", "yes"), ("setup_state", "in-use")], &[], Some(Join::Entra));
    // Whether the server is in Azure is not known: nothing is guessed.
    check_device(&[("edition_id", "ServerStandard")], &[], None);
}

#[test]
fn a_device_in_use_joins_from_settings_and_a_new_one_on_its_first_screens() {
    for (state, path) in [("in-use", JoinPath::Settings), ("new", JoinPath::OutOfBox)] {
        let (device, organization) = typed([("setup_state", state)]);
        let facts = facts(&KNOWLEDGE, &device, &organization, date(2026, 11, 22));
        let advice = KNOWLEDGE.joins.advise(&["cloud-only"], Some(&facts));
        assert_eq!(advice.paths.first(), Some(&path), "{state}");
    }
}

/// What the comparison has to say of a join, in one text.
fn text(join: Join) -> String {
    let rows = KNOWLEDGE.joins.aspects().iter().flat_map(|row| row.of(join));
    rows.cloned().collect::<Vec<_>>().join("\n")
}

#[test]
fn the_comparison_says_what_the_documents_say_of_a_join() {
    let entra = text(Join::Entra);
    for statement in [
        "Password, Windows Hello for Business or FIDO2 security key",
        "Windows Server 2019 or later, as a virtual machine in Azure only",
        "Not Server Core",
        "every edition but Home",
        "Configuration Manager alone, or co-managed with Intune",
        "Single sign-on to the cloud",
        "Conditional Access and compliance",
        "Self-service password reset and Windows Hello PIN reset on the lock screen",
        "provisioning package",
        "Windows Autopilot",
        "Internet at the device",
        "restart the device several times",
        "multifactor authentication",
        "synced from Active Directory",
        "file servers, printers and apps on-premises",
        "Encrypted storage, strong passwords, software and its updates",
        "employees and students",
        "a federated one to the sign-in screen",
        "Device settings in Microsoft Entra ID that let the person join",
    ] {
        let found = entra.to_lowercase().contains(&statement.to_lowercase());
        assert!(found, "the comparison does not say: {statement}");
    }
}

#[test]
fn an_entra_join_is_never_called_a_domain_join() {
    assert!(text(Join::Entra).contains("Not the same as domain joined"));
    assert!(!text(Join::Entra).contains("also known as"));
}

#[test]
fn every_line_of_the_comparison_has_dated_sources() {
    for row in KNOWLEDGE.joins.aspects() {
        let sources: Vec<_> = KNOWLEDGE.joins.sources_of(row).collect();
        assert!(!sources.is_empty(), "{}", row.id);
        assert!(sources.iter().all(|source| source.dated.len() == 7), "{}", row.id);
    }
}
