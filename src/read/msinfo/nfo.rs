//! The `.nfo` file of `msinfo32`:
//! `<MsInfo><Category name="…"><Data><Item>…<Value>…`.
//!
//! Some categories and languages name the two elements otherwise, so the first
//! two elements of a `Data` count, whatever their names.

use std::sync::Arc;

use super::rows::Rows;
use crate::device::Place;
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};
use crate::read::xml::{self, Step};

pub(in crate::read) const READER: Reader = Reader { format: Format::MsInfoNfo, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    xml::begins_with(content, "MsInfo")
        .then(|| "The XML begins with the element MsInfo of msinfo32.".to_owned())
}

fn read(content: &Content, findings: &mut Findings) {
    let mut gathering = Gathering::default();
    xml::walk(content, findings, |step| gathering.step(&step));
    if gathering.rows.iter().next().is_none() {
        findings.problem(
            0,
            "No row has a label that is known, perhaps because of its language. Add the output of \
             systeminfo, which is read in every language.",
        );
    }
    super::read(&gathering.rows, findings);
}

/// Where in the document we are, and the rows so far.
#[derive(Default)]
struct Gathering {
    rows: Rows,
    /// The names of the open elements.
    open: Vec<String>,
    /// The texts of the elements of the open `Data`.
    texts: Vec<String>,
}

impl Gathering {
    fn step(&mut self, step: &Step<'_>) {
        match step {
            Step::Open { name } => {
                if self.in_data() {
                    self.texts.push(String::new());
                } else if *name == "Data" {
                    self.texts.clear();
                }
                self.open.push((*name).to_owned());
            }
            Step::Text(piece) => {
                let in_cell = self.open.iter().rev().nth(1).is_some_and(|name| name == "Data");
                if let Some(text) = self.texts.last_mut().filter(|_| in_cell) {
                    text.push_str(piece);
                }
            }
            Step::Close => {
                if self.in_data() {
                    self.keep();
                }
                self.open.pop();
            }
        }
    }

    fn in_data(&self) -> bool {
        self.open.last().is_some_and(|name| name == "Data")
    }

    fn keep(&mut self) {
        if let [label, value, ..] = self.texts.as_slice() {
            self.rows.take(label, value, Place::Key(Arc::from(label.trim())));
        }
    }
}
