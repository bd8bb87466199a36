//! What Windows says, from recorded answers.

use joinbench::probe::windows::{
    Answer, Data, EntraJoin, JoinKind, Membership, Registry, Sources, Spot, Tpm, readings,
};
use joinbench::probe::{OemKey, System};

use crate::support::{KEY, check, laptop, msdm, tells};

fn registry(values: &[(&str, Data)]) -> Registry {
    let find = |name: &str| *Spot::ALL.iter().find(|spot| spot.name == name).unwrap();
    Registry(values.iter().map(|(name, data)| (find(name), data.clone())).collect())
}

fn text(text: &str) -> Data {
    Data::Text(text.to_owned())
}

/// A laptop with Windows 11 Pro, member of nothing.
fn pro() -> Sources {
    Sources {
        registry: registry(&[
            ("EditionID", text("Professional")),
            ("InstallationType", text("Client")),
            ("CurrentBuildNumber", text("26100")),
            ("UBR", Data::Number(4061)),
            ("DisplayVersion", text("24H2")),
            ("ReleaseId", text("2009")),
            ("SystemRoot", text(r"C:\Windows")),
            ("Hostname", text("CT-0042")),
            ("PROCESSOR_ARCHITECTURE", text("AMD64")),
            ("SkuPolicyRequired", Data::Number(0)),
            ("OOBEInProgress", Data::Number(0)),
            ("UEFISecureBootEnabled", Data::Number(1)),
            ("ProcessorNameString", text("13th Gen Intel(R) Core(TM) i5-1345U")),
            ("Identifier", text("Intel64 Family 6 Model 186 Stepping 3")),
            ("VendorIdentifier", text("GenuineIntel")),
            ("~MHz", Data::Number(2496)),
        ]),
        logical_processors: Some(12),
        firmware_table: Some(laptop().with_windows_header()),
        oem_key: OemKey::from_msdm(&msdm(KEY)),
        installed_kb: Some(16 * 1024 * 1024),
        visible_bytes: Some(16_900_000_000),
        firmware_type: Some(2),
        volume_bytes: Some(255_000_000_000),
        tpm: Tpm::Version(2),
        domain: Answer::IsNot,
        entra: Answer::IsNot,
        enrolled: Some(false),
        user_sid: Some("S-1-5-21-42-43-44-1001".to_owned()),
        administrator: Some(true),
    }
}

#[test]
fn a_laptop_with_windows_tells_everything() {
    let probed = readings(&pro());
    let lines: Vec<String> = probed
        .readings
        .iter()
        .map(|reading| format!("{} = {} ({})", reading.field, reading.value, reading.from))
        .collect();
    insta::assert_snapshot!(lines.join("\n"));
    assert_eq!(probed.problems, []);
    assert_eq!(probed.system, System::Windows);
    assert!(!probed.is_new());
}

#[test]
fn secure_boot_is_on_off_absent_or_unsupported() {
    let told = |kind, value: Option<u32>| {
        let values = value.map(|value| ("UEFISecureBootEnabled", Data::Number(value)));
        let registry = registry(values.as_slice());
        readings(&Sources { registry, firmware_type: kind, ..Sources::default() })
    };
    check(&told(Some(2), Some(1)), &[("firmware", "uefi"), ("secure_boot", "on")]);
    check(&told(Some(2), Some(0)), &[("secure_boot", "off"), ("secure_boot_capable", "yes")]);
    check(&told(Some(2), None), &[("secure_boot", ""), ("secure_boot_capable", "")]);
    check(&told(Some(1), Some(1)), &[("firmware", "bios"), ("secure_boot", "unsupported")]);
    check(&told(None, Some(1)), &[("firmware", ""), ("secure_boot", "")]);
    assert!(tells(&told(Some(2), None), "msinfo32"));
}

