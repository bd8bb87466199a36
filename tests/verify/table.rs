//! Every row of the verifier's table, and every state.

use jiff::civil::date;
use joinbench::verify::CheckResult::{self, Bad, Good, Unknown, Warn};
use joinbench::verify::{Answer, Ask, Expect, JoinState, TenantMatch, VerifyWords, verify};

use crate::{TENANT, TODAY, ask, check, is_silent, of, report, rows};

fn state(name: &str, expected: JoinState) {
    assert_eq!(of(&report(name)).state, expected, "{name}");
}

/// The check says `part`, as a result, with advice unless it is good.
fn says(name: &str, id: &str, result: CheckResult, part: &str) {
    let verification = of(&report(name));
    let check = check(&verification, id);
    assert_eq!(check.result, result, "{name}: {check:?}");
    assert!(check.says.contains(part), "{name}: {:?} has no {part:?}", check.says);
    assert!(!check.says.contains('{') && !check.advice.contains('{'), "{check:?}");
    assert!(result == Good || !check.advice.is_empty(), "{check:?}");
}

#[test]
fn every_state_is_told() {
    state("entra-joined", JoinState::EntraJoined);
    state("layout-1709", JoinState::EntraJoined);
    state("collapsed-without-boxes", JoinState::EntraJoined);
    state("dual-state", JoinState::EntraJoined);
    state("hybrid-joined", JoinState::HybridJoined);
    state("domain-only", JoinState::DomainJoined);
    state("on-premises-registered", JoinState::OnPremisesRegistered);
    state("registered", JoinState::Registered);
    state("not-joined", JoinState::NotJoined);
    state("values-unknown", JoinState::Unknown);
}

#[test]
fn an_entra_join_is_never_called_a_domain_join() {
    let verification = of(&report("entra-joined"));
    for check in &verification.checks {
        let words = check.says.to_lowercase();
        assert!(!words.contains("ad ds") && !words.contains("domain"), "{check:?}");
    }
}

#[test]
fn the_state_is_compared_with_the_expected_one() {
    says("entra-joined", "join-state", Good, "is Microsoft Entra joined");
    says("hybrid-joined", "join-state", Bad, "Microsoft Entra join was expected");
    says("domain-only", "join-state", Bad, "on-premises domain only");
    says("on-premises-registered", "join-state", Bad, "on-premises registration service");
    says("registered", "join-state", Bad, "not joined");
    says("not-joined", "join-state", Bad, "not joined");
    says("values-unknown", "join-state", Unknown, "does not tell");
}

#[test]
fn a_hybrid_join_is_good_where_it_is_wanted() {
    let wanted = Ask { expect: Expect::Hybrid, ..Ask::default() };
    let hybrid = ask(&report("hybrid-joined"), &wanted);
    assert_eq!(check(&hybrid, "join-state").result, Good);
    assert_eq!(hybrid.as_expected(Expect::Hybrid), Answer::Yes);
    let entra = ask(&report("entra-joined"), &wanted);
    assert!(check(&entra, "join-state").says.contains("hybrid join was expected"));
    assert_eq!(entra.as_expected(Expect::Hybrid), Answer::No);
    assert_eq!(entra.as_expected(Expect::Entra), Answer::Yes);
}

#[test]
fn the_sign_in_of_the_device_is_judged() {
    says("entra-joined", "device-auth", Good, "accepts the device");
    says("disabled-device", "device-auth", Bad, "disabled or deleted");
    says("network-down", "device-auth", Warn, "0x80072ee7");
    says("not-elevated-local-user", "device-auth", Unknown, "21H1");
}

#[test]
fn the_certificate_is_judged_as_of_today() {
    says("entra-joined", "certificate", Good, "until 2036-11-01");
    says("expired-certificate", "certificate", Bad, "ended on 2024-11-01");
    says("layout-1709", "certificate", Unknown, "does not show");
    let words = VerifyWords::built_in().unwrap();
    let early = verify(&report("entra-joined"), &Ask::default(), date(2020, 1, 1), &words);
    assert!(check(&early, "certificate").advice.contains("clock"));
}

