//! Whether a ZIP archive may be unpacked: how large its parts say that they
//! are, and how large they turn out to be.

use std::io::{self, Cursor, Read};

/// Why a workbook is not unpacked.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum ArchiveFault {
    /// A part is larger than parts of its kind may be.
    TooLarge,
    Broken,
}

const MIB: u64 = 1024 * 1024;

/// The most parts a workbook may have.
const MOST_PARTS: usize = 10_000;

/// The most that all parts together may hold, in bytes.
const MOST_TOTAL: u64 = 512 * MIB;

/// The largest that a part may be, by its name in lower case. Sheets are read as a stream;
/// texts and styles stand in memory.
fn limit(name: &str) -> u64 {
    if name.starts_with("xl/worksheets/") || name.starts_with("xl/pivotcache/") {
        192 * MIB
    } else if name.ends_with("sharedstrings.xml") {
        32 * MIB
    } else {
        4 * MIB
    }
}

/// Checks every part that a reader of workbooks could unpack. Sizes that an
/// archive states can be wrong, so each part is unpacked once, into nothing.
pub(super) fn check(bytes: &[u8]) -> Result<(), ArchiveFault> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ArchiveFault::Broken)?;
    if archive.len() > MOST_PARTS {
        return Err(ArchiveFault::TooLarge);
    }
    let mut left = MOST_TOTAL;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(|_| ArchiveFault::Broken)?;
        let name = part.name().map_err(|_| ArchiveFault::Broken)?.to_ascii_lowercase();
        if is_left_alone(&name) {
            continue;
        }
        let most = limit(&name).min(left);
        if part.size() > most {
            return Err(ArchiveFault::TooLarge);
        }
        left -= check_part(part, most)?;
    }
    Ok(())
}

/// Pictures and the like are not unpacked.
fn is_left_alone(name: &str) -> bool {
    name.starts_with("xl/media/") || name.starts_with("docprops/")
}

/// The longest text without a tag, in bytes: a reader holds it as a whole.
const LONGEST_TEXT: u64 = MIB;

/// How large a part turns out to be.
fn check_part(part: impl Read, most: u64) -> Result<u64, ArchiveFault> {
    let mut part = part.take(most + 1);
    let mut piece = vec![0; 64 * 1024];
    let (mut total, mut since_tag) = (0, 0);
    loop {
        let taken = match part.read(&mut piece) {
            Ok(0) => return Ok(total),
            Ok(taken) => piece.get(..taken).unwrap_or_default(),
            Err(fault) if fault.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(ArchiveFault::Broken),
        };
        let length = taken.len() as u64;
        total += length;
        since_tag = match taken.iter().rposition(|byte| *byte == b'<') {
            Some(tag) => length - tag as u64,
            None => since_tag + length,
        };
        if total > most || since_tag > LONGEST_TEXT {
            return Err(ArchiveFault::TooLarge);
        }
    }
}
