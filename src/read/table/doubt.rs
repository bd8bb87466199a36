//! A column that seems to name computers, and in which the same value stands
//! beside one serial number after another, holds models or rooms.

use std::collections::BTreeMap;

use super::layout::SAMPLE;
use super::mapping::Column;
use super::meaning::Meaning;
use super::records::{Dialect, Records};

/// How many rows are looked at.
const ROWS: usize = 200;

/// Fewer rows tell nothing.
const FEWEST: usize = 3;

/// Takes the meaning of a name from such a column.
pub(super) fn look_at_names(columns: &mut [Column], bytes: &[u8], dialect: Dialect) {
    let at = |meaning| columns.iter().position(|column| column.meaning == Some(meaning));
    let (Some(name_at), Some(serial_at)) = (at(Meaning::Hostname), at(Meaning::Serial)) else {
        return;
    };
    let Some(column) = columns.get_mut(name_at).filter(|column| column.score < Column::CERTAIN)
    else {
        return;
    };
    if repeats(bytes, dialect, name_at, serial_at) {
        (column.meaning, column.score, column.spare) = (None, 0, None);
        let because = "The same value stands beside several serial numbers, so it names none.";
        because.clone_into(&mut column.because);
    }
}

/// Whether most names were those of a row with another serial number before.
fn repeats(bytes: &[u8], dialect: Dialect, name_at: usize, serial_at: usize) -> bool {
    let start = bytes.get(..SAMPLE).unwrap_or(bytes);
    let mut records = Records::new(start, dialect);
    let mut serials: BTreeMap<String, String> = BTreeMap::new();
    let (mut rows, mut again) = (0_usize, 0_usize);
    while rows < ROWS && records.advance().is_ok_and(|more| more) {
        let record = records.record();
        let cell = |at| record.get(at).unwrap_or_default().trim().to_lowercase();
        let (name, serial) = (cell(name_at), cell(serial_at));
        if name.is_empty() || serial.is_empty() {
            continue;
        }
        rows += 1;
        let first = serials.entry(name).or_insert_with(|| serial.clone());
        again += usize::from(*first != serial);
    }
    rows > FEWEST && again * 2 >= rows
}
