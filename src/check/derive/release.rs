//! Whether a release of Windows still gets updates, from `wizard/facts/releases.ron`.

use jiff::civil::Date;
use serde::Deserialize;

use super::edition::{Edition, Servicing};
use crate::check::fact::{Fact, Facts};
use crate::check::table::{Table, sourced};
use crate::device::Field;
use crate::wizard::WizardError;

/// Whether a release gets updates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Service {
    InService,
    /// Only with Extended Security Updates.
    Esu,
    Ended,
}

impl Service {
    /// The word of the fact `release_service`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::InService => "in-service",
            Self::Esu => "esu",
            Self::Ended => "ended",
        }
    }
}

/// A release and the dates of one group of editions. A date is the last day
/// with updates.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Release {
    name: String,
    build: i64,
    servicing: Vec<Servicing>,
    ends: Date,
    #[serde(default)]
    esu_ends: Option<Date>,
    #[serde(default)]
    #[allow(dead_code, reason = "explains the row where it stands")]
    note: String,
    sources: Vec<String>,
    /// The last days of both kinds of updates, for a person to read.
    #[serde(skip)]
    days: LastDays,
}

/// Days as people write them, for example `October 10, 2028`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct LastDays {
    ends: String,
    esu_ends: Option<String>,
}

sourced!(Release, name);

/// What a release gets on a day; what is left open by an edition that is not
/// known is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Updates<'a> {
    pub service: Option<Service>,
    /// The last day of the updates that it gets, or got.
    pub until: Option<&'a str>,
}

impl Release {
    fn write_days(&mut self) {
        let words = |day: Date| day.strftime("%B %-d, %Y").to_string();
        self.days = LastDays { ends: words(self.ends), esu_ends: self.esu_ends.map(words) };
    }

    fn until(&self, today: Date) -> &str {
        match &self.days.esu_ends {
            Some(last) if self.service(today) != Service::InService => last,
            _ => &self.days.ends,
        }
    }

    fn service(&self, today: Date) -> Service {
        if today <= self.ends {
            Service::InService
        } else if self.esu_ends.is_some_and(|ends| today <= ends) {
            Service::Esu
        } else {
            Service::Ended
        }
    }
}

/// Every release, by build.
#[derive(Debug, Clone)]
pub struct Releases {
    rows: Vec<Release>,
}

impl Releases {
    /// The releases of `wizard/facts/releases.ron`.
    ///
    /// # Errors
    /// Names the file, line and column of a fault.
    pub fn built_in() -> Result<Self, WizardError> {
        let mut rows = Table::<Release>::built_in("facts/releases.ron")?.rows;
        rows.sort_by_key(|row| row.build);
        rows.iter_mut().for_each(Release::write_days);
        Ok(Self { rows })
    }

    /// What the device's release gets on this day. While the edition is not
    /// known an answer stands only if all its editions agree.
    #[must_use]
    pub fn updates(
        &self,
        facts: &Facts<'_>,
        edition: Option<&Edition>,
        today: Date,
    ) -> Updates<'_> {
        let Some(build) = facts.number(Fact::Device(Field::Build)) else {
            return Updates::default();
        };
        let rows = self.of_build(build);
        let Some(servicing) = edition.map(|edition| edition.servicing) else {
            return Updates {
                service: agreed(rows.iter().map(|row| row.service(today))),
                until: agreed(rows.iter().map(|row| row.until(today))),
            };
        };
        let with = |wanted| rows.iter().find(|row| row.servicing.contains(&wanted));
        let row = match servicing {
            Servicing::IotLtsc => with(Servicing::IotLtsc).or_else(|| with(Servicing::Ltsc)),
            other => with(other),
        };
        Updates {
            service: row.map(|row| row.service(today)),
            until: row.map(|row| row.until(today)),
        }
    }

    fn of_build(&self, build: i64) -> &[Release] {
        let from = self.rows.partition_point(|row| row.build < build);
        let to = self.rows.partition_point(|row| row.build <= build);
        self.rows.get(from..to).unwrap_or_default()
    }

    /// The names of the releases with this build, for a person to read.
    pub fn names(&self, build: i64) -> impl Iterator<Item = &str> {
        self.of_build(build).iter().map(|row| row.name.as_str())
    }
}

fn agreed<Answer: PartialEq>(mut answers: impl Iterator<Item = Answer>) -> Option<Answer> {
    let first = answers.next()?;
    answers.all(|answer| answer == first).then_some(first)
}
