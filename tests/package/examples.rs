//! Settings, secrets and a device that the tests share. Everything is invented.

use jiff::civil::{Date, date};
use joinbench::check::Organization;
use joinbench::device::{Device, Field};
use joinbench::package::{
    BulkJoin, DeviceName, ExportInput, LocalAdmin, PackageSettings, Record, RecordCheck,
    RecordFinding, RecordStep, SecretKind, Secrets, Wifi,
};

pub const TODAY: Date = date(2026, 11, 22);

/// Distinct words, so that a test can look for each of them.
pub const SECRET_TEXTS: [(SecretKind, &str); 4] = [
    (SecretKind::BulkToken, "not-a-real-token"),
    (SecretKind::WifiKey, "not a real key"),
    (SecretKind::AdminPassword, "not-a-real-password"),
    (SecretKind::ProductKey, "NOTAR-EALPR-ODUCT-KEY00-00000"),
];

/// Every setting turned on.
pub fn everything() -> PackageSettings {
    PackageSettings {
        name: "Contoso-Autumn".to_owned(),
        version: "1.4".to_owned(),
        notes: "For the autumn intake".to_owned(),
        device_name: Some(DeviceName { template: "CT-%SERIAL%".to_owned(), as_dns_name: true }),
        bulk_join: Some(BulkJoin { valid_until: Some(date(2027, 3, 1)), ..BulkJoin::default() }),
        wifi: Some(Wifi {
            ssid: "Contoso-Setup".to_owned(),
            auto_connect: true,
            ..Wifi::default()
        }),
        local_admin: Some(LocalAdmin { user_name: "benchadmin".to_owned() }),
        edition_upgrade: true,
        hide_oobe: true,
        ..PackageSettings::default()
    }
}

/// A name and a version, and nothing turned on.
pub fn nothing() -> PackageSettings {
    PackageSettings { name: "Contoso-Autumn".to_owned(), ..PackageSettings::default() }
}

pub fn all_secrets() -> Secrets {
    let mut secrets = Secrets::default();
    for (kind, text) in SECRET_TEXTS {
        secrets.set(kind, text.to_owned());
    }
    secrets
}

pub fn device() -> Device {
    let mut device = Device::default();
    for (field, typed) in [
        (Field::Serial, "7XK2P13"),
        (Field::Manufacturer, "Fabrikam"),
        (Field::Model, "Slate 5"),
        (Field::EditionId, "Professional"),
        (Field::Build, "26100"),
    ] {
        device.type_in(field, typed).unwrap();
    }
    device
}

pub fn organization() -> Organization {
    Organization {
        name: "Contoso".to_owned(),
        tenant_id: "3f2a8c10-5b7d-4e6a-9c1b-0d2e4f6a8b90".to_owned(),
        domain: "contoso.example".to_owned(),
        ..Organization::default()
    }
}

pub fn record() -> Record {
    Record {
        verdict: "fix".to_owned(),
        best_path: "package".to_owned(),
        state: "entra-joined".to_owned(),
        findings: vec![RecordFinding {
            rule: "S02".to_owned(),
            result: "fires".to_owned(),
            title: "Joined to a domain".to_owned(),
            because: "The device is in the domain corp.contoso.example.".to_owned(),
            fix: vec!["Leave the domain first.".to_owned()],
        }],
        steps: vec![
            RecordStep {
                title: "Plug in the USB stick".to_owned(),
                done_at: Some("2026-11-22 14:02".to_owned()),
            },
            RecordStep { title: "Sign in".to_owned(), done_at: None },
        ],
        checks: vec![RecordCheck {
            id: "device-auth".to_owned(),
            result: "good".to_owned(),
            says: "The device has authenticated.".to_owned(),
        }],
    }
}

/// Owns what an export borrows.
pub struct Example {
    pub settings: PackageSettings,
    pub secrets: Secrets,
    pub device: Device,
    pub organization: Organization,
    pub record: Record,
}

impl Example {
    pub fn new(settings: PackageSettings, secrets: Secrets) -> Self {
        Self { settings, secrets, device: device(), organization: organization(), record: record() }
    }

    pub fn input(&self) -> ExportInput<'_> {
        ExportInput {
            settings: &self.settings,
            secrets: &self.secrets,
            device: &self.device,
            organization: &self.organization,
            record: &self.record,
            only: &[],
            today: TODAY,
        }
    }
}
