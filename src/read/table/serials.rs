//! A list with the one column of serial numbers. Other texts have such a line,
//! too, so every row below it must look like one.

use super::fold::fold;
use super::head::{self, Head};
use super::identifiers::is_serial;
use super::knowledge::Knowledge;
use super::meaning::Meaning;
use crate::read::Format;

/// Recognizes the beginning of a list, which is of whole lines.
pub(super) fn find(known: &Knowledge, text: &str) -> Option<Head> {
    let mut lines = (1_u32..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty());
    let (line, first) = lines.next()?;
    let (separator, name) = lone_cell(first)?;
    if head::exact(known, &fold(name)) != Some(Meaning::Serial) {
        return None;
    }
    let is_row = |(_, line): (u32, &str)| lone_cell(line).is_some_and(|(_, cell)| is_serial(cell));
    let rows = lines.clone().count();
    (rows > 0 && lines.all(is_row)).then(|| Head {
        format: Format::Table,
        because: format!("Line {line} names the one column there is: {name}."),
        separator,
        line,
        names: vec![name.to_owned()],
        note: None,
    })
}

/// The only cell of a line, behind which empty ones may stand.
fn lone_cell(line: &str) -> Option<(u8, &str)> {
    let found =
        [b';', b',', b'\t'].into_iter().find(|separator| line.as_bytes().contains(separator));
    let separator = found.unwrap_or(b',');
    let mut cells = line.split(char::from(separator)).map(|cell| cell.trim().trim_matches('"'));
    let first = cells.next().filter(|first| !first.is_empty())?;
    cells.all(str::is_empty).then_some((separator, first))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::table::knowledge::knowledge;

    #[test]
    fn serial_numbers_alone_are_a_list_when_every_row_is_one() {
        let names = |text: &str| Some(find(knowledge().unwrap(), text)?.names);
        let serial = Some(vec!["Serial number".to_owned()]);
        assert_eq!(names("Serial number\nCTS0001\nCTS0002\n"), serial);
        assert_eq!(names("\n\"Serial number\";\n\"CTS0001\";\n"), serial);
        for other in [
            "Serial number\n",
            "Serial number\nCTS0001\nsee below\n",
            "Serial number\nCTS0001\n12.5\n",
            "Model\nCTS0001\n",
            "",
        ] {
            assert_eq!(names(other), None, "{other:?}");
        }
    }
}
