//! The guides: which join fits, and the rule book; over the first page and
//! over a plan.

use egui::{Key, Modifiers};
use joinbench::app::Opening;
use joinbench::check::Knowledge;
use joinbench::plan::{Journey, Step};

use crate::bench::{Bench, Setup};

const PERSONAL: &str = "A personal device: It belongs to the person, not to us";
const CLOUD: &str = "Cloud only: No Active Directory, or on the way there";
const IN_USE: &str = "Already in use: It should keep its apps and files";
const SEASONAL: &str = "Seasonal workers, contractors, students";

fn demo_at(step: &str) -> Bench {
    let mut bench = Bench::open(Setup { opening: Opening::Demo, ..Setup::default() });
    bench.go_to(step);
    bench
}

fn all_rules() -> usize {
    Knowledge::built_in().unwrap().rules.len()
}

fn with_control(bench: &mut Bench, key: Key) {
    bench.harness.key_press_modifiers(Modifiers::COMMAND, key);
    bench.harness.run();
}

#[test]
fn situations_on_the_first_page_lead_to_the_journey_that_fits() {
    let mut bench = Bench::open(Setup::default());
    bench.press("Which join fits?");
    assert!(bench.says("Nothing chosen yet"));
    assert!(bench.says(SEASONAL) && bench.says("The three side by side"));
    bench.press(PERSONAL);
    assert!(bench.says("Registration gives access to work"), "no reason is given");
    assert!(bench.says("Prove it when it is done"), "registration has no way on");
    bench.press(PERSONAL);
    bench.press(CLOUD);
    assert!(bench.says("It needs nothing but Microsoft Entra ID"), "the choice did not change");
    bench.press(IN_USE);
    bench.press("Start with a device in use");
    assert!(bench.says("Which device is it?"));
    assert_eq!(bench.harness.state().plan().unwrap().journey, Journey::DeviceInUse);
}

#[test]
fn situations_that_exclude_each_other_are_told_apart() {
    let mut bench = Bench::open(Setup::default());
    with_control(&mut bench, Key::J);
    bench.press(PERSONAL);
    bench.press(CLOUD);
    bench.press("A server in Azure: A virtual machine with Windows Server");
    assert!(bench.says("\"A personal device\" does not go with the rest"), "nothing is said");
}

#[test]
fn the_device_of_the_plan_counts_and_the_plan_can_take_the_path_that_fits() {
    let mut bench = demo_at("Eligibility");
    bench.press("Which join fits?");
    assert!(bench.says("The device of this plan counts as well. It is in a domain"));
    bench.press("Go on with this plan");
    assert!(bench.says("Can this device join?"), "the way back is lost");
    with_control(&mut bench, Key::J);
    bench.press("Step 1: Device, done");
    assert!(bench.says("Which device is it?"), "the rail does not lead out of a guide");
    assert_eq!(bench.harness.state().plan().unwrap().step, Step::Device);
}

#[test]
fn registration_stands_below_the_join_paths_as_an_alternative() {
    let bench = demo_at("Eligibility");
    assert!(bench.says("Microsoft Entra registration only: Possible"));
}

#[test]
fn the_id_on_a_finding_opens_the_rule_book_at_that_rule() {
    let mut bench = demo_at("Eligibility");
    bench.press("Rule S02 in the rule book");
    assert_eq!(bench.focused().as_deref().map(|name| &name[..4]), Some("S02 "));
    assert!(bench.says("So after the fix"), "the rule is not open");
    bench.back();
    assert!(bench.says("Can this device join?"));
}

#[test]
fn the_rule_book_is_searched_and_filtered_by_keyboard() {
    let mut bench = Bench::open(Setup::default());
    with_control(&mut bench, Key::R);
    let all = bench.names_that_start("E").len() + bench.names_that_start("T").len();
    assert!(all > 20, "only {all} rules are listed");
    with_control(&mut bench, Key::F);
    bench.harness.event(egui::Event::Text("mbr2gpt".to_owned()));
    bench.harness.run();
    assert!(bench.says(&format!("1 of {} rules", all_rules())), "the search finds something else");
    bench.press("H08 TPM 2.0 runs behind a legacy BIOS");
    assert!(bench.says("mbr2gpt /validate"));
    bench.press("Show all");
    bench.choose("Join path", "Virtual machine in Azure");
    assert!(!bench.says("T12 "), "a rule about packages is listed");
    bench.choose("Kind of work", "To change in an admin center");
    assert!(!bench.says("E05 "), "a rule about the device is listed");
}

#[test]
fn guides_open_from_help_and_lead_back_to_the_first_page() {
    let mut bench = Bench::open(Setup::default());
    bench.key(Key::F1);
    bench.press("Rule book");
    assert!(bench.says(&format!("{0} of {0} rules", all_rules())));
    bench.press("Back to: What are you setting up?");
    assert!(bench.says("Check it, rehearse it"));
    // A digit on a guide starts nothing.
    with_control(&mut bench, Key::J);
    bench.key(Key::Num1);
    assert!(bench.harness.state().plan().is_none());
}
