//! The mirrored screen: a simplified drawing of our own, from its description.

use egui::{
    Align, Color32, Frame as EguiFrame, Layout, Mesh, Rect, Shape, Stroke, StrokeKind, Ui,
    UiBuilder, Vec2,
};

use super::blocks;
use crate::app::theme::{self, Tokens};
use crate::app::widgets::{Icon, paint_icon};
use crate::walk::{Frame, Illustration, Replica, Words};

/// The bezel around the screen, in points.
const BEZEL: f32 = 10.0;

/// Draws the screen. Says whether the thing to press was pressed.
pub(super) fn show(ui: &mut Ui, size: Vec2, replica: &Replica, words: &Words) -> bool {
    let tokens = theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
    let screen = rect.shrink(BEZEL);
    ui.painter().rect_filled(rect, tokens.metrics.card_radius, tokens.colors.replica.bezel());
    ground(ui, screen, replica.frame, &tokens);
    let mut child = ui.new_child(UiBuilder::new().max_rect(screen));
    child.set_clip_rect(screen.intersect(ui.clip_rect()));
    match replica.frame {
        Frame::Oobe => oobe(&mut child, screen, replica, words),
        Frame::Settings => window(&mut child, screen, "Settings", replica, words),
        Frame::Dialog => dialog(&mut child, screen, replica, words),
        Frame::Desktop => desktop(&mut child, screen, replica, words),
        Frame::Lock | Frame::Boot => centered(&mut child, screen, replica, words),
        Frame::Phone => phone(&mut child, screen, replica, words),
    }
}

/// The icon that stands for an illustration.
pub(super) fn illustration_icon(illustration: Illustration) -> Icon {
    match illustration {
        Illustration::Person => Icon::Account,
        Illustration::Key => Icon::Key,
        Illustration::Phone => Icon::Phone,
        Illustration::Globe => Icon::Globe,
        Illustration::Keyboard => Icon::Keyboard,
        Illustration::Wifi => Icon::Wifi,
        Illustration::Shield => Icon::Shield,
        Illustration::Laptop => Icon::Device,
        Illustration::Check => Icon::Good,
        Illustration::Warning => Icon::Warn,
        Illustration::Clock => Icon::Clock,
        Illustration::Building => Icon::Building,
        Illustration::Hello => Icon::Fingerprint,
        Illustration::Lock => Icon::Lock,
        Illustration::Gear => Icon::Gear,
    }
}

fn ground(ui: &Ui, screen: Rect, frame: Frame, tokens: &Tokens) {
    let colors = &tokens.colors.replica;
    let (top, bottom) = match frame {
        Frame::Boot => (colors.panel(), colors.panel()),
        _ => (colors.top(), colors.bottom()),
    };
    ui.painter().add(gradient(screen, top, bottom));
}

/// A gradient from the top left to the bottom right.
fn gradient(rect: Rect, from: Color32, to: Color32) -> Shape {
    let middle = from.lerp_to_gamma(to, 0.5);
    let mut mesh = Mesh::default();
    mesh.colored_vertex(rect.left_top(), from);
    mesh.colored_vertex(rect.right_top(), middle);
    mesh.colored_vertex(rect.left_bottom(), middle);
    mesh.colored_vertex(rect.right_bottom(), to);
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(2, 1, 3);
    Shape::mesh(mesh)
}

/// A page of the first setup: picture at the left, blocks at the right.
fn oobe(ui: &mut Ui, screen: Rect, replica: &Replica, words: &Words) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let wide = screen.width() > 480.0;
    let split = if wide { screen.left() + screen.width() * 0.36 } else { screen.left() + 20.0 };
    if wide {
        let side = (screen.width() * 0.28).min(190.0);
        let center = egui::pos2(screen.left() + screen.width() * 0.19, screen.center().y);
        let card = Rect::from_center_size(center, Vec2::splat(side));
        let stroke = Stroke::new(1.0, colors.line());
        ui.painter().rect(card, 20.0, colors.panel(), stroke, StrokeKind::Inside);
        let icon = replica.illustration.map_or(Icon::Device, illustration_icon);
        paint_icon(ui.painter(), center, icon, side * 0.45, colors.accent());
    }
    let corner = screen.right_bottom() - Vec2::new(20.0, 18.0);
    paint_icon(ui.painter(), corner, Icon::Wifi, 16.0, colors.text());
    let column = Rect::from_min_max(
        egui::pos2(split + 14.0, screen.top() + 34.0),
        egui::pos2(screen.right() - 32.0, screen.bottom() - 34.0),
    );
    middle(ui, column, Align::LEFT, |ui| blocks::all(ui, replica, words, true))
}

