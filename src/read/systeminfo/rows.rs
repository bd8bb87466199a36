//! The rows of `systeminfo`, found by their order.
//!
//! Unindented rows, counted from 0: 0 host, 1 OS name, 2 OS version, 4
//! configuration, 11 maker, 12 model, 13 type, 14 processor, 18 boot device,
//! 22 total memory, 28 domain.

use std::sync::Arc;

use crate::device::Place;
use crate::read::os_name;
use crate::read::product_key;
use crate::read::system::{architecture, build, whole_megabytes};
use crate::read::text::Text;

const OS_NAME: usize = 1;
const VERSION: usize = 2;
const CONFIGURATION: usize = 4;
const MAKER: usize = 11;
const MODEL: usize = 12;
const KIND: usize = 13;
const PROCESSOR: usize = 14;
const BOOT_DEVICE: usize = 18;
const MEMORY: usize = 22;
const DOMAIN: usize = 28;

/// A report has about forty; a file can have any number.
const MOST_ROWS: usize = 10_000;

/// One unindented row: a translated label, a colon, a value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row<'a> {
    pub label: &'a str,
    pub value: &'a str,
    /// Counted from 1.
    pub line: u32,
    /// Whether the label heads a column, which then is the better place.
    pub is_column: bool,
}

impl Row<'_> {
    pub fn place(self) -> Place {
        if self.is_column { Place::Key(Arc::from(self.label)) } else { Place::Line(self.line) }
    }
}

/// The rows of a report, and where its row 0 is.
pub(super) struct Rows<'a> {
    unindented: Vec<Row<'a>>,
    /// The first indented line that identifies a processor.
    processor: Option<(Place, &'a str)>,
    last_line: u32,
    /// The place of row 0, when the rows up to the boot device are complete.
    start: Option<usize>,
}

impl<'a> Rows<'a> {
    pub fn new(text: &'a Text) -> Self {
        let (mut unindented, mut processor, mut last_line) = (Vec::new(), None, 0);
        for line in text.filled() {
            last_line = line.number;
            // What pasting took the indents from still is numbered.
            if line.text.starts_with(|c: char| c.is_whitespace() || c == '[') {
                if processor.is_none() && is_processor(line.text) {
                    processor = Some((Place::Line(line.number), line.text.trim()));
                }
            } else if let Some((label, value)) = line.text.split_once([':', '\u{ff1a}'])
                && unindented.len() < MOST_ROWS
            {
                let (value, line) = (value.trim(), line.number);
                unindented.push(Row { label, value, line, is_column: false });
            }
        }
        let start = start_of(&unindented);
        Self { unindented, processor, last_line, start }
    }

    /// Rows that were told apart already.
    pub fn from_rows(rows: Vec<Row<'a>>) -> Self {
        let start = start_of(&rows);
        let last_line = rows.last().map_or(0, |row| row.line);
        Self { unindented: rows, processor: None, last_line, start }
    }

    /// The lines of the version and of the anchor that show what this is.
    /// `Get-ComputerInfo` prints the version alone; `systeminfo` adds the build.
    pub fn mark(&self) -> Option<(u32, u32)> {
        let version = self.version().filter(|row| row.value.contains(' '))?;
        let anchor =
            self.kind().or_else(|| self.boot_device()).or_else(|| self.name_above(version))?;
        Some((version.line, anchor.line))
    }

    /// The name of Windows in the row above the version: what is left where
    /// somebody looked for some rows only.
    fn name_above(&self, version: Row<'a>) -> Option<Row<'a>> {
        let at = self.unindented.iter().position(|row| row.line == version.line)?;
        let above = self.unindented.get(at.checked_sub(1)?).copied()?;
        let is_name = os_name::read(above.value).is_some() && version.value.contains(" Build ");
        is_name.then_some(above)
    }

    /// Whether the rows up to the boot device are complete.
    pub fn in_order(&self) -> bool {
        self.start.is_some()
    }

    pub fn last_line(&self) -> u32 {
        self.last_line
    }

    pub fn host(&self) -> Option<Row<'a>> {
        self.at(0).or_else(|| self.labelled("Host Name"))
    }

