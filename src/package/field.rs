//! The fields of the package page, as problems name them.

use super::ids::ids;
use super::secrets::SecretKind;
use super::words;

ids! {
    /// A field of the package settings or a secret of them.
    pub enum PackageField;

    /// The package as a whole.
    Package "package";
    Name "name";
    Version "version";
    Rank "rank";
    Notes "notes";
    DeviceName "device_name";
    Authority "authority";
    BulkToken "bulk_token";
    ValidUntil "valid_until";
    Ssid "ssid";
    WifiSecurity "wifi_security";
    WifiKey "wifi_key";
    LocalAdmin "local_admin";
    AdminName "admin_name";
    AdminPassword "admin_password";
    ProductKey "product_key";
    HideOobe "hide_oobe";
}

impl PackageField {
    /// The name a person reads, for example "Wi-Fi passphrase".
    #[must_use]
    pub fn label(self) -> &'static str {
        words::field_label(self)
    }
}

impl From<SecretKind> for PackageField {
    fn from(kind: SecretKind) -> Self {
        match kind {
            SecretKind::BulkToken => Self::BulkToken,
            SecretKind::WifiKey => Self::WifiKey,
            SecretKind::AdminPassword => Self::AdminPassword,
            SecretKind::ProductKey => Self::ProductKey,
        }
    }
}
