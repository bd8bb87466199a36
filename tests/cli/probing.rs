//! `joinbench probe`: what must hold on whatever computer the tests run.

use crate::support::Bench;

#[test]
fn this_computer_answers_in_the_shape_of_read() {
    let run = Bench::new().run(&["probe", "--json"]);
    assert_eq!(run.code, 0, "{run:#?}");
    let said = run.json();
    let keys: Vec<&String> = said.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["conflicts", "device", "problems", "schema", "sources"]);
    assert_eq!(said["schema"], 1);
    assert_eq!(said["sources"][0]["format"], "probe");
    assert_eq!(said["conflicts"].as_array().unwrap().len(), 0);
    for (field, known) in said["device"].as_object().unwrap() {
        let from = known["from"].as_str().unwrap();
        assert!(from.starts_with("this computer: "), "{field} is from {from}");
    }
}

#[test]
fn in_words_it_names_its_sources_and_what_it_did_not_see() {
    let run = Bench::new().run(&["probe"]);
    assert_eq!(run.code, 0, "{run:#?}");
    assert!(run.out.contains("this computer: "), "{}", run.out);
    #[cfg(target_os = "linux")]
    assert!(run.out.contains("Not seen\n") && run.out.contains("runs Linux now"), "{}", run.out);
}

#[test]
fn what_it_says_can_be_read_and_checked_elsewhere() {
    let bench = Bench::new();
    let probed = bench.run(&["probe", "--json"]);
    let read = bench.run_with(&["read", "--json", "-"], probed.out.as_bytes());
    assert_eq!(read.code, 0, "{read:#?}");
    let (there, here) = (probed.json(), read.json());
    let (there, here) = (&there["device"], &here["device"]);
    assert_eq!(here.as_object().unwrap().len(), there.as_object().unwrap().len());
    for (field, known) in there.as_object().unwrap() {
        assert_eq!(here[field]["value"], known["value"], "{field}");
        let from = here[field]["from"].as_str().unwrap();
        assert_eq!(from, format!("stdin:{}", known["from"].as_str().unwrap()));
    }
    bench.write("pc.json", probed.out);
    let checked = bench.run(&["check", "--json", "pc.json"]);
    assert!((0..=3).contains(&checked.code) && checked.code != 2, "{checked:#?}");
}
