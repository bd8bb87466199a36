//! What the pages say beside their headings, page by page.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::plan::Journey;

/// What the first page says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeTexts {
    pub title: String,
    pub about: String,
    pub recent: String,
    pub open: String,
    pub no_recent: String,
    pub drop: String,
    pub drop_about: String,
    /// What a screen reader says of the drop zone.
    pub choose: String,
    pub no_report: String,
    pub capture: String,
    pub no_device: String,
    pub no_device_about: String,
    pub demo: String,
    pub keys: String,
}

/// What the pages say beside their headings.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Texts {
    pub help: Vec<String>,
    /// The least work that opens a path, and the look ahead.
    pub fixes: FixTexts,
    pub interview: InterviewTexts,
    pub reading: ReadingTexts,
    pub drop: DropTexts,
    pub conflict: ConflictTexts,
    pub sorting: SortingTexts,
    pub own_rules: OwnRulesTexts,
    /// Below a question that the package settings answer.
    pub package_says_yes: String,
    pub package_says_no: String,
    pub joins: JoinTexts,
    pub book: BookTexts,
    /// Why the Organization page asks.
    pub why_answers: Vec<String>,
    pub at_hand: AtHand,
    /// How to take a dsregcmd report.
    pub capture: String,
    pub scan: ScanWords,
    /// The page "Capture from a device".
    pub capturing: CaptureWords,
    /// What proves an enrollment, which a report cannot.
    pub enrolled: String,
    pub enrolled_proof: Vec<String>,
    /// What is said below every mirrored screen.
    pub replica: String,
    pub product_key: ProductKeyWords,
    pub this_computer: ThisComputer,
}

/// What is said of a product key whose group was told.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProductKeyWords {
    /// With the holes `{edition}` and `{channel}`.
    pub of_edition: String,
    /// With the hole `{group}`.
    pub of_unknown: String,
}

/// The question whether this computer is the device.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ThisComputer {
    /// The card on the first page.
    pub card: String,
    pub about: String,
    pub button: String,
    pub ask: String,
    /// What each answer does.
    pub explain: String,
    pub device: String,
    pub bench: String,
    /// What is said once it was the bench.
    pub left: String,
}

/// What the scan field says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScanWords {
    pub title: String,
    pub about: String,
    pub label: String,
    pub hint: String,
    pub question: String,
    pub ask_again: String,
    /// Of a code with another serial number than the device has.
    pub other: OtherWords,
    /// Stands behind what a plan has no place for.
    pub not_kept: String,
    pub taken_back: String,
    pub left_out: String,
    /// Codes that were left out, too; {n} is how many.
    pub left_out_too: String,
    /// Stands behind a code that nobody said the meaning of.
    pub dropped: String,
    /// Stands before what came from the scanner.
    pub arrived: String,
    /// Stands before the name of the source that says the same.
    pub same_as: String,
    pub differs: String,
    /// The serial number of the label is not that of the firmware.
    pub board: String,
    /// The two differ as two keyboard layouts do.
    pub layout: String,
}

/// The question whether a label is of the next device.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherWords {
    pub question: String,
    /// {known} is the serial number of the device, {scanned} that of the code.
    pub about: String,
    pub next: String,
    pub correction: String,
    pub keep: String,
    /// {n} is how many codes wait.
    pub waiting: String,
}

/// What "Capture from a device" says. A step that ends in a colon is followed
/// by the command.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaptureWords {
    pub title: String,
    pub about: String,
    pub powershell: String,
    pub prompt: String,
    pub powershell_steps: Vec<String>,
    pub prompt_steps: Vec<String>,
    pub save: String,
    pub copy: String,
    pub copied: String,
    pub saved: String,
    pub code_title: String,
    pub powershell_code: String,
    pub prompt_code: String,
    pub copy_line: String,
    pub line_copied: String,
}

/// What is said about fixes on the Eligibility page. `{}` is where a path, a
/// finding or a list goes.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FixTexts {
    /// Above the join paths.
    pub paths: String,
    pub title: String,
    pub about: String,
    /// The name of a switch that supposes one fix to be done.
    pub suppose: String,
    pub suppose_all: String,
    pub then: String,
    pub clear: String,
    pub comes_up: String,
    /// On a finding: what its fix costs.
    pub takes: String,
    pub what_if: String,
    pub stop_supposing: String,
}

