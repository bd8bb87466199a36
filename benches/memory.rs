//! How much memory the largest files take at the highest, beside their size.
//!
//! Run with `cargo bench --bench memory`. Each file is read by a process of its
//! own, which tells its peak; only Linux keeps one.
#![allow(clippy::unwrap_used)]

use std::ffi::OsStr;
use std::process::Command;

use joinbench::read::{LARGEST_FILE, LARGEST_REPORT, read};

/// The goal: at most this much, in MiB.
const GOAL: usize = 200;

const MIB: usize = 1024 * 1024;

fn main() {
    match std::env::var_os(FILE) {
        Some(path) => read_one(&path),
        None => CASES.iter().for_each(|(name, make)| measure(name, &make())),
    }
}

/// Names the file in the environment of the process that reads it.
const FILE: &str = "JOINBENCH_MEMORY_FILE";

/// Lets a process of its own read a file: what made it does not count.
fn measure(name: &str, bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("file.txt");
    std::fs::write(&path, bytes).unwrap();
    let child = Command::new(std::env::current_exe().unwrap()).env(FILE, &path).output().unwrap();
    let said = String::from_utf8(child.stdout).unwrap();
    let Ok(peak) = said.trim().parse::<usize>() else {
        return println!("{name}: not measured, {said}");
    };
    let (peak, size) = (peak / MIB, bytes.len() / MIB);
    let verdict = if peak <= GOAL { "within" } else { "MISSES" };
    let ratio = peak as f64 / size as f64;
    println!(
        "{name}: {peak} MiB, {ratio:.1} times its {size} MiB, {verdict} the goal of {GOAL} MiB"
    );
}

fn read_one(path: &OsStr) {
    let bytes = std::fs::read(path).unwrap();
    let found = read("file.txt", &bytes);
    for list in found.iter().flatten().filter_map(|one| one.list.as_ref()) {
        let mut rows = list.rows();
        while rows.advance().is_some() {}
    }
    match std::fs::read_to_string("/proc/self/status") {
        Ok(status) => println!("{}", peak(&status).unwrap()),
        Err(_) => println!("since only Linux tells the peak"),
    }
}

/// The peak of a process, in bytes: `VmHWM:   123456 kB`.
fn peak(status: &str) -> Option<usize> {
    let row = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes: usize = row.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

type Make = fn() -> Vec<u8>;

/// What people drop by mistake, and what they mean to.
const CASES: [(&str, Make); 8] = [
    ("a report with lines without end", || report("                 [1]: KB5\r\n")),
    ("a report with empty lines without end", || report("\n")),
    ("rows of a report without end", || report("a:b\n")),
    ("a report in a code page", || {
        // Each of these bytes becomes three.
        [SYSTEMINFO.as_bytes(), b"Gr\x94\xe1e: \x84\n", &vec![0xC4; 31 * MIB]].concat()
    }),
    ("a list", || list(LARGEST_FILE)),
    ("a list in UTF-16", || {
        list(LARGEST_FILE / 2).into_iter().flat_map(|byte| [byte, 0]).collect()
    }),
    ("JSON with as many objects as are read", || {
        let padding = "x".repeat(110);
        let object = format!("{{\"CsName\":\"CTS-0001\",\"CsModel\":\"{padding}\"}},\n");
        [b"[", &object.as_bytes().repeat(99_999)[..], b"0]"].concat()
    }),
    ("JSON without end", || repeat("[", "{\"CsName\":\"CTS-0001\"},\n", LARGEST_REPORT)),
];

const SYSTEMINFO: &str = include_str!("../wizard/samples/contoso/systeminfo.txt");
const LIST: &str = "Serial number,Manufacturer,Model,Device name\n";

fn report(line: &str) -> Vec<u8> {
    repeat(SYSTEMINFO, line, LARGEST_REPORT)
}

fn list(size: usize) -> Vec<u8> {
    repeat(LIST, "CTS0001,Contoso,Book 14,CTS-0001\n", size)
}

/// A file that is just small enough to be read.
fn repeat(head: &str, line: &str, size: usize) -> Vec<u8> {
    let lines = (size - head.len()) / line.len();
    [head.as_bytes(), &line.as_bytes().repeat(lines)].concat()
}
