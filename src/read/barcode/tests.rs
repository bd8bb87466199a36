use proptest::prelude::*;

use super::*;
use PartKind::{
    AssetTag, Gtin, Mac, Manufacturer, Model, PartNumber, ProductId, ProductKey, Serial, SparePart,
    Uuid,
};

/// Every choice as `kind text`, its parts separated by commas.
fn choices(raw: &str) -> Vec<String> {
    let part = |part: &Part| format!("{:?} {}", part.kind, part.text);
    let choice = |one: &Choice| one.parts.iter().map(part).collect::<Vec<_>>().join(", ");
    scan(raw).choices.iter().map(choice).collect()
}

/// The scan can be read in one way only.
fn check(raw: &str, expected: &[(PartKind, &str)]) {
    let expected: Vec<String> =
        expected.iter().map(|(kind, text)| format!("{kind:?} {text}")).collect();
    assert_eq!(choices(raw), [expected.join(", ")], "{raw:?}");
}

/// The scan can be read in several ways, the likeliest first.
fn check_ways(raw: &str, expected: &[&str]) {
    assert_eq!(choices(raw), expected, "{raw:?}");
}

fn check_warning(raw: &str, expected: Warning) {
    assert_eq!(scan(raw).warnings, [expected], "{raw:?}");
}

#[test]
fn a_serial_number_is_trimmed_and_put_in_capitals() {
    check(" 5cg1234abc\r\n", &[(Serial, "5CG1234ABC")]);
    check("PF1A2B3C", &[(Serial, "PF1A2B3C")]);
    check("CTS-0042/7", &[(Serial, "CTS-0042/7")]);
}

#[test]
fn the_symbology_before_a_code_is_dropped() {
    for prefix in ["]C0", "]A0", "]Q1", "]d1"] {
        check(&format!("{prefix}5CG1234ABC"), &[(Serial, "5CG1234ABC")]);
    }
}

#[test]
fn a_label_says_what_its_value_is() {
    for label in
        ["S/N: ", "s/n:", "SN=", "Serial No: ", "Service Tag: ", "Seriennummer: ", "N° de série: "]
    {
        check(&format!("{label}5cg1234abc"), &[(Serial, "5CG1234ABC")]);
    }
    check("P/N: 1a2b3ea#abd", &[(PartNumber, "1A2B3EA#ABD")]);
    check("MTM: 20lfs06600", &[(Model, "20LFS06600")]);
    check("MAC: a4bb6d123456", &[(Mac, "A4BB6D123456")]);
    check("Asset tag: C-000042", &[(AssetTag, "C-000042")]);
    check("EAN: 4006381333931", &[(Gtin, "4006381333931")]);
}

#[test]
fn a_label_printed_into_the_code_may_be_a_part_of_the_value() {
    check_ways("SN5CG1234ABC", &["Serial 5CG1234ABC", "Serial SN5CG1234ABC"]);
    check_ways("1P20LFS06600", &["PartNumber 20LFS06600", "Serial 1P20LFS06600"]);
    check("S/N5CG1234ABC", &[(Serial, "5CG1234ABC")]);
}

#[test]
fn an_article_number_has_its_check_digit() {
    check("4006381333931", &[(Gtin, "4006381333931")]);
    check("10012345678902", &[(Gtin, "10012345678902")]);
    check_ways("036000291452", &["Gtin 036000291452", "Serial 036000291452"]);
    check_ways("96385074", &["Gtin 96385074", "Serial 96385074"]);
}

#[test]
fn digits_with_a_wrong_check_digit_are_a_serial_number_with_a_warning() {
    check("4006381333932", &[(Serial, "4006381333932")]);
    check_warning("4006381333932", Warning::CheckDigit);
    check("036000291453", &[(Serial, "036000291453")]);
}

#[test]
fn a_lenovo_code_gives_serial_type_and_maker() {
    let expected = [(Serial, "PF1A2B3C"), (Model, "20LFS06600"), (Manufacturer, "LENOVO")];
    check("1S20LFS06600PF1A2B3C", &expected);
    check("1s20lfs06600pf1a2b3c", &expected);
    let older = [(Serial, "L3ABC12"), (Model, "7659CTO"), (Manufacturer, "LENOVO")];
    check("1S7659CTOL3ABC12", &older);
}

#[test]
fn the_label_of_a_spare_part_is_not_the_devices() {
    check("8SSB20A12345L1HF1A2B3C4", &[(SparePart, "8SSB20A12345L1HF1A2B3C4")]);
    let found = scan("8SSB20A12345L1HF1A2B3C4");
    assert_eq!(found.sure().unwrap().readings(), []);
}

