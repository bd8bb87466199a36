//! What all files say of the one device that is meant: of the one that was
//! asked for, of the one that the reports are about, or of the only one there
//! is. One file tells by what it is found in the next, in whatever order.

use super::fail::Fail;
use super::lists::{Found, Listed, Search, Searched};
use super::piles::{OfOne, Piles, meant};
use crate::device::Reading;
use crate::read::apart::{Called, Identity};
use crate::read::table::List;
use crate::read::{Problem, Recognised};

/// What is said of the device, in the order of the files.
#[derive(Default)]
pub struct Chosen {
    pub readings: Vec<Vec<Reading>>,
    /// Of rows that were chosen, and of files in which the device is not.
    pub problems: Vec<Problem>,
}

/// Chooses reports and rows.
pub fn choose(files: &[&Recognised], asked: Option<&str>) -> Result<Chosen, Fail> {
    let mut quest = Quest::of(files, asked);
    let chosen = quest.begin().and_then(|()| {
        quest.learn_all();
        quest.chosen(files)
    });
    let faults = quest.faults();
    match chosen {
        Ok(mut chosen) => {
            chosen.problems.extend(faults);
            Ok(chosen)
        }
        Err(fail) => Err(fail.after(faults)),
    }
}

/// The search for the device in all files.
struct Quest<'a> {
    asked: Option<&'a str>,
    known: Identity,
    piles: Piles<'a>,
    lists: Vec<Listing<'a>>,
}

/// A list, and what was found in it.
struct Listing<'a> {
    file: &'a Recognised,
    list: &'a List,
    searched: Option<Searched>,
    /// What was known when it was searched.
    with: Identity,
    /// Its only device is the one that is meant, because there is no other.
    is_taken: bool,
}

impl<'a> Quest<'a> {
    fn of(files: &[&'a Recognised], asked: Option<&'a str>) -> Self {
        let listing = |file: &&'a Recognised| {
            let list = file.list.as_ref()?;
            let with = Identity::default();
            Some(Listing { file, list, searched: None, with, is_taken: false })
        };
        Self {
            asked,
            known: Identity::default(),
            piles: Piles::of(files),
            lists: files.iter().filter_map(listing).collect(),
        }
    }

    /// Finds out who is asked for, or else whom the reports are about.
    fn begin(&mut self) -> Result<(), Fail> {
        let Some(asked) = self.asked else {
            self.known = self.piles.only()?;
            return Ok(());
        };
        let mut called = self.piles.called(asked);
        let mut several = None;
        for listing in &mut self.lists {
            listing.search(Some(asked), &self.known);
            match listing.take_found() {
                Some(Found::Rows(rows)) => {
                    called.extend(rows.called.map(|by| (by, rows.identity())));
                }
                Some(Found::Several(fail)) => several = several.or(Some(fail)),
                _ => {}
            }
        }
        let is_sure = called.iter().any(|(by, _)| *by == Called::ById);
        if let Some(fail) = several.filter(|_| !is_sure) {
            return Err(fail);
        }
        self.known = meant(asked, called)?.ok_or_else(|| self.nobody(asked))?;
        Ok(())
    }

    fn nobody(&self, asked: &str) -> Fail {
        if self.lists.is_empty() {
            return self.piles.not_among(asked);
        }
        let problems: Vec<Problem> =
            self.lists.iter().filter_map(|listing| listing.list.why_aside(asked)).collect();
        let asked = asked.to_owned();
        if !problems.is_empty() {
            return Fail::LeftAside { asked, problems };
        }
        Fail::NoSuchDevice { asked, files: self.sources().join(", ") }
    }

    /// Goes over all files until nothing more is learned.
    fn learn_all(&mut self) {
        loop {
            let before = self.known.clone();
            self.piles.tell(&mut self.known);
            for listing in &mut self.lists {
                listing.search(self.asked, &self.known);
                if let Some(rows) = listing.rows() {
                    self.known.learn(&rows.identity());
                }
            }
            if self.known == before && !self.take_only_device() {
                return;
            }
        }
    }

