//! The textures that egui asked for.

use std::collections::BTreeMap;

use egui::epaint::ImageDelta;
use egui::{Color32, ImageData, TextureId, TexturesDelta};

/// One texture, its pixels premultiplied.
#[derive(Debug, Clone)]
pub(super) struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

impl Texture {
    fn patch(&mut self, image: &ImageData, [left, top]: [usize; 2]) {
        let ImageData::Color(image) = image;
        for (row, source) in image.pixels.chunks(image.size[0].max(1)).enumerate() {
            let start = (top + row) * self.width + left;
            if let Some(target) = self.pixels.get_mut(start..start + source.len()) {
                target.copy_from_slice(source);
            }
        }
    }

    /// The color at a place from (0, 0) to (1, 1), between its four pixels.
    #[expect(clippy::cast_possible_truncation, reason = "the place is inside the texture")]
    pub(super) fn sample(&self, u: f32, v: f32) -> [f32; 4] {
        let x = u * self.width as f32 - 0.5;
        let y = v * self.height as f32 - 0.5;
        let (left, top) = (x.floor(), y.floor());
        let (across, down) = (x - left, y - top);
        let (left, top) = (left as i64, top as i64);
        let corners = [
            (self.pixel(left, top), (1.0 - across) * (1.0 - down)),
            (self.pixel(left + 1, top), across * (1.0 - down)),
            (self.pixel(left, top + 1), (1.0 - across) * down),
            (self.pixel(left + 1, top + 1), across * down),
        ];
        let mut color = [0.0; 4];
        for (pixel, weight) in corners {
            for (sum, channel) in color.iter_mut().zip(pixel.to_array()) {
                *sum += f32::from(channel) * weight;
            }
        }
        color
    }

    fn pixel(&self, x: i64, y: i64) -> Color32 {
        let inside = |value: i64, size: usize| {
            usize::try_from(value).unwrap_or(0).min(size.saturating_sub(1))
        };
        let index = inside(y, self.height) * self.width + inside(x, self.width);
        self.pixels.get(index).copied().unwrap_or(Color32::TRANSPARENT)
    }
}

/// Every texture by its id.
#[derive(Debug, Default)]
pub(super) struct Textures(BTreeMap<TextureId, Texture>);

impl Textures {
    /// Takes the changes over and leaves the delta empty.
    pub(super) fn update(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                self.set(id, &change);
            }
        }
        for id in delta.free.drain() {
            self.0.remove(&id);
        }
    }

    pub(super) fn get(&self, id: TextureId) -> Option<&Texture> {
        self.0.get(&id)
    }

    fn set(&mut self, id: TextureId, change: &ImageDelta) {
        if let Some(corner) = change.pos {
            if let Some(texture) = self.0.get_mut(&id) {
                texture.patch(&change.image, corner);
            }
            return;
        }
        let ImageData::Color(image) = &change.image;
        let [width, height] = image.size;
        self.0.insert(id, Texture { width, height, pixels: image.pixels.clone() });
    }
}
