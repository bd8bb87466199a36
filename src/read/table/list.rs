//! A list that was recognised, whose rows are read when they are asked for.

use std::fmt;
use std::io::{self, Cursor, Read};
use std::sync::Arc;

use super::layout::{Layout, SAMPLE, sample_text};
use super::lone::{self, Lone};
use super::mapping::{Column, Fingerprint, Mapping, Mappings, remap};
use super::meaning::Meaning;
use super::records::Records;
use super::row::Row;
use super::rows::Rows;
use crate::read::encoding::{self, Encoding};
use crate::read::{Format, Problem, ReadError};

/// A list of devices. It keeps the bytes of its file and reads rows from them;
/// no more than one row stands decoded in memory.
#[derive(Clone, PartialEq, Eq)]
pub struct List {
    layout: Layout,
    bytes: Arc<[u8]>,
}

/// The rows of a list in memory.
pub type ListRows = Rows<Cursor<Arc<[u8]>>>;

impl fmt::Debug for List {
    /// Without its cells: some identify hardware.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("List").field("layout", &self.layout).finish_non_exhaustive()
    }
}

impl List {
    pub(super) fn new(layout: Layout, bytes: Arc<[u8]>) -> Self {
        Self { layout, bytes }
    }

    /// The columns in their order, with what each is taken for and why.
    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.layout.columns
    }

    /// A stable name of the columns, by which a mapping is remembered.
    #[must_use]
    pub fn fingerprint(&self) -> Fingerprint {
        self.layout.fingerprint()
    }

    /// What the columns mean, to be remembered.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        Mapping::of(&self.layout.columns)
    }

    /// Gives the column at a place another meaning, or none. A column that had
    /// the meaning loses it. A place that is not there changes nothing.
    pub fn remap(&mut self, place: usize, meaning: Option<Meaning>) {
        if place < self.layout.columns.len() {
            remap(&mut self.layout.columns, place, meaning);
            self.layout.count_digits(&self.bytes);
        }
    }

    /// Takes the columns for what was remembered of a list with the same ones.
    pub fn apply(&mut self, mapping: &Mapping) {
        mapping.apply(&mut self.layout.columns);
        self.layout.count_digits(&self.bytes);
    }

    /// The rows, from the first; each call begins anew.
    #[must_use]
    pub fn rows(&self) -> ListRows {
        Rows::new(Cursor::new(Arc::clone(&self.bytes)), &self.layout)
    }

    /// The rows that speak of a device.
    pub fn devices(&self) -> impl Iterator<Item = Row> {
        self.rows().filter(Row::is_device)
    }

    /// Whether it has more than one device.
    pub(in crate::read) fn is_of_several(&self) -> bool {
        matches!(lone::of(self), Lone::Several)
    }

    /// What is wrong with the row of a device that was left aside; `typed` is
    /// what a person calls it.
    #[must_use]
    pub fn why_aside(&self, typed: &str) -> Option<Problem> {
        let mut rows = self.rows();
        while let Some(row) = rows.advance() {
            let why = (!row.is_device()).then(|| row.problems().first().cloned()).flatten();
            let is_it = |text: &str| text.eq_ignore_ascii_case(typed.trim());
            if why.is_some()
                && Meaning::ALL
                    .iter()
                    .any(|meaning| meaning.identifies() && rows.cell(*meaning).is_some_and(is_it))
            {
                return why;
            }
        }
        None
    }

    pub(super) fn source(&self) -> &Arc<str> {
        &self.layout.source
    }

    /// The cells of the first rows as they stand, for a preview; those of
    /// columns with a secret are replaced by how long they are.
    #[must_use]
    pub fn preview(&self, rows: usize) -> Vec<Vec<String>> {
        let mut records = Records::new(&*self.bytes, self.layout.dialect);
        let mut shown = Vec::new();
        let mut names_pending = self.layout.named;
        while shown.len() < rows && records.advance().is_ok_and(|more| more) {
            if !std::mem::replace(&mut names_pending, false) {
                shown.push(self.shown(records.record()));
            }
        }
        shown
    }

    fn shown(&self, record: &csv::StringRecord) -> Vec<String> {
        let cells = self.layout.columns.iter().zip(record.iter());
        let show = |(column, text): (&Column, &str)| {
            let length = text.trim().chars().count();
            if column.meaning.is_some_and(Meaning::is_secret) || length > 512 {
                format!("({length} characters)")
            } else {
                text.trim().chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
            }
        };
        cells.map(show).collect()
    }
}

/// A list that is read from a stream as its rows are asked for.
pub struct Stream<R> {
    layout: Layout,
    rows: Rows<io::Chain<Cursor<Vec<u8>>, R>>,
}

impl<R> fmt::Debug for Stream<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stream").field("layout", &self.layout).finish_non_exhaustive()
    }
}

/// Begins to read a list of any size. `name` is the file's name without its
/// folder; workbooks cannot be read in this way.
///
/// # Errors
/// When the beginning is no list, or cannot be read.
pub fn stream<R: Read>(
    name: &str,
    mut input: R,
    chosen: Option<Encoding>,
    mappings: &Mappings,
) -> Result<Stream<R>, StreamError> {
    let file: Arc<str> = Arc::from(name);
    let mut start = Vec::new();
    let most = u64::try_from(SAMPLE).unwrap_or(u64::MAX);
    input.by_ref().take(most).read_to_end(&mut start)?;
    let whole = start.len() < SAMPLE;
    let encoding = encoding::detect(&start, chosen, whole);
    let text = sample_text(&start, encoding, whole);
    let mut layout = Layout::find(&file, &start, encoding, &text)
        .ok_or(ReadError::NotRecognised { file, encoding })?;
    layout.recall(mappings);
    let rows = Rows::new(Cursor::new(start).chain(input), &layout);
    Ok(Stream { layout, rows })
}

/// Why a stream cannot be read as a list.
#[derive(Debug, thiserror::Error)]
pub enum StreamError {
    #[error(transparent)]
    Refused(#[from] ReadError),
    #[error("The list could not be read: {0}.")]
    Unreadable(#[from] io::Error),
}

impl<R> Stream<R> {
    #[must_use]
    pub fn format(&self) -> Format {
        self.layout.format
    }

    /// Why it is taken for that, as a sentence.
    #[must_use]
    pub fn because(&self) -> &str {
        &self.layout.because
    }

    #[must_use]
    pub fn columns(&self) -> &[Column] {
        &self.layout.columns
    }
}

impl<R: Read> Iterator for Stream<R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        self.rows.next()
    }
}
