//! What Linux shows of the computer, unread.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use super::disks::{self, Disk};
use crate::probe::oem_key::OemKey;
use crate::probe::seen::Seen;
use crate::probe::smbios;

/// The files of `/sys/class/dmi/id` that are asked for.
const IDENTITY: [&str; 6] =
    ["sys_vendor", "product_name", "product_sku", "product_serial", "product_uuid", "chassis_type"];

/// The variable of the firmware, with the GUID of all variables that UEFI defines.
const SECURE_BOOT: &str =
    "sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c";

/// Longer than any of the short files.
const SHORT: usize = 4096;

/// `/proc/cpuinfo` of the largest machines is about this long.
const LONG: usize = 4 * 1024 * 1024;

/// The texts below `/sys/class/dmi/id`, by their file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity(pub BTreeMap<String, Seen<String>>);

impl Identity {
    pub(super) fn known(&self, file: &str) -> Option<&str> {
        self.0.get(file)?.known().map(String::as_str)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.values().all(|text| *text == Seen::Absent)
    }

    pub(super) fn needs_rights(&self) -> bool {
        self.0.values().any(Seen::needs_rights)
    }
}

/// What Linux shows. A test fills it by hand, or has it read below a folder
/// of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    pub hostname: Option<String>,
    /// The name of the kernel, which tells Linux inside of Windows.
    pub kernel: Option<String>,
    /// The firmware's table, without its entry point.
    pub smbios: Seen<Vec<u8>>,
    pub identity: Identity,
    pub cpuinfo: Option<String>,
    /// The clock that the processor is sold with, in kHz.
    pub base_khz: Option<u64>,
    /// The clock that it reaches for a moment, in kHz.
    pub boost_khz: Option<u64>,
    pub meminfo: Option<String>,
    /// Whether the computer was started by UEFI; `None` when `/sys` is not there.
    pub uefi: Option<bool>,
    pub secure_boot: Seen<Vec<u8>>,
    /// Whether any variable of the firmware shows.
    pub has_variables: bool,
    pub tpm_major: Option<String>,
    pub oem_key: Seen<OemKey>,
    pub disks: Vec<Disk>,
    /// `/proc/mounts`: it tells what Linux was started from.
    pub mounts: Option<String>,
}

impl Sources {
    /// Reads everything below a folder, which is `/` but for tests.
    #[must_use]
    pub fn below(root: &Path) -> Self {
        let tree = Tree(root.to_owned());
        let identity = IDENTITY.map(|file| {
            let text = tree.text(&format!("sys/class/dmi/id/{file}"));
            (file.to_owned(), text)
        });
        let clock = "sys/devices/system/cpu/cpu0/cpufreq";
        Self {
            hostname: tree.known("proc/sys/kernel/hostname"),
            kernel: tree.known("proc/sys/kernel/osrelease"),
            smbios: tree.bytes("sys/firmware/dmi/tables/DMI", smbios::LARGEST_TABLE),
            identity: Identity(BTreeMap::from(identity)),
            cpuinfo: tree.long("proc/cpuinfo"),
            base_khz: tree.number(&format!("{clock}/base_frequency")),
            boost_khz: tree.number(&format!("{clock}/cpuinfo_max_freq")),
            meminfo: tree.known("proc/meminfo"),
            uefi: tree.exists("sys/firmware").then(|| tree.exists("sys/firmware/efi")),
            secure_boot: tree.bytes(SECURE_BOOT, SHORT),
            has_variables: tree.names("sys/firmware/efi/efivars").next().is_some(),
            tpm_major: tree.known("sys/class/tpm/tpm0/tpm_version_major"),
            oem_key: tree.oem_key("sys/firmware/acpi/tables/MSDM"),
            disks: disks::below(&tree),
            mounts: tree.long("proc/mounts"),
        }
    }

    pub(super) fn is_windows_subsystem(&self) -> bool {
        self.kernel.as_deref().is_some_and(|name| name.to_ascii_lowercase().contains("microsoft"))
    }
}

/// The files of the kernel below a root; never more of one than is useful.
pub(super) struct Tree(PathBuf);

impl Tree {
    fn bytes(&self, path: &str, most: usize) -> Seen<Vec<u8>> {
        let read = || {
            // Room for short files at once: one with a key is not copied about.
            let mut bytes = Vec::with_capacity(SHORT.min(most));
            let most = u64::try_from(most).unwrap_or(u64::MAX);
            File::open(self.0.join(path))?.take(most).read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        Seen::from(read())
    }

    fn text(&self, path: &str) -> Seen<String> {
        self.bytes(path, SHORT).and_then(|bytes| Some(lossy(&bytes)))
    }

    /// A short text, where there is one.
    pub fn known(&self, path: &str) -> Option<String> {
        self.text(path).known().cloned()
    }

    fn long(&self, path: &str) -> Option<String> {
        self.bytes(path, LONG).known().map(|bytes| lossy(bytes))
    }

    pub fn number(&self, path: &str) -> Option<u64> {
        self.known(path)?.trim().parse().ok()
    }

    pub fn exists(&self, path: &str) -> bool {
        self.0.join(path).exists()
    }

    /// What a link of the kernel leads to.
    pub fn link(&self, path: &str) -> Option<String> {
        let target = std::fs::read_link(self.0.join(path)).ok()?;
        Some(target.to_string_lossy().into_owned())
    }

    /// The names in a folder; none where it cannot be read.
    pub fn names(&self, folder: &str) -> impl Iterator<Item = String> {
        let entries = std::fs::read_dir(self.0.join(folder)).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned())
    }

    /// The table is wiped as soon as its key is taken.
    fn oem_key(&self, path: &str) -> Seen<OemKey> {
        self.bytes(path, SHORT).and_then(|bytes| OemKey::from_msdm(&Zeroizing::new(bytes)))
    }
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
