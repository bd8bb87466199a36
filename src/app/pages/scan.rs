//! The scan field of the Device page: one field that keeps the keyboard, takes
//! a code at Enter, and says what it was.

use egui::{Id, Key, Modifiers, Ui};

use super::input::take_focus;
use crate::app::desk::{Desk, View};
use crate::app::listening::keep_keyboard;
use crate::app::shell::announce;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Button, Card, Field, FieldNote, Icon, bold, card_title, key_cap, link, muted, show_note, small,
};
use crate::check::Labels;
use crate::device::{Conflict, Device, Field as DeviceField, Reading, Value};
use crate::plan::Command;
use crate::read::barcode::{Choice, SCANNED, Warning, differ_by_layout, words};

/// Where Ctrl B sends the keyboard.
pub fn input_id() -> Id {
    Id::unique("scan field")
}

/// The keys that take one of several ways to read a code.
const DIGITS: [(Key, &str); 4] =
    [(Key::Num1, "Ctrl 1"), (Key::Num2, "Ctrl 2"), (Key::Num3, "Ctrl 3"), (Key::Num4, "Ctrl 4")];

pub fn card(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let texts = &view.words.texts.scan;
    Card::default().show(ui, |ui| {
        card_title(ui, &texts.title, |ui| key_cap(ui, "Ctrl B"));
        choose_by_key(ui, desk);
        field(ui, &texts.label, &texts.hint, desk);
        outcome(ui, view, desk);
    });
}

/// Draws the field and takes the code when it is whole.
fn field(ui: &mut Ui, label: &str, hint: &str, desk: &mut Desk) {
    let now = ui.input(|input| input.time);
    let scanner = &mut desk.scanner;
    let input = Field::new(label, &mut scanner.text).id(input_id()).code().keeps_focus();
    let response = input.example(hint).show(ui).input;
    if response.changed() {
        scanner.typed(now);
    }
    if scanner.keys.ended {
        if let Some(choice) = scanner.end() {
            take(&choice, desk);
        }
        forget_letters(ui);
    }
    take_focus(ui, desk, &response);
    keep_keyboard(ui, &mut desk.scanner.keys, desk.focus_next.is_some());
}

/// The field could give back by undo what was typed, a product key too.
fn forget_letters(ui: &Ui) {
    if let Some(mut state) = egui::TextEdit::load_state(ui.ctx(), input_id()) {
        state.clear_undoer();
        state.store(ui.ctx(), input_id());
    }
}

fn take(choice: &Choice, desk: &mut Desk) {
    let readings = choice.readings();
    if !readings.is_empty() {
        desk.run(Command::Scan(readings));
    }
}

/// While a question is open, Ctrl and a digit answer it; the field keeps the
/// keyboard, so that the next scan cannot press a button.
fn choose_by_key(ui: &Ui, desk: &mut Desk) {
    let open = desk.scanner.question().len();
    for (index, (key, _)) in DIGITS.iter().enumerate().take(open) {
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, *key)) {
            answer(index, desk);
            return;
        }
    }
}

fn answer(index: usize, desk: &mut Desk) {
    if let Some(choice) = desk.scanner.choose(index) {
        take(&choice, desk);
    }
    desk.focus_next = Some(input_id());
}

/// What the last code was, or the question what it is.
fn outcome(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let Some(scan) = desk.scanner.last() else {
        small(ui, &view.words.texts.scan.about);
        return;
    };
    let warnings: Vec<Warning> = scan.warnings.clone();
    if let Some(choice) = desk.scanner.taken_choice().cloned() {
        let was_asked = scan.choices.len() > 1;
        taken(ui, view, &choice, was_asked, desk);
    } else if !desk.scanner.question().is_empty() {
        question(ui, view, desk);
    }
    for warning in warnings {
        show_note(ui, FieldNote::Warning(words().warning(warning)));
    }
}

fn taken(ui: &mut Ui, view: &View<'_>, choice: &Choice, was_asked: bool, desk: &mut Desk) {
    let device = &view.plan().device;
    let differs = choice.readings().iter().any(|reading| is_contradicted(device, reading));
    let (icon, tone) = if differs { (Icon::Warn, Tone::Warn) } else { (Icon::Good, Tone::Good) };
    ui.horizontal_wrapped(|ui| {
        icon.show(ui, 16.0, theme::of(ui).ink(tone));
        let label = bold(ui, &sentence(choice, &view.handbook.labels));
        announce(ui, &label);
    });
    let compared = compared(view, choice);
    small(ui, &format!("{compared}{}", words().why(choice.why)));
    if was_asked && link(ui, &view.words.texts.scan.ask_again).clicked() {
        desk.scanner.ask_again();
        desk.focus_next = Some(input_id());
    }
}

/// `Serial number PF1A2B3C, Model 20LFS06600`
fn sentence(choice: &Choice, labels: &Labels) -> String {
    let part = |part: &crate::read::barcode::Part| {
        let name = words().kind(part.kind);
        let known = part.kind.field().map_or(name, |field| labels.field(field).label.as_str());
        format!("{known} {}", part.text).trim().to_owned()
    };
    choice.parts.iter().map(part).collect::<Vec<_>>().join(", ")
}

/// Whether another source says otherwise.
fn is_contradicted(device: &Device, reading: &Reading) -> bool {
    device.conflicts().any(|conflict| {
        conflict.field == reading.field
            && conflict.readings.iter().any(|o| reading.field.agree(&o.value, &reading.value))
    })
}

/// Which source says the same, when another one spoke before.
fn compared(view: &View<'_>, choice: &Choice) -> String {
    let texts = &view.words.texts.scan;
    let device = &view.plan().device;
    let readings = choice.readings();
    let differs = readings.iter().any(|reading| is_contradicted(device, reading));
    if differs {
        return format!("{} ", texts.differs);
    }
    let same = readings.iter().find_map(|reading| {
        let known = device.reading(reading.field)?;
        (&*known.from.source != SCANNED).then(|| known.from.source.to_string())
    });
    same.map(|source| format!("{} {source}. ", texts.same_as)).unwrap_or_default()
}

fn question(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let texts = &view.words.texts.scan;
    let choices = desk.scanner.question().to_vec();
    ui.horizontal(|ui| {
        Icon::Help.show(ui, 16.0, theme::of(ui).ink(Tone::Accent));
        let label = bold(ui, &texts.question);
        announce(ui, &label);
    });
    for (index, choice) in choices.iter().enumerate().take(DIGITS.len()) {
        ui.horizontal_wrapped(|ui| {
            let key = DIGITS.get(index).map_or("", |(_, cap)| *cap);
            let name = sentence(choice, &view.handbook.labels);
            if Button::plain(&name).key(key).show(ui).clicked() {
                answer(index, desk);
            }
            muted(ui, words().why(choice.why));
        });
    }
}

/// What a conflict with a label means, where one of its sources is a scan.
pub fn about_conflict(ui: &mut Ui, view: &View<'_>, conflict: &Conflict<'_>) {
    if conflict.field != DeviceField::Serial {
        return;
    }
    let is_scan = |reading: &Reading| &*reading.from.source == SCANNED;
    let scanned = conflict.readings.iter().find(|reading| is_scan(reading));
    let known = conflict.readings.iter().find(|reading| !is_scan(reading));
    let (Some(scanned), Some(known)) = (scanned, known) else { return };
    let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
    let texts = &view.words.texts.scan;
    let by_layout = differ_by_layout(&text(&scanned.value), &text(&known.value));
    small(ui, if by_layout { &texts.layout } else { &texts.board });
}
