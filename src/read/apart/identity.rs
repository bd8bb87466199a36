//! What tells one device from another.

use super::name;
use crate::device::{Device, Field, Reading, is_same_uuid};
use crate::read::StatusReport;
use crate::read::dsregcmd::is_known;

/// The names of a device, as far as they are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    pub serial: Option<String>,
    pub uuid: Option<String>,
    /// What Microsoft Entra ID calls it; it gets another one when it joins again.
    pub device_ids: Vec<String>,
    /// What it is called, and was before it was set up anew.
    pub hostnames: Vec<String>,
}

/// Whether two identities are of one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Match {
    Same,
    Different,
    /// Nothing that both know.
    Open,
}

/// By what a person calls a device, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Called {
    /// A serial number, a UUID or a device ID.
    ById,
    /// A name, which another device can have, too.
    ByName,
}

impl Identity {
    /// What readings say; of several serial numbers or UUIDs the first counts.
    #[must_use]
    pub fn of(readings: &[Reading]) -> Self {
        Self::by(|field| {
            let of_field = readings.iter().filter(move |reading| reading.field == field);
            of_field.filter_map(text)
        })
    }

    /// What is known of a device.
    #[must_use]
    pub fn of_device(device: &Device) -> Self {
        Self::by(|field| device.said(field).iter().filter_map(text))
    }

