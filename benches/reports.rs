//! How many megabytes of text reports a second become readings, beside telling
//! whether the same bytes are text at all.
//!
//! Run with `cargo bench --bench reports`. The ratios are printed first.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::time::{Duration, Instant};

use divan::Bencher;
use divan::counter::BytesCount;
use joinbench::read::read;

fn main() {
    print_ratios();
    divan::main();
}

/// An msinfo32 text as long as those of real devices, most of it drivers.
fn msinfo() -> String {
    let mut text =
        "[System Summary]\r\n\r\nItem\tValue\t\r\nOS Name\tMicrosoft Windows 11 Pro\t\r\n\
                    Version\t10.0.26100 Build 26100\t\r\nSystem Name\tCTS-0001\t\r\n\
                    System Manufacturer\tContoso\t\r\nSystem Model\tBook 14\t\r\n\
                    System Type\tx64-based PC\t\r\nBIOS Mode\tUEFI\t\r\n\
                    Secure Boot State\tOn\t\r\n\
                    Installed Physical Memory (RAM)\t16.0 GB\t\r\n\r\n[System Drivers]\r\n\r\n"
            .to_owned();
    for driver in 0..12_000 {
        write!(
            text,
            "driver{driver}\tContoso driver {driver}\tc:\\windows\\system32\\drivers\\d{driver}.sys\
             \tKernel Driver\tYes\tBoot\tRunning\tOK\tNormal\tNo\tYes\t\r\n"
        )
        .unwrap();
    }
    text
}

/// `Get-ComputerInfo` as JSON with a long list of hotfixes.
fn computerinfo() -> String {
    let hotfixes: Vec<serde_json::Value> = (0..8000)
        .map(|number| {
            serde_json::json!({
                "HotFixID": format!("KB50{number:05}"), "Description": "Security Update",
                "InstalledOn": "5/1/2025", "FixComments": "",
            })
        })
        .collect();
    serde_json::json!({
        "WindowsBuildLabEx": "26100.1.amd64fre.ge_release.240331-1435",
        "WindowsEditionId": "Professional", "OsName": "Microsoft Windows 11 Pro",
        "OsBuildNumber": "26100", "CsName": "CTS-0001", "CsManufacturer": "Contoso",
        "CsModel": "Book 14", "BiosSeralNumber": "CTS0001", "OsHotFixes": hotfixes,
    })
    .to_string()
}

/// `systeminfo` of a server with many network cards and hotfixes.
fn systeminfo() -> String {
    let mut text = include_str!("../wizard/samples/contoso/systeminfo.txt").to_owned();
    for number in 0..20_000 {
        writeln!(text, "                           [{number}]: KB50{number:05}").unwrap();
    }
    text
}

fn readings(text: &str) -> usize {
    let reports = read("report.txt", text.as_bytes()).unwrap();
    reports.iter().map(|report| report.readings.len()).sum()
}

/// The least that any reader does: look at every letter.
fn bare(text: &str) -> usize {
    std::str::from_utf8(text.as_bytes()).unwrap().lines().filter(|line| line.contains('\t')).count()
}

/// The median of several runs.
#[expect(clippy::disallowed_methods, reason = "a benchmark measures time")]
fn median(mut run: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..15)
        .map(|_| {
            let start = Instant::now();
            divan::black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn print_ratios() {
    for (name, text) in
        [("msinfo", msinfo()), ("computerinfo", computerinfo()), ("systeminfo", systeminfo())]
    {
        let (read, bare) = (median(|| readings(&text)), median(|| bare(&text)));
        let megabytes = text.len() as f64 / 1e6;
        println!(
            "{name}: {:.0} MB/s, {:.1} times a bare pass over {megabytes:.1} MB",
            megabytes / read.as_secs_f64(),
            read.as_secs_f64() / bare.as_secs_f64(),
        );
    }
}

#[divan::bench]
fn read_msinfo(bencher: Bencher) {
    let text = msinfo();
    bencher.counter(BytesCount::of_str(&text)).bench(|| readings(divan::black_box(&text)));
}

#[divan::bench]
fn read_computerinfo(bencher: Bencher) {
    let text = computerinfo();
    bencher.counter(BytesCount::of_str(&text)).bench(|| readings(divan::black_box(&text)));
}

#[divan::bench]
fn read_systeminfo(bencher: Bencher) {
    let text = systeminfo();
    bencher.counter(BytesCount::of_str(&text)).bench(|| readings(divan::black_box(&text)));
}
