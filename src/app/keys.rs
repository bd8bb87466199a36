//! The keyboard: shortcuts that work on every page.

use egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::desk::{Action, Overlay};
use super::dialogs::Ask;
use super::guide::Guide;
use super::listening;
use super::pages::{self, capture, scan};
use super::window::Window;
use crate::plan::{Command, Journey, Step};

/// A shortcut and what it does, as the list of shortcuts shows it.
pub struct Shortcut {
    pub keys: &'static str,
    pub does: &'static str,
}

/// Every shortcut, in the order of the list.
pub const SHORTCUTS: &[Shortcut] = &[
    Shortcut { keys: "1 to 5", does: "On the first page: choose a way in" },
    Shortcut {
        keys: "Enter",
        does: "The main button of the page; on the Device page it ends a scan",
    },
    Shortcut { keys: "Alt Left / Right", does: "Step back or forward" },
    Shortcut { keys: "Ctrl O", does: "Open a plan" },
    Shortcut { keys: "Ctrl S", does: "Save now (every change is saved anyway)" },
    Shortcut { keys: "Ctrl Z / Shift Z", does: "Undo or redo" },
    Shortcut { keys: "Ctrl R", does: "Rule book" },
    Shortcut { keys: "Ctrl J", does: "Which join fits" },
    Shortcut { keys: "Ctrl F", does: "Search, where there is a search" },
    Shortcut { keys: "Ctrl B", does: "To the scan field of the Device page" },
    Shortcut { keys: "F5", does: "Check again" },
    Shortcut { keys: "Ctrl + / - / 0", does: "Larger, smaller, normal text" },
    Shortcut { keys: "F1", does: "Help" },
    Shortcut { keys: "?", does: "This list" },
    Shortcut { keys: "Esc", does: "Close what lies on top" },
];

const OPEN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::O);
const SAVE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::S);
const UNDO: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Z);
const REDO: KeyboardShortcut =
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Z);
const BOOK: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::R);
const JOINS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::J);
const FIND: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::F);
const SCAN: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::B);
const BACK: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft);
const FORWARD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight);

/// Turns keys into actions.
pub(super) fn handle(ui: &Ui, window: &mut Window) {
    if listens(window) {
        listening::listen(ui, &mut window.desk.scanner);
    } else {
        listening::begin(&mut window.desk.scanner);
    }
    let pressed = |shortcut: KeyboardShortcut| pressed(ui, shortcut);
    let typing = ui.ctx().text_edit_focused();
    // The empty scan field always has the keyboard, and no letters to undo.
    let scanning = ui.memory(egui::Memory::focused) == Some(scan::input_id())
        && window.desk.scanner.text.is_empty();
    let desk = &mut window.desk;
    // Redo first: its keys contain those of undo.
    if pressed(REDO) {
        desk.send(Action::Redo);
    }
    // An input that has the keyboard undoes its own letters.
    if (!typing || scanning) && pressed(UNDO) {
        desk.send(Action::Undo);
    }
    if pressed(OPEN) {
        desk.send(Action::Pick(Ask::Plan));
    }
    if pressed(SAVE) {
        desk.send(Action::SaveNow);
    }
    if ui.input(|i| i.key_pressed(Key::F1)) {
        desk.send(Action::Show(Overlay::Help));
    }
    if ui.input(|i| i.key_pressed(Key::F5)) {
        desk.send(Action::Recheck);
    }
    if !typing
        && ui.input(|i| i.events.iter().any(|e| matches!(e, egui::Event::Text(t) if t == "?")))
    {
        desk.send(Action::Show(Overlay::Shortcuts));
    }
    // A list of choices closes by itself.
    if ui.input(|i| i.key_pressed(Key::Escape)) && !egui::Popup::is_any_open(ui.ctx()) {
        desk.send(match (&window.overlay, &window.sorting) {
            (Some(_), _) => Action::CloseOverlay,
            // Out of the search first: the files are not lost by one key too many.
            (None, Some(_)) if !window.was_typing => Action::CloseSorting,
            (None, _) => Action::Dismiss,
        });
    }
    // Somebody has to say which device is meant first.
    if let Some(sorting) = &window.sorting {
        if let Some(list) = sorting.lists.first()
            && pressed(FIND)
        {
            desk.send(Action::JumpTo(pages::sorting::search_id(*list)));
        }
        return;
    }
    copy_script(ui, window);
    if guides(ui, window) {
        return;
    }
    if let Some(bench) = &window.bench {
        let plan = bench.plan();
        if plan.journey.steps().contains(&Step::Device) && pressed(SCAN) {
            window.desk.run(Command::Go(Step::Device));
            window.desk.send(Action::JumpTo(scan::input_id()));
        }
        if pressed(BACK) {
            window.desk.send(match plan.journey.before(plan.step) {
                Some(step) => Action::Do(Command::Go(step)),
                None => Action::Home,
            });
        }
        if pressed(FORWARD)
            && let Some(step) = plan.journey.after(plan.step)
        {
            window.desk.run(Command::Go(step));
        }
    } else if !typing && window.overlay.is_none() {
        home_digits(ui, window);
    }
}

/// Whether the Device page lies on top.
fn listens(window: &Window) -> bool {
    let at_device = window.bench.as_ref().is_some_and(|bench| bench.plan().step == Step::Device);
    at_device
        && window.overlay.is_none()
        && window.sorting.is_none()
        && window.desk.shelf.open.is_none()
}

fn pressed(ui: &Ui, shortcut: KeyboardShortcut) -> bool {
    ui.input_mut(|input| input.consume_shortcut(&shortcut))
}

/// The keys of guides. One that is open takes those of the page below it.
fn guides(ui: &Ui, window: &mut Window) -> bool {
    let pressed = |shortcut: KeyboardShortcut| pressed(ui, shortcut);
    let desk = &mut window.desk;
    if pressed(BOOK) {
        desk.read(Guide::Rules);
    }
    if pressed(JOINS) {
        desk.read(Guide::Joins);
    }
    let Some(guide) = desk.shelf.open else { return false };
    if guide == Guide::Rules && pressed(FIND) {
        desk.send(Action::JumpTo(pages::book::search_id()));
    }
    if pressed(BACK) || pressed(FORWARD) {
        desk.close_guide();
    }
    true
}

/// Under "Capture from a device", Ctrl C copies the script.
fn copy_script(ui: &Ui, window: &mut Window) {
    let asked = ui.input(|i| i.events.iter().any(|event| matches!(event, egui::Event::Copy)));
    if window.overlay == Some(Overlay::Capture) && asked && !ui.ctx().text_edit_focused() {
        capture::copy(&window.around.words.texts.capturing, &mut window.desk);
    }
}

fn home_digits(ui: &Ui, window: &mut Window) {
    for (key, action) in [
        (Key::Num1, Action::Start(Journey::NewDevice)),
        (Key::Num2, Action::Start(Journey::DeviceInUse)),
        (Key::Num3, Action::Rehearse(Journey::NewDevice)),
        (Key::Num4, Action::Start(Journey::Proof)),
        (Key::Num5, Action::ThisComputer),
    ] {
        if ui.input(|i| i.key_pressed(key) && i.modifiers.is_none()) {
            window.desk.send(action);
        }
    }
}