#[test]
fn a_machine_type_alone_could_be_a_serial_number() {
    check_ways("20LFS06600", &["Model 20LFS06600", "Serial 20LFS06600"]);
}

#[test]
fn a_dell_service_tag_is_read_as_tag_and_as_its_number() {
    check("7xk4pq2", &[(Serial, "7XK4PQ2")]);
    assert_eq!(scan("7XK4PQ2").sure().unwrap().why, Why::DellTag);
    // 7XK4PQ2 as a number of base 36.
    check_ways("17266672442", &["Serial 7XK4PQ2", "Serial 17266672442"]);
    check("https://www.dell.com/support/7XK4PQ2", &[(Serial, "7XK4PQ2")]);
}

#[test]
fn gs1_identifiers_are_read_in_every_spelling() {
    let both = [(Gtin, "09501101530003"), (Serial, "5CG1234ABC")];
    for code in [
        "]C10109501101530003215CG1234ABC".to_owned(),
        "]d20109501101530003215CG1234ABC".to_owned(),
        "\u{1d}0109501101530003215CG1234ABC".to_owned(),
        "0109501101530003215CG1234ABC".to_owned(),
        "(01)09501101530003(21)5cg1234abc".to_owned(),
        "(01) 09501101530003 (21) 5CG1234ABC".to_owned(),
    ] {
        check(&code, &both);
    }
}

#[test]
fn a_separator_ends_a_part_however_the_scanner_spells_it() {
    for separator in ["\u{1d}", "{GS}", "<GS>", "^]"] {
        let code = format!("]C1215CG1234ABC{separator}2401A2B3EA");
        check(&code, &[(Serial, "5CG1234ABC"), (PartNumber, "1A2B3EA")]);
    }
}

#[test]
fn what_gs1_does_not_know_leaves_the_rest_with_a_warning() {
    check("]C1215CG1234ABC\u{1d}77X", &[(Serial, "5CG1234ABC")]);
    check_warning("]C1215CG1234ABC\u{1d}77X", Warning::Damaged);
}

#[test]
fn parcel_labels_use_data_identifiers() {
    let code = "[)>\u{1e}06\u{1d}S5CG1234ABC\u{1d}1P20LFS06600\u{1e}\u{4}";
    check(code, &[(Serial, "5CG1234ABC"), (PartNumber, "20LFS06600")]);
    check("(S)5CG1234ABC", &[(Serial, "5CG1234ABC")]);
}

#[test]
fn a_mac_address_comes_in_many_forms() {
    for mac in ["A4:BB:6D:12:34:56", "a4-bb-6d-12-34-56", "A4BB.6D12.3456"] {
        check(mac, &[(Mac, "A4:BB:6D:12:34:56")]);
    }
    check_ways("A4BB6D123456", &["Serial A4BB6D123456", "Mac A4:BB:6D:12:34:56"]);
}

#[test]
fn a_uuid_is_told_by_its_groups() {
    let id = "4c4c4544-0051-3010-8052-b4c04f4a3132";
    for uuid in [id.to_owned(), id.to_uppercase(), format!("{{{id}}}"), id.replace('-', "")] {
        check(&uuid, &[(Uuid, id)]);
    }
    assert!(scan("00000000-0000-0000-0000-000000000000").choices.is_empty());
}

#[test]
fn a_part_number_of_hp_ends_in_a_country() {
    check("1A2B3EA#ABD", &[(PartNumber, "1A2B3EA#ABD")]);
}

#[test]
fn a_qr_code_can_hold_pairs_json_or_an_address() {
    let both = [(Serial, "5CG1234ABC"), (Model, "NOTEBOOK 3")];
    check("SN:5CG1234ABC;MODEL:Notebook 3", &both);
    check("S/N=5CG1234ABC\nModel=Notebook 3\nColor=gray", &both);
    check("{\"serialNumber\": \"5cg1234abc\", \"model\": \"Notebook 3\"}", &both);
    check("https://support.contoso.com/?sn=5CG1234ABC&model=Notebook%203", &both);
}

#[test]
fn what_tells_nothing_of_a_device_gives_nothing() {
    for raw in ["", "   ", "Hello", "https://www.contoso.com/", "{\"a\": 1}", "{", "N/A", "0000000"]
    {
        check_warning(raw, Warning::Nothing);
        assert_eq!(choices(raw), [""; 0], "{raw:?}");
    }
    check_warning(&"7".repeat(5000), Warning::TooLong);
}