    /// What a status report says.
    #[must_use]
    pub fn of_status(report: &StatusReport) -> Self {
        let text = |section, key| {
            let row = report.find(section, key).filter(|row| is_known(&row.value))?;
            Some(row.value.trim().to_owned())
        };
        Self {
            device_ids: text("Device Details", "DeviceId").into_iter().collect(),
            hostnames: text("Device State", "Device Name").into_iter().collect(),
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

    fn by<'a, T: Iterator<Item = &'a str>>(texts: impl Fn(Field) -> T) -> Self {
        let first = |field| texts(field).next().map(str::to_owned);
        let (mut device_ids, mut hostnames) = (Vec::new(), Vec::new());
        texts(Field::DeviceId).for_each(|id| add(&mut device_ids, id));
        texts(Field::Hostname).for_each(|name| name::add(&mut hostnames, name));
        Self { serial: first(Field::Serial), uuid: first(Field::Uuid), device_ids, hostnames }
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What it is called, by the source that came first, without its domain.
    #[must_use]
    pub fn hostname(&self) -> Option<&str> {
        self.hostnames.first().map(|name| name::short(name))
    }

    /// The name for people: `7XK2P13 (CT-1001)`.
    #[must_use]
    pub fn label(&self) -> String {
        let main = self.serial.as_deref().or(self.uuid.as_deref());
        match (main, self.hostname()) {
            (Some(main), Some(name)) => format!("{main} ({name})"),
            (Some(one), None) => one.to_owned(),
            (None, _) => {
                // Its domain may be all that tells it from another.
                let first = self.hostnames.first().or(self.device_ids.first());
                first.cloned().unwrap_or_default()
            }
        }
    }

    /// By what a person who typed this means the device, if it is meant.
    #[must_use]
    pub fn called(&self, typed: &str) -> Option<Called> {
        called(|field| self.same(field, typed))
    }

    /// Compares by the strongest key that both know: a host name is given
    /// again, and a mainboard with its UUID is replaced. The same device ID is
    /// the same device, but another one may only be another join.
    pub(crate) fn compare(&self, other: &Self) -> Match {
        let of_one_join = self.same_in(Field::DeviceId, other);
        let keys = [
            self.same_in(Field::Serial, other),
            self.same_in(Field::Uuid, other),
            of_one_join.filter(|same| *same),
            self.same_in(Field::Hostname, other),
            of_one_join,
        ];
        match keys.into_iter().flatten().next() {
            Some(true) => Match::Same,
            Some(false) => Match::Different,
            None => Match::Open,
        }
    }

    /// Whether a text of a field is this device's; `None` is not known.
    pub(crate) fn same(&self, field: Field, text: &str) -> Option<bool> {
        match field {
            Field::Serial => self.serial.as_deref().map(|known| is_same_text(known, text)),
            Field::Uuid => self.uuid.as_deref().map(|known| is_same_id(known, text)),
            Field::DeviceId => {
                any(self.device_ids.iter().map(|known| Some(is_same_text(known, text))))
            }
            Field::Hostname => is_same(name::compare_all(&self.hostnames, text)?),
            _ => None,
        }
    }

    /// Whether a field of another identity has what is this device's.
    pub(crate) fn same_in(&self, field: Field, other: &Self) -> Option<bool> {
        let any_of = |texts: &[String]| any(texts.iter().map(|text| self.same(field, text)));
        match field {
            Field::Serial => self.same(field, other.serial.as_deref()?),
            Field::Uuid => self.same(field, other.uuid.as_deref()?),
            Field::DeviceId => any_of(&other.device_ids),
            Field::Hostname => any_of(&other.hostnames),
            _ => None,
        }
    }

    /// Takes over what is not known yet.
    pub(crate) fn learn(&mut self, other: &Self) {
        let take = |known: &mut Option<String>, more: &Option<String>| {
            if known.is_none() {
                known.clone_from(more);
            }
        };
        take(&mut self.serial, &other.serial);
        take(&mut self.uuid, &other.uuid);
        other.device_ids.iter().for_each(|id| add(&mut self.device_ids, id));
        other.hostnames.iter().for_each(|name| name::add(&mut self.hostnames, name));
    }

    /// How well it can be told from others; a smaller number is better, and
    /// the first ones found piles that others can join.
    pub(super) fn strength(&self) -> usize {
        match self {
            Self { serial: Some(_), .. } => 0,
            Self { uuid: Some(_), .. } => 1,
            Self { hostnames, .. } if hostnames.iter().any(|name| name::is_full(name)) => 2,
            _ => 3,
        }
    }

    /// The texts that a file of this device may be named by.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let one = [&self.serial, &self.uuid];
        let one = one.into_iter().filter_map(|text| text.as_deref());
        one.chain(self.hostnames.iter().map(String::as_str))
    }
}

/// The text of a reading; of a name with a domain, all of it.
fn text(reading: &Reading) -> Option<&str> {
    let value = reading.value.as_text()?;
    let is_whole = reading.field == Field::Hostname && name::is_full_of(&reading.raw, value);
    Some(if is_whole { reading.raw.trim() } else { value })
}

/// Adds a text that is not there in any case.
fn add(texts: &mut Vec<String>, text: &str) {
    if !texts.iter().any(|known| is_same_text(known, text)) {
        texts.push(text.to_owned());
    }
}

/// Whether one of several is the same; with one that is open, all may be.
fn any(mut same: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let first = same.next()?;
    same.fold(first, |known, same| match (known, same) {
        (Some(true), _) | (_, Some(true)) => Some(true),
        (Some(false), Some(false)) => Some(false),
        _ => None,
    })
}

fn is_same_text(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
}

/// A UUID is the same either way round.
fn is_same_id(a: &str, b: &str) -> bool {
    is_same_text(a, b) || is_same_uuid(a.trim(), b.trim())
}

fn is_same(names: Match) -> Option<bool> {
    match names {
        Match::Same => Some(true),
        Match::Different => Some(false),
        Match::Open => None,
    }
}

/// By what a person means the device: its serial number, its UUID, its device
/// ID, or its name with or without the domain. `same` says of a field whether
/// the device has what was typed.
fn called(same: impl Fn(Field) -> Option<bool>) -> Option<Called> {
    const IDS: [Field; 3] = [Field::Serial, Field::Uuid, Field::DeviceId];
    let is_it = |field| same(field) == Some(true);
    if IDS.into_iter().any(is_it) {
        return Some(Called::ById);
    }
    is_it(Field::Hostname).then_some(Called::ByName)
}

/// By what a person who typed this means the device that has these texts.
pub(crate) fn called_by<'a>(
    typed: &str,
    text: impl Fn(Field) -> Option<&'a str>,
) -> Option<Called> {
    called(|field| {
        let known = text(field)?;
        match field {
            Field::Uuid => Some(is_same_id(known, typed)),
            Field::Hostname => is_same(name::compare(known, typed)),
            _ => Some(is_same_text(known, typed)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_called_by_any_of_its_names() {
        let device = Identity {
            serial: Some("CTS0001".to_owned()),
            uuid: Some("4c4c4544-0051-3010-8052-b4c04f4a3132".to_owned()),
            device_ids: vec!["aaaabbbb-0000-cccc-1111-dddd2222eeee".to_owned()],
            hostnames: vec!["CT-0001".to_owned()],
        };
        for typed in [
            " cts0001 ",
            "4C4C4544-0051-3010-8052-B4C04F4A3132",
            "44454C4C-5100-1030-8052-B4C04F4A3132",
            "AAAABBBB-0000-CCCC-1111-DDDD2222EEEE",
            "ct-0001",
            "ct-0001.corp.contoso.com",
        ] {
            assert!(device.called(typed).is_some(), "{typed}");
        }
        for typed in ["CTS0002", "CT-000", "", "corp.contoso.com"] {
            assert!(device.called(typed).is_none(), "{typed}");
        }
        assert_eq!(device.called("cts0001"), Some(Called::ById));
        assert_eq!(device.called("CT-0001"), Some(Called::ByName));
        let hostnames = vec!["ct-0001.contoso.com".to_owned()];
        let long = Identity { hostnames, ..Identity::default() };
        assert!(long.called("CT-0001").is_some());
    }

    #[test]
    fn a_device_that_joined_again_has_another_device_id_and_is_the_same() {
        let one = |id: &str, name: Option<&str>| Identity {
            device_ids: vec![id.to_owned()],
            hostnames: name.map(str::to_owned).into_iter().collect(),
            ..Identity::default()
        };
        let check = |a: Identity, b: Identity, expected| assert_eq!(a.compare(&b), expected);
        check(one("a", Some("CT-1")), one("b", Some("CT-1")), Match::Same);
        check(one("a", Some("CT-1")), one("a", Some("CT-2")), Match::Same);
        check(one("a", Some("CT-1")), one("b", Some("CT-2")), Match::Different);
        check(one("a", None), one("b", Some("CT-2")), Match::Different);
    }

    #[test]
    fn a_device_keeps_the_names_it_had() {
        let named = |serial: Option<&str>, name: &str| Identity {
            serial: serial.map(str::to_owned),
            hostnames: vec![name.to_owned()],
            ..Identity::default()
        };
        let both = [named(Some("CTS0001"), "DESKTOP-1"), named(Some("CTS0001"), "CT-1")];
        let device = Identity::of_all(both.into_iter());
        assert_eq!(device.label(), "CTS0001 (DESKTOP-1)");
        for name in ["DESKTOP-1", "ct-1.contoso.com"] {
            assert!(device.called(name).is_some(), "{name}");
            assert_eq!(device.compare(&named(None, name)), Match::Same, "{name}");
        }
        assert_eq!(device.compare(&named(None, "CT-2")), Match::Different);
    }

    #[test]
    fn a_uuid_is_the_same_in_either_order_of_its_bytes() {
        let one = |uuid: &str| Identity { uuid: Some(uuid.to_owned()), ..Identity::default() };
        let device = one("4c4c4544-0051-3010-8052-b4c04f4a3132");
        let check = |uuid, expected| assert_eq!(device.compare(&one(uuid)), expected, "{uuid}");
        check("44454C4C-5100-1030-8052-B4C04F4A3132", Match::Same);
        check("44454C4C-5100-1030-8052-B4C04F4A3133", Match::Different);
    }
}
