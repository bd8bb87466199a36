//! `dxdiag /x`: `<DxDiag><SystemInformation><MachineName>…`.

use std::sync::Arc;

use super::Rows;
use crate::device::Place;
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};
use crate::read::xml::{self, Step};

pub(in crate::read) const READER: Reader = Reader { format: Format::DxDiagXml, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    xml::begins_with(content, "DxDiag")
        .then(|| "The XML begins with the element DxDiag of dxdiag.".to_owned())
}

fn read(content: &Content, findings: &mut Findings) {
    let mut rows = Rows::default();
    let mut open: Vec<String> = Vec::new();
    let mut text = String::new();
    xml::walk(content, findings, |step| match step {
        Step::Open { name } => {
            open.push(name.to_owned());
            text.clear();
        }
        Step::Text(piece) => text.push_str(piece),
        Step::Close => {
            let name = open.pop().unwrap_or_default();
            if open.last().is_some_and(|parent| parent == "SystemInformation") {
                rows.take(&name, &text, Place::Key(Arc::from(name.as_str())));
            }
            text.clear();
        }
    });
    super::read(&rows, findings);
}
