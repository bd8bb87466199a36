//! What is written, against the table of settings that Windows knows.

use std::collections::{BTreeMap, BTreeSet};

use joinbench::package::{
    PackageSettings, SettingFact, SettingKind, WifiSecurity, customizations_xml, setting_facts,
};
use uuid::Uuid;

use crate::examples::{all_secrets, everything};
use crate::xml::{COMMON, Read, read};

/// Settings that between them turn on every element.
fn variants() -> Vec<PackageSettings> {
    let older_name = {
        let mut settings = everything();
        settings.device_name.as_mut().unwrap().as_dns_name = false;
        settings
    };
    let networks = WifiSecurity::ALL.map(|security| {
        let mut settings = everything();
        let wifi = settings.wifi.as_mut().unwrap();
        wifi.security = security;
        wifi.hidden = true;
        wifi.auto_connect = false;
        settings
    });
    [everything(), older_name].into_iter().chain(networks).collect()
}

/// Every element below Common with its path.
fn elements(settings: &PackageSettings) -> Vec<(String, Read)> {
    fn walk(at: &Read, path: &str, found: &mut Vec<(String, Read)>) {
        for child in &at.children {
            let path = format!("{path}/{}", child.name);
            walk(child, &path, found);
            found.push((path, child.clone()));
        }
    }
    let root = read(&customizations_xml(settings, &all_secrets(), Uuid::nil()));
    let mut found = Vec::new();
    walk(root.at(COMMON).unwrap(), "", &mut found);
    found
}

fn table() -> BTreeMap<String, SettingFact> {
    let facts = setting_facts().unwrap();
    let count = facts.len();
    let table: BTreeMap<_, _> = facts.into_iter().map(|fact| (fact.path.clone(), fact)).collect();
    assert_eq!(table.len(), count, "no path stands twice");
    table
}

#[test]
fn every_element_that_is_written_is_a_known_setting_with_a_value_that_fits() {
    let table = table();
    for settings in variants() {
        let elements = elements(&settings);
        assert!(elements.len() > 15);
        for (path, element) in elements {
            let fact = table.get(&path).unwrap_or_else(|| panic!("{path} is in no table"));
            fits(fact, &element);
        }
    }
}

fn fits(fact: &SettingFact, element: &Read) {
    let path = &fact.path;
    match &fact.kind {
        SettingKind::Group => {
            assert!(!element.children.is_empty() && element.attributes.is_empty(), "{path}");
        }
        SettingKind::Keyed(key) => assert!(element.attribute(key).is_some(), "{path} has no {key}"),
        SettingKind::Text => assert!(!element.text.is_empty(), "{path}"),
        SettingKind::YesNo => assert!(["True", "False"].contains(&&*element.text), "{path}"),
        SettingKind::OneOf(words) => assert!(words.contains(&element.text), "{path}"),
    }
}

#[test]
fn every_row_of_the_table_is_written_by_some_settings() {
    let written: BTreeSet<String> =
        variants().iter().flat_map(elements).map(|(path, _)| path).collect();
    let rows: BTreeSet<String> = table().into_keys().collect();
    assert_eq!(written, rows);
}

#[test]
fn what_a_group_requires_is_there_whenever_the_group_is() {
    let table = table();
    let required: Vec<&SettingFact> = table.values().filter(|fact| fact.required).collect();
    assert!(!required.is_empty());
    for settings in variants() {
        let open = settings.wifi.as_ref().unwrap().security == WifiSecurity::Open;
        let written: BTreeSet<String> =
            elements(&settings).into_iter().map(|(path, _)| path).collect();
        for fact in &required {
            let (group, _) = fact.path.rsplit_once('/').unwrap();
            let excused = open && fact.path.ends_with("/SecurityKey");
            if written.contains(group) && !excused {
                assert!(written.contains(&fact.path), "{} is missing", fact.path);
            }
        }
    }
}

#[test]
fn siblings_stand_in_alphabetical_order() {
    fn sorted(at: &Read) {
        let names: Vec<_> = at.children.iter().map(|child| &child.name).collect();
        assert!(names.is_sorted(), "{names:?}");
        at.children.iter().for_each(sorted);
    }
    for settings in variants() {
        sorted(
            read(&customizations_xml(&settings, &all_secrets(), Uuid::nil())).at(COMMON).unwrap(),
        );
    }
}
