//! The rows of a list, read one at a time as they are asked for.

use std::fmt;
use std::io::Read;

use csv::StringRecord;

use super::aside::{
    is_footer, is_named, is_of_other_system, is_out_of_shape, is_remark, is_sum, is_wordless_sum,
};
use super::autopilot;
use super::cells::{Cell, find, text};
use super::checks::checks;
use super::fits::fits;
use super::fresh::FreshRow;
use super::identity::{self, Identity};
use super::interpret::{Said, interpret};
use super::layout::Layout;
use super::meaning::Meaning;
use super::memo::Memo;
use super::names_again::{NamesAgain, below_names, names_in};
use super::plan::{Plan, Planned};
use super::quotes::is_left_open;
use super::records::{Records, RowFault};
use super::row::Row;
use super::unclear::{Unclear, is_unclear};
use super::values;
use super::varied;
use crate::device::{Field, Value};
use crate::read::hash::{HardwareHash, HashFault};
use crate::read::{Problem, junk, machine};

/// The rows of a list, in its order. Rows without a value are left out.
///
/// As an iterator it gives rows to keep; [`Rows::advance`] goes through a long
/// list without keeping any.
pub struct Rows<R> {
    records: Records<R>,
    layout: Layout,
    plan: Plan,
    memos: Memos,
    /// Whether the rows stand below names of another kind of list.
    is_foreign: bool,
    /// The hardware hash of the row that came last.
    hash: Option<Result<HardwareHash, HashFault>>,
    names_pending: bool,
    done: bool,
    /// Why it ended before the list does, or which rows could not be told apart.
    fault: Option<Problem>,
}

/// What was worked out for earlier rows, because lists repeat themselves.
struct Memos {
    /// What the cells of each planned column say.
    columns: Vec<Memo<Known>>,
    /// Whether a manufacturer and a model are those of a virtual machine.
    machines: Memo<Option<bool>>,
    /// Whether a system is another than Windows.
    systems: Memo<bool>,
    /// Manufacturer and model of the row that came last.
    machine: String,
    /// Cells that were told to say nothing.
    unclear: Unclear,
    /// Whether a row said of which device it is.
    is_named: bool,
}

/// What is known of a cell by its text.
struct Known {
    said: Said,
    /// Whether it should have said something.
    is_unclear: bool,
}

impl Known {
    fn of(plan: &Plan, column: &Planned, meaning: Meaning, cell: &str) -> Self {
        let said = said(plan, column, meaning, cell);
        let is_unclear = said.is_empty() && is_unclear(meaning, cell);
        Self { said, is_unclear }
    }
}

impl Memos {
    fn new(plan: &Plan) -> Self {
        Self {
            columns: plan.columns.iter().map(|_| Memo::new()).collect(),
            machines: Memo::new(),
            systems: Memo::new(),
            machine: String::new(),
            unclear: Unclear::default(),
            is_named: false,
        }
    }
}

impl<R: Read> Rows<R> {
    pub(super) fn new(input: R, layout: &Layout) -> Self {
        let plan = Plan::of(layout);
        Self {
            records: Records::new(input, layout.dialect),
            memos: Memos::new(&plan),
            hash: None,
            names_pending: layout.named,
            done: false,
            layout: layout.clone(),
            is_foreign: false,
            fault: None,
            plan,
        }
    }

