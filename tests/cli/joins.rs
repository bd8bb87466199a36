//! `joinbench joins`.

use crate::support::Bench;

#[test]
fn without_a_situation_the_joins_and_the_situations_are_listed() {
    let bench = Bench::new();
    let json = bench.run(&["joins", "--json"]).json();
    assert_eq!(json["schema"], 1);
    assert_eq!(json["joins"].as_array().unwrap().len(), 3);
    assert!(json["joins"][0]["aspects"]["sign-in"].as_array().unwrap().len() > 2);
    let words = bench.run(&["joins"]).out;
    let situations = json["situations"].as_array().unwrap();
    assert!(situations.len() > 12, "{}", situations.len());
    for situation in situations {
        let id = situation["id"].as_str().unwrap();
        assert!(words.contains(&format!("\n  {id} ")), "{id}");
        let run = bench.run(&["joins", "--situation", id]);
        assert_eq!(run.code, 0, "{run:#?}");
    }
}

#[test]
fn a_recommendation_gives_its_reasons_and_why_not_the_others() {
    let bench = Bench::new();
    let json = bench.run(&["joins", "--situation", "cloud-only,remote", "--json"]).json();
    assert_eq!(json["join"], "entra");
    assert_eq!(json["paths"][0], "autopilot-user");
    assert_eq!(json["others"][0]["join"], "registration");
    assert_eq!(json["others"][1]["possible"], false);
    insta::assert_snapshot!(
        bench.run(&["joins", "--situation", "personal,mostly-m365,server-azure"]).transcript()
    );
}
