//! What can be typed behind `joinbench`.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use jiff::civil::Date;
use uuid::Uuid;

use super::fail::Fail;
use crate::check::JoinPath;
use crate::package::ExportKind;
use crate::read::{Encoding, Format};
use crate::verify::Expect;

/// Takes a Windows device to a proven Microsoft Entra join, without a network.
#[derive(Debug, Parser)]
#[command(name = "joinbench", version, after_help = EXIT_CODES)]
pub struct Args {
    /// Open the window with this plan, or with a report that it reads
    pub plan: Option<PathBuf>,

    #[command(subcommand)]
    pub command: Option<Command>,

    /// Print one JSON document on standard output, and nothing else there
    #[arg(long, global = true)]
    pub json: bool,

    /// Answer as on this day instead of today
    #[arg(long, global = true, value_name = "YYYY-MM-DD", value_parser = day)]
    pub today: Option<Date>,
}

const EXIT_CODES: &str = "\
Without a command the window opens. FILE can be - for standard input.

Exit codes:
  0  yes, or done
  1  no: the device cannot join now, or is not joined as expected
  2  could not be used: bad arguments, unreadable input, nothing recognized
  3  undecided: something that decides is not known";

/// The formats, by the names that people know.
fn what_is_read() -> String {
    let titles = |lists: bool| {
        let formats = Format::ALL.iter().filter(move |format| format.is_list() == lists);
        let lines: Vec<String> = formats.map(|format| format!("  {}", format.title())).collect();
        lines.join("\n")
    };
    format!(
        "Reports that are read, alone or several in one file:\n{}\n\nLists, as text or as a \
         workbook:\n{}",
        titles(false),
        titles(true)
    )
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// What reports and lists say about one device
    #[command(after_help = what_is_read())]
    Read(ReadArgs),
    /// Whether the device can join, by which path, and what to fix first
    Check(CheckArgs),
    /// Whether dsregcmd reports prove the join
    Verify(VerifyArgs),
    /// Autopilot hardware hashes decoded and checked
    Hash(HashArgs),
    /// Write the files of a plan: the package, the record, the device list
    Export(ExportArgs),
    /// The script that collects on a device what the rules need
    Capture(CaptureArgs),
    /// The Contoso demo, in the window or written to a folder
    Demo(DemoArgs),
    /// What this computer says of itself
    Probe,
    /// Every rule with its sources
    Rules(RulesArgs),
    /// Which join fits a situation: Entra join, hybrid join or registration
    Joins(JoinsArgs),
}

#[derive(Debug, clap::Args)]
pub struct ReadArgs {
    /// Reports about one device, lists that it is in, or folders with such files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// The encoding of the files, where it is guessed wrong
    #[arg(long, value_name = "ENCODING", value_parser = encoding)]
    pub encoding: Option<Encoding>,

