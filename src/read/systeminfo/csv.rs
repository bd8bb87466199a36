//! `systeminfo /fo csv`: a row of translated labels and a row of values, in
//! the order of the text. What the text prints below each other stands in one
//! cell: `1 Processor(s) Installed.,[01]: Intel64 Family 6 …`.

use super::rows::{Row, Rows};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};

pub(in crate::read) const READER: Reader =
    Reader { format: Format::SystemInfoCsv, recognise, read };

/// The columns up to the boot device, and more; a report has 31 or 32.
const FEWEST_COLUMNS: usize = 19;

/// The labels and the values of the first computer.
struct Table {
    labels: Vec<String>,
    values: Vec<String>,
    /// The line of the values, counted from 1.
    line: u32,
    /// Whether there are more computers.
    more: bool,
}

impl Table {
    fn rows(&self) -> Rows<'_> {
        let labels = self.labels.iter().map(String::as_str).chain(std::iter::repeat(""));
        let cells = labels.zip(&self.values).map(|(label, value)| Row {
            label,
            value: value.trim(),
            line: self.line,
            is_column: !label.is_empty(),
        });
        Rows::from_rows(cells.collect())
    }
}

fn recognise(content: &Content) -> Option<String> {
    let table = table(content)?;
    Some(format!(
        "Line {} has the columns of systeminfo, with a Windows version and the kind of PC.",
        table.line
    ))
}

fn read(content: &Content, findings: &mut Findings) {
    let Some(table) = table(content) else { return };
    if table.more {
        findings.problem(
            table.line,
            "The file holds several computers; the first one was read. Give each its own file.",
        );
    }
    super::read_rows(&table.rows(), findings);
}

fn table(content: &Content) -> Option<Table> {
    if content.document().is_some() {
        return None;
    }
    let (start, delimiter) = content.text.filled().find_map(|line| {
        let is_row =
            |mark: &u8| line.text.bytes().filter(|byte| byte == mark).count() + 1 >= FEWEST_COLUMNS;
        Some((line.number, [b',', b';', b'\t'].into_iter().find(is_row)?))
    })?;
    // Behind CRLF the reader would count lines wrongly.
    let text = content.text.parsed_from(start).replace("\r\n", "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(text.as_bytes());
    let mut labels: Vec<String> = Vec::new();
    let mut found: Option<Table> = None;
    for record in reader.records() {
        let Ok(record) = record else { break };
        let line = record.position().map_or(0, csv::Position::line);
        let cells: Vec<String> = record.iter().map(str::to_owned).collect();
        if !is_report(&cells) {
            labels = cells;
        } else if let Some(first) = &mut found {
            first.more = true;
            break;
        } else {
            let line = u32::try_from(line).unwrap_or(0).saturating_add(start).saturating_sub(1);
            found = Some(Table { labels: labels.clone(), values: cells, line, more: false });
        }
    }
    found
}

fn is_report(cells: &[String]) -> bool {
    let row = |value| Row { label: "", value, line: 0, is_column: true };
    cells.len() >= FEWEST_COLUMNS
        && Rows::from_rows(cells.iter().map(|cell| row(cell.trim())).collect()).mark().is_some()
}