/// An invented key: five times five letters of the right alphabet.
const KEY: &str = "BBBBB-CCCCC-DDDDD-FFFFF-GGGGG";

#[test]
fn a_product_key_leaves_only_its_group() {
    for raw in
        [KEY.to_owned(), KEY.replace('-', ""), format!("Product Key: {KEY}"), KEY.to_lowercase()]
    {
        check(&raw, &[(ProductKey, "")]);
        let found = scan(&raw);
        assert_eq!(found.warnings, [Warning::Key], "{raw:?}");
        let shown = format!("{found:?}").to_uppercase();
        assert!(!shown.contains("BBBBB") && !shown.contains("GGGGG"), "{shown}");
        let group = scan_with(&raw, |_| Some(3305)).choices.remove(0).readings().remove(0);
        assert_eq!((group.field, group.value), (Field::KeyGroup, 3305_i64.into()));
    }
}

#[test]
fn a_product_key_is_found_whatever_stands_before_it() {
    for before in ["SN", "S/N", "PK ", "PK: ", "WIN", "8S"] {
        for key in [KEY.to_owned(), KEY.replace('-', ""), KEY.replace('-', "ß")] {
            let raw = format!("{before}{key}");
            check(&raw, &[(ProductKey, "")]);
            assert!(scan(&raw).warnings.contains(&Warning::Key), "{raw:?}");
        }
    }
}

#[test]
fn what_is_called_a_product_key_and_holds_a_mistake_is_not_kept_either() {
    check("Product Key: BBBBB-CCCCC-DDDDD-FFFFF-GGG0", &[(ProductKey, "")]);
}

#[test]
fn a_wifi_code_is_not_kept() {
    let found = scan("WIFI:S:Contoso;T:WPA;P:not-a-real-key;;");
    assert_eq!((found.choices.len(), found.warnings), (0, vec![Warning::WiFi]));
}

#[test]
fn another_keyboard_layout_is_told_and_undone() {
    // S/N: with a German layout, (21) with the same, digits with a French one.
    for raw in ["S-NÖ5CG1234ABC", ")21=5CG1234ABC", "(CG&é\"'QBC"] {
        check(raw, &[(Serial, "5CG1234ABC")]);
        check_warning(raw, Warning::Layout);
    }
    // A dash with a German layout, bare and behind what says what it is.
    for raw in ["ABCß123", "abcß123"] {
        check(raw, &[(Serial, "ABC-123")]);
        check_warning(raw, Warning::Layout);
    }
    assert_eq!(
        choices("010950110153000321ABCß123"),
        ["Gtin 09501101530003, Serial ABC-123"],
        "the identifiers are digits on both keyboards"
    );
}

#[test]
fn a_code_in_signs_of_a_german_keyboard_is_read_as_it_was_meant() {
    let raw = "+C1010950110153000321PF7777ZY";
    check(raw, &[(Gtin, "09501101530003"), (Serial, "PF7777YZ")]);
    check_warning(raw, Warning::Layout);
    // ]C0 before a code that says nothing more.
    check("+C0PF7777ZY", &[(Serial, "PF7777YZ")]);
    check("httpsÖ--www.dell.com-support-7XK4PQ2", &[(Serial, "7XK4PQ2")]);
    let both = [(Serial, "5CG1234ABC"), (PartNumber, "1A2B3EA")];
    check("httpsÖ--support.contoso.com-_sn´5CG1234ABC/pn´1A2B3EA", &both);
    check("ÜÄserialÄÖ Ä5CG1234ABCÄ*", &[(Serial, "5CG1234ABC")]);
}

#[test]
fn a_dead_key_that_went_into_the_letter_behind_it_is_taken_out() {
    for raw in ["SNṔF1A2B3CöPN´1A2B3EA§ABD", "SN´PF1A2B3CöPN´1A2B3EA§ABD"] {
        check(raw, &[(Serial, "PF1A2B3C"), (PartNumber, "1A2B3EA#ABD")]);
        check_warning(raw, Warning::Layout);
    }
}

#[test]
fn a_plain_code_is_not_taken_for_one_of_another_keyboard() {
    for raw in ["SMABC123", "S3ABC123", "CTS-0042/7", "5CG_1234.A", "ZYZ-123"] {
        check(raw, &[(Serial, raw)]);
        assert_eq!(scan(raw).warnings, [], "{raw}");
    }
    check_warning("SMITH", Warning::Nothing);
}

