//! Every row of every table of facts does something, or stands in the list of
//! what is for reference only.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use joinbench::check::{
    Condition, Derived, Fact, FactValue, Facts, Organization, ProcessorAnswer, Question, Servicing,
    facts,
};
use joinbench::device::Value;
use joinbench::wizard::{built_in, parse};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::support::{KNOWLEDGE, TODAY, report, typed};

/// The rows of a table as this test reads them: only what it checks.
#[derive(Deserialize)]
struct Table<Row> {
    rows: Vec<Row>,
}

fn rows<Row: DeserializeOwned>(file: &str) -> Vec<Row> {
    let table: Table<Row> = parse(&built_in(file).unwrap()).unwrap();
    assert!(!table.rows.is_empty(), "{file}");
    table.rows
}

/// A derived fact of a device with these fields, on a day.
fn derived(pairs: &[(&str, &str)], fact: Derived, today: Date) -> Option<String> {
    let (device, organization) = typed(pairs.iter().copied());
    let facts = facts(&KNOWLEDGE, &device, &organization, today);
    facts.get(Fact::Derived(fact)).map(|value| match value {
        FactValue::Text(text) => text.to_owned(),
        FactValue::Bool(answer) => answer.to_string(),
        FactValue::Number(number) => number.to_string(),
    })
}

#[derive(Deserialize)]
struct Conditional {
    #[serde(default)]
    when: Option<Condition>,
}

/// Every comparison of a fact with a value, in rules and in tables.
fn comparisons() -> BTreeSet<(String, String)> {
    let mut found = BTreeSet::new();
    for rule in &KNOWLEDGE.rules {
        let cases = rule.cases.iter().map(|case| &case.when);
        let means = rule.means.iter().map(|meaning| &meaning.when);
        for condition in cases.chain(means).chain(&rule.presume_unless) {
            collect(condition, &mut found);
        }
    }
    for file in ["facts/registration.ron", "facts/situations.ron"] {
        for condition in rows::<Conditional>(file).into_iter().filter_map(|row| row.when) {
            collect(&condition, &mut found);
        }
    }
    found
}

fn collect(condition: &Condition, found: &mut BTreeSet<(String, String)>) {
    let mut add = |fact: &Fact, value: &Value| {
        found.insert((fact.to_string(), value.to_string()));
    };
    match condition {
        Condition::Is(fact, value) => add(fact, value),
        Condition::OneOf(fact, values) => values.iter().for_each(|value| add(fact, value)),
        Condition::Not(inner) => collect(inner, found),
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts {
                collect(part, found);
            }
        }
        _ => {}
    }
}

/// Values of editions that no rule asks for: they are what is well, or for a
/// person to read.
const FOR_REFERENCE: &[(&str, &str)] = &[
    ("edition_family", "client"),
    ("edition_joins", "yes"),
    // The kind of the edition says the same, and rules go by it.
    ("edition_joins", "no"),
    ("edition_joins", "azure-vm"),
    ("edition_autopilot", "yes"),
    ("edition_registers", "unverified"),
];

#[test]
fn every_edition_is_found_by_id_and_number_and_what_it_says_is_asked_for() {
    let asked = comparisons();
    let columns = [
        Derived::EditionFamily,
        Derived::EditionJoins,
        Derived::EditionAutopilot,
        Derived::EditionRegisters,
    ];
    let mut seen = BTreeSet::new();
    for edition in KNOWLEDGE.editions.iter() {
        let sku = edition.sku.to_string();
        for column in columns {
            let by_id = derived(&[("edition_id", &edition.id)], column, TODAY);
            assert_eq!(by_id, derived(&[("sku", &sku)], column, TODAY), "{}", edition.id);
            seen.insert((Fact::Derived(column).to_string(), by_id.unwrap()));
        }
    }
    let reference = |pair: &(String, String)| {
        FOR_REFERENCE.iter().any(|(fact, value)| *fact == pair.0 && *value == pair.1)
    };
    for pair in &seen {
        assert!(asked.contains(pair) != reference(pair), "{pair:?} is asked for, or for reference");
    }
    assert!(FOR_REFERENCE.iter().all(|(f, v)| seen.contains(&((*f).into(), (*v).into()))));
}

