//! Input that is missing, broken or meant to break something.

use crate::support::Bench;

fn refuses(content: &[u8], words: &[&str]) {
    let bench = Bench::new();
    bench.write("input", content);
    for command in ["read", "check", "verify"] {
        bench.run(&[command, "input"]).is_refused(words);
        let run = bench.run_with(&[command, "--json", "-"], content);
        assert_eq!(run.code, 2, "{run:#?}");
        let refused = run.json();
        assert!(refused["error"]["message"].is_string(), "{run:#?}");
        assert_eq!(refused["problems"][0]["file"], "stdin", "{run:#?}");
    }
}

#[test]
fn an_empty_file() {
    refuses(b"", &["input: This file is empty", "error: ", "try: "]);
}

#[test]
fn a_binary_file() {
    refuses(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &["input: This file is"]);
}

#[test]
fn text_of_no_known_format() {
    refuses(b"A letter to a friend.\n", &["Nothing here looks like a known report"]);
}

#[test]
fn json_that_goes_too_deep() {
    refuses("[".repeat(200_000).as_bytes(), &["input:"]);
}

#[test]
fn json_that_breaks_off_names_line_and_column() {
    let bench = Bench::new();
    bench.write("input", "{\n  \"returnCode\": 0,\n  \"logging\": oops\n}");
    bench.run(&["read", "input"]).is_refused(&["input:3:"]);
}

#[test]
fn a_missing_file_and_a_folder() {
    let bench = Bench::new();
    std::fs::create_dir(bench.path("folder")).unwrap();
    for command in ["read", "check", "verify"] {
        bench.run(&[command, "missing.txt"]).is_refused(&["There is no such file"]);
        bench.run(&[command, "folder"]).is_refused(&["There is no file in this folder"]);
    }
}

#[test]
fn a_file_over_the_limit_is_refused_unread() {
    let bench = Bench::new();
    let file = std::fs::File::create(bench.path("large.txt")).unwrap();
    // A hole in the disk: reading it would take memory, looking at it does not.
    file.set_len(1 << 40).unwrap();
    bench.run(&["read", "large.txt"]).is_refused(&["large.txt: This file is larger than 64 MiB"]);
}

#[cfg(unix)]
#[test]
fn an_endless_device_is_left_after_the_limit() {
    Bench::new().run(&["read", "/dev/zero"]).is_refused(&["larger than 64 MiB"]);
}

#[cfg(unix)]
#[test]
fn a_named_pipe_is_refused_before_it_waits() {
    let bench = Bench::new();
    let made = std::process::Command::new("mkfifo").arg(bench.path("pipe")).status().unwrap();
    assert!(made.success());
    bench.run(&["read", "pipe"]).is_refused(&["pipe: This is a named pipe", "standard input"]);
}

#[cfg(unix)]
#[test]
fn links_that_lead_in_a_circle_end() {
    use std::os::unix::fs::symlink;
    let bench = Bench::new();
    symlink("circle", bench.path("circle")).unwrap();
    bench.run(&["read", "circle"]).is_refused(&["circle: This file could not be read"]);
    bench.write("folder/dsregcmd.txt", bench.read("dsregcmd.txt"));
    std::fs::create_dir(bench.path("folder/below")).unwrap();
    symlink("..", bench.path("folder/below/up")).unwrap();
    symlink(".", bench.path("folder/again")).unwrap();
    let run = bench.run(&["read", "--json", "folder"]);
    assert_eq!(run.json()["sources"].as_array().unwrap().len(), 1, "{run:#?}");
}

#[test]
fn a_value_cannot_steer_the_terminal() {
    let bench = Bench::new();
    let report = bench.read("systeminfo.txt").replace("Latitude 5440", "Lat\u{1b}[2Jitude\u{202e}");
    bench.write("report.txt", report);
    for command in ["read", "check"] {
        let run = bench.run(&[command, "report.txt"]);
        assert!(run.out.contains("Lat"), "{run:#?}");
        assert!(!run.out.contains(['\u{1b}', '\u{202e}']), "{run:#?}");
    }
}
