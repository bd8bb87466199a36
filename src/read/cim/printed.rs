//! Objects as a console prints them: in lists (`Key : value`), in tables, and
//! as `wmic` prints them (`Key=Value` or a table).
//!
//! `wmic` ends its lines with two returns, so an empty line ends nothing but a
//! list.

use super::Object;
use super::asked::Asked;
use super::class::{self, Class};
use super::columns::{self, Column};
use crate::read::list::{self, Row};
use crate::read::text::{Line, Text};

/// How the first line of `wmic /format:csv` begins.
const NODE: &str = "Node,";

/// An object that was printed.
pub(super) struct Printed {
    pub class: Class,
    /// Whether its class is a guess from its only key.
    pub is_guess: bool,
    rows: Vec<Row>,
}

impl Printed {
    /// Without what the console cut off.
    pub fn object(&self) -> Object {
        list::object(self.rows.iter().filter(|row| !is_cut(row)))
    }

    /// The keys that would be read if the console had not cut their values off,
    /// and their lines. Of a list the beginning is left.
    pub fn cut(&self) -> impl Iterator<Item = (u32, &str)> {
        let is_read = |row: &&Row| class::is_key(&row.key) && !row.value.starts_with('{');
        let cut = self.rows.iter().filter(|row| is_cut(row)).filter(is_read);
        cut.map(|row| (row.line, row.key.as_str()))
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
    let may_begin = |line: &str| class::is_key(first_word(line)) || line.starts_with(NODE);
    if !text.filled().any(|line| may_begin(line.text)) {
        return Vec::new();
    }
    let mut reading = Reading::default();
    let mut commands = text.commands().peekable();
    for line in text.lines() {
        if let Some(command) = commands.next_if(|command| command.number == line.number) {
            reading.end_object();
            reading.shape = Shape::None;
            reading.asked = Asked::by(command.text);
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
    /// The names of values with commas between them.
    Csv(Vec<String>),
}

#[derive(Default)]
struct Reading {
    found: Vec<Printed>,
    /// What the last command asked for.
    asked: Asked,
    shape: Shape,
    rows: Vec<Row>,
}

impl Reading {
    fn take(&mut self, line: Line<'_>) {
        if line.text.is_empty() {
            if matches!(self.shape, Shape::List { .. }) {
                self.end_object();
            }
        } else if self.goes_on(line) || self.take_csv(line) {
        } else if let Some((key, value)) = pair(line.text) {
            self.put(key, value, line, Shape::Pairs);
        } else if let Some((key, value)) = list::split(line.text) {
            let colon = line.text.split(" :").next().unwrap_or_default();
            let value_at = colon.chars().count() + 1;
            self.put(key, value, line, Shape::List { value_at });
        } else if let Some(columns) = columns::of(line.text) {
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
        let cells = columns::cells(line.text, columns).into_iter();
        let row = |(column, value): (&Column, String)| Row {
            key: column.name.clone(),
            value,
            line: line.number,
        };
        let rows = columns.iter().zip(cells).filter(|(_, value)| !value.is_empty()).map(row);
        self.rows = rows.collect();
        self.end_object();
    }

    /// Adds a row of `wmic /format:csv`, below its command only: without it, it
    /// is a list of devices. It puts no quotes around a value with a comma.
    fn take_csv(&mut self, line: Line<'_>) -> bool {
        if line.text.starts_with(NODE) && matches!(self.asked, Asked::Classes { .. }) {
            self.end_object();
            self.shape = Shape::Csv(line.text.split(',').map(name_of_column).collect());
            return true;
        }
        let Shape::Csv(names) = &self.shape else { return false };
        let values: Vec<&str> = line.text.split(',').map(str::trim).collect();
        if values.len() == names.len() {
            let row = |(key, value): (&String, &str)| Row {
                key: key.clone(),
                value: value.to_owned(),
                line: line.number,
            };
            let filled = names.iter().zip(values).filter(|(_, value)| !value.is_empty());
            self.rows = filled.map(row).collect();
            self.end_object();
        }
        true
    }

    fn end_object(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        if matches!(self.shape, Shape::List { .. } | Shape::Pairs) {
            self.shape = Shape::None;
        }
        let lone = match rows.as_slice() {
            [] => return,
            [row] => Some((row.key.as_str(), row.value.as_str())),
            _ => None,
        };
        if let Some((class, is_guess)) = self.asked.class_of(&list::object(&rows), lone) {
            self.found.push(Printed { class, is_guess, rows });
        }
    }
}

/// What PowerShell calls the column of the computer that was asked.
fn name_of_column(name: &str) -> String {
    let name = name.trim();
    if name == "Node" { "PSComputerName" } else { name }.to_owned()
}

/// Whether the console cut a value off: at its end, or the beginning of a number
/// that stands at the right.
fn is_cut(row: &Row) -> bool {
    row.is_cut() || row.value.starts_with("...") || row.value.starts_with('\u{2026}')
}

/// Whether a line can be nothing but the names of a table that begins a report:
/// keys that are known, or the one that people ask for.
pub(in crate::read) fn begins_table(line: &str) -> bool {
    let line = line.trim_end();
    if line.contains(' ') { are_names(line) } else { class::is_lone_key(line) }
}

/// Whether a line is made of keys that are known.
pub(in crate::read) fn are_names(line: &str) -> bool {
    line.starts_with(NODE)
        || !line.starts_with(' ') && line.split_ascii_whitespace().all(class::is_key)
}

fn first_word(line: &str) -> &str {
    line.trim_start().split([' ', '=', ':']).next().unwrap_or_default()
}

/// `Key=Value`, the key without blanks.
fn pair(line: &str) -> Option<(&str, &str)> {
    let (key, value) = line.split_once('=')?;
    is_name(key).then_some((key, value.trim()))
}

pub(super) fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_alphabetic())
        && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
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
        check("PS C:\\> Get-Disk | select SerialNumber\n\nSerialNumber\n-----\nCTS0001\n", &[]);
        check("C:\\>wmic product get identifyingnumber\nIdentifyingNumber\n{1}\n", &[]);
    }

    #[test]
    fn values_with_commas_are_read_below_their_command() {
        let row = "Node,Name,UUID\r\r\nCTS-0001,Book 14,1\r\r\nCTS-0002,Book, 14,2\r\r\n";
        check(
            &format!("C:\\>wmic csproduct get name,uuid /format:csv\r\n{row}"),
            &[(
                Class::Product,
                &[("PSComputerName", "CTS-0001"), ("Name", "Book 14"), ("UUID", "1")],
            )],
        );
        check(row, &[]);
    }

    #[test]
    fn a_command_outweighs_the_keys_of_another_class() {
        check(
            "PS C:\\> gcim Win32_DiskDrive | fl\n\nName : CTS\nManufacturer : a\nModel : b\n",
            &[(Class::DiskDrive, &[("Name", "CTS"), ("Manufacturer", "a"), ("Model", "b")])],
        );
        check("PS C:\\> gcim Win32_Battery\n\nPartOfDomain : True\n", &[]);
    }

    #[test]
    fn wide_letters_take_two_cells_in_a_window_and_one_in_a_file() {
        for line in ["CTS-1  微软用户     Contoso", "CTS-1  微软用户         Contoso"] {
            check(
                &format!(
                    "PS C:\\> gcim Win32_ComputerSystem\nName   PrimaryOwner Manufacturer\n{line}\n"
                ),
                &[(
                    Class::ComputerSystem,
                    &[("Name", "CTS-1"), ("PrimaryOwner", "微软用户"), ("Manufacturer", "Contoso")],
                )],
            );
        }
    }

    #[test]
    fn the_names_of_a_table_are_keys_that_are_known() {
        for line in ["SerialNumber  ", "Name  Vendor", "UUID"] {
            assert!(begins_table(line), "{line}");
        }
        for line in ["Name", "Name Contoso", " SerialNumber", "Serial Number", "", "Version :"] {
            assert!(!begins_table(line), "{line}");
        }
    }
}
