//! What Linux says, from recorded texts, and from a folder that looks like `/`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use joinbench::probe::linux::{Disk, Identity, Sources, readings};
use joinbench::probe::{OemKey, Probed, Seen, System};

use crate::support::{KEY, check, laptop, msdm, tells};

const CPUINFO: &str = "\
processor\t: 0
vendor_id\t: GenuineIntel
cpu family\t: 6
model\t\t: 142
model name\t: Intel(R) Core(TM) i7-8650U CPU @ 1.90GHz
stepping\t: 10
cpu MHz\t\t: 800.012
physical id\t: 0
siblings\t: 2
core id\t\t: 0
cpu cores\t: 1
flags\t\t: fpu vme lm sse4_2

processor\t: 1
vendor_id\t: GenuineIntel
cpu family\t: 6
model\t\t: 142
model name\t: Intel(R) Core(TM) i7-8650U CPU @ 1.90GHz
stepping\t: 10
cpu MHz\t\t: 3900.000
physical id\t: 0
core id\t\t: 0
flags\t\t: fpu vme lm sse4_2
";

const MEMINFO: &str = "MemTotal:       16265216 kB\nMemFree:         1234567 kB\n";

fn disk(name: &str, gigabytes: u64) -> Disk {
    let attached = "../devices/pci0000:00/0000:00:1d.0".to_owned();
    Disk { name: name.to_owned(), sectors: gigabytes * 2_000_000, attached, ..Disk::default() }
}

/// A laptop, asked by an administrator.
fn asked_as_root() -> Sources {
    Sources {
        hostname: Some("ct-0042.corp.contoso.com\n".to_owned()),
        kernel: Some("6.12.0-1-amd64".to_owned()),
        smbios: Seen::Known(laptop().0),
        identity: identity(Seen::Known("CTS0042\n".to_owned())),
        cpuinfo: Some(CPUINFO.to_owned()),
        meminfo: Some(MEMINFO.to_owned()),
        uefi: Some(true),
        secure_boot: Seen::Known(vec![6, 0, 0, 0, 1]),
        has_variables: true,
        tpm_major: Some("2\n".to_owned()),
        oem_key: OemKey::from_msdm(&msdm(KEY)).map_or(Seen::Absent, Seen::Known),
        disks: vec![disk("nvme0n1", 256)],
        ..Sources::default()
    }
}

/// The same laptop, asked by somebody else.
fn asked_as_a_user() -> Sources {
    Sources {
        smbios: Seen::NeedsRights,
        identity: identity(Seen::NeedsRights),
        oem_key: Seen::NeedsRights,
        ..asked_as_root()
    }
}

fn identity(serial: Seen<String>) -> Identity {
    let open = |text: &str| Seen::Known(format!("{text}\n"));
    Identity(BTreeMap::from([
        ("sys_vendor".to_owned(), open("Contoso")),
        ("product_name".to_owned(), open("Latitude 5440")),
        ("product_sku".to_owned(), open("0C0C")),
        ("chassis_type".to_owned(), open("10")),
        ("product_serial".to_owned(), serial),
    ]))
}

#[test]
fn an_administrator_sees_everything_that_linux_can_know() {
    let probed = readings(&asked_as_root());
    let lines: Vec<String> = probed
        .readings
        .iter()
        .map(|reading| format!("{} = {} ({})", reading.field, reading.value, reading.from))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
    let messages: Vec<&str> = probed.problems.iter().map(|p| p.message.as_str()).collect();
    assert_eq!(messages.len(), 1, "{messages:?}");
    assert!(tells(&probed, "runs Linux now"));
}

#[test]
fn without_rights_it_says_what_an_administrator_would_see() {
    let probed = readings(&asked_as_a_user());
    check(
        &probed,
        &[
            ("manufacturer", "Contoso"),
            ("model", "Latitude 5440"),
            ("chassis", "Notebook"),
            ("serial", ""),
            ("key_group", ""),
            ("memory_mb", "15884"),
        ],
    );
    assert!(tells(&probed, "serial number and the UUID") && tells(&probed, "sudo"));
    assert!(tells(&probed, "Windows key"));
}

#[test]
fn linux_claims_nothing_about_windows() {
    let said = crate::support::said(&readings(&asked_as_root()));
    for field in [
        "edition_id",
        "sku",
        "build",
        "revision",
        "release",
        "installation_type",
        "s_mode",
        "domain_joined",
        "entra_joined",
        "entra_registered",
        "mdm_enrolled",
        "user_is_entra",
        "setup_state",
    ] {
        assert!(!said.contains_key(field), "{field}");
    }
    let probed = readings(&asked_as_root());
    assert_eq!(probed.system, System::Linux);
    assert!(probed.is_new(), "Windows, if it comes, shows its first screens");
}

