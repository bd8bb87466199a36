//! The reports of one device among those of several.

use super::fail::Fail;
use crate::read::apart::{Apart, Called, Identity, Match, Pile, Told, apart, is_named_by};
use crate::read::{Problem, Recognised};

/// How many reports of other devices are told of one by one.
const MOST_TOLD: usize = 3;

/// Reports, told apart by device.
pub struct Piles<'a> {
    reports: Vec<&'a Recognised>,
    sorted: Apart,
}

/// Reports of one device.
pub struct OfOne<'a> {
    pub reports: Vec<&'a Recognised>,
    /// Of reports that are none of its, or could be.
    pub problems: Vec<Problem>,
}

impl<'a> Piles<'a> {
    /// Tells reports apart; lists, which are about many devices, are left out.
    pub fn of(files: &[&'a Recognised]) -> Self {
        let reports: Vec<&Recognised> =
            files.iter().copied().filter(|file| file.list.is_none()).collect();
        let told: Vec<Told> = reports.iter().map(|report| told(report)).collect();
        Self { sorted: apart(&told), reports }
    }

    pub fn sources(&self) -> impl Iterator<Item = &str> {
        self.reports.iter().map(|report| &*report.source)
    }

    fn devices(&self) -> impl Iterator<Item = &Identity> {
        self.sorted.devices.iter().map(|pile| &pile.identity)
    }

    /// The devices that a person may mean, and by what they are called so.
    pub fn called(&self, asked: &str) -> Vec<(Called, Identity)> {
        let called = |identity: &Identity| Some((identity.called(asked)?, identity.clone()));
        self.devices().filter_map(called).collect()
    }

    /// The device that all reports are about; nothing is known of it when there
    /// are none.
    pub fn only(&self) -> Result<Identity, Fail> {
        match self.sorted.devices.as_slice() {
            [] => Ok(Identity::default()),
            [one] => Ok(one.identity.clone()),
            _ => Err(Fail::SeveralInReports { devices: self.labels() }),
        }
    }

    /// Why nothing is of the device that was asked for, where there are only reports.
    pub fn not_among(&self, asked: &str) -> Fail {
        let asked = asked.to_owned();
        if self.sorted.devices.len() > 1 {
            return Fail::NotAmongThem { asked, devices: self.labels() };
        }
        Fail::NoSuchDevice { asked, files: self.sources().collect::<Vec<_>>().join(", ") }
    }

    fn labels(&self) -> Vec<String> {
        self.devices().map(Identity::label).collect()
    }

    /// What the reports of a device say of it, beyond what is known.
    pub fn tell(&self, known: &mut Identity) {
        for pile in &self.sorted.devices {
            if self.is_of(pile, known) == Match::Same {
                known.learn(&pile.identity);
            }
        }
    }

    /// The reports of the device that is known, and what to say of the others.
    pub fn of_device(&self, known: &Identity) -> OfOne<'a> {
        let is_mine = |pile: &&Pile| self.is_of(pile, known) == Match::Same;
        let mut places: Vec<usize> = self
            .sorted
            .devices
            .iter()
            .filter(is_mine)
            .flat_map(|pile| pile.reports.clone())
            .collect();
        places.sort_unstable();
        let mut problems = self.not_told(known);
        // Whoever chooses one of several devices knows of the others.
        if places.is_empty() {
            problems.extend(self.of_others(known));
        }
        OfOne { reports: self.at(&places), problems }
    }

    /// Whether reports are of the device. Those that say nothing of theirs are of
    /// the only one there is.
    fn is_of(&self, pile: &Pile, known: &Identity) -> Match {
        let is_only = self.sorted.devices.len() == 1 && pile.identity.is_empty();
        let reports = self.at(&pile.reports);
        let is_named = || reports.iter().any(|report| is_named_by(&report.source, known));
        match known.compare(&pile.identity) {
            Match::Open if is_only || is_named() => Match::Same,
            known => known,
        }
    }

    /// Of reports that do not say whether they are of the device.
    fn not_told(&self, known: &Identity) -> Vec<Problem> {
        let is_open = |pile: &&Pile| self.is_of(pile, known) == Match::Open;
        let open = self.sorted.devices.iter().filter(is_open).flat_map(|pile| &pile.reports);
        let mut places: Vec<usize> = open.chain(&self.sorted.left_aside).copied().collect();
        places.sort_unstable();
        let message = "It does not say enough to tell of which device it is, so it was left aside. \
                       Begin the name of its file with the serial number of its device, as in \
                       7XK2P13_report.txt, or put it in a folder with other reports of that device \
                       alone and name the folder above.";
        self.at(&places).into_iter().map(|at| Problem::of_file(&at.source, message)).collect()
    }

    fn of_others(&self, known: &Identity) -> Vec<Problem> {
        let piles = self.sorted.devices.iter();
        let others = piles.filter(|pile| self.is_of(pile, known) == Match::Different);
        let told = others.flat_map(|pile| {
            let label = pile.identity.label();
            let message = format!("It is of another device, {label}, so it was left aside.");
            self.at(&pile.reports)
                .into_iter()
                .map(move |at| Problem::of_file(&at.source, &*message))
        });
        few(told.collect())
    }

    fn at(&self, places: &[usize]) -> Vec<&'a Recognised> {
        places.iter().filter_map(|at| self.reports.get(*at).copied()).collect()
    }
}

fn told(report: &Recognised) -> Told {
    Told { file: report.source.to_string(), identity: Identity::of(&report.readings) }
}

/// The first of many, and how many follow.
fn few(mut problems: Vec<Problem>) -> Vec<Problem> {
    let more = problems.len().saturating_sub(MOST_TOLD);
    problems.truncate(MOST_TOLD);
    if more > 0
        && let Some(last) = problems.last_mut()
    {
        last.message = format!("{} So were {more} more reports.", last.message);
    }
    problems
}

/// The one device that a person means among those that are called so. What
/// stands for one device alone goes before a name.
pub fn meant(asked: &str, mut called: Vec<(Called, Identity)>) -> Result<Option<Identity>, Fail> {
    called.sort_by_key(|(by, _)| *by);
    let Some((surest, _)) = called.first() else { return Ok(None) };
    let surest = *surest;
    let mut known = Identity::default();
    let mut others: Vec<Identity> = Vec::new();
    for (by, identity) in called {
        match known.compare(&identity) {
            Match::Different if by == surest => others.push(identity),
            Match::Different => {}
            Match::Same | Match::Open => known.learn(&identity),
        }
    }
    if others.is_empty() {
        return Ok(Some(known));
    }
    let devices = [known].iter().chain(&others).map(Identity::label).collect();
    Err(Fail::SeveralCalled { asked: asked.to_owned(), devices })
}

/// Leaves the reports of one device: of the one that was asked for, or of the
/// only one there is.
pub fn of_one_device<'a>(
    reports: &[&'a Recognised],
    asked: Option<&str>,
) -> Result<OfOne<'a>, Fail> {
    let piles = Piles::of(reports);
    let known = match asked {
        Some(_) if reports.is_empty() => Identity::default(),
        Some(asked) => meant(asked, piles.called(asked))?.ok_or_else(|| piles.not_among(asked))?,
        None => piles.only()?,
    };
    Ok(piles.of_device(&known))
}
