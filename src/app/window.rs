//! The window: it keeps the state, draws the page and does what pages ask for.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Context, Ui};

use super::bench::Bench;
use super::clock::Clock;
use super::desk::{Action, Desk, Overlay, View};
use super::dialogs::Dialogs;
use super::guide::Reading;
use super::jobs::Jobs;
use super::settings::{Folders, Settings, ThemeChoice};
use super::sorting::Sorting;
use super::theme::{self, Themes};
use super::words::Words;
use super::{keys, pages, shell, work};
use crate::plan::{Command, Handbook, Journey, Plan, Step, WalkMode, answers, store};
use crate::probe::Probed;
use work::Outcome;

/// Everything the window needs from outside.
#[derive(Debug)]
pub struct Surroundings {
    pub handbook: Arc<Handbook>,
    pub themes: Themes,
    pub words: Words,
    pub clock: Box<dyn Clock>,
    pub dialogs: Box<dyn Dialogs>,
    pub folders: Folders,
    pub jobs: Jobs<Outcome>,
    /// Asks this computer what it is; tests answer themselves.
    pub computer: fn() -> Probed,
}

/// What to open first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    Home,
    Plan(PathBuf),
    /// A report, a list or a folder of them.
    Report(PathBuf),
    Demo,
}

/// A message across the page, with a way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    pub tone: theme::Tone,
    pub text: String,
    /// A plan that can be opened instead.
    pub open_instead: Option<PathBuf>,
}

/// The program's window.
#[derive(Debug)]
pub struct Window {
    pub(super) around: Surroundings,
    /// Without the organization's own rules.
    pub(super) built_in: Arc<Handbook>,
    pub(super) settings: Settings,
    pub(super) bench: Option<Bench>,
    pub(super) desk: Desk,
    pub(super) notice: Option<Notice>,
    pub(super) overlay: Option<Overlay>,
    /// What had the keyboard before something lay over it.
    pub(super) left: Option<egui::Id>,
    /// Files about several devices, until somebody says which one is meant.
    pub(super) sorting: Option<Sorting>,
    /// An input had the keyboard when the last frame ended: Escape takes it away
    /// before anything else hears of it.
    pub(super) was_typing: bool,
    /// The title that the system shows now.
    title: String,
}

impl Window {
    /// Sets the window up: fonts, theme, text size, and the first page.
    #[must_use]
    pub fn new(ctx: &Context, around: Surroundings, opening: Opening) -> Self {
        theme::install(ctx, &around.themes);
        let mut settings = Settings::load(&around.folders);
        settings.forget_missing();
        let mut window = Self {
            built_in: Arc::clone(&around.handbook),
            around,
            settings,
            bench: None,
            desk: Desk::default(),
            notice: None,
            overlay: None,
            left: None,
            sorting: None,
            was_typing: false,
            title: String::new(),
        };
        window.apply_theme(ctx);
        work::load_rules_again(ctx, &mut window);
        if let Some(zoom) = window.settings.zoom {
            ctx.set_zoom_factor(zoom);
        }
        match opening {
            Opening::Home => {}
            Opening::Plan(path) => window.open_plan(path),
            Opening::Report(path) => work::read_files(ctx, &mut window, vec![path]),
            Opening::Demo => window.start_demo(),
        }
        window
    }

    /// The open plan, for tests and for the title.
    #[must_use]
    pub fn plan(&self) -> Option<&Plan> {
        self.bench.as_ref().map(Bench::plan)
    }

    /// One frame: takes in what ended in the background, draws the page, does
    /// what it asked for, and saves what changed.
    pub fn show(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        work::take_finished(&ctx, self);
        self.draw(ui);
        self.act(&ctx);
        self.was_typing = ctx.text_edit_focused();
        self.give_keyboard_back(&ctx);
        work::save_if_changed(&ctx, self);
        self.update_title(&ctx);
        self.remember_size(&ctx);
    }

