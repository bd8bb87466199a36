//! Bytes to readings: decoding, recognising, one file per format.
//!
//! The format is told from the content, not from the name. What cannot be read
//! is told with its place; the rest is read. A value that is missing, junk or
//! an error is "not known".

mod about;
pub mod apart;
pub mod barcode;
mod capture;
pub(crate) mod chassis;
mod cim;
mod code_page;
mod collection;
mod computerinfo;
mod content;
pub(crate) mod cpu;
pub mod dsregcmd;
mod dxdiag;
mod encoding;
mod error;
mod fields;
mod findings;
mod format;
mod glpi;
pub(crate) mod hardware_uuid;
pub mod hash;
mod json;
mod junk;
mod list;
pub(crate) mod machine;
mod msinfo;
mod os_name;
pub mod product_key;
mod readiness;
mod readings;
mod system;
mod systeminfo;
pub mod table;
mod text;
pub(crate) mod tpm;
mod transcript;
mod web_page;
mod word_set;
mod xml;

use std::sync::Arc;

pub use capture::Script;
pub use dsregcmd::StatusReport;
pub use encoding::Encoding;
pub use error::{Problem, ReadError};
pub use format::Format;

use crate::device::Reading;
use content::Content;
use encoding::Decoded;
pub(crate) use findings::Findings;
use format::Reader;
use table::{List, Mappings};
use transcript::Part;

/// The largest file that is read, in bytes: a list of some 200,000 devices.
pub const LARGEST_FILE: usize = 64 * 1024 * 1024;

/// The largest file that is read as a report, in bytes. Reports have a few
/// megabytes; a code page can make three times as much of a file.
pub const LARGEST_REPORT: usize = 32 * 1024 * 1024;

/// A report or list that was recognised, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// The file's name without its folder.
    pub source: Arc<str>,
    pub format: Format,
    /// Why the file is taken for this format, as a sentence.
    pub because: String,
    pub encoding: Encoding,
    pub readings: Vec<Reading>,
    /// What could not be read; the readings stand all the same.
    pub problems: Vec<Problem>,
    /// The whole report, of `dsregcmd /status` only.
    pub status: Option<StatusReport>,
    /// The rows, of a list only. When exactly one of them is a device, it stands
    /// in `readings`, too.
    pub list: Option<List>,
}

impl Recognised {
    /// Whether it is a list of more than one device.
    #[must_use]
    pub fn is_of_several(&self) -> bool {
        self.list.as_ref().is_some_and(List::is_of_several)
    }
}

/// Reads one file's bytes: its list, or every report in it, of which there is
/// at least one. `name` is the file name without its folder.
///
/// # Errors
/// When nothing can be read: the file is empty, too large, binary, broken, or
/// of no known format.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Recognised>, ReadError> {
    read_with(name, bytes, None, &Mappings::default())
}

/// Reads one file's bytes in an encoding that the user chose, lists with the
/// mappings that were chosen before.
///
/// # Errors
/// As for [`read`].
pub fn read_with(
    name: &str,
    bytes: &[u8],
    encoding: Option<Encoding>,
    mappings: &Mappings,
) -> Result<Vec<Recognised>, ReadError> {
    let file: Arc<str> = Arc::from(name);
    check_size(&file, bytes, LARGEST_FILE)?;
    if let Some(list) = table::read(&file, bytes, encoding, mappings)? {
        return Ok(vec![list]);
    }
    recognise(&file, decoded(&file, bytes, encoding)?)
}

fn check_size(file: &Arc<str>, bytes: &[u8], limit: usize) -> Result<(), ReadError> {
    if bytes.len() > limit {
        return Err(ReadError::TooLarge { file: Arc::clone(file), limit });
    }
    Ok(())
}

/// The text of a file, unless it is empty or binary.
fn decoded<'a>(
    file: &Arc<str>,
    bytes: &'a [u8],
    encoding: Option<Encoding>,
) -> Result<Decoded<'a>, ReadError> {
    check_size(file, bytes, LARGEST_REPORT)?;
    let file = || Arc::clone(file);
    if let Some(what) = encoding::known_binary(bytes) {
        return Err(ReadError::Binary { file: file(), looks_like: Some(what) });
    }
    let decoded = encoding::decode(bytes, encoding);
    if decoded.text.trim().is_empty() {
        return Err(ReadError::Empty { file: file() });
    }
    if web_page::is_web_page(&decoded.text) {
        return Err(ReadError::Binary { file: file(), looks_like: Some("a web page") });
    }
    if encoding::is_binary(&decoded.text) {
        return Err(ReadError::Binary { file: file(), looks_like: None });
    }
    Ok(decoded)
}

fn recognise(file: &Arc<str>, decoded: Decoded<'_>) -> Result<Vec<Recognised>, ReadError> {
    let unread = unread_letters(file, &decoded);
    let encoding = decoded.encoding;
    let parts =
        parts_of(Content::new(file, decoded.text)).map_err(|content| match content.json {
            Some(Err(fault)) => fault,
            _ => ReadError::NotRecognised { file: Arc::clone(file), encoding },
        })?;
    let mut reports: Vec<Recognised> =
        parts.into_iter().map(|part| read_part(part, encoding)).collect();
    if let Some(first) = reports.first_mut() {
        first.problems.splice(..0, unread);
    }
    Ok(reports)
}

/// The reports of a text; where there is none, the text again.
fn parts_of(content: Content) -> Result<Vec<Part>, Content> {
    let whole = reader_of(&content);
    let parts = transcript::parts(&content, whole.as_ref().map(|(reader, _)| reader.format));
    if !parts.is_empty() {
        return Ok(parts.into_iter().flat_map(collection::apart).collect());
    }
    if let Some((reader, because)) = whole {
        return Ok(collection::apart(Part { content, reader, because }));
    }
    let collected = collection::reports(&content);
    if collected.is_empty() { Err(content) } else { Ok(collected) }
}

fn read_part(Part { content, reader, because }: Part, encoding: Encoding) -> Recognised {
    let mut findings = Findings::new(&content.file);
    if let Some(document) = content.document() {
        findings.problems.extend(document.problems.iter().cloned());
    }
    (reader.read)(&content, &mut findings);
    if findings.readings.is_empty() && findings.problems.is_empty() {
        findings.problem(0, says_nothing(reader.format));
    }
    Recognised {
        source: content.file,
        format: reader.format,
        because,
        encoding,
        readings: findings.readings,
        problems: findings.problems,
        status: findings.status,
        list: None,
    }
}

/// Silence would look as if all of it had been understood.
fn says_nothing(format: Format) -> String {
    format!(
        "It looks like {}, but nothing in it says anything about the device. Save the whole output \
         again, as the tool prints it, or read another report of the device.",
        format.title()
    )
}

/// The reader that takes a text for its own, and why. Every reader is asked, so
/// they look at the beginning first; what tells them may stand far below, too.
fn reader_of(content: &Content) -> Option<(&'static Reader, String)> {
    let ask = |content: &Content| {
        format::READERS.iter().find_map(|reader| Some((reader, (reader.recognise)(content)?)))
    };
    content.head().and_then(|head| ask(&head)).or_else(|| ask(content))
}

fn unread_letters(file: &Arc<str>, decoded: &Decoded<'_>) -> Option<Problem> {
    let message = || {
        format!(
            "Some letters could not be read as {}. If names look wrong, choose another encoding.",
            decoded.encoding
        )
    };
    let line = || encoding::first_unread_line(&decoded.text);
    (!decoded.faithful).then(|| Problem::at(file, line(), 0, message()))
}
