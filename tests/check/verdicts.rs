//! Verdicts of devices as they come to a bench.

use joinbench::check::{JoinPath, PathVerdict, Report, Verdict};

use crate::support::{GOOD, good_but, report};

fn check(changes: &[(&str, &str)], verdict: Verdict, best: Option<JoinPath>) -> Report {
    let report = report(&good_but(changes));
    let paths: Vec<_> = report.paths.iter().map(|p| (p.path, p.verdict, &p.rules)).collect();
    assert_eq!((report.verdict, report.best_path), (verdict, best), "{changes:?}: {paths:#?}");
    report
}

fn path(report: &Report, path: JoinPath, verdict: PathVerdict, rules: &[&str]) {
    let answer = report.path(path).unwrap();
    assert_eq!(
        (answer.verdict, answer.rules.as_slice()),
        (verdict, &*rules.iter().map(ToString::to_string).collect::<Vec<_>>()),
        "{path}"
    );
}

#[test]
fn a_good_device_in_use_joins_from_settings() {
    let report = check(&[], Verdict::Ready, Some(JoinPath::Settings));
    path(&report, JoinPath::Settings, PathVerdict::Ready, &[]);
    path(&report, JoinPath::OutOfBox, PathVerdict::Blocked, &["S12"]);
    path(&report, JoinPath::AutopilotExisting, PathVerdict::Unknown, &["T19"]);
    path(&report, JoinPath::AzureVm, PathVerdict::NotApplicable, &["T20"]);
}

#[test]
fn a_good_new_device_joins_out_of_box_and_needs_no_join_state() {
    let new = [
        ("setup_state", "new"),
        ("domain_joined", ""),
        ("entra_joined", ""),
        ("entra_registered", ""),
    ];
    let report = check(&new, Verdict::Ready, Some(JoinPath::OutOfBox));
    path(&report, JoinPath::AutopilotUser, PathVerdict::Unknown, &["T14"]);
    assert_eq!(report.finding("S02").unwrap().evidence[0].field, "setup_state");
}

#[test]
fn a_registered_new_device_can_take_every_autopilot_path() {
    let report = check(
        &[("setup_state", "new"), ("autopilot_registered", "yes")],
        Verdict::Ready,
        Some(JoinPath::OutOfBox),
    );
    for one in [JoinPath::AutopilotUser, JoinPath::AutopilotSelf, JoinPath::AutopilotPreprovisioned]
    {
        path(&report, one, PathVerdict::Ready, &[]);
    }
}

#[test]
fn home_is_blocked_on_every_path() {
    let report = check(&[("edition_id", "Core")], Verdict::Blocked, None);
    assert_eq!(report.findings[0].rule, "E01");
    path(&report, JoinPath::AzureVm, PathVerdict::NotApplicable, &["E01", "T20"]);
}

#[test]
fn a_device_in_a_domain_can_be_fixed() {
    let joined = [("domain_joined", "yes"), ("domain", "corp.contoso.com")];
    let report = check(&joined, Verdict::Fix, Some(JoinPath::Settings));
    let finding = report.finding("S02").unwrap();
    assert_eq!(finding.title, "The device is joined to the domain corp.contoso.com");
    path(&report, JoinPath::Settings, PathVerdict::Blocked, &["S02"]);
}

#[test]
fn an_unknown_edition_leaves_every_path_open() {
    let report = check(&[("edition_id", ""), ("installation_type", "")], Verdict::Unknown, None);
    let finding = report.finding("E01").unwrap();
    assert_eq!(finding.needs, ["edition_id"]);
    assert_eq!(finding.because, "Not known yet: Edition.");
}

#[test]
fn nothing_known_is_unknown() {
    let report = report(&[]);
    assert_eq!((report.verdict, report.best_path), (Verdict::Unknown, None));
}

#[test]
fn a_join_state_that_is_not_known_is_not_taken_for_granted() {
    let report = check(&[("entra_joined", "")], Verdict::Unknown, None);
    path(&report, JoinPath::Settings, PathVerdict::Unknown, &["S01"]);
}

