//! Sorting reports into piles, the surest first.

use super::identity::{Identity, Match};
use super::{Apart, Pile, Told};

/// Tells the devices of these reports apart.
#[must_use]
pub fn apart(reports: &[Told]) -> Apart {
    let mut sorted = Apart::default();
    let mut named = places(reports, |told| !told.identity.is_empty());
    // Whoever knows its serial number founds a pile that others can join.
    named.sort_by_key(|place| reports.get(*place).map(|told| told.identity.strength()));
    for place in named {
        sorted.put(place, reports);
    }
    sorted.join_in_folders(reports);
    sorted.join_what_fits_one_only();
    for place in places(reports, |told| told.identity.is_empty()) {
        sorted.put_by_file(place, reports);
    }
    for pile in &mut sorted.devices {
        pile.reports.sort_unstable();
    }
    sorted.devices.sort_by_key(|pile| pile.reports.first().copied());
    sorted.left_aside.sort_unstable();
    sorted
}

fn places(reports: &[Told], wanted: impl Fn(&Told) -> bool) -> Vec<usize> {
    reports.iter().enumerate().filter(|(_, told)| wanted(told)).map(|(place, _)| place).collect()
}

impl Apart {
    /// Puts a report on the one pile that is certainly its own, or begins one.
    /// Of two devices that it fits, its file may tell which it is of; otherwise
    /// it is left aside.
    fn put(&mut self, place: usize, reports: &[Told]) {
        let Some(told) = reports.get(place) else { return };
        let identity = &told.identity;
        let fitting = self.piles(|pile| pile.identity.compare(identity) == Match::Same);
        if fitting.is_empty() {
            let identity = identity.clone();
            return self.devices.push(Pile { identity, reports: vec![place] });
        }
        let home = match fitting.as_slice() {
            [one] => Some(*one),
            several => self.by_file(told, reports, several),
        };
        match home.and_then(|at| self.devices.get_mut(at)) {
            Some(pile) => {
                pile.identity.learn(identity);
                pile.reports.push(place);
            }
            None => self.left_aside.push(place),
        }
    }

    /// A folder in which nothing contradicts is that of one device.
    fn join_in_folders(&mut self, reports: &[Told]) {
        let mut folders: Vec<&str> = reports.iter().filter_map(|told| folder(&told.file)).collect();
        folders.sort_unstable();
        folders.dedup();
        for name in folders {
            let inside = self.piles(|pile| pile.is_in(name, reports));
            if let Some((first, others)) = inside.split_first()
                && !self.somebody_differs(&inside)
            {
                // From behind, so that the places before stay what they are.
                others.iter().rev().for_each(|other| self.join(*first, *other));
            }
        }
    }

    /// Two piles that share no key are of one device when each could be of no
    /// other: a report with only a host name beside one with only a serial.
    fn join_what_fits_one_only(&mut self) {
        while let Some((first, second)) = self.only_fit() {
            self.join(first, second);
        }
        while self.devices.len() > 1 && !self.somebody_differs(&self.piles(|_| true)) {
            self.join(0, 1);
        }
    }

    fn join(&mut self, first: usize, second: usize) {
        let joined = self.devices.remove(second);
        if let Some(pile) = self.devices.get_mut(first) {
            pile.identity.learn(&joined.identity);
            pile.reports.extend(joined.reports);
        }
    }

    /// Whether two of these piles are certainly of two devices.
    fn somebody_differs(&self, among: &[usize]) -> bool {
        let piles = || among.iter().filter_map(|at| self.devices.get(*at));
        piles().any(|one| {
            piles().any(|other| one.identity.compare(&other.identity) == Match::Different)
        })
    }

    /// Two piles, the earlier first, that are open to each other and to no third.
    fn only_fit(&self) -> Option<(usize, usize)> {
        let open_to = |at: usize| -> Vec<usize> {
            let Some(pile) = self.devices.get(at) else { return Vec::new() };
            let others = self.devices.iter().enumerate();
            others
                .filter(|(other, with)| {
                    *other != at && pile.identity.compare(&with.identity) == Match::Open
                })
                .map(|(other, _)| other)
                .collect()
        };
        (0..self.devices.len()).find_map(|first| match open_to(first).as_slice() {
            [second] if first < *second && open_to(*second) == [first] => Some((first, *second)),
            _ => None,
        })
    }

