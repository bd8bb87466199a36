//! Reports from the command line, read as one device.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::fail::Fail;
use super::{files, meant};
use crate::device::{Device, Field};
use crate::files::{Known, Named, in_folder, tell_apart};
use crate::read::table::Mappings;
use crate::read::{self, Encoding, Problem, Recognised};

/// What was read, and what was not.
#[derive(Debug, Default)]
pub struct Reports {
    pub read: Vec<Recognised>,
    /// Of every file; a file that could not be read at all is among them.
    pub problems: Vec<Problem>,
    asked: usize,
}

impl Reports {
    /// Reads every file, in the encoding that was chosen if one was; one that
    /// fails does not stop the rest.
    pub fn gather(paths: &[PathBuf], encoding: Option<Encoding>) -> Self {
        let mut reports = Self { asked: paths.len(), ..Self::default() };
        let mut inputs: Vec<Named> = Vec::new();
        for path in paths {
            reports.find(path, &mut inputs);
        }
        let input = |path: &Path| (files::name(path), Some(path.to_owned()));
        let standard_input = paths.iter().filter(|path| files::is_standard_input(path));
        let known: Known = standard_input.map(|path| input(path)).collect();
        tell_apart(&mut inputs.iter_mut().collect::<Vec<_>>(), &known);
        for Named { path, name } in &inputs {
            reports.take(path, name, encoding);
        }
        reports
    }

    /// Notes a file, or in place of a folder the files in it.
    fn find(&mut self, path: &Path, inputs: &mut Vec<Named>) {
        if files::is_standard_input(path) {
            if inputs.iter().any(|input| files::is_standard_input(&input.path)) {
                let message = "Standard input can be read once. Name - once.";
                let problem = Problem::of_file(&Arc::from(files::STANDARD_INPUT), message);
                return self.problems.push(problem);
            }
        } else if path.is_dir() {
            let found = in_folder(path, &mut self.problems);
            if found.is_empty() {
                let message = "There is no file in this folder.";
                let name: Arc<str> = Arc::from(path.display().to_string());
                self.problems.push(Problem::of_file(&name, message));
            }
            return inputs.extend(found);
        }
        inputs.push(Named { path: path.to_owned(), name: files::name(path) });
    }

    fn take(&mut self, path: &Path, name: &str, encoding: Option<Encoding>) {
        let bytes = match files::bytes(path, read::LARGEST_FILE) {
            Ok(bytes) => bytes,
            Err(fault) => {
                let problem = Problem::of_file(&Arc::from(name), fault.to_string());
                return self.problems.push(problem);
            }
        };
        match read::read_with(name, &bytes, encoding, &Mappings::default()) {
            Ok(reports) => {
                let problems = reports.iter().flat_map(|report| &report.problems);
                self.problems.extend(problems.cloned());
                self.read.extend(reports);
            }
            Err(fault) => self.problems.push(fault.problem()),
        }
    }

    /// The same, unless nothing at all was recognized.
    pub fn or_nothing(self) -> Result<Self, Fail> {
        if self.read.is_empty() {
            return Err(Fail::NothingRead { files: self.asked, problems: self.problems });
        }
        Ok(self)
    }

    /// Everything the reports say, as one device; of a list, its row.
    pub fn device(&mut self, asked: Option<&str>) -> Result<Device, Fail> {
        let files: Vec<&Recognised> = self.read.iter().collect();
        let chosen = match meant::choose(&files, asked) {
            Ok(chosen) => chosen,
            Err(fail) => return Err(fail.after(std::mem::take(&mut self.problems))),
        };
        let mut device = Device::default();
        for readings in chosen.readings {
            device.add_all(readings);
        }
        self.problems.extend(chosen.problems);
        Ok(device)
    }

    /// The problems as lines for standard error.
    pub fn notes(&self) -> Vec<String> {
        self.problems.iter().map(ToString::to_string).collect()
    }
}

/// One line that tells which device it is.
pub fn device_line(device: &Device) -> String {
    let join = |fields: &[Field]| {
        let texts: Vec<&str> = fields.iter().filter_map(|field| device.text(*field)).collect();
        texts.join(" ")
    };
    let build = device.number(Field::Build).map(|build| match device.number(Field::Revision) {
        Some(revision) => format!("build {build}.{revision}"),
        None => format!("build {build}"),
    });
    let parts = [
        join(&[Field::Manufacturer, Field::Model]),
        join(&[Field::Serial]),
        join(&[Field::Hostname]),
        join(&[Field::EditionId, Field::Release]),
        build.unwrap_or_default(),
    ];
    let known: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    if known.is_empty() { "A device without a name".to_owned() } else { known.join(" · ") }
}
