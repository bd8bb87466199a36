//! A QR code, dark on light in both themes, with its quiet zone.

use std::sync::Arc;

use egui::{Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};
use fast_qr::{ECL, QRBuilder};

use crate::app::theme;

/// The most that one code holds at its lowest level of correction, in bytes.
pub const MOST_BYTES: usize = 2953;

/// The light modules around a code, without which no scanner finds it.
const QUIET: usize = 4;

/// The dark runs of a code.
#[derive(Debug)]
struct Grid {
    /// Modules a side.
    size: usize,
    /// Row, first column and length of each dark run.
    runs: Vec<(usize, usize, usize)>,
}

/// Draws a text as a code that is as wide as there is room, in whole pixels a
/// module; `name` is what a screen reader says. Draws nothing when the text is
/// longer than [`MOST_BYTES`].
pub fn qr(ui: &mut Ui, text: &str, width: f32, name: &str) -> Option<Response> {
    let grid = grid(ui, text)?;
    let modules = (grid.size + 2 * QUIET) as f32;
    let pixel = 1.0 / ui.ctx().pixels_per_point();
    let module = (width / modules / pixel).floor().max(1.0) * pixel;
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(modules * module), Sense::hover());
    let corner = pos2((rect.left() / pixel).round() * pixel, (rect.top() / pixel).round() * pixel);
    let colors = &theme::of(ui).colors;
    let painter = ui.painter();
    painter.rect_filled(Rect::from_min_size(corner, rect.size()), 0.0, colors.code_ground());
    for (row, column, length) in &grid.runs {
        let at = vec2((column + QUIET) as f32, (row + QUIET) as f32) * module;
        let run = Rect::from_min_size(corner + at, vec2(*length as f32, 1.0) * module);
        painter.rect_filled(run, 0.0, colors.code_ink());
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    Some(response)
}

/// The code of a text, which is worked out once.
fn grid(ui: &Ui, text: &str) -> Option<Arc<Grid>> {
    let id = egui::Id::unique(("qr", text));
    let known = ui.data(|data| data.get_temp::<Option<Arc<Grid>>>(id));
    known.unwrap_or_else(|| {
        let made = encode(text).map(Arc::new);
        ui.data_mut(|data| data.insert_temp(id, made.clone()));
        made
    })
}

fn encode(text: &str) -> Option<Grid> {
    let code = QRBuilder::new(text).ecl(ECL::L).build().ok()?;
    let rows = code.data.chunks(code.size).take(code.size);
    let runs = rows.enumerate().flat_map(|(row, modules)| {
        let mut start = 0;
        let groups = modules.chunk_by(|a, b| a.value() == b.value());
        groups
            .filter_map(move |group| {
                let column = start;
                start += group.len();
                group.first()?.value().then_some((row, column, group.len()))
            })
            .collect::<Vec<_>>()
    });
    Some(Grid { size: code.size, runs: runs.collect() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners() {
        let grid = encode("5CG1234ABC").unwrap();
        assert_eq!(grid.size, 21);
        for corner in [(0, 0, 7), (0, 14, 7), (20, 0, 7)] {
            assert!(grid.runs.contains(&corner), "{corner:?}");
        }
    }

    #[test]
    fn what_is_longer_than_a_code_gives_none() {
        assert!(encode(&"a".repeat(MOST_BYTES)).is_some());
        assert!(encode(&"a".repeat(MOST_BYTES + 1)).is_none());
    }
}