#[derive(Deserialize)]
struct Release {
    name: String,
    build: i64,
    servicing: Vec<Servicing>,
    ends: Date,
    #[serde(default)]
    esu_ends: Option<Date>,
}

#[test]
fn every_release_decides_about_the_days_around_its_end() {
    for row in rows::<Release>("facts/releases.ron") {
        for servicing in &row.servicing {
            let edition = KNOWLEDGE.editions.iter().find(|one| one.servicing == *servicing);
            let edition = edition.unwrap_or_else(|| panic!("no edition has {servicing:?}"));
            let build = row.build.to_string();
            let device = [("edition_id", edition.id.as_str()), ("build", build.as_str())];
            let on = |day: Date| derived(&device, Derived::ReleaseService, day).unwrap();
            let after = |day: Date| on(day.checked_add(1.day()).unwrap());
            assert_eq!(on(row.ends), "in-service", "{} {servicing:?}", row.name);
            match row.esu_ends {
                None => assert_eq!(after(row.ends), "ended", "{}", row.name),
                Some(last) => {
                    assert_eq!(after(row.ends), "esu", "{}", row.name);
                    assert_eq!((on(last), after(last)), ("esu".into(), "ended".into()));
                }
            }
            let until = derived(&device, Derived::UpdatesUntil, row.ends).unwrap();
            assert!(until.ends_with(&row.ends.year().to_string()), "{}: {until}", row.name);
        }
    }
}

#[test]
fn every_group_of_editions_has_releases_or_releases_of_its_own() {
    let dated: Vec<Servicing> =
        rows::<Release>("facts/releases.ron").into_iter().flat_map(|row| row.servicing).collect();
    for edition in KNOWLEDGE.editions.iter() {
        let own = edition.servicing == Servicing::Own;
        assert!(own || dated.contains(&edition.servicing), "{}", edition.id);
    }
}

#[derive(Deserialize)]
struct Floor {
    build: i64,
    has_fix: HasFix,
}

#[derive(Clone, Copy, Deserialize)]
enum HasFix {
    Never,
    FromRevision(i64),
    FromHereOn,
}

#[test]
fn every_floor_of_the_sign_in_fix_decides() {
    for row in rows::<Floor>("facts/kdf-floors.ron") {
        let build = row.build.to_string();
        let with = |revision: i64| {
            let revision = revision.to_string();
            derived(&[("build", &build), ("revision", &revision)], Derived::KdfPatched, TODAY)
                .unwrap()
        };
        match row.has_fix {
            HasFix::Never => assert_eq!(with(60_000), "false", "{build}"),
            HasFix::FromHereOn => assert_eq!(with(0), "true", "{build}"),
            HasFix::FromRevision(floor) => {
                assert_eq!((with(floor - 1), with(floor)), ("false".into(), "true".into()));
            }
        }
    }
}

#[derive(Deserialize)]
struct ProcessorTables {
    gate: Vec<GateRow>,
    names: Vec<NameRow>,
    exceptions: Vec<Exception>,
}

