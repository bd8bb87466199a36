//! Work off the UI thread: reading, saving, exporting, waiting for a dialog.
//!
//! A job gets a `Watch` to tell how far it is and to hear that it was
//! cancelled. Its outcome comes back as a message on the next frame.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// How far a job is, shared with its thread.
#[derive(Debug, Default)]
pub struct Watch {
    done: AtomicUsize,
    total: AtomicUsize,
    cancelled: AtomicBool,
}

impl Watch {
    /// Tells how many of how many parts are done.
    pub fn report(&self, done: usize, total: usize) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }

    /// Whether the person wants the job to stop.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// The part that is done, from 0 to 1, where the total is known.
    #[must_use]
    pub fn fraction(&self) -> Option<f32> {
        let total = self.total.load(Ordering::Relaxed);
        let done = self.done.load(Ordering::Relaxed);
        (total > 0).then(|| done as f32 / total as f32)
    }
}

/// A job that runs.
#[derive(Debug)]
struct Running {
    number: u64,
    title: String,
    started: f64,
    watch: Arc<Watch>,
}

/// The jobs of the window; `T` is the message they end with.
#[derive(Debug)]
pub struct Jobs<T> {
    sender: Sender<(u64, T)>,
    receiver: Receiver<(u64, T)>,
    running: Vec<Running>,
    next: u64,
    inline: bool,
}

/// A job that has run long enough to be shown.
#[derive(Debug, Clone)]
pub struct Shown {
    pub title: String,
    pub fraction: Option<f32>,
}

/// Shorter jobs are not worth a bar, in seconds.
const WORTH_SHOWING: f64 = 0.3;

impl<T: Send + 'static> Jobs<T> {
    /// Jobs on threads of their own.
    #[must_use]
    pub fn threaded() -> Self {
        Self::new(false)
    }

    /// Jobs that run at once, so that tests see their outcome on the next frame.
    #[must_use]
    pub fn inline() -> Self {
        Self::new(true)
    }

    fn new(inline: bool) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, running: Vec::new(), next: 0, inline }
    }

    /// Starts a job. `title` is shown while it runs; `None` keeps it in the
    /// background (saving, an open dialog).
    pub fn start(
        &mut self,
        ctx: &egui::Context,
        title: Option<&str>,
        work: impl FnOnce(&Watch) -> T + Send + 'static,
    ) {
        let number = self.next;
        self.next += 1;
        let watch = Arc::new(Watch::default());
        if let Some(title) = title {
            let started = ctx.input(|input| input.time);
            let watch = Arc::clone(&watch);
            self.running.push(Running { number, title: title.to_owned(), started, watch });
        }
        let (sender, ctx) = (self.sender.clone(), ctx.clone());
        let run = move || {
            let outcome = work(&watch);
            // The window may be gone already; then nobody waits for this.
            let _ = sender.send((number, outcome));
            ctx.request_repaint();
        };
        if self.inline {
            run();
        } else {
            spawn(run);
        }
    }

    /// The outcomes since the last call.
    pub fn finished(&mut self) -> Vec<T> {
        let outcomes: Vec<(u64, T)> = self.receiver.try_iter().collect();
        self.running.retain(|job| outcomes.iter().all(|(number, _)| *number != job.number));
        outcomes.into_iter().map(|(_, outcome)| outcome).collect()
    }

    /// The job to show, if one runs long enough, at `now` seconds. Asks for
    /// the repaint that will show or move the bar.
    #[must_use]
    pub fn shown(&self, ctx: &egui::Context) -> Option<Shown> {
        let job = self.running.first()?;
        let now = ctx.input(|input| input.time);
        ctx.request_repaint_after(std::time::Duration::from_millis(100));
        (now - job.started >= WORTH_SHOWING)
            .then(|| Shown { title: job.title.clone(), fraction: job.watch.fraction() })
    }

    /// Asks every shown job to stop.
    pub fn cancel(&self) {
        for job in &self.running {
            job.watch.cancelled.store(true, Ordering::Relaxed);
        }
    }
}

/// The one place where the window starts a thread.
#[expect(clippy::disallowed_methods, reason = "jobs are where threads are allowed")]
fn spawn(run: impl FnOnce() + Send + 'static) {
    std::thread::spawn(run);
}
