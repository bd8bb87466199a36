use jiff::civil::date;
use joinbench::device::{Device, Field};
use joinbench::package::{
    FieldProblem, PackageField, PackageSettings, Saying, SecretKind, Secrets, Severity,
    WifiSecurity, problems,
};

use crate::examples::{TODAY, all_secrets, device, everything, nothing};

fn found(settings: &PackageSettings, secrets: &Secrets) -> Vec<FieldProblem> {
    problems(settings, secrets, &device(), TODAY)
}

/// What is said about one field once the example is changed.
fn said(field: PackageField, change: impl FnOnce(&mut PackageSettings)) -> Vec<Saying> {
    let mut settings = everything();
    change(&mut settings);
    let all = found(&settings, &all_secrets());
    all.into_iter().filter(|problem| problem.field == field).map(|problem| problem.saying).collect()
}

/// What is said about a secret.
fn said_of_secret(
    kind: SecretKind,
    secret: &str,
    change: impl FnOnce(&mut PackageSettings),
) -> Vec<Saying> {
    let mut settings = everything();
    change(&mut settings);
    let mut secrets = all_secrets();
    secrets.set(kind, secret.to_owned());
    let all = found(&settings, &secrets);
    for problem in &all {
        let quoted = secret.trim().len() > 3 && problem.message.contains(secret.trim());
        assert!(!quoted, "{} quotes the secret", problem.field);
    }
    let field = PackageField::from(kind);
    all.into_iter().filter(|problem| problem.field == field).map(|problem| problem.saying).collect()
}

fn check<T>(table: &[(T, Option<Saying>)], said: impl Fn(&T) -> Vec<Saying>)
where
    T: std::fmt::Debug,
{
    for (input, expected) in table {
        assert_eq!(said(input), Vec::from_iter(*expected), "{input:?}");
    }
}

#[test]
fn the_full_example_has_no_problem() {
    assert_eq!(found(&everything(), &all_secrets()), []);
}

#[test]
fn every_sentence_names_its_field_and_has_all_its_values() {
    let mut settings = everything();
    settings.name = "x".repeat(65);
    settings.rank = 100;
    settings.wifi.as_mut().unwrap().ssid = "x".repeat(33);
    settings.local_admin.as_mut().unwrap().user_name = "x".repeat(21);
    let all = found(&settings, &Secrets::default());
    assert!(all.len() >= 8, "{all:?}");
    for problem in all {
        assert!(problem.message.ends_with('.'), "{}", problem.message);
        assert!(!problem.message.contains(['{', '}']), "{}", problem.message);
        assert_ne!(problem.field.label(), problem.field.id());
    }
}

#[test]
fn a_package_name_is_there_and_fits() {
    let long = "x".repeat(64);
    let too_long = "x".repeat(65);
    check(
        &[
            ("Contoso & \"Fabrikam\" <1>", None),
            (long.as_str(), None),
            (too_long.as_str(), Some(Saying::NameTooLong)),
            ("", Some(Saying::NameMissing)),
            ("  ", Some(Saying::NameMissing)),
            ("a\nb", Some(Saying::ControlCharacter)),
            ("a\u{0}b", Some(Saying::ControlCharacter)),
            ("a\u{FFFF}b", Some(Saying::ControlCharacter)),
        ],
        |name| said(PackageField::Name, |settings| settings.name = (*name).to_owned()),
    );
}

#[test]
fn a_version_has_two_parts_or_four() {
    let wrong = Some(Saying::VersionShape);
    check(
        &[
            ("1.0", None),
            ("10.22", None),
            ("1.2.3.4", None),
            ("1", wrong),
            ("1.2.3", wrong),
            ("1.2.3.4.5", wrong),
            ("1.", wrong),
            (".1", wrong),
            ("1.a", wrong),
            ("1.-2", wrong),
            (" 1.0", wrong),
            ("1.٣", wrong),
            ("", wrong),
        ],
        |version| said(PackageField::Version, |settings| settings.version = (*version).to_owned()),
    );
}

#[test]
fn a_rank_goes_from_0_to_99() {
    check(&[(0, None), (99, None), (100, Some(Saying::RankRange))], |rank| {
        said(PackageField::Rank, |settings| settings.rank = *rank)
    });
}

#[test]
fn notes_hold_no_control_characters() {
    check(&[("", None), ("a < b", None), ("a\tb", Some(Saying::ControlCharacter))], |notes| {
        said(PackageField::Notes, |settings| settings.notes = (*notes).to_owned())
    });
}

#[test]
fn a_network_name_has_1_to_32_bytes() {
    let table = [
        ("a".to_owned(), None),
        ("a".repeat(32), None),
        ("é".repeat(16), None),
        ("a".repeat(33), Some(Saying::SsidTooLong)),
        ("é".repeat(17), Some(Saying::SsidTooLong)),
        (String::new(), Some(Saying::SsidMissing)),
        ("a\u{7}".to_owned(), Some(Saying::ControlCharacter)),
    ];
    check(&table, |ssid| {
        said(PackageField::Ssid, |settings| settings.wifi.as_mut().unwrap().ssid.clone_from(ssid))
    });
}

