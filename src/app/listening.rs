//! The keys of a scanner before the page sees them. Each code ends on its own,
//! however many came in one frame, and none is lost because nothing had the
//! keyboard.

use egui::{Event, FocusDirection, Key, Memory, Ui};

use super::pages::scan::input_id;
use super::scanner::Scanner;

/// What separates the parts of a code (FNC1, group separator). Scanners press
/// Ctrl and ] for it, of which no text comes.
const GROUP: &str = "\u{1d}";

/// What the scan field keeps of the keyboard from frame to frame.
#[derive(Debug, Default)]
pub struct Keys {
    /// Keys behind the end of a code: each code gets a frame of its own, so that
    /// what the first one changed is known when the next one is read.
    held: Vec<Event>,
    /// The code in the field is whole in this frame.
    pub ended: bool,
    /// When the field was drawn last.
    drawn: Option<u64>,
    /// For how many frames nothing had the keyboard.
    idle: u32,
    /// A person pressed Escape to leave the field.
    left: bool,
}

impl Keys {
    /// Whether the field was not there a frame ago.
    fn appears(&mut self, pass: u64) -> bool {
        let before = self.drawn.replace(pass);
        before.is_none_or(|before| before + 1 < pass)
    }
}

/// Looks at the keys of this frame, on the Device page with nothing over it.
pub(super) fn listen(ui: &Ui, scanner: &mut Scanner) {
    let held = begin(scanner);
    let here = ui.memory(Memory::focused) == Some(input_id());
    // Somebody types elsewhere: the rest of a code has no business there.
    if !here && (ui.ctx().text_edit_focused() || egui::Popup::is_any_open(ui.ctx())) {
        return;
    }
    ui.input_mut(|input| drop(input.events.splice(0..0, held)));
    if here {
        hear(ui, scanner);
    } else {
        catch(ui, scanner);
    }
}

/// Starts a frame; gives what the last one held back.
pub(super) fn begin(scanner: &mut Scanner) -> Vec<Event> {
    scanner.keys.ended = false;
    scanner.begin_frame();
    std::mem::take(&mut scanner.keys.held)
}

/// The field has the keyboard: the first end of a code ends it here and now.
fn hear(ui: &Ui, scanner: &mut Scanner) {
    let now = ui.input(|input| input.time);
    let (mut kept, mut letters, mut leaves) = (Vec::new(), 0, false);
    for event in ui.input_mut(|input| std::mem::take(&mut input.events)) {
        if scanner.keys.ended && is_of_keyboard(&event) {
            scanner.keys.held.push(event);
            continue;
        }
        let fast = scanner.is_fast(letters, now);
        match &event {
            _ if leaves => kept.push(event),
            Event::Text(text) => {
                letters += text.chars().count();
                kept.push(event);
            }
            _ if is_group(&event, fast) => {
                letters += 1;
                kept.push(Event::Text(GROUP.to_owned()));
            }
            Event::Key { key: Key::Enter, pressed: true, .. } => scanner.keys.ended = true,
            // A person leaves the field with Tab; a scanner may end a code with it.
            Event::Key { key: Key::Tab, pressed: true, modifiers, .. } => {
                scanner.keys.ended = fast && modifiers.is_none();
                leaves = !scanner.keys.ended;
                ui.memory_mut(|memory| memory.move_focus(way(scanner.keys.ended, modifiers.shift)));
                if leaves {
                    kept.push(event);
                }
            }
            _ => kept.push(event),
        }
    }
    ui.input_mut(|input| input.events = kept);
    if !scanner.keys.held.is_empty() {
        ui.ctx().request_repaint();
    }
}

/// Where Tab sends the keyboard.
fn way(ends: bool, shift: bool) -> FocusDirection {
    match (ends, shift) {
        (true, _) => FocusDirection::None,
        (false, true) => FocusDirection::Previous,
        (false, false) => FocusDirection::Next,
    }
}

/// Letters come, and no input has the keyboard: they are a scan. They wait until
/// the field has the keyboard, so that none is lost and Enter presses nothing.
fn catch(ui: &Ui, scanner: &mut Scanner) {
    // A blank presses the button that has the keyboard; ? shows the keys.
    let is_letter = |event: &Event| matches!(event, Event::Text(text) if !text.trim().is_empty() && text != "?");
    let events = ui.input_mut(|input| std::mem::take(&mut input.events));
    let first = events.iter().position(is_letter).unwrap_or(events.len());
    let waits = |place: usize, event: &Event| place >= first && is_of_keyboard(event);
    let (mut kept, mut tab) = (Vec::new(), false);
    for (place, event) in events.into_iter().enumerate() {
        if waits(place, &event) {
            tab |= matches!(event, Event::Key { key: Key::Tab, pressed: true, .. });
            scanner.keys.held.push(event);
        } else {
            kept.push(event);
        }
    }
    ui.input_mut(|input| input.events = kept);
    if scanner.keys.held.is_empty() {
        return;
    }
    if tab {
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    ui.memory_mut(|memory| memory.request_focus(input_id()));
    ui.ctx().request_repaint();
}

/// Where the computer's keyboard has another sign on that key, as + in Germany,
/// only a scan means it.
fn is_group(event: &Event, fast: bool) -> bool {
    let Event::Key { key, physical_key, pressed: true, modifiers, .. } = event else {
        return false;
    };
    let there = *physical_key == Some(Key::CloseBracket);
    (modifiers.ctrl || modifiers.command)
        && !modifiers.alt
        && (*key == Key::CloseBracket || (fast && there))
}

fn is_of_keyboard(event: &Event) -> bool {
    matches!(event, Event::Text(_) | Event::Key { .. } | Event::Paste(_) | Event::Ime(_))
}

/// The field takes the keyboard when its page opens, and when nothing has it
/// any more, as after a click beside everything. Escape leaves it all the same.
pub fn keep_keyboard(ui: &Ui, keys: &mut Keys, is_asked_elsewhere: bool) {
    let appears = keys.appears(ui.ctx().cumulative_pass_nr());
    let is_free = ui.memory(|memory| memory.focused().is_none());
    let (escaped, clicked, held) = ui.input(|input| {
        (input.key_pressed(Key::Escape), input.pointer.any_click(), input.pointer.any_down())
    });
    if !ui.memory(|memory| memory.allows_interaction(ui.layer_id())) {
        return;
    }
    keys.left = is_free && !clicked && (keys.left || escaped);
    keys.idle = if is_free { keys.idle.saturating_add(1) } else { 0 };
    let waits = keys.left || held || egui::Popup::is_any_open(ui.ctx());
    if is_asked_elsewhere || !(appears || (is_free && !waits)) {
        return;
    }
    // What lay over the page gives the keyboard back first.
    if appears || keys.idle > 1 {
        ui.memory_mut(|memory| memory.request_focus(input_id()));
    }
    ui.ctx().request_repaint();
}