/// What the interview says; `{n}` is a number, `{}` the label of a field.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InterviewTexts {
    pub begin: String,
    pub about: String,
    pub left: String,
    pub field: String,
    pub take: String,
    pub not_known: String,
    pub end: String,
    pub settled: String,
    pub open: String,
}

/// What is said about files that are read; `{}` is their name, `{n}` their
/// number, `{why}` what the system says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingTexts {
    pub gone: String,
    pub denied: String,
    pub unreadable: String,
    /// A named pipe: opening it would wait for a writer.
    pub no_file: String,
    pub empty_folder: String,
    /// A product key where a report belongs.
    pub product_key: String,
    /// More files failed than are named.
    pub more: String,
    /// Files of a folder were passed over.
    pub no_reports: String,
    /// On pages that do not list reports.
    pub read: String,
}

/// What is said while files hang over the window; `{n}` is their number.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DropTexts {
    pub one: String,
    pub several: String,
    pub about: String,
}

/// What is said where sources differ; `{}` and `{field}` are the label of a
/// field, `{value}` is what a source says.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConflictTexts {
    pub title: String,
    pub about: String,
    pub settled_title: String,
    pub settled_about: String,
    pub in_force: String,
    pub take: String,
    pub name: String,
}

/// What is said where files speak of several devices; `{n}` and `{all}` are
/// numbers, `{}` the name of a file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SortingTexts {
    pub title: String,
    pub about: String,
    pub piles: String,
    pub unnamed: String,
    pub of_plan: String,
    pub take: String,
    pub add: String,
    pub left_aside: String,
    pub search: String,
    pub count: String,
    pub line: String,
    pub no_row: String,
    pub more: String,
    pub columns: String,
    pub columns_about: String,
    pub not_read: String,
    pub forget: String,
    pub show_columns: String,
    pub nothing_added: String,
    pub leave: String,
}

/// What the settings say about the organization's own rules; `{n}` is their
/// number, `{}` a fault.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnRulesTexts {
    pub label: String,
    pub none: String,
    pub choose: String,
    pub forget: String,
    pub about: String,
    pub in_use: String,
    pub refused: String,
}

/// What is said on the page "Which join fits". `{}` is where names go.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JoinTexts {
    pub choose: String,
    pub clear: String,
    /// What the device of the plan tells by itself.
    pub told: String,
    pub nothing_title: String,
    pub nothing: String,
    /// No join is possible for such a device.
    pub none_title: String,
    pub fits: String,
    /// The same with the join, where there is no room for more.
    pub fits_best: String,
    /// A situation that is about another device.
    pub apart: String,
    pub by_path: String,
    pub also: String,
    pub others: String,
    pub possible: String,
    pub not_for_this: String,
    pub compare: String,
    pub paths: String,
    pub paths_about: String,
    pub sources: String,
    /// The way on without a plan, by journey.
    pub start: BTreeMap<Journey, String>,
    /// The way on in the open plan, by the journey that fits.
    pub go_on: BTreeMap<Journey, String>,
    /// The open plan has the journey that fits.
    pub stay: String,
    /// On the Eligibility page: the alternative to every join.
    pub registration: String,
    pub which: String,
}

/// What is said on the page of the rule book.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BookTexts {
    pub search: String,
    pub example: String,
    pub path: String,
    pub any_path: String,
    pub task: String,
    pub any_task: String,
    /// `{n}` rules are shown of `{all}`.
    pub count: String,
    pub own_only: String,
    pub clear: String,
    pub nothing: String,
    pub one_path: String,
    pub paths: String,
    pub all_paths: String,
    /// The name of the link on a finding.
    pub open: String,
}

/// What a person needs beside the device, by circumstance.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AtHand {
    pub internet: String,
    pub security_key: String,
    pub access_pass: String,
    pub password: String,
    pub phone: String,
    pub no_method: String,
    pub federation: String,
    pub administrator: String,
}
