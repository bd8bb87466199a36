use joinbench::package::{DeviceName, NameProblem, device_name_preview};

#[test]
fn a_template_becomes_the_name_that_windows_will_give() {
    let table = [
        ("CT-LAB-01", None, "CT-LAB-01"),
        ("CT-%SERIAL%", Some("7XK2P13"), "CT-7XK2P13"),
        // Cut from its start, so that the result has 15 characters.
        ("CT-%SERIAL%", Some("ABCDEFGH12345678"), "CT-EFGH12345678"),
        ("CT-%SERIAL%", Some("ABCD12345678"), "CT-ABCD12345678"),
        ("Test-Device-%SERIAL%", Some("123456"), "Test-Device-456"),
        ("CT-%SERIAL%", None, "CT-…"),
        ("CT-%SERIAL%", Some("  "), "CT-…"),
        ("LAB-%RAND:5%", None, "LAB-xxxxx"),
        ("%RAND:3%-%SERIAL%", Some("ABCDEFGHIJKLMNOP"), "xxx-FGHIJKLMNOP"),
        ("%SERIAL%", Some("7XK2P13"), "7XK2P13"),
        ("A23456789012345", None, "A23456789012345"),
    ];
    for (template, serial, expected) in table {
        assert_eq!(device_name_preview(template, serial).as_deref(), Ok(expected), "{template}");
    }
}

#[test]
fn a_template_that_gives_no_name_is_refused_with_its_reason() {
    use NameProblem::{
        AllDigits, Character, Macro, Missing, NoRoomForSerial, RandomDigits, SerialCharacter,
        SerialTwice, TooLong,
    };
    let table = [
        ("", None, Missing),
        ("   ", None, Missing),
        ("CT LAB", None, Character(' ')),
        ("CT_LAB", None, Character('_')),
        ("CT.LAB", None, Character('.')),
        ("Büro", None, Character('ü')),
        ("CT\tLAB", None, Character('\t')),
        ("A234567890123456", None, TooLong { count: 16, most: 15 }),
        ("LAB-%RAND:12%", None, TooLong { count: 16, most: 15 }),
        ("1234567", None, AllDigits),
        ("%RAND:7%", None, AllDigits),
        ("12%RAND:3%", None, AllDigits),
        ("%SERIAL%", Some("123456"), AllDigits),
        ("CT-%serial%", None, Macro("%serial%".to_owned())),
        ("CT-%COMPUTERNAME%", None, Macro("%COMPUTERNAME%".to_owned())),
        ("CT-%SERIAL", None, Macro("%SERIAL".to_owned())),
        ("100%", None, Macro("%".to_owned())),
        ("CT%%", None, Macro("%%".to_owned())),
        ("CT-%RAND:%", None, RandomDigits),
        ("CT-%RAND:0%", None, RandomDigits),
        ("CT-%RAND:x%", None, RandomDigits),
        ("CT-%RAND:99999999999999999999999%", None, RandomDigits),
        ("CT-%SERIAL%-%SERIAL%", None, SerialTwice),
        ("A23456789012345%SERIAL%", None, NoRoomForSerial),
        ("CT-%SERIAL%", Some("To be filled by O.E.M."), SerialCharacter(' ')),
    ];
    for (template, serial, expected) in table {
        let refused = device_name_preview(template, serial).unwrap_err();
        assert_eq!(refused, expected, "{template}");
        let message = refused.to_string();
        assert!(message.ends_with('.') && !message.contains('{'), "{template}: {message}");
    }
}

#[test]
fn a_dns_name_may_be_longer_than_the_short_name() {
    let name =
        |as_dns_name| DeviceName { template: "contoso-training-room-07".into(), as_dns_name };
    assert_eq!(name(true).preview(None).as_deref(), Ok("contoso-training-room-07"));
    assert!(name(false).preview(None).is_err());
}
