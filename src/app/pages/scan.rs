//! The scan field of the Device page: one field that keeps the keyboard, takes
//! a code at Enter, and says what it was.

use egui::{Id, Key, Modifiers, Ui};

use super::input::take_focus;
use crate::app::desk::{Action, Desk, View};
use crate::app::listening::keep_keyboard;
use crate::app::shell::announce;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Button, Card, Field, FieldNote, Icon, bold, card_title, code, key_cap, link, muted, show_note,
    small,
};
use crate::device::{Conflict, Device, Field as DeviceField, Reading, Value};
use crate::plan::Command;
use crate::read::barcode::{Choice, Part, PartKind, SCANNED, differ_by_layout, words};

/// Where Ctrl B sends the keyboard.
pub fn input_id() -> Id {
    Id::unique("scan field")
}

/// The keys that take one of several ways to read a code.
const DIGITS: [(Key, &str); 4] =
    [(Key::Num1, "Ctrl 1"), (Key::Num2, "Ctrl 2"), (Key::Num3, "Ctrl 3"), (Key::Num4, "Ctrl 4")];

/// The answers to the question which device a code is of.
const WHICH_ANSWERS: usize = 3;

pub fn card(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let texts = &view.words.texts.scan;
    Card::default().show(ui, |ui| {
        card_title(ui, &texts.title, |ui| key_cap(ui, "Ctrl B"));
        choose_by_key(ui, view, desk);
        field(ui, view, desk);
        outcome(ui, view, desk);
    });
}

/// Draws the field and takes the code when it is whole.
fn field(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let texts = &view.words.texts.scan;
    let now = ui.input(|input| input.time);
    let scanner = &mut desk.scanner;
    let input = Field::new(&texts.label, &mut scanner.text).id(input_id()).code().keeps_focus();
    let response = input.example(&texts.hint).show(ui).input;
    if response.changed() {
        scanner.typed(now);
    }
    if scanner.keys.ended {
        if let Some(choice) = scanner.end() {
            take(&choice, view, desk);
        }
        forget_letters(ui);
    } else if let Some(choice) = scanner.next_waiting() {
        take(&choice, view, desk);
    }
    if desk.scanner.has_next() {
        ui.ctx().request_repaint();
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

/// A code with another serial number is not taken unasked.
fn take(choice: &Choice, view: &View<'_>, desk: &mut Desk) {
    let readings = choice.readings();
    if other_serial(choice, &view.plan().device).is_some() {
        desk.scanner.ask_which_device();
    } else if !readings.is_empty() {
        desk.run(Command::Scan(readings));
    }
}

/// The serial number of the device and that of a code, when no source says that
/// they are the same device.
fn other_serial<'a>(choice: &'a Choice, device: &'a Device) -> Option<(&'a str, &'a str)> {
    let scanned = choice.text(PartKind::Serial)?;
    let known = device.text(DeviceField::Serial)?;
    let is_same = |reading: &Reading| {
        reading.value.as_text().is_some_and(|text| text.trim().eq_ignore_ascii_case(scanned))
    };
    (!device.said(DeviceField::Serial).iter().any(is_same)).then_some((known, scanned))
}

/// While a question is open, Ctrl and a digit answer it; the field keeps the
/// keyboard, so that the next scan cannot press a button.
fn choose_by_key(ui: &Ui, view: &View<'_>, desk: &mut Desk) {
    let which = desk.scanner.asks_which_device();
    let open = if which { WHICH_ANSWERS } else { desk.scanner.question().len() };
    for (index, (key, _)) in DIGITS.iter().enumerate().take(open) {
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, *key)) {
            if which {
                answer_which(index, desk);
            } else {
                answer(index, view, desk);
            }
            return;
        }
    }
}

fn answer(index: usize, view: &View<'_>, desk: &mut Desk) {
    if let Some(choice) = desk.scanner.choose(index) {
        take(&choice, view, desk);
    }
    desk.focus_next = Some(input_id());
}

/// The next device, a correction, or nothing of it.
fn answer_which(index: usize, desk: &mut Desk) {
    desk.focus_next = Some(input_id());
    let take =
        |desk: &mut Desk| desk.scanner.settle().map(|choice| choice.readings()).unwrap_or_default();
    match index {
        0 => {
            let readings = take(desk);
            desk.send(Action::NextDevice(readings));
        }
        1 => {
            let readings = take(desk);
            desk.run(Command::Rescan(readings));
        }
        _ => desk.scanner.leave_out(),
    }
}

/// What the last code was, or the question what it is.
fn outcome(ui: &mut Ui, view: &View<'_>, desk: &mut Desk) {
    let Some(scan) = desk.scanner.last() else {
        small(ui, &view.words.texts.scan.about);
        return;
    };
    let (warnings, arrived) = (scan.warnings.clone(), scan.arrived.clone());
    let was_asked = scan.choices.len() > 1;
    if let Some(choice) = desk.scanner.taken_choice().cloned() {
        if desk.scanner.asks_which_device() {
            which_device(ui, view, &choice, desk);
        } else {
            taken(ui, view, &choice, desk);
        }
        if was_asked && link(ui, &view.words.texts.scan.ask_again).clicked() {
            desk.scanner.ask_again();
            desk.focus_next = Some(input_id());
        }
    } else if !desk.scanner.question().is_empty() {
        question(ui, view, desk);
    }
    for warning in warnings {
        show_note(ui, FieldNote::Warning(words().warning(warning)));
    }
    asides(ui, view, arrived.as_deref(), desk);
}

