//! The interview: the fewest questions that settle a path.

use std::collections::BTreeSet;

use joinbench::check::{Fact, Interview, JoinPath, Organization, check, interview};
use joinbench::device::Device;

use crate::support::{GOOD, KNOWLEDGE, TODAY, good_but, report, typed};

const PATH: JoinPath = JoinPath::Settings;

fn next(device: &Device, organization: &Organization, passed_over: &BTreeSet<Fact>) -> Interview {
    interview(&KNOWLEDGE, device, organization, TODAY, PATH, passed_over)
}

fn first(pairs: &[(&str, &str)]) -> Interview {
    let (device, organization) = typed(pairs.iter().copied());
    next(&device, &organization, &BTreeSet::new())
}

/// Answers what is asked as `truth` has it, until nothing is left; what truth
/// does not know is passed over. Gives the device, the organization and what
/// was asked.
fn run(known: &[(&str, &str)], truth: &[(&str, &str)]) -> (Device, Organization, Vec<String>) {
    let (mut device, mut organization) = typed(known.iter().copied());
    let (mut passed_over, mut asked) = (BTreeSet::new(), Vec::new());
    while let Some(fact) = next(&device, &organization, &passed_over).next {
        assert!(!asked.contains(&fact.id().to_owned()), "{fact} is asked twice: {asked:?}");
        asked.push(fact.id().to_owned());
        match (truth.iter().find(|(id, _)| *id == fact.id()), fact) {
            (Some((_, answer)), Fact::Device(field)) => device.type_in(field, answer).unwrap(),
            (Some((_, answer)), Fact::Answer(q)) => organization.type_in(q, answer).unwrap(),
            (_, fact) => {
                passed_over.insert(fact);
            }
        }
    }
    (device, organization, asked)
}

#[test]
fn what_leaves_the_path_undecided_is_asked_before_what_is_taken_for_granted() {
    let unknown = good_but(&[("domain_joined", "")]);
    assert_eq!(first(&unknown).next.unwrap().id(), "domain_joined");
}

#[test]
fn a_device_that_can_never_take_the_path_is_asked_nothing() {
    let server = good_but(&[("edition_id", "ServerStandard"), ("installation_type", "Server")]);
    assert_eq!(first(&server), Interview { next: None, at_most: 0, settled: true });
}

#[test]
fn an_answer_spares_the_questions_that_hang_on_it() {
    let federated = [("identity", "federated"), ("federation_ready", "yes")];
    let (_, _, asked) = run(GOOD, &federated);
    assert!(asked.contains(&"federation_ready".to_owned()), "{asked:?}");
    let (_, _, asked) = run(GOOD, &[("identity", "managed")]);
    assert!(!asked.contains(&"federation_ready".to_owned()), "{asked:?}");
}

#[test]
fn a_question_that_nobody_can_answer_is_asked_once() {
    let (device, organization, asked) = run(GOOD, &[]);
    assert!(asked.len() > 5, "{asked:?}");
    let passed_over = asked.iter().map(|id| id.parse().unwrap()).collect();
    let end = next(&device, &organization, &passed_over);
    assert_eq!((end.next, end.settled), (None, false));
}

/// The organization of which everything is known and right.
const ALL_WELL: &[(&str, &str)] = &[
    ("account_may_join", "yes"),
    ("account_is_guest", "no"),
    ("device_limit", "50"),
    ("devices_owned", "1"),
    ("mfa_required", "no"),
    ("auto_enroll", "yes"),
    ("entra_premium", "yes"),
    ("mdm_license", "yes"),
    ("windows_blocked", "no"),
    ("personal_blocked", "no"),
    ("mdm_enrolled", "no"),
    ("legacy_agent", "no"),
    ("identity", "managed"),
    ("sign_in_name_fits", "yes"),
    ("internet_at_join", "yes"),
    ("endpoints_open", "yes"),
    ("session_user", "administrator"),
    ("image_origin", "clean"),
];

#[test]
fn an_answered_interview_ends_settled_with_the_answer_of_the_whole_truth() {
    let obstacles: [&[(&str, &str)]; 4] = [
        &[],
        &[("mdm_license", "no")],
        &[("account_is_guest", "yes")],
        &[("image_origin", "captured")],
    ];
    for obstacle in obstacles {
        let mut truth: Vec<_> = obstacle.to_vec();
        truth.extend(ALL_WELL);
        let (device, organization, asked) = run(GOOD, &truth);
        let end = next(&device, &organization, &BTreeSet::new());
        assert!(end.settled, "{obstacle:?}: {asked:?} and still {end:?}");
        let told = check(&KNOWLEDGE, &device, &organization, TODAY).for_path(PATH);
        // Where something is said twice, what was said first counts.
        let mut whole = good_but(obstacle);
        whole.extend(ALL_WELL.iter().filter(|(id, _)| obstacle.iter().all(|(o, _)| o != id)));
        assert_eq!(told, report(&whole).for_path(PATH), "{obstacle:?}");
        assert!(asked.len() <= ALL_WELL.len(), "{asked:?}");
    }
}

#[test]
fn an_interview_never_asks_more_than_it_says() {
    let begin = first(GOOD);
    let (_, _, asked) = run(GOOD, ALL_WELL);
    assert!(asked.len() <= begin.at_most, "{asked:?} and {begin:?}");
    assert!(asked.len() < begin.at_most, "no answer spared a question: {asked:?}");
}
