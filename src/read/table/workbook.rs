//! Excel workbooks: the first sheet that is a list and those with the same
//! columns, as separated text. Rows keep their numbers.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

use calamine::{Data, DataRef, ExcelDateTime, Reader, SheetVisible, Xlsx, XlsxError};
use memchr::memchr_iter;

use super::archive::{self, ArchiveFault};
use super::fold::fold;
use super::head;
use super::knowledge::knowledge;
use super::sheets::SheetAt;
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

/// Sheets as separated text.
pub(super) struct Sheets {
    pub text: Vec<u8>,
    /// The name of the first.
    pub name: String,
    /// Where each begins, if there are several.
    pub starts: Vec<SheetAt>,
    /// The names of other sheets that are lists, too.
    pub others: Vec<String>,
}

/// A sheet with columns of a device list.
struct Found {
    name: String,
    /// Above and with the names of its columns.
    lines: u32,
    columns: Vec<String>,
    /// Nobody who opens the workbook sees it.
    is_hidden: bool,
}

/// The first sheet with columns of a device list, and those with the same ones.
pub(super) fn sheets(bytes: &[u8]) -> Result<Sheets, WorkbookFault> {
    if bytes.len() > LARGEST {
        return Err(WorkbookFault::TooLarge);
    }
    archive::check(bytes).map_err(|fault| match fault {
        ArchiveFault::TooLarge => WorkbookFault::TooLarge,
        ArchiveFault::Broken => WorkbookFault::Broken,
    })?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| WorkbookFault::Broken)?;
    let mut lists = lists(&mut book)?;
    lists.sort_by_key(|list| list.is_hidden);
    let mut lists = lists.into_iter();
    let first = lists.next().ok_or(WorkbookFault::NoList)?;
    let (same, others): (Vec<Found>, Vec<Found>) =
        lists.partition(|list| list.columns == first.columns && list.is_hidden == first.is_hidden);
    let text = text(&mut book, &first.name, MOST_ROWS)?.map_err(|_| WorkbookFault::Broken)?;
    let others = others.into_iter().map(|list| list.name).collect();
    let mut sheets = Sheets { text, name: first.name, starts: Vec::new(), others };
    for sheet in same {
        sheets.add(&mut book, sheet)?;
    }
    Ok(sheets)
}

/// The sheets that are lists, by their first rows.
fn lists(book: &mut Book<'_>) -> Result<Vec<Found>, WorkbookFault> {
    let mut lists = Vec::new();
    let is_hidden = |sheet: &&calamine::Sheet| sheet.visible != SheetVisible::Visible;
    let hidden: BTreeSet<String> =
        book.sheets_metadata().iter().filter(is_hidden).map(|sheet| sheet.name.clone()).collect();
    for name in book.sheet_names().into_iter().take(MOST_SHEETS) {
        // A sheet that cannot be read, a chart for example, is passed over.
        let Ok(start) = text(book, &name, FIRST_ROWS)? else { continue };
        let head =
            knowledge().and_then(|known| head::find(known, &String::from_utf8_lossy(&start)));
        lists.extend(head.map(|head| Found {
            is_hidden: hidden.contains(&name),
            name,
            lines: head.line,
            columns: head.names.iter().map(|name| fold(name)).collect(),
        }));
    }
    Ok(lists)
}

impl Sheets {
    /// Puts the rows of another sheet below; its names and what stands above
    /// them become empty lines.
    fn add(&mut self, book: &mut Book<'_>, sheet: Found) -> Result<(), WorkbookFault> {
        let more = text(book, &sheet.name, MOST_ROWS)?;
        let Some(more) = more.ok().filter(|more| self.text.len() + more.len() <= MOST_TEXT) else {
            self.others.push(sheet.name);
            return Ok(());
        };
        if self.starts.is_empty() {
            let name = Arc::from(self.name.as_str());
            self.starts.push(SheetAt { lines_before: 0, name });
        }
        let lines = memchr_iter(b'\n', &self.text).count();
        let lines_before = u32::try_from(lines).unwrap_or(u32::MAX);
        self.starts.push(SheetAt { lines_before, name: Arc::from(sheet.name) });
        for (number, line) in (0..).zip(more.split_inclusive(|byte| *byte == b'\n')) {
            let line = if number < sheet.lines { b"\n" } else { line };
            self.text.extend_from_slice(line);
        }
        Ok(())
    }
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