#[test]
fn letters_that_no_code_has_are_doubtful() {
    assert_eq!(scan("Größe").warnings, [Warning::Doubt]);
    assert_eq!(scan("S/N: 5CGЖÖ234").warnings, [Warning::Doubt]);
}

#[test]
fn what_is_not_understood_is_shown_as_it_came() {
    assert_eq!(scan(" Hello\u{1d}there ").arrived.as_deref(), Some("Hello·there"));
    assert_eq!(scan("5CG1234ABC").arrived, None);
    let long = scan(&"ioe. ".repeat(100)).arrived.unwrap();
    assert_eq!(long.chars().count(), 121);
}

#[test]
fn what_may_be_a_secret_is_not_shown() {
    for raw in [
        "WIFI:S:Contoso;T:WPA;P:not-a-real-key;;",
        "WIFIÖSÖContosoöTÖWPAöPÖnotßaßrealßkeyöö",
        "otpauth://totp/contoso?secret=notarealone",
        "PK? BBBBB-CCCCC-DDDDD!",
    ] {
        let found = scan(raw);
        assert_eq!((found.choices.len(), found.arrived), (0, None), "{raw:?}");
    }
}

#[test]
fn a_windows_product_id_is_no_serial_number() {
    for raw in [
        "00330-80000-00000-AA123",
        "Product ID: 00330-80000-00000-AA123",
        "S/N: 00330-80000-00000-AAOEM",
        "00330ß80000ß00000ßAA123",
    ] {
        check(raw, &[(ProductId, "3308")]);
        assert!(scan(raw).warnings.contains(&Warning::ProductId), "{raw:?}");
        let reading = scan(raw).choices.remove(0).readings().remove(0);
        assert_eq!((reading.field, reading.value), (Field::KeyGroup, 3308_i64.into()));
    }
}

#[test]
fn readings_carry_the_source_scanned() {
    let readings = scan("1S20LFS06600PF1A2B3C").sure().unwrap().readings();
    let fields: Vec<Field> = readings.iter().map(|reading| reading.field).collect();
    assert_eq!(fields, [Field::Serial, Field::Model, Field::Manufacturer]);
    assert!(readings.iter().all(|reading| &*reading.from.source == SCANNED));
}

proptest! {
    #[test]
    fn no_scan_panics_and_no_value_is_long_or_empty(raw in ".{0,120}") {
        for choice in scan(&raw).choices {
            for part in choice.parts {
                prop_assert!(part.kind == ProductKey || !part.text.trim().is_empty());
                prop_assert!(part.text.chars().count() <= 64);
            }
        }
    }

    #[test]
    fn no_structured_scan_panics(
        pieces in proptest::collection::vec(
            prop_oneof![
                Just("]C1"), Just("\u{1d}"), Just("(21)"), Just("01"), Just("[)>\u{1e}06\u{1d}"),
                Just("S/N:"), Just("https://"), Just("?sn="), Just("{\""), Just("%4"), Just("1S"),
                Just("20LF"), Just("é"), Just("0"), Just("WIFI:"),
            ], 0..12)
    ) {
        let _ = scan(&pieces.concat());
    }

    #[test]
    fn no_product_key_survives_a_scan(
        key in "[BCDFGHJKMNPQRTVWXY2346789]{25}",
        before in prop_oneof![
            Just(""), Just("key="), Just("S/N: "), Just("]Q1"), Just("SN"), Just("PK "),
        ],
        between in prop_oneof![Just(""), Just("-"), Just(" "), Just("ß")],
    ) {
        let groups: Vec<&str> = (0..5).map(|group| &key[group * 5..group * 5 + 5]).collect();
        let found = scan(&format!("{before}{}", groups.join(between)));
        let mut shown = format!("{found:?}");
        shown.retain(|letter| letter.is_ascii_alphanumeric());
        prop_assert!(!shown.contains(&key), "{shown}");
    }

    #[test]
    fn a_serial_number_reads_the_same_with_and_without_its_label(serial in "[A-HJ-NP-Z]{3}[0-9]{5}[A-HJ-NP-Z]{3}") {
        let labelled = scan(&format!("S/N: {serial}"));
        prop_assert_eq!(labelled.sure().unwrap().text(Serial), Some(serial.as_str()));
        let bare = scan(&serial);
        prop_assert!(bare.choices.iter().any(|choice| choice.text(Serial) == Some(serial.as_str())));
    }
}
