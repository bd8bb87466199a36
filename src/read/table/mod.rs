//! Lists of devices: separated text with whatever separator, and workbooks.
//!
//! What a list is, is told from the names of its columns (`wizard/formats`).
//! Its rows become readings one at a time, so that a list may be long.

mod amount;
mod archive;
mod aside;
mod autopilot;
mod cells;
mod checks;
mod decode;
mod differ;
mod doubt;
mod duplicates;
mod fits;
mod fold;
mod fresh;
mod guess;
mod hash_rows;
mod head;
mod identifiers;
mod identity;
mod interpret;
mod knowledge;
mod layout;
mod list;
mod lone;
mod mapping;
mod meaning;
mod memo;
mod names_again;
mod pasted;
mod plan;
mod quotes;
mod records;
mod repeats;
mod row;
mod rows;
mod rule;
mod serials;
mod sheets;
mod trim;
mod unclear;
mod values;
mod varied;
mod workbook;

use std::sync::Arc;

pub use duplicates::Duplicates;
pub use fresh::FreshRow;
pub use list::{List, ListRows, Stream, StreamError, stream};
pub use mapping::{Column, Fingerprint, Mapped, Mapping, Mappings};
pub use meaning::{Meaning, Scale};
pub use repeats::Repeats;
pub use row::Row;
pub use rows::Rows;
pub use workbook::WorkbookFault;

use layout::{Layout, SAMPLE, sample_text};
use lone::Lone;

use super::content::Content;
use super::encoding::{self, Encoding};
use super::error::{Problem, ReadError};
use super::{Format, Recognised, json, reader_of};

/// Reads a file as a list; `None` when it is none.
pub(super) fn read(
    file: &Arc<str>,
    bytes: &[u8],
    chosen: Option<Encoding>,
    mappings: &Mappings,
) -> Result<Option<Recognised>, ReadError> {
    if workbook::is_workbook(bytes) {
        return read_workbook(file, bytes, mappings).map(Some);
    }
    let encoding = encoding::detect(bytes, chosen, true);
    let text = sample_text(bytes, encoding, bytes.len() <= SAMPLE);
    if encoding::is_binary(&text) || begins_as_json(&text) {
        return Ok(None);
    }
    let whole = bytes.len() <= SAMPLE;
    let tidy = if whole { pasted::tidy(&text) } else { None };
    let (bytes, written, text) = match &tidy {
        Some(tidy) => (tidy.as_bytes(), Encoding::Utf8, tidy.as_str()),
        None => (bytes, encoding, text.as_str()),
    };
    let layout = Layout::find(file, bytes, written, text);
    let Some(mut layout) = layout.filter(|layout| !is_report(file, layout, text)) else {
        return Ok(None);
    };
    layout.recall(mappings);
    let list = recognised(layout, Arc::from(bytes), Vec::new());
    Ok(Some(Recognised { encoding, ..list }))
}

/// JSON may be one line of a hundred thousand commas.
fn begins_as_json(text: &str) -> bool {
    text.lines().map(str::trim).find(|line| !line.is_empty()).is_some_and(json::starts_json)
}

/// Whether a text with columns of no particular list is a report.
fn is_report(file: &Arc<str>, layout: &Layout, text: &str) -> bool {
    let particular = !matches!(layout.format, Format::Table | Format::CorporateIdentifiers);
    if particular {
        return false;
    }
    let content = Content::new(file, text);
    reader_of(&content).is_some()
}

fn read_workbook(
    file: &Arc<str>,
    bytes: &[u8],
    mappings: &Mappings,
) -> Result<Recognised, ReadError> {
    let refuse = |fault| ReadError::Workbook { file: Arc::clone(file), fault };
    let sheets = workbook::sheets(bytes).map_err(refuse)?;
    let whole = sheets.text.len() <= SAMPLE;
    let text = sample_text(&sheets.text, Encoding::Utf8, whole);
    let mut layout = Layout::find(file, &sheets.text, Encoding::Utf8, &text)
        .ok_or_else(|| refuse(WorkbookFault::NoList))?;
    let named = match sheets.starts.as_slice() {
        [] => format!("Sheet {}", sheets.name),
        several => {
            let names: Vec<&str> = several.iter().map(|sheet| &*sheet.name).collect();
            format!("Sheets {}", names.join(", "))
        }
    };
    layout.because = format!("{named}: {}", layout.because);
    layout.sheets = sheets.starts;
    layout.can_shift = false;
    layout.recall(mappings);
    let problems = other_sheets(file, &sheets.name, &sheets.others).into_iter().collect();
    Ok(recognised(layout, Arc::from(sheets.text), problems))
}

/// Says which sheets were not read, although they are lists.
fn other_sheets(file: &Arc<str>, read: &str, others: &[String]) -> Option<Problem> {
    /// How many of them are named.
    const MOST: usize = 8;
    let named = others.iter().take(MOST).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = match others.len().saturating_sub(MOST) {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let message = format!(
        "These sheets are lists, too, and were not read, because they are hidden or have other \
         columns than {read}: {named}{more}. Save them as CSV to read them."
    );
    (!others.is_empty()).then(|| Problem::of_file(file, message))
}

/// A list with one device says what that device is; of several, none.
fn recognised(layout: Layout, bytes: Arc<[u8]>, mut problems: Vec<Problem>) -> Recognised {
    let (source, format) = (Arc::clone(&layout.source), layout.format);
    let (because, encoding) = (layout.because.clone(), layout.dialect.encoding);
    let names_at = layout.dialect.preamble.saturating_add(1);
    problems.extend(layout.note.iter().map(|note| Problem::of_file(&source, note)));
    let list = List::new(layout, bytes);
    let mut readings = Vec::new();
    match lone::of(&list) {
        Lone::One { readings: only, problems: told } => {
            readings = only;
            problems.extend(told);
        }
        Lone::Nothing { problems: reasons } => {
            problems.extend(reasons);
            let message = "There is no row of a device below the columns.";
            problems.push(Problem::at(&source, names_at, 0, message));
        }
        Lone::Several => {}
    }
    let status = None;
    Recognised { source, format, because, encoding, readings, problems, status, list: Some(list) }
}

/// Every kind of list whose marks stand in a text.
#[cfg(test)]
pub(super) fn kinds(text: &str) -> Vec<Format> {
    let Some(known) = knowledge::knowledge() else { return Vec::new() };
    match head::find(known, text) {
        Some(head) => head::kinds(known, &head),
        None => hash_rows::find(text).map(|head| head.format).into_iter().collect(),
    }
}
