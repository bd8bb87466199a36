//! The computer that the tests run on, whichever it is.

use joinbench::device::THIS_COMPUTER;
use joinbench::probe::{System, this_computer};

#[test]
fn this_computer_answers_and_names_its_sources() {
    let probed = this_computer();
    for reading in &probed.readings {
        assert_eq!(&*reading.from.source, THIS_COMPUTER, "{}", reading.field);
        assert!(reading.from.to_string().len() > THIS_COMPUTER.len() + 2, "{}", reading.field);
    }
    for problem in &probed.problems {
        assert_eq!(&*problem.file, THIS_COMPUTER);
        assert!(problem.message.ends_with('.'), "{}", problem.message);
    }
    assert!(!probed.readings.is_empty() || !probed.problems.is_empty());
    let system = match std::env::consts::OS {
        "windows" => System::Windows,
        "linux" => System::Linux,
        "macos" => System::MacOs,
        _ => System::Other,
    };
    assert_eq!(probed.system, system);
}
