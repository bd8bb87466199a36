//! Files that speak of several devices, until somebody says which one is meant.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::work::FileRead;
use crate::read::apart::{Identity, Told, apart};
use crate::read::table::Row;

/// The files that wait, and what they are about.
#[derive(Debug, Default)]
pub struct Sorting {
    pub files: Vec<FileRead>,
    /// The devices that reports are about, with the places of their files.
    pub piles: Vec<FilePile>,
    /// The places of reports that could be of more than one device.
    pub left_aside: Vec<usize>,
    /// The places of lists.
    pub lists: Vec<usize>,
    /// What stands in the first cells of each column, by the place of its list.
    samples: BTreeMap<usize, Vec<String>>,
    /// What is looked for in the lists.
    pub query: String,
    /// The rows that were found, by the place of their list.
    pub found: Vec<Found>,
    /// Counts the searches, so that a late answer is not taken for the newest.
    pub search: u64,
}

/// The files about one device.
#[derive(Debug, Clone)]
pub struct FilePile {
    pub identity: Identity,
    pub files: Vec<usize>,
    /// It is the device of the open plan.
    pub is_of_plan: bool,
}

/// The rows of a list that answer a search.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub list: usize,
    /// The first of them.
    pub rows: Vec<Row>,
    /// How many answer in all.
    pub matching: usize,
    pub devices: usize,
}

/// More rows than this are found by typing, not by scrolling.
pub const MOST_ROWS: usize = 100;

/// So many cells of a column show what stands in it, in at most so many letters.
const SAMPLES: usize = 3;
const LONGEST_SAMPLE: usize = 80;

impl Sorting {
    /// Sorts files; `plan` is what the open plan knows of its device.
    pub fn new(files: Vec<FileRead>, plan: Option<Identity>) -> Self {
        let (lists, reports): (Vec<usize>, Vec<usize>) =
            (0..files.len()).partition(|at| files.get(*at).is_some_and(FileRead::is_of_several));
        let plan = plan.filter(|identity| !identity.is_empty());
        let told = |at: usize| {
            let file = files.get(at)?;
            let identity = Identity::of(&file.report.readings);
            Some(Told { file: file.shown_path(), identity })
        };
        let of_plan = plan.map(|identity| Told { file: String::new(), identity });
        let first = usize::from(of_plan.is_some());
        let told: Vec<Told> =
            of_plan.into_iter().chain(reports.iter().filter_map(|at| told(*at))).collect();
        let sorted = apart(&told);
        let file = |place: &usize| reports.get(place.checked_sub(first)?).copied();
        let piles = sorted.devices.into_iter().map(|pile| FilePile {
            is_of_plan: first == 1 && pile.reports.contains(&0),
            files: pile.reports.iter().filter_map(file).collect(),
            identity: pile.identity,
        });
        let piles = piles.collect();
        let left_aside = sorted.left_aside.iter().filter_map(file).collect();
        let mut sorting = Self { files, piles, left_aside, lists, ..Self::default() };
        for list in sorting.lists.clone() {
            sorting.take_samples(list);
        }
        sorting
    }

    /// Takes samples of a list's columns: once, since a page is drawn often. What
    /// a column means can make its cells secret.
    pub fn take_samples(&mut self, list: usize) {
        let file = self.files.get(list).and_then(|file| file.report.list.as_ref());
        let Some(read) = file else { return };
        let rows = read.preview(SAMPLES);
        let sample = |column: usize| {
            let cells = rows.iter().filter_map(|row| row.get(column)).map(String::as_str);
            let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
            cells.join(" · ").chars().take(LONGEST_SAMPLE).collect()
        };
        self.samples.insert(list, (0..read.columns().len()).map(sample).collect());
    }

    /// What stands in the first cells of a column.
    #[must_use]
    pub fn sample(&self, list: usize, column: usize) -> &str {
        let sample = self.samples.get(&list).and_then(|columns| columns.get(column));
        sample.map_or("", String::as_str)
    }

    /// Whether a person has to say which device is meant.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.piles.len() > 1 || !self.lists.is_empty()
    }

    /// The files of a pile, taken out of the waiting.
    pub fn take_pile(self, place: usize) -> Vec<FileRead> {
        let wanted = self.piles.get(place).map(|pile| pile.files.clone()).unwrap_or_default();
        let files = self.files.into_iter().enumerate();
        files.filter(|(at, _)| wanted.contains(at)).map(|(_, file)| file).collect()
    }

    /// A row of a list as what its file says.
    pub fn take_row(&self, list: usize, line: u32) -> Option<FileRead> {
        let found = self.found.iter().find(|found| found.list == list)?;
        let row = found.rows.iter().find(|row| row.line == line)?;
        let mut file = self.files.get(list)?.clone();
        file.report.readings.clone_from(&row.readings);
        file.report.problems.clone_from(&row.problems);
        file.report.because = format!("Row {} of {}.", row.line, file.report.because);
        file.report.list = None;
        Some(file)
    }
}

impl FileRead {
    /// Whether the file is a list of more than one device.
    #[must_use]
    pub fn is_of_several(&self) -> bool {
        self.columns_asked || self.report.is_of_several()
    }

    /// The path where there is one: folders tell devices apart, too.
    fn shown_path(&self) -> String {
        match self.from.path() {
            Some(path) => path.display().to_string(),
            None => Arc::clone(&self.report.source).to_string(),
        }
    }
}
