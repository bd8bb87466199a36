//! Secrets: typed or read for one run, kept in memory, wiped when dropped.

use std::fmt;

use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Deserializer};
use zeroize::Zeroize;

use super::ids::ids;
use super::words;
use crate::wizard;

ids! {
    /// A kind of secret that a package can hold.
    pub enum SecretKind;

    BulkToken "bulk_token";
    WifiKey "wifi_key";
    AdminPassword "admin_password";
    ProductKey "product_key";
}

impl SecretKind {
    /// The name a person reads, for example "Bulk token".
    #[must_use]
    pub fn label(self) -> &'static str {
        words::secret_label(self)
    }
}

/// The secrets of one package. They are in no plan; `Debug` shows none of them.
#[derive(Clone, Default)]
pub struct Secrets {
    bulk_token: Option<SecretString>,
    wifi_key: Option<SecretString>,
    admin_password: Option<SecretString>,
    product_key: Option<SecretString>,
}

/// A secrets file that cannot be used. It names the place and never the content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "The secrets file cannot be read at line {line}, column {column}. It may hold bulk_token, \
     wifi_key, admin_password and product_key, each at most once and as text in quotes: \
     (wifi_key: \"…\")."
)]
pub struct SecretsError {
    /// Counted from 1.
    pub line: usize,
    pub column: usize,
}

impl Secrets {
    /// Reads the RON text of a secrets file: any of the four ids with a text.
    ///
    /// # Errors
    /// Names the place of the first fault; the parser's own words are dropped,
    /// because they may quote what they found.
    pub fn parse(ron_text: &str) -> Result<Self, SecretsError> {
        let file: SecretsFile = wizard::options().from_str(ron_text).map_err(|fault| {
            SecretsError { line: fault.span.start.line, column: fault.span.start.col }
        })?;
        let mut secrets = Self::default();
        for (kind, held) in [
            (SecretKind::BulkToken, file.bulk_token),
            (SecretKind::WifiKey, file.wifi_key),
            (SecretKind::AdminPassword, file.admin_password),
            (SecretKind::ProductKey, file.product_key),
        ] {
            if let Some(mut held) = held {
                secrets.set(kind, std::mem::take(&mut held.0));
            }
        }
        Ok(secrets)
    }

    /// Keeps a secret; an empty one forgets it. What was handed in is wiped.
    ///
    /// Tokens and product keys are pasted, so blanks around them go and product
    /// keys become capital letters. Passwords and Wi-Fi keys stay as typed.
    pub fn set(&mut self, kind: SecretKind, mut secret: String) {
        let kept = match kind {
            SecretKind::BulkToken => SecretString::from(secret.trim()),
            SecretKind::ProductKey => {
                secret.make_ascii_uppercase();
                SecretString::from(secret.trim())
            }
            SecretKind::WifiKey | SecretKind::AdminPassword => SecretString::from(secret.as_str()),
        };
        secret.zeroize();
        *self.slot(kind) = (!kept.expose_secret().is_empty()).then_some(kept);
    }

    /// The secret of this kind, still wrapped; `None` when it is missing.
    #[must_use]
    pub fn get(&self, kind: SecretKind) -> Option<&SecretString> {
        match kind {
            SecretKind::BulkToken => self.bulk_token.as_ref(),
            SecretKind::WifiKey => self.wifi_key.as_ref(),
            SecretKind::AdminPassword => self.admin_password.as_ref(),
            SecretKind::ProductKey => self.product_key.as_ref(),
        }
    }

    /// Whether the secret of this kind is there.
    #[must_use]
    pub fn has(&self, kind: SecretKind) -> bool {
        self.get(kind).is_some()
    }

    fn slot(&mut self, kind: SecretKind) -> &mut Option<SecretString> {
        match kind {
            SecretKind::BulkToken => &mut self.bulk_token,
            SecretKind::WifiKey => &mut self.wifi_key,
            SecretKind::AdminPassword => &mut self.admin_password,
            SecretKind::ProductKey => &mut self.product_key,
        }
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Secrets");
        for kind in SecretKind::ALL {
            let state = if self.has(*kind) { "[secret]" } else { "none" };
            shown.field(kind.id(), &format_args!("{state}"));
        }
        shown.finish()
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct SecretsFile {
    bulk_token: Option<Held>,
    wifi_key: Option<Held>,
    admin_password: Option<Held>,
    product_key: Option<Held>,
}

/// A text on its way from the file to its wrapped form; wiped if it never gets there.
struct Held(String);

impl<'de> Deserialize<'de> for Held {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}