    fn apply_theme(&self, ctx: &Context) {
        ctx.set_theme(match self.settings.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
    }

    fn draw(&mut self, ui: &mut Ui) {
        keys::handle(ui, self);
        work::take_dropped(ui.ctx(), self);
        shell::job_bar(ui, self);
        match &self.bench {
            _ if self.sorting.is_some() => shell::sorting(ui, self),
            None => self.draw_without_plan(ui),
            Some(bench) => {
                let view =
                    View { bench, handbook: &self.around.handbook, words: &self.around.words };
                shell::show(ui, &view, self.notice.as_ref(), &mut self.desk);
            }
        }
        shell::overlays(ui, self);
        shell::drop_hint(ui, &self.around.words);
    }

    /// The first page, or a guide over it.
    fn draw_without_plan(&mut self, ui: &mut Ui) {
        let (words, notice) = (&self.around.words, self.notice.as_ref());
        if let Some(guide) = self.desk.shelf.open {
            let reading = Reading { bench: None, handbook: &self.around.handbook, words };
            shell::guide(ui, guide, &reading, notice, &mut self.desk);
        } else {
            let home = pages::home::Home { words, recent: &self.settings.recent };
            home.show(ui, notice, &mut self.desk);
        }
    }

    /// Does what the pages asked for, in order.
    pub(super) fn act(&mut self, ctx: &Context) {
        for action in std::mem::take(&mut self.desk.actions) {
            self.do_one(ctx, action);
        }
    }

    fn do_one(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::Do(command) => self.run(command),
            Action::Edit { input, command } => self.edit(input, command),
            Action::NextDevice(readings) => self.next_device(readings),
            Action::Undo => self.step_history(Bench::undo),
            Action::Redo => self.step_history(Bench::redo),
            Action::SaveNow => self.save_now(),
            Action::Home => self.go_home(),
            Action::Start(journey) => self.start(journey),
            Action::ReadAgain { source, encoding } => {
                work::read_again(ctx, self, &source, encoding);
            }
            Action::Rehearse(journey) => self.open_new(rehearsal(journey)),
            Action::Demo => self.start_demo(),
            Action::OpenPlan(path) => self.open_plan(path),
            Action::Pick(ask) => work::pick(ctx, self, ask),
            Action::ThisComputer => work::ask_this_computer(ctx, self),
            Action::ReadThisComputer => work::read_this_computer(ctx, self),
            Action::LeaveThisComputer => work::leave_this_computer(self),
            Action::ReadText(text) => work::read_text(ctx, self, text),
            Action::Secret { kind, value } => self.set_secret(kind, value),
            Action::Recheck => self.recheck(ctx),
            Action::SearchRows(query) => work::search_rows(ctx, self, query),
            Action::TakePile(place) => work::take_pile(self, place),
            Action::TakeRow { list, line } => work::take_row(self, list, line),
            Action::Remap { list, column, meaning } => {
                work::remap(ctx, self, list, column, meaning);
            }
            Action::ForgetMapping(list) => work::forget_mapping(ctx, self, list),
            Action::ShowColumns(source) => work::show_columns(ctx, self, &source),
            Action::CloseSorting => self.sorting = None,
            Action::ForgetRules => work::forget_rules(self),
            Action::TickScreen => self.tick_screen(),
            Action::Export => work::ask_where_to_export(ctx, self),
            Action::Copy(text) => ctx.copy_text(text),
            Action::Theme(choice) => self.choose_theme(ctx, choice),
            Action::Show(overlay) => self.lay_over(ctx, overlay),
            Action::CloseOverlay => self.overlay = None,
            Action::Dismiss => self.notice = None,
            Action::CancelJob => self.around.jobs.cancel(),
            Action::JumpTo(input) => self.desk.focus_next = Some(input),
        }
    }

    pub(super) fn run(&mut self, command: Command) {
        let Some(bench) = &mut self.bench else { return };
        if let Err(refused) = bench.run(command, &self.around.handbook) {
            self.say(theme::Tone::Bad, refused.to_string());
        }
    }

    fn edit(&mut self, input: egui::Id, command: Command) {
        let Some(bench) = &mut self.bench else { return };
        let refusal = bench.run(command, &self.around.handbook).err();
        self.desk.settle(input, refusal.map(|refused| refused.to_string()));
    }

    fn step_history(&mut self, step: fn(&mut Bench, &Handbook) -> bool) {
        if let Some(bench) = &mut self.bench
            && step(bench, &self.around.handbook)
        {
            self.desk.clear_drafts();
        }
    }

    fn save_now(&mut self) {
        if let Some(bench) = &mut self.bench {
            bench.saved = super::bench::Saved::Saving;
        }
    }

    fn set_secret(&mut self, kind: crate::package::SecretKind, value: String) {
        if let Some(bench) = &mut self.bench {
            bench.secrets.set(kind, value);
            bench.refresh(&self.around.handbook, bench.today);
        }
    }