    /// Takes the device of the first list that has no other, and says nothing
    /// by which it could be compared.
    fn take_only_device(&mut self) -> bool {
        if self.asked.is_some() {
            return false;
        }
        let is_lone = |listing: &&mut Listing<'_>| {
            let found = listing.searched.as_ref().map(|searched| &searched.found);
            !listing.is_taken && matches!(found, Some(Found::Unsure { devices: 1, .. }))
        };
        let Some(listing) = self.lists.iter_mut().find(is_lone) else { return false };
        listing.is_taken = true;
        if let Some(rows) = listing.rows() {
            self.known.learn(&rows.identity());
        }
        true
    }

    /// What was found, in the order of the files.
    fn chosen(&mut self, files: &[&Recognised]) -> Result<Chosen, Fail> {
        let OfOne { reports, problems } = self.piles.of_device(&self.known);
        let mut chosen = Chosen { problems, ..Chosen::default() };
        let mut lists = self.lists.iter_mut();
        for file in files {
            if file.list.is_none() {
                if reports.iter().any(|report| std::ptr::eq(*report, *file)) {
                    chosen.readings.push(file.readings.clone());
                }
            } else if let Some(listing) = lists.next() {
                listing.add_to(&mut chosen, self.asked)?;
            }
        }
        Ok(chosen)
    }

    fn sources(&self) -> Vec<&str> {
        let reports = self.piles.sources();
        reports.chain(self.lists.iter().map(|listing| &*listing.file.source)).collect()
    }

    /// Of lists that were not read to their end, as far as nobody said so yet.
    fn faults(&self) -> Vec<Problem> {
        let fault = |listing: &Listing<'_>| {
            let fault = listing.searched.as_ref()?.fault.clone()?;
            (!listing.file.problems.contains(&fault)).then_some(fault)
        };
        self.lists.iter().filter_map(fault).collect()
    }
}

impl Listing<'_> {
    /// Searches with what is known, unless it was searched with that already.
    fn search(&mut self, asked: Option<&str>, known: &Identity) {
        if self.is_taken || (self.searched.is_some() && self.with == *known) {
            return;
        }
        let search = Search { file: self.file, list: self.list, asked, known };
        self.searched = Some(search.run());
        self.with = known.clone();
    }

    /// What was found; nothing stays, but why the list was not read to its end.
    fn take_found(&mut self) -> Option<Found> {
        let nothing = Found::Nothing { devices: 0, is_sure: true };
        Some(std::mem::replace(&mut self.searched.as_mut()?.found, nothing))
    }

    fn rows(&self) -> Option<&Listed> {
        match &self.searched.as_ref()?.found {
            Found::Rows(rows) => Some(rows),
            Found::Unsure { first, .. } if self.is_taken => Some(first),
            _ => None,
        }
    }

    fn add_to(&mut self, chosen: &mut Chosen, asked: Option<&str>) -> Result<(), Fail> {
        let message = match (self.take_found(), asked) {
            (Some(Found::Rows(rows)), _) => chosen.add(rows),
            (Some(Found::Unsure { first, .. }), None) if self.is_taken => chosen.add(first),
            (Some(Found::Several(fail)), _) => return Err(fail),
            (Some(Found::Unsure { devices, first }), None) => {
                let file = self.file.source.to_string();
                return Err(Fail::SeveralDevices { file, devices, example: first.example() });
            }
            (Some(Found::Unsure { devices, .. }), Some(asked)) => Some(unsure(devices, asked)),
            (Some(Found::Nothing { devices, is_sure }), _) => absent(devices, is_sure),
            (None, _) => None,
        };
        let problem = message.map(|message| Problem::of_file(&self.file.source, message));
        chosen.problems.extend(problem);
        Ok(())
    }
}

impl Chosen {
    /// Takes rows in, of which there is nothing to say.
    fn add(&mut self, rows: Listed) -> Option<String> {
        self.readings.push(rows.readings);
        self.problems.extend(rows.problems);
        None
    }
}

fn unsure(devices: usize, asked: &str) -> String {
    let which = if devices == 1 { "its device is" } else { "one of its devices is" };
    format!("Nothing in this list tells whether {which} {asked}; it was left aside.")
}

/// A list without any device says so itself.
fn absent(devices: usize, is_sure: bool) -> Option<String> {
    let surely = if is_sure { "" } else { "surely " };
    match devices {
        0 => None,
        1 => Some("The one device of this list is another; it was left aside.".to_owned()),
        more => Some(format!("None of the {more} devices of this list is {surely}this one.")),
    }
}
