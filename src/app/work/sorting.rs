//! Which device is meant: rows are searched in the background, columns get
//! another meaning, and what was chosen goes into a plan.

use egui::Context;

use super::{Outcome, reading};
use crate::app::sorting::{Found, MOST_ROWS, Sorting};
use crate::app::theme::Tone;
use crate::app::window::Window;
use crate::plan::{Journey, Step};
use crate::read::table::{List, Meaning};

/// The answer to a search.
#[derive(Debug)]
pub struct Searched {
    search: u64,
    found: Vec<Found>,
}

/// Shows the files and asks which device is meant.
pub(super) fn begin(ctx: &Context, window: &mut Window, sorting: Sorting) {
    let of_plan = sorting.piles.iter().find(|pile| pile.is_of_plan).map(|pile| &pile.identity);
    let known =
        of_plan.and_then(|known| known.serial.as_deref().or(known.hostname()).map(str::to_owned));
    window.sorting = Some(sorting);
    // The device of the plan is looked for first.
    search(ctx, window, known.unwrap_or_default());
}

/// Looks for rows in every list.
pub(in crate::app) fn search(ctx: &Context, window: &mut Window, query: String) {
    let Some(sorting) = &mut window.sorting else { return };
    sorting.query = query;
    sorting.search += 1;
    let (search, query) = (sorting.search, sorting.query.trim().to_lowercase());
    let list = |at: &usize| Some((*at, sorting.files.get(*at)?.report.list.clone()?));
    let lists: Vec<(usize, List)> = sorting.lists.iter().filter_map(list).collect();
    window.around.jobs.start(ctx, Some("Searching the list"), move |watch| {
        let find = |(at, list): &(usize, List)| find(*at, list, &query, || watch.is_cancelled());
        let found: Option<Vec<Found>> = lists.iter().map(find).collect();
        found.map_or(Outcome::Cancelled, |found| Outcome::Searched(Searched { search, found }))
    });
}

/// The rows in which the text stands; `None` when it was cancelled.
fn find(list_at: usize, list: &List, query: &str, cancelled: impl Fn() -> bool) -> Option<Found> {
    let mut found = Found { list: list_at, ..Found::default() };
    let mut rows = list.rows();
    while let Some(row) = rows.advance() {
        if !row.is_device() {
            continue;
        }
        if found.devices.is_multiple_of(1000) && cancelled() {
            return None;
        }
        found.devices += 1;
        if row.holds(query) {
            found.matching += 1;
            if found.rows.len() < MOST_ROWS {
                found.rows.push(row.to_row());
            }
        }
    }
    Some(found)
}

/// Takes in an answer, unless a newer search is under way.
pub(super) fn searched(window: &mut Window, searched: Searched) {
    if let Some(sorting) = &mut window.sorting
        && sorting.search == searched.search
    {
        sorting.found = searched.found;
    }
}

/// Gives a column another meaning, remembers it for lists with the same
/// columns, and reads the rows anew.
pub(in crate::app) fn remap(
    ctx: &Context,
    window: &mut Window,
    list: usize,
    column: usize,
    meaning: Option<Meaning>,
) {
    let Some(sorting) = &mut window.sorting else { return };
    let file = sorting.files.get_mut(list).and_then(|file| file.report.list.as_mut());
    let Some(file) = file else { return };
    file.remap(column, meaning);
    let mapping = file.mapping();
    sorting.take_samples(list);
    window.settings.mappings.remember(mapping);
    window.keep_settings();
    let query = sorting_query(window);
    search(ctx, window, query);
}

/// Goes back to what the names of the columns tell.
pub(in crate::app) fn forget_mapping(ctx: &Context, window: &mut Window, list: usize) {
    let Some(file) = window.sorting.as_ref().and_then(|sorting| sorting.files.get(list)) else {
        return;
    };
    if let Some(list) = &file.report.list {
        window.settings.mappings.forget(&list.fingerprint());
        window.keep_settings();
    }
    reading::sort_again(ctx, window);
}

fn sorting_query(window: &Window) -> String {
    window.sorting.as_ref().map(|sorting| sorting.query.clone()).unwrap_or_default()
}

/// The files of one device go into the plan, or start one when they are of
/// another device than the plan's.
pub(in crate::app) fn take_pile(window: &mut Window, place: usize) {
    let Some(sorting) = window.sorting.take() else { return };
    let is_of_plan = sorting.piles.get(place).is_some_and(|pile| pile.is_of_plan);
    let plan_has_device = sorting.piles.iter().any(|pile| pile.is_of_plan);
    let files = sorting.take_pile(place);
    if plan_has_device && !is_of_plan {
        let proving = window.plan().is_some_and(|plan| plan.step == Step::Verify);
        window.start(if proving { Journey::Proof } else { Journey::DeviceInUse });
    }
    if files.is_empty() {
        let text = window.around.words.texts.sorting.nothing_added.clone();
        window.say(Tone::Unknown, text);
    }
    reading::put_into_plan(window, files);
}

/// A row of a list goes into the plan.
pub(in crate::app) fn take_row(window: &mut Window, list: usize, line: u32) {
    let Some(sorting) = window.sorting.take() else { return };
    reading::put_into_plan(window, sorting.take_row(list, line).into_iter().collect());
}
