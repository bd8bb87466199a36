//! Files, folders and pasted text into readings, with what could not be read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::jobs::Watch;
use crate::app::theme::Tone;
use crate::app::words::ReadingTexts;
use crate::files::{self, FileFault, Known, Named};
use crate::read::table::Mappings;
use crate::read::{self, Encoding, ReadError, Recognised, product_key};

/// Something to read: a file or a folder, or text that was pasted.
pub(super) enum Input {
    File(File),
    Text { name: String, text: String },
}

/// A file, and how it is read.
pub(super) struct File {
    pub named: Named,
    /// A person's choice; `None` leaves it to be told from the content.
    pub encoding: Option<Encoding>,
    /// It was found in a folder: nobody says that it is a report.
    pub found: bool,
}

/// What was read, and why the rest was not.
#[derive(Debug, Default)]
pub struct Gathered {
    pub read: Vec<FileRead>,
    failures: Vec<String>,
    /// A text that was pasted and of which nothing could be read.
    unread: Option<String>,
    /// So many files of folders are no reports.
    passed_over: usize,
}

/// Where something was read, to read it once more.
#[derive(Debug, Clone)]
pub enum ReadFrom {
    File(PathBuf),
    /// The text itself.
    Paste(Arc<str>),
}

impl ReadFrom {
    /// The path of a file.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Paste(_) => None,
        }
    }
}

/// One report or list, and the file or the paste it came from.
#[derive(Debug, Clone)]
pub struct FileRead {
    pub report: Recognised,
    pub from: ReadFrom,
    /// A list of which somebody wants to see the columns.
    pub columns_asked: bool,
}

/// Reads everything; `None` when it was cancelled.
pub(super) fn gather(
    inputs: Vec<Input>,
    known: &Known,
    columns_asked: bool,
    mappings: &Mappings,
    texts: &ReadingTexts,
    watch: &Watch,
) -> Option<Gathered> {
    let mut gathered = Gathered::default();
    let mut inputs = with_folders(inputs, texts, &mut gathered);
    files::tell_apart(&mut inputs.iter_mut().filter_map(Input::named).collect::<Vec<_>>(), known);
    let total = inputs.len();
    for (done, input) in inputs.into_iter().enumerate() {
        if watch.is_cancelled() {
            return None;
        }
        watch.report(done, total);
        gathered.take(input, mappings, columns_asked, texts);
    }
    Some(gathered)
}

/// In place of each folder the files in it.
fn with_folders(inputs: Vec<Input>, texts: &ReadingTexts, gathered: &mut Gathered) -> Vec<Input> {
    let mut all = Vec::new();
    for input in inputs {
        match input {
            Input::File(File { named, encoding, .. }) if named.path.is_dir() => {
                let mut problems = Vec::new();
                let found = files::in_folder(&named.path, &mut problems);
                if found.is_empty() && problems.is_empty() {
                    gathered.failures.push(texts.empty_folder.replace("{}", &named.name));
                }
                gathered.failures.extend(problems.iter().map(ToString::to_string));
                let file = |named| Input::File(File { named, encoding, found: true });
                all.extend(found.into_iter().map(file));
            }
            other => all.push(other),
        }
    }
    all
}

impl Input {
    fn named(&mut self) -> Option<&mut Named> {
        match self {
            Self::File(file) => Some(&mut file.named),
            Self::Text { .. } => None,
        }
    }
}

impl Gathered {
    fn take(
        &mut self,
        input: Input,
        mappings: &Mappings,
        columns_asked: bool,
        texts: &ReadingTexts,
    ) {
        match input {
            Input::Text { name, text } => {
                let read = read::read_with(&name, text.as_bytes(), None, mappings);
                self.take_text(read, text, columns_asked, texts);
            }
            Input::File(File { named: Named { path, name }, encoding, found }) => {
                let bytes = match read_file(&path, &name, texts) {
                    Ok(bytes) => bytes,
                    Err(failure) => return self.failures.push(failure),
                };
                match read::read_with(&name, &bytes, encoding, mappings) {
                    Ok(reports) => self.keep(reports, &ReadFrom::File(path), columns_asked),
                    Err(fault) if found && is_no_report(&fault) => self.passed_over += 1,
                    Err(fault) => self.failures.push(fault.to_string()),
                }
            }
        }
    }

    /// Text that nothing could be read of goes back to where it was pasted,
    /// unless it is a secret.
    fn take_text(
        &mut self,
        read: Result<Vec<Recognised>, ReadError>,
        text: String,
        columns_asked: bool,
        texts: &ReadingTexts,
    ) {
        match read {
            Ok(reports) => self.keep(reports, &ReadFrom::Paste(Arc::from(text)), columns_asked),
            Err(_) if product_key::group_of_key(text.trim()).is_ok() => {
                self.failures.push(texts.product_key.clone());
            }
            Err(fault) => {
                self.failures.push(fault.to_string());
                self.unread = Some(text);
            }
        }
    }

    fn keep(&mut self, reports: Vec<Recognised>, from: &ReadFrom, columns_asked: bool) {
        self.read.extend(reports.into_iter().map(|report| FileRead {
            columns_asked: columns_asked && report.list.is_some(),
            from: from.clone(),
            report,
        }));
    }

    /// The text to give back to where it was pasted.
    pub(super) fn take_unread(&mut self) -> Option<String> {
        self.unread.take()
    }

    /// What went wrong, in a few lines; `None` when nothing did.
    pub(super) fn says(&self, texts: &ReadingTexts) -> Option<String> {
        let mut lines: Vec<String> = self.failures.iter().take(MOST_FAILURES).cloned().collect();
        let more = self.failures.len() - lines.len();
        if more > 0 {
            lines.push(texts.more.replace("{n}", &more.to_string()));
        }
        if self.passed_over > 0 {
            lines.push(texts.no_reports.replace("{n}", &self.passed_over.to_string()));
        }
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// Files of a folder that are no reports are no failure.
    pub(super) fn tone(&self) -> Tone {
        if self.failures.is_empty() { Tone::Unknown } else { Tone::Bad }
    }
}

/// More failures than this are counted, not told.
const MOST_FAILURES: usize = 5;

/// Whether the file is something else, and not a report that is damaged.
fn is_no_report(fault: &ReadError) -> bool {
    matches!(
        fault,
        ReadError::NotRecognised { .. } | ReadError::Binary { .. } | ReadError::Empty { .. }
    )
}

/// Reads a file, but never more of it than readers take.
fn read_file(path: &Path, name: &str, texts: &ReadingTexts) -> Result<Vec<u8>, String> {
    files::bytes(path, read::LARGEST_FILE).map_err(|fault| match fault {
        FileFault::Missing => texts.gone.replace("{}", name),
        FileFault::Forbidden => texts.denied.replace("{}", name),
        FileFault::Pipe => texts.no_file.replace("{}", name),
        FileFault::TooLarge { limit } => {
            ReadError::TooLarge { file: Arc::from(name), limit }.to_string()
        }
        FileFault::Unreadable(why) => {
            texts.unreadable.replace("{}", name).replace("{why}", &why.to_string())
        }
        FileFault::Folder | FileFault::NotText => format!("{name}: {fault}"),
    })
}
