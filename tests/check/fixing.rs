//! Fix plans: the least work that opens a path, and "what if I fix this".

use joinbench::check::{Effect, JoinPath, PathVerdict, Preview, Remedy, Verdict, Way, preview};

use crate::support::{KNOWLEDGE, TODAY, good_but, report, typed};

/// The least work for one path, as `S02 S04`; `open`, or `closed by E03`.
fn check(changes: &[(&str, &str)], path: &str, expected: &str) {
    let report = report(&good_but(changes));
    let way = &report.path(JoinPath::from_id(path).unwrap()).unwrap().way;
    let found = match way {
        Way::Open => "open".to_owned(),
        Way::Closed(rules) => format!("closed by {}", rules.join(" ")),
        Way::Fixes(plan) => {
            let steps: Vec<&str> = plan.steps.iter().map(|step| step.rule.as_str()).collect();
            steps.join(" ")
        }
    };
    assert_eq!(found, expected, "{path} with {changes:?}: {way:#?}");
}

fn then(changes: &[(&str, &str)], settled: &[&str]) -> Preview {
    let (device, organization) = typed(good_but(changes));
    preview(&KNOWLEDGE, &device, &organization, TODAY, settled.iter().copied())
}

#[test]
fn a_path_without_an_obstacle_is_open() {
    check(&[], "settings", "open");
}

#[test]
fn one_obstacle_takes_its_own_fix() {
    check(&[("domain_joined", "yes")], "settings", "S02");
    check(&[("edition_id", "Core")], "settings", "E01");
}

#[test]
fn several_obstacles_take_the_least_work_first() {
    check(&[("domain_joined", "yes"), ("entra_registered", "yes")], "settings", "S04 S02");
}

#[test]
fn a_change_in_an_admin_center_comes_before_work_at_the_device() {
    check(&[("entra_registered", "yes"), ("account_may_join", "no")], "settings", "T01 S04");
}

#[test]
fn a_fix_that_settles_two_rules_is_named_once() {
    // Leaving both the domain and the tenant settles "hybrid joined" and "in a domain".
    let hybrid = [("domain_joined", "yes"), ("entra_joined", "yes")];
    check(&hybrid, "settings", "S03");
}

#[test]
fn a_reset_opens_the_first_screens_and_leaves_the_tenant_as_well() {
    check(&[("entra_joined", "yes")], "oobe", "S12");
    check(&[], "oobe", "S12");
}

#[test]
fn the_rule_that_a_fix_brings_up_is_fixed_too() {
    // Putting the account into the MDM user scope enrolls the device, for
    // which the account then needs a license.
    check(&[("auto_enroll", "no"), ("mdm_license", "no")], "package", "T04 T05");
}

#[test]
fn what_is_made_for_another_use_stays_closed() {
    let server = [("edition_id", "ServerStandard"), ("sku", "7"), ("installation_type", "Server")];
    check(&server, "settings", "closed by E03");
    check(&[], "azure-vm", "closed by T20");
}

#[test]
fn a_preview_tells_the_answer_after_the_fix_and_nothing_else() {
    let joined = [("domain_joined", "yes"), ("setup_state", "")];
    let now = then(&joined, &[]);
    assert_eq!(now.path(JoinPath::Settings), PathVerdict::Blocked);
    let fixed = then(&joined, &["S02"]);
    assert_eq!(fixed.path(JoinPath::Settings), PathVerdict::Ready);
    assert_eq!(fixed.verdict, Verdict::Ready);
    assert_eq!(fixed.settled, ["S02"]);
}

#[test]
fn a_preview_names_the_rule_that_comes_up() {
    let fixed = then(&[("auto_enroll", "no"), ("mdm_license", "no")], &["T05"]);
    assert_eq!(fixed.comes_up, ["T04"]);
}

#[test]
fn what_does_not_fire_or_is_no_rule_cannot_be_fixed() {
    assert_eq!(then(&[], &["S02", "X99", "T20"]), then(&[], &[]));
}

/// After each plan the path really is open; a plan without one of its fixes is not enough.
#[test]
fn a_plan_opens_its_path_and_needs_each_of_its_fixes() {
    let devices: [&[(&str, &str)]; 4] = [
        &[("domain_joined", "yes"), ("entra_registered", "yes"), ("mdm_enrolled", "yes")],
        &[("edition_id", "Core"), ("tpm_version", "none"), ("build", "10240")],
        &[("entra_joined", "yes"), ("domain_joined", "yes"), ("image_origin", "captured")],
        &[("tpm_version", "1.2"), ("tpm_fips", "yes"), ("autopilot_registered", "no")],
    ];
    let mut plans = 0;
    for changes in devices {
        for answer in &report(&good_but(changes)).paths {
            let Way::Fixes(plan) = &answer.way else { continue };
            let steps: Vec<&str> = plan.steps.iter().map(|step| step.rule.as_str()).collect();
            assert_eq!(then(changes, &steps).path(answer.path), plan.then, "{changes:?} {plan:?}");
            assert!(plan.then != PathVerdict::Blocked, "{changes:?} {plan:?}");
            for left_out in &steps {
                let rest: Vec<&str> = steps.iter().copied().filter(|id| id != left_out).collect();
                let open = !matches!(
                    then(changes, &rest).path(answer.path),
                    PathVerdict::Blocked | PathVerdict::NotApplicable
                );
                assert!(!open, "{} does without {left_out}: {steps:?}", answer.path);
            }
            plans += 1;
        }
    }
    assert!(plans > 12, "{plans}");
}

/// A built-in rule that blocks says what is so after its fix, unless nothing can be fixed.
#[test]
fn every_rule_that_blocks_says_what_its_fix_changes() {
    for rule in &KNOWLEDGE.rules {
        let blocks = rule
            .cases
            .iter()
            .flat_map(|case| case.effects.iter())
            .any(|(_, effect)| effect == Effect::Block);
        let fixable = rule.remedy != Remedy::Purpose;
        assert_eq!(rule.after.is_empty() && blocks, blocks && !fixable, "{}", rule.id);
    }
}