/// What came where nothing was understood, and what is not kept.
fn asides(ui: &mut Ui, view: &View<'_>, arrived: Option<&str>, desk: &Desk) {
    let texts = &view.words.texts.scan;
    if let Some(arrived) = arrived {
        small(ui, &texts.arrived);
        code(ui, arrived);
    }
    if let Some(dropped) = desk.scanner.dropped() {
        let values: Vec<&str> = dropped.parts.iter().map(|part| part.text.as_str()).collect();
        let text = format!("{} {}", values.join(", "), texts.dropped);
        show_note(ui, FieldNote::Warning(&text));
    }
    if let Some(count) = desk.scanner.left_out().filter(|count| *count > 0) {
        let text = texts.left_out_too.replace("{n}", &count.to_string());
        show_note(ui, FieldNote::Warning(&text));
    }
}

fn taken(ui: &mut Ui, view: &View<'_>, choice: &Choice, desk: &Desk) {
    let texts = &view.words.texts.scan;
    let device = &view.plan().device;
    let readings = choice.readings();
    let is_left_out = desk.scanner.left_out().is_some();
    let is_gone = !desk.scanner.is_fresh() && !readings.iter().all(|one| is_there(device, one));
    let differs = readings.iter().any(|reading| is_contradicted(device, reading));
    let (icon, tone) = match () {
        () if is_left_out || readings.is_empty() => (Icon::Info, Tone::Unknown),
        () if is_gone => (Icon::Undo, Tone::Unknown),
        () if differs => (Icon::Warn, Tone::Warn),
        () => (Icon::Good, Tone::Good),
    };
    ui.horizontal_wrapped(|ui| {
        icon.show(ui, 16.0, theme::of(ui).ink(tone));
        let label = bold(ui, &sentence(choice, view));
        announce(ui, &label);
    });
    if is_left_out {
        small(ui, &texts.left_out);
    } else if is_gone {
        small(ui, &texts.taken_back);
    } else {
        small(ui, &format!("{}{}", compared(view, choice), words().why(choice.why)));
    }
}

/// Whether the plan has it from a scan: undo takes it back.
fn is_there(device: &Device, reading: &Reading) -> bool {
    let is_it = |other: &Reading| {
        &*other.from.source == SCANNED && reading.field.agree(&other.value, &reading.value)
    };
    device.said(reading.field).iter().any(is_it)
}

/// Whether a label is of the next device.
fn which_device(ui: &mut Ui, view: &View<'_>, choice: &Choice, desk: &mut Desk) {
    let texts = &view.words.texts.scan.other;
    asks(ui, &texts.question);
    if let Some((known, scanned)) = other_serial(choice, &view.plan().device) {
        small(ui, &texts.about.replace("{known}", known).replace("{scanned}", scanned));
        if differ_by_layout(scanned, known) {
            show_note(ui, FieldNote::Warning(&view.words.texts.scan.layout));
        }
    }
    let answers = [&texts.next, &texts.correction, &texts.keep];
    for (index, (name, (_, key))) in answers.into_iter().zip(DIGITS).enumerate() {
        if Button::plain(name).key(key).show(ui).clicked() {
            answer_which(index, desk);
        }
    }
    let waiting = desk.scanner.waiting();
    if waiting > 0 {
        small(ui, &texts.waiting.replace("{n}", &waiting.to_string()));
    }
}

fn asks(ui: &mut Ui, question: &str) {
    ui.horizontal_wrapped(|ui| {
        Icon::Help.show(ui, 16.0, theme::of(ui).ink(Tone::Accent));
        let label = bold(ui, question);
        announce(ui, &label);
    });
}

/// `Serial number PF1A2B3C, Model 20LFS06600`
fn sentence(choice: &Choice, view: &View<'_>) -> String {
    let part = |part: &Part| {
        let name = words().kind(part.kind);
        let field = part.kind.field().filter(|_| part.kind != PartKind::ProductId);
        let known = field.map_or(name, |field| view.handbook.labels.field(field).label.as_str());
        let told = format!("{known} {}", part.text).trim().to_owned();
        match part.kind.field() {
            Some(_) => told,
            None => format!("{told} ({})", view.words.texts.scan.not_kept),
        }
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
    asks(ui, &texts.question);
    for (index, choice) in choices.iter().enumerate().take(DIGITS.len()) {
        ui.horizontal_wrapped(|ui| {
            let key = DIGITS.get(index).map_or("", |(_, cap)| *cap);
            let name = sentence(choice, view);
            if Button::plain(&name).key(key).show(ui).clicked() {
                answer(index, view, desk);
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
