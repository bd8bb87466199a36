//! This computer into the plan, once a person has said that it is the device.

use egui::Context;

use super::Outcome;
use crate::app::desk::Overlay;
use crate::app::theme::Tone;
use crate::app::window::Window;
use crate::device::THIS_COMPUTER;
use crate::plan::{AddedReport, Command, Journey, ReportNote};
use crate::probe::Probed;

/// Asks whether this computer is the device. A plan that has its readings
/// was answered before, and reads it again.
pub fn ask_this_computer(ctx: &Context, window: &mut Window) {
    let was_read = window
        .plan()
        .is_some_and(|plan| plan.reports.iter().any(|note| &*note.source == THIS_COMPUTER));
    if was_read {
        read_this_computer(ctx, window);
    } else {
        window.lay_over(ctx, Overlay::ThisComputer);
    }
}

/// It is the device: its firmware and its system are read.
pub fn read_this_computer(ctx: &Context, window: &mut Window) {
    window.overlay = None;
    let probe = window.around.computer;
    window.around.jobs.start(ctx, Some("Reading this computer"), move |_| Outcome::Probed(probe()));
}

/// It is the bench: nothing of it goes into a plan.
pub fn leave_this_computer(window: &mut Window) {
    window.overlay = None;
    let text = window.around.words.texts.this_computer.left.clone();
    window.say(Tone::Unknown, text);
}

/// What was read goes into the open plan; without one, it starts one.
pub fn take(window: &mut Window, probed: Probed) {
    if !probed.can_join() {
        let why: Vec<&str> = probed.problems.iter().map(|one| one.message.as_str()).collect();
        return window.say(Tone::Warn, why.join("\n"));
    }
    if window.bench.is_none() {
        window.start(if probed.is_new() { Journey::NewDevice } else { Journey::DeviceInUse });
    }
    let note = ReportNote::of_this_computer(&probed);
    let report = AddedReport { note, readings: probed.readings };
    window.desk.run(Command::AddReports(vec![report]));
}
