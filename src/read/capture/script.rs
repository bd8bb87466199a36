//! The scripts themselves, as a person takes them to a device.

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/capture/"]
struct Scripts;

/// A script that collects what the rules need.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Script {
    /// For Windows PowerShell 5.1 and PowerShell 7.
    #[default]
    PowerShell,
    /// For the command prompt, where PowerShell is blocked or during setup.
    CommandPrompt,
}

impl Script {
    pub const ALL: [Self; 2] = [Self::PowerShell, Self::CommandPrompt];

    /// The name of its file.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::PowerShell => "joinbench-capture.ps1",
            Self::CommandPrompt => "joinbench-capture.cmd",
        }
    }

    /// What to type on the device where its file lies.
    #[must_use]
    pub const fn command(self) -> &'static str {
        match self {
            Self::PowerShell => "powershell -ExecutionPolicy Bypass -File joinbench-capture.ps1",
            Self::CommandPrompt => "joinbench-capture.cmd",
        }
    }

    /// The whole script, with the line ends of Windows: the command prompt
    /// loses its labels without them.
    #[must_use]
    pub fn text(self) -> String {
        lines(self.file_name()).join("\r\n") + "\r\n"
    }

    /// A short form in one line, which a scanner can type and a phone can read.
    #[must_use]
    pub fn line(self) -> String {
        let (name, comment, between) = match self {
            Self::PowerShell => ("line.ps1", "#", ""),
            Self::CommandPrompt => ("line.cmd", "rem ", "&"),
        };
        let mut lines = lines(name);
        lines.retain(|line| !line.is_empty() && !line.starts_with(comment));
        lines.join(between)
    }
}

/// The lines of a file; empty in a faulty build, which a test finds.
fn lines(name: &str) -> Vec<String> {
    let file = Scripts::get(name);
    let text = file.map(|file| String::from_utf8_lossy(&file.data).into_owned());
    text.unwrap_or_default().lines().map(str::to_owned).collect()
}
