use joinbench::package::{
    PackageSettings, SecretKind, Secrets, customizations_xml, device_name_preview, file_stem,
    preview_xml, problems,
};
use proptest::prelude::*;
use uuid::Uuid;

use crate::examples::{TODAY, all_secrets, device, everything};
use crate::xml::{COMMON, read};

/// Any text, with a weight on what XML treats in a special way.
fn any_text() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        '<', '>', '&', '"', '\'', '\t', '\n', '\r', ' ', ']', '-', '!', '%', '{', '}', '\u{0}',
        '\u{1b}', '\u{7f}', '\u{85}', '\u{2028}', '\u{fffe}', '\u{ffff}', '\u{feff}', '😀', 'é',
    ]);
    prop::collection::vec(prop_oneof![special, any::<char>()], 0..40)
        .prop_map(|chars| chars.into_iter().collect())
}

/// The characters of a text that XML 1.0 can hold, as its specification lists them.
fn what_xml_holds(text: &str) -> String {
    let holds = |c: &char| matches!(u32::from(*c), 0x9 | 0xA | 0xD | 0x20..=0xD7FF | 0xE000..=0xFFFD | 0x1_0000..);
    text.chars().filter(holds).collect()
}

fn with_texts(name: &str, ssid: &str, notes: &str, user: &str) -> PackageSettings {
    let mut settings = everything();
    name.clone_into(&mut settings.name);
    notes.clone_into(&mut settings.notes);
    ssid.clone_into(&mut settings.wifi.as_mut().unwrap().ssid);
    user.clone_into(&mut settings.local_admin.as_mut().unwrap().user_name);
    settings
}

proptest! {
    #[test]
    fn every_text_comes_back_from_the_xml_as_it_went_in(
        name in any_text(), ssid in any_text(), notes in any_text(), user in any_text(),
        key in any_text(),
    ) {
        let settings = with_texts(&name, &ssid, &notes, &user);
        let mut secrets = all_secrets();
        secrets.set(SecretKind::WifiKey, key.clone());
        let root = read(&customizations_xml(&settings, &secrets, Uuid::nil()));
        let config = root.at("PackageConfig").unwrap();
        prop_assert_eq!(&config.at("Name").unwrap().text, &what_xml_holds(&name));
        prop_assert_eq!(&config.at("Notes").unwrap().text, &what_xml_holds(&notes));
        let common = root.at(COMMON).unwrap();
        let wlan = common.at("ConnectivityProfiles/WLAN/WLANSetting/WLANConfig").unwrap();
        prop_assert_eq!(wlan.attribute("SSID").unwrap(), what_xml_holds(&ssid));
        let user_element = common.at("Accounts/Users/User").unwrap();
        prop_assert_eq!(user_element.attribute("UserName").unwrap(), what_xml_holds(&user));
        if !key.is_empty() {
            let read_key = &wlan.at("WLANXmlSettings/SecurityKey").unwrap().text;
            prop_assert_eq!(read_key, &what_xml_holds(&key));
        }
    }

    #[test]
    fn no_settings_bring_the_rules_or_the_preview_to_fall(
        name in any_text(), ssid in any_text(), user in any_text(), template in any_text(),
        secret in any_text(),
    ) {
        let mut settings = with_texts(&name, &ssid, &name, &user);
        settings.device_name.as_mut().unwrap().template = template;
        let mut secrets = Secrets::default();
        for kind in SecretKind::ALL {
            secrets.set(*kind, secret.clone());
        }
        for problem in problems(&settings, &secrets, &device(), TODAY) {
            prop_assert!(!problem.message.is_empty());
        }
        read(&preview_xml(&settings, &secrets, Uuid::nil()));
    }

    #[test]
    fn a_name_that_is_given_keeps_the_rules(template in "[A-Za-z0-9%:-]{0,20}|([A-Z]{1,4}-)?(%SERIAL%|%RAND:[0-9]%)", serial in "[ -~]{0,24}") {
        if let Ok(name) = device_name_preview(&template, Some(&serial)) {
            let name = name.replace('…', "");
            prop_assert!(name.len() <= 15, "{}", name);
            prop_assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-'), "{}", name);
        }
    }

    #[test]
    fn any_package_name_gives_a_safe_file_name(name in any_text()) {
        let stem = file_stem(&name);
        prop_assert!(!stem.is_empty() && stem.len() <= 68);
        prop_assert!(stem.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'));
    }

    #[test]
    fn any_text_as_a_secrets_file_is_read_or_refused(text in any_text()) {
        let _ = Secrets::parse(&text);
    }
}
