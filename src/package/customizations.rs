//! customizations.xml, as Windows Configuration Designer and `icd.exe` read it.

use secrecy::ExposeSecret;
use uuid::Uuid;

use super::secrets::{SecretKind, Secrets};
use super::settings::{BulkJoin, DeviceName, LocalAdmin, PackageSettings, Wifi, WifiSecurity};
use super::template::fill;
use super::words;
use super::xml::{Element, Node};
use crate::check::Organization;

/// What stands for a secret in the preview.
pub const SECRET_MARK: &str = "•••••";
/// How the comment in place of a missing secret begins; the build command looks
/// for it and stops.
pub const LEFT_OUT_MARK: &str = "left-out:";

/// The capital M is in the first namespace only.
const CONFIG_NAMESPACE: &str = "urn:schemas-Microsoft-com:Windows-ICD-Package-Config.v1.0";
const SETTINGS_NAMESPACE: &str = "urn:schemas-microsoft-com:windows-provisioning";
/// The namespace of package ids, invented for this program.
const PACKAGE_IDS: Uuid = Uuid::from_u128(0x6a1f_3c52_0b7e_4d8a_9c41_5e2d_7f90_b316);

/// The id of a package: the same name in the same tenant gives the same id, so
/// that a newer version replaces an older one.
#[must_use]
pub fn package_id(settings: &PackageSettings, organization: &Organization) -> Uuid {
    let tenant = organization.tenant_id.trim().to_ascii_lowercase();
    Uuid::new_v5(&PACKAGE_IDS, format!("{tenant}\n{}", settings.name).as_bytes())
}

/// The text of customizations.xml, with the secrets that are there. In place of
/// a missing one stands a comment.
///
/// The text holds the secrets in the clear: write it for its owner's eyes only
/// and keep it out of logs. Pass the settings [`fitted_to`](PackageSettings::fitted_to) the device.
/// Characters that XML cannot hold are dropped; [`problems`](super::problems())
/// refuses them.
#[must_use]
pub fn customizations_xml(settings: &PackageSettings, secrets: &Secrets, id: Uuid) -> String {
    document(settings, id, &|kind| secrets.get(kind).map(|s| s.expose_secret().to_owned()))
}

/// The same text for eyes: [`SECRET_MARK`] in place of each secret.
#[must_use]
pub fn preview_xml(settings: &PackageSettings, secrets: &Secrets, id: Uuid) -> String {
    document(settings, id, &|kind| secrets.has(kind).then(|| SECRET_MARK.to_owned()))
}

/// The text to write for a secret; `None` leaves its element out.
type SecretText<'a> = &'a dyn Fn(SecretKind) -> Option<String>;

fn document(settings: &PackageSettings, id: Uuid, secret: SecretText<'_>) -> String {
    let settings_element = Element::new("Settings")
        .attribute("xmlns", SETTINGS_NAMESPACE)
        .child(Element::new("Customizations").child(common(settings, secret)));
    Element::new("WindowsCustomizations")
        .child(package_config(settings, id))
        .child(settings_element)
        .document()
}

fn package_config(settings: &PackageSettings, id: Uuid) -> Element {
    Element::new("PackageConfig")
        .attribute("xmlns", CONFIG_NAMESPACE)
        .child(Element::text("ID", id.braced().to_string()))
        .child(Element::text("Name", settings.name.as_str()))
        .child(Element::text("Version", settings.version.as_str()))
        .child(Element::text("OwnerType", settings.owner.as_written()))
        .child(Element::text("Rank", settings.rank.to_string()))
        .child(Element::text("Notes", settings.notes.as_str()))
}

fn common(settings: &PackageSettings, secret: SecretText<'_>) -> Element {
    let mut groups: Vec<Node> = Vec::new();
    let accounts = accounts(settings, secret);
    if !accounts.is_empty() {
        groups.push(accounts.into());
    }
    groups.extend(settings.wifi.as_ref().map(|wifi| wlan(wifi, secret)));
    groups.extend(settings.device_name.as_ref().filter(|name| name.as_dns_name).map(dns_name));
    if settings.edition_upgrade {
        let key = secret_element("UpgradeEditionWithProductKey", SecretKind::ProductKey, secret);
        groups.push(Element::nested(&["EditionUpgrade"], key));
    }
    if settings.hide_oobe {
        let hide = Element::text("HideOobe", yes_no(true));
        groups.push(Element::nested(&["OOBE", "Desktop"], hide.into()));
    }
    Element::group("Common", groups)
}

fn accounts(settings: &PackageSettings, secret: SecretText<'_>) -> Element {
    let mut groups: Vec<Node> = Vec::new();
    groups.extend(settings.bulk_join.as_ref().map(|join| azure(join, secret)));
    let older_name = settings.device_name.as_ref().filter(|name| !name.as_dns_name);
    groups.extend(older_name.map(|name| {
        let name = Element::text("ComputerName", name.template.as_str());
        Element::nested(&["ComputerAccount"], name.into())
    }));
    groups.extend(settings.local_admin.as_ref().map(|admin| users(admin, secret)));
    Element::group("Accounts", groups)
}

fn azure(join: &BulkJoin, secret: SecretText<'_>) -> Node {
    let token = secret_element("BPRT", SecretKind::BulkToken, secret);
    let authority = Element::text("Authority", join.authority.as_str());
    Element::group("Azure", [authority.into(), token]).into()
}

fn users(admin: &LocalAdmin, secret: SecretText<'_>) -> Node {
    let password = secret_element("Password", SecretKind::AdminPassword, secret);
    let group = Element::text("UserGroup", "Administrators");
    let user = Element::group("User", [password, group.into()])
        .attribute("UserName", admin.user_name.as_str());
    Element::nested(&["Users"], user.into())
}

fn wlan(wifi: &Wifi, secret: SecretText<'_>) -> Node {
    let mut values: Vec<Node> = vec![
        Element::text("AutoConnect", yes_no(wifi.auto_connect)).into(),
        Element::text("HiddenNetwork", yes_no(wifi.hidden)).into(),
        Element::text("SecurityType", wifi.security.as_written()).into(),
    ];
    if wifi.security != WifiSecurity::Open {
        values.push(secret_element("SecurityKey", SecretKind::WifiKey, secret));
    }
    let config = Element::group("WLANConfig", [Element::group("WLANXmlSettings", values).into()])
        .attribute("SSID", wifi.ssid.as_str());
    Element::nested(&["ConnectivityProfiles", "WLAN", "WLANSetting"], config.into())
}

fn dns_name(name: &DeviceName) -> Node {
    let name = Element::text("DNSComputerName", name.template.as_str());
    Element::nested(&["DevDetail"], name.into())
}

fn secret_element(element: &'static str, kind: SecretKind, secret: SecretText<'_>) -> Node {
    if let Some(text) = secret(kind) {
        return Element::text(element, text).into();
    }
    let values = [("mark", LEFT_OUT_MARK), ("element", element), ("secret", kind.label())];
    Node::LeftOut { element, comment: fill(&words::words().left_out_comment, &values) }
}

const fn yes_no(answer: bool) -> &'static str {
    if answer { "True" } else { "False" }
}