/// A window with a title bar.
fn window(ui: &mut Ui, screen: Rect, name: &str, replica: &Replica, words: &Words) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let frame = screen.shrink2(Vec2::new(screen.width() * 0.07, screen.height() * 0.08));
    let stroke = Stroke::new(1.0, colors.line());
    ui.painter().rect(frame, 9.0, colors.panel(), stroke, StrokeKind::Inside);
    let mut bar = ui.new_child(
        UiBuilder::new().max_rect(
            Rect::from_min_size(frame.min, Vec2::new(frame.width(), 36.0))
                .shrink2(Vec2::new(14.0, 8.0)),
        ),
    );
    bar.horizontal(|ui| {
        Icon::Gear.show(ui, 15.0, colors.muted());
        blocks::line(ui, name, egui::TextStyle::Small, colors.muted());
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            Icon::Close.show(ui, 15.0, colors.muted());
        });
    });
    let inner =
        Rect::from_min_max(frame.min + Vec2::new(24.0, 46.0), frame.max - Vec2::new(24.0, 18.0));
    let mut child = ui.new_child(UiBuilder::new().max_rect(inner));
    blocks::all(&mut child, replica, words, false)
}

/// A dialog in front of the Settings window.
fn dialog(ui: &mut Ui, screen: Rect, replica: &Replica, words: &Words) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let behind = screen.shrink2(Vec2::new(screen.width() * 0.05, screen.height() * 0.06));
    let stroke = Stroke::new(1.0, colors.line());
    ui.painter().rect(behind, 9.0, colors.field(), stroke, StrokeKind::Inside);
    let size = Vec2::new((screen.width() * 0.7).min(430.0), screen.height() * 0.8);
    let frame = Rect::from_center_size(screen.center(), size);
    let shadow =
        egui::Shadow { offset: [0, 6], blur: 24, spread: 0, color: tokens.colors.shadow() };
    ui.painter().add(shadow.as_shape(frame, 9.0));
    ui.painter().rect(frame, 9.0, colors.panel(), stroke, StrokeKind::Inside);
    let mut child = ui.new_child(UiBuilder::new().max_rect(frame.shrink(26.0)));
    blocks::all(&mut child, replica, words, false)
}

/// The desktop with a taskbar and one window.
fn desktop(ui: &mut Ui, screen: Rect, replica: &Replica, words: &Words) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let bar = Rect::from_min_max(egui::pos2(screen.left(), screen.bottom() - 38.0), screen.max);
    ui.painter().rect_filled(bar, 0.0, colors.panel());
    for index in 0_u8..5 {
        let center = egui::pos2(bar.center().x + (f32::from(index) - 2.0) * 30.0, bar.center().y);
        let dot = Rect::from_center_size(center, Vec2::splat(18.0));
        let fill = if index == 0 { colors.accent() } else { colors.line() };
        ui.painter().rect_filled(dot, 4.0, fill);
    }
    let above = Rect::from_min_max(screen.min, egui::pos2(screen.right(), bar.top()));
    if replica.items.is_empty() && replica.buttons.is_empty() {
        return middle(ui, above.shrink(60.0), Align::Center, |ui| {
            blocks::all(ui, replica, words, true)
        });
    }
    window(ui, above, "Windows", replica, words)
}

/// The sign-in screen and the plain screens of a start.
fn centered(ui: &mut Ui, screen: Rect, replica: &Replica, words: &Words) -> bool {
    let tokens = theme::of(ui);
    let width = (screen.width() * 0.6).min(380.0);
    let column = Rect::from_center_size(screen.center(), Vec2::new(width, screen.height() - 60.0));
    middle(ui, column, Align::Center, |ui| {
        if let Some(illustration) = replica.illustration {
            ui.vertical_centered(|ui| {
                let color = tokens.colors.replica.accent();
                illustration_icon(illustration).show(ui, 64.0, color);
            });
            ui.add_space(10.0);
        }
        blocks::all(ui, replica, words, true)
    })
}

fn phone(ui: &mut Ui, screen: Rect, replica: &Replica, words: &Words) -> bool {
    let tokens = theme::of(ui);
    let colors = &tokens.colors.replica;
    let height = screen.height() - 40.0;
    let frame =
        Rect::from_center_size(screen.center(), Vec2::new((height * 0.56).max(250.0), height));
    ui.painter().rect_filled(frame, 28.0, colors.bezel());
    let inner = frame.shrink(8.0);
    ui.painter().rect_filled(inner, 22.0, colors.panel());
    let notch = Rect::from_center_size(
        egui::pos2(inner.center().x, inner.top() + 14.0),
        Vec2::new(60.0, 6.0),
    );
    ui.painter().rect_filled(notch, 3.0, colors.line());
    middle(ui, inner.shrink(22.0), Align::LEFT, |ui| blocks::all(ui, replica, words, false))
}

/// Places blocks in the middle of a column's height. The height is that of
/// the frame before; a first frame draws from the top.
fn middle(ui: &mut Ui, column: Rect, align: Align, contents: impl FnOnce(&mut Ui) -> bool) -> bool {
    let id = ui.scope_id().with("height of the blocks");
    let height: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(column.height());
    let top = column.top() + ((column.height() - height) / 2.0).max(0.0);
    let rect = Rect::from_min_max(egui::pos2(column.left(), top), column.max);
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::top_down(align)));
    let pressed = EguiFrame::new().show(&mut child, contents).inner;
    let now = child.min_rect().height();
    if (now - height).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, now));
        ui.ctx().request_discard("the blocks of the mirrored screen changed their height");
    }
    pressed
}