    pub fn os_name(&self) -> Option<Row<'a>> {
        self.at(OS_NAME).or_else(|| self.first(|row| row.value.contains(" Windows ")))
    }

    pub fn version(&self) -> Option<Row<'a>> {
        self.at(VERSION).or_else(|| self.first(is_version))
    }

    /// Its shape tells it in every language; in Italian its label says that it
    /// is the serial number.
    pub fn product_id(&self) -> Option<Row<'a>> {
        self.first(|row| product_key::group_of_product_id(row.value).is_some())
    }

    pub fn configuration(&self) -> Option<Row<'a>> {
        self.at(CONFIGURATION).or_else(|| self.labelled("OS Configuration"))
    }

    pub fn maker(&self) -> Option<Row<'a>> {
        self.at(MAKER).or_else(|| self.labelled("System Manufacturer"))
    }

    pub fn model(&self) -> Option<Row<'a>> {
        self.at(MODEL).or_else(|| self.labelled("System Model"))
    }

    pub fn kind(&self) -> Option<Row<'a>> {
        self.at(KIND).or_else(|| self.first(is_kind))
    }

    pub fn boot_device(&self) -> Option<Row<'a>> {
        self.first(is_boot_device)
    }

    /// The line that identifies the first processor.
    pub fn processor(&self) -> Option<(Place, &'a str)> {
        let is_one = |row: &Row<'_>| is_processor(row.value);
        self.at(PROCESSOR)
            .filter(is_one)
            .or_else(|| self.first(is_one))
            .map(|row| (row.place(), row.value))
            .or_else(|| self.processor.clone())
    }

    /// The total memory: row 22, or the first row behind the boot device that
    /// is an amount of memory.
    pub fn memory(&self) -> Option<Row<'a>> {
        self.at(MEMORY)
            .filter(|row| whole_megabytes(row.value).is_some())
            .or_else(|| self.labelled("Total Physical Memory"))
            .filter(|row| whole_megabytes(row.value).is_some())
    }

    pub fn domain(&self) -> Option<Row<'a>> {
        self.at(DOMAIN)
            .filter(|row| {
                self.memory().is_some_and(|memory| row.is_column || memory.line < row.line)
            })
            .or_else(|| self.labelled("Domain"))
    }

    fn at(&self, number: usize) -> Option<Row<'a>> {
        self.unindented.get(self.start? + number).copied()
    }

    fn first(&self, wanted: impl Fn(&Row<'a>) -> bool) -> Option<Row<'a>> {
        self.unindented.iter().copied().find(|row| wanted(row))
    }

    fn labelled(&self, label: &str) -> Option<Row<'a>> {
        self.first(|row| row.label.trim().eq_ignore_ascii_case(label))
    }
}

/// Where row 0 is: both anchors and the version stand where they should. Some
/// languages say the kind of PC in words of their own.
fn start_of(rows: &[Row<'_>]) -> Option<usize> {
    let by_kind = rows.iter().position(is_kind).map(|kind| kind.checked_sub(KIND));
    let by_boot = || rows.iter().position(is_boot_device)?.checked_sub(BOOT_DEVICE);
    let start = by_kind.unwrap_or_else(by_boot)?;
    let version = rows.get(start + VERSION).is_some_and(is_version);
    // A report may be cut before its boot device.
    let boot = rows.get(start + BOOT_DEVICE).is_none_or(is_boot_device);
    (version && boot).then_some(start)
}

/// `x64-based PC`, `x64-basierter PC`, `PC basado en x64`.
fn is_kind(row: &Row<'_>) -> bool {
    row.value.len() < 40
        && row.value.split([' ', '-']).any(|word| word == "PC")
        && architecture(row.value).is_some()
}

/// `Intel64 Family 6 Model 142 Stepping 10 GenuineIntel ~1992 Mhz`.
fn is_processor(text: &str) -> bool {
    text.contains(" Family ") && text.contains(" Model ")
}

fn is_boot_device(row: &Row<'_>) -> bool {
    row.value.starts_with(r"\Device\")
}

fn is_version(row: &Row<'_>) -> bool {
    build(row.value).is_some()
}
