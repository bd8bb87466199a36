//! The disks that are built in: `/sys/block`.

use super::sources::{Sources, Tree};
use crate::device::Field;
use crate::probe::probed::{Gathering, place};
use crate::probe::unseen::Unseen;
use crate::probe::words;

/// The kernel counts in these, whatever a disk is made of.
const SECTOR: u64 = 512;

/// A disk as the kernel shows it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Disk {
    pub name: String,
    /// Of 512 bytes each.
    pub sectors: u64,
    pub removable: bool,
    /// A part of another disk that is shown twice.
    pub hidden: bool,
    /// Where it is attached, for example `../devices/pci0000:00/…/usb1/…`.
    pub attached: String,
    /// `MMC` or `SD`, of such disks only.
    pub card: Option<String>,
}

/// Every entry of `/sys/block`, by name.
pub(super) fn below(tree: &Tree) -> Vec<Disk> {
    let mut names: Vec<String> = tree.names("sys/block").collect();
    names.sort();
    let disk = |name: String| {
        let folder = format!("sys/block/{name}");
        let is_one = |file: &str| tree.number(&format!("{folder}/{file}")) == Some(1);
        Some(Disk {
            sectors: tree.number(&format!("{folder}/size"))?,
            removable: is_one("removable"),
            hidden: is_one("hidden"),
            attached: tree.link(&folder).unwrap_or_default(),
            card: tree.known(&format!("{folder}/device/type")),
            name,
        })
    };
    names.into_iter().filter_map(disk).collect()
}

/// Keeps the size of the built-in disk, the largest where there are several.
pub(super) fn read(sources: &Sources, gathering: &mut Gathering) {
    let started_from = live_medium(sources.mounts.as_deref().unwrap_or_default());
    let built_in: Vec<&Disk> = sources
        .disks
        .iter()
        .filter(|disk| is_built_in(disk) && !started_from.iter().any(|part| disk.holds(part)))
        .collect();
    let Some(largest) = built_in.iter().max_by_key(|disk| disk.sectors) else {
        return gathering.unseen(Unseen::NoDisk);
    };
    if built_in.len() > 1 {
        gathering.unseen(Unseen::SeveralDisks);
    }
    let bytes = largest.sectors.checked_mul(SECTOR).and_then(|bytes| i64::try_from(bytes).ok());
    let raw = format!("{} sectors", largest.sectors);
    let here = place(&format!("/sys/block/{}/size", largest.name));
    gathering.findings.put_some(Field::StorageBytes, bytes, &raw, here.clone());
    gathering.findings.put(Field::StorageKind, "disk", &largest.name, here);
}

fn is_built_in(disk: &Disk) -> bool {
    let names = words::get().map(|words| words.disks.as_slice()).unwrap_or_default();
    let is_disk = names.iter().any(|start| disk.name.starts_with(start.as_str()));
    // Small parts of a soldered disk stand beside it: mmcblk0boot0, mmcblk0rpmb.
    let is_part = disk.name.contains("boot") || disk.name.contains("rpmb");
    let is_card = disk.card.as_deref().is_some_and(|kind| kind.trim() == "SD");
    let by_usb = disk.attached.contains("/usb");
    is_disk
        && !is_part
        && !is_card
        && !by_usb
        && !disk.removable
        && !disk.hidden
        && disk.sectors > 0
}

impl Disk {
    /// Whether `sda1` or `nvme0n1p2` is a part of this disk.
    fn holds(&self, part: &str) -> bool {
        let rest = part.strip_prefix(self.name.as_str());
        rest.is_some_and(|rest| rest.trim_start_matches('p').chars().all(|c| c.is_ascii_digit()))
    }
}

/// The names of what a system without installation was started from.
fn live_medium(mounts: &str) -> Vec<&str> {
    let known = words::get().map(|words| words.live_media.as_slice()).unwrap_or_default();
    let rows = mounts.lines().filter_map(|line| {
        let mut words = line.split_whitespace();
        let (device, folder) = (words.next()?, words.next()?);
        known.iter().any(|medium| medium == folder).then_some(device)?.strip_prefix("/dev/")
    });
    rows.collect()
}
