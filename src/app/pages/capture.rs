//! "Capture from a device": the scripts as text, as a file and as a code.

use egui::{Id, ScrollArea, TextEdit, TextStyle, Ui};

use crate::app::desk::{Action, Desk};
use crate::app::dialogs::Ask;
use crate::app::shell::announce;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{
    Button, Icon, MOST_BYTES, bold, card_title, code, muted, qr, segments, small, title,
};
use crate::app::words::{CaptureWords, Words};
use crate::read::Script;

/// What is chosen on it, and what was done last.
#[derive(Debug, Default)]
pub struct Capturing {
    pub script: Script,
    /// What became of a copy or a save; the tone tells good from bad.
    pub done: Option<(Tone, String)>,
}

/// The widest that it gets, in points.
pub const WIDTH: f32 = 980.0;

/// Below this width the code stands below the text, in points.
const ROOM_FOR_CODE: f32 = 640.0;

/// The side of the code, and from which width on there is room for the large
/// one, in points.
const CODE: f32 = 440.0;
const SMALL_CODE: f32 = 300.0;
const ROOM_FOR_LARGE: f32 = 820.0;

/// The height of the script's text beside either code, and above it, in points.
const HIGH: f32 = 322.0;
const MIDDLE: f32 = 110.0;
const LOW: f32 = 96.0;

/// Room for the longest line of a script, in points.
const LONGEST_LINE: f32 = 1100.0;

pub fn show(ui: &mut Ui, words: &Words, desk: &mut Desk) {
    let texts = &words.texts.capturing;
    title(ui, &texts.title);
    muted(ui, &texts.about);
    ui.add_space(theme::of(ui).metrics.space.s);
    let room = ui.available_width();
    if room < ROOM_FOR_CODE {
        script(ui, texts, LOW, desk);
        ui.add_space(theme::of(ui).metrics.space.l);
        short_form(ui, texts, room.min(CODE), desk);
        return;
    }
    let (side, height) = if room < ROOM_FOR_LARGE { (SMALL_CODE, MIDDLE) } else { (CODE, HIGH) };
    let gap = theme::of(ui).metrics.space.xl;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        ui.vertical(|ui| {
            ui.set_width(room - side - gap);
            ui.spacing_mut().item_spacing.x = theme::of(ui).metrics.space.s;
            script(ui, texts, height, desk);
        });
        ui.vertical(|ui| {
            ui.set_width(side);
            ui.spacing_mut().item_spacing.x = theme::of(ui).metrics.space.s;
            short_form(ui, texts, side, desk);
        });
    });
}

fn script(ui: &mut Ui, texts: &CaptureWords, height: f32, desk: &mut Desk) {
    let chosen = desk.capturing.script;
    let choices = [(None, texts.powershell.as_str()), (None, texts.prompt.as_str())];
    let index = Script::ALL.iter().position(|script| *script == chosen).unwrap_or(0);
    if let Some(script) = segments(ui, &choices, index).and_then(|index| Script::ALL.get(index)) {
        desk.capturing = Capturing { script: *script, done: None };
    }
    ui.add_space(4.0);
    steps(ui, texts, chosen);
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        if Button::primary(&texts.save).icon(Icon::Export).show(ui).clicked() {
            desk.send(Action::Pick(Ask::SaveScript(chosen)));
        }
        if Button::plain(&texts.copy).icon(Icon::Copy).key("Ctrl C").show(ui).clicked() {
            copy(texts, desk);
        }
    });
    if let Some((tone, done)) = &desk.capturing.done {
        ui.horizontal_wrapped(|ui| {
            let icon = if *tone == Tone::Good { Icon::Good } else { Icon::Bad };
            icon.show(ui, 16.0, theme::of(ui).ink(*tone));
            let label = small(ui, done);
            announce(ui, &label);
        });
    }
    if height > LOW {
        preview(ui, chosen, height);
    } else {
        folded_preview(ui, chosen);
    }
}

/// Puts the chosen script on the clipboard.
pub fn copy(texts: &CaptureWords, desk: &mut Desk) {
    desk.send(Action::Copy(desk.capturing.script.text()));
    desk.capturing.done = Some((Tone::Good, texts.copied.clone()));
}

fn steps(ui: &mut Ui, texts: &CaptureWords, script: Script) {
    let steps = match script {
        Script::PowerShell => &texts.powershell_steps,
        Script::CommandPrompt => &texts.prompt_steps,
    };
    for (number, step) in (1..).zip(steps) {
        ui.horizontal_top(|ui| {
            bold(ui, &format!("{number}."));
            ui.vertical(|ui| {
                muted(ui, step);
                if step.ends_with(':') {
                    code(ui, script.command());
                }
            });
        });
    }
}

fn preview(ui: &mut Ui, script: Script, height: f32) {
    sunken(ui, |ui| {
        let area = ScrollArea::both().max_height(height).id_salt(script.file_name());
        area.min_scrolled_height(height).show(ui, |ui| {
            ui.set_min_width(LONGEST_LINE);
            text(ui, script, LONGEST_LINE);
        });
    });
}

/// The same where everything is in one column: lines are folded, so that it
/// scrolls in one direction only.
fn folded_preview(ui: &mut Ui, script: Script) {
    sunken(ui, |ui| {
        let area = ScrollArea::vertical().max_height(LOW).id_salt(script.file_name());
        area.min_scrolled_height(LOW).show(ui, |ui| {
            let width = ui.available_width();
            text(ui, script, width);
        });
    });
}

fn sunken(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    let tokens = theme::of(ui);
    egui::Frame::new()
        .fill(tokens.colors.sunken())
        .corner_radius(tokens.metrics.control_radius)
        .inner_margin(tokens.metrics.space.s)
        .show(ui, contents);
}

fn text(ui: &mut Ui, script: Script, width: f32) {
    let text = script.text().replace('\r', "");
    let mut shown = text.as_str();
    let edit = TextEdit::multiline(&mut shown)
        .id(Id::unique(("script", script.file_name())))
        .font(TextStyle::Monospace)
        .frame(egui::Frame::NONE)
        .desired_rows(4)
        .desired_width(width);
    ui.add(edit).accessible_name(script.file_name());
}

fn short_form(ui: &mut Ui, texts: &CaptureWords, width: f32, desk: &mut Desk) {
    let script = desk.capturing.script;
    let line = script.line();
    card_title(ui, &texts.code_title, |ui| {
        if Button::plain(&texts.copy_line).icon(Icon::Copy).small().show(ui).clicked() {
            desk.send(Action::Copy(line.clone()));
            desk.capturing.done = Some((Tone::Good, texts.line_copied.clone()));
        }
    });
    small(
        ui,
        match script {
            Script::PowerShell => &texts.powershell_code,
            Script::CommandPrompt => &texts.prompt_code,
        },
    );
    qr(ui, &line, width, &texts.code_title);
    if width > SMALL_CODE {
        let (held, most) = (thousands(line.len()), thousands(MOST_BYTES));
        small(ui, &format!("{held} of the {most} bytes that a code can hold."));
    }
}

/// `1,630`; no code holds a million.
fn thousands(count: usize) -> String {
    match (count / 1000, count % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{thousands},{rest:03}"),
    }
}
