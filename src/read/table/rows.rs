//! The rows of a list, read one at a time as they are asked for.

use std::borrow::Cow;
use std::fmt;
use std::io::Read;
use std::sync::Arc;

use csv::ByteRecord;

use super::aside::{is_of_other_system, is_out_of_shape, is_remark};
use super::assembly::Assembly;
use super::autopilot;
use super::cells::{find, text};
use super::identity::{self, Identity};
use super::interpret::{interpret, plain_guid};
use super::layout::Layout;
use super::meaning::Meaning;
use super::memo::Memo;
use super::plan::{Plan, Planned};
use super::records::{Records, RowFault};
use super::row::Row;
use super::trim::first_line;
use crate::device::{Field, Value};
use crate::read::hash::{HardwareHash, HashFault};
use crate::read::{Problem, machine};

/// What a cell was found to say.
type Known = Arc<[(Field, Value)]>;

/// The rows of a list, in its order. Rows without a value are left out.
pub struct Rows<R> {
    records: Records<R>,
    plan: Plan,
    /// What the cells of each planned column say.
    memos: Vec<Memo<Known>>,
    machines: Memo<Option<bool>>,
    systems: Memo<bool>,
    key: String,
    /// The hardware hash of the row that came last.
    hash: Option<Result<HardwareHash, HashFault>>,
    names_pending: bool,
    done: bool,
}

impl<R: Read> Rows<R> {
    pub(super) fn new(input: R, layout: &Layout) -> Self {
        let plan = Plan::of(layout);
        Self {
            records: Records::new(input, layout.dialect),
            memos: plan.columns.iter().map(|_| Memo::new()).collect(),
            machines: Memo::new(),
            systems: Memo::new(),
            key: String::new(),
            hash: None,
            names_pending: layout.named,
            done: false,
            plan,
        }
    }

    fn end_with(&mut self, fault: &RowFault) -> Row {
        self.done = true;
        let line = self.records.next_line();
        let message = match fault {
            RowFault::TooLong => {
                "This row is longer than 1 MiB, so the rows from here on were not read. A \
                 quotation mark may be missing."
                    .to_owned()
            }
            RowFault::Unreadable(fault) => {
                format!("The list could not be read from here on: {fault}.")
            }
        };
        let problems = vec![Problem::at(&self.plan.source, line, 0, message)];
        Row { line, readings: Vec::new(), problems }
    }

    /// A cell of the row that came last, unless it is empty.
    pub(in crate::read) fn cell(&self, meaning: Meaning) -> Option<Cow<'_, str>> {
        find(self.records.record(), &self.plan, meaning).map(|(_, cell)| cell)
    }

    /// The hardware hash of the row that came last, if it has one.
    pub(in crate::read) fn hash(&self) -> Option<&Result<HardwareHash, HashFault>> {
        self.hash.as_ref()
    }

    fn row(&mut self) -> Row {
        let Self { records, plan, memos, machines, systems, key, hash, .. } = self;
        *hash = None;
        let record = records.record();
        let mut row = Assembly::new(plan, records.line());
        if let Some(why) = is_remark(record, plan.width)
            .or_else(|| is_out_of_shape(record, plan, records.lines()))
            .or_else(|| is_of_other_system(record, plan, systems))
        {
            row.problem(why);
            return row.finish();
        }
        for (column, memo) in plan.columns.iter().zip(memos) {
            let cell = text(record, column);
            if cell.is_empty() {
                continue;
            }
            match column.meaning {
                Meaning::Serial => serial(&mut row, plan, column, &cell),
                Meaning::Hostname => {
                    if let Some(name) = identity::hostname(&cell) {
                        row.put_text(Field::Hostname, name, &cell, column);
                    }
                }
                Meaning::Uuid => row.put_some(Field::Uuid, plain_guid(&cell), &cell, column),
                Meaning::DeviceId => {
                    row.put_some(Field::DeviceId, plain_guid(&cell), &cell, column);
                }
                Meaning::Manufacturer
                | Meaning::Model
                | Meaning::MachineType
                | Meaning::Check
                | Meaning::HardwareHash => {}
                Meaning::ProductId => row.put_secret(autopilot::product_id(&cell), column),
                meaning if meaning.is_varied() => {
                    row.put_all(&interpret(meaning, column.scale, &cell), &cell, column);
                }
                meaning => {
                    let said = memo.ask(&cell, || said(plan, column, meaning, &cell));
                    row.put_all(&said, &cell, column);
                }
            }
        }
        computer(&mut row, record, plan, machines, key);
        checks(&mut row, record, plan);
        // Last, because the columns of the row go before what is inside.
        *hash = find(record, plan, Meaning::HardwareHash)
            .map(|(column, cell)| autopilot::hardware_hash(&mut row, &cell, column));
        row.finish()
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
        while !self.done {
            match self.records.advance() {
                Ok(true) => {}
                Ok(false) => break,
                Err(fault) => return Some(self.end_with(&fault)),
            }
            let record = self.records.record();
            let is_names = std::mem::replace(&mut self.names_pending, false);
            if is_names
                || record.as_slice().trim_ascii().is_empty()
                || is_repeat(record, &self.plan)
            {
                continue;
            }
            return Some(self.row());
        }
        self.done = true;
        None
    }
}

