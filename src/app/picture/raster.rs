//! Triangles into pixels: textured, blended as egui wants it (premultiplied,
//! in gamma space), each edge drawn by one of two neighbors only.

use egui::epaint::{Mesh, Vertex};
use egui::{Color32, Pos2, Rect};
use image::RgbaImage;

use super::textures::Texture;

/// The picture while it is drawn.
pub(super) struct Canvas {
    width: usize,
    height: usize,
    pixels: Vec<[f32; 4]>,
}

/// The pixels a triangle may touch.
struct Bounds {
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
}

impl Canvas {
    pub(super) fn new([width, height]: [u32; 2], ground: Color32) -> Self {
        let (width, height) = (width as usize, height as usize);
        let ground = ground.to_array().map(f32::from);
        Self { width, height, pixels: vec![ground; width * height] }
    }

    pub(super) fn draw(&mut self, mesh: &Mesh, texture: &Texture, clip: Rect, scale: f32) {
        let clip = Rect::from_min_max(
            Pos2::new((clip.min.x * scale).round(), (clip.min.y * scale).round()),
            Pos2::new((clip.max.x * scale).round(), (clip.max.y * scale).round()),
        );
        for corners in mesh.indices.chunks_exact(3) {
            let vertex = |at: usize| {
                let index = corners.get(at).copied().and_then(|i| usize::try_from(i).ok())?;
                mesh.vertices.get(index).copied()
            };
            if let (Some(a), Some(b), Some(c)) = (vertex(0), vertex(1), vertex(2)) {
                self.triangle([a, b, c], texture, clip, scale);
            }
        }
    }

    pub(super) fn into_image(self) -> RgbaImage {
        let bytes = self.pixels.iter().flatten().map(|channel| to_byte(*channel)).collect();
        let (width, height) = (self.width, self.height);
        u32::try_from(width)
            .ok()
            .zip(u32::try_from(height).ok())
            .and_then(|(width, height)| RgbaImage::from_raw(width, height, bytes))
            .unwrap_or_default()
    }

    fn triangle(&mut self, corners: [Vertex; 3], texture: &Texture, clip: Rect, scale: f32) {
        let [a, mut b, mut c] = corners.map(|vertex| Vertex {
            pos: Pos2::new(vertex.pos.x * scale, vertex.pos.y * scale),
            ..vertex
        });
        let mut area = edge(a.pos, b.pos, c.pos);
        if area < 0.0 {
            std::mem::swap(&mut b, &mut c);
            area = -area;
        }
        if area <= f32::EPSILON || !area.is_finite() {
            return;
        }
        let bounds = self.bounds([a.pos, b.pos, c.pos], clip);
        let shade = Shade::new([a, b, c], texture);
        let top_left =
            [is_top_left(b.pos, c.pos), is_top_left(c.pos, a.pos), is_top_left(a.pos, b.pos)];
        for y in bounds.top..bounds.bottom {
            for x in bounds.left..bounds.right {
                let point = Pos2::new(x as f32 + 0.5, y as f32 + 0.5);
                let weights = [
                    edge(b.pos, c.pos, point),
                    edge(c.pos, a.pos, point),
                    edge(a.pos, b.pos, point),
                ];
                let inside = weights
                    .iter()
                    .zip(top_left)
                    .all(|(weight, owns)| *weight > 0.0 || (*weight == 0.0 && owns));
                if inside && let Some(pixel) = self.pixels.get_mut(y * self.width + x) {
                    blend(pixel, shade.at(weights.map(|weight| weight / area)));
                }
            }
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the values are cut to the canvas first"
    )]
    fn bounds(&self, corners: [Pos2; 3], clip: Rect) -> Bounds {
        let rect = Rect::from_points(&corners).intersect(clip);
        let inside = |value: f32, size: usize| value.clamp(0.0, size as f32) as usize;
        Bounds {
            left: inside(rect.min.x.floor(), self.width),
            top: inside(rect.min.y.floor(), self.height),
            right: inside(rect.max.x.ceil(), self.width),
            bottom: inside(rect.max.y.ceil(), self.height),
        }
    }
}

/// The color inside one triangle.
struct Shade<'a> {
    corners: [Vertex; 3],
    texture: &'a Texture,
    /// The sample, where all corners share one place of the texture: the plain
    /// fills that most triangles are.
    plain: Option<[f32; 4]>,
}

impl<'a> Shade<'a> {
    fn new(corners: [Vertex; 3], texture: &'a Texture) -> Self {
        let [a, b, c] = corners;
        let plain = (a.uv == b.uv && b.uv == c.uv).then(|| texture.sample(a.uv.x, a.uv.y));
        Self { corners, texture, plain }
    }

    fn at(&self, weights: [f32; 3]) -> [f32; 4] {
        let mut color = [0.0; 4];
        let (mut u, mut v) = (0.0, 0.0);
        for (corner, weight) in self.corners.iter().zip(weights) {
            u += corner.uv.x * weight;
            v += corner.uv.y * weight;
            for (sum, channel) in color.iter_mut().zip(corner.color.to_array()) {
                *sum += f32::from(channel) * weight;
            }
        }
        let texel = self.plain.unwrap_or_else(|| self.texture.sample(u, v));
        for (channel, texel) in color.iter_mut().zip(texel) {
            *channel *= texel / 255.0;
        }
        color
    }
}

/// Twice the signed area of the triangle; positive when `point` is on the
/// inner side of the edge from `a` to `b`.
fn edge(a: Pos2, b: Pos2, point: Pos2) -> f32 {
    (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
}

/// Whether a pixel exactly on the edge belongs to this triangle.
#[expect(clippy::float_cmp, reason = "only an exactly level edge is a top edge")]
fn is_top_left(a: Pos2, b: Pos2) -> bool {
    (a.y == b.y && b.x > a.x) || b.y < a.y
}

fn blend(pixel: &mut [f32; 4], color: [f32; 4]) {
    let [.., alpha] = color;
    let under = 1.0 - alpha / 255.0;
    for (below, above) in pixel.iter_mut().zip(color) {
        *below = *below * under + above;
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is cut to a byte first"
)]
fn to_byte(channel: f32) -> u8 {
    channel.round().clamp(0.0, 255.0) as u8
}