#[test]
fn no_answer_about_the_tpm_is_not_the_answer_that_there_is_none() {
    let told = |tpm| readings(&Sources { tpm, ..Sources::default() });
    check(&told(Tpm::Version(1)), &[("tpm_version", "1.2")]);
    check(&told(Tpm::None), &[("tpm_version", "none")]);
    for unknown in [Tpm::NotAsked, Tpm::Version(7)] {
        check(&told(unknown), &[("tpm_version", "")]);
        assert!(tells(&told(unknown), "tpmtool"));
    }
}

#[test]
fn windows_that_finds_no_tpm_is_believed_over_the_table() {
    let probed = readings(&Sources { tpm: Tpm::None, ..pro() });
    check(&probed, &[("tpm_version", "none")]);
}

#[test]
fn a_joined_device_tells_its_tenant() {
    let join = EntraJoin {
        kind: JoinKind::Device,
        tenant_id: Some("8c2f5b1e-6d40-4f7a-9b83-2e1a7c5d0f46".to_owned()),
        device_id: Some("5820fbe9-60c8-43b0-bb11-44aee233e4e7".to_owned()),
        mdm_url: Some("https://enrollment.contoso.com/discovery".to_owned()),
    };
    let probed = readings(&Sources { entra: Answer::Is(join), ..Sources::default() });
    check(
        &probed,
        &[
            ("entra_joined", "yes"),
            ("entra_registered", ""),
            ("tenant_id", "8c2f5b1e-6d40-4f7a-9b83-2e1a7c5d0f46"),
            ("mdm_url", "https://enrollment.contoso.com/discovery"),
        ],
    );
}

#[test]
fn a_work_account_registers_and_joins_nothing() {
    let account = EntraJoin { kind: JoinKind::WorkAccount, ..EntraJoin::default() };
    let probed = readings(&Sources { entra: Answer::Is(account), ..Sources::default() });
    check(&probed, &[("entra_joined", "no"), ("entra_registered", "yes"), ("tenant_id", "")]);
}

#[test]
fn a_domain_is_told_and_a_missing_answer_is_not_a_no() {
    let domain = "corp.contoso.com".to_owned();
    let member = Answer::Is(Membership { domain });
    let probed = readings(&Sources { domain: member, ..Sources::default() });
    check(&probed, &[("domain_joined", "yes"), ("domain", "corp.contoso.com")]);
    let silent = readings(&Sources::default());
    check(&silent, &[("domain_joined", ""), ("entra_joined", ""), ("mdm_enrolled", "")]);
    assert!(tells(&silent, "dsregcmd /status"));
}

#[test]
fn a_join_of_a_kind_that_windows_does_not_tell_is_neither() {
    let join = EntraJoin { tenant_id: Some("8c2f5b1e".to_owned()), ..EntraJoin::default() };
    let probed = readings(&Sources { entra: Answer::Is(join), ..Sources::default() });
    check(&probed, &[("entra_joined", ""), ("entra_registered", ""), ("tenant_id", "")]);
    assert!(tells(&probed, "dsregcmd /status"));
}

/// Somebody who runs the program.
fn run_by(sid: &str, administrator: Option<bool>) -> Sources {
    Sources { user_sid: Some(sid.to_owned()), administrator, ..Sources::default() }
}

#[test]
fn a_sid_tells_the_kind_of_account_and_is_not_kept() {
    let of = |sid: &str| readings(&run_by(sid, None));
    check(&of("S-1-12-1-42-43-44-45"), &[("user_is_entra", "yes"), ("session_user", "")]);
    check(
        &of("S-1-5-21-42-43-44-500"),
        &[("user_is_entra", "no"), ("session_user", "built-in-administrator")],
    );
    check(&of("S-1-5-21-42-43-44-1500"), &[("user_is_entra", "no"), ("session_user", "")]);
    assert!(!format!("{:?}", of("S-1-5-21-42-43-44-500")).contains("42-43"));
}

