//! Objects as a console prints them: in lists (`Key : value`), in tables, and
//! as `wmic` prints them (`Key=Value` or a table).
//!
//! `wmic` ends its lines with two returns, so an empty line ends nothing but a
//! list.

use super::Object;
use super::class::{self, Class};
use crate::read::list::{self, Row};
use crate::read::text::{Line, Text};

/// An object that was printed.
pub(super) struct Printed {
    pub class: Class,
    rows: Vec<Row>,
}

impl Printed {
    pub fn object(&self) -> Object {
        list::object(&self.rows)
    }

    /// The line of a key, counted from 1.
    pub fn line_of(&self, key: &str) -> Option<u32> {
        list::line_of(&self.rows, key)
    }

    /// Its first line and the key there.
    pub fn first(&self) -> Option<(u32, &str)> {
        self.rows.first().map(|row| (row.line, row.key.as_str()))
    }
}

/// The objects of a text whose class can be told.
pub(super) fn objects(text: &Text) -> Vec<Printed> {
    if !text.filled().any(|line| class::is_key(first_word(line.text))) {
        return Vec::new();
    }
    let mut reading = Reading::default();
    let mut commands = text.commands().peekable();
    for line in text.lines() {
        if let Some(command) = commands.next_if(|command| command.number == line.number) {
            reading.end_object();
            reading.shape = Shape::None;
            reading.asked_for = class::asked_for(command.text);
        } else {
            reading.take(line);
        }
    }
    reading.end_object();
    reading.found
}

/// How the object is printed that is being read.
#[derive(Default)]
enum Shape {
    #[default]
    None,
    /// `Key : value`; values that go on are indented so far.
    List { value_at: usize },
    /// `Key=Value`.
    Pairs,
    /// The columns of a table.
    Table(Vec<Column>),
}

/// A name and where it stands, in letters.
struct Column {
    name: String,
    start: usize,
    end: usize,
}

#[derive(Default)]
struct Reading {
    found: Vec<Printed>,
    /// The class of the last command.
    asked_for: Option<Class>,
    shape: Shape,
    rows: Vec<Row>,
}

impl Reading {
    fn take(&mut self, line: Line<'_>) {
        if line.text.is_empty() {
            if matches!(self.shape, Shape::List { .. }) {
                self.end_object();
            }
        } else if self.goes_on(line) {
        } else if let Some((key, value)) = pair(line.text) {
            self.put(key, value, line, Shape::Pairs);
        } else if let Some((key, value)) = list::split(line.text) {
            let colon = line.text.split(" :").next().unwrap_or_default();
            let value_at = colon.chars().count() + 1;
            self.put(key, value, line, Shape::List { value_at });
        } else if let Some(columns) = columns(line.text) {
            self.end_object();
            self.shape = Shape::Table(columns);
        } else {
            self.take_cells(line);
        }
    }

    /// Adds a line in which the value above goes on.
    fn goes_on(&mut self, line: Line<'_>) -> bool {
        let Shape::List { value_at } = self.shape else { return false };
        let indent = line.text.chars().take_while(|c| *c == ' ').count();
        let last = self.rows.last_mut().filter(|_| indent > 0 && indent >= value_at);
        let goes_on = last.is_some();
        if let Some(last) = last {
            last.value.push(' ');
            last.value.push_str(line.text.trim());
        }
        goes_on
    }

    /// Adds a row; a key that the object has begins the next one.
    fn put(&mut self, key: &str, value: &str, line: Line<'_>, shape: Shape) {
        let same_shape = std::mem::discriminant(&self.shape) == std::mem::discriminant(&shape);
        if !same_shape || self.rows.iter().any(|row| row.key == key) {
            self.end_object();
        }
        self.shape = shape;
        let (key, value) = (key.to_owned(), value.to_owned());
        self.rows.push(Row { key, value, line: line.number });
    }

    /// A row of a table is an object.
    fn take_cells(&mut self, line: Line<'_>) {
        let Shape::Table(columns) = &self.shape else {
            return self.end_object();
        };
        if line.text.chars().all(|c| matches!(c, '-' | ' ')) {
            return;
        }
        let cells = cells(line.text, columns).into_iter();
        let row = |(column, value): (&Column, String)| Row {
            key: column.name.clone(),
            value,
            line: line.number,
        };
        let rows = columns.iter().zip(cells).filter(|(_, value)| !value.is_empty()).map(row);
        self.rows = rows.collect();
        self.end_object();
    }

