//! A rule in full: when it fires, what it does, why, what to do, and sources.

use egui::{Frame, Margin, Ui};

use crate::app::guide::Reading;
use crate::app::theme;
use crate::app::widgets::{Icon, bold, code, muted, small};
use crate::check::{BookWords, Entry};

pub(super) fn show(ui: &mut Ui, reading: &Reading<'_>, entry: &Entry) {
    let words = &reading.handbook.knowledge.book_words;
    let margin = Margin { left: 38, right: 16, top: 10, bottom: 14 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        muted(ui, &entry.why);
        cases(ui, reading, entry);
        meanings(ui, words, entry);
        fix(ui, reading, entry);
        notes(ui, words, entry);
        sources(ui, words, entry);
    });
}

fn cases(ui: &mut Ui, reading: &Reading<'_>, entry: &Entry) {
    let words = &reading.handbook.knowledge.book_words;
    let name = |path| reading.handbook.labels.path(path).title.as_str();
    part(ui, &words.headings.effects);
    for case in &entry.cases {
        pair(ui, &words.headings.when, &case.when);
        muted(ui, &words.reach(&case.effects, name));
    }
}

fn meanings(ui: &mut Ui, words: &BookWords, entry: &Entry) {
    if entry.means.is_empty() {
        return;
    }
    part(ui, &words.headings.means);
    for meaning in &entry.means {
        pair(ui, &words.headings.when, &meaning.when);
        muted(ui, &meaning.says);
    }
}

fn fix(ui: &mut Ui, reading: &Reading<'_>, entry: &Entry) {
    let headings = &reading.handbook.knowledge.book_words.headings;
    if entry.fix.is_empty() {
        return;
    }
    let phrases = &reading.handbook.knowledge.phrases;
    part(ui, &headings.fix);
    for (place, step) in entry.fix.iter().enumerate() {
        muted(ui, &format!("{}. {step}", place + 1));
    }
    if entry.can_be_fixed() {
        pair(ui, &headings.task, phrases.task(entry.task));
        pair(ui, &headings.effort, phrases.effort(entry.effort));
    }
    if !entry.after.is_empty() {
        pair(ui, &headings.after, &entry.after.join("; "));
    }
    if let Some(alternative) = &entry.alternative {
        pair(ui, &headings.alternative, alternative);
    }
}

fn notes(ui: &mut Ui, words: &BookWords, entry: &Entry) {
    let headings = &words.headings;
    let notes = [
        (&headings.passes, &entry.passes),
        (&headings.presume, &entry.presume),
        (&headings.presume_unless, &entry.presume_unless),
    ];
    for (heading, note) in notes {
        if let Some(note) = note {
            pair(ui, heading, note);
        }
    }
    if let Some(unverified) = &entry.unverified {
        ui.horizontal_top(|ui| {
            let tokens = theme::of(ui);
            Icon::Info.show(ui, tokens.metrics.icon, tokens.colors.muted());
            muted(ui, &format!("{}: {unverified}", headings.unverified));
        });
    }
}

fn sources(ui: &mut Ui, words: &BookWords, entry: &Entry) {
    part(ui, &words.headings.sources);
    for source in &entry.sources {
        small(ui, &format!("{source}, {}", source.dated));
    }
    ui.horizontal_wrapped(|ui| {
        small(ui, &words.headings.asks);
        code(ui, &entry.asks.join(", "));
    });
    small(ui, &format!("{} {}", words.headings.since, entry.since));
}

fn part(ui: &mut Ui, heading: &str) {
    ui.add_space(4.0);
    bold(ui, heading);
}

/// A heading set back, and what it says behind it.
fn pair(ui: &mut Ui, heading: &str, text: &str) {
    let tokens = theme::of(ui);
    let font = egui::TextStyle::Body.resolve(ui.style());
    let mut job = egui::text::LayoutJob::default();
    let format = |color| egui::TextFormat { font_id: font.clone(), color, ..Default::default() };
    job.append(&format!("{heading}: "), 0.0, format(tokens.colors.muted()));
    job.append(text, 0.0, format(tokens.colors.text()));
    ui.add(egui::Label::new(job).wrap());
}