#[test]
fn the_first_and_the_last_day_of_a_certificate_are_valid() {
    let words = VerifyWords::built_in().unwrap();
    for day in [date(2026, 11, 1), date(2036, 11, 1)] {
        let verification = verify(&report("entra-joined"), &Ask::default(), day, &words);
        assert_eq!(check(&verification, "certificate").result, Good, "{day}");
    }
}

#[test]
fn key_and_recovery_are_judged() {
    says("entra-joined", "key-protection", Good, "in the TPM");
    says("disabled-device", "key-protection", Warn, "software key");
    says("hybrid-joined", "key-sign", Good, "can sign");
    says("disabled-device", "key-sign", Bad, "0x80090016");
    says("entra-joined", "key-sign", Unknown, "administrator");
    says("layout-1709", "key-sign", Unknown, "administrator");
    says("entra-joined", "recovery", Good, "no recovery");
    says("disabled-device", "recovery", Warn, "marked for recovery");
}

#[test]
fn a_missing_token_is_normal_for_a_local_user_only() {
    says("entra-joined", "prt", Good, "single sign-on works");
    says("not-elevated-local-user", "prt", Unknown, "bulk-joined");
    says("disabled-device", "prt", Warn, "no primary refresh token");
    says("token-refused", "prt", Warn, "0xc000006d: AADSTS50126");
}

#[test]
fn who_ran_the_command_is_told() {
    says("entra-joined", "account", Good, "Entra user");
    says("hybrid-joined", "account", Good, "Entra user");
    says("not-elevated-local-user", "account", Unknown, "local");
}

#[test]
fn a_domain_account_name_does_not_make_a_hybrid_user_local() {
    let text = "AzureAdJoined : YES\nDomainJoined : YES\nAzureAdPrt : NO\n\
                Executing Account Name : CONTOSO\\adele, adele@contoso.com\n";
    let verification = of(&rows(text));
    assert_eq!(check(&verification, "account").result, Unknown);
    assert_eq!(check(&verification, "prt").result, Warn);
}

#[test]
fn an_mdm_address_is_not_proof_of_enrollment() {
    says("entra-joined", "mdm-scope", Good, "does not prove");
    says("not-elevated-local-user", "mdm-scope", Warn, "outside the scope");
    assert_eq!(of(&report("entra-joined")).enrolled, Answer::Unknown);
    let verification = of(&report("entra-joined"));
    let advice = &check(&verification, "mdm-scope").advice;
    for proof in ["Sync", "Microsoft Intune MDM Device CA", "in Intune"] {
        assert!(advice.contains(proof), "{advice}");
    }
}

#[test]
fn an_error_of_the_default_account_is_harmless() {
    says("not-elevated-local-user", "default-account", Unknown, "harmless");
    says("entra-joined", "default-account", Good, "work account");
}

#[test]
fn a_dual_state_is_warned_of() {
    says("dual-state", "dual-state", Warn, "besides");
    assert!(of(&report("dual-state")).dual_state);
    assert!(is_silent(&of(&report("entra-joined")), "dual-state"));
    assert!(!of(&report("registered")).dual_state);
}

#[test]
fn the_work_account_s_key_is_not_taken_for_the_device_s() {
    says("dual-state", "key-protection", Good, "in the TPM");
    says("dual-state", "certificate", Good, "until 2036-11-01");
}

#[test]
fn the_tenant_is_compared_in_any_spelling() {
    let tenant = |wanted: &str| {
        let wanted = Ask { tenant: Some(wanted.to_owned()), ..Ask::default() };
        ask(&report("entra-joined"), &wanted)
    };
    let right = tenant(&format!("{{{}}}", TENANT.to_uppercase()));
    assert_eq!(right.tenant.expected, TenantMatch::Match);
    assert_eq!(right.as_expected(Expect::Entra), Answer::Yes);
    let wrong = tenant("99999999-8888-7777-6666-555555555555");
    assert_eq!(wrong.tenant.expected, TenantMatch::Mismatch);
    assert_eq!(wrong.tenant.name.as_deref(), Some("Contoso"));
    assert!(check(&wrong, "tenant").says.contains("Contoso (11111111-"));
    assert_eq!(wrong.as_expected(Expect::Entra), Answer::No);
}

