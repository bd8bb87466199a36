//! Sorting reports into piles, the surest first.

use super::identity::{Identity, Match};
use super::{Apart, Pile, Told};

/// Tells the devices of these reports apart.
#[must_use]
pub fn apart(reports: &[Told]) -> Apart {
    let mut sorted = Apart::default();
    let named: Vec<usize> = places(reports, |told| !told.identity.is_empty());
    // Whoever knows its serial number founds a pile that others can join.
    let strength = |told: &Identity| match told {
        Identity { serial: Some(_), .. } => 0,
        Identity { uuid: Some(_), .. } => 1,
        _ => 2,
    };
    for level in 0..3 {
        for place in named.iter().copied() {
            if let Some(told) = reports.get(place)
                && strength(&told.identity) == level
            {
                sorted.put(place, &told.identity);
            }
        }
    }
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
    /// A report that is certainly of two devices is left aside.
    fn put(&mut self, place: usize, identity: &Identity) {
        let fits = |pile: &Pile| pile.identity.compare(identity) == Match::Same;
        let fitting: Vec<usize> =
            (0..self.devices.len()).filter(|at| self.devices.get(*at).is_some_and(fits)).collect();
        match fitting.as_slice() {
            [] => {
                self.devices.push(Pile { identity: identity.clone(), reports: vec![place] });
            }
            [one] => {
                if let Some(pile) = self.devices.get_mut(*one) {
                    pile.identity.learn(identity);
                    pile.reports.push(place);
                }
            }
            _ => self.left_aside.push(place),
        }
    }

    /// Two piles that share no key are of one device when each could be of no
    /// other: a report with only a host name beside one with only a serial.
    fn join_what_fits_one_only(&mut self) {
        while let Some((first, second)) = self.only_fit() {
            self.join(first, second);
        }
        while self.devices.len() > 1 && !self.somebody_differs() {
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

    fn somebody_differs(&self) -> bool {
        let differs =
            |one: &Pile, other: &Pile| one.identity.compare(&other.identity) == Match::Different;
        self.devices.iter().any(|one| self.devices.iter().any(|other| differs(one, other)))
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
        let above = self.above(place, reports);
        let named: Vec<usize> = self.piles(|pile| is_named_by(&told.file, &pile.identity));
        let beside: Vec<usize> = self.piles(|pile| {
            let mut files = pile.reports.iter().filter_map(|at| reports.get(*at));
            files.any(|other| folder(&told.file).is_some_and(|f| folder(&other.file) == Some(f)))
        });
        let home = match (self.devices.len(), named.as_slice(), beside.as_slice()) {
            (1, _, _) => Some(0),
            _ if above.is_some() => above,
            (_, [one], _) | (_, [], [one]) => Some(*one),
            _ => None,
        };
        match home.and_then(|at| self.devices.get_mut(at)) {
            Some(pile) => pile.reports.push(place),
            None => self.left_aside.push(place),
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

/// Whether a serial number or a name of the device stands in the file's path.
fn is_named_by(file: &str, identity: &Identity) -> bool {
    let file = file.to_ascii_lowercase();
    let words: Vec<&str> = file.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').collect();
    identity.names().any(|name| words.contains(&name.to_ascii_lowercase().as_str()))
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
        let identity =
            Identity { serial: next(), uuid: next(), hostname: next(), ..Identity::default() };
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
        check(&["x/a: S1 - -", "y/b: S2 - -", "y/tpm.txt: - - -"], &[&[0], &[1, 2]], &[]);
    }

    #[test]
    fn a_report_without_a_name_goes_to_the_device_above_it_in_its_file() {
        check(&["a: S1 - -", "a: - - -", "a: S2 - -", "a: - - -"], &[&[0, 1], &[2, 3]], &[]);
        check(&["a: - - -", "a: S1 - -", "a: S2 - -"], &[&[1], &[2]], &[0]);
    }

    #[test]
    fn piles_that_could_fit_several_ways_stay_apart() {
        check(&["a: S1 - -", "b: S2 - -", "c: - - CT-1"], &[&[0], &[1], &[2]], &[]);
    }
}