    /// Goes to the next row, which is there until the one after it is read.
    pub fn advance(&mut self) -> Option<FreshRow<'_>> {
        loop {
            if self.done {
                return None;
            }
            match self.records.advance() {
                Ok(true) => {}
                Ok(false) => {
                    self.done = true;
                    return None;
                }
                Err(fault) => return Some(self.end_with(&fault)),
            }
            let is_names = std::mem::replace(&mut self.names_pending, false);
            let record = self.records.record();
            if is_names || is_rule(record) {
                continue;
            }
            match names_in(record, &self.plan) {
                NamesAgain::No if self.is_foreign => return Some(self.foreign_row()),
                NamesAgain::No => return Some(self.row()),
                NamesAgain::Same => self.is_foreign = false,
                NamesAgain::Other => self.go_below_names(),
            }
        }
    }

    /// Reads what follows by the names of the row that came last.
    fn go_below_names(&mut self) {
        let renamed = below_names(&self.layout, self.records.record());
        self.is_foreign = renamed.is_none();
        if let Some(layout) = renamed {
            self.plan = Plan::of(&layout);
            self.memos = Memos { is_named: self.memos.is_named, ..Memos::new(&self.plan) };
        }
    }

    fn foreign_row(&mut self) -> FreshRow<'_> {
        self.hash = None;
        let mut row = FreshRow::new(&self.plan, self.records.line(), self.records.is_plain());
        row.problem(
            "This row was left aside: the names of columns above it are of another kind of list. \
             Read that list by itself.",
        );
        row
    }

    fn end_with(&mut self, fault: &RowFault) -> FreshRow<'_> {
        self.done = true;
        let mut row = FreshRow::new(&self.plan, self.records.next_line(), false);
        match fault {
            RowFault::TooLong => row.problem(
                "This row is longer than 1 MiB, so the rows from here on were not read. A \
                 quotation mark may be missing.",
            ),
            RowFault::Unreadable(fault) => {
                row.problem(format!("The list could not be read from here on: {fault}."));
            }
        }
        self.fault = row.problems().first().cloned();
        row
    }

    /// Why the rows ended before the list does, or could not be told apart, as far
    /// as they were read.
    #[must_use]
    pub fn fault(&self) -> Option<&Problem> {
        self.fault.as_ref()
    }

    /// A cell of the row that came last, unless it is empty.
    pub(in crate::read) fn cell(&self, meaning: Meaning) -> Option<&str> {
        find(self.records.record(), &self.plan, meaning).map(|(_, cell)| cell)
    }

    /// The hardware hash of the row that came last, if it has one.
    pub(in crate::read) fn hash(&self) -> Option<&Result<HardwareHash, HashFault>> {
        self.hash.as_ref()
    }

    fn row(&mut self) -> FreshRow<'_> {
        let Self { records, plan, memos, hash, fault, .. } = self;
        let (record, plan) = (records.record(), &*plan);
        *hash = None;
        let left_open = is_left_open(record, plan, records.lines());
        // The end of the last line stands inside the cell then, and counts as one more.
        let is_open = left_open.is_some();
        let counted_twice = is_open && record.as_slice().ends_with('\n');
        let line = records.line() + u32::from(counted_twice);
        let mut row = FreshRow::new(plan, line, records.is_plain());
        if let Some(why) = is_remark(record, plan)
            .or_else(|| is_sum(record, plan))
            .or_else(|| is_footer(record, plan))
            .or_else(|| is_wordless_sum(record, plan, memos.is_named))
            .or(left_open)
            .or_else(|| plan.can_shift.then(|| is_out_of_shape(record, plan, records.lines()))?)
            .or_else(|| is_of_other_system(record, plan, &mut memos.systems))
        {
            row.problem(why);
            if is_open && fault.is_none() {
                *fault = row.problems().first().cloned();
            }
            return row;
        }
        memos.is_named = memos.is_named || is_named(record, plan);
        for (column, memo) in plan.columns.iter().zip(&mut memos.columns) {
            let cell = text(record, column);
            if cell.is_empty() {
                continue;
            }
            let before = row.count();
            put_cell(&mut row, (column, cell), plan, memo, &mut memos.unclear);
            if column.is_spare {
                row.keep_news(before);
            }
        }
        let answer = computer(&mut row, record, plan, &mut memos.machines, &mut memos.machine);
        if let Some((column, answer)) = answer {
            row.put(Field::VirtualMachine, answer.map(Value::from), (column, &memos.machine));
        }
        checks(&mut row, record, plan);
        // Last, because the columns of the row go before what is inside.
        *hash = find(record, plan, Meaning::HardwareHash)
            .map(|(column, cell)| autopilot::hardware_hash(&mut row, cell, column));
        if !records.is_plain() {
            row.note_lost_letters();
        }
        row
    }
}

impl<R> fmt::Debug for Rows<R> {
    /// Without cells: some identify hardware.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rows").field("source", &self.plan.source).finish_non_exhaustive()
    }
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        self.advance().map(|row| row.to_row())
    }
}

/// Keeps what one cell says by itself.
fn put_cell<'r>(
    row: &mut FreshRow<'r>,
    cell: Cell<'r>,
    plan: &Plan,
    memo: &'r mut Memo<Known>,
    unclear: &mut Unclear,
) {
    let (column, text) = cell;
    let line = row.first_line(text);
    match column.meaning {
        Meaning::Serial if column.is_spare && row.text(Field::Serial).is_some() => {}
        Meaning::Serial => serial(row, plan, cell),
        Meaning::Hostname => {
            if let Some(name) = identity::hostname(line) {
                row.put_text(Field::Hostname, name, cell);
            }
        }
        Meaning::Uuid => row.put_made(Field::Uuid, varied::guid(line), cell),
        Meaning::DeviceId => row.put_made(Field::DeviceId, varied::guid(line), cell),
        Meaning::LastSeen => row.put_made(Field::ObservedAt, varied::moment(line), cell),
        Meaning::AssignedUser => row.put_made(Field::AssignedUser, varied::address(line), cell),
        Meaning::Manufacturer
        | Meaning::Model
        | Meaning::MachineType
        | Meaning::Check
        | Meaning::HardwareHash => {}
        Meaning::ProductId => row.put_secret(autopilot::product_id(text), column),
        meaning => {
            let known = memo.ask(text, || Known::of(plan, column, meaning, text));
            if known.is_unclear
                && !column.is_spare
                && let Some(told) = unclear.tell(column.at, &column.name, text)
            {
                row.problem(told);
            }
            row.put_known(&known.said, cell);
        }
    }
}

