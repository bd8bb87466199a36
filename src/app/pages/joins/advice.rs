//! The recommendation: which join, why, by which path, and why not the others.

use egui::Ui;

use crate::app::desk::{Action, Desk};
use crate::app::guide::Reading;
use crate::app::shell::announce;
use crate::app::theme::{self, Tone};
use crate::app::widgets::{Button, Card, Chip, Icon, bold, divider, heading, muted, small};
use crate::check::{Advice, Because, Join, Other};
use crate::plan::{Command, Journey};

pub(super) fn show(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>, desk: &mut Desk) {
    match advice.join {
        Some(join) => recommended(ui, reading, advice, join, desk),
        None => nothing_yet(ui, reading, advice),
    }
    ui.add_space(theme::of(ui).metrics.space.xs);
    if !advice.others.is_empty() {
        others(ui, reading, advice);
    }
}

fn nothing_yet(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>) {
    let texts = &reading.words.texts.joins;
    Card::default().edge(Tone::Unknown).show(ui, |ui| {
        if advice.counted.is_empty() {
            heading(ui, &texts.nothing_title);
            muted(ui, &texts.nothing);
        } else {
            heading(ui, &texts.none_title);
            advice.because.iter().for_each(|one| reason(ui, one));
        }
    });
}

fn recommended(
    ui: &mut Ui,
    reading: &Reading<'_>,
    advice: &Advice<'_>,
    join: Join,
    desk: &mut Desk,
) {
    let texts = &reading.words.texts.joins;
    let joins = &reading.handbook.knowledge.joins;
    Card::default().edge(Tone::Accent).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        ui.horizontal(|ui| {
            let tokens = theme::of(ui);
            Icon::Good.show(ui, tokens.metrics.icon, tokens.ink(Tone::Good));
            small(ui, &texts.fits);
        });
        let title = heading(ui, joins.title(join));
        announce(ui, &title);
        advice.because.iter().for_each(|one| reason(ui, one));
        for apart in &advice.apart {
            note(ui, &texts.apart.replace("{}", apart.name()));
        }
        path(ui, reading, advice);
        for (place, step) in joins.words(join).into_iter().flat_map(|w| w.next.iter().enumerate()) {
            small(ui, &format!("{}. {step}", place + 1));
        }
        ui.add_space(2.0);
        start(ui, reading, advice, desk);
    });
}

fn path(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>) {
    let labels = &reading.handbook.labels;
    let Some((best, rest)) = advice.paths.split_first() else { return };
    divider(ui);
    small(ui, &reading.words.texts.joins.by_path);
    bold(ui, &labels.path(*best).title);
    muted(ui, &labels.path(*best).about);
    if !rest.is_empty() {
        let names: Vec<&str> = rest.iter().map(|path| labels.path(*path).title.as_str()).collect();
        small(ui, &reading.words.texts.joins.also.replace("{}", &names.join(", ")));
    }
}

/// The way on: a new plan, or the open one by the path that fits.
fn start(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>, desk: &mut Desk) {
    let texts = &reading.words.texts.joins;
    let journey = advice.paths.first().map_or(Journey::Proof, |path| Journey::toward(*path));
    let same = |open: Journey| open == journey;
    let open = reading.bench.map(|bench| bench.plan().journey);
    let words = if open.is_some() { &texts.go_on } else { &texts.start };
    let text = match open {
        Some(open) if same(open) => &texts.stay,
        _ => words.get(&journey).unwrap_or(&texts.stay),
    };
    if !Button::primary(text).trailing(Icon::Next).wide().show(ui).clicked() {
        return;
    }
    match open {
        None => desk.send(Action::Start(journey)),
        Some(open) => {
            if !same(open) {
                desk.run(Command::Journey(journey));
            }
            desk.close_guide();
        }
    }
}

fn others(ui: &mut Ui, reading: &Reading<'_>, advice: &Advice<'_>) {
    let texts = &reading.words.texts.joins;
    Card::default().show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        heading(ui, &texts.others);
        for other in &advice.others {
            divider(ui);
            one_other(ui, reading, other);
        }
    });
}

fn one_other(ui: &mut Ui, reading: &Reading<'_>, other: &Other<'_>) {
    let texts = &reading.words.texts.joins;
    bold(ui, reading.handbook.knowledge.joins.title(other.join));
    if other.possible {
        Chip::new(Tone::Accent, &texts.possible).icon(Icon::Tick).show(ui);
    } else {
        Chip::new(Tone::Unknown, &texts.not_for_this).icon(Icon::Close).show(ui);
    }
    other.because.iter().for_each(|one| reason(ui, one));
}

fn reason(ui: &mut Ui, because: &Because<'_>) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        if !because.situation.is_empty() {
            small(ui, because.situation);
        }
        let ink = theme::of(ui).colors.text();
        ui.add(egui::Label::new(egui::RichText::new(because.reason).color(ink)).wrap());
    });
}

fn note(ui: &mut Ui, text: &str) {
    ui.horizontal_top(|ui| {
        let tokens = theme::of(ui);
        Icon::Warn.show(ui, tokens.metrics.icon, tokens.ink(Tone::Warn));
        muted(ui, text);
    });
}
