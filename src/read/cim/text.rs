//! What `Get-CimInstance`, `Get-WmiObject` and `wmic` print on a console.

use super::Object;
use super::class::{self, Class};
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
    let class = class::title(printed.class);
    Some(format!("Line {line} has the key {key} of the class {class}."))
}

fn read(content: &Content, findings: &mut Findings) {
    let printed = printed::objects(&content.text);
    let objects: Vec<(Class, Object)> =
        printed.iter().map(|one| (one.class, one.object())).collect();
    let before = findings.readings.len();
    let objects = objects.iter().map(|(class, object)| (*class, object)).collect();
    Classes { objects, findings }.read();
    for reading in findings.readings.iter_mut().skip(before) {
        place_at_line(reading, &printed);
    }
}

/// The classes name places as `Win32_BIOS.SerialNumber`.
fn place_at_line(reading: &mut Reading, printed: &[Printed]) {
    let Place::Key(key) = &reading.from.place else { return };
    let Some((class, key)) = key.split_once('.') else { return };
    let mut of_class = printed.iter().filter(|one| class::title(one.class) == class);
    if let Some(line) = of_class.find_map(|one| one.line_of(key)) {
        reading.from.place = Place::Line(line);
    }
}
