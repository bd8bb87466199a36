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

/// Fewer rows than this are drawn whether they are in view or not, so that
/// whatever searches the page finds them.
const FEW: usize = 60;

/// How high a row is taken to be until it was drawn, in points.
const GUESS: f32 = 60.0;

/// Rows of something that scrolls, of which those in view are drawn; the others
/// take the room that they had when they were drawn last.
pub fn in_view(ui: &mut Ui, id: Id, rows: usize, mut draw: impl FnMut(&mut Ui, usize)) {
    if rows <= FEW {
        return (0..rows).for_each(|row| draw(ui, row));
    }
    let mut heights: Vec<f32> = ui.data_mut(|data| data.remove_temp(id)).unwrap_or_default();
    heights.resize(rows, GUESS);
    // The next rows are there when the keyboard comes to them.
    let seen = ui.clip_rect().expand(GUESS * 4.0);
    let mut hidden = 0.0;
    for (row, height) in heights.iter_mut().enumerate() {
        let top = ui.cursor().top() + hidden;
        if top > seen.bottom() || top + *height < seen.top() {
            hidden += *height;
            continue;
        }
        ui.add_space(std::mem::take(&mut hidden));
        let top = ui.cursor().top();
        draw(ui, row);
        *height = ui.cursor().top() - top;
    }
    ui.add_space(hidden);
    ui.data_mut(|data| data.insert_temp(id, heights));
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
