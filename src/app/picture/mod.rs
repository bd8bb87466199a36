//! Pictures of the window without a graphics driver.
//!
//! egui hands out triangles; this draws them with the processor, the same on
//! every machine. Tests compare these pictures, and a storyboard is made of them.

mod raster;
mod textures;

use egui::epaint::{ClippedPrimitive, Primitive};
use egui::{Color32, TexturesDelta};
use image::RgbaImage;

use raster::Canvas;
use textures::Textures;

/// Draws what egui tessellated. It keeps the textures between pictures.
#[derive(Debug, Default)]
pub struct Painter {
    textures: Textures,
}

impl Painter {
    /// Takes over new and changed textures (the font atlas, mostly) and leaves
    /// the delta empty.
    pub fn update(&mut self, delta: &mut TexturesDelta) {
        self.textures.update(delta);
    }

    /// Draws a picture of `size` pixels; `scale` is the number of pixels a point.
    #[must_use]
    pub fn paint(
        &self,
        size: [u32; 2],
        scale: f32,
        primitives: &[ClippedPrimitive],
        ground: Color32,
    ) -> RgbaImage {
        let mut canvas = Canvas::new(size, ground);
        for clipped in primitives {
            // Paint callbacks need a graphics driver; the program uses none.
            if let Primitive::Mesh(mesh) = &clipped.primitive
                && let Some(texture) = self.textures.get(mesh.texture_id)
            {
                canvas.draw(mesh, texture, clipped.clip_rect, scale);
            }
        }
        canvas.into_image()
    }
}
