//! What tells one device from another.

use crate::device::{Device, Field, Reading};
use crate::read::StatusReport;
use crate::read::dsregcmd::is_known;

/// The names of a device, as far as they are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    pub serial: Option<String>,
    pub uuid: Option<String>,
    /// What Microsoft Entra ID calls it; it gets another one when it joins again.
    pub device_id: Option<String>,
    pub hostname: Option<String>,
}

/// Whether two identities are of one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    Same,
    Different,
    /// Nothing that both know.
    Open,
}

impl Identity {
    /// What readings say; of several values of a field the first counts.
    #[must_use]
    pub fn of(readings: &[Reading]) -> Self {
        Self::by(|field| readings.iter().find(|reading| reading.field == field)?.value.as_text())
    }

    /// What is known of a device.
    #[must_use]
    pub fn of_device(device: &Device) -> Self {
        Self::by(|field| device.text(field))
    }

    /// What a status report says.
    #[must_use]
    pub fn of_status(report: &StatusReport) -> Self {
        let text = |section, key| {
            let row = report.find(section, key).filter(|row| is_known(&row.value))?;
            Some(row.value.trim().to_owned())
        };
        Self {
            device_id: text("Device Details", "DeviceId"),
            hostname: text("Device State", "Device Name"),
            ..Self::default()
        }
    }

    /// What several sources say of one device, the first first.
    #[must_use]
    pub fn of_all(identities: impl Iterator<Item = Self>) -> Self {
        identities.fold(Self::default(), |mut known, more| {
            known.learn(&more);
            known
        })
    }

    fn by<'a>(text: impl Fn(Field) -> Option<&'a str>) -> Self {
        let text = |field: Field| text(field).map(str::to_owned);
        Self {
            serial: text(Field::Serial),
            uuid: text(Field::Uuid),
            device_id: text(Field::DeviceId),
            hostname: text(Field::Hostname),
        }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The name for people: `7XK2P13 (CT-1001)`.
    #[must_use]
    pub fn label(&self) -> String {
        let main = self.serial.as_ref().or(self.uuid.as_ref());
        match (main, &self.hostname) {
            (Some(main), Some(name)) => format!("{main} ({name})"),
            (Some(one), None) | (None, Some(one)) => one.clone(),
            (None, None) => self.device_id.clone().unwrap_or_default(),
        }
    }

    /// Whether a person who typed this means the device.
    #[must_use]
    pub fn is_called(&self, typed: &str) -> bool {
        let known = |field| match field {
            Field::Serial => self.serial.as_deref(),
            Field::Uuid => self.uuid.as_deref(),
            Field::DeviceId => self.device_id.as_deref(),
            Field::Hostname => self.hostname.as_deref(),
            _ => None,
        };
        is_called(typed, known)
    }

    /// Compares by the strongest key that both know: a host name is given
    /// again, and a mainboard with its UUID is replaced. The same device ID is
    /// the same device, but another one may only be another join.
    pub(super) fn compare(&self, other: &Self) -> Match {
        let same = |a: &Option<String>, b: &Option<String>| {
            both(a.as_deref(), b.as_deref()).map(|(a, b)| a.eq_ignore_ascii_case(b))
        };
        let names = both(self.hostname.as_deref(), other.hostname.as_deref());
        let of_one_join = same(&self.device_id, &other.device_id);
        let keys = [
            same(&self.serial, &other.serial),
            same(&self.uuid, &other.uuid),
            of_one_join.filter(|same| *same),
            names.map(|(a, b)| is_same_name(a, b)),
            of_one_join,
        ];
        match keys.into_iter().flatten().next() {
            Some(true) => Match::Same,
            Some(false) => Match::Different,
            None => Match::Open,
        }
    }

    /// Takes over what is not known yet.
    pub(super) fn learn(&mut self, other: &Self) {
        let take = |known: &mut Option<String>, more: &Option<String>| {
            if known.is_none() {
                known.clone_from(more);
            }
        };
        take(&mut self.serial, &other.serial);
        take(&mut self.uuid, &other.uuid);
        take(&mut self.device_id, &other.device_id);
        take(&mut self.hostname, &other.hostname);
    }

    /// The texts that a file of this device may be named by.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let known = [&self.serial, &self.uuid, &self.hostname];
        known.into_iter().filter_map(|text| text.as_deref())
    }
}

fn both<'a>(a: Option<&'a str>, b: Option<&'a str>) -> Option<(&'a str, &'a str)> {
    Some((a?, b?))
}

/// Whether a person who types this means the device that has these texts: its
/// serial number, its UUID, its device ID, or its name with or without the domain.
pub(crate) fn is_called<'a>(typed: &str, text: impl Fn(Field) -> Option<&'a str>) -> bool {
    const IDS: [Field; 3] = [Field::Serial, Field::Uuid, Field::DeviceId];
    let typed = typed.trim();
    let is_id = |field| text(field).is_some_and(|known| known.trim().eq_ignore_ascii_case(typed));
    IDS.into_iter().any(is_id)
        || text(Field::Hostname).is_some_and(|known| is_same_name(known.trim(), typed))
}

/// Host names are the same in any case, with or without their domain.
fn is_same_name(a: &str, b: &str) -> bool {
    let short = |name: &str| name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    short(a) == short(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_called_by_any_of_its_names() {
        let device = Identity {
            serial: Some("CTS0001".to_owned()),
            uuid: Some("4c4c4544-0051-3010-8052-b4c04f4a3132".to_owned()),
            device_id: Some("aaaabbbb-0000-cccc-1111-dddd2222eeee".to_owned()),
            hostname: Some("CT-0001".to_owned()),
        };
        for typed in [
            " cts0001 ",
            "4C4C4544-0051-3010-8052-B4C04F4A3132",
            "AAAABBBB-0000-CCCC-1111-DDDD2222EEEE",
            "ct-0001",
            "ct-0001.corp.contoso.com",
        ] {
            assert!(device.is_called(typed), "{typed}");
        }
        for typed in ["CTS0002", "CT-000", "", "corp.contoso.com"] {
            assert!(!device.is_called(typed), "{typed}");
        }
        let long =
            Identity { hostname: Some("ct-0001.contoso.com".to_owned()), ..Identity::default() };
        assert!(long.is_called("CT-0001"));
    }

    #[test]
    fn a_device_that_joined_again_has_another_device_id_and_is_the_same() {
        let one = |id: &str, name: Option<&str>| Identity {
            device_id: Some(id.to_owned()),
            hostname: name.map(str::to_owned),
            ..Identity::default()
        };
        let check = |a: Identity, b: Identity, expected| assert_eq!(a.compare(&b), expected);
        check(one("a", Some("CT-1")), one("b", Some("CT-1")), Match::Same);
        check(one("a", Some("CT-1")), one("a", Some("CT-2")), Match::Same);
        check(one("a", Some("CT-1")), one("b", Some("CT-2")), Match::Different);
        check(one("a", None), one("b", Some("CT-2")), Match::Different);
    }
}
