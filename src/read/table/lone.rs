//! What a list says when it has a single device, on however many rows.

use std::sync::Arc;

use super::list::List;
use super::repeats::Repeats;
use crate::device::Reading;
use crate::read::Problem;

/// How many rows are told of that are no device.
const MOST_ROWS: u32 = 3;

/// What stands in a list.
pub(super) enum Lone {
    Nothing { problems: Vec<Problem> },
    One { readings: Vec<Reading>, problems: Vec<Problem> },
    Several,
}

/// Goes through a list until it has more than one device.
pub(super) fn of(list: &List) -> Lone {
    let mut one: Option<Repeats> = None;
    let mut aside = Aside::default();
    let mut rows = list.rows();
    while let Some(row) = rows.advance() {
        if !row.is_device() {
            aside.note(row.problems());
            continue;
        }
        match &mut one {
            None => one = Some(Repeats::of(&row)),
            Some(one) if one.differ(&row).is_none() => one.add(&row),
            Some(_) => return Lone::Several,
        }
    }
    let aside = aside.problems(list.source());
    let Some(one) = one else { return Lone::Nothing { problems: aside } };
    let (readings, mut problems) = one.finish();
    problems.extend(aside);
    Lone::One { readings, problems }
}

/// Rows that are no device: the problems of the first, and how many follow.
#[derive(Default)]
struct Aside {
    rows: u32,
    problems: Vec<Problem>,
}

impl Aside {
    fn note(&mut self, problems: &[Problem]) {
        if problems.is_empty() {
            return;
        }
        self.rows = self.rows.saturating_add(1);
        if self.rows <= MOST_ROWS {
            self.problems.extend_from_slice(problems);
        }
    }

    fn problems(mut self, source: &Arc<str>) -> Vec<Problem> {
        let message = match self.rows.saturating_sub(MOST_ROWS) {
            0 => return self.problems,
            1 => "One more row was left aside.".to_owned(),
            more => format!("{more} more rows were left aside."),
        };
        self.problems.push(Problem::of_file(source, message));
        self.problems
    }
}
