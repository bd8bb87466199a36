//! The processor, from `/proc/cpuinfo`.

use std::collections::BTreeSet;

use super::sources::Sources;
use crate::device::{Field, Place};
use crate::probe::probed::{Gathering, place};

/// One logical processor: its rows in order.
type Block<'a> = Vec<(&'a str, &'a str)>;

fn here() -> Place {
    place("/proc/cpuinfo")
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for (key, value) in text.lines().filter_map(|line| line.split_once(':')) {
        let (key, value) = (key.trim(), value.trim());
        if key == "processor" {
            blocks.push(Vec::new());
        }
        if let Some(block) = blocks.last_mut() {
            block.push((key, value));
        }
    }
    blocks
}

fn row<'a>(block: &[(&str, &'a str)], key: &str) -> Option<&'a str> {
    block.iter().find(|(name, _)| *name == key).map(|(_, value)| *value)
}

/// What the processor says of itself.
pub(super) fn read(sources: &Sources, gathering: &mut Gathering) {
    let blocks = blocks(sources.cpuinfo.as_deref().unwrap_or_default());
    let Some(first) = blocks.first() else { return };
    let findings = &mut gathering.findings;
    for (field, key) in [(Field::CpuName, "model name"), (Field::CpuVendor, "vendor_id")] {
        if let Some(text) = row(first, key) {
            findings.put_text(field, text, here());
        }
    }
    for (field, key) in [
        (Field::CpuFamily, "cpu family"),
        (Field::CpuModel, "model"),
        (Field::CpuStepping, "stepping"),
    ] {
        if let Some(raw) = row(first, key) {
            findings.put_some(field, raw.parse::<u32>().ok(), raw, here());
        }
    }
    if let Some((architecture, raw)) = architecture(first) {
        findings.put(Field::Architecture, architecture, raw, here());
    }
    counts(&blocks, gathering);
    clock(sources, first, gathering);
}

/// What the processor can run: `lm` is the 64-bit mode of x86.
fn architecture(block: &Block<'_>) -> Option<(&'static str, &'static str)> {
    if let Some(flags) = row(block, "flags") {
        let long_mode = flags.split_whitespace().any(|flag| flag == "lm");
        return Some(if long_mode { ("x64", "lm") } else { ("x86", "no lm") });
    }
    (row(block, "CPU architecture")? == "8").then_some(("arm64", "CPU architecture 8"))
}

fn counts(blocks: &[Block<'_>], gathering: &mut Gathering) {
    let findings = &mut gathering.findings;
    let threads = u32::try_from(blocks.len()).ok();
    findings.put_some(Field::CpuThreads, threads, &format!("{} blocks", blocks.len()), here());
    let cores: BTreeSet<(&str, &str)> = blocks
        .iter()
        .filter_map(|block| Some((row(block, "physical id")?, row(block, "core id")?)))
        .collect();
    let count = u32::try_from(cores.len()).ok().filter(|count| *count > 0);
    findings.put_some(Field::CpuCores, count, &format!("{} core ids", cores.len()), here());
}

/// The clock that the processor is sold with. The row `cpu MHz` is none: it
/// shows how fast it idles just now.
fn clock(sources: &Sources, block: &Block<'_>, gathering: &mut Gathering) {
    let findings = &mut gathering.findings;
    if let Some(khz) = sources.base_khz {
        let mhz = i64::try_from(khz / 1000).ok();
        findings.put_some(
            Field::CpuMhz,
            mhz,
            &format!("{khz} kHz"),
            place("cpufreq base_frequency"),
        );
    }
    if let Some(name) = row(block, "model name") {
        findings.put_some(Field::CpuMhz, named_clock(name), name, here());
    }
}

/// `Intel(R) Core(TM) i7-8650U CPU @ 1.90GHz` runs at 1900 MHz.
fn named_clock(name: &str) -> Option<i64> {
    let clock = name.rsplit_once('@')?.1.trim();
    let (whole, part) = clock.strip_suffix("GHz")?.split_once('.')?;
    let hundredths: i64 = format!("{part:0<2}").get(..2)?.parse().ok()?;
    whole.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(hundredths.checked_mul(10)?)
}

/// Where neither the processor nor the firmware tells: a hypervisor gives its
/// guests a clock that stands still, other kernels at least know the highest.
pub(super) fn read_what_is_left(sources: &Sources, gathering: &mut Gathering) {
    let blocks = blocks(sources.cpuinfo.as_deref().unwrap_or_default());
    let Some(first) = blocks.first() else { return };
    let guest = row(first, "flags")
        .is_some_and(|flags| flags.split_whitespace().any(|flag| flag == "hypervisor"));
    let findings = &mut gathering.findings;
    if guest {
        findings.put(Field::VirtualMachine, true, "hypervisor", here());
    }
    if let Some(khz) = sources.boost_khz {
        let mhz = i64::try_from(khz / 1000).ok();
        let raw = format!("{khz} kHz");
        findings.put_some(Field::CpuMhz, mhz, &raw, place("cpufreq cpuinfo_max_freq"));
    } else if guest && let Some(raw) = row(first, "cpu MHz") {
        let whole = raw.split('.').next().and_then(|whole| whole.parse::<u32>().ok());
        findings.put_some(Field::CpuMhz, whole, raw, here());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_may_tell_the_clock() {
        for (name, expected) in [
            ("Intel(R) Core(TM) i7-8650U CPU @ 1.90GHz", Some(1900)),
            ("Intel(R) Xeon(R) CPU @ 2.8GHz", Some(2800)),
            ("AMD Ryzen 5 PRO 5650U with Radeon Graphics", None),
            ("@ GHz", None),
            ("@ 99999999999999999999.9GHz", None),
        ] {
            assert_eq!(named_clock(name), expected, "{name}");
        }
    }
}