    fn recheck(&mut self, ctx: &Context) {
        work::load_rules_again(ctx, self);
        let today = self.around.clock.today();
        if let Some(bench) = &mut self.bench {
            bench.refresh(&self.around.handbook, today);
        }
    }

    /// Checks with other rules from now on.
    pub(super) fn use_handbook(&mut self, handbook: Arc<Handbook>) {
        self.around.handbook = handbook;
        if let Some(bench) = &mut self.bench {
            bench.refresh(&self.around.handbook, bench.today);
        }
    }

    /// Ticks the screen of the walk with the time, and shows the next one.
    fn tick_screen(&mut self) {
        let now = self.around.clock.now().timestamp();
        if let Some(bench) = &self.bench {
            let route = answers::route(bench.plan(), &self.around.handbook, bench.today);
            let mut progress = bench.plan().walk.progress().clone();
            progress.mark_done(&route, now);
            self.run(Command::Walk(progress));
        }
    }

    fn choose_theme(&mut self, ctx: &Context, choice: ThemeChoice) {
        self.settings.theme = choice;
        self.apply_theme(ctx);
        self.keep_settings();
    }

    pub(super) fn say(&mut self, tone: theme::Tone, text: impl Into<String>) {
        self.notice = Some(Notice { tone, text: text.into(), open_instead: None });
    }

    fn go_home(&mut self) {
        self.close_bench();
        self.desk.close_guide();
        self.settings.forget_missing();
    }

    fn start_demo(&mut self) {
        match crate::plan::demo::plan_on(&self.around.handbook, self.around.clock.today()) {
            Ok(plan) => self.open_new(plan),
            Err(fault) => self.say(theme::Tone::Bad, fault.to_string()),
        }
    }

    /// Opens an empty plan.
    pub(super) fn start(&mut self, journey: Journey) {
        self.open_new(Plan::new(journey));
    }

    fn open_new(&mut self, plan: Plan) {
        let title = if plan.device.known().count() > 1 || !plan.name.is_empty() {
            plan.title()
        } else {
            self.around.words.journey(plan.journey).card
        };
        let path = store::free_path(&self.around.folders.plans, &title);
        self.put_on_bench(plan, path);
    }

    /// Opens a plan file; a damaged one leads to its last good copy.
    pub(super) fn open_plan(&mut self, path: PathBuf) {
        match store::open(&path) {
            Ok(plan) => self.put_on_bench(plan, path),
            Err(fault) => {
                let open_instead = match &fault {
                    store::StoreError::Damaged { last_good, .. } => last_good.clone(),
                    _ => None,
                };
                let text = match fault.hint() {
                    Some(hint) => format!("{fault} {hint}"),
                    None => fault.to_string(),
                };
                self.notice = Some(Notice { tone: theme::Tone::Bad, text, open_instead });
            }
        }
    }

    fn put_on_bench(&mut self, plan: Plan, path: PathBuf) {
        self.close_bench();
        let today = self.around.clock.today();
        self.bench = Some(Bench::new(plan, path, &self.around.handbook, today));
        self.desk = Desk::default();
        self.notice = None;
    }

    /// Writes what is not written yet, remembers the plan and closes it.
    fn close_bench(&mut self) {
        if let Some(bench) = self.bench.take()
            && bench.version > 0
        {
            if let Err(fault) = bench.pen.write(bench.version, &bench.path, bench.plan()) {
                self.say(theme::Tone::Bad, fault.to_string());
            }
            self.settings.remember(work::recent(&bench, &self.around.words));
            self.keep_settings();
        }
    }

    pub(super) fn keep_settings(&mut self) {
        if let Err(fault) = self.settings.save(&self.around.folders) {
            log::warn!("the settings were not kept: {fault}");
        }
    }

    fn update_title(&mut self, ctx: &Context) {
        let title = match &self.bench {
            Some(bench) => format!("{} · Joinbench", bench.plan().title()),
            None => "Joinbench".to_owned(),
        };
        if title != self.title {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

/// A plan that rehearses a walk on this computer, on the Join page at once.
fn rehearsal(journey: Journey) -> Plan {
    let mut plan = Plan::new(journey);
    "Rehearsal".clone_into(&mut plan.name);
    plan.walk.mode = WalkMode::Rehearsal;
    plan.step = Step::Join;
    plan.visited.insert(Step::Join);
    plan
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.show(ui);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.close_bench();
        self.keep_settings();
    }
}