#[test]
fn the_groups_of_an_account_tell_whether_it_administers() {
    let of = |sid, administrator| readings(&run_by(sid, Some(administrator)));
    check(&of("S-1-5-21-42-43-44-1001", true), &[("session_user", "administrator")]);
    check(&of("S-1-5-21-42-43-44-1001", false), &[("session_user", "standard")]);
    check(&of("S-1-12-1-42-43-44-45", false), &[("session_user", "standard")]);
    check(&of("S-1-5-21-42-43-44-500", true), &[("session_user", "built-in-administrator")]);
}

#[test]
fn accounts_of_windows_itself_tell_nothing_of_a_person() {
    let nothing = [("user_is_entra", ""), ("session_user", "")];
    for system in ["S-1-5-18", "S-1-5-19", "S-1-5-80-42"] {
        check(&readings(&run_by(system, Some(true))), &nothing);
    }
    let registry = registry(&[("OOBEInProgress", Data::Number(1))]);
    let during_setup = Sources { registry, ..run_by("S-1-5-21-42-43-44-1000", Some(true)) };
    check(&readings(&during_setup), &nothing);
}

#[test]
fn a_setup_stick_tells_of_the_computer_and_not_of_its_windows() {
    let mut stick = pro();
    for (spot, data) in &mut stick.registry.0 {
        if spot.name == "EditionID" || spot.name == "InstallationType" {
            *data = text("WindowsPE");
        }
    }
    let probed = readings(&Sources { volume_bytes: Some(511 * 1024 * 1024), ..stick });
    check(
        &probed,
        &[
            ("architecture", "x64"),
            ("firmware", "uefi"),
            ("tpm_version", "2.0"),
            ("serial", "CTS0042"),
            ("edition_id", ""),
            ("build", ""),
            ("storage_bytes", ""),
            ("domain_joined", ""),
            ("session_user", ""),
        ],
    );
    assert!(tells(&probed, "setup stick"));
}

#[test]
fn the_memory_that_windows_sees_shows_enough_but_never_too_little() {
    let of = |megabytes: u64| {
        let visible_bytes = Some(megabytes * 1024 * 1024);
        readings(&Sources { visible_bytes, ..Sources::default() })
    };
    check(&of(8_000), &[("memory_mb", "8000")]);
    check(&of(3_900), &[("memory_mb", "")]);
}

#[test]
fn older_windows_names_its_release_elsewhere() {
    let of = |values: &[(&str, Data)]| {
        readings(&Sources { registry: registry(values), ..Sources::default() })
    };
    check(&of(&[("ReleaseId", text("1909"))]), &[("release", "1909")]);
    check(
        &of(&[("ReleaseId", text("2009")), ("DisplayVersion", text("22H2"))]),
        &[("release", "22H2")],
    );
}

#[test]
fn values_that_are_not_what_they_should_be_are_not_known() {
    let registry = registry(&[
        ("CurrentBuildNumber", text("soon")),
        ("UBR", text("4061")),
        ("InstallationType", text("Nano")),
        ("PROCESSOR_ARCHITECTURE", text("IA64")),
        ("OOBEInProgress", Data::Number(7)),
    ]);
    let probed = readings(&Sources { registry, ..Sources::default() });
    let nothing = ["build", "revision", "installation_type", "architecture", "setup_state"];
    check(&probed, &nothing.map(|field| (field, "")));
}

#[test]
fn windows_at_its_first_screens_is_new() {
    let registry = registry(&[("OOBEInProgress", Data::Number(1))]);
    let probed = readings(&Sources { registry, ..Sources::default() });
    check(&probed, &[("setup_state", "new")]);
    assert!(probed.is_new());
}

#[test]
fn an_arm_processor_gives_no_family() {
    let registry = registry(&[
        ("Identifier", text("ARMv8 (64-bit) Family 8 Model D4B Revision   0")),
        ("PROCESSOR_ARCHITECTURE", text("ARM64")),
    ]);
    let probed = readings(&Sources { registry, ..Sources::default() });
    check(&probed, &[("architecture", "arm64"), ("cpu_family", ""), ("cpu_model", "")]);
}