#[test]
fn the_clock_is_the_one_the_processor_is_sold_with() {
    let told = |sources: Sources| readings(&sources);
    let bare = || Sources { cpuinfo: Some(CPUINFO.to_owned()), ..Sources::default() };
    check(&told(bare()), &[("cpu_mhz", "1900")]);
    check(&told(Sources { base_khz: Some(2_100_000), ..bare() }), &[("cpu_mhz", "2100")]);
    let unnamed = CPUINFO.replace(" @ 1.90GHz", "");
    let unnamed = || Sources { cpuinfo: Some(unnamed.clone()), ..Sources::default() };
    // The row `cpu MHz` shows how fast it idles: never that it is too slow.
    check(&told(unnamed()), &[("cpu_mhz", "")]);
    check(&told(Sources { boost_khz: Some(4_200_000), ..unnamed() }), &[("cpu_mhz", "4200")]);
    let table = Seen::Known(laptop().0);
    check(&told(Sources { smbios: table, ..unnamed() }), &[("cpu_mhz", "1600")]);
    let guest = unnamed().cpuinfo.map(|text| text.replace("fpu", "fpu hypervisor"));
    check(
        &told(Sources { cpuinfo: guest, ..Sources::default() }),
        &[("cpu_mhz", "800"), ("virtual_machine", "yes")],
    );
}

#[test]
fn cores_and_threads_are_counted_apart() {
    check(&readings(&asked_as_root()), &[("cpu_cores", "1"), ("cpu_threads", "2")]);
}

#[test]
fn an_arm_processor_is_told_by_its_architecture() {
    let cpuinfo = "processor\t: 0\nCPU implementer\t: 0x51\nCPU architecture: 8\n";
    let sources =
        Sources { cpuinfo: Some(cpuinfo.to_owned()), uefi: Some(false), ..Sources::default() };
    let expected = [("architecture", "arm64"), ("cpu_family", ""), ("firmware", "")];
    check(&readings(&sources), &expected);
}

#[test]
fn too_little_visible_memory_proves_nothing() {
    let of = |kilobytes: u64| {
        let meminfo = Some(format!("MemTotal: {kilobytes} kB\n"));
        readings(&Sources { meminfo, smbios: Seen::NeedsRights, ..Sources::default() })
    };
    check(&of(8_000_000), &[("memory_mb", "7812")]);
    check(&of(3_500_000), &[("memory_mb", "")]);
    assert!(tells(&of(3_500_000), "memory is installed"));
    assert!(!tells(&of(8_000_000), "memory is installed"));
}

fn with_secure_boot(secure_boot: Seen<Vec<u8>>, has_variables: bool) -> Probed {
    let sources = Sources { uefi: Some(true), secure_boot, has_variables, ..Sources::default() };
    readings(&sources)
}

#[test]
fn secure_boot_is_the_byte_behind_the_attributes() {
    let told = |bytes: &[u8]| with_secure_boot(Seen::Known(bytes.to_vec()), true);
    check(&told(&[6, 0, 0, 0, 1]), &[("secure_boot", "on"), ("secure_boot_capable", "yes")]);
    check(&told(&[6, 0, 0, 0, 0]), &[("secure_boot", "off"), ("firmware", "uefi")]);
    for broken in [&[6, 0, 0, 0][..], &[6, 0, 0, 0, 9], &[]] {
        check(&told(broken), &[("secure_boot", "")]);
        assert!(tells(&told(broken), "Secure Boot is not known"));
    }
}

#[test]
fn secure_boot_that_cannot_be_asked_is_not_off() {
    check(&with_secure_boot(Seen::Absent, true), &[("secure_boot", "unsupported")]);
    for hidden in [Seen::NeedsRights, Seen::Absent] {
        let probed = with_secure_boot(hidden, false);
        check(&probed, &[("secure_boot", ""), ("secure_boot_capable", "")]);
        assert!(tells(&probed, "Secure Boot is not known"));
    }
}

#[test]
fn a_computer_started_by_legacy_bios_has_no_secure_boot() {
    let bios = readings(&Sources { uefi: Some(false), ..Sources::default() });
    check(&bios, &[("firmware", "bios"), ("secure_boot", "unsupported")]);
    let unknown = readings(&Sources::default());
    check(&unknown, &[("firmware", ""), ("secure_boot", "")]);
}

#[test]
fn a_tpm_that_does_not_show_is_not_none() {
    let of = |major: Option<&str>| {
        readings(&Sources { tpm_major: major.map(str::to_owned), ..Sources::default() })
    };
    check(&of(Some("2\n")), &[("tpm_version", "2.0")]);
    check(&of(Some("1\n")), &[("tpm_version", "1.2")]);
    check(&of(None), &[("tpm_version", "")]);
    assert!(tells(&of(None), "No security chip shows"));
}

