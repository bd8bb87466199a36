//! What holds for any device at all.

use joinbench::check::{
    Fact, Organization, Outcome, PathVerdict, Question, Verdict, check, facts, judge,
};
use joinbench::device::{Device, Field, Kind, Origin, Reading, Value};
use proptest::prelude::*;

use crate::support::{KNOWLEDGE, TODAY};

fn value(kind: Kind) -> BoxedStrategy<Value> {
    let words =
        |words: &'static [&'static str]| proptest::sample::select(words).prop_map(Value::from);
    match kind {
        Kind::YesNo => any::<bool>().prop_map(Value::from).boxed(),
        Kind::Number { .. } => prop_oneof![any::<i64>(), 0_i64..30_000, Just(26_100), Just(19_045)]
            .prop_map(Value::from)
            .boxed(),
        Kind::Choice(choices) => words(choices).boxed(),
        Kind::Text => prop_oneof![
            words(&[
                "Professional",
                "Core",
                "ServerStandard",
                "EnterpriseS",
                "GenuineIntel",
                "Intel(R) Core(TM) i5-8250U"
            ]),
            "\\PC{0,40}".prop_map(Value::from),
        ]
        .boxed(),
    }
}

fn situation() -> impl Strategy<Value = (Device, Organization)> {
    let readings: Vec<_> =
        Field::ALL.iter().map(|f| proptest::option::of(value(f.kind()))).collect();
    let answers: Vec<_> =
        Question::ALL.iter().map(|q| proptest::option::of(value(q.kind()))).collect();
    (readings, answers).prop_map(|(readings, answers)| {
        let mut device = Device::default();
        for (field, value) in Field::ALL.iter().zip(readings) {
            if let Some(value) = value {
                device.add(Reading::new(*field, value, "", Origin::typed()));
            }
        }
        let mut organization = Organization::default();
        for (question, value) in Question::ALL.iter().zip(answers) {
            organization.answers.extend(value.map(|value| (*question, value)));
        }
        (device, organization)
    })
}

proptest! {
    #[test]
    fn a_check_never_panics_and_answers_for_every_rule_and_path((device, organization) in situation()) {
        let report = check(&KNOWLEDGE, &device, &organization, TODAY);
        prop_assert_eq!(report.findings.len(), KNOWLEDGE.rules.len());
        prop_assert_eq!(report.paths.len(), 8);
        let joinable = report.paths.iter().any(|p| matches!(p.verdict, PathVerdict::Ready | PathVerdict::Warn));
        prop_assert_eq!(report.verdict == Verdict::Ready, joinable);
        for finding in &report.findings {
            prop_assert!(finding.result != Outcome::Unknown || !finding.because.is_empty());
        }
    }

    /// A rule that is decided stays as it is when more becomes known, unless
    /// the new reading is one that the tables put together with others.
    #[test]
    fn what_is_decided_stays_decided_when_more_becomes_known(
        (device, organization) in situation(),
        at in 0..Field::ALL.len(),
        fresh in any::<prop::sample::Index>(),
    ) {
        let field = Field::ALL[at];
        let known = facts(&KNOWLEDGE, &device, &organization, TODAY);
        prop_assume!(known.get(Fact::Device(field)).is_none());
        let choices = match field.kind() {
            Kind::YesNo => vec![Value::from(true), Value::from(false)],
            Kind::Choice(words) => words.iter().map(|word| Value::from(*word)).collect(),
            Kind::Number { .. } => vec![Value::from(10_000_i64), Value::from(26_100_i64)],
            Kind::Text => vec![Value::from("Professional"), Value::from("")],
        };
        let value = fresh.get(&choices).clone();
        let mut more = device.clone();
        more.add(Reading::new(field, value, "", Origin::typed()));
        let before = check(&KNOWLEDGE, &device, &organization, TODAY);
        let after = check(&KNOWLEDGE, &more, &organization, TODAY);
        for rule in &KNOWLEDGE.rules {
            let asks = rule.facts().iter().any(|fact| match fact {
                Fact::Derived(derived) => derived.read_from().contains(&field),
                _ => false,
            });
            let (was, is) = (before.finding(&rule.id).unwrap(), after.finding(&rule.id).unwrap());
            let rests_on_table = asks || FOLLOWED_FROM.contains(&field) || GATE.contains(&field);
            if was.result != Outcome::Unknown && !rests_on_table {
                prop_assert_eq!(was.result, is.result, "{} after {}", &rule.id, field);
            }
        }
    }

    #[test]
    fn the_quick_half_and_the_wordy_half_agree((device, organization) in situation()) {
        let report = check(&KNOWLEDGE, &device, &organization, TODAY);
        let facts = facts(&KNOWLEDGE, &device, &organization, TODAY);
        let judgement = judge(&KNOWLEDGE.rules, &facts);
        prop_assert_eq!(report.verdict, judgement.verdict());
        prop_assert_eq!(report.best_path, judgement.best_path());
        let order: Vec<_> = report.paths.iter().map(|answer| answer.path).collect();
        prop_assert_eq!(order, judgement.ranked());
        if let Some(first) = judgement.first_to_act(&KNOWLEDGE.rules) {
            prop_assert_eq!(&report.findings[0].rule, &first.id);
        }
    }

    #[test]
    fn any_processor_name_is_answered(name in "\\PC{0,120}") {
        let _ = KNOWLEDGE.processors.by_name(&name);
    }
}

/// Fields from which others follow (`facts/implied.ron`).
const FOLLOWED_FROM: &[Field] = &[Field::SetupState, Field::VirtualMachine, Field::VmPlatform];

/// Fields that the gate of Windows 11 reads beyond those it is named for.
const GATE: &[Field] = &[
    Field::CpuVendor,
    Field::CpuStepping,
    Field::CpuMhz,
    Field::CpuThreads,
    Field::Architecture,
    Field::Firmware,
    Field::SecureBoot,
    Field::StorageKind,
    Field::Model,
];
