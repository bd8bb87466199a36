//! What lies over a page and where the keyboard was before, and how large the
//! window and its text are.

use egui::Context;

use super::desk::Overlay;
use super::window::Window;

/// The smallest and the largest text, as a part of the usual size.
const SMALLEST: f32 = 0.75;
const LARGEST: f32 = 2.0;

impl Window {
    /// Lays something over the page, and notes where the keyboard was.
    pub(super) fn lay_over(&mut self, ctx: &Context, overlay: Overlay) {
        if self.overlay.is_none() {
            self.left = ctx.memory(egui::Memory::focused);
        }
        self.overlay = Some(overlay);
    }

    /// Gives the keyboard back to what it was taken from, once nothing lies
    /// over it any more.
    pub(super) fn give_keyboard_back(&mut self, ctx: &Context) {
        let Some(control) = self.left.filter(|_| self.overlay.is_none()) else { return };
        let page = egui::LayerId::background();
        if ctx.memory(|memory| memory.is_above_modal_layer(page)) {
            self.left = None;
            if ctx.memory(|memory| memory.focused().is_none()) {
                ctx.memory_mut(|memory| memory.request_focus(control));
            }
        }
        ctx.request_repaint();
    }

    /// Notes the size for the next start. Text that is larger than the pages
    /// are made for would not fit.
    pub(super) fn remember_size(&mut self, ctx: &Context) {
        let size = ctx.input(|input| input.viewport().inner_rect.map(|rect| rect.size()));
        if let Some(size) = size {
            // Points grow with the zoom; the size of the window does not.
            let size = size * ctx.zoom_factor();
            self.settings.window = Some((size.x, size.y));
        }
        let asked = ctx.zoom_factor();
        let zoom = asked.clamp(SMALLEST, LARGEST);
        if (zoom - asked).abs() > f32::EPSILON {
            ctx.set_zoom_factor(zoom);
        }
        self.settings.zoom = ((zoom - 1.0).abs() > f32::EPSILON).then_some(zoom);
    }
}
