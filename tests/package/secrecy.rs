use joinbench::package::{
    ExportKind, LEFT_OUT_MARK, SECRET_MARK, SecretKind, Secrets, customizations_xml, export,
    preview_xml,
};
use secrecy::ExposeSecret;
use uuid::Uuid;

use crate::examples::{Example, SECRET_TEXTS, all_secrets, everything};
use crate::xml::read;

fn holds_a_secret(text: &str) -> bool {
    SECRET_TEXTS.iter().any(|(_, secret)| text.contains(secret))
}

#[test]
fn the_file_holds_every_secret_and_the_preview_holds_none() {
    let (settings, secrets) = (everything(), all_secrets());
    let file = customizations_xml(&settings, &secrets, Uuid::nil());
    assert!(SECRET_TEXTS.iter().all(|(_, secret)| file.contains(secret)));
    let preview = preview_xml(&settings, &secrets, Uuid::nil());
    assert!(!holds_a_secret(&preview));
    assert_eq!(preview.matches(SECRET_MARK).count(), SECRET_TEXTS.len());
}

#[test]
fn each_missing_secret_leaves_a_comment_in_place_of_its_element() {
    let file = customizations_xml(&everything(), &Secrets::default(), Uuid::nil());
    assert!(!holds_a_secret(&file));
    let comments = read(&file).all_comments();
    assert_eq!(comments.len(), SECRET_TEXTS.len());
    for (comment, element) in
        comments.iter().zip(["BPRT", "Password", "SecurityKey", "UpgradeEditionWithProductKey"])
    {
        assert!(comment.starts_with(&format!(" {LEFT_OUT_MARK} {element}.")), "{comment}");
        assert!(!file.contains(&format!("<{element}>")), "{element}");
    }
}

#[test]
fn debug_output_shows_no_secret() {
    let secrets = all_secrets();
    let shown = format!("{secrets:?}");
    assert!(!holds_a_secret(&shown) && shown.contains("[secret]"), "{shown}");
    let example = Example::new(everything(), secrets);
    let input = format!("{:?}", example.input());
    let bundle = export(&example.input()).unwrap();
    for shown in [input, format!("{bundle:?}"), format!("{:?}", bundle.files[0])] {
        assert!(!holds_a_secret(&shown) && shown.len() > 20);
    }
}

#[test]
fn only_the_settings_file_holds_secrets_and_says_so() {
    let bundle = export(&Example::new(everything(), all_secrets()).input()).unwrap();
    for file in &bundle.files {
        let holds = holds_a_secret(&String::from_utf8_lossy(&file.bytes));
        assert_eq!(holds, file.name == ExportKind::Customizations.file_name(), "{}", file.name);
        assert_eq!(holds, file.holds_secrets, "{}", file.name);
    }
}

#[test]
fn secrets_that_no_setting_needs_stay_out_of_the_files() {
    let mut settings = everything();
    settings.bulk_join = None;
    settings.wifi = None;
    settings.edition_upgrade = false;
    settings.local_admin = None;
    settings.hide_oobe = false;
    let bundle = export(&Example::new(settings, all_secrets()).input()).unwrap();
    for file in &bundle.files {
        assert!(!holds_a_secret(&String::from_utf8_lossy(&file.bytes)), "{}", file.name);
        assert!(!file.holds_secrets, "{}", file.name);
    }
}

#[test]
fn a_secrets_file_is_read_and_unwrapped_only_on_purpose() {
    let text = "(bulk_token: \" not-a-real-token\\n\", wifi_key: \" not a real key \", \
                product_key: \"notar-ealpr-oduct-key00-00000\")";
    let secrets = Secrets::parse(text).unwrap();
    let exposed = |kind| secrets.get(kind).map(|secret| secret.expose_secret().to_owned());
    assert_eq!(exposed(SecretKind::BulkToken).as_deref(), Some("not-a-real-token"));
    assert_eq!(exposed(SecretKind::WifiKey).as_deref(), Some(" not a real key "));
    let key = exposed(SecretKind::ProductKey);
    assert_eq!(key.as_deref(), Some("NOTAR-EALPR-ODUCT-KEY00-00000"));
    assert_eq!(exposed(SecretKind::AdminPassword), None);
}

#[test]
fn a_faulty_secrets_file_is_refused_by_its_place_alone() {
    let table = [
        "(not_a_real_token: \"x\")",
        "(bulk_token: not-a-real-token)",
        "(bulk_token: 'not-a-real-token')",
        "(bulk_token: \"not-a-real-token\"",
        "(bulk_token: \"not-a-real-token\\q\")",
        "(bulk_token: \"a\", bulk_token: \"not-a-real-token\")",
        "(wifi_key: [\"not a real key\"])",
        "(admin_password: Some(not-a-real-password))",
        "not-a-real-token",
        "\"not-a-real-token\"",
    ];
    for text in table {
        let refused = Secrets::parse(text).unwrap_err();
        for shown in [refused.to_string(), format!("{refused:?}")] {
            assert!(!shown.contains("real"), "{text}");
        }
        assert!(refused.line >= 1, "{text}");
        assert!(refused.to_string().contains("line"), "{text}");
    }
}

#[test]
fn an_empty_secret_is_a_missing_one() {
    let mut secrets = all_secrets();
    secrets.set(SecretKind::BulkToken, "  \n".to_owned());
    secrets.set(SecretKind::WifiKey, String::new());
    assert!(!secrets.has(SecretKind::BulkToken) && !secrets.has(SecretKind::WifiKey));
    assert!(secrets.has(SecretKind::AdminPassword));
}
