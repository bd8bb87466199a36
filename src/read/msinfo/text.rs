//! The text report of `msinfo32`, and rows copied from its window.

use super::rows::Rows;
use crate::device::Place;
use crate::read::about;
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};

pub(in crate::read) const READER: Reader = Reader { format: Format::MsInfoText, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() {
        return None;
    }
    let rows = gather(content);
    if rows.iter().count() >= 3 && about::is_page(content) {
        return None;
    }
    let mut places = rows.iter();
    let (first, _, third) = (places.next()?, places.next()?, places.next()?);
    let (Place::Line(from), Place::Line(to)) = (&first.place, &third.place) else { return None };
    Some(format!("Lines {from} to {to} have rows of msinfo32, such as {}.", first.label))
}

fn gather(content: &Content) -> Rows {
    let mut rows = Rows::default();
    for line in content.text.filled() {
        if let Some((label, value)) = cells(line.text) {
            rows.take(label, value, Place::Line(line.number));
        }
    }
    rows
}

/// A tab stands between label and value; pages and chats make blanks of it.
fn cells(line: &str) -> Option<(&str, &str)> {
    let by_blanks = || {
        line.split_once("  ").filter(|(label, value)| {
            // With a colon between them it is the list of another report.
            !label.contains(':') && !value.trim_start().starts_with(':')
        })
    };
    line.split_once('\t').or_else(by_blanks)
}

fn read(content: &Content, findings: &mut Findings) {
    super::read(&gather(content), findings);
}
