//! Which questions are asked for which path, and which addresses it needs.

use std::collections::BTreeSet;

use joinbench::check::{Effect, Fact, JoinPath, Question, Rule, questions_for};

use crate::support::KNOWLEDGE;

fn check(path: JoinPath, asked: &[Question], not_asked: &[Question]) {
    let questions = questions_for(&KNOWLEDGE, path);
    for question in asked {
        assert!(questions.contains(question), "{path} does not ask {question}");
    }
    for question in not_asked {
        assert!(!questions.contains(question), "{path} asks {question}");
    }
}

#[test]
fn a_path_asks_what_decides_it_and_nothing_else() {
    check(
        JoinPath::OutOfBox,
        &[Question::AccountMayJoin, Question::DeviceLimit, Question::InternetAtJoin],
        &[Question::BulkTokenValid, Question::AzureIdentity, Question::JoinerBecomesAdmin],
    );
    check(
        JoinPath::Package,
        &[Question::BulkTokenValid, Question::PackageMayJoin, Question::PackageMfaExcluded],
        &[Question::MfaMethod, Question::PersonalBlocked, Question::SignInNameFits],
    );
    check(
        JoinPath::AutopilotSelf,
        &[Question::AutopilotRegistered, Question::HardwareChanged, Question::ClockRight],
        &[Question::AccountMayJoin, Question::AccountIsGuest, Question::PreprovisioningAllowed],
    );
    check(
        JoinPath::AzureVm,
        &[Question::AzureIdentity, Question::AzureSignInRole, Question::AzureNameTaken],
        &[Question::MdmLicense, Question::AutopilotRegistered, Question::DeviceNameFits],
    );
}

#[test]
fn every_question_that_a_rule_reads_is_asked_for_some_path_or_only_informs() {
    let asked: BTreeSet<Question> =
        JoinPath::ALL.iter().flat_map(|path| questions_for(&KNOWLEDGE, *path)).collect();
    for rule in &KNOWLEDGE.rules {
        let informs = rule
            .cases
            .iter()
            .flat_map(|case| case.effects.iter())
            .all(|(_, effect)| matches!(effect, Effect::Info | Effect::Ok));
        for fact in rule.facts() {
            if let Fact::Answer(question) = fact {
                assert!(informs || asked.contains(&question), "{}: {question}", rule.id);
            }
        }
    }
}

#[test]
fn questions_come_in_the_order_in_which_they_are_shown() {
    for path in JoinPath::ALL {
        let questions = questions_for(&KNOWLEDGE, path);
        assert!(!questions.is_empty() && questions.is_sorted(), "{path}");
    }
}

#[test]
fn the_questions_of_a_group_stand_together() {
    let groups = Question::ALL.iter().map(|q| KNOWLEDGE.labels.question(*q).group.as_str());
    let mut runs: Vec<&str> = groups.collect();
    runs.dedup();
    assert_eq!(
        runs,
        ["Joining", "Management", "Sign-in", "Autopilot", "Package", "Azure", "Network"]
    );
}

/// Everything a rule says.
fn text(rule: &Rule) -> String {
    let fix = rule.fix.iter().map(joinbench::check::Template::as_str);
    std::iter::once(rule.why.as_str()).chain(fix).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_address_is_named_by_its_rule_or_is_for_reference() {
    let (mut named, mut reference) = (0, 0);
    for endpoint in KNOWLEDGE.endpoints.iter() {
        assert!(KNOWLEDGE.endpoints.references(endpoint).next().is_some(), "{endpoint:?}");
        let Some(id) = &endpoint.rule else {
            reference += 1;
            continue;
        };
        named += 1;
        let rule = KNOWLEDGE.rules.get(id).unwrap_or_else(|| panic!("no rule {id}"));
        let text = text(rule);
        for host in &endpoint.hosts {
            assert!(text.contains(host.as_str()), "{id} does not name {host}");
        }
    }
    assert_eq!((named, reference), (14, 6));
}

#[test]
fn every_path_needs_the_addresses_of_registration_and_sign_in() {
    for path in JoinPath::ALL {
        let hosts: Vec<&str> = KNOWLEDGE
            .endpoints
            .for_path(path)
            .flat_map(|endpoint| endpoint.hosts.iter().map(String::as_str))
            .collect();
        assert!(hosts.contains(&"enterpriseregistration.windows.net"), "{path}");
        assert_eq!(hosts.contains(&"login.live.com"), path.id().starts_with("autopilot"), "{path}");
        assert_eq!(hosts.contains(&"pas.windows.net"), path == JoinPath::AzureVm, "{path}");
    }
}
