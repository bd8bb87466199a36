//! The hardware gate of Windows 11, item by item.

use crate::support::report;

/// Checks the verdict of one item for a device with just these fields.
fn check(item: &str, given: &[(&str, &str)], expected: &str) {
    let gate = serde_json::to_value(report(given).windows11).unwrap();
    let items = gate["items"].as_array().unwrap();
    let found = items.iter().find(|other| other["item"] == item).unwrap();
    assert_eq!(found["verdict"], expected, "{item} {given:?}: {found}");
    assert!(!found["because"].as_str().unwrap().is_empty());
}

#[test]
fn memory_is_rounded_to_whole_gigabytes_a_half_to_the_even_one() {
    let cases = [
        ("4096", "pass"),
        ("3994", "pass"),
        ("3584", "pass"),
        ("3583", "fail"),
        ("2048", "fail"),
        ("16265", "pass"),
    ];
    for (megabytes, expected) in cases {
        check("memory", &[("memory_mb", megabytes)], expected);
    }
    check("memory", &[], "unknown");
}

#[test]
fn storage_fails_only_on_a_figure_that_is_known_to_count() {
    let volume = |bytes, expected| {
        check("storage", &[("storage_bytes", bytes), ("storage_kind", "system-volume")], expected);
    };
    volume("63 GB", "fail");
    volume("64 GB", "pass");
    volume("68182605824", "pass"); // 63.5 GiB, a half to the even 64
    check("storage", &[("storage_bytes", "32 GB"), ("storage_kind", "disk")], "fail");
    check("storage", &[("storage_bytes", "256 GB"), ("storage_kind", "disk")], "pass");
    check("storage", &[("storage_bytes", "256 GB")], "pass");
    check("storage", &[("storage_bytes", "32 GB")], "unknown");
    check("storage", &[], "unknown");
}

#[test]
fn only_a_tpm_of_version_2_passes() {
    for (version, expected) in [("2.0", "pass"), ("1.2", "fail"), ("none", "fail")] {
        check("tpm", &[("tpm_version", version)], expected);
    }
    check("tpm", &[], "unknown");
}

#[test]
fn secure_boot_passes_when_the_device_can_do_it() {
    check("secure-boot", &[("secure_boot", "on")], "pass");
    check("secure-boot", &[("secure_boot", "off")], "pass");
    check("secure-boot", &[("secure_boot_capable", "yes")], "pass");
    check("secure-boot", &[("secure_boot", "unsupported")], "fail");
    check("secure-boot", &[("secure_boot_capable", "no")], "fail");
    check("secure-boot", &[("firmware", "bios")], "fail");
    check("secure-boot", &[("firmware", "uefi")], "unknown");
    check("secure-boot", &[], "unknown");
}

#[test]
fn a_processor_needs_64_bits_two_threads_and_more_than_one_gigahertz() {
    let good = ("cpu_name", "Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz");
    check("processor", &[good, ("cpu_mhz", "1001"), ("cpu_threads", "2")], "pass");
    check("processor", &[good, ("cpu_mhz", "1000")], "fail");
    check("processor", &[good, ("cpu_threads", "1")], "fail");
    check("processor", &[good, ("architecture", "x86")], "fail");
    check("processor", &[], "unknown");
}

#[test]
fn the_gate_is_as_good_as_its_worst_item() {
    let verdict =
        |given: &[(&str, &str)]| serde_json::to_value(report(given).windows11.verdict).unwrap();
    let good = [
        ("cpu_name", "AMD Ryzen 5 PRO 5650U with Radeon Graphics"),
        ("tpm_version", "2.0"),
        ("secure_boot", "off"),
        ("memory_mb", "8192"),
        ("storage_bytes", "256 GB"),
    ];
    assert_eq!(verdict(&good), "pass");
    assert_eq!(verdict(&good[..4]), "unknown");
    assert_eq!(verdict(&[("memory_mb", "1024")]), "fail");
}
