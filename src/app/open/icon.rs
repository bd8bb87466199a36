//! The icon of the window: three nodes that join, on a rounded square.

use egui::{Color32, IconData, Pos2, pos2};

use crate::app::theme::Colors;

/// Width and height, in pixels.
const SIZE: u16 = 64;

/// How far the square stays from the edge, and how round it is, in pixels.
const MARGIN: f32 = 2.0;
const ROUNDNESS: f32 = 14.0;

/// The nodes with their radius: the device in the middle, joined to two others.
const NODES: [(Pos2, f32); 3] =
    [(pos2(24.0, 40.0), 9.0), (pos2(46.0, 22.0), 7.0), (pos2(20.0, 17.0), 5.0)];

/// Half the width of the lines between them.
const HALF_LINE: f32 = 2.5;

/// Draws the icon in the colors of the theme.
pub fn draw(colors: &Colors) -> IconData {
    let (ground, mark) = (colors.accent(), colors.on_accent());
    let mut rgba = Vec::with_capacity(usize::from(SIZE) * usize::from(SIZE) * 4);
    for y in 0..SIZE {
        for x in 0..SIZE {
            let at = pos2(f32::from(x) + 0.5, f32::from(y) + 0.5);
            rgba.extend(pixel(at, ground, mark));
        }
    }
    IconData { rgba, width: u32::from(SIZE), height: u32::from(SIZE) }
}

fn pixel(at: Pos2, ground: Color32, mark: Color32) -> [u8; 4] {
    let [red, green, blue, _] = ground.lerp_to_gamma(mark, coverage(to_mark(at))).to_array();
    let alpha = Color32::TRANSPARENT.lerp_to_gamma(Color32::WHITE, coverage(to_square(at))).a();
    [red, green, blue, alpha]
}

/// How much of a pixel is inside, when its center is this far outside.
fn coverage(distance: f32) -> f32 {
    (0.5 - distance).clamp(0.0, 1.0)
}

/// How far a point is outside the rounded square.
fn to_square(at: Pos2) -> f32 {
    let half = f32::from(SIZE) / 2.0;
    let inner = half - MARGIN - ROUNDNESS;
    let beyond = |place: f32| ((place - half).abs() - inner).max(0.0);
    pos2(beyond(at.x), beyond(at.y)).distance(Pos2::ZERO) - ROUNDNESS
}

/// How far a point is outside the nodes and lines.
fn to_mark(at: Pos2) -> f32 {
    let nodes = NODES.iter().map(|(center, radius)| at.distance(*center) - radius);
    let [(hub, _), others @ ..] = NODES;
    let lines = others.iter().map(|(end, _)| to_line(at, hub, *end) - HALF_LINE);
    nodes.chain(lines).fold(f32::INFINITY, f32::min)
}

/// How far a point is from the line between two others.
fn to_line(at: Pos2, start: Pos2, end: Pos2) -> f32 {
    let along = (at - start).dot(end - start) / (end - start).length_sq();
    at.distance(start + (end - start) * along.clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::Themes;

    #[test]
    fn the_icon_is_a_square_with_clear_corners_and_a_mark() {
        let themes = Themes::built_in().unwrap();
        let colors = &themes.of(egui::Theme::Light).colors;
        let icon = draw(colors);
        let size = usize::from(SIZE);
        let at = |x: usize, y: usize| &icon.rgba[(y * size + x) * 4..][..4];
        assert_eq!(icon.rgba.len(), size * size * 4);
        assert_eq!(at(0, 0)[3], 0);
        assert_eq!(at(24, 40), colors.on_accent().to_array());
        assert_eq!(at(50, 50), colors.accent().to_array());
    }
}
