//! What scrolls follows the keyboard: whatever gets it comes into view.

use egui::{Id, Rect, Response, ScrollArea, Ui, Vec2};

/// Shows contents that scroll, and brings into view what the keyboard comes to.
pub fn scroll<R>(ui: &mut Ui, area: ScrollArea, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let shown = area.show(ui, |ui| {
        let inner = contents(ui);
        follow_keyboard(ui);
        inner
    });
    shown.inner
}

fn follow_keyboard(ui: &Ui) {
    let focused = ui.memory(egui::Memory::focused);
    let Some(control) = focused.and_then(|id| ui.ctx().read_response(id)) else { return };
    if !control.gained_focus() {
        return;
    }
    // What is seen elsewhere is not of these contents.
    let seen = control.interact_rect;
    if seen.is_positive() && !ui.clip_rect().intersects(seen) {
        return;
    }
    let whole = ui.data(|data| data.get_temp(whole_of(control.id))).unwrap_or(control.rect);
    show_with_edges(ui, whole);
}

/// Notes that the label and the note of an input belong into view with it, and
/// keeps them there while somebody types.
pub(super) fn belongs_to(ui: &Ui, input: &Response, whole: Rect) {
    ui.data_mut(|data| data.insert_temp(whole_of(input.id), whole));
    if input.has_focus() && input.changed() {
        show_with_edges(ui, whole);
    }
}

fn whole_of(input: Id) -> Id {
    input.with("with its label and note")
}

/// The edges of what scrolls are faded.
fn show_with_edges(ui: &Ui, rect: Rect) {
    let fade = ui.spacing().scroll.fade.size;
    ui.scroll_to_rect(rect.expand2(Vec2::new(0.0, fade)), None);
}
