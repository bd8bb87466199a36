//! Sources that differ: side by side on the Device page, and a choice.

use egui::Key;
use egui::accesskit::Toggled;
use egui_kittest::kittest::{NodeT, Queryable};
use joinbench::device::Field;

use crate::bench::{Bench, Setup};

pub const LONG: &str =
    "Book 14 of the second generation as its maker spells it out on the label below the battery";

/// A report that gives the same device this model.
fn report(model: &str) -> String {
    format!(
        r#"{{"CimClass":"Win32_ComputerSystem","Name":"CT-0001","Manufacturer":"Contoso","Model":"{model}"}}"#
    )
}

/// A device whose three reports each say another model.
pub fn three_sources(bench: &mut Bench) {
    let models = [("a.json", "Book 14"), ("b.json", "Book 14 G2"), ("c.json", LONG)];
    bench.answers.set(models.map(|(name, model)| bench.write(name, report(model))).to_vec());
    bench.press("Choose reports");
}

fn conflict() -> Bench {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num2);
    three_sources(&mut bench);
    bench
}

fn model(bench: &Bench) -> Option<&str> {
    bench.harness.state().plan()?.device.text(Field::Model)
}

fn is_in_force(bench: &Bench, choice: &str) -> bool {
    let node = bench.harness.get_by_label(choice);
    node.accesskit_node().toggled() == Some(Toggled::True)
}

/// Where a choice stands.
fn place(bench: &Bench, choice: &str) -> egui::Rect {
    bench.harness.get_by_label(choice).rect()
}

const FIRST: &str = "Use Book 14 for Model";
const SECOND: &str = "Use Book 14 G2 for Model";

#[test]
fn three_sources_stand_side_by_side_with_their_places() {
    let bench = conflict();
    assert!(bench.says("Model: the sources differ"));
    let third = format!("Use {LONG} for Model");
    let places = [FIRST, SECOND, third.as_str()].map(|one| place(&bench, one));
    for pair in places.windows(2) {
        assert!(pair[0].right() < pair[1].left(), "they are not side by side: {places:?}");
        assert!((pair[0].top() - pair[1].top()).abs() < 1.0, "not on one line: {places:?}");
        assert!((pair[0].height() - pair[1].height()).abs() < 1.0, "not as high: {places:?}");
    }
    assert!(
        bench.says("From a.json:Win32_ComputerSystem.Model")
            && bench.says("From c.json:Win32_ComputerSystem.Model")
    );
    assert!(is_in_force(&bench, FIRST) && !is_in_force(&bench, SECOND));
}

#[test]
fn a_choice_and_another_one_by_keyboard_and_nothing_moves() {
    let mut bench = conflict();
    let before = place(&bench, SECOND);
    bench.press(SECOND);
    assert_eq!(model(&bench), Some("Book 14 G2"));
    assert!(is_in_force(&bench, SECOND) && !is_in_force(&bench, FIRST));
    assert_eq!(place(&bench, SECOND), before, "the chosen one moved");
    assert_eq!(bench.focused().as_deref(), Some(SECOND), "the keyboard is elsewhere");
    bench.key(Key::Space);
    assert_eq!(model(&bench), Some("Book 14 G2"), "choosing it again changed something");
    bench.press(FIRST);
    assert_eq!(model(&bench), Some("Book 14"));
}

#[test]
fn a_choice_can_be_undone_and_outlives_the_window() {
    let mut bench = conflict();
    bench.press(SECOND);
    bench.leave_control();
    bench.press("Undo");
    assert_eq!(model(&bench), Some("Book 14"));
    bench.press("Redo");
    assert_eq!(model(&bench), Some("Book 14 G2"));
    let plan = joinbench::plan::store::open(&bench.plan_file()).unwrap();
    assert_eq!(plan.device.text(Field::Model), Some("Book 14 G2"));
}

#[test]
fn a_choice_settles_the_matter_until_a_source_says_something_new() {
    let mut bench = conflict();
    bench.press(SECOND);
    assert!(bench.says("Model: you chose among the sources"));
    assert!(!bench.says("Model: the sources differ"));
    bench.answers.set(vec![bench.write("d.json", report("Book 14 G3"))]);
    bench.press("Choose reports");
    assert!(bench.says("Model: the sources differ"), "what is new is settled already");
    assert_eq!(model(&bench), Some("Book 14 G2"), "the choice is lost");
}

#[test]
fn what_is_in_force_can_be_confirmed() {
    let mut bench = conflict();
    bench.press(FIRST);
    assert!(bench.says("Model: you chose among the sources"));
    assert_eq!(model(&bench), Some("Book 14"));
    bench.leave_control();
    bench.press("Undo");
    assert!(bench.says("Model: the sources differ"));
}

#[test]
fn a_source_that_is_forgotten_takes_its_choice_along() {
    let mut bench = conflict();
    bench.press(SECOND);
    bench.press("Forget b.json");
    assert!(!bench.offers(SECOND) && bench.offers(FIRST));
    bench.press("Forget c.json");
    assert!(!bench.says("the sources differ"), "one source differs from itself");
}

#[test]
fn a_value_stays_as_long_as_one_of_the_reports_that_say_it() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::Num2);
    let both = ["a.json", "b.json"].map(|name| bench.write(name, report("Book 14")));
    bench.answers.set(both.to_vec());
    bench.press("Choose reports");
    assert!(
        !bench.says("the sources differ") && bench.says("From a.json:Win32_ComputerSystem.Model")
    );
    bench.press("Forget a.json");
    assert_eq!(model(&bench), Some("Book 14"));
    assert!(bench.says("From b.json:Win32_ComputerSystem.Model"));
}

#[test]
fn what_is_typed_stands_beside_the_sources_and_can_be_left_for_one() {
    let mut bench = conflict();
    bench.type_into("Model", "Book 15");
    assert!(is_in_force(&bench, "Use Book 15 for Model"));
    bench.press(FIRST);
    assert_eq!(model(&bench), Some("Book 14"));
    assert!(bench.says("From a.json:Win32_ComputerSystem.Model"));
}