#[test]
fn only_built_in_disks_count() {
    let of = |disks: Vec<Disk>, mounts: &str| {
        let mounts = Some(mounts.to_owned());
        readings(&Sources { disks, mounts, ..Sources::default() })
    };
    let stick = Disk {
        attached: "../devices/pci0000:00/0000:00:14.0/usb1/1-2/host1/block/sdb".to_owned(),
        ..disk("sdb", 2000)
    };
    let removable = Disk { removable: true, ..disk("sdc", 2000) };
    let card = Disk { card: Some("SD\n".to_owned()), ..disk("mmcblk1", 2000) };
    let twin = Disk { hidden: true, ..disk("nvme0c0n1", 2000) };
    let others = ["loop0", "zram0", "sr0", "dm-0", "md0", "mmcblk0boot0"].map(|n| disk(n, 2000));
    let mut disks = vec![disk("nvme0n1", 256), stick, removable, card, twin, disk("sdd", 0)];
    disks.extend(others);
    let found = of(disks, "");
    check(&found, &[("storage_bytes", "262144000000"), ("storage_kind", "disk")]);
    assert!(!tells(&found, "Several disks"));

    let two = vec![disk("sda", 500), disk("nvme0n1", 256)];
    check(&of(two.clone(), ""), &[("storage_bytes", "512000000000")]);
    assert!(tells(&of(two.clone(), ""), "Several disks"));
    // A live system was started from sda.
    let live = of(two, "/dev/sda1 /run/live/medium iso9660 ro 0 0\n");
    check(&live, &[("storage_bytes", "262144000000")]);
    assert!(tells(&of(Vec::new(), ""), "No built-in disk"));
}

#[test]
fn linux_inside_of_windows_sees_nothing() {
    let kernel = Some("5.15.167.4-microsoft-standard-WSL2\n".to_owned());
    let probed = readings(&Sources { kernel, ..asked_as_root() });
    assert_eq!(probed.readings, []);
    assert!(tells(&probed, "inside of Windows"));
}

fn write(root: &Path, path: &str, content: impl AsRef<[u8]>) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

#[test]
fn the_files_of_the_kernel_are_found_where_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    write(root, "proc/sys/kernel/hostname", "ct-0042\n");
    write(root, "proc/sys/kernel/osrelease", "6.12.0-1-amd64\n");
    write(root, "proc/cpuinfo", CPUINFO);
    write(root, "proc/meminfo", MEMINFO);
    write(root, "sys/firmware/dmi/tables/DMI", laptop().0);
    write(root, "sys/firmware/acpi/tables/MSDM", msdm(KEY));
    let variable = "SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c";
    write(root, &format!("sys/firmware/efi/efivars/{variable}"), [6, 0, 0, 0, 1]);
    write(root, "sys/class/tpm/tpm0/tpm_version_major", "2\n");
    write(root, "sys/class/dmi/id/sys_vendor", "Contoso\n");
    write(root, "sys/devices/system/cpu/cpu0/cpufreq/base_frequency", "2100000\n");
    write(root, "sys/block/nvme0n1/size", "500000000\n");
    write(root, "sys/block/nvme0n1/removable", "0\n");
    write(root, "sys/block/sda/size", "900000000\n");
    write(root, "sys/block/sda/removable", "1\n");
    let probed = readings(&Sources::below(root));
    check(
        &probed,
        &[
            ("hostname", "ct-0042"),
            ("serial", "CTS0042"),
            ("memory_mb", "16384"),
            ("firmware", "uefi"),
            ("secure_boot", "on"),
            ("tpm_version", "2.0"),
            ("key_group", "3305"),
            ("cpu_mhz", "2100"),
            ("storage_bytes", "256000000000"),
        ],
    );
}

/// The kernel links each disk to where it is attached.
#[cfg(unix)]
#[test]
fn a_disk_behind_usb_is_known_by_its_link() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    for (name, attached, sectors) in [
        ("sda", "pci0000:00/0000:00:17.0/ata1/block/sda", "500000000"),
        ("sdb", "pci0000:00/0000:00:14.0/usb1/1-2/block/sdb", "900000000"),
    ] {
        write(root, &format!("sys/devices/{attached}/size"), sectors);
        fs::create_dir_all(root.join("sys/block")).unwrap();
        let target = format!("../devices/{attached}");
        std::os::unix::fs::symlink(target, root.join("sys/block").join(name)).unwrap();
    }
    let found = readings(&Sources::below(root));
    check(&found, &[("storage_bytes", "256000000000")]);
    assert!(!tells(&found, "Several disks"));
}

#[test]
fn an_empty_folder_gives_nothing_and_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let probed = readings(&Sources::below(folder.path()));
    assert_eq!(probed.readings, []);
    assert!(tells(&probed, "label on the case") && tells(&probed, "No built-in disk"));
}