/// What a cell says; of a disk also what was measured, where the tool is known.
fn said(plan: &Plan, column: &Planned, meaning: Meaning, cell: &str) -> Known {
    let mut said = interpret(meaning, column.scale, cell);
    let kind = plan.kind.and_then(|kind| kind.storage_kind.clone());
    if let Some(kind) = kind.filter(|_| meaning == Meaning::Storage && !said.is_empty()) {
        said.push((Field::StorageKind, kind.into()));
    }
    said.into()
}

/// Lists that were put one behind the other repeat their names.
fn is_repeat(record: &ByteRecord, plan: &Plan) -> bool {
    let mut same = plan.columns.iter().map(|column| *column.name == *text(record, column));
    plan.columns.len() > 1 && same.all(|same| same)
}

fn serial(row: &mut Assembly<'_>, plan: &Plan, column: &Planned, cell: &str) {
    match identity::serial(cell) {
        Identity::Missing => {}
        Identity::Damaged(how) => row.problem(format!(
            "{}: {} is no serial number any more: {how}. Take it from the device or from the \
             tool again.",
            column.name,
            cell.chars().take(30).collect::<String>()
        )),
        Identity::Good(text) => {
            if identity::is_number(text) && plan.digits.is_some_and(|usual| text.len() < usual) {
                row.problem(format!(
                    "{}: {text} is shorter than the others; a spreadsheet may have dropped zeros \
                     at its start.",
                    column.name
                ));
            }
            row.put_text(Field::Serial, text, cell, column);
        }
    }
}

/// Manufacturer and model, and whether they are those of a virtual machine.
fn computer(
    row: &mut Assembly<'_>,
    record: &ByteRecord,
    plan: &Plan,
    machines: &mut Memo<Option<bool>>,
    key: &mut String,
) {
    let find = |meaning| find(record, plan, meaning);
    let (maker, model) = (find(Meaning::Manufacturer), find(Meaning::Model));
    let maker_text = maker.as_ref().map_or("", |(_, cell)| first_line(cell));
    let is_lenovo = maker_text.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("lenovo"));
    // What Lenovo prints as the model is not what its devices report.
    let reported = if is_lenovo { find(Meaning::MachineType) } else { None };
    let model = reported.or(model);
    let model_text = model.as_ref().map_or("", |(_, cell)| first_line(cell));
    if let Some((column, _)) = model.as_ref().or(maker.as_ref()) {
        key.clear();
        key.extend([maker_text, " ", model_text]);
        let answer = machines.ask(key, || machine::is_virtual(maker_text, model_text));
        row.put_some(Field::VirtualMachine, answer, key, column);
    }
    if let Some((column, cell)) = &maker {
        row.put_text(Field::Manufacturer, maker_text, cell, column);
    }
    if let Some((column, cell)) = &model {
        row.put_text(Field::Model, model_text, cell, column);
    }
}

/// Columns that say whether a requirement is met: a pass can prove something,
/// a failure leaves open what was seen.
fn checks(row: &mut Assembly<'_>, record: &ByteRecord, plan: &Plan) {
    let Some(checks) = plan.checks() else { return };
    let mut failed: Vec<&str> = Vec::new();
    for column in plan.columns.iter().filter(|column| column.meaning == Meaning::Check) {
        let cell = text(record, column);
        if cell.eq_ignore_ascii_case(&checks.failed) {
            failed.push(&column.name);
        } else if let Some((field, value)) = column.proof
            && cell.eq_ignore_ascii_case(&checks.passed)
        {
            row.put(*field, value.clone(), &cell, column);
        }
    }
    if !failed.is_empty() {
        row.problem(format!(
            "{} did not pass {}, but the list does not say what it saw. Add a report that does, \
             for example of Get-ComputerInfo.",
            checks.by,
            failed.join(", ")
        ));
    }
}
