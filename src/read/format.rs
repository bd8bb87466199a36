//! The formats that are read, and the table by which they are told apart.
//!
//! A new format is a file with its own `READER`, a variant here, and a line in
//! [`READERS`]. The first reader that recognises a text reads it, so the more
//! particular formats stand first.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::content::Content;
use super::findings::Findings;
use super::{
    capture, cim, computerinfo, dsregcmd, dxdiag, glpi, msinfo, readiness, systeminfo, tpm,
    whynotwin11,
};
use crate::device::UnknownKey;

/// A format of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Format {
    /// `dsregcmd /status`.
    Dsregcmd,
    /// `systeminfo`, in any language.
    SystemInfoText,
    /// `systeminfo /fo csv`.
    SystemInfoCsv,
    /// `systeminfo /fo csv | ConvertFrom-Csv`.
    SystemInfoList,
    /// The file that `msinfo32` saves.
    MsInfoNfo,
    /// The text that `msinfo32` exports, or rows copied from its window.
    MsInfoText,
    /// `Get-ComputerInfo | ConvertTo-Json`.
    ComputerInfoJson,
    /// `Get-ComputerInfo` as it prints on a console.
    ComputerInfoText,
    /// `Get-CimInstance … | ConvertTo-Json`, of one class or several.
    CimJson,
    /// The line that `HardwareReadiness.ps1` prints.
    HardwareReadiness,
    /// `dxdiag /t`.
    DxDiagText,
    /// `dxdiag /x`.
    DxDiagXml,
    /// `tpmtool getdeviceinformation`.
    TpmTool,
    /// `Get-Tpm`, as a list or as JSON.
    GetTpm,
    /// `Confirm-SecureBootUEFI`.
    SecureBoot,
    /// What `WhyNotWin11` exports.
    WhyNotWin11,
    /// The JSON inventory of the GLPI agent.
    GlpiJson,
    /// What the capture scripts of this program write.
    JoinbenchCapture,
}

/// How one format is recognised and read.
pub(super) struct Reader {
    pub format: Format,
    /// Why the text is of this format; `None` when it is not.
    pub recognise: fn(&Content) -> Option<String>,
    pub read: fn(&Content, &mut Findings),
}

/// Every reader, the more particular formats first.
pub(super) const READERS: &[Reader] = &[
    capture::READER,
    dsregcmd::READER,
    readiness::READER,
    computerinfo::READER,
    glpi::READER,
    cim::READER,
    msinfo::NFO,
    dxdiag::XML,
    whynotwin11::READER,
    dxdiag::TEXT,
    msinfo::TEXT,
    computerinfo::TEXT,
    tpm::TPMTOOL,
    tpm::GET_TPM,
    systeminfo::CSV,
    systeminfo::LIST,
    systeminfo::READER,
    tpm::SECURE_BOOT,
];

impl Format {
    /// Every format, in the order in which they are shown.
    pub const ALL: &'static [Self] = &[
        Self::Dsregcmd,
        Self::SystemInfoText,
        Self::SystemInfoCsv,
        Self::SystemInfoList,
        Self::MsInfoNfo,
        Self::MsInfoText,
        Self::ComputerInfoJson,
        Self::ComputerInfoText,
        Self::CimJson,
        Self::HardwareReadiness,
        Self::DxDiagText,
        Self::DxDiagXml,
        Self::TpmTool,
        Self::GetTpm,
        Self::SecureBoot,
        Self::WhyNotWin11,
        Self::GlpiJson,
        Self::JoinbenchCapture,
    ];

    /// The stable id on the command line and in JSON.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Dsregcmd => "dsregcmd",
            Self::SystemInfoText => "systeminfo-text",
            Self::SystemInfoCsv => "systeminfo-csv",
            Self::SystemInfoList => "systeminfo-list",
            Self::MsInfoNfo => "msinfo-nfo",
            Self::MsInfoText => "msinfo-text",
            Self::ComputerInfoJson => "computerinfo-json",
            Self::ComputerInfoText => "computerinfo-text",
            Self::CimJson => "cim-json",
            Self::HardwareReadiness => "hardware-readiness",
            Self::DxDiagText => "dxdiag-text",
            Self::DxDiagXml => "dxdiag-xml",
            Self::TpmTool => "tpmtool",
            Self::GetTpm => "get-tpm",
            Self::SecureBoot => "secure-boot",
            Self::WhyNotWin11 => "whynotwin11",
            Self::GlpiJson => "glpi-json",
            Self::JoinbenchCapture => "joinbench-capture",
        }
    }

    /// The format with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|format| format.id() == id)
    }

    /// The command or tool that writes it, as a person knows it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Dsregcmd => "dsregcmd /status",
            Self::SystemInfoText => "systeminfo",
            Self::SystemInfoCsv => "systeminfo /fo csv",
            Self::SystemInfoList => "systeminfo as a list",
            Self::MsInfoNfo => "an msinfo32 file",
            Self::MsInfoText => "msinfo32 as text",
            Self::ComputerInfoJson => "Get-ComputerInfo as JSON",
            Self::ComputerInfoText => "Get-ComputerInfo",
            Self::CimJson => "Get-CimInstance as JSON",
            Self::HardwareReadiness => "HardwareReadiness.ps1",
            Self::DxDiagText => "dxdiag /t",
            Self::DxDiagXml => "dxdiag /x",
            Self::TpmTool => "tpmtool getdeviceinformation",
            Self::GetTpm => "Get-Tpm",
            Self::SecureBoot => "Confirm-SecureBootUEFI",
            Self::WhyNotWin11 => "WhyNotWin11",
            Self::GlpiJson => "GLPI inventory as JSON",
            Self::JoinbenchCapture => "a capture by Joinbench's script",
        }
    }

    /// Every title, separated by commas.
    pub(super) fn titles() -> String {
        let titles: Vec<&str> = Self::ALL.iter().map(|format| format.title()).collect();
        titles.join(", ")
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl From<Format> for String {
    fn from(format: Format) -> Self {
        format.id().to_owned()
    }
}

impl TryFrom<String> for Format {
    type Error = UnknownKey;

    fn try_from(id: String) -> Result<Self, UnknownKey> {
        Self::from_id(&id).ok_or(UnknownKey { name: id, wanted: "a format that is read" })
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::read::encoding;

    #[test]
    fn every_format_is_found_by_its_id() {
        for format in Format::ALL {
            assert_eq!(Format::from_id(format.id()), Some(*format));
        }
    }

    #[test]
    fn every_format_has_exactly_one_reader() {
        for format in Format::ALL {
            let readers = READERS.iter().filter(|reader| reader.format == *format).count();
            assert_eq!(readers, 1, "{format}");
        }
        assert_eq!(READERS.len(), Format::ALL.len());
    }

    /// Not the order of the readers decides what a fixture is.
    #[test]
    fn every_fixture_is_recognised_by_one_reader_alone() {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/fixtures");
        for format in Format::ALL {
            let mut read = 0;
            for entry in std::fs::read_dir(fixtures.join(format.id())).unwrap() {
                let path = entry.unwrap().path();
                if path.to_string_lossy().ends_with(".expected.json") {
                    continue;
                }
                let bytes = std::fs::read(&path).unwrap();
                let decoded = encoding::decode(&bytes, None);
                let content = Content::new(&Arc::from("a"), &decoded.text);
                let by = READERS.iter().filter(|reader| (reader.recognise)(&content).is_some());
                let by: Vec<Format> = by.map(|reader| reader.format).collect();
                assert_eq!(by, [*format], "{}", path.display());
                read += 1;
            }
            assert!(read > 0, "{format}");
        }
    }
}
