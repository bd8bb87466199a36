//! The program's own CPU painter as the renderer of the test harness.

use egui_kittest::TestRenderer;
use image::RgbaImage;
use joinbench::app::picture::Painter;

#[derive(Default)]
pub struct CpuRenderer(Painter);

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut egui::TexturesDelta) {
        self.0.update(delta);
    }

    fn render(
        &mut self,
        ctx: &egui::Context,
        output: &egui::FullOutput,
    ) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.viewport_rect().size() * scale;
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        let ground = ctx.global_style().visuals.panel_fill;
        Ok(self.0.paint([size.x.round() as u32, size.y.round() as u32], scale, &primitives, ground))
    }
}
