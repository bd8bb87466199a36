//! The text report of `msinfo32`, and rows copied from its window.

use super::rows::Rows;
use crate::device::Place;
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};

pub(in crate::read) const READER: Reader = Reader { format: Format::MsInfoText, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() {
        return None;
    }
    let rows = gather(content);
    let mut places = rows.iter();
    let (first, _, third) = (places.next()?, places.next()?, places.next()?);
    let (Place::Line(from), Place::Line(to)) = (&first.place, &third.place) else { return None };
    Some(format!("Lines {from} to {to} have rows of msinfo32, such as {}, with tabs.", first.label))
}

fn gather(content: &Content) -> Rows {
    let mut rows = Rows::default();
    for line in content.text.filled() {
        if let Some((label, value)) = line.text.split_once('\t') {
            rows.take(label, value, Place::Line(line.number));
        }
    }
    rows
}

fn read(content: &Content, findings: &mut Findings) {
    super::read(&gather(content), findings);
}