    /// A report that names no device: to the only one there is, to the one that
    /// was reported before it in its file, to the one by whose name its file is
    /// called, or to the one whose folder it is in.
    fn put_by_file(&mut self, place: usize, reports: &[Told]) {
        let Some(told) = reports.get(place) else { return };
        if self.devices.is_empty() {
            return self.devices.push(Pile { reports: vec![place], ..Pile::default() });
        }
        let home = match self.devices.len() {
            1 => Some(0),
            _ => self
                .above(place, reports)
                .or_else(|| self.by_file(told, reports, &self.piles(|_| true))),
        };
        match home.and_then(|at| self.devices.get_mut(at)) {
            Some(pile) => pile.reports.push(place),
            None => self.left_aside.push(place),
        }
    }

    /// Of these piles the one by whose name the report's file is called, or else
    /// the one whose folder it is in.
    fn by_file(&self, told: &Told, reports: &[Told], among: &[usize]) -> Option<usize> {
        let only = |wanted: &dyn Fn(&Pile) -> bool| {
            let found = self.piles(wanted);
            found.into_iter().filter(|at| among.contains(at)).collect::<Vec<usize>>()
        };
        let named = only(&|pile| is_named_by(&told.file, &pile.identity));
        let beside = only(&|pile| folder(&told.file).is_some_and(|name| pile.is_in(name, reports)));
        match (named.as_slice(), beside.as_slice()) {
            ([one], _) | ([], [one]) => Some(*one),
            _ => None,
        }
    }

    /// The pile of the report that stands before this one in the same file.
    fn above(&self, place: usize, reports: &[Told]) -> Option<usize> {
        let file = |place: usize| reports.get(place).map(|told| &told.file);
        let before = (0..place).rev().take_while(|at| file(*at) == file(place));
        let pile = |at: usize| self.devices.iter().position(|pile| pile.reports.contains(&at));
        before.into_iter().find_map(pile)
    }

    fn piles(&self, wanted: impl Fn(&Pile) -> bool) -> Vec<usize> {
        let piles = self.devices.iter().enumerate();
        piles.filter(|(_, pile)| wanted(pile)).map(|(at, _)| at).collect()
    }
}

impl Pile {
    /// Whether one of its reports is in a folder.
    fn is_in(&self, name: &str, reports: &[Told]) -> bool {
        let mut files = self.reports.iter().filter_map(|at| reports.get(*at));
        files.any(|told| folder(&told.file) == Some(name))
    }
}

/// Whether a serial number or a name of the device stands in the file's path,
/// or its own name begins with the serial number.
pub(crate) fn is_named_by(file: &str, identity: &Identity) -> bool {
    let file = file.to_ascii_lowercase();
    let words: Vec<&str> = file.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').collect();
    let own = file.rsplit(['/', '\\']).next().unwrap_or_default();
    // Names of computers are often the beginning of longer ones.
    let begins = |serial: &String| {
        let rest = own.strip_prefix(&serial.to_ascii_lowercase());
        rest.is_some_and(|rest| rest.starts_with(|c: char| !c.is_ascii_alphanumeric()))
    };
    identity.serial.as_ref().is_some_and(begins)
        || identity.names().any(|name| words.contains(&name.to_ascii_lowercase().as_str()))
}

