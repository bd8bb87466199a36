//! How many Autopilot hardware hashes a second one core reads, checks and turns
//! into readings; beside it the least that any reader has to do.
//!
//! Run with `cargo bench --bench hashes`.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../tests/shared/hardware_hash.rs"]
#[allow(dead_code, reason = "the tests use the rest")]
mod hardware_hash;

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use divan::Bencher;
use divan::counter::ItemsCount;
use hardware_hash::HashBuilder;
use joinbench::read::hash::{decode, read_list};
use sha2::{Digest, Sha256};

fn main() {
    divan::main();
}

#[divan::bench]
fn decode_check_and_read(bencher: Bencher) {
    let (hash, source) = (HashBuilder::laptop().base64(), Arc::from("hashes.csv"));
    bencher.counter(ItemsCount::new(1_u32)).bench(|| {
        let hash = decode(divan::black_box(&hash)).unwrap();
        hash.readings(&source, 2)
    });
}

#[divan::bench]
fn decode_and_check(bencher: Bencher) {
    let hash = HashBuilder::laptop().base64();
    bencher.counter(ItemsCount::new(1_u32)).bench(|| decode(divan::black_box(&hash)).unwrap());
}

/// Base64 and SHA-256 of the same bytes, and nothing else.
#[divan::bench]
fn bare_base64_and_sha256(bencher: Bencher) {
    let hash = HashBuilder::laptop().base64();
    bencher.counter(ItemsCount::new(1_u32)).bench(|| {
        let bytes = STANDARD.decode(divan::black_box(&hash)).unwrap();
        let total = usize::from(u16::from_le_bytes([bytes[2], bytes[3]]));
        Sha256::digest(&bytes[..total])
    });
}

/// A whole file, as `joinbench hash` reads it.
#[divan::bench(sample_count = 20)]
fn a_list_of_a_thousand(bencher: Bencher) {
    let rows: u32 = 1000;
    let hash = HashBuilder::laptop().base64();
    let mut csv = "Device Serial Number,Windows Product ID,Hardware Hash\r\n".to_owned();
    for _ in 0..rows {
        csv.extend(["CTS0001,,", &hash, "\r\n"]);
    }
    bencher.counter(ItemsCount::new(rows)).bench(|| {
        let list = read_list("hashes.csv", divan::black_box(csv.as_bytes())).unwrap();
        list.rows.len()
    });
}
