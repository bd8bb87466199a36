//! Rules of the Wi-Fi network and its key.

use secrecy::ExposeSecret;

use super::field::PackageField;
use super::field_rules::{as_values, control_characters};
use super::problem::FieldProblem;
use super::saying::Saying;
use super::secrets::{SecretKind, Secrets};
use super::settings::{PackageSettings, WifiSecurity};

/// The longest network name, in bytes of UTF-8.
const LONGEST_SSID: usize = 32;

pub(super) fn wifi(settings: &PackageSettings, secrets: &Secrets) -> Vec<FieldProblem> {
    let Some(wifi) = &settings.wifi else { return Vec::new() };
    let mut found = Vec::new();
    found.extend(network_name(&wifi.ssid));
    if wifi.security == WifiSecurity::Wep {
        found.push(FieldProblem::plain(PackageField::WifiSecurity, Saying::WepIsWeak));
    }
    if let Some(key) = secrets.get(SecretKind::WifiKey) {
        let key = key.expose_secret();
        found.extend(match wifi.security {
            WifiSecurity::Open => None,
            WifiSecurity::Wep => wep_key(key),
            WifiSecurity::Wpa2Personal => passphrase(key),
        });
    }
    found
}

fn network_name(ssid: &str) -> Option<FieldProblem> {
    if ssid.is_empty() {
        return Some(FieldProblem::plain(PackageField::Ssid, Saying::SsidMissing));
    }
    if ssid.len() > LONGEST_SSID {
        let values = [("count", ssid.len().to_string()), ("most", LONGEST_SSID.to_string())];
        return Some(FieldProblem::new(
            PackageField::Ssid,
            Saying::SsidTooLong,
            &as_values(&values),
        ));
    }
    control_characters(PackageField::Ssid, ssid)
}

/// 8 to 63 printable ASCII characters, or 64 hex digits.
fn passphrase(key: &str) -> Option<FieldProblem> {
    let count = key.chars().count();
    let plain = |saying| Some(FieldProblem::plain(PackageField::WifiKey, saying));
    match count {
        8..=63 if is_printable_ascii(key) => None,
        8..=63 => plain(Saying::PassphraseAscii),
        64 if key.bytes().all(|b| b.is_ascii_hexdigit()) => None,
        64 => plain(Saying::PassphraseHex),
        _ => {
            let values = [("count", count.to_string())];
            let saying = Saying::PassphraseLength;
            Some(FieldProblem::new(PackageField::WifiKey, saying, &as_values(&values)))
        }
    }
}

/// 5 or 13 characters, or 10 or 26 hex digits, as the network profile takes them.
fn wep_key(key: &str) -> Option<FieldProblem> {
    let fits = match key.chars().count() {
        5 | 13 => is_printable_ascii(key),
        10 | 26 => key.bytes().all(|b| b.is_ascii_hexdigit()),
        _ => false,
    };
    (!fits).then(|| FieldProblem::plain(PackageField::WifiKey, Saying::WepKeyShape))
}

fn is_printable_ascii(key: &str) -> bool {
    key.bytes().all(|b| (b' '..=b'~').contains(&b))
}