    /// The device that is meant where there are several: its serial number, name or ID
    #[arg(long, value_name = "SERIAL|NAME")]
    pub device: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct CheckArgs {
    /// Reports about one device, lists that it is in, or folders with such files
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// The encoding of the files, where it is guessed wrong
    #[arg(long, value_name = "ENCODING", value_parser = encoding)]
    pub encoding: Option<Encoding>,

    /// The device that is meant where there are several: its serial number, name or ID
    #[arg(long, value_name = "SERIAL|NAME")]
    pub device: Option<String>,

    /// Let verdict and exit code speak of this join path only
    #[arg(long, value_parser = join_path)]
    pub path: Option<JoinPath>,

    /// What is known of the organization
    #[arg(long, value_name = "ORG.ron")]
    pub org: Option<PathBuf>,

    /// A folder with rules to add, or to put in place of those with the same id
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,

    /// Also tell the answer as if the fixes of these rules were done
    #[arg(long, value_name = "RULE,...", value_delimiter = ',')]
    pub if_fixed: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    /// Reports of dsregcmd /status from one device; several are merged
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// The encoding of the files, where it is guessed wrong
    #[arg(long, value_name = "ENCODING", value_parser = encoding)]
    pub encoding: Option<Encoding>,

    /// The tenant that the device should belong to
    #[arg(long, value_name = "ID", value_parser = tenant)]
    pub tenant: Option<Uuid>,

    /// The state that is wanted
    #[arg(long, value_name = "entra|hybrid", value_parser = expect, default_value = "entra")]
    pub expect: Expect,

    /// Take the tenant from this organization
    #[arg(long, value_name = "ORG.ron")]
    pub org: Option<PathBuf>,

    /// The device that is meant where there are several: its serial number, name or ID
    #[arg(long, value_name = "SERIAL|NAME")]
    pub device: Option<String>,
}

#[derive(Debug, clap::Args)]
pub struct HashArgs {
    /// An Autopilot CSV, or a text with a hash a line
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct ExportArgs {
    /// The plan
    #[arg(value_name = "PLAN")]
    pub plan: PathBuf,

    /// The folder to write into
    #[arg(long, value_name = "DIR")]
    pub to: PathBuf,

    /// Only these: customizations, build, devices, readme, handover, package
    #[arg(long, value_name = "KIND,...", value_delimiter = ',', value_parser = export_kind)]
    pub only: Vec<ExportKind>,

    /// A RON file with the secrets to write into customizations.xml
    #[arg(long, value_name = "FILE")]
    pub with_secrets: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct CaptureArgs {
    /// The script for the command prompt instead of the one for PowerShell
    #[arg(long)]
    pub cmd: bool,

    /// The short form in one line, as in the QR code
    #[arg(long)]
    pub line: bool,

    /// Write it into this file instead of printing it
    #[arg(long, value_name = "FILE")]
    pub to: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct DemoArgs {
    /// Write every file of the demo into this folder and open no window
    #[arg(long, value_name = "DIR")]
    pub to: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct RulesArgs {
    /// Print them as Markdown
    #[arg(long)]
    pub markdown: bool,

    /// A folder with rules to add, or to put in place of those with the same id
    #[arg(long, value_name = "DIR")]
    pub rules: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct JoinsArgs {
    /// What is so; without it the joins and the situations are listed
    #[arg(long, value_name = "ID,...", value_delimiter = ',')]
    pub situation: Vec<String>,
}

/// What was asked for.
pub enum Asked {
    Run(Box<Args>),
    /// The help or the version, ready to print.
    Tell(String),
}

/// Reads the arguments, the first of which is the program's name.
pub fn parse(arguments: &[OsString]) -> Result<Asked, Fail> {
    match Args::try_parse_from(arguments) {
        Ok(args) => Ok(Asked::Run(Box::new(args))),
        Err(fault) => match fault.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                Ok(Asked::Tell(fault.render().to_string()))
            }
            _ => Err(misused(&fault, arguments)),
        },
    }
}

/// Whether JSON was asked for, also where the arguments cannot be read.
pub fn wants_json(arguments: &[OsString]) -> bool {
    arguments.iter().skip(1).take_while(|one| *one != "--").any(|one| one == "--json")
}

/// clap's words as one problem and one way out.
fn misused(fault: &clap::Error, arguments: &[OsString]) -> Fail {
    if let Some(word) = first_word(arguments)
        && subcommand(arguments).is_none()
        && !Path::new(&word).exists()
    {
        return unknown(&word);
    }
    let text = fault.render().to_string();
    let mut paragraphs = text.split("\n\n").map(str::trim);
    let first = paragraphs.next().unwrap_or_default().trim_start_matches("error: ");
    let message = first.split_whitespace().collect::<Vec<_>>().join(" ");
    let tip = paragraphs
        .find_map(|paragraph| paragraph.strip_prefix("tip: "))
        .filter(|tip| tip.contains("similar"));
    let help = match subcommand(arguments) {
        Some(name) => format!("joinbench {name} --help"),
        None => "joinbench --help".to_owned(),
    };
    let hint = tip.map_or_else(|| help.clone(), |tip| format!("{help} ({tip})"));
    Fail::Misused { message, hint }
}

/// The first argument that is a command.
fn subcommand(arguments: &[OsString]) -> Option<String> {
    let known = Args::command();
    let mut named = arguments.iter().skip(1).filter_map(|one| one.to_str());
    named.find(|name| known.find_subcommand(name).is_some()).map(str::to_owned)
}

/// The first argument that is no option.
fn first_word(arguments: &[OsString]) -> Option<String> {
    let mut words = arguments.iter().skip(1).map(|one| one.to_string_lossy());
    words.find(|word| !word.starts_with('-')).map(std::borrow::Cow::into_owned)
}

/// What is said to a word that is neither a command nor a file.
pub fn unknown(typed: &str) -> Fail {
    Fail::NeitherCommandNorPlan { typed: typed.to_owned(), meant: meant(typed) }
}

/// The command that a mistyped word was probably meant for.
fn meant(typed: &str) -> Option<String> {
    let close = |name: &str| name.len() > 2 && distance(name, typed) <= 2;
    let known = Args::command();
    known.get_subcommands().map(clap::Command::get_name).find(|name| close(name)).map(str::to_owned)
}

/// How many letters have to be put in, taken out or changed.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (line, left) in a.chars().enumerate() {
        let mut next = vec![line + 1];
        for ((above, diagonal), right) in row.iter().skip(1).zip(&row).zip(&b) {
            let before = next.last().copied().unwrap_or_default();
            let change = diagonal + usize::from(left != *right);
            next.push(change.min(above + 1).min(before + 1));
        }
        row = next;
    }
    row.last().copied().unwrap_or_default()
}

fn day(typed: &str) -> Result<Date, String> {
    let shaped = typed.len() == 10;
    let read = typed.parse().ok().filter(|_| shaped);
    read.ok_or_else(|| "write a day as 2026-11-22".to_owned())
}

fn encoding(typed: &str) -> Result<Encoding, String> {
    Encoding::from_id(&typed.to_ascii_lowercase()).ok_or_else(|| {
        let ids: Vec<&str> = Encoding::ALL.iter().map(|encoding| encoding.id()).collect();
        format!("the encodings are {}", ids.join(", "))
    })
}

fn join_path(typed: &str) -> Result<JoinPath, String> {
    JoinPath::from_id(typed).ok_or_else(|| {
        let ids: Vec<&str> = JoinPath::ALL.iter().map(|path| path.id()).collect();
        let known = format!("the join paths are {}", ids.join(", "));
        if typed == "registration" {
            format!("registration is an alternative to a join, not a join path; {known}")
        } else {
            known
        }
    })
}

fn tenant(typed: &str) -> Result<Uuid, String> {
    Uuid::try_parse(typed.trim()).map_err(|_| {
        "a tenant ID is a GUID; dsregcmd /status shows it as TenantId, and so does the \
         overview of Microsoft Entra ID"
            .to_owned()
    })
}

fn expect(typed: &str) -> Result<Expect, String> {
    match typed {
        "entra" => Ok(Expect::Entra),
        "hybrid" => Ok(Expect::Hybrid),
        _ => Err("the states are entra and hybrid".to_owned()),
    }
}

fn export_kind(typed: &str) -> Result<ExportKind, String> {
    ExportKind::from_id(typed.trim()).ok_or_else(|| {
        let ids: Vec<&str> = ExportKind::ALL.iter().map(|kind| kind.id()).collect();
        format!("the kinds are {}", ids.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_mistyped_command_is_told_from_a_plan() {
        assert_eq!(meant("chek").as_deref(), Some("check"));
        assert_eq!(meant("verfiy").as_deref(), Some("verify"));
        assert_eq!(meant("laptop-042.joinplan"), None);
    }

    #[test]
    fn a_day_is_written_in_one_way() {
        assert!(day("2026-11-22").is_ok());
        for wrong in ["22.11.2026", "20261122", "2026-02-30", "tomorrow", "2026-11-22T10:00"] {
            assert!(day(wrong).is_err(), "{wrong}");
        }
    }
}
