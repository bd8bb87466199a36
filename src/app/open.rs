//! Opens the window of this system, or says why it cannot be opened.

mod icon;

use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use eframe::{NativeOptions, Renderer};
use egui::{Theme, Vec2, ViewportBuilder};

use super::clock::Clock;
use super::dialogs::SystemDialogs;
use super::jobs::Jobs;
use super::settings::{Folders, Settings};
use super::theme::Themes;
use super::window::{Opening, Surroundings, Window};
use super::words::Words;
use crate::native;
use crate::plan::Handbook;
use crate::wizard::WizardError;

/// The size of the window at its first start, in points.
const FIRST_SIZE: (f32, f32) = (1280.0, 800.0);

/// The pages are made for this size and up.
const SMALLEST: (f32, f32) = (800.0, 600.0);

/// Larger than any screen; what is beyond was not set by a person.
const LARGEST: (f32, f32) = (16_384.0, 16_384.0);

/// The renderers to try, the best first. On Windows Direct3D works over remote
/// desktop, too; where it does not start, OpenGL may.
#[cfg(windows)]
const RENDERERS: &[Renderer] = &[Renderer::Wgpu, Renderer::Glow];
#[cfg(not(windows))]
const RENDERERS: &[Renderer] = &[Renderer::Glow];

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("There is no display to open the window on. The command line works without one.")]
    NoDisplay,
    #[error("The window could not be opened ({0}). The command line works without it.")]
    NotOpened(String),
    /// The window was open already.
    #[error("The window stopped ({0}). Every change before is saved; open the plan again.")]
    Stopped(String),
    #[error(transparent)]
    Wizard(#[from] WizardError),
}

/// Opens the window and waits until it is closed. Call it on the main thread:
/// systems insist on that.
///
/// # Errors
/// Says why the window could not be opened, or that it stopped.
pub fn open(opening: Opening, clock: Box<dyn Clock>) -> Result<(), OpenError> {
    if !has_display() {
        return Err(OpenError::NoDisplay);
    }
    let around = surroundings(clock)?;
    let viewport = viewport(&around);
    // The window takes this when it starts; what is left then did not start.
    let contents = RefCell::new(Some((around, opening)));
    let mut failure = String::new();
    for renderer in RENDERERS {
        match run(*renderer, viewport.clone(), &contents) {
            Ok(()) => return Ok(()),
            Err(fault) if contents.borrow().is_none() => return Err(OpenError::Stopped(fault)),
            Err(fault) => {
                log::info!("{renderer:?} does not start");
                failure = fault;
            }
        }
    }
    Err(OpenError::NotOpened(failure))
}

/// Whether the system has a display. Elsewhere than on Unix there always is
/// one to try; there it is named by the environment.
fn has_display() -> bool {
    let named = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let names_displays = cfg!(all(unix, not(target_os = "macos")));
    !names_displays || ["WAYLAND_DISPLAY", "WAYLAND_SOCKET", "DISPLAY"].into_iter().any(named)
}

fn surroundings(clock: Box<dyn Clock>) -> Result<Surroundings, WizardError> {
    let without_home = || Folders::below(&std::env::temp_dir().join("joinbench"));
    Ok(Surroundings {
        computer: crate::probe::this_computer,
        handbook: Arc::new(Handbook::built_in()?),
        themes: Themes::built_in()?,
        words: Words::built_in()?,
        clock,
        dialogs: Box::new(SystemDialogs),
        folders: Folders::of_this_user().unwrap_or_else(without_home),
        jobs: Jobs::threaded(),
    })
}

fn viewport(around: &Surroundings) -> ViewportBuilder {
    let size = fitting(Settings::load(&around.folders).window);
    ViewportBuilder::default()
        .with_title("Joinbench")
        .with_app_id("joinbench")
        .with_inner_size(size)
        .with_min_inner_size(Vec2::from(SMALLEST))
        .with_icon(icon::draw(&around.themes.of(Theme::Light).colors))
}

/// The size of the last time, kept within reason.
fn fitting(kept: Option<(f32, f32)>) -> Vec2 {
    let usable = kept.filter(|(width, height)| width.is_finite() && height.is_finite());
    Vec2::from(usable.unwrap_or(FIRST_SIZE)).clamp(SMALLEST.into(), LARGEST.into())
}

/// Runs the window with one renderer. Window systems may panic where they
/// should refuse; both count as a refusal.
fn run(
    renderer: Renderer,
    viewport: ViewportBuilder,
    contents: &RefCell<Option<(Surroundings, Opening)>>,
) -> Result<(), String> {
    let options = NativeOptions { viewport, renderer, ..NativeOptions::default() };
    let start = || {
        eframe::run_native(
            "joinbench",
            options,
            Box::new(|creation| {
                let (around, opening) = contents.take().ok_or("the window started twice")?;
                native::leave_own_console();
                Ok(Box::new(Window::new(&creation.egui_ctx, around, opening)))
            }),
        )
    };
    match catch_unwind(AssertUnwindSafe(start)) {
        Ok(ended) => ended.map_err(|fault| reason(&fault)),
        Err(_) => Err("the window system gave up".to_owned()),
    }
}

/// The end of an error's chain: what stands before it are places in the code
/// of window systems.
fn reason(fault: &eframe::Error) -> String {
    log::info!("{fault}");
    let words = fault.to_string();
    words.rsplit(": ").next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_keeps_its_size_within_reason() {
        assert_eq!(fitting(None), Vec2::from(FIRST_SIZE));
        assert_eq!(fitting(Some((1000.0, 700.0))), Vec2::new(1000.0, 700.0));
        assert_eq!(fitting(Some((10.0, 1e9))), Vec2::new(800.0, 16_384.0));
        assert_eq!(fitting(Some((f32::NAN, 700.0))), Vec2::from(FIRST_SIZE));
    }
}
