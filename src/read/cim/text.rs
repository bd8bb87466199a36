//! What `Get-CimInstance`, `Get-WmiObject` and `wmic` print on a console.

use super::Object;
use super::class::Class;
use super::classes::Classes;
use super::printed::{self, Printed};
use crate::device::{Place, Reading};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};

pub(in crate::read) const READER: Reader = Reader { format: Format::CimText, recognise, read };

fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() {
        return None;
    }
    let printed = printed::objects(&content.text).into_iter().next()?;
    let (line, key) = printed.first()?;
    let class = printed.class.title();
    Some(format!("Line {line} has the key {key} of the class {class}."))
}

fn read(content: &Content, findings: &mut Findings) {
    let printed = printed::objects(&content.text);
    let objects: Vec<(Class, Object)> =
        printed.iter().map(|one| (one.class, one.object())).collect();
    note_what_is_cut(&printed, findings);
    let before = findings.readings.len();
    let objects = objects.iter().map(|(class, object)| (*class, object)).collect();
    Classes { objects, findings }.read();
    for reading in findings.readings.iter_mut().skip(before) {
        place_at_line(reading, &printed);
    }
}

fn note_what_is_cut(printed: &[Printed], findings: &mut Findings) {
    for (line, key) in printed.iter().flat_map(Printed::cut) {
        let message = format!(
            "The console cut {key} off, so it is not known. Save the output as JSON, with \
             ConvertTo-Json behind the command."
        );
        findings.problem(line, message);
    }
}

/// The classes name places as `Win32_BIOS.SerialNumber`.
fn place_at_line(reading: &mut Reading, printed: &[Printed]) {
    let Place::Key(key) = &reading.from.place else { return };
    let Some((class, key)) = key.split_once('.') else { return };
    let mut of_class = printed.iter().filter(|one| one.class.title() == class);
    if let Some(line) = of_class.find_map(|one| one.line_of(key)) {
        reading.from.place = Place::Line(line);
    }
}

#[cfg(test)]
mod tests {
    use crate::device::Field;
    use crate::read::{Recognised, read};

    fn report(text: &str) -> Recognised {
        read("a.txt", text.as_bytes()).unwrap().remove(0)
    }

    #[test]
    fn memory_keeps_the_numbers_as_they_stand_in_the_file() {
        for (text, expected) in [
            ("PartOfDomain=FALSE\nTotalPhysicalMemory=17055006720\n", "17055006720"),
            (
                "C:\\>wmic memorychip get capacity\nCapacity\n8589934592\n4294967296\n",
                "8589934592 + 4294967296",
            ),
        ] {
            let report = report(text);
            let memory = report.readings.iter().find(|one| one.field == Field::MemoryMb).unwrap();
            assert_eq!(memory.raw, expected, "{text}");
        }
    }

    #[test]
    fn a_report_that_says_nothing_says_so() {
        let report = report("C:\\>wmic systemenclosure get serialnumber\nSerialNumber\nCTS0001\n");
        assert_eq!(report.readings, []);
        let [problem] = report.problems.as_slice() else { panic!("{:?}", report.problems) };
        assert!(problem.message.contains("nothing in it says anything about the device"));
    }
}
