//! The rows of a separated text, one at a time and none without end.

use std::io::{self, Read};

use csv::{ByteRecord, StringRecord};
use memchr::{memchr, memchr_iter};

use super::decode::Utf8;
use super::fits::is_plain;
use crate::read::encoding::Encoding;

/// The longest row that is read, in bytes. A quotation mark that is never
/// closed makes one row of all that follows.
const LONGEST_ROW: usize = 1024 * 1024;

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dialect {
    pub encoding: Encoding,
    pub separator: u8,
    /// The lines before the first row of the table.
    pub preamble: u32,
}

/// Why the rows end before the list does.
#[derive(Debug)]
pub(super) enum RowFault {
    TooLong,
    Unreadable(io::Error),
}

/// The rows of a list, names of columns included.
pub(super) struct Records<R> {
    reader: csv::Reader<Bounded<R>>,
    /// `None` only while the next row is read: an empty record is made on the
    /// heap, and rows are millions.
    record: Option<StringRecord>,
    none: StringRecord,
    /// How many lines the row takes.
    lines: u32,
    is_plain: bool,
    preamble: u32,
}

impl<R: Read> Records<R> {
    pub fn new(input: R, dialect: Dialect) -> Self {
        let input = Utf8::new(input, dialect.encoding);
        let reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(dialect.separator)
            .buffer_capacity(64 * 1024)
            .from_reader(Bounded { input, skip: dialect.preamble, left: LONGEST_ROW });
        Self {
            reader,
            record: None,
            none: StringRecord::new(),
            lines: 1,
            is_plain: false,
            preamble: dialect.preamble,
        }
    }

    /// Goes to the next row; `false` when there is none. Letters that cannot be
    /// read become replacement signs.
    pub fn advance(&mut self) -> Result<bool, RowFault> {
        self.reader.get_mut().left = LONGEST_ROW;
        let mut bytes =
            self.record.take().map_or_else(ByteRecord::new, StringRecord::into_byte_record);
        let read = self.reader.read_byte_record(&mut bytes);
        let record = StringRecord::from_byte_record_lossy(bytes);
        self.is_plain = is_plain(record.as_slice());
        self.lines = if self.is_plain { 1 } else { lines_of(record.as_slice()) };
        self.record = Some(record);
        read.map_err(|fault| match fault.into_kind() {
            csv::ErrorKind::Io(fault) if fault.kind() == io::ErrorKind::FileTooLarge => {
                RowFault::TooLong
            }
            csv::ErrorKind::Io(fault) => RowFault::Unreadable(fault),
            // A flexible reader of bytes knows no other fault.
            _ => RowFault::Unreadable(io::ErrorKind::InvalidData.into()),
        })
    }

    /// The row to which it went.
    pub fn record(&self) -> &StringRecord {
        self.record.as_ref().unwrap_or(&self.none)
    }

    /// The line in which the row begins, counted from 1.
    pub fn line(&self) -> u32 {
        // Where the row began, blank lines before it would count as its own.
        self.next_line().saturating_sub(self.lines())
    }

    /// How many lines the row takes; cells can hold line ends.
    pub fn lines(&self) -> u32 {
        self.lines
    }

    /// Whether every cell of the row is plain.
    pub fn is_plain(&self) -> bool {
        self.is_plain
    }

    /// The line behind the row.
    pub fn next_line(&self) -> u32 {
        let line = u32::try_from(self.reader.position().line()).unwrap_or(u32::MAX);
        line.saturating_add(self.preamble)
    }
}

fn lines_of(cells: &str) -> u32 {
    // Looking for one is faster than counting, and there seldom is one.
    let Some(first) = memchr(b'\n', cells.as_bytes()) else { return 1 };
    let more = memchr_iter(b'\n', cells.as_bytes().get(first + 1..).unwrap_or_default()).count();
    u32::try_from(more).unwrap_or(u32::MAX).saturating_add(2)
}

/// The text behind the preamble, which ends in an error when too much is read
/// of it at once.
struct Bounded<R> {
    input: Utf8<R>,
    /// The lines that are still to be skipped.
    skip: u32,
    left: usize,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.input.skip_lines(std::mem::take(&mut self.skip))?;
        let most = into.len().min(self.left);
        let count = self.input.read(into.get_mut(..most).unwrap_or_default())?;
        self.left -= count;
        Ok(count)
    }
}
