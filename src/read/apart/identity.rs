//! What tells one device from another.

use crate::device::{Device, Field, Reading};

/// The serial number, UUID and host name of a device, as far as they are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    pub serial: Option<String>,
    pub uuid: Option<String>,
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
        let text = |field: Field| {
            let found = readings.iter().find(|reading| reading.field == field)?;
            found.value.as_text().map(str::to_owned)
        };
        Self {
            serial: text(Field::Serial),
            uuid: text(Field::Uuid),
            hostname: text(Field::Hostname),
        }
    }

    /// What is known of a device.
    #[must_use]
    pub fn of_device(device: &Device) -> Self {
        let text = |field: Field| device.text(field).map(str::to_owned);
        Self {
            serial: text(Field::Serial),
            uuid: text(Field::Uuid),
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
            (None, None) => String::new(),
        }
    }

    /// Whether a person who typed this means the device.
    #[must_use]
    pub fn is_called(&self, typed: &str) -> bool {
        let typed = typed.trim();
        let is = |known: &Option<String>| {
            known.as_deref().is_some_and(|known| known.eq_ignore_ascii_case(typed))
        };
        is(&self.serial) || is(&self.uuid) || same_name(self.hostname.as_deref(), Some(typed))
    }

    /// Compares by the strongest key that both know: a host name is given
    /// again, and a mainboard with its UUID is replaced.
    pub(super) fn compare(&self, other: &Self) -> Match {
        let keys = [
            both(self.serial.as_deref(), other.serial.as_deref())
                .map(|(a, b)| a.eq_ignore_ascii_case(b)),
            both(self.uuid.as_deref(), other.uuid.as_deref())
                .map(|(a, b)| a.eq_ignore_ascii_case(b)),
            both(self.hostname.as_deref(), other.hostname.as_deref())
                .map(|(a, b)| same_name(Some(a), Some(b))),
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

/// Host names are the same in any case, with or without their domain.
fn same_name(a: Option<&str>, b: Option<&str>) -> bool {
    let short = |name: &str| name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    both(a, b).is_some_and(|(a, b)| short(a) == short(b))
}
