//! The sheets of a workbook that are read as one list.
//!
//! Their rows stand one below the other, so each has a line of its own; what a
//! person is told is the row of its sheet.

use std::fmt;
use std::sync::Arc;

/// Where a sheet begins among the lines of its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SheetAt {
    pub lines_before: u32,
    pub name: Arc<str>,
}

/// Where a row stands, as a person would look for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spot {
    pub line: u32,
    /// Of a list with several sheets.
    pub sheet: Option<Arc<str>>,
}

impl Spot {
    /// The place of a line in a list with these sheets, of which there may be
    /// none.
    pub fn of(line: u32, sheets: &[SheetAt]) -> Self {
        match sheets.iter().rev().find(|sheet| sheet.lines_before < line) {
            Some(sheet) => {
                Self { line: line - sheet.lines_before, sheet: Some(Arc::clone(&sheet.name)) }
            }
            None => Self { line, sheet: None },
        }
    }

    /// The name of a column, behind that of the sheet.
    pub fn column(&self, name: &Arc<str>) -> Arc<str> {
        match &self.sheet {
            Some(sheet) => Arc::from(format!("{sheet}: {name}")),
            None => Arc::clone(name),
        }
    }

    /// A message about the row.
    pub fn message(&self, text: String) -> String {
        match &self.sheet {
            Some(sheet) => format!("Sheet {sheet}: {text}"),
            None => text,
        }
    }
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        self.sheet.iter().try_for_each(|sheet| write!(f, " of sheet {sheet}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_told_as_the_row_of_its_sheet() {
        let at = |lines_before, name: &str| SheetAt { lines_before, name: Arc::from(name) };
        let sheets = [at(0, "Laptops"), at(3, "Desktops")];
        for (line, expected) in [
            (2, "line 2 of sheet Laptops"),
            (3, "line 3 of sheet Laptops"),
            (4, "line 1 of sheet Desktops"),
            (9, "line 6 of sheet Desktops"),
        ] {
            assert_eq!(Spot::of(line, &sheets).to_string(), expected);
        }
        assert_eq!(Spot::of(4, &[]).to_string(), "line 4");
    }
}
