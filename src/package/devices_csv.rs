//! devices.csv: which device gets which name, for a spreadsheet.

use std::borrow::Cow;

use super::description::DescribedDevice;
use super::record::Record;
use crate::device::Field;

const FIELDS: [Field; 5] =
    [Field::Serial, Field::Manufacturer, Field::Model, Field::EditionId, Field::Build];
const MORE: [&str; 3] = ["device_name", "verdict", "best_path"];

/// The text: UTF-8, Windows line ends, one row a device, cells guarded.
pub(super) fn devices_csv(
    devices: &[DescribedDevice],
    record: &Record,
) -> Result<String, csv::Error> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(FIELDS.iter().map(|field| field.id()).chain(MORE))?;
    for device in devices {
        let fields = FIELDS.iter().map(|field| device.value(*field));
        let more = [device.name.clone().unwrap_or_default()]
            .into_iter()
            .chain([record.verdict.clone(), record.best_path.clone()]);
        let cells: Vec<String> =
            fields.chain(more).map(|cell| guarded(&cell).into_owned()).collect();
        writer.write_record(&cells)?;
    }
    let bytes = writer.into_inner().map_err(|fault| csv::Error::from(fault.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// A cell that a spreadsheet would take for a formula gets an apostrophe.
fn guarded(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_guarded() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(guarded(cell), format!("'{cell}"));
        }
        assert_eq!(guarded("CT-7XK2P13"), "CT-7XK2P13");
    }
}