    fn end_object(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        if matches!(self.shape, Shape::List { .. } | Shape::Pairs) {
            self.shape = Shape::None;
        }
        let lone = match rows.as_slice() {
            [row] => class::class_of_lone_key(&row.key, &row.value),
            _ => None,
        };
        let by_keys = || class::class_of(&list::object(&rows));
        if let Some(class) = by_keys().or(self.asked_for.filter(|_| !rows.is_empty())).or(lone) {
            self.found.push(Printed { class, rows });
        }
    }
}

fn first_word(line: &str) -> &str {
    line.trim_start().split([' ', '=', ':']).next().unwrap_or_default()
}

/// `Key=Value`, the key without blanks.
fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    is_name(key).then_some((key, value.trim()))
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// The columns of a line of names, of which one at least is known.
fn columns(line: &str) -> Option<Vec<Column>> {
    let columns: Vec<Column> = words(line)
        .map(|(start, word)| Column {
            name: word.to_owned(),
            start,
            end: start + word.chars().count(),
        })
        .collect();
    let names = columns.iter().all(|column| is_name(&column.name));
    (names && columns.iter().any(|column| class::is_key(&column.name))).then_some(columns)
}

/// The words of a line and where they begin, in letters.
fn words(line: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut place = 0;
    line.split(' ').filter_map(move |word| {
        let start = place;
        place += word.chars().count() + 1;
        (!word.is_empty()).then_some((start, word))
    })
}

/// The texts below the columns: a word belongs to the column that it stands
/// below, numbers end where their names end; else to the last one before it.
fn cells(line: &str, columns: &[Column]) -> Vec<String> {
    let mut cells = vec![String::new(); columns.len()];
    for (start, word) in words(line) {
        let end = start + word.chars().count();
        let below = columns.iter().position(|column| start < column.end && column.start < end);
        let before = || columns.iter().rposition(|column| column.start <= start);
        if let Some(cell) = below.or_else(before).and_then(|at| cells.get_mut(at)) {
            if !cell.is_empty() {
                cell.push(' ');
            }
            cell.push_str(word);
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(Class, &[(&str, &str)])]) {
        let found = objects(&Text::new(text));
        let found: Vec<(Class, Vec<(&str, &str)>)> = found
            .iter()
            .map(|one| {
                let rows = one.rows.iter().map(|row| (row.key.as_str(), row.value.as_str()));
                (one.class, rows.collect())
            })
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(class, rows)| (*class, rows.to_vec())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_list_ends_with_an_empty_line() {
        check(
            "Name         : CTS-0001\nManufacturer : Contoso\nModel        : Book\n               14\n\n\
             SMBIOSBIOSVersion : 1.2\nSerialNumber      : CTS0001\n",
            &[
                (
                    Class::ComputerSystem,
                    &[("Name", "CTS-0001"), ("Manufacturer", "Contoso"), ("Model", "Book 14")],
                ),
                (Class::Bios, &[("SMBIOSBIOSVersion", "1.2"), ("SerialNumber", "CTS0001")]),
            ],
        );
    }

    #[test]
    fn pairs_of_wmic_go_on_over_empty_lines() {
        check(
            "\n\nBuildNumber=26100\n\nCaption=Microsoft Windows 11 Pro\n\nUUID=1\n",
            &[(
                Class::OperatingSystem,
                &[("BuildNumber", "26100"), ("Caption", "Microsoft Windows 11 Pro"), ("UUID", "1")],
            )],
        );
    }

    #[test]
    fn a_table_is_read_by_where_its_words_stand() {
        check(
            "DeviceID DriveType VolumeName         Size FreeSpace\n\
             -------- --------- ----------         ---- ---------\n\
             C:       3         My system  254721126400 100\n",
            &[(
                Class::LogicalDisk,
                &[
                    ("DeviceID", "C:"),
                    ("DriveType", "3"),
                    ("VolumeName", "My system"),
                    ("Size", "254721126400"),
                    ("FreeSpace", "100"),
                ],
            )],
        );
    }

    #[test]
    fn one_key_alone_is_told_by_its_command_or_by_what_people_ask_for() {
        check("SerialNumber\n\nCTS0001\n", &[(Class::Bios, &[("SerialNumber", "CTS0001")])]);
        check(
            "C:\\>wmic cpu get name\nName\nContoso CPU 5\n",
            &[(Class::Processor, &[("Name", "Contoso CPU 5")])],
        );
        check("Name\nContoso CPU 5\n", &[]);
    }
}
