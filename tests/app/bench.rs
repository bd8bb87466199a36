//! A window on a bench of its own: fixed time, own folders, answered dialogs.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use joinbench::app::theme::Themes;
use joinbench::app::{
    Answer, Ask, Dialogs, FixedClock, Folders, Jobs, Opening, Settings, Surroundings, ThemeChoice,
    Window, Words,
};
use joinbench::plan::Handbook;
use tempfile::TempDir;

use crate::painter::CpuRenderer;
use crate::this_computer;

/// A report of the Contoso sample.
pub fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("wizard/samples/contoso").join(name)
}

/// Dialogs that answer what the test put in.
#[derive(Debug, Clone, Default)]
pub struct Answers(Arc<Mutex<Vec<PathBuf>>>);

impl Answers {
    pub fn set(&self, paths: Vec<PathBuf>) {
        *self.0.lock().unwrap() = paths;
    }
}

impl Dialogs for Answers {
    fn open(&self, _ask: Ask) -> Answer {
        let paths = self.0.lock().unwrap().clone();
        Box::new(move || paths)
    }
}

/// A window under test.
pub struct Bench {
    pub harness: Harness<'static, Window>,
    pub folder: TempDir,
    pub answers: Answers,
}

/// How to open the window.
pub struct Setup {
    pub size: (f32, f32),
    /// How large the text is; the window holds less of it then.
    pub text: f32,
    pub theme: ThemeChoice,
    pub opening: Opening,
}

impl Default for Setup {
    fn default() -> Self {
        Self { size: (1280.0, 800.0), text: 1.0, theme: ThemeChoice::Light, opening: Opening::Home }
    }
}

impl Bench {
    pub fn open(setup: Setup) -> Self {
        Self::open_in(tempfile::tempdir().unwrap(), setup)
    }

    /// Opens the window on folders that may hold plans already.
    pub fn open_in(folder: TempDir, setup: Setup) -> Self {
        let answers = Answers::default();
        let folders = Folders::below(folder.path());
        let mut settings = Settings::load(&folders);
        settings.theme = setup.theme;
        settings.save(&folders).unwrap();
        let around = surroundings(folders, answers.clone());
        let theme = match setup.theme {
            ThemeChoice::Dark => egui::Theme::Dark,
            ThemeChoice::Light | ThemeChoice::System => egui::Theme::Light,
        };
        let mut harness = Harness::builder()
            .with_size(egui::vec2(setup.size.0, setup.size.1) / setup.text)
            .with_pixels_per_point(setup.text)
            .with_theme(theme)
            .with_render_cursor(false)
            .with_max_steps(24)
            .renderer(CpuRenderer::default())
            .build_eframe(move |cc| Window::new(&cc.egui_ctx, around, setup.opening));
        harness.run();
        Self { harness, folder, answers }
    }

    /// Writes a file into the folder of the test.
    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// The only plan file that was saved.
    pub fn plan_file(&self) -> PathBuf {
        let plans = std::fs::read_dir(self.folder.path().join("plans")).unwrap();
        let mut files: Vec<PathBuf> = plans
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|ending| ending == "joinplan"))
            .collect();
        assert_eq!(files.len(), 1, "{files:?}");
        files.remove(0)
    }

    /// The settings as they are kept for the next start.
    pub fn settings(&self) -> Settings {
        Settings::load(&Folders::below(self.folder.path()))
    }

    /// The screens of the walk, by the names of the parts of its bar.
    pub fn screens(&self) -> Vec<String> {
        self.names_that_start("Screen ")
    }

    /// The names of everything on the page that start so.
    pub fn names_that_start(&self, start: &str) -> Vec<String> {
        let starts = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            node.label().is_some_and(|label| label.starts_with(start))
        };
        let found = self.harness.query_all_by(starts);
        found.filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// What stands in a text field; its heading may have the same name.
    pub fn value_of(&self, name: &str) -> String {
        let mut named = self.harness.query_all_by_label(name);
        let field = named.find(|node| {
            matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput)
        });
        field.and_then(|node| node.value()).unwrap_or_default()
    }

    /// Goes forward, step by step, until the page of this name is shown.
    pub fn go_to(&mut self, step: &str) {
        for _ in 0..8 {
            let current = format!("{step}, current");
            if self.harness.query_by_label_contains(&current).is_some() {
                return;
            }
            self.harness.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowRight);
            self.harness.run();
        }
        panic!("no step is called {step}");
    }

    /// Runs until nothing changes; while files hang over the window, egui asks
    /// for frames without end.
    pub fn settle(&mut self) {
        if self.harness.input_mut().hovered_files.is_empty() {
            self.harness.run();
        } else {
            self.harness.run_steps(4);
        }
    }

    /// Saves a picture of the window, or compares it with the one that is kept.
    pub fn picture(&mut self, name: &str) {
        self.settle();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/app/pictures");
        let options = egui_kittest::SnapshotOptions::new().output_path(folder).threshold(1.0);
        self.harness.snapshot_options(name, &options);
    }
}

fn surroundings(folders: Folders, answers: Answers) -> Surroundings {
    Surroundings {
        handbook: Arc::new(Handbook::built_in().unwrap()),
        themes: Themes::built_in().unwrap(),
        words: Words::built_in().unwrap(),
        clock: Box::new(FixedClock("2026-11-22T14:02:00Z".parse().unwrap())),
        dialogs: Box::new(answers),
        folders,
        jobs: Jobs::inline(),
        computer: this_computer::invented,
    }
}
