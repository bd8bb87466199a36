//! The formats that are read, and the table by which they are told apart.
//!
//! A new report is a file with its own `READER`, a variant here, and a line in
//! [`READERS`]. The first reader that recognises a text reads it, so the more
//! particular formats stand first. A new list is a variant here and an entry in
//! `wizard/formats/lists.ron`; [`super::table`] reads it.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::content::Content;
use super::findings::Findings;
use super::{
    about, capture, cim, computerinfo, dsregcmd, dxdiag, glpi, hash, msinfo, readiness, readings,
    systeminfo, tpm,
};
use crate::device::UnknownKey;

/// A format of a report or of a list.
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
    /// `Get-CimInstance` or `wmic`, as they print on a console.
    CimText,
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
    /// What the button Copy of Settings > System > About writes.
    SettingsAbout,
    /// What `WhyNotWin11` exports.
    WhyNotWin11,
    /// The JSON inventory of the GLPI agent.
    GlpiJson,
    /// `joinbench read --json` or `joinbench probe --json`.
    Readings,
    /// What the capture scripts of this program write.
    JoinbenchCapture,
    /// The hardware hashes that are imported for Windows Autopilot, or one alone.
    AutopilotCsv,
    /// The Windows Autopilot devices that Intune exports.
    AutopilotPortalCsv,
    /// Manufacturer, model and serial number, as Intune takes them.
    CorporateIdentifiers,
    /// All devices that Intune exports.
    IntuneDevices,
    /// The devices of the report Work from anywhere of Intune.
    IntuneWorkFromAnywhere,
    /// The devices that Microsoft Entra exports.
    EntraDevices,
    /// A search that GLPI exports.
    GlpiCsv,
    /// A report of Lansweeper.
    Lansweeper,
    /// A report or query of Configuration Manager.
    ConfigMgr,
    /// Assets that Snipe-IT exports.
    SnipeIt,
    /// Any other table with columns of a device list.
    Table,
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
    readings::READER,
    readiness::READER,
    computerinfo::READER,
    glpi::READER,
    cim::READER,
    msinfo::NFO,
    dxdiag::XML,
    hash::READER,
    dxdiag::TEXT,
    about::READER,
    msinfo::TEXT,
    computerinfo::TEXT,
    tpm::TPMTOOL,
    tpm::GET_TPM,
    cim::TEXT,
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
        Self::CimText,
        Self::HardwareReadiness,
        Self::DxDiagText,
        Self::DxDiagXml,
        Self::TpmTool,
        Self::GetTpm,
        Self::SecureBoot,
        Self::SettingsAbout,
        Self::WhyNotWin11,
        Self::GlpiJson,
        Self::Readings,
        Self::JoinbenchCapture,
        Self::AutopilotCsv,
        Self::AutopilotPortalCsv,
        Self::CorporateIdentifiers,
        Self::IntuneDevices,
        Self::IntuneWorkFromAnywhere,
        Self::EntraDevices,
        Self::GlpiCsv,
        Self::Lansweeper,
        Self::ConfigMgr,
        Self::SnipeIt,
        Self::Table,
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
            Self::CimText => "cim-text",
            Self::HardwareReadiness => "hardware-readiness",
            Self::DxDiagText => "dxdiag-text",
            Self::DxDiagXml => "dxdiag-xml",
            Self::TpmTool => "tpmtool",
            Self::GetTpm => "get-tpm",
            Self::SecureBoot => "secure-boot",
            Self::SettingsAbout => "settings-about",
            Self::WhyNotWin11 => "whynotwin11",
            Self::GlpiJson => "glpi-json",
            Self::Readings => "readings",
            Self::JoinbenchCapture => "joinbench-capture",
            Self::AutopilotCsv => "autopilot-csv",
            Self::AutopilotPortalCsv => "autopilot-portal-csv",
            Self::CorporateIdentifiers => "corporate-identifiers",
            Self::IntuneDevices => "intune-devices",
            Self::IntuneWorkFromAnywhere => "intune-work-from-anywhere",
            Self::EntraDevices => "entra-devices",
            Self::GlpiCsv => "glpi-csv",
            Self::Lansweeper => "lansweeper",
            Self::ConfigMgr => "configmgr",
            Self::SnipeIt => "snipe-it",
            Self::Table => "table",
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
            Self::CimText => "Get-CimInstance or wmic",
            Self::HardwareReadiness => "HardwareReadiness.ps1",
            Self::DxDiagText => "dxdiag /t",
            Self::DxDiagXml => "dxdiag /x",
            Self::TpmTool => "tpmtool getdeviceinformation",
            Self::GetTpm => "Get-Tpm",
            Self::SecureBoot => "Confirm-SecureBootUEFI",
            Self::SettingsAbout => "Settings > System > About",
            Self::WhyNotWin11 => "WhyNotWin11",
            Self::GlpiJson => "GLPI inventory as JSON",
            Self::AutopilotCsv => "an Autopilot CSV or hardware hash",
            Self::Readings => "joinbench probe --json",
            Self::JoinbenchCapture => "a capture by Joinbench's script",
            Self::AutopilotPortalCsv => "Autopilot devices of Intune",
            Self::CorporateIdentifiers => "corporate identifiers for Windows",
            Self::IntuneDevices => "devices of Intune",
            Self::IntuneWorkFromAnywhere => "Work from anywhere of Intune",
            Self::EntraDevices => "devices of Microsoft Entra",
            Self::GlpiCsv => "a GLPI list",
            Self::Lansweeper => "a Lansweeper list",
            Self::ConfigMgr => "a Configuration Manager list",
            Self::SnipeIt => "a Snipe-IT list",
            Self::Table => "a table of devices",
        }
    }

    /// Whether it has a row for each device, and is read by [`super::table`].
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::WhyNotWin11
                | Self::AutopilotCsv
                | Self::AutopilotPortalCsv
                | Self::CorporateIdentifiers
                | Self::IntuneDevices
                | Self::IntuneWorkFromAnywhere
                | Self::EntraDevices
                | Self::GlpiCsv
                | Self::Lansweeper
                | Self::ConfigMgr
                | Self::SnipeIt
                | Self::Table
        )
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
    use crate::read::{encoding, table};

    #[test]
    fn every_format_is_found_by_its_id() {
        for format in Format::ALL {
            assert_eq!(Format::from_id(format.id()), Some(*format));
        }
    }

    #[test]
    fn every_report_has_exactly_one_reader_and_a_list_has_none() {
        for format in Format::ALL {
            let readers = READERS.iter().filter(|reader| reader.format == *format).count();
            // A hardware hash may also come alone.
            let alone = *format == Format::AutopilotCsv;
            assert_eq!(readers, usize::from(!format.is_list() || alone), "{format}");
        }
    }

    /// The formats that a text could be of. A plain table is what remains.
    fn could_be(content: &Content, text: &str) -> Vec<Format> {
        let by = READERS.iter().filter(|reader| (reader.recognise)(content).is_some());
        let mut by: Vec<Format> = by.map(|reader| reader.format).collect();
        by.extend(table::kinds(text));
        by
    }

    /// Not the order of the readers decides what a fixture is.
    #[test]
    fn every_fixture_is_recognised_by_one_reader_alone() {
        let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/fixtures");
        let mut doubtful = Vec::new();
        for format in Format::ALL {
            let mut read = 0;
            for entry in std::fs::read_dir(fixtures.join(format.id())).unwrap() {
                let path = entry.unwrap().path();
                if path.to_string_lossy().ends_with(".expected.json") {
                    continue;
                }
                let bytes = std::fs::read(&path).unwrap();
                read += 1;
                if bytes.starts_with(b"PK") {
                    continue;
                }
                let decoded = encoding::decode(&bytes, None);
                let content = Content::new(&Arc::from("a"), &*decoded.text);
                let remains = matches!(format, Format::Table | Format::CorporateIdentifiers);
                let expected: &[Format] = if remains { &[] } else { &[*format] };
                let found = could_be(&content, &decoded.text);
                if found != expected {
                    doubtful.push((path.display().to_string(), found));
                }
            }
            assert!(read > 0, "{format}");
        }
        assert!(doubtful.is_empty(), "{doubtful:#?}");
    }
}
