//! What only a status report has: its sections, and where a value stands.

use joinbench::read::{Format, StatusReport};

use crate::reading::read;

use crate::fixtures::{folder, of_format, read_file};

fn report(name: &str) -> StatusReport {
    let path = folder().join("dsregcmd").join(name);
    read_file(&path).status.expect("a status report")
}

fn value(report: &StatusReport, section: &str, key: &str) -> String {
    report.find(section, key).map(|row| row.value.clone()).unwrap_or_default()
}

#[test]
fn a_work_account_does_not_overwrite_the_device() {
    let dual = report("dual-state.txt");
    assert_eq!(value(&dual, "Device Details", "TpmProtected"), "YES");
    assert_eq!(value(&dual, "User State", "NgcSet"), "YES");
    assert_eq!(value(&dual, "Work Account 2", "TpmProtected"), "NO");
}

#[test]
fn the_old_layout_is_found_under_the_new_sections() {
    let old = report("layout-1709.txt");
    assert_eq!(value(&old, "SSO State", "AzureAdPrt"), "YES");
    assert_eq!(value(&old, "Device Details", "KeySignTest"), "MUST Run elevated to test.");
    assert_eq!(value(&old, "Tenant Details", "DeviceManagementSrvVer"), "1.0");
    assert_eq!(value(&old, "Tenant Details", "MdmComplianceUrl").get(..8), Some("https://"));
    let nowhere = old.find("Device Details", "DeviceCertificateValidity");
    assert_eq!(nowhere, None, "that of the work account is not the device's");
}

#[test]
fn what_looks_like_a_row_within_a_sentence_is_none() {
    let refused = report("sign-in-refused.txt");
    let sentence = value(&refused, "SSO State", "Server Error Description");
    assert!(sentence.ends_with("Timestamp: 2026-11-22 10:00:00Z"), "{sentence}");
    assert_eq!(value(&refused, "Diagnostic Data", "Correlation ID"), "");
}

#[test]
fn a_collapsed_paste_has_the_same_rows() {
    let whole = report("entra-joined.txt");
    let collapsed = report("collapsed-with-boxes.txt");
    for section in &whole.sections {
        for row in &section.rows {
            assert_eq!(value(&collapsed, &section.title, &row.key), row.value, "{}", row.key);
        }
    }
}

#[test]
fn a_collapsed_paste_without_boxes_keeps_work_accounts_apart() {
    let collapsed = report("collapsed-without-boxes.txt");
    assert_eq!(value(&collapsed, "Device Details", "TpmProtected"), "YES");
    assert_eq!(value(&collapsed, "Work Account 1", "TpmProtected"), "NO");
}

#[test]
fn a_reading_names_its_line() {
    let path = folder().join("dsregcmd/entra-joined.txt");
    let found = read_file(&path);
    let line = found.readings[0].from.to_string();
    assert_eq!(line, "entra-joined.txt:6");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.lines().nth(5).unwrap().contains("AzureAdJoined"));
    assert!(found.because.contains("AzureAdJoined"), "{}", found.because);
}

#[test]
fn an_mdm_address_is_no_proof_of_enrollment() {
    for path in of_format(Format::Dsregcmd) {
        let readings = read_file(&path).readings;
        assert!(readings.iter().all(|reading| reading.field.id() != "mdm_enrolled"));
    }
}

#[test]
fn a_wrapped_value_is_joined_again() {
    let text = "| Device Details |\n DeviceCertificateValidity : [ 2026-11-01 08:00:00.000 UTC -- \
                2036-11-01 08:30:\n00.000 UTC ]\n TpmProtected : YES\n";
    let found = read("a.txt", text.as_bytes()).unwrap();
    let report = found.status.unwrap();
    let value = value(&report, "Device Details", "DeviceCertificateValidity");
    assert!(value.ends_with("00.000 UTC ]"), "{value}");
}

#[test]
fn a_report_survives_a_saved_plan() {
    let report = report("dual-state.txt");
    let saved = ron::to_string(&report).unwrap();
    assert_eq!(ron::from_str::<StatusReport>(&saved).unwrap(), report);
}
