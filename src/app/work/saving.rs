//! Every change onto the disk, the newest last.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use egui::Context;

use super::Outcome;
use crate::app::bench::{Bench, Saved};
use crate::app::settings::{Recent, Stage};
use crate::app::window::Window;
use crate::app::words::Words;
use crate::plan::{Plan, answers, store};

/// Writes one plan. Saves may run on several threads; an older state is never
/// written after a newer one.
#[derive(Debug, Clone, Default)]
pub struct Pen(Arc<Mutex<u64>>);

impl Pen {
    /// Writes the plan unless a newer version is on the disk already.
    ///
    /// # Errors
    /// Says what could not be written.
    pub fn write(&self, version: u64, path: &Path, plan: &Plan) -> Result<(), store::StoreError> {
        let mut written = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if version < *written {
            return Ok(());
        }
        store::save(path, plan)?;
        *written = version;
        Ok(())
    }
}

/// Starts a save when the plan changed since the last one.
pub fn save_if_changed(ctx: &Context, window: &mut Window) {
    let Some(bench) = &mut window.bench else { return };
    if !bench.needs_saving() || bench.is_being_written {
        return;
    }
    bench.is_being_written = true;
    let (plan, path, version) = (bench.plan().clone(), bench.path.clone(), bench.version);
    let pen = bench.pen.clone();
    window.around.jobs.start(ctx, None, move |_| {
        let failed = pen.write(version, &path, &plan).err().map(|fault| fault.to_string());
        Outcome::Saved { path, version, failed }
    });
}

/// Notes how a save ended.
pub fn saved(window: &mut Window, path: &Path, version: u64, failed: Option<String>) {
    let now = window.around.clock.now().strftime("%H:%M").to_string();
    // The plan may have been closed since.
    let Some(bench) = window.bench.as_mut().filter(|bench| bench.path == path) else { return };
    bench.is_being_written = false;
    if let Some(failure) = failed {
        bench.saved = Saved::Failed(failure);
    } else if bench.version == version {
        bench.saved = Saved::At(now);
        let recent = recent(bench, &window.around.words);
        window.settings.remember(recent);
        window.keep_settings();
    }
}

/// The entry of a plan among the recent ones.
pub fn recent(bench: &Bench, words: &Words) -> Recent {
    let plan = bench.plan();
    let steps = plan.journey.steps();
    let place = steps.iter().position(|step| *step == plan.step).unwrap_or(0) + 1;
    let joined = bench.verification().is_some_and(answers::is_proven);
    let stage = match (&plan.exported, joined) {
        (Some(_), _) => Stage::Exported,
        (None, true) => Stage::Verified,
        (None, false) => Stage::InProgress,
    };
    let journey = words.journey(plan.journey).card;
    Recent {
        path: bench.path.clone(),
        title: plan.title(),
        about: format!(
            "{journey}, step {place} of {}: {}",
            steps.len(),
            words.step(plan.step).name
        ),
        journey: plan.journey,
        stage,
    }
}
