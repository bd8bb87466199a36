//! The columns of a table that a console printed, and the texts below them.

use super::printed::is_name;
use super::{class, wide};

/// A name and where it stands, in cells of the console.
pub(super) struct Column {
    pub name: String,
    start: usize,
    end: usize,
}

/// The columns of a line of names, of which one at least is known.
pub(super) fn of(line: &str) -> Option<Vec<Column>> {
    let columns: Vec<Column> = words(line, false)
        .map(|word| Column { name: word.text.to_owned(), start: word.start, end: word.end })
        .collect();
    let names = columns.iter().all(|column| is_name(&column.name));
    (names && columns.iter().any(|column| class::is_key(&column.name))).then_some(columns)
}

/// A word of a line and where it stands, in cells of the console.
struct Word<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl Word<'_> {
    /// Whether it begins or ends with a column.
    fn lines_up(&self, columns: &[Column]) -> bool {
        columns.iter().any(|column| column.start == self.start || column.end == self.end)
    }
}

fn words(line: &str, counts_wide: bool) -> impl Iterator<Item = Word<'_>> {
    let mut place = 0;
    line.split(' ').filter_map(move |text| {
        let start = place;
        let end = start + wide::cells(text, counts_wide);
        place = end + 1;
        (!text.is_empty()).then_some(Word { text, start, end })
    })
}

/// The texts below the columns: a word belongs to the column that it stands
/// below, numbers end where their names end; else to the last one before it.
pub(super) fn cells(line: &str, columns: &[Column]) -> Vec<String> {
    let mut cells = vec![String::new(); columns.len()];
    for word in words(line, counts_wide(line, columns)) {
        let below =
            columns.iter().position(|column| word.start < column.end && column.start < word.end);
        let before = || columns.iter().rposition(|column| column.start <= word.start);
        if let Some(cell) = below.or_else(before).and_then(|at| cells.get_mut(at)) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(word.text);
        }
    }
    cells
}

/// Whether the words of a line stand below the columns when wide letters take
/// two cells, as in a window; some files are written as if they took one.
fn counts_wide(line: &str, columns: &[Column]) -> bool {
    let below =
        |counts_wide| words(line, counts_wide).filter(|word| word.lines_up(columns)).count();
    line.chars().any(wide::is_wide) && below(true) >= below(false)
}