#[test]
fn a_wpa2_passphrase_has_8_to_63_characters_or_64_hex_digits() {
    let table = [
        ("x".repeat(7), Some(Saying::PassphraseLength)),
        ("x".repeat(8), None),
        ("x".repeat(63), None),
        ("x".repeat(64), Some(Saying::PassphraseHex)),
        ("0aF9".repeat(16), None),
        ("0".repeat(65), Some(Saying::PassphraseLength)),
        ("a key with blanks ~".to_owned(), None),
        ("schlüssel".to_owned(), Some(Saying::PassphraseAscii)),
        ("tab\there!".to_owned(), Some(Saying::PassphraseAscii)),
    ];
    check(&table, |key| said_of_secret(SecretKind::WifiKey, key, |_| ()));
}

#[test]
fn a_passphrase_that_is_too_short_is_counted_and_not_quoted() {
    let mut secrets = all_secrets();
    secrets.set(SecretKind::WifiKey, "bénch7".to_owned());
    let all = found(&everything(), &secrets);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].message, "A WPA2 passphrase has 8 to 63 characters. This one has 6.");
}

#[test]
fn a_wep_key_has_one_of_four_lengths() {
    let wrong = Some(Saying::WepKeyShape);
    let table = [
        ("abcde", None),
        ("abcdefghijklm", None),
        ("0123456789", None),
        ("0123456789abcdef0123456789", None),
        ("abcd", wrong),
        ("abcdefghij", wrong),
        ("schlü", wrong),
        ("0123456789abcdef0123456789a", wrong),
    ];
    let wep = |settings: &mut PackageSettings| {
        settings.wifi.as_mut().unwrap().security = WifiSecurity::Wep;
    };
    check(&table, |key| said_of_secret(SecretKind::WifiKey, key, wep));
    assert_eq!(said(PackageField::WifiSecurity, wep), [Saying::WepIsWeak]);
}

#[test]
fn an_open_network_asks_for_no_key() {
    let open = |settings: &mut PackageSettings| {
        settings.wifi.as_mut().unwrap().security = WifiSecurity::Open;
    };
    assert_eq!(said_of_secret(SecretKind::WifiKey, "x", open), []);
    assert_eq!(said_of_secret(SecretKind::WifiKey, "", open), []);
}

#[test]
fn a_bulk_token_is_judged_by_its_last_day() {
    let table = [
        (None, Some(Saying::TokenDateUnknown)),
        (Some(date(2026, 11, 21)), Some(Saying::TokenExpired)),
        (Some(date(2026, 11, 22)), Some(Saying::TokenEndsToday)),
        (Some(date(2026, 11, 23)), Some(Saying::TokenEndsTomorrow)),
        (Some(date(2026, 12, 13)), Some(Saying::TokenExpiresSoon)),
        (Some(date(2026, 12, 22)), Some(Saying::TokenExpiresSoon)),
        (Some(date(2026, 12, 23)), None),
        (Some(date(2027, 5, 21)), None),
        (Some(date(2027, 5, 22)), Some(Saying::TokenTooLong)),
    ];
    check(&table, |until| {
        said(PackageField::ValidUntil, |settings| {
            settings.bulk_join.as_mut().unwrap().valid_until = *until;
        })
    });
    let graveness = |until| {
        let mut settings = everything();
        settings.bulk_join.as_mut().unwrap().valid_until = Some(until);
        let all = found(&settings, &all_secrets());
        assert_eq!(all.len(), 1);
        (all[0].severity, all[0].message.clone())
    };
    assert_eq!(graveness(date(2026, 11, 21)).0, Severity::Block);
    assert_eq!(graveness(date(2027, 5, 22)).0, Severity::Block);
    let (severity, message) = graveness(date(2026, 12, 13));
    assert_eq!(severity, Severity::Warn);
    assert!(message.contains("21 days") && message.contains("2026-12-13"), "{message}");
}

#[test]
fn a_bulk_token_is_one_unbroken_word() {
    let wrong = Some(Saying::TokenBlank);
    check(
        &[
            ("0.not-a-real-token", None),
            ("  0.not-a-real-token\r\n", None),
            ("not a token", wrong),
            ("not\na-token", wrong),
        ],
        |token| said_of_secret(SecretKind::BulkToken, token, |_| ()),
    );
}

#[test]
fn a_sign_in_address_is_a_https_address() {
    let wrong = Some(Saying::AuthorityAddress);
    check(
        &[
            ("https://login.microsoftonline.com/common", None),
            ("https://login.partner.microsoftonline.cn/common", None),
            ("http://login.microsoftonline.com/common", wrong),
            ("login.microsoftonline.com", wrong),
            ("https://", wrong),
            ("https:///common", wrong),
            ("https://a b", wrong),
            ("", wrong),
        ],
        |address| {
            said(PackageField::Authority, |settings| {
                settings.bulk_join.as_mut().unwrap().authority = (*address).to_owned();
            })
        },
    );
}

