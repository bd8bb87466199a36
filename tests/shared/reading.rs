//! Files with one report or list, read.

use joinbench::read::table::Mappings;
use joinbench::read::{Encoding, ReadError, Recognised, read_with};

/// What a file holds, which is one report or list.
pub fn read(name: &str, bytes: &[u8]) -> Result<Recognised, ReadError> {
    read_as(name, bytes, None)
}

/// The same in an encoding that somebody chose.
pub fn read_as(
    name: &str,
    bytes: &[u8],
    encoding: Option<Encoding>,
) -> Result<Recognised, ReadError> {
    read_with(name, bytes, encoding, &Mappings::default()).map(only)
}

/// The one report or list.
pub fn only(reports: Vec<Recognised>) -> Recognised {
    let kinds: Vec<_> = reports.iter().map(|report| report.format).collect();
    let [report] = <[Recognised; 1]>::try_from(reports).unwrap_or_else(|_| panic!("{kinds:?}"));
    report
}
