//! What a provisioning package shall do, as a plan keeps it. No secret is here.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::secrets::SecretKind;
use crate::device::{Device, Field};

/// The sign-in address of Microsoft Entra ID for every tenant.
pub const COMMON_AUTHORITY: &str = "https://login.microsoftonline.com/common";

/// Windows 10 2004: the first build that knows `DevDetail/DNSComputerName`.
pub const FIRST_DNS_NAME_BUILD: i64 = 19_041;

/// What the package shall do; saved in plans.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PackageSettings {
    /// The name that Windows shows for the package.
    pub name: String,
    /// Two or four numbers with dots, for example `1.0`.
    pub version: String,
    pub owner: OwnerType,
    /// 0 to 99; of several packages the higher one wins.
    pub rank: u8,
    pub notes: String,
    pub device_name: Option<DeviceName>,
    pub bulk_join: Option<BulkJoin>,
    pub wifi: Option<Wifi>,
    pub local_admin: Option<LocalAdmin>,
    /// Change the edition with a product key.
    pub edition_upgrade: bool,
    /// Skip the first setup screens.
    pub hide_oobe: bool,
}

/// Who made the package; it decides which of several packages wins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnerType {
    Microsoft,
    SiliconVendor,
    #[serde(rename = "OEM")]
    Oem,
    SystemIntegrator,
    MobileOperator,
    #[default]
    #[serde(rename = "ITAdmin")]
    ItAdmin,
}

/// How the device is named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceName {
    /// Letters, digits and hyphens, with `%SERIAL%` and `%RAND:4%` filled in by Windows.
    pub template: String,
    /// Write it as `DevDetail/DNSComputerName`, which Windows 10 2004 brought.
    /// See [`PackageSettings::fitted_to`] for devices that do not know it.
    #[serde(default = "yes")]
    pub as_dns_name: bool,
}

/// Joining Microsoft Entra ID with a bulk token.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BulkJoin {
    /// The sign-in address, [`COMMON_AUTHORITY`] unless the cloud is another.
    pub authority: String,
    /// The last day of the token; `None` is "not known".
    pub valid_until: Option<Date>,
}

/// A Wi-Fi network that the device connects to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wifi {
    /// The network name (SSID).
    pub ssid: String,
    pub security: WifiSecurity,
    /// The network does not announce itself.
    #[serde(default)]
    pub hidden: bool,
    #[serde(default = "yes")]
    pub auto_connect: bool,
}

/// The security types that the package setting accepts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum WifiSecurity {
    Open,
    Wep,
    #[default]
    Wpa2Personal,
}

/// A local administrator account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalAdmin {
    pub user_name: String,
}

const fn yes() -> bool {
    true
}

impl Default for PackageSettings {
    fn default() -> Self {
        Self {
            name: String::new(),
            version: "1.0".to_owned(),
            owner: OwnerType::default(),
            rank: 0,
            notes: String::new(),
            device_name: None,
            bulk_join: None,
            wifi: None,
            local_admin: None,
            edition_upgrade: false,
            hide_oobe: false,
        }
    }
}

impl Default for DeviceName {
    fn default() -> Self {
        Self { template: String::new(), as_dns_name: true }
    }
}

impl Default for BulkJoin {
    fn default() -> Self {
        Self { authority: COMMON_AUTHORITY.to_owned(), valid_until: None }
    }
}

impl PackageSettings {
    /// The secrets these settings cannot work without.
    #[must_use]
    pub fn needs(&self) -> Vec<SecretKind> {
        let keyed = self.wifi.as_ref().is_some_and(|wifi| wifi.security != WifiSecurity::Open);
        [
            (self.bulk_join.is_some(), SecretKind::BulkToken),
            (keyed, SecretKind::WifiKey),
            (self.local_admin.is_some(), SecretKind::AdminPassword),
            (self.edition_upgrade, SecretKind::ProductKey),
        ]
        .into_iter()
        .filter_map(|(needed, kind)| needed.then_some(kind))
        .collect()
    }

    /// Whether no setting is turned on, so that there is nothing to build.
    #[must_use]
    pub fn set_nothing(&self) -> bool {
        self.device_name.is_none()
            && self.bulk_join.is_none()
            && self.wifi.is_none()
            && self.local_admin.is_none()
            && !self.edition_upgrade
            && !self.hide_oobe
    }

    /// The settings as they are written for this device.
    ///
    /// Microsoft sends Windows 10 2004 and later to `DNSComputerName`. The older
    /// `ComputerName` works before and after, so it is written whenever the
    /// build is older or not known: a name that a device does not understand
    /// would fail the package.
    #[must_use]
    pub fn fitted_to(&self, device: &Device) -> Self {
        let knows_dns_name =
            device.number(Field::Build).is_some_and(|build| build >= FIRST_DNS_NAME_BUILD);
        let mut fitted = self.clone();
        if let Some(name) = &mut fitted.device_name {
            name.as_dns_name = name.as_dns_name && knows_dns_name;
        }
        fitted
    }
}

impl BulkJoin {
    /// Days until the token ends: 0 on its last day, negative when it is over;
    /// `None` when its last day is not known.
    #[must_use]
    pub fn days_left(&self, today: Date) -> Option<i64> {
        let span = today.until(self.valid_until?).ok()?;
        Some(i64::from(span.get_days()))
    }
}

impl OwnerType {
    /// Every owner, in the order of their weight.
    pub const ALL: [Self; 6] = [
        Self::Microsoft,
        Self::SiliconVendor,
        Self::Oem,
        Self::SystemIntegrator,
        Self::MobileOperator,
        Self::ItAdmin,
    ];

    /// The value as it stands in customizations.xml.
    #[must_use]
    pub const fn as_written(self) -> &'static str {
        match self {
            Self::Microsoft => "Microsoft",
            Self::SiliconVendor => "SiliconVendor",
            Self::Oem => "OEM",
            Self::SystemIntegrator => "SystemIntegrator",
            Self::MobileOperator => "MobileOperator",
            Self::ItAdmin => "ITAdmin",
        }
    }
}

impl WifiSecurity {
    /// Every security type, the safest first.
    pub const ALL: [Self; 3] = [Self::Wpa2Personal, Self::Wep, Self::Open];

    /// The value as it stands in customizations.xml.
    #[must_use]
    pub const fn as_written(self) -> &'static str {
        match self {
            Self::Open => "Open",
            Self::Wep => "WEP",
            Self::Wpa2Personal => "WPA2-Personal",
        }
    }
}
