//! Excel workbooks: the first sheet that is a list, as separated text. Rows
//! keep their numbers.

use std::io::Cursor;

use calamine::{Data, DataRef, ExcelDateTime, Reader, Xlsx, XlsxError};

use super::archive::{self, ArchiveFault};
use super::head;
use super::knowledge::knowledge;
use super::trim::LINE_BREAK;

/// The largest workbook that is opened, in bytes, and the most text that is
/// taken from it.
const LARGEST: usize = 32 * 1024 * 1024;
const MOST_TEXT: usize = 64 * 1024 * 1024;

/// What Excel itself can hold.
const MOST_COLUMNS: u32 = 16_384;
const MOST_ROWS: u32 = 1_048_576;

/// The rows in which the names of columns are looked for.
const FIRST_ROWS: u32 = 100;

/// How many sheets are looked at.
const MOST_SHEETS: usize = 64;

/// Why a workbook cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WorkbookFault {
    #[error("This is a ZIP archive or a workbook that cannot be opened.")]
    Broken,
    #[error("This workbook is too large.")]
    TooLarge,
    #[error("This workbook has no sheet with columns of a device list.")]
    NoList,
}

/// Whether a file begins as a workbook does.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// A sheet as separated text.
pub(super) struct Sheet {
    pub name: String,
    pub text: Vec<u8>,
    /// The names of other sheets that are lists, too.
    pub others: Vec<String>,
}

/// The first sheet with columns of a device list.
pub(super) fn sheet(bytes: &[u8]) -> Result<Sheet, WorkbookFault> {
    if bytes.len() > LARGEST {
        return Err(WorkbookFault::TooLarge);
    }
    archive::check(bytes).map_err(|fault| match fault {
        ArchiveFault::TooLarge => WorkbookFault::TooLarge,
        ArchiveFault::Broken => WorkbookFault::Broken,
    })?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::Broken)?;
    let mut lists = Vec::new();
    for name in book.sheet_names().into_iter().take(MOST_SHEETS) {
        // A sheet that cannot be read, a chart for example, is passed over.
        let Ok(start) = text(&mut book, &name, FIRST_ROWS)? else { continue };
        if is_list(&start) {
            lists.push(name);
        }
    }
    if lists.is_empty() {
        return Err(WorkbookFault::NoList);
    }
    let name = lists.remove(0);
    let text = text(&mut book, &name, MOST_ROWS)?.map_err(|_| WorkbookFault::Broken)?;
    Ok(Sheet { name, text, others: lists })
}

fn is_list(start: &[u8]) -> bool {
    let head = knowledge().and_then(|known| head::find(known, &String::from_utf8_lossy(start)));
    head.is_some()
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// A sheet, or its first rows.
fn text(
    book: &mut Book<'_>,
    name: &str,
    rows: u32,
) -> Result<Result<Vec<u8>, XlsxError>, WorkbookFault> {
    let mut cells = match book.worksheet_cells_reader(name) {
        Ok(cells) => cells,
        Err(fault) => return Ok(Err(fault)),
    };
    let mut writer = Writer::default();
    loop {
        match cells.next_cell() {
            Ok(Some(cell)) if cell.get_position().0 >= rows => return Ok(Ok(writer.finish())),
            Ok(Some(cell)) => writer.take(cell.get_position(), &shown(cell.get_value()))?,
            Ok(None) => return Ok(Ok(writer.finish())),
            Err(fault) => return Ok(Err(fault)),
        }
    }
}

/// A cell as a person would see it.
fn shown(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(answer) => answer.to_string().to_uppercase(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => shown_number(*number),
        DataRef::DateTime(moment) => shown_moment(moment),
        DataRef::Error(_) => Data::from(value.clone()).to_string(),
        DataRef::Empty => String::new(),
    }
}

/// Of a number with more than 15 digits Excel keeps the first 15; it is shown as
/// Excel does, so that a serial number is seen to be damaged.
fn shown_number(number: f64) -> String {
    if number.abs() < 1e15 {
        return number.to_string();
    }
    let shown = format!("{number:.5e}");
    match shown.split_once('e') {
        Some((digits, power)) => format!("{digits}E+{power}"),
        None => shown,
    }
}

fn shown_moment(moment: &ExcelDateTime) -> String {
    if moment.is_duration() {
        return String::new();
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
}

/// Writes cells as they come, row by row.
#[derive(Default)]
struct Writer {
    text: Vec<u8>,
    row: u32,
    column: u32,
}

impl Writer {
    /// Cells come in order; one that does not, or that Excel could not hold, is
    /// left out.
    fn take(&mut self, (row, column): (u32, u32), cell: &str) -> Result<(), WorkbookFault> {
        let behind = (row, column) < (self.row, self.column);
        if cell.is_empty() || behind || row >= MOST_ROWS || column >= MOST_COLUMNS {
            return Ok(());
        }
        while self.row < row {
            self.text.push(b'\n');
            (self.row, self.column) = (self.row + 1, 0);
        }
        while self.column < column {
            self.text.push(b',');
            self.column += 1;
        }
        self.write(cell);
        if self.text.len() > MOST_TEXT { Err(WorkbookFault::TooLarge) } else { Ok(()) }
    }

    /// A cell in one line, in quotes where it needs them: a line is a row.
    fn write(&mut self, cell: &str) {
        let quoted = cell.contains([',', '"']);
        self.text.extend(quoted.then_some(b'"'));
        for byte in cell.bytes() {
            match byte {
                b'\r' | b'\n' => self.text.push(LINE_BREAK),
                b'"' => self.text.extend_from_slice(b"\"\""),
                byte => self.text.push(byte),
            }
        }
        self.text.extend(quoted.then_some(b'"'));
    }

    fn finish(mut self) -> Vec<u8> {
        self.text.push(b'\n');
        self.text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_numbers_and_cells_their_places() {
        let mut writer = Writer::default();
        for (place, cell) in
            [((0, 1), "a, b"), ((2, 0), "c\r\nd"), ((2, 3), "\"e\""), ((1, 0), "late")]
        {
            writer.take(place, cell).unwrap();
        }
        assert_eq!(writer.finish(), b",\"a, b\"\n\nc\x0b\x0bd,,,\"\"\"e\"\"\"\n");
    }

    #[test]
    fn a_number_that_lost_digits_looks_so() {
        assert_eq!(shown_number(6_377_021_234_567_890.0), "6.37702E+15");
        assert_eq!(shown_number(123_456_789_012.0), "123456789012");
        assert_eq!(shown_number(7.5), "7.5");
    }
}