#[test]
fn a_reset_is_taken_for_granted_while_nobody_says_that_the_device_is_in_use() {
    let report = check(&[("setup_state", "")], Verdict::Ready, Some(JoinPath::OutOfBox));
    let answer = report.path(JoinPath::OutOfBox).unwrap();
    for rule in ["S09", "S12"] {
        assert!(answer.presumed.iter().any(|id| id == rule), "{rule}: {:?}", answer.presumed);
    }
    assert_eq!(
        report.finding("S12").unwrap().because,
        "The device can be reset to its first screen."
    );
}

#[test]
fn a_server_in_azure_is_ready_and_elsewhere_blocked() {
    let server =
        [("edition_id", "ServerDatacenter"), ("installation_type", "Server"), ("build", "20348")];
    let azure = [
        &server[..],
        &[("virtual_machine", "yes"), ("vm_platform", "azure"), ("vm_persistent", "yes")],
    ]
    .concat();
    check(&azure, Verdict::Ready, Some(JoinPath::AzureVm));
    check(&server, Verdict::Blocked, None);
    let nobody_knows = [&server[..], &[("virtual_machine", "")]].concat();
    check(&nobody_knows, Verdict::Unknown, None);
}

#[test]
fn server_core_is_told_by_its_installation_type_alone() {
    let core = [
        ("edition_id", "ServerStandard"),
        ("installation_type", "Server Core"),
        ("virtual_machine", "yes"),
        ("vm_platform", "azure"),
    ];
    check(&core, Verdict::Blocked, None);
}

#[test]
fn a_laptop_report_never_leaves_the_azure_path_open() {
    for changes in [&[("virtual_machine", "")][..], &[("virtual_machine", ""), ("vm_platform", "")]]
    {
        let report = report(&good_but(changes));
        path(&report, JoinPath::AzureVm, PathVerdict::NotApplicable, &["T20"]);
    }
}

#[test]
fn a_device_joined_already_can_be_disconnected() {
    check(&[("entra_joined", "yes")], Verdict::Fix, Some(JoinPath::Settings));
}

#[test]
fn one_path_can_be_asked_for_alone() {
    let report = report(GOOD);
    assert_eq!(report.for_path(JoinPath::Settings), Verdict::Ready);
    assert_eq!(report.for_path(JoinPath::OutOfBox), Verdict::Fix);
    assert_eq!(report.for_path(JoinPath::AzureVm), Verdict::Blocked);
    let narrowed = report.narrowed_to(JoinPath::OutOfBox);
    assert_eq!((narrowed.verdict, narrowed.best_path), (Verdict::Fix, Some(JoinPath::OutOfBox)));
}

#[test]
fn what_blocks_most_comes_first_and_what_passes_last() {
    let report = report(&good_but(&[
        ("domain_joined", "yes"),
        ("image_origin", "captured"),
        ("tpm_version", "none"),
    ]));
    let order: Vec<&str> = report.findings.iter().map(|f| f.rule.as_str()).collect();
    assert_eq!(order[..3], ["S09", "S12", "S02"]);
    assert_eq!(report.findings.len(), crate::support::KNOWLEDGE.rules.len());
}

#[test]
fn the_json_has_the_shape_that_scripts_rely_on() {
    let report = report(&good_but(&[("domain_joined", "yes"), ("domain", "CONTOSO")]));
    let json = serde_json::to_string(&report).unwrap();
    assert!(
        json.starts_with(r#"{"schema":1,"today":"2026-11-22","verdict":"fix","best_path":""#),
        "{json}"
    );
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let keys =
        |value: &serde_json::Value| value.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    let sorted = |mut keys: Vec<String>| {
        keys.sort();
        keys.join(" ")
    };
    assert_eq!(
        sorted(keys(&json)),
        "alternatives best_path findings paths schema today verdict windows11"
    );
    assert_eq!(sorted(keys(&json["paths"][0])), "because path rules verdict way");
    assert_eq!(sorted(keys(&json["windows11"]["items"][0])), "because item verdict");
    let finding = json["findings"].as_array().unwrap().iter().find(|f| f["rule"] == "S02").unwrap();
    assert_eq!(
        sorted(keys(finding)),
        "alternative because effects evidence fix needs result rule sources title"
    );
    assert_eq!(finding["result"], "fires");
    assert_eq!(finding["effects"]["settings"], "block");
    assert_eq!(
        finding["evidence"][0],
        serde_json::json!({"field": "domain_joined", "value": true, "from": "typed"})
    );
}
