//! The time, behind a seam so that tests and pictures can hold it still.

use std::fmt::Debug;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// Where the window gets the time from.
pub trait Clock: Debug {
    fn now(&self) -> Zoned;

    /// Today, for the rules.
    fn today(&self) -> Date {
        self.now().date()
    }
}

/// The clock of this computer.
#[derive(Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Zoned {
        Zoned::now()
    }
}

/// A clock that stands still: for tests, pictures and `--today`.
#[derive(Debug, Clone)]
pub struct FixedClock(pub Timestamp);

impl Clock for FixedClock {
    fn now(&self) -> Zoned {
        self.0.to_zoned(TimeZone::UTC)
    }
}
