//! No table of facts without a test that its rows are used.

use std::collections::BTreeSet;
use std::path::Path;

use crate::sources::text;

/// Each file of `wizard/facts` with the file and the test that try every row
/// of it, or that refuse a row which is left over.
const TRIED: &[(&str, &str, &str)] = &[
    ("capture", "src/read/capture/values.rs", "what_manages_nothing_by_itself_is_no_enrollment"),
    ("chassis", "src/read/chassis.rs", "every_number_has_a_name_with_and_without_a_lock"),
    (
        "key-groups",
        "src/check/derive/key_group.rs",
        "every_group_is_there_once_and_is_for_a_known_edition",
    ),
    ("probe", "src/probe/unseen.rs", "everything_unseen_has_words"),
    ("book", "src/check/book/words.rs", "conditions_read_as_sentences_do"),
    (
        "derived",
        "tests/check/tables.rs",
        "every_derived_fact_is_asked_for_by_a_rule_or_said_by_one",
    ),
    (
        "editions",
        "tests/check/tables.rs",
        "every_edition_is_found_by_id_and_number_and_what_it_says_is_asked_for",
    ),
    (
        "endpoints",
        "tests/check/questions.rs",
        "every_address_is_named_by_its_rule_or_is_for_reference",
    ),
    ("fields", "src/check/labels.rs", "every_label_says_something"),
    ("gate", "tests/check/gate.rs", "the_gate_is_as_good_as_its_worst_item"),
    ("implied", "tests/check/tables.rs", "every_implication_makes_its_facts_known"),
    ("joins", "tests/check/joins.rs", "every_line_of_the_comparison_has_dated_sources"),
    ("junk", "src/read/junk.rs", "every_word_of_the_list_is_junk_and_written_as_it_is_compared"),
    ("kdf-floors", "tests/check/tables.rs", "every_floor_of_the_sign_in_fix_decides"),
    (
        "same",
        "src/device/same_name.rs",
        "every_name_of_the_table_is_the_others_of_its_line_and_of_no_other_line",
    ),
    ("uuids", "src/read/hardware_uuid.rs", "what_many_devices_share_tells_none_of_them"),
    ("machines", "src/read/machine.rs", "every_word_of_the_lists_tells"),
    ("msinfo-labels", "src/read/msinfo/labels.rs", "no_label_or_word_stands_for_two_things"),
    (
        "os-configurations",
        "src/read/systeminfo/words.rs",
        "every_word_of_the_lists_tells_a_role_or_a_workgroup",
    ),
    ("os-names", "src/read/os_name.rs", "every_ending_of_the_list_gives_its_edition"),
    ("paths", "src/check/labels.rs", "every_label_says_something"),
    ("phrases", "tests/check/verdicts.rs", "the_json_has_the_shape_that_scripts_rely_on"),
    (
        "processors",
        "tests/check/tables.rs",
        "every_pattern_of_processor_names_decides_for_some_name",
    ),
    (
        "questions",
        "tests/check/tables.rs",
        "every_question_is_asked_for_by_a_rule_or_decides_a_screen",
    ),
    (
        "registration",
        "tests/check/tables.rs",
        "every_row_about_registration_answers_for_some_device",
    ),
    ("releases", "tests/check/tables.rs", "every_release_decides_about_the_days_around_its_end"),
    (
        "settings",
        "tests/package/settings_table.rs",
        "every_row_of_the_table_is_written_by_some_settings",
    ),
    (
        "situations",
        "tests/check/joins.rs",
        "every_choice_alone_leads_to_a_join_and_stands_apart_from_nothing",
    ),
    ("verify", "tests/verify/table.rs", "every_state_is_told"),
];

#[test]
fn every_table_of_facts_has_a_test_of_its_rows() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("wizard/facts");
    let tables: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "ron"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let tried: BTreeSet<String> = TRIED.iter().map(|(table, ..)| (*table).to_owned()).collect();
    assert_eq!(tables, tried);
    for (table, file, test) in TRIED {
        assert!(text(file).contains(&format!("fn {test}()")), "{table}: {file} has no {test}");
    }
}