/// The folder part of a file's name.
fn folder(file: &str) -> Option<&str> {
    file.rsplit_once(['/', '\\']).map(|(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each report as `file: serial uuid hostname`, `-` for what is not known;
    /// the piles as the places of their reports.
    fn check(reports: &[&str], piles: &[&[usize]], left_aside: &[usize]) {
        let told: Vec<Told> = reports.iter().map(|line| report(line)).collect();
        let sorted = apart(&told);
        let found: Vec<&[usize]> = sorted.devices.iter().map(|p| p.reports.as_slice()).collect();
        assert_eq!((found.as_slice(), sorted.left_aside.as_slice()), (piles, left_aside));
    }

    fn report(line: &str) -> Told {
        let (file, keys) = line.split_once(": ").unwrap();
        let mut keys = keys.split(' ').map(|key| (key != "-").then(|| key.to_owned()));
        let mut next = || keys.next().unwrap();
        let (serial, uuid, hostname) = (next(), next(), next());
        let hostnames = hostname.into_iter().collect();
        let identity = Identity { serial, uuid, hostnames, ..Identity::default() };
        Told { file: file.to_owned(), identity }
    }

    #[test]
    fn reports_that_do_not_contradict_each_other_are_about_one_device() {
        check(&["a: - - -", "b: S1 - -", "c: - - CT-1", "d: - U1 -"], &[&[0, 1, 2, 3]], &[]);
        check(&["a: - - -", "b: - - -"], &[&[0, 1]], &[]);
    }

    #[test]
    fn the_serial_number_counts_before_the_name() {
        check(&["a: S1 - CT-1", "b: S1 - CT-9", "c: S2 - CT-1"], &[&[0, 1], &[2]], &[]);
    }

    #[test]
    fn without_a_serial_number_the_uuid_counts_and_then_the_name() {
        check(&["a: - U1 CT-1", "b: - U2 CT-1", "c: - U1 -"], &[&[0, 2], &[1]], &[]);
        check(&["a: - - CT-1", "b: - - CT-2", "c: - - ct-1.contoso.com"], &[&[0, 2], &[1]], &[]);
    }

    #[test]
    fn a_report_leads_from_one_key_to_another() {
        check(
            &["a: - - CT-1", "b: S1 - CT-1", "c: S1 - -", "d: S2 - CT-2"],
            &[&[0, 1, 2], &[3]],
            &[],
        );
    }

    #[test]
    fn a_report_that_could_be_of_two_devices_is_left_aside() {
        check(&["a: S1 - CT-1", "b: S2 - CT-1", "c: - - CT-1"], &[&[0], &[1]], &[2]);
        check(&["a: S1 - -", "b: S2 - -", "tpm.txt: - - -"], &[&[0], &[1]], &[2]);
    }

    #[test]
    fn a_report_without_a_name_goes_by_its_file() {
        check(&["a: S1 - -", "b: S2 - CT-2", "tpm-S1.txt: - - -"], &[&[0], &[1]], &[2]);
        check(&["a: S1 - -", "b: S2 - CT-2", "S1_tpm.txt: - - -"], &[&[0, 2], &[1]], &[]);
        check(&["a: S1 - -", "b: S2 - CT-2", "ct-2.txt: - - -"], &[&[0], &[1, 2]], &[]);
        check(&["a: S1 - -", "b: S2 - CT-2", "S1-tpm.txt: - - -"], &[&[0, 2], &[1]], &[]);
        check(&["x/a: S1 - -", "y/b: S2 - -", "y/tpm.txt: - - -"], &[&[0], &[1, 2]], &[]);
    }

    #[test]
    fn a_report_without_a_name_goes_to_the_device_above_it_in_its_file() {
        check(&["a: S1 - -", "a: - - -", "a: S2 - -", "a: - - -"], &[&[0, 1], &[2, 3]], &[]);
        check(&["a: - - -", "a: S1 - -", "a: S2 - -"], &[&[1], &[2]], &[0]);
    }

    #[test]
    fn a_report_that_fits_two_devices_goes_by_its_file() {
        let two = ["a: S1 - CT-1", "x/b: S2 - CT-1"];
        check(&[two[0], two[1], "S1_dsregcmd.txt: - - CT-1"], &[&[0, 2], &[1]], &[]);
        check(&[two[0], two[1], "x/dsregcmd.txt: - - CT-1"], &[&[0], &[1, 2]], &[]);
        check(&[two[0], two[1], "dsregcmd.txt: - - CT-1"], &[&[0], &[1]], &[2]);
    }

    #[test]
    fn a_folder_in_which_nothing_contradicts_is_of_one_device() {
        let a = ["A/bios: S1 - -", "A/cs: - - CT-1", "A/tpm: - - -"];
        let b = ["B/bios: S2 - -", "B/cs: - - CT-2", "B/tpm: - - -"];
        check(&[a, b].concat(), &[&[0, 1, 2], &[3, 4, 5]], &[]);
        let third = "A/cs2: - - CT-3";
        check(&[&a[..2], &[third], &b[..2]].concat(), &[&[0], &[1], &[2], &[3, 4]], &[]);
    }

    #[test]
    fn a_device_that_was_named_anew_is_one_in_whatever_order() {
        let names = ["1: S1 - DESKTOP-1", "2: S1 - CT-1", "3: - - CT-1"];
        check(&names, &[&[0, 1, 2]], &[]);
        check(&[names[2], names[1], names[0]], &[&[0, 1, 2]], &[]);
    }

    #[test]
    fn piles_that_could_fit_several_ways_stay_apart() {
        check(&["a: S1 - -", "b: S2 - -", "c: - - CT-1"], &[&[0], &[1], &[2]], &[]);
    }
}