/// What a cell says; of a disk also what was measured, where the tool is known.
fn said(plan: &Plan, column: &Planned, meaning: Meaning, cell: &str) -> Said {
    let answer = column.proof.filter(|_| values::yes_no(cell) == Some(true));
    let mut said = match answer {
        Some(answer) => vec![answer.clone()],
        None => interpret(meaning, column.scale, cell),
    };
    let kind = plan.kind.and_then(|kind| kind.storage_kind.clone());
    if let Some(kind) = kind.filter(|_| meaning == Meaning::Storage && !said.is_empty()) {
        said.push((Field::StorageKind, kind.into()));
    }
    said.retain(|(field, value)| fits(*field, value));
    said
}

/// Whether a row is empty, or a line that text tables draw between rows.
fn is_rule(record: &StringRecord) -> bool {
    let is_line = |byte: u8| byte.is_ascii_whitespace() || b"+-=|_:".contains(&byte);
    record.as_slice().bytes().all(is_line)
}

fn serial<'r>(row: &mut FreshRow<'r>, plan: &Plan, cell: Cell<'r>) {
    let (column, text) = cell;
    match identity::serial(row.first_line(text)) {
        Identity::Missing => {}
        Identity::ProductId(id) => row.put_secret(autopilot::product_id(id), column),
        Identity::Damaged(how) => row.problem(format!(
            "{}: {} is no serial number any more: {how}. Take it from the device or from the \
             tool again.",
            column.name,
            text.chars().take(30).collect::<String>()
        )),
        Identity::Good(serial) => {
            if identity::is_number(serial) && plan.digits.is_some_and(|usual| serial.len() < usual)
            {
                row.problem(format!(
                    "{}: {serial} is shorter than the others; a spreadsheet may have dropped \
                     zeros at its start.",
                    column.name
                ));
            }
            row.put_text(Field::Serial, serial, cell);
        }
    }
}

/// Manufacturer and model. Gives whether they are those of a virtual machine,
/// by the words that it writes into `machine`.
fn computer<'r>(
    row: &mut FreshRow<'r>,
    record: &'r StringRecord,
    plan: &'r Plan,
    machines: &mut Memo<Option<bool>>,
    machine: &mut String,
) -> Option<(&'r Planned, Option<bool>)> {
    let find = |meaning| find(record, plan, meaning);
    let model = find(Meaning::Model);
    let maker = find(Meaning::Manufacturer).filter(|maker| !is_of_windows(*maker, &find));
    let maker_text = maker.map_or("", |(_, cell)| row.first_line(cell));
    let is_lenovo = maker_text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("lenovo"));
    // What Lenovo prints as the model is not what its devices report.
    let reported = if is_lenovo { find(Meaning::MachineType) } else { None };
    let model = reported.or(model);
    let model_text = model.map_or("", |(_, cell)| row.first_line(cell));
    if let Some(maker) = maker.filter(|_| !junk::is_junk(maker_text)) {
        row.put_text(Field::Manufacturer, maker_text, maker);
    }
    if let Some(model) = model.filter(|_| !junk::is_junk(model_text)) {
        row.put_text(Field::Model, model_text, model);
    }
    let (column, _) = model.or(maker)?;
    machine.clear();
    machine.extend([maker_text, " ", model_text]);
    Some((column, *machines.ask(machine, || machine::is_virtual(maker_text, model_text))))
}

/// Whether a manufacturer is that of Windows and not of the device. The class
/// of the operating system tells both the maker and the Product ID as its own.
fn is_of_windows<'r>((_, maker): Cell<'r>, find: &impl Fn(Meaning) -> Option<Cell<'r>>) -> bool {
    let is_microsoft = maker.starts_with("Microsoft");
    is_microsoft && find(Meaning::Serial).is_some_and(|(_, id)| identity::is_product_id(id))
}
