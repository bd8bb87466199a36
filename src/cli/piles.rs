//! The reports of one device among those of several.

use super::fail::Fail;
use crate::read::apart::{Apart, Identity, Told, apart};
use crate::read::{Problem, Recognised};

/// The files about one device, and lists, which are about many.
pub struct Pile<'a> {
    pub files: Vec<&'a Recognised>,
    /// Of reports that could be of more than one device.
    pub problems: Vec<Problem>,
}

/// Leaves the files of one device: of the one that was asked for, or of the
/// only one there is.
pub fn of_one_device<'a>(
    files: Vec<&'a Recognised>,
    asked: Option<&str>,
) -> Result<Pile<'a>, Fail> {
    let reports: Vec<&Recognised> =
        files.iter().copied().filter(|file| file.list.is_none()).collect();
    let told: Vec<Told> = reports.iter().map(|report| told(report)).collect();
    let sorted = apart(&told);
    if sorted.devices.len() < 2 {
        return Ok(Pile { files, problems: Vec::new() });
    }
    let chosen =
        asked.and_then(|asked| sorted.devices.iter().find(|p| p.identity.called(asked).is_some()));
    let mine: Vec<&Recognised> = match (chosen, asked) {
        (Some(pile), _) => pile.reports.iter().filter_map(|at| reports.get(*at).copied()).collect(),
        // A list may hold it.
        (None, Some(_)) if reports.len() < files.len() => Vec::new(),
        _ => return Err(several(&sorted, asked)),
    };
    let is_mine = |file: &&Recognised| {
        file.list.is_some() || mine.iter().any(|report| std::ptr::eq(*report, *file))
    };
    let aside = sorted.left_aside.iter().filter_map(|at| reports.get(*at));
    Ok(Pile {
        files: files.iter().copied().filter(is_mine).collect(),
        problems: aside.map(|report| left_aside(report)).collect(),
    })
}

fn told(report: &Recognised) -> Told {
    Told { file: report.source.to_string(), identity: Identity::of(&report.readings) }
}

fn several(sorted: &Apart, asked: Option<&str>) -> Fail {
    let labels = sorted.devices.iter().map(|pile| pile.identity.label()).collect();
    match asked {
        Some(asked) => Fail::NotAmongThem { asked: asked.to_owned(), devices: labels },
        None => Fail::SeveralInReports { devices: labels },
    }
}

fn left_aside(report: &Recognised) -> Problem {
    let message = "It does not say of which device it is, so it was left aside. Put it in a folder \
                   with other reports of its device, or begin its name with the serial number.";
    Problem::of_file(&report.source, message)
}
