//! A bench to run the program on.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder with the reports of the demo, in which the program runs.
pub struct Bench {
    folder: TempDir,
}

/// What a run said.
#[derive(Debug)]
pub struct Run {
    command: String,
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// The files that describe the device of the demo.
pub const REPORTS: [&str; 4] =
    ["dsregcmd.txt", "computerinfo.json", "systeminfo.txt", "readiness.json"];

impl Bench {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("wizard/samples/contoso");
        for sample in std::fs::read_dir(samples).unwrap() {
            let path = sample.unwrap().path();
            std::fs::copy(&path, folder.path().join(path.file_name().unwrap())).unwrap();
        }
        Self { folder }
    }

    /// A bench on which the demo was written into `demo`.
    pub fn with_demo() -> Self {
        let bench = Self::new();
        assert_eq!(bench.run(&["demo", "--to", "demo"]).code, 0);
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// The names in a folder, sorted.
    pub fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, b"")
    }

    /// Runs with this on standard input.
    pub fn run_with(&self, arguments: &[&str], input: &[u8]) -> Run {
        let mut child = self.command(&on_a_day(arguments)).spawn().unwrap();
        // A program that does not want its input may close it early.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        Run {
            command: format!("joinbench {}", arguments.join(" ")),
            code: output.status.code().expect("an exit code, not a signal"),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// The program as a command, without a display and away from the home of
    /// whoever runs the tests.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_joinbench"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("HOME", self.folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "JOINBENCH_LOG"] {
            command.env_remove(name);
        }
        command
    }
}

impl Run {
    /// Standard output as exactly one JSON document of schema 1.
    pub fn json(&self) -> Value {
        let document: Value = serde_json::from_str(&self.out)
            .unwrap_or_else(|fault| panic!("{self:#?} is not one document: {fault}"));
        assert_eq!(document["schema"], 1, "{self:#?}");
        document
    }

    /// The whole run, for a snapshot.
    pub fn transcript(&self) -> String {
        let errors: String =
            self.err.lines().map(|line| ["[stderr] ", line, "\n"].concat()).collect();
        format!("$ {}\n{}{errors}[exit {}]\n", self.command, self.out, self.code)
    }

    pub fn is_refused(&self, words: &[&str]) {
        assert_eq!(self.code, 2, "{self:#?}");
        assert_eq!(self.out, "", "{self:#?}");
        for word in words {
            assert!(self.err.contains(word), "{word} is not in {self:#?}");
        }
    }
}

/// The arguments, on the day of the demo where the day counts: the tests shall
/// not grow old.
fn on_a_day<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    let mut dated = arguments.to_vec();
    let counts = ["check", "verify", "export"].iter().any(|name| arguments.contains(name));
    if counts && !arguments.contains(&"--today") && !arguments.contains(&"--help") {
        dated.extend(["--today", "2026-11-22"]);
    }
    dated
}

/// The arguments of a command, then the reports of the demo.
pub fn with_reports<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    arguments.iter().copied().chain(REPORTS).collect()
}

/// A status report from the fixtures of the readers.
pub fn status_report(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read/fixtures/dsregcmd");
    std::fs::read(folder.join(name)).unwrap()
}
