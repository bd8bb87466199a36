//! `dxdiag /t`: rows of a right-aligned label, a colon and a value.

use super::Rows;
use crate::device::{Field, Place};
use crate::read::content::Content;
use crate::read::findings::Findings;
use crate::read::format::{Format, Reader};
use crate::read::text::Line;

pub(in crate::read) const READER: Reader = Reader { format: Format::DxDiagText, recognise, read };

/// A few of the labels that no other report has.
const MARKS: [&str; 4] = ["DirectX Version", "DxDiag Version", "Machine name", "Page File"];

fn recognise(content: &Content) -> Option<String> {
    if content.document().is_some() {
        return None;
    }
    let mut marks = cells(content)
        .filter(|(_, label, _)| MARKS.contains(label))
        .map(|(line, label, _)| (line.number, label));
    let (first, second) = (marks.next()?, marks.next()?);
    Some(format!(
        "Lines {} and {} have the rows {} and {} of dxdiag.",
        first.0, second.0, first.1, second.1
    ))
}

fn cells(content: &Content) -> impl Iterator<Item = (Line<'_>, &str, &str)> {
    content.text.filled().filter_map(|line| {
        let (label, value) = line.text.split_once(':')?;
        Some((line, label.trim(), value.trim()))
    })
}

fn read(content: &Content, findings: &mut Findings) {
    let mut rows = Rows::default();
    for (line, label, value) in cells(content) {
        rows.take(label, value, Place::Line(line.number));
    }
    super::read(&rows, findings);
    put_system_volume(content, &rows, findings);
}

/// The total space of the drive that the Windows directory is on.
fn put_system_volume(content: &Content, rows: &Rows, findings: &mut Findings) {
    const MIB: i64 = 1024 * 1024;
    let Some((folder, _)) = rows.find("windowsdir") else { return };
    let Some(letter) = folder.split('\\').next() else { return };
    let mut behind = cells(content)
        .skip_while(|(_, label, value)| !(*label == "Drive" && value.eq_ignore_ascii_case(letter)));
    let space = behind.by_ref().take(4).find(|(_, label, _)| *label == "Total Space");
    if let Some((line, _, raw)) = space {
        let place = Place::Line(line.number);
        let bytes = crate::read::system::megabytes(raw).and_then(|count| count.checked_mul(MIB));
        findings.put_some(Field::StorageBytes, bytes, raw, place.clone());
        findings.put_some(Field::StorageKind, bytes.map(|_| "system-volume"), raw, place);
    }
}
