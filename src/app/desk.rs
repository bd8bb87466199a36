//! What pages get to see and what they can ask for.
//!
//! A page draws from a [`View`] and puts [`Action`]s on the [`Desk`]; it never
//! changes a plan.

use std::collections::BTreeSet;
use std::fmt;
use std::path::PathBuf;

use egui::{Id, IdMap};
use zeroize::Zeroizing;

use super::bench::Bench;
use super::dialogs::Ask;
use super::guide::Shelf;
use super::pages::capture::Capturing;
use super::scanner::Scanner;
use super::settings::ThemeChoice;
use super::words::Words;
use crate::check::{Fact, JoinPath, Report};
use crate::device::Reading;
use crate::package::SecretKind;
use crate::plan::{Command, Handbook, Journey, Plan};
use crate::read::Encoding;
use crate::read::table::Meaning;

/// Something a page wants done.
#[derive(Debug)]
pub enum Action {
    /// Change the plan.
    Do(Command),
    /// Change the plan from an input; a refusal is shown at that input.
    Edit {
        input: Id,
        command: Command,
    },
    /// What was scanned is of the next device: a new plan begins with it.
    NextDevice(Vec<Reading>),
    Undo,
    Redo,
    SaveNow,
    Home,
    Start(Journey),
    Demo,
    Rehearse(Journey),
    OpenPlan(PathBuf),
    Pick(Ask),
    /// Read the computer that this program runs on; asks first whether it is the device.
    ThisComputer,
    /// It is the device.
    ReadThisComputer,
    /// It is the bench: nothing is taken from it.
    LeaveThisComputer,
    /// Read text that was pasted.
    ReadText(String),
    /// Read a report once more, in this encoding.
    ReadAgain {
        source: String,
        encoding: Encoding,
    },
    Secret {
        kind: SecretKind,
        value: String,
    },
    Recheck,
    /// The screen of the walk is done; the window adds the time.
    TickScreen,
    Export,
    Copy(String),
    Theme(ThemeChoice),
    /// Look for rows in the lists that wait.
    SearchRows(String),
    /// Take the files of one of several devices.
    TakePile(usize),
    /// Take the row of a list that begins on this line.
    TakeRow {
        list: usize,
        line: u32,
    },
    /// Give a column of a list another meaning.
    Remap {
        list: usize,
        column: usize,
        meaning: Option<Meaning>,
    },
    ForgetMapping(usize),
    /// Show what the columns of a list are taken for.
    ShowColumns(String),
    CloseSorting,
    /// Go back to the rules that are built in.
    ForgetRules,
    Show(Overlay),
    CloseOverlay,
    Dismiss,
    CancelJob,
    /// Sends the keyboard to an input and scrolls it into view.
    JumpTo(Id),
}

/// What lies over a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overlay {
    Shortcuts,
    Help,
    Settings,
    /// Whether this computer is the device or the bench.
    ThisComputer,
    /// Scripts for the device, as text, as a file and as a code.
    Capture,
}

/// What a page draws from.
#[derive(Debug, Clone, Copy)]
pub struct View<'a> {
    pub bench: &'a Bench,
    pub handbook: &'a Handbook,
    pub words: &'a Words,
}

impl<'a> View<'a> {
    #[must_use]
    pub fn plan(&self) -> &'a Plan {
        self.bench.plan()
    }

    #[must_use]
    pub fn report(&self) -> &'a Report {
        self.bench.report()
    }
}

/// Which findings the Eligibility page lists.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum FindingFilter {
    #[default]
    NeedsAction,
    /// What stands in the way of other paths than the plan's.
    OtherPaths,
    Unknown,
    Passed,
}

/// A text that is secret while it is typed: wiped when dropped, and not shown
/// by `Debug`.
#[derive(Default)]
pub struct HiddenText(pub Zeroizing<String>);

impl fmt::Debug for HiddenText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("HiddenText([secret])")
    }
}

/// Where pages put their actions, and keep what is theirs alone.
#[derive(Debug, Default)]
pub struct Desk {
    pub actions: Vec<Action>,
    /// What is being typed and does not stand in the plan yet.
    drafts: IdMap<String>,
    /// Why an input was refused.
    refusals: IdMap<String>,
    /// Rows that are opened: findings, groups.
    open: BTreeSet<String>,
    pub filter: FindingFilter,
    /// The path whose fixes are shown; the plan's own when none was chosen.
    pub way_to: Option<JoinPath>,
    /// The ids of the rules whose fixes are supposed to be done, for a look ahead.
    pub supposed: BTreeSet<String>,
    /// The questions that were passed over, while the interview is on.
    pub interview: Option<BTreeSet<Fact>>,
    /// The guide that is open, and what the guides keep.
    pub shelf: Shelf,
    /// The text of the paste box.
    pub paste: String,
    /// What is being typed of a product key.
    pub product_key: HiddenText,
    /// The scan field of the Device page.
    pub scanner: Scanner,
    /// What is chosen under "Capture from a device".
    pub capturing: Capturing,
    /// The preview that is shown on the Export page.
    pub preview: usize,
    /// Where the keyboard goes on the next frame.
    pub focus_next: Option<Id>,
    /// Nothing had the keyboard when the last frame ended.
    pub was_free: bool,
}

impl Desk {
    pub fn send(&mut self, action: Action) {
        self.actions.push(action);
    }

    pub fn run(&mut self, command: Command) {
        self.actions.push(Action::Do(command));
    }

    /// The text an input shows: what is being typed, else what is known.
    #[must_use]
    pub fn draft(&self, input: Id, known: &str) -> String {
        self.drafts.get(&input).map_or_else(|| known.to_owned(), Clone::clone)
    }

    /// Keeps what is being typed.
    pub fn set_draft(&mut self, input: Id, text: String) {
        self.drafts.insert(input, text);
    }

    /// Why the input was refused.
    #[must_use]
    pub fn refusal(&self, input: Id) -> Option<&str> {
        self.refusals.get(&input).map(String::as_str)
    }

    /// The input is left: what was taken shows as it was understood; what was
    /// refused stays, with its reason.
    pub fn leave(&mut self, input: Id) {
        if !self.refusals.contains_key(&input) {
            self.drafts.remove(&input);
        }
    }

    /// Notes how an edit ended.
    pub fn settle(&mut self, input: Id, refusal: Option<String>) {
        match refusal {
            Some(reason) => self.refusals.insert(input, reason),
            None => self.refusals.remove(&input),
        };
    }

    /// Leaves a question of the interview open.
    pub fn pass_over(&mut self, fact: Fact) {
        if let Some(passed_over) = &mut self.interview {
            passed_over.insert(fact);
        }
    }

    /// Supposes that a rule's fix is done, or no longer.
    pub fn suppose(&mut self, rule: &str) {
        if !self.supposed.remove(rule) {
            self.supposed.insert(rule.to_owned());
        }
    }

    /// Forgets what was typed but not taken, and what was only supposed: after
    /// undo, or in another plan.
    pub fn clear_drafts(&mut self) {
        self.drafts.clear();
        self.refusals.clear();
        self.way_to = None;
        self.supposed.clear();
    }

    #[must_use]
    pub fn is_open(&self, row: &str) -> bool {
        self.open.contains(row)
    }

    pub fn toggle(&mut self, row: &str) {
        if !self.open.remove(row) {
            self.open.insert(row.to_owned());
        }
    }
}