#[test]
fn a_local_account_has_a_name_that_windows_takes() {
    let exactly = "x".repeat(20);
    let longer = "x".repeat(21);
    let character = Some(Saying::AdminNameCharacter);
    check(
        &[
            ("benchadmin", None),
            (exactly.as_str(), None),
            (longer.as_str(), Some(Saying::AdminNameTooLong)),
            ("", Some(Saying::AdminNameMissing)),
            ("a\\b", character),
            ("a@b", character),
            ("a\"b", character),
            (". .", Some(Saying::AdminNameDots)),
            ("a\u{1}", Some(Saying::ControlCharacter)),
            ("CT-7XK2P13", Some(Saying::AdminNameIsDeviceName)),
            ("ct-7xk2p13", Some(Saying::AdminNameIsDeviceName)),
        ],
        |name| {
            said(PackageField::AdminName, |settings| {
                settings.local_admin.as_mut().unwrap().user_name = (*name).to_owned();
            })
        },
    );
}

#[test]
fn a_local_account_differs_from_the_name_that_the_device_keeps() {
    let mut settings = everything();
    settings.device_name = None;
    settings.local_admin.as_mut().unwrap().user_name = "lab-07".to_owned();
    let mut device = device();
    device.type_in(Field::Hostname, "LAB-07").unwrap();
    let all = problems(&settings, &all_secrets(), &device, TODAY);
    assert_eq!(all.iter().map(|p| p.saying).collect::<Vec<_>>(), [Saying::AdminNameIsDeviceName]);
}

#[test]
fn a_product_key_has_five_groups_of_five() {
    let wrong = Some(Saying::ProductKeyShape);
    check(
        &[
            ("NOTAR-EALPR-ODUCT-KEY00-00000", None),
            (" notar-ealpr-oduct-key00-00000 ", None),
            ("NOTAREALPRODUCTKEY0000000", wrong),
            ("NOTAR-EALPR-ODUCT-KEY00", wrong),
            ("NOTAR-EALPR-ODUCT-KEY00-0000", wrong),
            ("NOTAR-EALPR-ODUCT-KEY00-0000_", wrong),
            ("NOTAR-EALPR-ODUCT-KEY00-00000-00000", wrong),
        ],
        |key| said_of_secret(SecretKind::ProductKey, key, |_| ()),
    );
}

#[test]
fn hiding_the_first_setup_without_an_account_blocks() {
    let mut settings = everything();
    settings.local_admin = None;
    let all = found(&settings, &all_secrets());
    let hide = all.iter().find(|p| p.field == PackageField::HideOobe).unwrap();
    assert_eq!(hide.severity, Severity::Block);
}

#[test]
fn a_bulk_join_without_a_local_administrator_warns() {
    let mut settings = everything();
    settings.local_admin = None;
    settings.hide_oobe = false;
    let all = found(&settings, &all_secrets());
    assert_eq!(all.len(), 1);
    assert_eq!((all[0].saying, all[0].severity), (Saying::NoLocalAdmin, Severity::Warn));
}

#[test]
fn a_missing_secret_warns_at_its_own_field() {
    use PackageField::{AdminPassword, BulkToken, ProductKey, WifiKey};
    let all = found(&everything(), &Secrets::default());
    let fields: Vec<_> = all.iter().map(|p| p.field).collect();
    assert_eq!(fields, [BulkToken, WifiKey, AdminPassword, ProductKey]);
    assert!(all.iter().all(|p| p.saying == Saying::SecretMissing && !p.blocks()));
}

#[test]
fn settings_that_do_nothing_are_told_so() {
    let all = found(&nothing(), &Secrets::default());
    assert_eq!(all.iter().map(|p| p.saying).collect::<Vec<_>>(), [Saying::NothingSet]);
}

#[test]
fn a_long_name_blocks_on_an_older_device_and_warns_on_a_newer_one() {
    let mut settings = everything();
    settings.device_name.as_mut().unwrap().template = "contoso-training-07".to_owned();
    let on_build = |build: Option<&str>| {
        let mut device = Device::default();
        if let Some(build) = build {
            device.type_in(Field::Build, build).unwrap();
        }
        problems(&settings, &all_secrets(), &device, TODAY)
            .iter()
            .map(|p| (p.saying, p.severity))
            .collect::<Vec<_>>()
    };
    assert_eq!(on_build(Some("19041")), [(Saying::DnsNameShortened, Severity::Warn)]);
    assert_eq!(on_build(Some("19040")), [(Saying::DeviceNameTooLong, Severity::Block)]);
    assert_eq!(on_build(None), [(Saying::DeviceNameTooLong, Severity::Block)]);
    settings.device_name.as_mut().unwrap().template = format!("a{}", "b".repeat(63));
    let all = found(&settings, &all_secrets());
    assert_eq!(all[0].message, "A device name has at most 63 characters. This one has 64.");
}

#[test]
fn an_odd_serial_number_warns_and_does_not_block() {
    let mut device = device();
    device.type_in(Field::Serial, "VMware-56 4d 01").unwrap();
    let all = problems(&everything(), &all_secrets(), &device, TODAY);
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].saying, Saying::DeviceNameSerialCharacter);
    assert!(!all[0].blocks() && all[0].message.contains("a space"), "{}", all[0].message);
}
