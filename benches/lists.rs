//! How fast the rows of a list are read, beside a bare pass of the `csv` crate
//! over the same bytes: looked through, as a search does, and kept with the
//! evidence of every value.
//!
//! Run with `cargo bench --bench lists`. The ratios are printed first.
#![allow(clippy::unwrap_used)]

use std::fmt::Write;
use std::time::{Duration, Instant};

use divan::Bencher;
use divan::counter::BytesCount;
use joinbench::read::read;
use joinbench::read::table::List;

const ROWS: usize = 20_000;

fn main() {
    print_ratios();
    divan::main();
}

/// What Intune exports: many columns, of which some are read.
fn intune() -> String {
    let mut text = "Device ID,Device name,Enrollment date,Last check-in,Microsoft Entra Device ID,\
                    OS version,Microsoft Entra registered,EAS activation ID,Serial number,\
                    Manufacturer,Model,EAS activated,IMEI,Compliance,Wi-Fi MAC,Total storage,\
                    Free storage,Management name,Primary user UPN,Encrypted,OS,SkuFamily,JoinType,\
                    ProcessorArchitecture\n"
        .to_owned();
    for row in 0..ROWS {
        writeln!(
            text,
            "1b2c3d4e-0000-4000-8000-{row:012x},CTS-{row:05},2024-03-01 08:15:00.0000000,\
             2026-11-20 08:15:00.0000000,9f8e7d6c-0000-4000-8000-{row:012x},10.0.26100.4061,True,\
             {row:032X},PF{row:06},LENOVO,21AK00{:02}GE,False,,Compliant,00155D{row:06X},243534,\
             102400,adele_Windows_3/1/2024_8:15 AM,user{row}@contoso.com,True,Windows,Enterprise,\
             Microsoft Entra joined,9",
            row % 40
        )
        .unwrap();
    }
    text
}

/// A small spreadsheet table, every column of which is read.
fn spreadsheet() -> String {
    let mut text = "Seriennummer;Hersteller;Modell;Arbeitsspeicher (GB)\r\n".to_owned();
    for row in 0..ROWS * 4 {
        writeln!(text, "CTS{row:06};Contoso;Book {};16\r", row % 20).unwrap();
    }
    text
}

fn list(text: &str) -> List {
    read("list.csv", text.as_bytes()).unwrap().into_iter().find_map(|one| one.list).unwrap()
}

fn bare(text: &str) -> usize {
    let separator = if text.contains(';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(separator).from_reader(text.as_bytes());
    let mut record = csv::ByteRecord::new();
    let mut fields = 0;
    while reader.read_byte_record(&mut record).unwrap() {
        fields += record.len();
    }
    fields
}

/// Understands every value of every row.
fn looked_through(list: &List) -> usize {
    let (mut rows, mut values) = (list.rows(), 0);
    while let Some(row) = rows.advance() {
        values += divan::black_box(&row).count();
    }
    values
}

/// Makes rows that last, with the evidence of every value.
fn kept(list: &List) -> usize {
    list.rows().map(|row| divan::black_box(row).readings.len()).sum()
}

/// The best of several runs, so that other work on the machine counts little.
#[expect(clippy::disallowed_methods, reason = "this measures")]
fn best(mut run: impl FnMut() -> usize) -> Duration {
    let one = |_| {
        let start = Instant::now();
        divan::black_box(run());
        start.elapsed()
    };
    (0..15).map(one).min().unwrap()
}

fn print_ratios() {
    for (name, text) in [("an Intune export", intune()), ("a spreadsheet", spreadsheet())] {
        let list = list(&text);
        let bare = best(|| bare(&text));
        let (through, kept) = (best(|| looked_through(&list)), best(|| kept(&list)));
        let ratio = |time: Duration| time.as_secs_f64() / bare.as_secs_f64();
        println!(
            "{name}: bare csv {bare:.1?}, looked through {:.2} times, kept {:.2} times",
            ratio(through),
            ratio(kept),
        );
    }
}

#[divan::bench]
fn rows_of_an_intune_export(bencher: Bencher) {
    let text = intune();
    let list = list(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| looked_through(divan::black_box(&list)));
}

#[divan::bench]
fn rows_of_an_intune_export_kept(bencher: Bencher) {
    let text = intune();
    let list = list(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| kept(divan::black_box(&list)));
}

#[divan::bench]
fn a_bare_pass_over_an_intune_export(bencher: Bencher) {
    let text = intune();
    bencher.counter(BytesCount::of_str(&text)).bench(|| bare(divan::black_box(&text)));
}

#[divan::bench]
fn rows_of_a_spreadsheet(bencher: Bencher) {
    let text = spreadsheet();
    let list = list(&text);
    bencher.counter(BytesCount::of_str(&text)).bench(|| looked_through(divan::black_box(&list)));
}

#[divan::bench]
fn recognise_a_list(bencher: Bencher) {
    let text = intune();
    bencher.bench(|| read("list.csv", divan::black_box(text.as_bytes())).unwrap().len());
}