#[derive(Deserialize)]
struct GateRow {
    maker: Maker,
    family: (i64, i64),
    #[serde(default)]
    models: Option<(i64, i64)>,
    #[serde(default)]
    stepping: Option<i64>,
    answer: GateAnswer,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
enum Maker {
    Intel,
    Amd,
}

#[derive(Clone, Copy, PartialEq, Debug, Deserialize)]
enum GateAnswer {
    Supported,
    TooOld,
    ByName,
}

#[derive(Deserialize)]
struct NameRow {
    brands: Vec<String>,
    #[serde(default)]
    supported: Vec<String>,
    #[serde(default)]
    old: Vec<String>,
}

#[derive(Deserialize)]
struct Exception {
    name: String,
    models: Vec<String>,
}

fn processor_tables() -> ProcessorTables {
    parse(&built_in("facts/processors.ron").unwrap()).unwrap()
}

impl GateRow {
    fn holds(&self, maker: Maker, family: i64, model: i64, stepping: i64) -> bool {
        let within = |(from, to): (i64, i64), number: i64| (from..=to).contains(&number);
        self.maker == maker
            && within(self.family, family)
            && self.models.is_none_or(|models| within(models, model))
            && self.stepping.is_none_or(|wanted| wanted == stepping)
    }
}

/// The answer for a processor of which nothing but numbers is known.
fn by_number(maker: Maker, family: i64, model: i64, stepping: i64) -> ProcessorAnswer {
    let vendor = if maker == Maker::Intel { "GenuineIntel" } else { "AuthenticAMD" };
    let numbers = [family, model, stepping].map(|number| number.to_string());
    let (device, _) = typed([
        ("cpu_vendor", vendor),
        ("cpu_family", numbers[0].as_str()),
        ("cpu_model", numbers[1].as_str()),
        ("cpu_stepping", numbers[2].as_str()),
    ]);
    KNOWLEDGE.processors.answer(&Facts::of(&device, &Organization::default()))
}

#[test]
fn every_row_of_the_processor_gate_is_the_first_to_hold_for_some_processor() {
    let gate = processor_tables().gate;
    for (place, row) in gate.iter().enumerate() {
        let models = row.models.unwrap_or((0, 255));
        let stepping = row.stepping.unwrap_or(3);
        let own = (row.family.0..=row.family.1)
            .flat_map(|family| (models.0..=models.1).map(move |model| (family, model)))
            .find(|(family, model)| {
                let first = gate.iter().position(|r| r.holds(row.maker, *family, *model, stepping));
                first == Some(place)
            });
        let (family, model) = own.unwrap_or_else(|| panic!("row {place} never decides"));
        let expected = match row.answer {
            GateAnswer::Supported => ProcessorAnswer::Supported,
            GateAnswer::TooOld => ProcessorAnswer::TooOld,
            GateAnswer::ByName => ProcessorAnswer::Unrecognized,
        };
        assert_eq!(by_number(row.maker, family, model, stepping), expected, "row {place}");
    }
}

/// Words that fit a pattern, a few for each.
fn samples(pattern: &str) -> Vec<String> {
    let (body, open) = pattern.strip_suffix('*').map_or((pattern, false), |body| (body, true));
    let mut words = vec![String::new()];
    let mut rest = body.chars();
    while let Some(c) = rest.next() {
        let fitting: Vec<char> = match c {
            '#' => vec!['5', '0', '9'],
            '?' => vec!['a', '1', 'f'],
            '[' => class(&mut rest),
            other => vec![other],
        };
        words = words
            .iter()
            .flat_map(|word| fitting.iter().map(move |c| format!("{word}{c}")))
            .take(400)
            .collect();
    }
    let ends: &[&str] = if open { &["", "u", "x"] } else { &[""] };
    words.iter().flat_map(|word| ends.iter().map(move |end| format!("{word}{end}"))).collect()
}

fn class(rest: &mut impl Iterator<Item = char>) -> Vec<char> {
    let mut fitting: Vec<char> = Vec::new();
    loop {
        match rest.next().unwrap() {
            ']' => return fitting,
            '-' => {
                let from = *fitting.last().unwrap();
                fitting.extend((from..=rest.next().unwrap()).skip(1));
            }
            c => fitting.push(c),
        }
    }
}

#[test]
fn every_pattern_of_processor_names_decides_for_some_name() {
    let mut patterns = 0;
    for row in processor_tables().names {
        let supported = row.supported.iter().map(|p| (p, ProcessorAnswer::Supported));
        let old = row.old.iter().map(|p| (p, ProcessorAnswer::TooOld));
        for (pattern, expected) in supported.chain(old) {
            for brand in &row.brands {
                let decides = samples(pattern).iter().any(|word| {
                    KNOWLEDGE.processors.by_name(&format!("{brand} {word}")) == expected
                });
                assert!(decides, "{brand} {pattern} is never {expected:?}");
            }
            patterns += 1;
        }
    }
    assert!(patterns > 150, "only {patterns} patterns were seen");
}

#[test]
fn every_exception_is_taken_in_each_of_its_models() {
    for exception in processor_tables().exceptions {
        for model in &exception.models {
            let name = format!("Intel(R) Core(TM) {} CPU @ 2.90GHz", exception.name);
            let (device, organization) = typed([("cpu_name", name.as_str()), ("model", model)]);
            let answer = KNOWLEDGE.processors.answer(&Facts::of(&device, &organization));
            assert_eq!(answer, ProcessorAnswer::Supported, "{name} in {model}");
        }
    }
}

/// Fields and values that make a condition of plain comparisons hold.
fn makes_hold(condition: &Condition) -> Vec<(String, String)> {
    match condition {
        Condition::Is(fact, value) => vec![(fact.to_string(), value.to_string())],
        Condition::OneOf(fact, values) => vec![(fact.to_string(), values[0].to_string())],
        Condition::Below(fact, limit) => vec![(fact.to_string(), (limit - 1).to_string())],
        Condition::All(parts) => parts.iter().flat_map(makes_hold).collect(),
        other => panic!("{other:?} needs a line here"),
    }
}

#[derive(Deserialize)]
struct Implication {
    when: Condition,
    then: Vec<(String, Implied)>,
}

#[derive(Deserialize)]
enum Implied {
    Yes,
    No,
    None,
}

#[test]
fn every_implication_makes_its_facts_known() {
    let table: Vec<Implication> = parse(&built_in("facts/implied.ron").unwrap()).unwrap();
    assert!(!table.is_empty());
    for row in table {
        let given = makes_hold(&row.when);
        let (device, organization) = typed(given.iter().map(|(f, v)| (f.as_str(), v.as_str())));
        let facts = facts(&KNOWLEDGE, &device, &organization, TODAY);
        for (field, implied) in row.then {
            let expected = match implied {
                Implied::Yes => FactValue::Bool(true),
                Implied::No => FactValue::Bool(false),
                Implied::None => FactValue::Text("none"),
            };
            assert_eq!(facts.get(field.parse().unwrap()), Some(expected), "{given:?}: {field}");
        }
    }
}

#[test]
fn every_row_about_registration_answers_for_some_device() {
    #[derive(Deserialize)]
    struct Row {
        because: String,
    }
    let devices: [&[(&str, &str)]; 6] = [
        &[("edition_id", "ServerStandard")],
        &[("installation_type", "Server Core")],
        &[("build", "9600")],
        &[("entra_joined", "yes")],
        &[("entra_registered", "yes")],
        &[("edition_id", "Core")],
    ];
    let answered: BTreeSet<String> =
        devices.iter().map(|device| report(device).registration().because.clone()).collect();
    let written: BTreeSet<String> =
        rows::<Row>("facts/registration.ron").into_iter().map(|row| row.because).collect();
    assert_eq!(answered, written);
}

/// Derived facts that are said and never asked for.
const SAID_ONLY: &[Derived] = &[Derived::UpdatesUntil];

#[test]
fn every_derived_fact_is_asked_for_by_a_rule_or_said_by_one() {
    let asked: BTreeSet<Fact> =
        KNOWLEDGE.rules.iter().flat_map(joinbench::check::Rule::facts).collect();
    let compared = comparisons();
    for fact in Derived::ALL {
        let named = compared.iter().any(|(id, _)| id == fact.id());
        let said = KNOWLEDGE.rules.iter().any(|rule| {
            let hole = format!("{{{}|", fact.id());
            let means = rule.means.iter().map(|meaning| meaning.says.as_str());
            means.chain([rule.why.as_str()]).any(|text| text.contains(&hole))
        });
        let wanted = asked.contains(&Fact::Derived(*fact)) || named;
        assert!(wanted || (said && SAID_ONLY.contains(fact)), "{fact} is used by nothing");
    }
}

/// Questions that only decide which screens a person meets.
const FOR_SCREENS: &[Question] =
    &[Question::Identity, Question::SignInMethod, Question::HelloForBusiness];

#[test]
fn every_question_is_asked_for_by_a_rule_or_decides_a_screen() {
    let asked: BTreeSet<Fact> =
        KNOWLEDGE.rules.iter().flat_map(joinbench::check::Rule::facts).collect();
    let walks = ["walks/new-device.ron", "walks/existing-device.ron"]
        .map(|walk| built_in(walk).unwrap().text)
        .concat();
    for question in Question::ALL {
        let by_rule = asked.contains(&Fact::Answer(*question));
        let by_walk = walks.contains(&format!("\"{}\"", question.id()));
        assert!(by_rule || by_walk, "{question} decides nothing");
        if FOR_SCREENS.contains(question) {
            assert!(by_walk, "{question} decides no screen");
        }
    }
}