#[test]
fn a_blank_tenant_name_is_no_fault() {
    let verification = of(&report("token-refused"));
    assert_eq!((verification.tenant.id.as_deref(), verification.tenant.name), (Some(TENANT), None));
    assert_eq!(verification.tenant.expected, TenantMatch::NotAsked);
}

#[test]
fn a_tenant_that_is_not_told_is_not_a_wrong_one() {
    let wanted = Ask { tenant: Some(TENANT.to_owned()), ..Ask::default() };
    let verification = ask(&rows("AzureAdJoined : YES\nDomainJoined : NO\n"), &wanted);
    assert_eq!(check(&verification, "tenant").result, Unknown);
    assert_eq!(verification.as_expected(Expect::Entra), Answer::Yes);
}

#[test]
fn a_report_of_another_device_is_told_and_a_domain_behind_the_name_does_not_count() {
    let report = rows("AzureAdJoined : YES\nDevice Name : CTS-0001.corp.contoso.com\n");
    let called = |names: &[&str]| {
        let names = names.iter().map(|name| (*name).to_owned()).collect();
        ask(&report, &Ask { names, ..Ask::default() })
    };
    assert_eq!(check(&called(&["cts-0001"]), "device").result, Good);
    assert_eq!(check(&called(&["DESKTOP-1A2B3C", "CTS-0001.contoso.com"]), "device").result, Good);
    let other = called(&["CTS-0002"]);
    assert_eq!(check(&other, "device").result, Warn);
    assert!(check(&other, "device").says.contains("of CTS-0001, but"), "{other:?}");
    assert!(is_silent(&called(&[]), "device"));
    let nameless = rows("AzureAdJoined : YES\n");
    let wanted = Ask { names: vec!["CTS-0002".to_owned()], ..Ask::default() };
    assert!(is_silent(&ask(&nameless, &wanted), "device"));
}

#[test]
fn what_keeps_a_domain_device_from_a_hybrid_join_is_named() {
    says("domain-only", "service-connection-point", Bad, "0x80070002");
    assert!(is_silent(&of(&report("domain-only")), "object-sync"));
    says("sync-pending", "service-connection-point", Good, "tells the device");
    says("sync-pending", "object-sync", Bad, "0x801c03f2");
    assert!(is_silent(&of(&report("entra-joined")), "service-connection-point"));
}

#[test]
fn the_answer_needs_the_state_and_no_bad_check() {
    for (name, expected) in [
        ("entra-joined", Answer::Yes),
        ("not-elevated-local-user", Answer::Yes),
        ("network-down", Answer::Yes),
        ("dual-state", Answer::Yes),
        ("layout-1709", Answer::Yes),
        ("disabled-device", Answer::No),
        ("expired-certificate", Answer::No),
        ("hybrid-joined", Answer::No),
        ("not-joined", Answer::No),
        ("values-unknown", Answer::Unknown),
    ] {
        assert_eq!(of(&report(name)).as_expected(Expect::Entra), expected, "{name}");
    }
}

#[test]
fn the_json_has_the_shape_of_the_contract() {
    let verification = of(&report("entra-joined"));
    let json = serde_json::to_value(&verification).unwrap();
    let keys: Vec<&str> = json.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["checks", "dual_state", "enrolled", "schema", "state", "tenant"]);
    assert_eq!(json["schema"], 1);
    assert_eq!(json["state"], "entra-joined");
    assert_eq!(json["enrolled"], "unknown");
    let tenant = serde_json::json!({"id": TENANT, "name": "Contoso", "expected": "not-asked"});
    assert_eq!(json["tenant"], tenant);
    let first = serde_json::json!({
        "id": "join-state",
        "result": "good",
        "says": verification.checks[0].says,
        "advice": verification.checks[0].advice,
        "from": "entra-joined.txt:6",
    });
    assert_eq!(json["checks"][0], first);
}

#[test]
fn the_same_report_gives_the_same_answer() {
    let words = VerifyWords::built_in().unwrap();
    let first = verify(&report("dual-state"), &Ask::default(), TODAY, &words);
    assert_eq!(first, verify(&report("dual-state"), &Ask::default(), TODAY, &words));
}
