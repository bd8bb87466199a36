//! What can be wrong with a file, each with its place and the way out.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::encoding::Encoding;
use super::table::WorkbookFault;

/// Something about a file that its owner should know; the rest was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    pub file: Arc<str>,
    /// Counted from 1; 0 when the problem has no place.
    pub line: u32,
    /// Counted from 1; 0 when the problem has no place in its line.
    pub column: u32,
    pub message: String,
}

impl Problem {
    /// A problem of a whole file.
    #[must_use]
    pub fn of_file(file: &Arc<str>, message: impl Into<String>) -> Self {
        Self::at(file, 0, 0, message)
    }

    /// A problem at a place of a file.
    #[must_use]
    pub fn at(file: &Arc<str>, line: u32, column: u32, message: impl Into<String>) -> Self {
        Self { file: Arc::clone(file), line, column, message: message.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if self.line > 0 {
            write!(f, ":{}", self.line)?;
        }
        if self.column > 0 {
            write!(f, ":{}", self.column)?;
        }
        write!(f, ": {}", self.message)
    }
}

/// Why nothing could be read from a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    Empty {
        file: Arc<str>,
    },
    TooLarge {
        file: Arc<str>,
        /// The most that is read, in bytes.
        limit: usize,
    },
    /// JSON of many more values than a report has.
    TooMany {
        file: Arc<str>,
    },
    Binary {
        file: Arc<str>,
        /// What the first bytes are of, for example "a picture".
        looks_like: Option<&'static str>,
    },
    NotRecognised {
        file: Arc<str>,
        encoding: Encoding,
    },
    Malformed {
        file: Arc<str>,
        line: u32,
        column: u32,
        /// What was expected there, without a full stop.
        fault: String,
    },
    TooDeep {
        file: Arc<str>,
        line: u32,
        column: u32,
    },
    Workbook {
        file: Arc<str>,
        fault: WorkbookFault,
    },
}

impl ReadError {
    /// The error as it stands among the problems of a whole reading.
    #[must_use]
    pub fn problem(&self) -> Problem {
        let (file, line, column) = self.place();
        Problem::at(file, line, column, self.message())
    }

    fn place(&self) -> (&Arc<str>, u32, u32) {
        match self {
            Self::Empty { file }
            | Self::TooLarge { file, .. }
            | Self::TooMany { file }
            | Self::Binary { file, .. }
            | Self::Workbook { file, .. }
            | Self::NotRecognised { file, .. } => (file, 0, 0),
            Self::Malformed { file, line, column, .. } | Self::TooDeep { file, line, column } => {
                (file, *line, *column)
            }
        }
    }

    fn message(&self) -> String {
        match self {
            Self::Empty { .. } => {
                "This file is empty. Run the command again, save what it prints, and choose \
                 that file."
                    .to_owned()
            }
            Self::TooLarge { limit, .. } => format!(
                "This file is larger than {} MiB, the most that is read. Choose the report of \
                 one device, or a part of the list.",
                limit / (1024 * 1024)
            ),
            Self::TooMany { .. } => {
                "This JSON has far more values than a report. Choose the report of one device."
                    .to_owned()
            }
            Self::Binary { looks_like, .. } => {
                let what = looks_like.unwrap_or("not text");
                format!("This file is {what}. Choose the text, JSON or CSV that a tool printed.")
            }
            Self::NotRecognised { encoding, .. } => format!(
                "Nothing here looks like a known report or list of devices; the text was read as \
                 {encoding}. Choose what a command such as systeminfo or dsregcmd /status printed. \
                 If the letters look wrong, choose another encoding."
            ),
            Self::Malformed { fault, .. } => format!(
                "The JSON cannot be read here: {fault}. Save the output of the tool again, and \
                 do not edit it."
            ),
            Self::Workbook { fault, .. } => {
                format!("{fault} Save the sheet with the list as CSV, and choose that file.")
            }
            Self::TooDeep { .. } => {
                "The JSON is nested too deeply here. Choose the unchanged output of the tool."
                    .to_owned()
            }
        }
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.problem().fmt(f)
    }
}

impl std::error::Error for ReadError {}
